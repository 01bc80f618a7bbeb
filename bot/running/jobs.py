"""Stop 2, Prepare: what a turn asked for is fetched and worked on outside any transaction, some at a time.

A room says how its jobs are done (`Room.jobs`), and what is said when one has come back (`Room.done`). A process that
dies in between does the job again at its next start; its result is received once.
"""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import structlog

from bot.logs import places_of
from bot.running.patience import Patience
from bot.running.runner import Clock
from bot.running.transactions import Transactions
from crm.models import Job
from crm.store.database import Database, Session, is_away
from crm.store.file_store import FileStore
from crm.store.inbox import OpenEntry
from crm.store.jobs import fail_job, finish_job, next_jobs

log = structlog.get_logger(__name__)

AT_A_TIME = 4
_LOOK_SECONDS = 0.3

Result = TypeVar("Result")
Fetch = Callable[[str], Awaitable[bytes]]
"""A file's bytes by its Telegram id. Raises CannotFetchError where no try will do, anything else where one may."""


class CannotFetchError(Exception):
    """word: why, for whoever asked: "too-big", "gone"."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


@dataclass(frozen=True, slots=True)
class Task:
    """A job in hand. file: what was fetched, None where nothing was; it is removed afterwards.

    commit: does something in a transaction of its own, which must not last. files: where bytes are kept, None: nowhere.
    """

    id: int
    workspace_id: int
    asked: Mapping[str, Any]
    file: Path | None
    database: Database
    commit: Callable[[Callable[[Session], Any]], Any]
    ids: Callable[[], int]
    clock: Clock
    files: FileStore | None = None


Do = Callable[[Task], dict[str, Any]]
"""Runs in a thread; returns JSON. What it writes by `commit` must be the same when it is done twice."""


class Jobs:
    """`run()` until cancelled; only where this process leads."""

    def __init__(
        self,
        transactions: Transactions,
        bot_id: int,
        clock: Clock,
        ids: Callable[[], int],
        fetch: Fetch,
        doers: Mapping[str, Do],
        on_received: Callable[[Sequence[OpenEntry]], None],
        files: FileStore | None = None,
    ) -> None:
        self._transactions = transactions
        self._bot_id = bot_id
        self._clock = clock
        self._ids = ids
        self._fetch = fetch
        self._doers = doers
        self._on_received = on_received
        self._files = files
        self._in_hand: dict[int, asyncio.Task[None]] = {}

    async def run(self) -> None:
        patience = Patience()
        try:
            while True:
                try:
                    await self._take()
                    patience.reset()
                    await asyncio.sleep(_LOOK_SECONDS)
                except Exception as error:
                    if not is_away(error):
                        raise
                    await patience.wait()
        finally:
            for task in self._in_hand.values():
                task.cancel()

    async def _take(self) -> None:
        if len(self._in_hand) >= AT_A_TIME:
            return
        found = await asyncio.to_thread(self._look, list(self._in_hand), AT_A_TIME - len(self._in_hand))
        for job in found:
            self._in_hand[job.id] = asyncio.create_task(self._work(job))

    def _look(self, busy: list[int], limit: int) -> list[Job]:
        with self._transactions.database.read() as session:
            return next_jobs(session, self._bot_id, self._clock(), busy=busy, limit=limit)

    async def _work(self, job: Job) -> None:
        try:
            try:
                result = await self._do(job)
            except CannotFetchError as error:
                settle = partial(fail_job, error=error.word, hopeless=error.word)
            except Exception as error:
                log.error("a job failed", job=job.id, what=job.what, error=error)
                settle = partial(fail_job, error=places_of(error))
            else:
                settle = partial(finish_job, result=result)
            received = await self._transactions.run(
                lambda session: settle(session, job.id, now=self._clock(), ids=self._ids)
            )
            self._on_received(received)
        except Exception as error:  # it stays open, and is taken again
            log.warning("the outcome of a job cannot be written down yet", job=job.id, error=error)
        finally:
            del self._in_hand[job.id]

    async def _do(self, job: Job) -> dict[str, Any]:
        do = self._doers[job.what]
        with tempfile.TemporaryDirectory(prefix="handslag-job-") as folder:
            file = None
            if job.file_id is not None:
                file = Path(folder) / "file"
                file.write_bytes(await self._fetch(job.file_id))
            return await asyncio.to_thread(do, self.task(job, file))

    def task(self, job: Job, file: Path | None) -> Task:
        return Task(
            id=job.id,
            workspace_id=job.workspace_id,
            asked=job.asked,
            file=file,
            database=self._transactions.database,
            commit=self._transactions.run_here,
            ids=self._ids,
            clock=self._clock,
            files=self._files,
        )
