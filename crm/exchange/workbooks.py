"""Excel's files, read and written row by row. Text stays text: no number loses its zeros, nothing runs as a formula."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils.exceptions import InvalidFileException

from crm.exchange.cells import Cell
from crm.exchange.workbook_facts import NotAWorkbookError, Value

LONGEST_TEXT = 32_767
_LARGEST_UNPACKED = 600 * 1024 * 1024
_ONLY_ZEROS = re.compile(r"0+\Z")
_MOST_DIGITS = 15
_UNREADABLE = (
    zipfile.BadZipFile,
    InvalidFileException,
    ParseError,
    DefusedXmlException,
    KeyError,
    ValueError,
    OSError,
    EOFError,
)


def read_workbook_rows(file: BinaryIO) -> Iterator[list[Cell]]:
    """The rows of the first sheet that has any. Raises NotAWorkbookError."""
    try:
        with zipfile.ZipFile(file) as packed:
            if sum(part.file_size for part in packed.infolist()) > _LARGEST_UNPACKED:
                raise NotAWorkbookError
        book = load_workbook(file, read_only=True, data_only=True)
        try:
            for sheet in book.worksheets:
                found = False
                for row in sheet.iter_rows():
                    found = True
                    yield [_cell(cell) for cell in row]
                if found:
                    return
        finally:
            book.close()
    except _UNREADABLE as error:
        raise NotAWorkbookError from error


def _cell(cell: Any) -> Cell:
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat()
        case date() | time():
            return value.isoformat()
        case int() | float():
            return _number(value, cell.number_format)
    return str(value)


def _number(value: int | float, shown_as: str) -> Cell:
    """A number that is shown with leading zeros ("00000") is a code, and keeps them."""
    if isinstance(value, float):
        if not value.is_integer():
            return value
        value = int(value)
    return str(value).zfill(len(shown_as)) if len(shown_as) > 1 and _ONLY_ZEROS.match(shown_as) else value


def write_workbook(
    file: Path, sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Value]]]]
) -> None:
    """sheets: name, head, rows. In constant memory."""
    book = Workbook(write_only=True)
    for name, head, rows in sheets:
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        sheet.append([_bold(sheet, title) for title in head])
        for row in rows:
            sheet.append([_written(sheet, value) for value in row])
    book.save(file)


def _bold(sheet: Any, title: str) -> Any:
    cell = _text(sheet, title)
    cell.font = Font(bold=True)
    return cell


def _written(sheet: Any, value: Value) -> Any:
    match value:
        case None | "":
            return None
        case bool():
            return "yes" if value else "no"
        case str():
            return (
                value
                if value[0].isalpha() and "\r" not in value and len(value) < 200
                else _text(sheet, value)
            )
        case Decimal() if len(value.as_tuple().digits) > _MOST_DIGITS:
            return _text(sheet, str(value))
    return value


def _text(sheet: Any, value: str) -> Any:
    """Never a formula, and marked as text, so that editing the cell makes none of it either."""
    cell = WriteOnlyCell(sheet)
    clean = ILLEGAL_CHARACTERS_RE.sub("", value).replace("\r\n", "\n").replace("\r", "\n")
    cell.value = clean[:LONGEST_TEXT]
    cell.data_type = "s"
    cell.number_format = "@"
    return cell
