"""The doctor finds what is wrong with the set-up, lists what was given up without its words, and requeues it."""

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from rich.console import Console
from sqlalchemy import select

from bot.app import real_clock
from bot.command_line.doctor import examine
from bot.settings import Settings
from bot.simulator.running import Running, serve
from bot.simulator.world import World
from crm.models import Chat, Inbox, InboxState, Outbox, OutboxState, Source
from crm.store import outbox
from crm.store.database import Database
from crm.store.migrate import downgrade
from tests.factories import next_id

SECRET = "call Klaus about the secret price"
NOW = datetime.now(UTC)

Examine = Callable[..., tuple[bool, str]]


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def telegram(world: World) -> Iterator[Running]:
    with serve(world) as running:
        yield running


@pytest.fixture
def doctor(world: World, telegram: Running, database: Database, tmp_path: Any) -> Examine:
    """doctor(requeue=True, TELEGRAM…) -> whether all is well, and what it printed."""

    def call(
        *, requeue: bool = False, clock: Callable[[], datetime] = real_clock, **changed: Any
    ) -> tuple[bool, str]:
        given: dict[str, Any] = {
            "telegram_bot_token": world.token,
            "telegram_api_url": telegram.url,
            "database_url": database.url.render_as_string(hide_password=False),
            "handslag_backup_folder": tmp_path / "backups",
        }
        settings = Settings(_env_file=None, **(given | changed))  # type: ignore[call-arg]
        out = io.StringIO()
        fine = examine(settings, Console(file=out, width=160), requeue=requeue, clock=clock)
        return fine, out.getvalue()

    return call


def park(database: Database, bot_id: int, payload: str = f'{{"text": "{SECRET}"}}') -> int:
    row_id = next_id()
    with database.begin() as session:
        session.add(
            Inbox(
                id=row_id,
                bot_id=bot_id,
                source=Source.TELEGRAM,
                external_id=str(row_id),
                lane="c1",
                payload=payload,
                received_at=NOW,
                state=InboxState.PARKED,
                tries=3,
                error="KeyError at bot/turn.py:12 handle",
            )
        )
    return row_id


def fail(database: Database, bot_id: int, chat_id: int) -> int:
    row_id = next_id()
    with database.begin() as session:
        outbox.enqueue(
            session,
            id=row_id,
            bot_id=bot_id,
            chat_id=chat_id,
            workspace_id=None,
            idempotency_key=str(row_id),
            body={"text": SECRET},
            created_at=NOW,
        )
        outbox.mark_failed(session, row_id, "Bad Request: chat not found")
    return row_id


def test_a_sound_set_up_is_fine(doctor: Examine) -> None:
    fine, said = doctor()
    assert fine, said
    assert "@handslag_demo_bot" in said
    assert "up to date" in said
    assert "wrong" not in said


def test_parked_entries_and_failed_messages_are_listed_without_their_words(
    doctor: Examine, database: Database, world: World
) -> None:
    entry, message = park(database, world.bot["id"]), fail(database, world.bot["id"], 77)
    fine, said = doctor()
    assert not fine
    assert str(entry) in said
    assert "KeyError at bot/turn.py:12" in said
    assert str(message) in said
    assert "chat not found" in said
    assert "secret" not in said


def test_requeued_entries_and_messages_are_tried_again(
    doctor: Examine, database: Database, world: World
) -> None:
    entry, message = park(database, world.bot["id"]), fail(database, world.bot["id"], 77)
    fine, said = doctor(requeue=True)
    assert fine, said
    assert "1 parked entries, 1 failed messages" in said
    with database.read() as session:
        assert session.get_one(Inbox, entry).state is InboxState.OPEN
        assert session.get_one(Inbox, entry).tries == 0
        assert session.get_one(Outbox, message).state is OutboxState.OPEN


def test_a_message_to_somebody_who_blocked_the_bot_is_counted_but_not_tried_again(
    doctor: Examine, database: Database, world: World
) -> None:
    bot_id = world.bot["id"]
    fail(database, bot_id, 77)
    with database.begin() as session:
        session.add(Chat(bot_id=bot_id, chat_id=77, type="private", blocked_at=NOW))
    fine, said = doctor(requeue=True)
    assert fine
    assert "1 blocked" in said
    with database.read() as session:
        assert session.scalars(select(Outbox.state)).all() == [OutboxState.FAILED]


def test_an_entry_that_was_emptied_stays_parked(doctor: Examine, database: Database, world: World) -> None:
    park(database, world.bot["id"], payload="")
    fine, said = doctor(requeue=True)
    assert not fine
    assert "0 parked entries" in said


def test_a_refused_token_and_an_absent_telegram_are_told_apart(doctor: Examine, world: World) -> None:
    assert "refused" in doctor(telegram_bot_token="7000000001:another-token-that-nobody-knows")[1]
    world.go_away()
    fine, said = doctor()
    assert not fine
    assert "cannot be reached" in said


def test_an_unmigrated_database_is_told(doctor: Examine, database: Database) -> None:
    downgrade(database)
    fine, said = doctor()
    assert not fine
    assert "handslag migrate" in said


def test_a_database_that_is_not_there_is_told_and_not_made(doctor: Examine, tmp_path: Any) -> None:
    fine, said = doctor(database_url=f"sqlite:///{tmp_path}/nothing.db")
    assert not fine
    assert "there is no database" in said
    assert not (tmp_path / "nothing.db").exists()


@pytest.mark.parametrize(("seconds", "fine"), [(10, True), (-300, False), (300, False)])
def test_a_clock_that_is_off_is_told(doctor: Examine, seconds: int, fine: bool) -> None:
    now = datetime.now(UTC) + timedelta(seconds=seconds)
    sound, said = doctor(clock=lambda: now)
    assert sound is fine, said
