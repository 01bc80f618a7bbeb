"""One outbox row, one message: the call that it needs, and what Telegram's answer means for the row."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.documents.made_documents import Make
from bot.telegram.api import TelegramApi, seconds_of
from bot.telegram.file import StoreAwayError, send_file
from bot.telegram.made import NothingToSendError, send_made
from bot.telegram.plain import to_plain
from crm.models import OutboxKind
from crm.store.file_store import FileStore
from crm.store.outbox import Message
from crm.store.sent import Sent

log = structlog.get_logger(__name__)

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024

_NOT_MODIFIED = ("message is not modified",)
_VANISHED = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "message identifier",
)
_UNDELETABLE = (*_VANISHED, "message to delete not found", "message can't be deleted")
_BAD_MARKUP = ("can't parse entities", "can't find end", "unsupported start tag", "unexpected end tag")
_TOO_LONG = ("message is too long", "message_too_long", "caption is too long", "entities_too_long")
_NOTHING_TO_QUOTE = (
    "message to be replied not found",
    "message to reply not found",
    "replied message not found",
)
_NO_TOPIC = ("message thread not found", "topic_closed", "topic_deleted")
_TOO_LARGE = "(413)"


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram will never take it. reason: its words."""

    message: Message
    reason: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """The chat does not want the bot, or is gone."""

    message: Message
    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The group became the supergroup `new_chat_id`; nothing was sent."""

    message: Message
    new_chat_id: int


@dataclass(frozen=True, slots=True)
class Wait:
    """Telegram asks this chat to wait that many seconds; nothing was sent."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Unreachable:
    """No answer, or none that means anything; perhaps it was sent."""

    error: str


Outcome = Sent | Refused | Blocked | Moved | Wait | Unreachable
NumberOf = Callable[[int], Awaitable[int | None]]


async def deliver(
    api: TelegramApi,
    message: Message,
    number_of: NumberOf,
    files: FileStore | None = None,
    make: Make | None = None,
) -> Outcome:
    """number_of: Telegram's number for an outbox row. files: where bytes are kept that Telegram does not have.
    make: of documents that are made when they are sent.

    Never raises for anything that Telegram says.
    """
    try:
        if "made" in message.body and make is not None:
            return Sent(message, await send_made(api, message, make))
        if "file" in message.body:
            return Sent(message, await send_file(api, message, files))
        return await _deliver(api, message, number_of)
    except NothingToSendError:
        return Refused(message, "there is nothing left to send")
    except FileNotFoundError:
        return Refused(message, "the file is not kept any more")
    except StoreAwayError as error:
        return Unreachable(str(error))
    except RetryAfter as error:
        return Wait(seconds_of(error))
    except ChatMigrated as error:
        return Moved(message, error.new_chat_id)
    except Forbidden as error:
        return Blocked(message, error.message)
    except BadRequest as error:
        return Refused(message, error.message)
    except InvalidToken:
        return Unreachable("InvalidToken")
    except TelegramError as error:
        if _TOO_LARGE in error.message:
            return Refused(message, error.message)
        return Unreachable(type(error).__name__)


async def _deliver(api: TelegramApi, message: Message, number_of: NumberOf) -> Sent:
    if message.kind in (OutboxKind.EDIT, OutboxKind.DELETE):
        number = message.body.get("message_id")
        if number is None and message.target_id is not None:
            number = await number_of(message.target_id)
        if message.kind is OutboxKind.DELETE:
            await _delete(api, message.chat_id, number)
            return Sent(message, None)
        if number is not None and await _edit(api, message, number):
            return Sent(message, number)
        return Sent(message, await _send(api, message), anew=True)
    return Sent(message, await _send(api, message))


async def _delete(api: TelegramApi, chat_id: int, number: int | None) -> None:
    if number is None:
        return
    try:
        await api.call("deleteMessage", {"chat_id": chat_id, "message_id": number})
    except BadRequest as error:
        if not _says(error, _UNDELETABLE):
            raise


async def _edit(api: TelegramApi, message: Message, number: int) -> bool:
    """False: there is no such message any more."""
    markup = message.body.get("reply_markup")
    arguments = {
        "chat_id": message.chat_id,
        "message_id": number,
        "text": message.body["text"],
        "reply_markup": markup if markup and "inline_keyboard" in markup else None,
    }
    try:
        await _call_with_text(api, "editMessageText", arguments)
    except BadRequest as error:
        if _says(error, _NOT_MODIFIED):
            return True
        if _says(error, _VANISHED):
            return False
        raise
    return True


async def _send(api: TelegramApi, message: Message) -> int:
    arguments = {"chat_id": message.chat_id, **message.body}
    arguments.pop("message_id", None)
    try:
        return await _send_once(api, arguments)
    except BadRequest as error:
        if _says(error, _NOTHING_TO_QUOTE):
            arguments.pop("reply_parameters", None)
        elif _says(error, _NO_TOPIC):
            arguments.pop("message_thread_id", None)
        else:
            raise
    return await _send_once(api, arguments)


async def _send_once(api: TelegramApi, arguments: dict[str, Any]) -> int:
    if "picture" in arguments:
        return await _send_picture(api, arguments)
    if "contact" in arguments:
        return await _send_contact(api, arguments)
    document = arguments.get("document")
    if document is None:
        return int((await _call_with_text(api, "sendMessage", arguments))["message_id"])
    caption = arguments.get("text")
    rest = {k: v for k, v in arguments.items() if k not in ("document", "text")}
    if caption:
        rest["caption"] = to_plain(caption, CAPTION_LIMIT)
    content = document["content"].encode()
    sent = await api.upload("sendDocument", rest, "document", document["name"], content)
    return int(sent["message_id"])


async def _send_picture(api: TelegramApi, arguments: dict[str, Any]) -> int:
    """With its text below, for those who hear instead of see."""
    from bot.pictures.funnel import draw  # here, so that only who draws loads Pillow

    rest = {k: v for k, v in arguments.items() if k not in ("picture", "text")}
    rest["caption"] = to_plain(arguments["text"], CAPTION_LIMIT)
    content = await asyncio.to_thread(draw, arguments["picture"])
    sent = await api.upload("sendPhoto", rest, "photo", "picture.png", content)
    return int(sent["message_id"])


async def _send_contact(api: TelegramApi, arguments: dict[str, Any]) -> int:
    """A contact has no text of its own."""
    rest = {key: value for key, value in arguments.items() if key not in ("contact", "text")}
    return int((await api.call("sendContact", {**rest, **arguments["contact"]}))["message_id"])


async def _call_with_text(api: TelegramApi, method: str, arguments: dict[str, Any]) -> Any:
    """As HTML; as plain text, cut to the limit, where Telegram does not take it as HTML."""
    try:
        return await api.call(method, _HTML | arguments)
    except BadRequest as error:
        if not _says(error, _BAD_MARKUP + _TOO_LONG):
            raise
        log.error("a text was refused as HTML and is sent as plain text", method=method)
    plain = {"text": to_plain(arguments["text"], TEXT_LIMIT), "link_preview_options": _NO_PREVIEW}
    return await api.call(method, arguments | plain)


_NO_PREVIEW = {"is_disabled": True}
_HTML = {"parse_mode": "HTML", "link_preview_options": _NO_PREVIEW}


def _says(error: TelegramError, words: tuple[str, ...]) -> bool:
    message = error.message.lower()
    return any(word in message for word in words)
