"""What "/event Hannover Messe, until Friday" says: the event's name, its last day, and its country where it is known."""

import re
from dataclasses import dataclass
from datetime import date

from crm.capture.draft import Surroundings
from crm.capture.lexicon import known_fairs
from crm.capture.read import read_due

_UNTIL = re.compile(
    r"(?:^|[\s,(])(?:until|till|til|through|thru|to|tot en met|tot|t/m|bis zum|bis|ends|–|-)\s+",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\s+'?(?:20)?[2-9]\d$")
_AROUND = " \n\t,.;:-–()"


@dataclass(frozen=True, slots=True)
class EventSaid:
    """country: ISO 3166 alpha-2, of an event that is widely known."""

    name: str | None = None
    last_day: date | None = None
    country: str | None = None


def read_event(text: str, around: Surroundings) -> EventSaid:
    """None for what the text does not say."""
    name, last_day = _split(text, around)
    known = known_fairs().get(_YEAR.sub("", name).casefold())
    if known is not None and name.casefold() == name:
        name = known.name
    return EventSaid(name or None, last_day, known.country if known else None)


def _split(text: str, around: Surroundings) -> tuple[str, date | None]:
    for until in reversed(list(_UNTIL.finditer(text))):
        due = read_due(text[until.end() :], around)
        if due is not None:
            return text[: until.start()].strip(_AROUND), due.day
    due = read_due(text, around)
    if due is not None and due.written and due.written in text:
        return text.replace(due.written, " ", 1).strip(_AROUND), due.day
    untils = [until for until in _UNTIL.finditer(text) if any(c.isdigit() for c in text[until.end() :])]
    end = untils[-1].start() if untils else len(text)  # a day that has passed is none to hold on to
    return text[:end].strip(_AROUND), None
