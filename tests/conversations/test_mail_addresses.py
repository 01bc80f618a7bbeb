"""/settings, Our mail: one's own addresses and the company's domains, added and taken back by whom they concern."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.capture.draft import Direction
from crm.models import OwnMail
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import OWNER, TOM
from tests.conversations.test_mail import KLAUS, OURS, PETRA, THEIRS, leads, mails
from tests.conversations.test_mail_file import rows

Person = Callable[..., Chat]


def values(office: Office) -> list[str]:
    return sorted(row.value for row in rows(office, OwnMail))


def adds(chat: Chat, said: str) -> None:
    chat.says("/settings")
    chat.taps("Our mail")
    chat.taps("Add")
    chat.says(said)


@pytest.mark.parametrize("said", ["eva@vospompen.nl", "Eva <EVA@vospompen.nl>"])
def test_a_rep_adds_and_takes_back_their_own_address(chat: Chat, office: Office, said: str) -> None:
    adds(chat, said)
    assert chat.last.lines == [
        "Mail that is ours",
        "From vospompen.nl",
        "You: eva@vospompen.nl",
        "Mail from these is ours, any other is theirs.",
    ]
    chat.taps("– eva@vospompen.nl")
    assert values(office) == []
    assert chat.last.lines == ["Mail that is ours", "Mail from these is ours, any other is theirs."]
    chat.taps("Undo")
    assert values(office) == ["eva@vospompen.nl"]


@pytest.mark.parametrize("said", ["vospompen.nl", "no idea", "a@b.nl and c@d.nl", ""])
def test_what_is_no_address_is_asked_again(chat: Chat, office: Office, said: str) -> None:
    adds(chat, said or "?")
    assert chat.last.lines == ["I can't read an address in that.", "Which address do you write from?"]
    assert values(office) == []


@pytest.mark.parametrize("said", ["vospompen.nl", "@VosPompen.nl"])
def test_the_owner_sets_a_domain(office: Office, person: Person, said: str) -> None:
    olga = person(OWNER, "Olga")
    adds(olga, said)
    assert values(office) == ["vospompen.nl"]
    adds(olga, said)
    assert values(office) == ["vospompen.nl"]


def test_where_everybody_has_an_address_is_nobodys_domain(office: Office, person: Person) -> None:
    olga = person(OWNER, "Olga")
    adds(olga, "gmail.com")
    assert olga.last.text == "Everybody has an address at gmail.com."
    assert values(office) == []


def test_an_address_of_a_lead_is_nobodys_own(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    adds(chat, "klaus.berger@boschrexroth.com")
    assert chat.last.text == "Somebody else writes from that address."
    assert values(office) == []


def test_a_rep_sees_and_takes_back_only_their_own_and_the_owner_all(
    office: Office, chat: Chat, person: Person
) -> None:
    tom, olga = person(TOM, "Tom"), person(OWNER, "Olga")
    adds(tom, "tom@vospompen.nl")
    adds(olga, "vospompen.de")
    toms, domain = (
        next(row.id for row in rows(office, OwnMail) if row.value == value)
        for value in ("tom@vospompen.nl", "vospompen.de")
    )
    chat.says("/settings")
    chat.taps("Our mail")
    assert chat.last.buttons == ["Add", "Back"]
    for row in (toms, domain):
        chat.taps_data(encode("mail-off", row), chat.last)
        assert chat.is_told("gone")
    olga.says("/settings")
    olga.taps("Our mail")
    assert olga.last.buttons[:2] == ["– vospompen.de", "– tom@vospompen.nl"]
    olga.taps("– tom@vospompen.nl")
    olga.taps("– vospompen.de")
    assert values(office) == []


def test_many_are_paged(office: Office, person: Person) -> None:
    olga = person(OWNER, "Olga")
    for number in range(8):
        adds(olga, f"ours{number}.nl")
    assert olga.last.buttons[6:] == ["▶", "Add", "Back", "Undo"]
    olga.taps("▶")
    assert olga.last.buttons[:3] == ["– ours6.nl", "– ours7.nl", "◀"]


def test_what_was_taken_back_can_be_added_again(chat: Chat, office: Office) -> None:
    for _ in range(2):
        adds(chat, "eva@vospompen.nl")
        chat.taps("– eva@vospompen.nl")
    adds(chat, "eva@vospompen.nl")
    assert values(office) == ["eva@vospompen.nl"]


def test_who_is_forgotten_is_not_one_of_us_either(office: Office, chat: Chat, person: Person) -> None:
    adds(chat, "klaus.berger@boschrexroth.com")
    chat.taps("– klaus.berger@boschrexroth.com")
    chat.says(KLAUS)
    olga = person(OWNER, "Olga")
    olga.says("/forget klaus berger")
    olga.taps(next(label for label in olga.last.buttons if "orget" in label or "Klaus" in label))
    with office.database.begin() as session:
        left: list[Any] = list(session.scalars(select(OwnMail)))
    assert left == []


def test_a_wrong_address_does_not_make_a_customers_domain_ours(
    private: Office, chat: Chat, person: Person
) -> None:
    chat.says(KLAUS)
    adds(person(TOM, "Tom"), "frank@boschrexroth.com")
    chat.says(THEIRS)
    assert [(mail.direction, mail.lead_id) for mail in mails(private)] == [
        (Direction.IN, leads(private)[0].id)
    ]
    chat.says(OURS)
    assert [mail.direction for mail in mails(private)] == [Direction.IN, Direction.OUT]


def test_who_claims_a_customers_own_address_claims_it_for_nobody_else(
    private: Office, chat: Chat, person: Person
) -> None:
    chat.says(KLAUS)
    adds(person(TOM, "Tom"), "klaus.berger@boschrexroth.com")
    chat.says(THEIRS)
    chat.says(OURS)
    assert [mail.direction for mail in mails(private)] == [Direction.IN, Direction.OUT]


def test_the_owner_may_make_a_domain_ours_that_somebody_bears_and_who_has_a_card_still_writes_to_us(
    chat: Chat, office: Office, person: Person
) -> None:
    chat.says(KLAUS)
    adds(person(OWNER, "Olga"), "boschrexroth.com")
    chat.says(THEIRS)
    assert [mail.direction for mail in mails(office)] == [Direction.IN]
    chat.says(PETRA)
    assert "A mail to eva@vospompen.nl: Invoices" in chat.last.text
