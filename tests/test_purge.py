"""Raw updates and sent texts are emptied after seven days, and nothing that still waits."""

from datetime import timedelta

import pytest

from bot.sweeps.purge import purge
from crm.models import Inbox, InboxState, Outbox, OutboxState, Source
from crm.store.database import Database
from tests.clock import Clock
from tests.factories import next_id


def came_in(database: Database, clock: Clock, state: InboxState) -> int:
    row = Inbox(
        id=next_id(), bot_id=1, source=Source.TELEGRAM, external_id=f"{next_id()}", lane="c1",
        payload='{"text": "Klaus"}', received_at=clock(), state=state,
    )  # fmt: skip
    with database.begin() as session:
        session.add(row)
    return row.id


def went_out(database: Database, clock: Clock, state: OutboxState) -> int:
    row = Outbox(
        id=next_id(), bot_id=1, chat_id=1, idempotency_key=f"{next_id()}", body={"text": "Klaus"}, links=[],
        created_at=clock(), state=state,
    )  # fmt: skip
    with database.begin() as session:
        session.add(row)
    return row.id


def sweeps(database: Database, clock: Clock) -> None:
    with database.begin() as session:
        purge(session, clock())


@pytest.mark.parametrize(("days", "kept"), [(6.9, True), (7.1, False)])
def test_handled_updates_and_sent_texts_are_kept_for_seven_days(
    database: Database, clock: Clock, days: float, kept: bool
) -> None:
    entry = came_in(database, clock, InboxState.HANDLED)
    message = went_out(database, clock, OutboxState.SENT)
    clock.move(days=days)
    sweeps(database, clock)
    with database.begin() as session:
        assert bool(session.get_one(Inbox, entry).payload) is kept
        assert bool(session.get_one(Outbox, message).body) is kept


@pytest.mark.parametrize("state", [InboxState.OPEN, InboxState.PARKED])
def test_what_was_not_handled_is_kept(database: Database, clock: Clock, state: InboxState) -> None:
    entry = came_in(database, clock, state)
    clock.move(days=30)
    sweeps(database, clock)
    with database.begin() as session:
        assert "Klaus" in session.get_one(Inbox, entry).payload


@pytest.mark.parametrize("state", [OutboxState.OPEN, OutboxState.FAILED])
def test_what_was_not_sent_is_kept(database: Database, clock: Clock, state: OutboxState) -> None:
    message = went_out(database, clock, state)
    clock.move(days=30)
    sweeps(database, clock)
    with database.begin() as session:
        assert session.get_one(Outbox, message).body == {"text": "Klaus"}


def test_more_than_a_slice_is_swept_again_soon(sqlite_database: Database, clock: Clock) -> None:
    for _ in range(501):
        came_in(sqlite_database, clock, InboxState.HANDLED)
    clock.move(days=8)
    with sqlite_database.begin() as session:
        assert purge(session, clock()) == clock() + timedelta(seconds=1)
    with sqlite_database.begin() as session:
        assert purge(session, clock()) is None
