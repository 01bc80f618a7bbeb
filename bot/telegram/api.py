"""The Bot API, by raw arguments and raw answers, over python-telegram-bot's requests and errors.

Raw, because updates are stored as they came and messages are rendered already: objects in between would only cost.
"""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from telegram import InputFile
from telegram.error import BadRequest, RetryAfter
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.running.jobs import CannotFetchError
from bot.telegram.request import AiohttpRequest

CONNECTIONS = 16
_ANSWER_SECONDS = 30.0
_FILE_SECONDS = 120.0


class TelegramApi:
    """`await call("sendMessage", {...})`. Raises telegram.error.TelegramError."""

    def __init__(self, token: str, base_url: str) -> None:
        self._url = f"{base_url}/bot{token}/"
        self._files_url = f"{base_url}/file/bot{token}"
        self._request = AiohttpRequest(CONNECTIONS)
        self._polling = AiohttpRequest(1)

    async def close(self) -> None:
        await self._request.shutdown()
        await self._polling.shutdown()

    async def call(self, method: str, arguments: Mapping[str, Any] | None = None) -> Any:
        """The "result" of the answer."""
        return await self._request.post(self._url + method, _data(arguments or {}))

    async def upload(
        self, method: str, arguments: Mapping[str, Any], field: str, name: str, content: bytes
    ) -> Any:
        """As `call`, with one file as the argument `field`."""
        file = InputFile(content, filename=name)
        data = RequestData([*_parameters(arguments), RequestParameter(field, None, [file])])
        return await self._request.post(self._url + method, data)

    async def upload_file(self, method: str, arguments: Mapping[str, Any], field: str, path: Path) -> Any:
        """As `upload`, read from a file while it is sent."""
        with path.open("rb") as content:
            file = InputFile(content, filename=path.name, read_file_handle=False)
            data = RequestData([*_parameters(arguments), RequestParameter(field, None, [file])])
            return await self._request.post(self._url + method, data, read_timeout=_FILE_SECONDS)

    async def download(self, file_id: str) -> bytes:
        """A file that somebody sent. Raises CannotFetchError where it is over Telegram's 20 MB, or gone."""
        try:
            path = (await self.call("getFile", {"file_id": file_id}))["file_path"]
        except BadRequest as error:
            raise CannotFetchError("too-big" if "too big" in error.message else "gone") from None
        return bytes(await self._request.retrieve(f"{self._files_url}/{path}", read_timeout=_FILE_SECONDS))

    async def get_updates(self, offset: int | None, allowed: list[str], seconds: int) -> list[Any]:
        """Raw updates; waits up to that long for the first."""
        arguments = {"offset": offset, "timeout": seconds, "limit": 100, "allowed_updates": allowed}
        result = await self._polling.post(
            self._url + "getUpdates", _data(arguments), read_timeout=seconds + _ANSWER_SECONDS
        )
        return list(result)  # type: ignore[arg-type]


def _data(arguments: Mapping[str, Any]) -> RequestData:
    return RequestData(_parameters(arguments))


def _parameters(arguments: Mapping[str, Any]) -> list[RequestParameter]:
    return [RequestParameter(name, value, None) for name, value in arguments.items() if value is not None]


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
