"""An .eml file: nested parts, encoded headers, wrong charsets, HTML only. Whatever it holds, nothing here raises.

The standard library's parser reads any bytes, but what it found is parsed when it is asked for, and then it raises
nearly anything on broken headers: so each of its answers is asked for through `_tried`.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import getaddresses
from itertools import islice
from typing import Any, TypeVar

from crm.mail import tail
from crm.mail.html_text import text_of_html
from crm.mail.mail import Attachment, Mail, Mailbox, first_of_each, mailbox

_MOST_ATTACHMENTS = 50
_DEEPEST = 12
_TEXT_LIMIT = 200_000
_HTML_LIMIT = 1_000_000
"""Characters; a megabyte of markup takes a second and a half to read."""
_HEADER_LIMIT = 5000
_MOST_PARTS = 2000
T = TypeVar("T")


class _Bounded(policy.EmailPolicy):
    """Reads only the beginning of a long header: the parser takes half a minute for one of a megabyte."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value[:_HEADER_LIMIT])


_BOUNDED = _Bounded()


def read_eml(raw: bytes) -> Mail | None:
    """None where the bytes hold no mail: no sender with an address, or thousands of parts."""
    if raw.count(b"\n--") > _MOST_PARTS:
        return None
    message = _tried(lambda: message_from_bytes(raw, policy=_BOUNDED), None)
    if message is None:
        return None
    senders = _mailboxes(message, "from") or _mailboxes(message, "sender")
    if not senders:
        return None
    body = _body(message)
    parts = tail.split((_text(body) if body is not None else "")[:_TEXT_LIMIT])
    found = islice(_attached(message, body, 0), _MOST_ATTACHMENTS)
    return Mail(
        sender=senders[0],
        recipients=first_of_each(_mailboxes(message, "to") + _mailboxes(message, "cc")),
        subject=_header(message, "subject")[:500],
        sent_at=_sent_at(message),
        text=parts.text,
        signature=parts.signature,
        message_id=_header(message, "message-id").strip("<> ")[:320] or None,
        attachments=tuple(map(_attachment, found)),
    )


def _tried(ask: Callable[[], Any], otherwise: T) -> T:
    try:
        answer: T = ask()
        return answer
    except Exception:
        return otherwise


def _header(message: Message, name: str) -> str:
    value = _tried(lambda: str(message.get(name, "")), "")
    return " ".join(_clean(value).split())


def _mailboxes(message: Message, name: str) -> tuple[Mailbox, ...]:
    headers: list[Any] = _tried(lambda: message.get_all(name, []), [])
    pairs: list[tuple[str, str]] = _tried(
        lambda: [(one.display_name, one.addr_spec) for header in headers for one in header.addresses], []
    ) or _tried(lambda: getaddresses([str(header) for header in headers]), [])
    found = (mailbox(_clean(name), _clean(address)) for name, address in pairs)
    return first_of_each(one for one in found if one is not None)


def _sent_at(message: Message) -> datetime | None:
    header: Any = _tried(lambda: message.get("date"), None)
    moment: datetime | None = getattr(header, "datetime", None)
    if moment is None or not 1970 < moment.year < 2100:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def _body(message: Message) -> EmailMessage | None:
    if not isinstance(message, EmailMessage):
        return None
    body: EmailMessage | None = _tried(lambda: message.get_body(("plain", "html")), None)
    return body


def _text(part: EmailMessage) -> str:
    """Of a charset that is unknown or a lie: what can be read."""
    text = _tried(lambda: str(part.get_content()), None)
    if text is None:
        raw: Any = _tried(lambda: part.get_payload(decode=True), b"")
        text = raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""
    is_html = _tried(part.get_content_type, "") == "text/html"
    return _clean(text_of_html(text[:_HTML_LIMIT]) if is_html else text)


def _attached(message: Message, body: Message | None, depth: int) -> Iterator[Message]:
    """Leaves that are not the body, nor the body once more as HTML. A mail within a mail is one attachment."""
    if message is body:
        return
    kind = _tried(message.get_content_type, "application/octet-stream")
    if kind != "message/rfc822" and _tried(message.is_multipart, False) and depth < _DEEPEST:
        parts: Any = _tried(message.get_payload, [])
        for part in parts if isinstance(parts, list) else []:
            yield from _attached(part, body, depth + 1)
    elif depth and (_tried(message.get_filename, None) or not kind.startswith("text/")):
        yield message


def _attachment(part: Message) -> Attachment:
    mime = _tried(part.get_content_type, "application/octet-stream")
    name = _clean(_tried(part.get_filename, None) or "").replace("/", "_").replace("\\", "_").strip(". ")
    if mime == "message/rfc822":
        inner: Any = _tried(part.get_payload, [])
        content = _tried(lambda: bytes(inner[0].as_bytes()), b"")
        return Attachment(name[:300] or "mail.eml", mime, content)
    raw: Any = _tried(lambda: part.get_payload(decode=True), b"")
    extension = mime.rpartition("/")[2]
    return Attachment(
        name[:300] or f"file.{extension}"[:60], mime[:100], raw if isinstance(raw, bytes) else b""
    )


def _clean(text: str) -> str:
    """Without what no database takes: NUL, and bytes that stood for no letter."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
