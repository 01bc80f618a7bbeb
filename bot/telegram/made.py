"""Sending a document that is made now (bot/documents/made_documents.py): from a temporary file, in one pass.

wanted["fetches"]: the Telegram id of a file that it is made of.
"""

import asyncio
import tempfile
from pathlib import Path
from typing import Any

from bot.documents.attached import FETCHED, GoneError
from bot.documents.made_documents import Make, TooLargeError
from bot.running.jobs import CannotFetchError
from bot.telegram.api import TelegramApi
from bot.telegram.plain import to_plain
from crm.store.outbox import Message

_CAPTION_LIMIT = 1024


class NothingToSendError(Exception):
    """The member has left, or what it was made of is gone."""


async def send_made(api: TelegramApi, message: Message, make: Make) -> int:
    """The message's number. Raises NothingToSendError, TelegramError."""
    body: dict[str, Any] = {"chat_id": message.chat_id, **message.body}
    wanted, text = body.pop("made"), body.pop("text", "")
    with tempfile.TemporaryDirectory(prefix="handslag-made-") as folder:
        try:
            if "fetches" in wanted:
                (Path(folder) / FETCHED).write_bytes(await api.download(wanted["fetches"]))
            file = await asyncio.to_thread(make, wanted, Path(folder))
        except (TooLargeError, CannotFetchError, GoneError) as error:
            sent = await api.call("sendMessage", body | {"text": wanted[_why(error)]})
            return int(sent["message_id"])
        if file is None:
            raise NothingToSendError
        if text:
            body["caption"] = to_plain(text, _CAPTION_LIMIT)
        sent = await api.upload_file("sendDocument", body, "document", file)
    return int(sent["message_id"])


def _why(error: Exception) -> str:
    is_large = isinstance(error, TooLargeError) or str(error) == "too-big"
    return "sorry" if is_large else "gone"
