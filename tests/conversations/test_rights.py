"""Every button of logs, notes, replies, next steps, walks and events, tried by whom it is not for: nothing changes."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot.sweeps.reminders import make_reminders
from crm.access import Role
from crm.ids import to_base36
from crm.models import Activity, Fair, FollowUp, Lead, Member, Reach, ReachKind
from tests.chat_client import BOT_ID, Chat, Office
from tests.conversation_fixtures import EVA, TOM
from tests.factories import add_member, add_workspace

OTTO = 700


def everything(office: Office) -> list[tuple[Any, ...]]:
    """All that the buttons could change, and where: every column of every row."""
    with office.database.begin() as session:
        return [
            (kind.__tablename__, *(getattr(row, column.key) for column in kind.__mapper__.column_attrs))
            for kind in (Lead, Reach, Activity, FollowUp, Fair)
            for row in session.scalars(select(kind).order_by(kind.id))
        ]


def shown(chat: Chat, label: str) -> str:
    """The data of the first button of the last message whose label begins so."""
    return chat.last.data_of(next(found for found in chat.last.buttons if found.startswith(label)))


def two_at_philips(chat: Chat) -> None:
    chat.office.clock.move(minutes=11)
    chat.says("Piet Bakker, Philips, piet@philips.com")


def reply_to_a_list(chat: Chat) -> None:
    two_at_philips(chat)
    chat.says("/leads")
    chat.says("wants a brochure by post this week", reply_to=chat.last.message_id)
    chat.says("anna")


def reminded(chat: Chat) -> None:
    chat.says("/remind today 15:00 call her")
    chat.office.clock.move(hours=5)
    with chat.office.database.begin() as session:
        make_reminders(BOT_ID, chat.office.ids)(session, chat.office.clock())
    chat.office.send()


def log_to(chat: Chat) -> str:
    two_at_philips(chat)
    chat.says("called Philips, no answer")
    return shown(chat, "Anna de Vries · Philips")


def as_note(chat: Chat) -> str:
    chat.says("called Zwartjes, no answer")
    return shown(chat, "Note on")


def reply_to(chat: Chat) -> str:
    reply_to_a_list(chat)
    return shown(chat, "Anna de Vries")


def reply_is(label: str) -> Callable[[Chat], str]:
    def offered(chat: Chat) -> str:
        chat.says("Signify NV", reply_to=chat.last.message_id)
        return shown(chat, label)

    return offered


def just_note(chat: Chat) -> str:
    chat.says("anna@philips.com", reply_to=chat.last.message_id)
    return shown(chat, "Just a note")


def after(*taps: str) -> Callable[[Chat], str]:
    """The last of these buttons, shown after the taps before it."""

    def offered(chat: Chat) -> str:
        for label in taps[:-1]:
            chat.taps(label)
        return shown(chat, taps[-1])

    return offered


def walked(*taps: str) -> Callable[[Chat], str]:
    def offered(chat: Chat) -> str:
        chat.says("/agenda")
        chat.taps("Start")
        return after(*taps)(chat)

    return offered


def rung(*taps: str) -> Callable[[Chat], str]:
    def offered(chat: Chat) -> str:
        reminded(chat)
        return after(*taps)(chat)

    return offered


def closes(chat: Chat) -> str:
    chat.says("/remind Friday call her")
    chat.says("mailed Anna de Vries")
    return shown(chat, "✅ call her")


def outcome(chat: Chat) -> str:
    chat.says("called Anna de Vries")
    return shown(chat, "No answer")


def none_needed(chat: Chat) -> str:
    chat.says("spoke to Anna de Vries")
    return shown(chat, "None needed")


def note_on_one_of_several(chat: Chat) -> str:
    two_at_philips(chat)
    with chat.office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().last_shown_id = None
    chat.says("/note wants 40 sensors")
    chat.says("philips")
    return shown(chat, "Anna de Vries · Philips")


def at_an_event(*taps: str) -> Callable[[Chat], str]:
    def offered(chat: Chat) -> str:
        chat.says("/event Hannover Messe, until Friday")
        chat.says("Bert Smit, Acme, bert@acme.nl")
        chat.says("/event")
        return after(*taps)(chat)

    return offered


BUTTONS: dict[str, Callable[[Chat], str]] = {
    "a lead that a log may mean": log_to,
    "note on": as_note,
    "a lead that a reply may mean": reply_to,
    "organisation": reply_is("Organisation"),
    "name": reply_is("Name"),
    "just a note": just_note,
    "note on one of several": note_on_one_of_several,
    "event: ended": at_an_event("Hannover Messe", "It has ended"),
    "event: plan it": at_an_event("Hannover Messe", "Plan it"),
    "log": after("Log", "Voicemail"),
    "when": after("When", "Tomorrow"),
    "done with it": closes,
    "outcome of a call": outcome,
    "none needed": none_needed,
    "walk: spoke": walked("Spoke"),
    "walk: next step": walked("Spoke", "In a week"),
    "walk: later": walked("Later", "Tomorrow"),
    "reminder: spoke": rung("Spoke"),
    "reminder: later": rung("Later", "1 hour"),
    "reminder: next step": rung("Spoke", "In a week"),
}


@pytest.fixture(autouse=True)
def anna(chat: Chat) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")


@pytest.mark.usefixtures("private")
@pytest.mark.parametrize("button", BUTTONS)
def test_a_colleague_in_a_private_workspace_changes_nothing_with_a_copied_button(
    chat: Chat, office: Office, person: Callable[..., Chat], button: str
) -> None:
    data = BUTTONS[button](chat)
    tom = person(TOM, "Tom")
    tom.says("/help")
    before = everything(office)
    tom.taps_data(data)
    assert everything(office) == before


@pytest.mark.parametrize("button", BUTTONS)
def test_an_owner_of_another_workspace_changes_nothing_with_a_copied_button(
    chat: Chat, office: Office, person: Callable[..., Chat], button: str
) -> None:
    data = BUTTONS[button](chat)
    with office.database.begin() as session:
        elsewhere = add_workspace(session, name="Elsewhere", set_up_at=office.clock())
        add_member(session, elsewhere, user_id=OTTO, chat_id=OTTO, name="Otto", role=Role.OWNER)
    otto = person(OTTO, "Otto")
    otto.says("/help")
    before = everything(office)
    otto.taps_data(data)
    assert everything(office) == before


@pytest.mark.parametrize("button", BUTTONS)
def test_a_removed_member_changes_nothing_with_their_own_button(
    chat: Chat, office: Office, button: str
) -> None:
    data = BUTTONS[button](chat)
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    before = everything(office)
    chat.taps_data(data)
    assert everything(office) == before


@pytest.mark.parametrize("seconds", [1, 60])
@pytest.mark.parametrize("button", BUTTONS)
def test_the_second_of_two_taps_changes_nothing_and_the_first_one_does(
    chat: Chat, office: Office, button: str, seconds: int
) -> None:
    data = BUTTONS[button](chat)
    on, before = chat.last, everything(office)
    chat.taps_data(data, on)
    once = everything(office)
    office.clock.move(seconds=seconds)
    assert chat.taps_data(data, on) == []
    assert once != before
    assert everything(office) == once


@pytest.mark.parametrize("button", BUTTONS)
def test_a_button_altered_by_hand_changes_nothing(chat: Chat, office: Office, button: str) -> None:
    version, verb, row, rev, arg = BUTTONS[button](chat).split(":", 4)
    before = everything(office)
    rows = ["0", "zzzzzzzzzzzz", to_base36(office.ids())]
    forged_rows = [f"{version}:{verb}:{forged}:{rev}:{arg}" for forged in rows]
    forged_args = (
        [f"{version}:{verb}:{row}:{rev}:{forged}" for forged in ("…;DROP", "0", arg[:-1])] if arg else []
    )
    for forged in forged_rows + forged_args:
        chat.taps_data(forged)
    assert everything(office) == before


def test_a_correction_chosen_from_a_list_is_made_once_and_on_one_lead(chat: Chat, office: Office) -> None:
    two_at_philips(chat)
    chat.says("/leads")
    chat.says("new@philips.com", reply_to=chat.last.message_id)
    chat.says("philips")
    question = chat.last
    anna, piet = shown(chat, "Anna"), shown(chat, "Piet")
    chat.taps_data(anna, question)
    office.clock.move(minutes=1)
    chat.taps_data(anna, question)
    chat.taps_data(piet, question)
    with office.database.begin() as session:
        emails = set(session.scalars(select(Reach.value).where(Reach.kind == ReachKind.EMAIL)))
    assert emails == {"new@philips.com", "piet@philips.com"}


def start_log_whom(chat: Chat) -> str:
    chat.says("/call")
    chat.taps("Somebody else")
    return "log-ask-whom"


def start_note(chat: Chat) -> str:
    chat.taps("Note")
    return "ask-note"


def start_when(chat: Chat) -> str:
    chat.taps("When")
    chat.taps("Other")
    return "ask-when"


def start_reply_which(chat: Chat) -> str:
    two_at_philips(chat)
    chat.says("/leads")
    chat.says("wants a brochure by post this week", reply_to=chat.last.message_id)
    return "reply-which"


@pytest.mark.parametrize(
    ("begin", "said", "then"),
    [
        (start_log_whom, "anna", "What happened?"),
        (start_note, "wants 40 sensors", "Saved as a note"),
        (start_when, "Friday 15:00", "Next: follow up, Fri 13 Mar 15:00"),
        (start_reply_which, "anna", "Which “anna”?"),
    ],
)
def test_a_question_in_the_middle_goes_on_after_a_restart(
    chat: Chat, office: Office, begin: Callable[[Chat], str], said: str, then: str
) -> None:
    key = begin(chat)
    assert chat.asks(key, name="Anna de Vries")
    office.restart()
    office.clock.move(minutes=3)
    chat.says(said)
    assert then in chat.last.text
