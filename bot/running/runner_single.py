"""Turns on SQLite: the only process keeps the queues in memory and runs up to ten turns a commit."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import structlog

from bot.chat import CallbackAnswer
from bot.running.lanes import Lanes
from bot.running.patience import Patience
from bot.running.runner import CONFLICTS_BORNE, Clock, Committed, OnCommitted, TurnHandler, note_failure
from bot.running.transactions import Transactions
from crm.store import inbox
from crm.store.database import Session, is_away, is_conflict
from crm.store.inbox import OpenEntry

log = structlog.get_logger(__name__)

TURNS_A_COMMIT = 10
_RELOAD_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class _Outcome:
    finished: Sequence[OpenEntry]
    answers: Sequence[CallbackAnswer]
    received: Sequence[OpenEntry]


class SingleRunner:
    """One batch of turns after the other, a transaction each. See bot/running/runner.py.

    A batch in which anything fails is rolled back and its turns run again one by one, so that only the one at fault
    fails. That is rarer than a savepoint for every turn is dear.
    """

    def __init__(
        self,
        transactions: Transactions,
        handler: TurnHandler,
        bot_id: int,
        clock: Clock,
        on_committed: OnCommitted,
    ) -> None:
        self._transactions = transactions
        self._handler = handler
        self._bot_id = bot_id
        self._clock = clock
        self._on_committed = on_committed
        self._lanes = Lanes()
        self._wake = asyncio.Event()
        self._stopping = False
        self._patience = Patience()
        self._conflicts: Counter[int] = Counter()
        self._one_by_one = 0

    def add(self, entries: Sequence[OpenEntry]) -> None:
        self._lanes.add(entries, self._clock())
        self._wake.set()

    def stop(self) -> None:
        self._stopping = True
        self._wake.set()

    async def run(self) -> None:
        reload_at = 0.0
        loop = asyncio.get_running_loop()
        while not self._stopping:
            try:
                if loop.time() >= reload_at:  # at the start; later for what `doctor` requeued
                    self.add(await self._transactions.run(partial(inbox.open_entries, bot_id=self._bot_id)))
                    reload_at = loop.time() + _RELOAD_SECONDS
                batch = self._lanes.next(self._clock(), 1 if self._one_by_one else TURNS_A_COMMIT)
                if batch:
                    await self._run_batch(batch)
                else:
                    await self._wait_for_work(reload_at - loop.time())
                self._patience.reset()
            except Exception as error:
                if not is_away(error):
                    raise
                log.warning("the database is away", error=type(error).__name__)
                await self._patience.wait()

    async def _wait_for_work(self, seconds: float) -> None:
        due = self._lanes.next_moment()
        if due is not None:
            seconds = min(seconds, (due - self._clock()).total_seconds())
        with suppress(TimeoutError):
            async with asyncio.timeout(max(0.001, seconds)):
                await self._wake.wait()
        self._wake.clear()

    async def _run_batch(self, batch: list[OpenEntry]) -> None:
        self._one_by_one = max(0, self._one_by_one - 1)
        try:
            outcome = await self._transactions.run(partial(self._turns, batch))
        except Exception as error:
            if is_away(error):
                raise
            if len(batch) > 1:
                self._one_by_one = len(batch)
            else:
                await self._after_failure(batch[0], error)
            return
        self._lanes.done(outcome.finished)
        self._lanes.add(outcome.received, self._clock())
        self._on_committed(Committed(outcome.answers, ()))

    def _turns(self, batch: list[OpenEntry], session: Session) -> _Outcome:
        """All of them, in one transaction. Those that are not open any more count as finished."""
        answers: list[CallbackAnswer] = []
        rows = inbox.read_open(session, [entry.id for entry in batch])
        by_id = {row.id: row for row in rows}
        for entry in batch:
            if entry.id in by_id:
                answers += self._handler.handle(session, by_id[entry.id])
                session.flush()
        inbox.mark_handled(session, list(by_id), self._clock())
        return _Outcome(batch, answers, inbox.take_received(session))

    async def _after_failure(self, entry: OpenEntry, error: Exception) -> None:
        if is_conflict(error):
            self._conflicts[entry.id] += 1
            if self._conflicts[entry.id] < CONFLICTS_BORNE:
                return
        self._conflicts.pop(entry.id, None)
        try_again_at = await self._transactions.run(partial(self._note, entry, error))
        if try_again_at is None:
            self._lanes.done([entry])
        else:
            self._lanes.hold(entry.lane, try_again_at)
        self._on_committed(Committed((), ()))

    def _note(self, entry: OpenEntry, error: Exception, session: Session) -> datetime | None:
        rows = inbox.read_open(session, [entry.id])
        return note_failure(session, self._handler, rows[0], error, self._clock()) if rows else None
