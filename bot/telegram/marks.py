"""Writing down what became of messages: many in one transaction, none lost while the database is away."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import structlog

from bot.running.patience import Patience
from bot.running.runner import Clock
from bot.running.transactions import Transactions
from bot.telegram.deliver import Blocked, Moved, Refused
from crm.store import outbox
from crm.store.database import Session, is_away, is_conflict
from crm.store.sent import Sent, mark_sent

log = structlog.get_logger(__name__)

Mark = Sent | Refused | Blocked | Moved
OnBlocked = Callable[[Session, int], None]


class Marks:
    """`await put(mark)` returns when it is committed. What comes in while a transaction runs goes into the next."""

    def __init__(self, transactions: Transactions, bot_id: int, clock: Clock, on_blocked: OnBlocked) -> None:
        self._transactions = transactions
        self._bot_id = bot_id
        self._clock = clock
        self._on_blocked = on_blocked
        self._pending: list[tuple[Mark, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def put(self, mark: Mark) -> None:
        done = asyncio.get_running_loop().create_future()
        self._pending.append((mark, done))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())
        await asyncio.shield(done)

    async def finish(self) -> None:
        """Waits until everything is written."""
        if self._writing is not None:
            await asyncio.wait([self._writing])

    async def _write_all(self) -> None:
        while self._pending:
            taken, self._pending = self._pending, []
            await self._write_patiently([mark for mark, _ in taken])
            for _, done in taken:
                if not done.done():
                    done.set_result(None)
        self._writing = None

    async def _write_patiently(self, marks: Sequence[Mark]) -> None:
        patience = Patience()
        while True:
            try:
                await self._transactions.run(partial(self._write, marks))
                return
            except Exception as error:
                if is_away(error) or is_conflict(error):
                    log.warning("what was sent cannot be written down yet", error=type(error).__name__)
                    await patience.wait()
                elif len(marks) > 1:
                    for mark in marks:
                        await self._write_patiently([mark])
                    return
                else:
                    await self._write_the_least(marks[0], error)
                    return

    async def _write_the_least(self, mark: Mark, error: Exception) -> None:
        """Something about this one cannot be written: at least it must not be sent again and again."""
        log.error("what was sent cannot be written down whole", outbox=mark.message.id, error=error)
        if isinstance(mark, Sent) and mark.message.links:
            await self._write_patiently([replace(mark, message=replace(mark.message, links=[]))])

    def _write(self, marks: Sequence[Mark], session: Session) -> None:
        now = self._clock()
        if sent := [mark for mark in marks if isinstance(mark, Sent)]:
            mark_sent(session, self._bot_id, sent, now)
        for mark in marks:
            match mark:
                case Refused(message, reason):
                    log.error("Telegram refuses a message", outbox=message.id)
                    outbox.mark_failed(session, message.id, reason)
                case Blocked(message, reason):
                    outbox.mark_blocked(session, self._bot_id, message.chat_id, reason, now)
                    self._on_blocked(session, message.chat_id)
                case Moved(message, new_chat_id):
                    outbox.migrate_chat(session, self._bot_id, message.chat_id, new_chat_id)
