"""One cell of a file: text that no spreadsheet runs, and lists in one cell."""

import csv
from collections.abc import Sequence

Cell = str | int | float
"""A number only where the file says that it is one (Excel's do, a CSV's never)."""

RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_QUOTE = '"'
_APART = frozenset('";,\n')


def defused(text: str) -> str:
    """A leading apostrophe makes text of what would be a formula; `as_written` takes it off again."""
    return f"'{text}" if text.lstrip("'").startswith(RUN_BY_SPREADSHEETS) else text


def as_written(text: str) -> str:
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(RUN_BY_SPREADSHEETS) else text


def join_list(parts: Sequence[str]) -> str:
    """ "a; b"; a part with a quote, a comma or a semicolon of its own stands in quotes."""
    return "; ".join(
        f'"{part.replace(_QUOTE, 2 * _QUOTE)}"' if set(part) & _APART else part for part in parts
    )


def split_list(text: str) -> list[str]:
    """What `join_list` joined; also lists that other programs write on lines of their own."""
    if '"' not in text:
        return [part.strip() for part in text.replace("\n", ";").split(";") if part.strip()]
    return [part for part in next(csv.reader([text], delimiter=";", skipinitialspace=True), []) if part]


def text_of(cell: Cell) -> str:
    """A number as one writes it: 31612345678, 12.5."""
    return cell.strip() if isinstance(cell, str) else str(cell)
