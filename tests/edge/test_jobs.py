"""Slow work: fetched outside transactions, tried again, and its result received exactly once."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot.running.jobs import CannotFetchError, Do, Jobs, Task
from bot.running.transactions import Transactions
from bot.simulator.running import Running
from bot.simulator.world import World
from bot.telegram.api import TelegramApi
from crm.models import Inbox, Job, JobState, Source
from crm.store.database import Database
from crm.store.jobs import TRIES, Asked, ask_job, finish_job
from crm.store.work import start_work
from tests.clock import Clock
from tests.edge.conftest import going
from tests.factories import next_id

BOT = 1000
ASKED = Asked("read", 1, 7, 8, {"name": "x.csv"})


def asks(database: Database, clock: Clock, file_id: str | None = "f") -> int:
    with database.begin() as session:
        return ask_job(start_work(session, clock(), next_id, next_id()), BOT, ASKED, file_id=file_id)


def job(database: Database, job_id: int) -> Job:
    with database.read() as session:
        return session.get_one(Job, job_id)


def results(database: Database) -> list[dict[str, Any]]:
    with database.read() as session:
        found = session.scalars(select(Inbox).where(Inbox.source == Source.JOB).order_by(Inbox.id)).all()
    assert all(entry.lane == "c7" for entry in found)
    return [json.loads(entry.payload) for entry in found]


async def runs_until(
    database: Database,
    clock: Clock,
    done: Callable[[], bool],
    do: Do,
    fetch: Callable[[str], Awaitable[bytes]],
) -> None:
    transactions = Transactions(database, threads=2)
    jobs = Jobs(transactions, BOT, clock, next_id, fetch, {"read": do}, lambda entries: None)
    async with going(jobs.run), asyncio.timeout(20):
        while not done():  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    transactions.close()


async def bytes_of(file_id: str) -> bytes:
    return file_id.encode()


def size(task: Task) -> dict[str, Any]:
    assert task.file is not None
    return {"size": len(task.file.read_bytes()), "name": task.asked["name"]}


async def test_what_was_asked_for_is_fetched_done_and_comes_back_once(
    database: Database, clock: Clock
) -> None:
    job_id = asks(database, clock, "four")
    await runs_until(database, clock, lambda: bool(results(database)), size, bytes_of)
    (result,) = results(database)
    assert result["result"] == {"size": 4, "name": "x.csv"}
    assert (result["asked"]["user_id"], result["asked"]["workspace_id"]) == (8, 1)
    assert job(database, job_id).state is JobState.DONE
    with database.begin() as session:
        assert finish_job(session, job_id, {"size": 5}, clock(), next_id) == []
    assert results(database) == [result]


async def test_a_failure_is_tried_again_later(database: Database, clock: Clock) -> None:
    job_id = asks(database, clock)
    calls = []

    async def unreachable_once(file_id: str) -> bytes:
        calls.append(file_id)
        if len(calls) == 1:
            raise ConnectionError("no network")
        return b"x"

    def waits_or_is_done() -> bool:
        if job(database, job_id).tries and len(calls) == 1:
            clock.move(seconds=3)
        return bool(results(database))

    await runs_until(database, clock, waits_or_is_done, size, unreachable_once)
    assert results(database)[0]["result"]["size"] == 1
    assert "no network" not in (job(database, job_id).error or "")


async def test_what_fails_each_time_is_given_up_and_said(database: Database, clock: Clock) -> None:
    job_id = asks(database, clock)

    def fails(task: Task) -> dict[str, Any]:
        raise RuntimeError("a mistake of ours")

    def moves_on() -> bool:
        clock.move(seconds=1)
        return bool(results(database))

    await runs_until(database, clock, moves_on, fails, bytes_of)
    assert results(database)[0]["failed"] == "failed"
    assert (job(database, job_id).state, job(database, job_id).tries) == (JobState.FAILED, TRIES)


async def test_what_no_try_can_fetch_is_said_at_once(database: Database, clock: Clock) -> None:
    asks(database, clock)

    async def too_big(file_id: str) -> bytes:
        raise CannotFetchError("too-big")

    await runs_until(database, clock, lambda: bool(results(database)), size, too_big)
    assert results(database)[0]["failed"] == "too-big"


async def test_a_process_that_died_in_between_does_it_again(database: Database, clock: Clock) -> None:
    """Cancelled while it fetches; the next start finds the row."""
    job_id = asks(database, clock)
    started = asyncio.Event()

    async def never(file_id: str) -> bytes:
        started.set()
        await asyncio.Event().wait()
        return b""

    await runs_until(database, clock, started.is_set, size, never)
    assert job(database, job_id).state is JobState.OPEN
    await runs_until(database, clock, lambda: bool(results(database)), size, bytes_of)
    assert len(results(database)) == 1


async def test_files_come_from_telegram(world: World, telegram: Running) -> None:
    api = TelegramApi(world.token, telegram.url)
    file = world.files.document(b"Name\nKlaus\n", "x.csv", "text/csv")
    assert await api.download(file["file_id"]) == b"Name\nKlaus\n"
    large = world.files.document(b"x" * (20 * 1024 * 1024 + 1), "large.csv", "text/csv")
    for file_id, word in ((large["file_id"], "too-big"), ("nobody's", "gone")):
        with pytest.raises(CannotFetchError, match=word):
            await api.download(file_id)
    await api.close()
