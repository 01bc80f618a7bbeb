"""What comes in and what goes out, as plain data: no Telegram, no SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Union

from crm.money import Money


class Kind(StrEnum):
    TEXT = "text"
    EDITED = "edited"
    TAP = "tap"
    CONTACT = "contact"
    FILE = "file"
    LOCATION = "location"
    OTHER = "other"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    MIGRATED = "migrated"
    TIMER = "timer"
    JOB = "job"


@dataclass(frozen=True, slots=True)
class Sender:
    """language: as Telegram says it ("nl", "pt-br"), "" where it does not."""

    user_id: int
    name: str
    username: str | None = None
    language: str = ""
    is_bot: bool = False


@dataclass(frozen=True, slots=True)
class ContactCard:
    name: str
    phone: str
    vcard: str = ""


@dataclass(frozen=True, slots=True)
class FileRef:
    """What Telegram keeps of a file. kind: "photo", "document", "voice", "audio", "video", …"""

    kind: str
    file_id: str
    unique_id: str
    size: int | None = None
    name: str | None = None
    mime: str | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One inbox entry, understood as far as Telegram goes.

    entry_id: its row in the inbox, by which it is recalled.
    text: the message's text or caption, or a tap's callback data. shown: the callback data of all buttons under the tapped
    message. written_at: when it was written, aware.
    reply_to: the message that it replies to. other: what kind of thing Kind.OTHER is ("sticker", "poll", …).
    """

    kind: Kind
    bot_id: int
    chat_id: int
    chat_type: str
    written_at: datetime
    sender: Sender | None = None
    thread_id: int = 0
    message_id: int | None = None
    text: str = ""
    reply_to: int | None = None
    query_id: str | None = None
    contact: ContactCard | None = None
    file: FileRef | None = None
    other: str = ""
    migrated_to: int | None = None
    album: str | None = None
    payload: Mapping[str, object] = field(default_factory=dict)
    entry_id: int = 0
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class T:
    """A text of the catalogue: its key, and arguments that render.py formats and escapes."""

    key: str
    args: Mapping[str, "Value"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Day:
    """A local day, shown as "Fri 24 Apr"; with clock as "Fri 24 Apr 10:00". year: show the year, not the weekday."""

    day: date
    clock: time | None = None
    year: bool = False


@dataclass(frozen=True, slots=True)
class MonthOf:
    """A month, shown as "December 2026"; first: its first day."""

    first: date


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts shown one after the other with a separator; empty ones left out."""

    parts: tuple["Value", ...]
    separator: str = " · "


@dataclass(frozen=True, slots=True)
class Bold:
    value: "Value"


Value = Union[str, int, Decimal, "T", "Day", "MonthOf", "Joined", "Bold", Money, None]


def t(key: str, **args: Value) -> T:
    """t("lead-saved", name="Anna"): a text of the catalogue."""
    return T(key, args)


@dataclass(frozen=True, slots=True)
class Button:
    """label: what it says. data: callback data (bot/callback.py), or url: where it leads."""

    label: Value
    data: str = ""
    url: str | None = None


class Priority(IntEnum):
    REPLY = 0
    REMINDER = 1
    DIGEST = 2


@dataclass(frozen=True, slots=True)
class About:
    """What a message shows: a row (entity is its table's name), or several ("list")."""

    entity: str
    entity_id: int
    turn_id: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A small file made by the bot. content: its text."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class SentFile:
    """A kept file, sent again. file_id: Telegram's; else stored: the key of its bytes, sent as a document called name."""

    kind: str
    file_id: str | None = None
    stored: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class SentContact:
    """A person as a Telegram contact, which the receiver's phone can keep. phone: E.164. vcard: "" where it is too long."""

    phone: str
    name: str
    vcard: str = ""


@dataclass(frozen=True, slots=True)
class FunnelBar:
    """One bar: what it says, and its length and the length of its likely part, in any unit."""

    label: Value
    count: Value
    amount: Value
    weighted: Value
    size: int
    part: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """A picture of bars, drawn when it is sent. The reply's lines say the same, for those who hear instead of see."""

    title: Value
    subtitle: Value
    bars: tuple[FunnelBar, ...]
    dark: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A document that is made when it is sent. wanted: as bot/documents/made_documents.py reads it. sorry: said where it is too large.

    gone: said where what it is made of is not there any more.
    """

    wanted: Mapping[str, object]
    sorry: Value
    gone: Value = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A message to send, or (edits) new text for one that was sent.

    lines: one a line. buttons: rows. quotes: the message id that it answers. edits: the message id to change.
    edits_outbox: the outbox row whose message to change, where the message id is not known yet.
    sounds: False for answers to somebody's own message (`disable_notification`).
    chat_id: None for the chat in hand. key: idempotency within the turn ("reply-0" by default).
    """

    lines: tuple[Value, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    about: tuple[About, ...] = ()
    quotes: int | None = None
    edits: int | None = None
    edits_outbox: int | None = None
    sounds: bool = False
    priority: Priority = Priority.REPLY
    chat_id: int | None = None
    key: str | None = None
    document: Document | None = None
    made: Made | None = None
    picture: Funnel | None = None
    file: SentFile | None = None
    contact: SentContact | None = None
    asks_for_text: bool = False


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What Telegram is told of a tap. text: a short toast in the member's language, "" for none."""

    query_id: str
    text: str = ""
