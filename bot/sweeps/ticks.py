"""Ticks for the sweeps: at the next moment that something is due, and every half minute in any case.

The rows are the schedule; APScheduler only ticks, from memory, so nothing is lost with it.
"""

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.running.runner import Clock
from bot.running.transactions import Transactions
from crm.store import inbox
from crm.store.database import Session
from crm.store.inbox import OpenEntry

log = structlog.get_logger(__name__)

Sweep = Callable[[Session, datetime], datetime | None]
"""Does what is due by that moment, in a transaction of its own. Returns when it wants to be called next, or None."""

_SECONDS = 30


class Ticks:
    """Calls each sweep in turn; one that fails does not keep the others from theirs."""

    def __init__(
        self,
        transactions: Transactions,
        sweeps: Sequence[Sweep],
        clock: Clock,
        on_swept: Callable[[Sequence[OpenEntry]], None],
    ) -> None:
        self._transactions = transactions
        self._sweeps = sweeps
        self._clock = clock
        self._on_swept = on_swept
        self._lock = asyncio.Lock()

    async def run(self) -> None:
        """Until cancelled. The first tick comes at once: what fell due while nothing ran is done now."""
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._scheduler.add_job(self.tick, "interval", seconds=_SECONDS, next_run_time=datetime.now(UTC))
        self._scheduler.start()
        try:
            await asyncio.Event().wait()
        finally:
            # The sweep in hand is finished first: APScheduler would break it off, and complain.
            async with self._lock:
                self._scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        async with self._lock:
            wanted = [await self._sweep(sweep) for sweep in self._sweeps]
        soonest = min((moment for moment in wanted if moment is not None), default=None)
        if soonest is not None:
            wait = max(timedelta(seconds=0.1), soonest - self._clock())
            if wait < timedelta(seconds=_SECONDS):
                self._scheduler.add_job(
                    self.tick, "date", run_date=datetime.now(UTC) + wait, id="soonest", replace_existing=True
                )

    async def _sweep(self, sweep: Sweep) -> datetime | None:
        now = self._clock()
        try:
            wanted, received = await self._transactions.run(partial(_swept, sweep, now))
        except Exception as error:
            log.error("a sweep failed", sweep=getattr(sweep, "__name__", type(sweep).__name__), error=error)
            return None
        self._on_swept(received)
        return wanted


def _swept(sweep: Sweep, now: datetime, session: Session) -> tuple[datetime | None, list[OpenEntry]]:
    return sweep(session, now), inbox.take_received(session)
