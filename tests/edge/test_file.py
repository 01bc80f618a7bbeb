"""Kept files sent again: by the method that their kind needs, or with their bytes."""

from pathlib import Path
from typing import Any

import pytest
from telegram.error import BadRequest

from bot.telegram.deliver import Outcome, Refused, Unreachable, deliver
from crm.models import OutboxKind
from crm.store.file_store import Folder
from crm.store.outbox import Message
from crm.store.sent import Sent


class Api:
    """Remembers what it was asked."""

    def __init__(self, error: Exception | None = None) -> None:
        self.calls: list[tuple[str, dict[str, Any], bytes]] = []
        self._error = error

    async def call(self, method: str, arguments: dict[str, Any]) -> Any:
        self.calls.append((method, arguments, b""))
        if self._error:
            raise self._error
        return {"message_id": 5}

    async def upload(
        self, method: str, arguments: dict[str, Any], field: str, name: str, content: bytes
    ) -> Any:
        self.calls.append((method, arguments | {field: name}, content))
        return {"message_id": 6}


class AwayStore(Folder):
    def get(self, key: str) -> bytes:
        raise ConnectionError("no bucket")


async def send(api: Api, file: dict[str, str], files: Folder | None = None) -> Outcome:
    body = {"text": "<b>Anna &amp; Co</b>", "file": file, "disable_notification": True}
    message = Message(1, 7, 3, OutboxKind.DOCUMENT, 0, body, [], None)

    async def number_of(row: int) -> int | None:
        return None

    return await deliver(api, message, number_of, files)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "method"),
    [
        ("photo", "sendPhoto"),
        ("document", "sendDocument"),
        ("voice", "sendVoice"),
        ("audio", "sendAudio"),
        ("video", "sendVideo"),
        ("video_note", "sendVideoNote"),
        ("animation", "sendAnimation"),
    ],
)
async def test_each_kind_goes_by_its_own_method(kind: str, method: str) -> None:
    api = Api()
    sent = await send(api, {"kind": kind, "file_id": "AbC"})
    assert isinstance(sent, Sent)
    assert sent.message_id == 5
    ((called, arguments, _),) = api.calls
    assert (called, arguments[kind], arguments["caption"]) == (method, "AbC", "Anna & Co")


async def test_bytes_that_telegram_does_not_have_are_uploaded(tmp_path: Path) -> None:
    files, api = Folder(tmp_path), Api()
    files.put("3/abc", b"%PDF")
    await send(api, {"stored": "3/abc", "name": "Angebot.pdf"}, files)
    ((called, arguments, content),) = api.calls
    assert (called, arguments["document"], content) == ("sendDocument", "Angebot.pdf", b"%PDF")


async def test_bytes_that_are_gone_are_not_tried_again_and_a_store_that_is_away_is(tmp_path: Path) -> None:
    gone = await send(Api(), {"stored": "3/abc", "name": "a"}, Folder(tmp_path))
    nowhere = await send(Api(), {"stored": "3/abc", "name": "a"})
    away = await send(Api(), {"stored": "3/abc", "name": "a"}, AwayStore(tmp_path))
    assert (type(gone), type(nowhere), type(away)) == (Refused, Refused, Unreachable)


async def test_a_file_that_telegram_lost_is_refused() -> None:
    lost = await send(
        Api(BadRequest("Wrong file identifier/http url specified")), {"kind": "photo", "file_id": "x"}
    )
    assert isinstance(lost, Refused)
