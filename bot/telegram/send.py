"""The sender: empties the outbox, in order per chat, the most urgent chats first, as fast as Telegram allows."""

import asyncio
from collections import deque
from contextlib import suppress
from functools import partial

import structlog

from bot.documents.made_documents import Make
from bot.running.patience import Patience
from bot.running.transactions import Transactions
from bot.telegram.api import TelegramApi
from bot.telegram.deliver import Blocked, Moved, Outcome, Unreachable, Wait, deliver
from bot.telegram.limits import Limiter
from bot.telegram.marks import Marks
from crm.store import outbox
from crm.store.file_store import FileStore
from crm.store.outbox import Message

log = structlog.get_logger(__name__)

AT_A_TIME = 8
_LOOK_SECONDS = 0.2
_BATCH_SECONDS = 0.05
"""A batch read is used up for that long; then it is read anew, so that a reply overtakes a thousand reminders."""
_TWO_CHATS_SECONDS = 1.0
_MOST_SECONDS = 30.0
_FINISH_SECONDS = 2.0


class Sender:
    """`run()` until cancelled; `wake()` when something was put into the outbox."""

    def __init__(
        self,
        api: TelegramApi,
        transactions: Transactions,
        marks: Marks,
        limiter: Limiter,
        bot_id: int,
        *,
        alone: bool,
        files: FileStore | None = None,
        make: Make | None = None,
    ) -> None:
        """alone: no other process writes to the outbox, so there is no need to look without being woken.

        files: where bytes are kept that Telegram does not have. make: of documents that are made when they are sent.
        """
        self._api = api
        self._transactions = transactions
        self._marks = marks
        self._limiter = limiter
        self._bot_id = bot_id
        self._files = files
        self._make = make
        self._look_seconds = 5.0 if alone else _LOOK_SECONDS
        self._wake = asyncio.Event()
        self._slots = asyncio.Semaphore(AT_A_TIME)
        self._serving: dict[int, asyncio.Task[None]] = {}
        self._waiting: dict[int, float] = {}
        self._patience: dict[int, Patience] = {}
        self._all_wait_until = 0.0
        self._refused_at: tuple[int, float] = (0, float("-inf"))
        self._stopping = False

    def wake(self) -> None:
        self._wake.set()

    async def run(self) -> None:
        patience = Patience()
        self._stopping = False
        try:
            while True:
                self._wake.clear()
                try:
                    batch = await self._read()
                except Exception as error:
                    log.warning("the outbox cannot be read", error=type(error).__name__)
                    await patience.wait()
                    continue
                patience.reset()
                if await self._start_serving(deque(batch)):
                    await self._wait_for_more()
        finally:
            await self._finish()

    async def _read(self) -> list[list[Message]]:
        busy = [*self._serving, *self._waiting]
        return await asyncio.to_thread(self._read_now, busy)

    def _read_now(self, busy: list[int]) -> list[list[Message]]:
        with self._transactions.database.read() as session:
            return outbox.next_batch(session, self._bot_id, busy=busy)

    async def _start_serving(self, batch: deque[list[Message]]) -> bool:
        """False: it took so long that what is left must be read anew."""
        loop = asyncio.get_running_loop()
        stale_at = loop.time() + _BATCH_SECONDS
        while batch and loop.time() < stale_at:
            wait = max(self._all_wait_until - loop.time(), self._limiter.wait_for_any(loop.time()))
            if wait > 0:
                await asyncio.sleep(min(wait, _BATCH_SECONDS))
                continue
            await self._slots.acquire()
            self._slots.release()
            messages = batch.popleft()
            chat_id = messages[0].chat_id
            if chat_id not in self._serving:
                self._serving[chat_id] = asyncio.create_task(self._serve(chat_id, messages))
        return not batch

    async def _wait_for_more(self) -> None:
        """Until woken, or a chat need not wait any longer."""
        loop = asyncio.get_running_loop()
        seconds = min([self._look_seconds, *(until - loop.time() for until in self._waiting.values())])
        with suppress(TimeoutError):
            async with asyncio.timeout(
                seconds
            ):  # not wait_for: in Python 3.11 that can swallow a cancellation
                await self._wake.wait()
        self._waiting = {chat: until for chat, until in self._waiting.items() if until > loop.time()}

    async def _serve(self, chat_id: int, messages: list[Message]) -> None:
        """Sends these in order, each marked before the next; stops where the chat must wait."""
        try:
            for message in messages:
                async with self._slots:
                    if self._stopping or not self._may_go(chat_id):
                        return
                    outcome = await deliver(self._api, message, self._number_of, self._files, self._make)
                    self._limiter.answered(chat_id, asyncio.get_running_loop().time())
                if not await self._settle(chat_id, outcome):
                    return
        except Exception as error:
            log.error("sending failed", chat=chat_id, error=error)
            self._put_off(chat_id, _MOST_SECONDS)
        finally:
            del self._serving[chat_id]
            self._wake.set()

    def _may_go(self, chat_id: int) -> bool:
        now = asyncio.get_running_loop().time()
        wait = max(self._all_wait_until - now, 0.0) or self._limiter.take(chat_id, now)
        if wait > 0:
            self._put_off(chat_id, wait)
        return wait <= 0

    async def _settle(self, chat_id: int, outcome: Outcome) -> bool:
        """True: on with the next message of this chat."""
        match outcome:
            case Wait(seconds):
                log.warning("Telegram asks to wait", chat=chat_id, seconds=seconds)
                self._note_refusal(chat_id, seconds)
                return False
            case Unreachable(error):
                patience = self._patience.setdefault(chat_id, Patience(0.5, _MOST_SECONDS))
                seconds = patience.grow()
                log.warning("Telegram cannot be reached", error=error, wait=seconds)
                self._put_off(chat_id, seconds)
                return False
            case _:
                self._patience.pop(chat_id, None)
                await self._marks.put(outcome)
                return not isinstance(outcome, Moved | Blocked)

    def _note_refusal(self, chat_id: int, seconds: float) -> None:
        """A 429 stops its chat; a second chat's within a second stops all."""
        now = asyncio.get_running_loop().time()
        other, at = self._refused_at
        if other != chat_id and now - at <= _TWO_CHATS_SECONDS:
            self._all_wait_until = max(self._all_wait_until, now + seconds)
        self._refused_at = (chat_id, now)
        self._put_off(chat_id, seconds)

    def _put_off(self, chat_id: int, seconds: float) -> None:
        self._waiting[chat_id] = asyncio.get_running_loop().time() + seconds

    async def _number_of(self, outbox_id: int) -> int | None:
        return await self._transactions.run(partial(outbox.message_of, outbox_id=outbox_id))

    async def _finish(self) -> None:
        """Lets what is on its way arrive and be marked."""
        self._stopping = True
        if self._serving:
            _, late = await asyncio.wait(self._serving.values(), timeout=_FINISH_SECONDS)
            for task in late:
                task.cancel()
        await self._marks.finish()
