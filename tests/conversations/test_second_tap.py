"""A button tapped twice: at once, or when it is done long since, a toast says so; never a new message."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from crm.models import Inbox, InboxState, Invite, Lead, Member
from tests.chat_client import Chat, Office, Shown
from tests.conversation_fixtures import OWNER

ANNA = "Anna de Vries, Philips, 06 12345678"


def captured(chat: Chat) -> str:
    chat.says(ANNA)
    return "Undo"


def asked_by_command(chat: Chat) -> str:
    chat.says(ANNA)
    chat.says("/undo")
    return "Undo"


def left_as_it_is(chat: Chat) -> str:
    chat.says(ANNA)
    chat.says("/undo")
    return "Keep"


def organisation(chat: Chat) -> str:
    chat.says(ANNA)
    chat.says("Signify NV", reply_to=chat.last.message_id)
    return "Organisation"


def just_a_note(chat: Chat) -> str:
    chat.says(ANNA)
    chat.says("anna@philips.com", reply_to=chat.last.message_id)
    return "Just a note"


def forgotten(chat: Chat) -> str:
    chat.says(ANNA)
    chat.says("/forget Anna")
    return "Forget for good"


def ignored(chat: Chat) -> str:
    chat.says("something about nobody")
    return "Ignore"


def for_ten(chat: Chat) -> str:
    chat.says("/invite")
    chat.taps("Rep")
    return "For 10 people"


def ended(chat: Chat) -> str:
    chat.says("/event Hannover Messe, until Friday")
    chat.says("/event")
    chat.taps("Hannover Messe")
    return "It has ended"


def undone_event(chat: Chat) -> str:
    chat.says("/event Hannover Messe, until Friday")
    return "Undo"


DONE_ONCE: dict[str, Callable[[Chat], str]] = {
    "undo on a card": captured,
    "undo asked by /undo": asked_by_command,
    "keep": left_as_it_is,
    "organisation": organisation,
    "just a note": just_a_note,
    "forget for good": forgotten,
    "ignore": ignored,
    "for ten": for_ten,
    "an event has ended": ended,
    "undo of an event": undone_event,
}


@pytest.fixture
def owner(person: Callable[..., Chat]) -> Chat:
    return person(OWNER, "Olga")


def taps_twice(chat: Chat, button: str, seconds: float) -> tuple[Shown, list[Shown]]:
    """The message with the button, and what the second tap brought."""
    label = DONE_ONCE[button](chat)
    on, data = chat.last, chat.last.data_of(label)
    chat.taps_data(data, on)
    chat.office.toasts.clear()
    chat.office.clock.move(seconds=seconds)
    return on, chat.taps_data(data, on)


@pytest.mark.parametrize("button", DONE_ONCE)
def test_the_second_of_two_taps_is_answered_by_a_toast(owner: Chat, office: Office, button: str) -> None:
    _, new = taps_twice(owner, button, seconds=0.8)
    assert new == []
    assert office.toasts in (["That has passed"], ["That is not there (any more)."])


@pytest.mark.parametrize("button", DONE_ONCE)
def test_a_tap_on_what_is_done_long_since_is_answered_by_a_toast(
    owner: Chat, office: Office, button: str
) -> None:
    on, new = taps_twice(owner, button, seconds=90)
    assert new == []
    assert len(office.toasts) == 1 or on.text in ("Left as it is.", "Ignored. Nothing was saved.")


def test_what_was_undone_already_is_said_in_the_members_language(
    office: Office, person: Callable[..., Chat]
) -> None:
    chat = person(OWNER, language="nl")
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == OWNER)).one().language = "nl"
    chat.says(ANNA)
    on, data = chat.last, chat.last.data_of("Ongedaan maken")
    chat.taps_data(data, on)
    office.clock.move(minutes=2)
    chat.taps_data(data, on)
    assert office.toasts == ["Dat was al ongedaan gemaakt."]


def test_another_button_right_after_it_counts(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    card = chat.last
    chat.taps("🔥 Hot", on=card)
    chat.taps("Not hot", on=card)
    chat.taps("🔥 Hot", on=card)
    assert card.lines[0].startswith("🔥")


def test_the_same_button_of_another_message_counts(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    first = chat.last
    chat.says("/find anna")
    data = first.data_of("Note")
    chat.taps_data(data, first)
    assert chat.taps_data(data, chat.messages[-2]) != []


def test_a_tap_that_was_parked_may_be_tried_again(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    card, data = chat.last, chat.last.data_of("Undo")
    with office.database.begin() as session:
        anna = session.scalars(select(Lead)).one()
        anna_id = anna.id
    chat.taps_data("v1:open:0:0:", card)
    with office.database.begin() as session:
        tap = session.scalars(select(Inbox).order_by(Inbox.id.desc())).first()
        assert tap is not None
        tap.payload = tap.payload.replace("v1:open:0:0:", data)
        tap.state = InboxState.PARKED
    chat.taps_data(data, card)
    with office.database.begin() as session:
        assert session.get_one(Lead, (anna.workspace_id, anna_id)).deleted_at is not None


def test_two_taps_make_a_link_good_for_ten_once(owner: Chat, office: Office) -> None:
    taps_twice(owner, "for ten", seconds=90)
    with office.database.begin() as session:
        assert session.scalars(select(Invite)).one().uses_left == 10
