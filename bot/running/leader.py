"""One process leads: it polls, sends and ticks. The others run turns and stand by."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import structlog

from bot.running.runner import Clock
from bot.running.transactions import Transactions
from crm.store import leases
from crm.store.database import Session

log = structlog.get_logger(__name__)

LEASE_SECONDS = 5.0
_RENEW_SECONDS = 1.0


class Leader:
    """Takes the lease, runs `lead` while it holds it, and gives it up at the end.

    Whoever cannot renew in time stops leading before anybody else may begin.
    """

    def __init__(
        self,
        transactions: Transactions,
        bot_id: int,
        name: str,
        clock: Clock,
        lead: Callable[[], Awaitable[None]],
    ) -> None:
        self._transactions = transactions
        self._bot_id = bot_id
        self._name = name
        self._clock = clock
        self._lead = lead

    async def run(self) -> None:
        """Until cancelled."""
        loop = asyncio.get_running_loop()
        leading: asyncio.Task[None] | None = None
        held_until = 0.0
        try:
            while True:
                asked_at = loop.time()
                patience = LEASE_SECONDS / 2 if leading is None else held_until - asked_at
                if await self._take_or_renew(patience):
                    held_until = asked_at + LEASE_SECONDS - _RENEW_SECONDS
                    if leading is None:
                        log.info("leading", process=self._name)
                        leading = asyncio.ensure_future(self._lead())
                elif leading is not None and loop.time() >= held_until:
                    log.warning("no longer leading", process=self._name)
                    await _end(leading)
                    leading = None
                if leading is not None and leading.done():
                    leading.result()
                pause = _RENEW_SECONDS if leading is None else min(_RENEW_SECONDS, held_until - loop.time())
                await asyncio.sleep(max(0.0, pause))
        finally:
            if leading is not None:
                await _end(leading)
                await self._release()

    async def _take_or_renew(self, patience: float) -> bool:
        asking = asyncio.ensure_future(self._transactions.run(self._ask))
        try:
            async with asyncio.timeout(patience):
                return await asyncio.shield(asking)
        except asyncio.CancelledError:
            await asyncio.wait([asking], timeout=_RENEW_SECONDS)  # else it may renew what is given up next
            raise
        except Exception as error:
            log.warning("the lease cannot be renewed", error=type(error).__name__)
            return False

    def _ask(self, session: Session) -> bool:
        now = leases.database_time(session) or self._clock()
        return leases.take_or_renew(session, self._bot_id, self._name, now, timedelta(seconds=LEASE_SECONDS))

    async def _release(self) -> None:
        try:
            await self._transactions.run(partial(leases.release, bot_id=self._bot_id, holder=self._name))
        except Exception as error:
            log.warning("the lease cannot be given up; it expires", error=type(error).__name__)


async def _end(task: "asyncio.Future[None]") -> None:
    task.cancel()
    await asyncio.wait([task])
