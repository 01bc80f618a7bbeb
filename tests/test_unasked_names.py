"""Who is named in a message that nobody asked for is named with the organisation, and that costs no statement a row."""

import pytest
from sqlalchemy import event, update

from bot.sweeps.digests import make_digests
from bot.sweeps.reminders import make_reminders
from crm.models import Member
from tests.chat_client import BOT_ID, Chat, Office
from tests.conversation_fixtures import chat, office
from tests.office_deals import an_account

__all__ = ["chat", "office"]


def rings(office: Office) -> int:
    """How many statements that took."""
    return _sweeps(office, make_reminders)


def digest(office: Office) -> None:
    """Of everybody."""
    with office.database.begin() as session:
        session.execute(update(Member).values(next_digest_at=office.clock()))
    _sweeps(office, make_digests)


def _sweeps(office: Office, make: object) -> int:
    said: list[str] = []

    def hears(connection: object, cursor: object, statement: str, *more: object) -> None:
        said.append(statement)

    event.listen(office.database.engine, "before_cursor_execute", hears)
    with office.database.begin() as session:
        make(BOT_ID, office.ids)(session, office.clock())  # type: ignore[operator]
    event.remove(office.database.engine, "before_cursor_execute", hears)
    office.send()
    return len(said)


@pytest.fixture
def klaus(chat: Chat) -> None:
    """A contact of Bosch Rexroth who was opened last."""
    an_account(chat, deal="", value=None)
    chat.says("/find klaus berger")


@pytest.mark.usefixtures("klaus")
def test_a_reminder_names_the_contact_with_their_organisation_also_once_answered(
    chat: Chat, office: Office
) -> None:
    chat.says("/remind today 15:00 call")
    office.clock.move(hours=5)
    rings(office)
    assert chat.last.lines[0] == "⏰ 15:00 call: Klaus Berger, Bosch Rexroth"
    chat.taps("Spoke")
    assert chat.last.lines[0] == "call: Klaus Berger, Bosch Rexroth"
    chat.taps("None needed")
    assert chat.last.lines[0] == "call: Klaus Berger, Bosch Rexroth"


@pytest.mark.usefixtures("klaus")
def test_the_digest_and_the_agenda_name_them_so_too(chat: Chat, office: Office) -> None:
    chat.says("/remind tomorrow call")
    chat.says("/remind Thursday call about the quote")
    office.clock.move(days=2)
    digest(office)
    assert "Klaus Berger · Bosch Rexroth, call about the quote" in chat.last.lines
    assert "1 overdue: Klaus Berger · Bosch Rexroth" in chat.last.lines
    chat.says("/agenda")
    assert "1 overdue: Klaus Berger · Bosch Rexroth" in chat.last.lines
    chat.taps("Overdue 1")
    assert chat.last.buttons[0] == "Wed 11 Mar Klaus Berger · Bosch Rexroth, call"


def test_many_at_once_are_named_so_for_the_price_of_one(chat: Chat, office: Office) -> None:
    taken = []
    for count in (4, 5):
        for number in range(count):
            an_account(chat, f"Klaus Berger {count}{number}", f"Bosch {count}{number}", deal="", value=None)
            chat.says(f"/find Klaus Berger {count}{number}")
            chat.says("/remind today 15:00 call")
        office.clock.move(hours=5)
        taken.append(rings(office))
        assert str(count) in chat.last.lines[0]
        assert chat.last.lines[1].endswith(f"call: Klaus Berger {count}0, Bosch {count}0")
        assert chat.last.buttons[0] == f"Klaus Berger {count}0 · Bosch {count}0"
        office.clock.move(hours=19)
    assert taken[0] == taken[1]


def test_a_stale_deal_is_named_with_its_organisation(chat: Chat, office: Office) -> None:
    an_account(chat)
    office.clock.move(days=60)
    while office.clock().weekday() != 0:
        office.clock.move(days=1)
    digest(office)
    assert "⚠️ 1 stale: Sensors · Bosch Rexroth" in chat.last.text
