"""What is said with /quote and /contract: an amount, until when it holds, and whom or what it is about."""

import re
from dataclasses import dataclass
from datetime import date

from crm.capture.draft import Surroundings
from crm.capture.formal import find_validity, valid_until
from crm.capture.lead import read_all
from crm.capture.money import find_amounts
from crm.capture.numbers import with_digits
from crm.capture.read import read_due, read_money
from crm.capture.text import flatten, lower
from crm.money import Money

_LEAST = 100
_NEGATIVE = re.compile(r"(?<!\S)[-−–][€$£]?\d\S*")
_IS_WORD = re.compile(r"[^\W\d_]|\W+[^\W\d_]")
_SHORTEST_THING = 3
_COUNTED = r"\d{1,3} ?[^\W\d_]{3,8}"
_COUNTED_AFTER = re.compile(rf"[ :]{{0,3}}(?:[^\W\d_]{{2,5}} )?{_COUNTED}")
_COUNTED_BEFORE = re.compile(rf"{_COUNTED} $")


@dataclass(frozen=True, slots=True)
class Terms:
    """value: its currency None where none was said. words: what else was said, which may name somebody.

    unread: what looks like an amount and is none ("-5", "€0", "1O k"), where there is no other. open_end: it is said that it
    holds until some day, and that day cannot be read.
    """

    value: Money | None
    valid_until: date | None
    words: str
    unread: str = ""
    open_end: bool = False


def read_terms(text: str, around: Surroundings) -> Terms:
    """ "12.4k valid until 30 June", "Jansen 5000 EUR", "40 sensors 12k": any of it may be missing."""
    until = valid_until(read_all(text, around), around)
    open_end = until is None and find_validity(lower(flatten(text))) is not None
    rest = _without_validity(text, until, around) if until is not None else text
    if negative := _NEGATIVE.search(rest):
        return Terms(None, until, _words(rest), negative[0], open_end)
    amounts = find_amounts(with_digits(lower(flatten(rest))))
    if amounts:
        before, after = rest[: amounts[0].start], rest[amounts[0].end :]
        return Terms(amounts[0].money, until, _words(f"{before} {after}"), open_end=open_end)
    bare = _bare(rest)
    return Terms(bare, until, _words(rest), "" if bare is not None else _unread(rest), open_end)


def _bare(text: str) -> Money | None:
    """ "Jansen 12400", "12.4k Jansen": a number of its own at the end or the beginning; not the 40 of "40 sensors"."""
    said = text.split()
    ends = (read_money(word) for word in (said[-1:] + said[:1]))
    return next((money for money in ends if money is not None and money.amount >= _LEAST), None)


def _unread(text: str) -> str:
    """A number that counts nothing ("40 sensors" does)."""
    said = text.split()
    for word, after in zip(said, [*said, ""][1:], strict=True):
        counts = word.isdecimal() and len(after) >= _SHORTEST_THING and after.isalpha()
        if any(char.isdecimal() for char in word) and not counts:
            return word
    return ""


def _words(text: str) -> str:
    """Without numbers and what belongs to them."""
    return " ".join(word for word in text.split() if len(word) > 1 and _IS_WORD.match(word))


def _without_validity(text: str, until: date, around: Surroundings) -> str:
    match = find_validity(lower(flatten(text)))
    if match is None:
        return text
    before, after = text[: match.start()], text[match.end() :]
    due = read_due(after, around)
    if due is not None and due.day == until:
        return f"{before} {after.replace(due.written, ' ', 1)}"
    if counted := _COUNTED_AFTER.match(after):
        return f"{before} {after[counted.end() :]}"
    if counted := _COUNTED_BEFORE.search(before):
        return f"{before[: counted.start()]} {after}"
    return f"{before} {after}"
