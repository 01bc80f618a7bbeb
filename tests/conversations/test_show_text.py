"""[Show my text]: one's own words come back, nobody else's."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.models import Inbox
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import OWNER, TOM


def entry_of(office: Office, part: str) -> int:
    with office.database.begin() as session:
        return session.scalars(select(Inbox.id).where(Inbox.payload.contains(part))).one()


def parks(office: Office, entry_id: int) -> None:
    """As the runner does after three failed turns."""
    with office.database.begin() as session:
        office.handler.on_trouble(session, session.get_one(Inbox, entry_id), parked=True)
    office.send()


def test_a_parked_text_is_shown_to_whoever_wrote_it(office: Office, chat: Chat) -> None:
    chat.says("Klaus <b>Berger</b> & Söhne")
    parks(office, entry_of(office, "Berger"))
    chat.taps("Show my text")
    assert chat.last.text == "Klaus <b>Berger</b> & Söhne"


@pytest.mark.parametrize("text", ["word " * 800, "<" * 4096, "&😀" * 1300, "one\n" * 1000])
def test_long_texts_come_back_whole(office: Office, chat: Chat, text: str) -> None:
    chat.says(text)
    with office.database.begin() as session:
        entry_id = session.scalars(select(Inbox.id)).one()
    shown: list[Any] = chat.taps_data(encode("show-text", entry_id))
    assert (
        "".join(part.text for part in shown) == text.strip() or "".join(part.text for part in shown) == text
    )


def test_nobody_is_shown_somebody_elses_text(office: Office, chat: Chat, person: Callable[..., Chat]) -> None:
    chat.says("Klaus Berger, secret")
    entry_id = entry_of(office, "secret")
    for user_id in (TOM, OWNER):
        other = person(user_id)
        other.says("/help")
        before = other.last.text
        other.taps_data(encode("show-text", entry_id))
        assert other.last.text == before
    assert set(office.toasts) == {"That has passed"}


def test_an_entry_that_was_purged_has_passed(office: Office, chat: Chat) -> None:
    chat.says("Klaus Berger")
    entry_id = entry_of(office, "Berger")
    with office.database.begin() as session:
        session.get_one(Inbox, entry_id).payload = ""
    chat.taps_data(encode("show-text", entry_id))
    assert office.toasts == ["That has passed"]
