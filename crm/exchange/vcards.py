"""vCard 3.0, which every phone and mail program reads: one person a card."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LONGEST_LINE = 75


@dataclass(frozen=True, slots=True)
class Card:
    """uid: the same at each export, so that a second import renews instead of doubling. phones: E.164."""

    uid: str
    name: str
    organisation: str | None = None
    title: str | None = None
    emails: Sequence[str] = ()
    phones: Sequence[str] = ()
    website: str | None = None
    note: str = ""


def write_card(card: Card) -> str:
    """With its line breaks, folded after 75 bytes as the format wants it."""
    return "".join(_folded(line) + "\r\n" for line in _lines(card))


def _lines(card: Card) -> Iterator[str]:
    given, _, family = card.name.rpartition(" ")
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"UID:{card.uid}"
    yield f"FN:{_escaped(card.name)}"
    yield f"N:{_escaped(family)};{_escaped(given)};;;"
    if card.organisation:
        yield f"ORG:{_escaped(card.organisation)}"
    if card.title:
        yield f"TITLE:{_escaped(card.title)}"
    for email in card.emails:
        yield f"EMAIL;TYPE=INTERNET:{_escaped(email)}"
    for phone in card.phones:
        yield f"TEL;TYPE=VOICE:{_escaped(phone)}"
    if card.website:
        yield f"URL:{_escaped(card.website)}"
    if card.note:
        yield f"NOTE:{_escaped(card.note)}"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    for plain, written in (
        ("\\", "\\\\"),
        (";", "\\;"),
        (",", "\\,"),
        ("\r\n", "\\n"),
        ("\n", "\\n"),
        ("\r", "\\n"),
    ):
        text = text.replace(plain, written)
    return text


def _folded(line: str) -> str:
    parts, part, room = [], "", _LONGEST_LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            parts.append(part)
            part, room = "", _LONGEST_LINE - 1
        part += letter
        room -= size
    return "\r\n ".join([*parts, part])
