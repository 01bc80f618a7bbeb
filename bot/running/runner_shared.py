"""Turns on PostgreSQL: any number of processes, each with a few workers that claim lanes."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial

import structlog

from bot.chat import CallbackAnswer
from bot.running.patience import Patience
from bot.running.runner import CONFLICTS_BORNE, Clock, Committed, OnCommitted, TurnHandler, note_failure
from bot.running.transactions import Transactions
from crm.store import inbox
from crm.store.database import Session, is_away, is_conflict
from crm.store.inbox import OpenEntry

log = structlog.get_logger(__name__)

_LOOK_SECONDS = 0.2
"""So often a process looks for what others put into the inbox, and for what has become due."""


class SharedRunner:
    """Workers take lanes from a queue; the queue is filled by `add` and by looking. See bot/running/runner.py."""

    def __init__(
        self,
        transactions: Transactions,
        handler: TurnHandler,
        bot_id: int,
        clock: Clock,
        workers: int,
        on_committed: OnCommitted,
    ) -> None:
        self._transactions = transactions
        self._handler = handler
        self._bot_id = bot_id
        self._clock = clock
        self._workers = workers
        self._on_committed = on_committed
        self._queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._queued: set[str] = set()
        self._in_hand: set[str] = set()
        self._conflicts: Counter[int] = Counter()
        self._stopping = asyncio.Event()

    def add(self, entries: Sequence[OpenEntry]) -> None:
        self._offer(entry.lane for entry in entries)

    def stop(self) -> None:
        self._stopping.set()
        for _ in range(self._workers):
            self._queue.put_nowait(None)

    async def run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._look())
            for _ in range(self._workers):
                tasks.create_task(self._work())

    def _offer(self, lanes: Iterable[str]) -> None:
        for lane in lanes:
            if lane not in self._queued:
                self._queued.add(lane)
                self._queue.put_nowait(lane)

    async def _look(self) -> None:
        patience = Patience()
        while not self._stopping.is_set():
            try:
                lanes = await self._transactions.run(
                    partial(inbox.open_lanes, bot_id=self._bot_id, now=self._clock())
                )
                patience.reset()
                self._offer(lane for lane in lanes if lane not in self._in_hand)
                wait = _LOOK_SECONDS
            except Exception as error:
                if not is_away(error):
                    raise
                log.warning("the database is away", error=type(error).__name__)
                wait = patience.grow()
            with suppress(TimeoutError):
                async with asyncio.timeout(wait):
                    await self._stopping.wait()

    async def _work(self) -> None:
        patience = Patience()
        while not self._stopping.is_set():
            lane = await self._queue.get()
            if lane is None:
                return
            self._queued.discard(lane)
            if lane in self._in_hand:
                continue  # whoever has it offers it again
            self._in_hand.add(lane)
            try:
                more = await self._turn(lane)
                patience.reset()
            except Exception as error:
                if not is_away(error):
                    raise
                await patience.wait()
                more = True
            finally:
                self._in_hand.discard(lane)
            if more:
                self._offer([lane])

    async def _turn(self, lane: str) -> bool:
        """One turn of the lane, if there is one to be had. True: there may be more."""
        claimed: list[int] = []
        try:
            committed = await self._transactions.run(partial(self._claim_and_handle, lane, claimed))
        except Exception as error:
            if is_away(error) or not claimed:
                raise
            await self._after_failure(lane, claimed[0], error)
            return True
        if committed is None:
            return False
        self.add(committed.received)
        self._on_committed(committed)
        return True

    def _claim_and_handle(self, lane: str, claimed: list[int], session: Session) -> Committed | None:
        entry = inbox.claim_head(session, self._bot_id, lane, self._clock())
        if entry is None:
            return None
        claimed.append(entry.id)
        answers: list[CallbackAnswer] = self._handler.handle(session, entry)
        session.flush()
        inbox.mark_handled(session, claimed, self._clock())
        return Committed(answers, inbox.take_received(session))

    async def _after_failure(self, lane: str, entry_id: int, error: Exception) -> None:
        if is_conflict(error):
            self._conflicts[entry_id] += 1
            if self._conflicts[entry_id] < CONFLICTS_BORNE:
                return
        self._conflicts.pop(entry_id, None)
        await self._transactions.run(partial(self._note, lane, entry_id, error))
        self._on_committed(Committed((), ()))

    def _note(self, lane: str, entry_id: int, error: Exception, session: Session) -> None:
        """Only where the entry is still the head, and nobody else has the lane."""
        entry = inbox.claim_head(session, self._bot_id, lane, self._clock())
        if entry is not None and entry.id == entry_id:
            note_failure(session, self._handler, entry, error, self._clock())
