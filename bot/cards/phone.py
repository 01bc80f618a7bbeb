"""How much of a phone a card takes: what is read at a glance is six lines of it."""

import textwrap
from collections.abc import Iterable, Sequence

from bot.chat import Value
from bot.render import as_plain

LINES = 6
_WIDTH = 40


def lines_taken(lines: Iterable[Value], language: str) -> int:
    """As they wrap."""
    return sum(len(textwrap.wrap(as_plain(line, language), _WIDTH)) for line in lines)


def that_fit(lines: Sequence[Value], language: str, room: int) -> list[Value]:
    """The first of them, as many as so many lines of a phone hold."""
    return next(
        list(lines[:count])
        for count in range(len(lines), -1, -1)
        if lines_taken(lines[:count], language) <= room or count == 0
    )
