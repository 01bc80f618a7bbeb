"""The workspace's own events in a message, in whatever spelling: "hannovermesse", "Hannover Messe 26", "HM26"."""

import re
from functools import lru_cache

from crm.capture.lexicon import known_fairs
from crm.capture.text import WORD, flatten, lower

_YEAR = re.compile(r"[ ']*(?:20)?([2-9]\d)$")
_LEAST_ALONE = 3
"""A shorter name or abbreviation ("K", "HM") is an event only with its year behind it."""


def find_own_fair(low: str, names: tuple[str, ...]) -> tuple[int, int, str] | None:
    """(start, end, name as the workspace has it) of the first event named, the newest of those that a spelling means.

    low: the text in lower case. names: the newest first. A year in the text must be that of the event, where it has one.
    """
    if not names:
        return None
    pattern, meant = _spellings(names)
    for match in pattern.finditer(low):
        year = match["year"] and match["year"][-2:]
        spelled = _squeezed(match["name"])
        if len(spelled) < _LEAST_ALONE and not year:
            continue
        for name, of_year, needs_year in meant.get(spelled, ()):
            if (year is None and not needs_year) or (year and of_year in (None, year)):
                return match.start(), match.end(), name
    return None


@lru_cache(maxsize=64)
def _spellings(
    names: tuple[str, ...],
) -> tuple[re.Pattern[str], dict[str, list[tuple[str, str | None, bool]]]]:
    """One pattern for all, and squeezed spelling -> (name, its year, whether the spelling counts only with a year)."""
    meant: dict[str, list[tuple[str, str | None, bool]]] = {}
    shapes: set[str] = set()
    for name in names:
        plain = lower(flatten(name)).strip()
        found = _YEAR.search(plain)
        year = found[1] if found else None
        bare = plain[: found.start()].strip(" '-") if found else plain
        words = WORD.findall(bare)
        if not words:
            continue
        for spelling in {bare, *_others(bare)}:
            parts = WORD.findall(spelling)
            shapes.add(r"[ &+/'-]{0,3}".join(re.escape(part) for part in parts))
            meant.setdefault(_squeezed(spelling), []).append((name, year, False))
        if len(words) > 1:
            initials = "".join(word[0] for word in words if word[0].isalnum())
            shapes.add(re.escape(initials))
            meant.setdefault(initials, []).append((name, year, True))
    alternatives = "|".join(sorted(shapes, key=lambda shape: (-len(shape), shape))) or r"(?!)"
    pattern = re.compile(
        rf"(?<![^\W_])(?P<name>{alternatives})(?:[ '-]{{0,2}}(?P<year>(?:20)?[2-9]\d))?(?![^\W_])"
    )
    return pattern, meant


def _others(bare: str) -> list[str]:
    """The other spellings of a fair that is widely known."""
    fair = known_fairs().get(bare)
    return [] if fair is None else [spelled for spelled, other in known_fairs().items() if other == fair]


def _squeezed(spelling: str) -> str:
    return "".join(char for char in spelling if char.isalnum())
