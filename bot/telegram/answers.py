"""Answers to taps: after the turn, or empty after a second, so that the button does not seem dead. Best effort."""

import asyncio
from collections.abc import Iterable
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.chat import CallbackAnswer
from bot.telegram.api import TelegramApi

log = structlog.get_logger(__name__)

_PATIENCE_SECONDS = 1.0


class Answers:
    """An answer that Telegram refuses (too old, given already) is of no consequence."""

    def __init__(self, api: TelegramApi) -> None:
        self._api = api
        self._expected: dict[str, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def expect(self, query_id: str) -> None:
        """A tap came in; its turn may take a while."""
        loop = asyncio.get_running_loop()
        self._expected[query_id] = loop.call_later(_PATIENCE_SECONDS, self._give, CallbackAnswer(query_id))

    def give(self, answers: Iterable[CallbackAnswer]) -> None:
        for answer in answers:
            self._give(answer)

    def _give(self, answer: CallbackAnswer) -> None:
        waiting = self._expected.pop(answer.query_id, None)
        if waiting is not None:
            waiting.cancel()
        task = asyncio.create_task(self._call(answer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _call(self, answer: CallbackAnswer) -> None:
        arguments: dict[str, Any] = {"callback_query_id": answer.query_id}
        if answer.text:
            arguments["text"] = answer.text[:200]
        try:
            await self._api.call("answerCallbackQuery", arguments)
        except TelegramError as error:
            log.debug("a tap was not answered", error=type(error).__name__)

    async def finish(self) -> None:
        """Waits for those on their way."""
        for waiting in self._expected.values():
            waiting.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=2)
