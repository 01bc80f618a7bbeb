"""Whether two ways to write an event's name mean one event."""

import re

from crm.rules.folding import fold
from crm.rules.typos import is_one_typo

_YEAR = re.compile(r"\b(?:20)?[2-9]\d$")
_LONG_ENOUGH = 9
"""In a shorter name one letter makes another event: IFA and IFAT, Metec and Mecet."""


def event_key(name: str) -> str:
    """The same for "Hannover Messe", "hannovermesse", "Hannover-Messe" and "Hannover Messe 2026"."""
    return _without_year(fold(name)).replace(" ", "") or fold(name)


def is_same_event(one: str, other: str) -> bool:
    """Years are only compared where both name one. In a long name one typo is forgiven: "Hanover Messe"."""
    years = [match and match.group()[-2:] for match in map(_YEAR.search, (fold(one), fold(other)))]
    if all(years) and years[0] != years[1]:
        return False
    first, second = event_key(one), event_key(other)
    if first == second:
        return bool(first)
    return (
        min(len(first), len(second)) >= _LONG_ENOUGH
        and _same_digits(first, second)
        and is_one_typo(first, second)
    )


def _without_year(folded: str) -> str:
    return _YEAR.sub("", folded).strip()


def _same_digits(one: str, other: str) -> bool:
    return re.findall(r"\d", one) == re.findall(r"\d", other)
