"""An e-mail pasted or forwarded as text: header lines as Outlook, Gmail, Apple Mail and Thunderbird write them."""

import re
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from crm.mail import tail
from crm.mail.dates import read_sent
from crm.mail.eml import read_eml
from crm.mail.labels import COPY, DATE, SENDER, SUBJECT, TO, read_label
from crm.mail.mail import Mail, read_mailboxes

_RAW = re.compile(r"^(?:message-id|mime-version|received)\s*:", re.IGNORECASE | re.MULTILINE)
_INTRODUCTION = re.compile(
    r"\W*|[\s>]*[-_*]{2,}.*|.*(?:forward|doorgestuurd|weitergeleitet|original|oorspronkelijk).*[:-]\s*", re.I
)
_ADDRESSES = (TO, COPY)


def read_pasted(text: str, zone: ZoneInfo, written_at: datetime) -> Mail | None:
    """None where it is no mail: a sender with an address, and two more header lines or one that says when.

    zone: where its date names none. written_at: when it was pasted.
    """
    if _RAW.search(text[:20_000]):
        raw = read_eml(text.lstrip().encode("utf-8", "replace"))
        if raw is not None:
            return raw
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for start, line in enumerate(lines):
        if read_label(line) is None:
            continue
        headers, end = _headers(lines, start)
        mail = _mail(headers, "\n".join(lines[end:]), zone, written_at)
        if mail is not None:
            return replace(mail, said_above=_said_above(lines[:start]))
    return None


def _headers(lines: list[str], start: int) -> tuple[dict[str, str], int]:
    """The block of header lines from there, and where it ends. A list of recipients may go on for lines."""
    found: dict[str, str] = {}
    last = ""
    number = start
    while number < len(lines):
        line = lines[number]
        label = read_label(line)
        if label is not None:
            last, value = label
            found[last] = f"{found[last]}, {value}" if last in found else value
        elif not line.strip():
            if not _goes_on(lines, number, found):
                break
        elif last in _ADDRESSES and "@" in line and len(line) < 1000:
            found[last] += " " + line.strip()
        else:
            break
        number += 1
    return found, number


def _goes_on(lines: list[str], number: int, found: dict[str, str]) -> bool:
    """A blank line between header lines: copied from a page. The body may begin with "To: …", but not twice the same."""
    following = read_label(lines[number + 1]) if number + 1 < len(lines) else None
    return following is not None and following[0] not in found


def _mail(headers: dict[str, str], body: str, zone: ZoneInfo, written_at: datetime) -> Mail | None:
    senders = read_mailboxes(headers.get(SENDER, ""))
    if not senders or (DATE not in headers and len(headers) < 3):
        return None
    parts = tail.split(body)
    return Mail(
        sender=senders[0],
        recipients=read_mailboxes(", ".join(headers.get(name, "") for name in _ADDRESSES)),
        subject=headers.get(SUBJECT, "")[:500],
        sent_at=read_sent(headers.get(DATE, ""), zone, written_at),
        text=parts.text,
        signature=parts.signature,
    )


def _said_above(lines: list[str]) -> str:
    """What the member wrote above it, without what the mail program put there."""
    return "\n".join(line for line in lines if not _INTRODUCTION.fullmatch(line)).strip()
