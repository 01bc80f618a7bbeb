"""A raw update -> bot.chat.Incoming. Reads the JSON itself: twenty times cheaper than the library's objects.

Nothing in an update is trusted to be there or to have its type: what cannot be read raises UnreadableUpdateError, and
the entry is parked.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.chat import ContactCard, FileRef, Incoming, Kind, Sender
from crm.store.inbox import UnreadableEntryError

_FILES = ("photo", "document", "voice", "audio", "video", "video_note", "animation")
_OTHER = (
    "sticker",
    "poll",
    "dice",
    "game",
    "story",
    "checklist",
    "paid_media",
    "invoice",
    "giveaway",
    "web_app_data",
    "successful_payment",
    "users_shared",
    "chat_shared",
)
_GONE = ("kicked", "left")
_BIGGEST = (1 << 63) - 1

Json = Mapping[str, Any]


class UnreadableUpdateError(UnreadableEntryError):
    """The update is not what the Bot API says it is. Names the field, never its value."""


def lane_of(update: Json) -> str:
    """ "c<chat id>", or "u<user id>" where there is no chat; "x" for what has neither. Never raises."""
    for part in update.values():
        if isinstance(part, dict):
            if (chat := _id_in(part, "chat")) is not None:
                return f"c{chat}"
            message = part.get("message")
            if isinstance(message, dict) and (chat := _id_in(message, "chat")) is not None:
                return f"c{chat}"
            for name in ("from", "user"):
                if (user := _id_in(part, name)) is not None:
                    return f"u{user}"
    return "x"


def _id_in(part: Json, name: str) -> int | None:
    inner = part.get(name)
    number = inner.get("id") if isinstance(inner, dict) else None
    return number if isinstance(number, int) and abs(number) <= _BIGGEST else None


def to_incoming(update: Json, bot_id: int, received_at: datetime) -> Incoming | None:
    """None: nothing that the bot answers (a service message, a post in a channel, a kind it did not ask for).

    received_at: when it came in, for kinds that Telegram does not date (taps). Raises UnreadableUpdateError.
    """
    if not isinstance(update, dict):
        raise UnreadableUpdateError("update")
    if "message" in update:
        return _message(_Fields(update, "message"), bot_id)
    if "edited_message" in update:
        return _edited(_Fields(update, "edited_message"), bot_id)
    if "callback_query" in update:
        return _tap(_Fields(update, "callback_query"), bot_id, received_at)
    if "my_chat_member" in update:
        return _membership(_Fields(update, "my_chat_member"), bot_id)
    return None


class _Fields:
    """A JSON object whose fields are read by type."""

    def __init__(self, parent: Json, name: str) -> None:
        value = parent.get(name)
        if not isinstance(value, dict):
            raise UnreadableUpdateError(name)
        self._name = name
        self._value = value

    def __contains__(self, name: str) -> bool:
        return self._value.get(name) is not None

    def get(self, name: str) -> Any:
        return self._value.get(name)

    def object(self, name: str) -> "_Fields":
        return _Fields(self._value, name)

    def objects(self, name: str) -> list["_Fields"]:
        value = self._value.get(name) or []
        if not isinstance(value, list):
            raise self._unreadable(name)
        return [_Fields({name: item}, name) for item in value]

    def number(self, name: str) -> int:
        value = self._value.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _BIGGEST:
            raise self._unreadable(name)
        return value

    def number_or_none(self, name: str) -> int | None:
        return self.number(name) if name in self else None

    def text(self, name: str, default: str | None = None) -> str:
        """Without what no database takes: NUL, and halves of surrogate pairs."""
        value = self._value.get(name, default)
        if not isinstance(value, str):
            raise self._unreadable(name)
        return value.replace("\0", "").encode("utf-8", "replace").decode()

    def text_or_none(self, name: str) -> str | None:
        return self.text(name) if name in self else None

    def moment(self, name: str) -> datetime:
        try:
            return datetime.fromtimestamp(self.number(name), UTC)
        except (OverflowError, OSError, ValueError):
            raise self._unreadable(name) from None

    def _unreadable(self, name: str) -> UnreadableUpdateError:
        return UnreadableUpdateError(f"{self._name}.{name}")


def _sender(fields: _Fields, name: str = "from") -> Sender | None:
    if name not in fields:
        return None
    user = fields.object(name)
    names = (user.text("first_name", ""), user.text_or_none("last_name") or "")
    return Sender(
        user_id=user.number("id"),
        name=" ".join(filter(None, names)),
        username=user.text_or_none("username"),
        language=user.text_or_none("language_code") or "",
        is_bot=user.get("is_bot") is True,
    )


def _message(message: _Fields, bot_id: int) -> Incoming | None:
    for name, to in (("migrate_to_chat_id", True), ("migrate_from_chat_id", False)):
        if name in message:
            return _migrated(message, bot_id, message.number(name), to_other=to)
    if "text" in message:
        return _incoming(message, bot_id, Kind.TEXT, text=message.text("text"))
    if "contact" in message:
        return _incoming(message, bot_id, Kind.CONTACT, contact=_contact(message.object("contact")))
    for name in ("venue", "location"):
        if name in message:
            return _incoming(message, bot_id, Kind.LOCATION, payload=_place(message, name))
    for name in ("animation", *_FILES):  # an animation comes with a document of the same file
        if name in message:
            text = message.text("caption", "")
            return _incoming(message, bot_id, Kind.FILE, text=text, file=_file(message, name))
    for name in _OTHER:
        if name in message:
            return _incoming(message, bot_id, Kind.OTHER, other=name)
    return None


def _edited(message: _Fields, bot_id: int) -> Incoming | None:
    for name in ("text", "caption"):
        if name in message:
            return _incoming(message, bot_id, Kind.EDITED, text=message.text(name))
    return None


def _incoming(message: _Fields, bot_id: int, kind: Kind, **more: Any) -> Incoming:
    chat = message.object("chat")
    thread_id = message.number("message_thread_id") if message.get("is_topic_message") is True else 0
    reply_to = (
        message.object("reply_to_message").number("message_id") if "reply_to_message" in message else None
    )
    if thread_id and reply_to == thread_id:
        reply_to = None  # in a forum every message "answers" the one that opened its topic
    payload: dict[str, object] = dict(more.pop("payload", {}))
    if links := _hidden_links(message):
        payload["links"] = links
    if "forward_origin" in message:
        payload["forwarded"] = True
    return Incoming(
        kind=kind,
        bot_id=bot_id,
        chat_id=chat.number("id"),
        chat_type=chat.text("type"),
        written_at=message.moment("date"),
        sender=_sender(message),
        thread_id=thread_id,
        message_id=message.number("message_id"),
        reply_to=reply_to,
        album=message.text_or_none("media_group_id"),
        payload=payload,
        **more,
    )


def _hidden_links(message: _Fields) -> list[str]:
    """Addresses behind words, which the text itself does not show."""
    entities = message.objects("entities") + message.objects("caption_entities")
    return [entity.text("url") for entity in entities if entity.get("type") == "text_link"]


def _migrated(message: _Fields, bot_id: int, other: int, *, to_other: bool) -> Incoming:
    chat = message.object("chat")
    here = chat.number("id")
    old, new = (here, other) if to_other else (other, here)
    return Incoming(
        kind=Kind.MIGRATED,
        bot_id=bot_id,
        chat_id=old,
        chat_type="group",
        written_at=message.moment("date"),
        migrated_to=new,
    )


def _contact(contact: _Fields) -> ContactCard:
    names = (contact.text("first_name", ""), contact.text_or_none("last_name") or "")
    return ContactCard(
        name=" ".join(filter(None, names)),
        phone=contact.text("phone_number"),
        vcard=contact.text_or_none("vcard") or "",
    )


def _place(message: _Fields, name: str) -> dict[str, object]:
    """{"latitude", "longitude"}, degrees, and of a venue {"title", "address"}."""
    place = message.object(name)
    spot = place.object("location") if name == "venue" else place
    found: dict[str, object] = {}
    for axis in ("latitude", "longitude"):
        value = spot.get(axis)
        if not isinstance(value, int | float):
            raise UnreadableUpdateError(f"{name}.{axis}")
        found[axis] = float(value)
    if name == "venue":
        found |= {"title": place.text("title"), "address": place.text("address")}
    return found


def _file(message: _Fields, name: str) -> FileRef:
    if name == "photo":
        sizes = message.objects("photo")
        if not sizes:
            raise UnreadableUpdateError("message.photo")
        file = max(sizes, key=lambda size: size.number("width") * size.number("height"))
    else:
        file = message.object(name)
    return FileRef(
        kind=name,
        file_id=file.text("file_id"),
        unique_id=file.text("file_unique_id"),
        size=file.number_or_none("file_size"),
        name=file.text_or_none("file_name"),
        mime=file.text_or_none("mime_type"),
    )


def _tap(query: _Fields, bot_id: int, received_at: datetime) -> Incoming:
    """A tap on a message too old for Telegram to show still names its chat; one on an inline message names none."""
    sender = _sender(query)
    if sender is None:
        raise UnreadableUpdateError("callback_query.from")
    message = query.object("message") if "message" in query else None
    chat = message.object("chat") if message else None
    topic = message is not None and message.get("is_topic_message") is True
    return Incoming(
        kind=Kind.TAP,
        bot_id=bot_id,
        chat_id=chat.number("id") if chat else sender.user_id,
        chat_type=chat.text("type") if chat else "private",
        written_at=received_at,
        sender=sender,
        thread_id=message.number("message_thread_id") if message and topic else 0,
        message_id=message.number("message_id") if message else None,
        text=query.text("data", ""),
        query_id=query.text("id"),
        shown=_buttons_under(message) if message else (),
    )


def _buttons_under(message: _Fields) -> tuple[str, ...]:
    """Their callback data; nothing where there are none, or none that can be read: it is only for convenience."""
    markup = message.get("reply_markup")
    rows = markup.get("inline_keyboard") if isinstance(markup, dict) else None
    buttons = (
        [button for row in rows if isinstance(row, list) for button in row] if isinstance(rows, list) else []
    )
    said = [button.get("callback_data") for button in buttons if isinstance(button, dict)]
    return tuple(data for data in said if isinstance(data, str))


def _membership(change: _Fields, bot_id: int) -> Incoming | None:
    """Blocked or removed, and let in again; other changes of the bot's standing mean nothing here."""
    before = change.object("old_chat_member").text("status")
    after = change.object("new_chat_member").text("status")
    if (before in _GONE) == (after in _GONE):
        return None
    chat = change.object("chat")
    return Incoming(
        kind=Kind.BLOCKED if after in _GONE else Kind.UNBLOCKED,
        bot_id=bot_id,
        chat_id=chat.number("id"),
        chat_type=chat.text("type"),
        written_at=change.moment("date"),
        sender=_sender(change),
    )
