"""A file of rows, whatever its format: its head is found, empty rows are left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import BinaryIO

from crm.exchange.cells import Cell, text_of
from crm.exchange.header import known_names
from crm.exchange.text_files import read_text_rows
from crm.exchange.workbook_facts import NotAWorkbookError, is_workbook

MOST_COLUMNS = 200
_HEAD_WITHIN = 10


class UnreadableTableError(Exception):
    """key: of the text that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Table:
    """head: the names of the columns, as written, none empty at the end. rows: as wide as the head; can be read once."""

    head: list[str]
    rows: Iterator[list[Cell]]


def read_table(file: BinaryIO) -> Table:
    """Raises UnreadableTableError, here or while the rows are read."""
    rows = _rows(file)
    first = list(islice(rows, _HEAD_WITHIN))
    if not first:
        raise UnreadableTableError("import-empty")
    at = max(range(len(first)), key=lambda number: (known_names(first[number]), -number))
    head = [text_of(cell) for cell in first[at]]
    while head and not head[-1]:
        head.pop()
    if len(head) > MOST_COLUMNS or not head:
        raise UnreadableTableError("import-not-a-table")
    return Table(head, _fitted(chain(first[at + 1 :], rows), len(head)))


def _fitted(rows: Iterator[list[Cell]], width: int) -> Iterator[list[Cell]]:
    for row in rows:
        yield [*row[:width], *[""] * (width - len(row))]


def _rows(file: BinaryIO) -> Iterator[list[Cell]]:
    try:
        for row in _read(file):
            if any(cell != "" for cell in row):
                yield row
    except NotAWorkbookError:
        raise UnreadableTableError("import-not-a-table") from None


def _read(file: BinaryIO) -> Iterator[list[Cell]]:
    if not is_workbook(file):
        return read_text_rows(file)  # type: ignore[return-value]
    from crm.exchange.workbooks import read_workbook_rows

    return read_workbook_rows(file)
