"""Long polling: what came in is stored first, and only then confirmed by the next offset."""

import asyncio
import json
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import structlog
from telegram.error import Conflict, RetryAfter, TelegramError

from bot.running.patience import Patience
from bot.running.runner import Clock
from bot.running.transactions import Transactions
from bot.telegram.answers import Answers
from bot.telegram.api import TelegramApi, seconds_of
from bot.telegram.convert import lane_of
from crm.models import Source
from crm.store import inbox
from crm.store.database import Session
from crm.store.inbox import NewEntry, OpenEntry

log = structlog.get_logger(__name__)

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
_POLL_SECONDS = 25


class Receiver:
    """Puts raw updates into the inbox, and says so to whoever runs the turns. Polling and webhook share it."""

    def __init__(
        self,
        transactions: Transactions,
        bot_id: int,
        clock: Clock,
        ids: Callable[[], int],
        answers: Answers,
        on_received: Callable[[Sequence[OpenEntry]], None],
    ) -> None:
        self._transactions = transactions
        self._bot_id = bot_id
        self._clock = clock
        self._ids = ids
        self._answers = answers
        self._on_received = on_received

    async def store(self, updates: Sequence[Any]) -> None:
        """One transaction; committed when this returns. Raises what the database raises: then nothing is stored."""
        entries = [_entry(update) for update in updates if _has_id(update)]
        new = await self._transactions.run(partial(self._insert, entries))
        for update in updates:
            query = update.get("callback_query") if isinstance(update, dict) else None
            if isinstance(query, dict) and isinstance(query.get("id"), str):
                self._answers.expect(query["id"])
        self._on_received(new)

    def _insert(self, entries: list[NewEntry], session: Session) -> list[OpenEntry]:
        return inbox.receive(session, self._bot_id, Source.TELEGRAM, entries, self._clock(), self._ids)


def _has_id(update: Any) -> bool:
    return isinstance(update, dict) and isinstance(update.get("update_id"), int)


def _entry(update: dict[str, Any]) -> NewEntry:
    payload = json.dumps(update, ensure_ascii=False, separators=(",", ":"))
    try:
        payload.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        payload = json.dumps(update, separators=(",", ":"))
    return NewEntry(str(update["update_id"]), lane_of(update), payload)


class Poller:
    """getUpdates, one batch after the other, until cancelled."""

    def __init__(self, api: TelegramApi, receiver: Receiver) -> None:
        self._api = api
        self._receiver = receiver
        self._offset: int | None = None

    async def run(self) -> None:
        patience = Patience(first=0.2, most=10.0)
        webhook_gone = False
        while True:
            try:
                if not webhook_gone:
                    await self._api.call("deleteWebhook")
                    webhook_gone = True
                updates = await self._api.get_updates(self._offset, ALLOWED_UPDATES, _POLL_SECONDS)
            except RetryAfter as error:
                await asyncio.sleep(seconds_of(error))
                continue
            except Conflict:
                log.warning("somebody else polls for this bot")
                webhook_gone = False
                await patience.wait()
                continue
            except TelegramError as error:
                log.warning("Telegram cannot be reached", error=type(error).__name__)
                await patience.wait()
                continue
            patience.reset()
            if updates:
                await self._store(updates)

    async def _store(self, updates: list[Any]) -> None:
        """Tries until it is stored. The offset moves only then, so a restart gets the same batch again."""
        patience = Patience()
        while True:
            try:
                await self._receiver.store(updates)
                break
            except Exception as error:
                log.error("updates could not be stored; trying again", count=len(updates), error=error)
                await patience.wait()
        numbers = [update["update_id"] for update in updates if _has_id(update)]
        if numbers:
            self._offset = numbers[-1] + 1
