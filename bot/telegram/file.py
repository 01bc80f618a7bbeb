"""A kept file sent again: by Telegram's own id where there is one, else with its bytes from where they are kept."""

import asyncio
from typing import Any

from bot.telegram.api import TelegramApi
from bot.telegram.plain import to_plain
from crm.store.file_store import FileStore
from crm.store.outbox import Message

_METHODS = {
    "photo": "sendPhoto",
    "voice": "sendVoice",
    "audio": "sendAudio",
    "video": "sendVideo",
    "video_note": "sendVideoNote",
    "animation": "sendAnimation",
}
_CAPTION_LIMIT = 1024


class StoreAwayError(Exception):
    """The bytes cannot be read now."""


async def send_file(api: TelegramApi, message: Message, files: FileStore | None) -> int:
    """body["file"]: {"kind", "file_id"} or {"stored", "name"}; body["text"]: its caption. Returns Telegram's number.

    Raises FileNotFoundError, StoreAwayError, telegram.error.TelegramError.
    """
    file = message.body["file"]
    arguments: dict[str, Any] = {
        "chat_id": message.chat_id,
        "caption": to_plain(message.body["text"], _CAPTION_LIMIT),
        "disable_notification": message.body.get("disable_notification"),
        "reply_parameters": message.body.get("reply_parameters"),
    }
    if "file_id" in file:
        kind = file["kind"] if file["kind"] in _METHODS else "document"
        method = _METHODS.get(kind, "sendDocument")
        sent = await api.call(method, arguments | {kind: file["file_id"]})
    else:
        content = await _read(files, file["stored"])
        sent = await api.upload("sendDocument", arguments, "document", file["name"], content)
    return int(sent["message_id"])


async def _read(files: FileStore | None, key: str) -> bytes:
    if files is None:
        raise FileNotFoundError(key)
    try:
        return await asyncio.to_thread(files.get, key)
    except FileNotFoundError:
        raise
    except Exception as error:
        raise StoreAwayError(type(error).__name__) from None
