"""Documents that are made when they are sent: exports, rows that an import could not take, attachments of mails.

What is to be made stands in the outbox row; it is written to a temporary file outside any transaction, by what its
member may see at that moment. So a document of any size costs no memory, and a crash loses none.
"""

import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.catalogue import text_of
from bot.documents.attached import ATTACHED, write_attached
from crm.exchange.cells import Cell
from crm.exchange.cells import text_of as cell_text
from crm.exchange.text_files import write_text_rows
from crm.models import Import
from crm.store.database import Database
from crm.store.exporting import Scope, write_export
from crm.store.imports import get_own_import, read_pieces
from crm.store.members import Who, who_is
from crm.store.work import Session

LARGEST_UPLOAD = 50 * 1024 * 1024
"""Telegram takes no more from a bot."""

Make = Callable[[Mapping[str, Any], Path], Path | None]
"""(what is to be made, a folder to make it in) -> the file; None where there is nothing to send any more.

Raises TooLargeError, GoneError."""


class TooLargeError(Exception):
    """Even packed it is more than Telegram takes."""


def maker(database: Database, largest: int = LARGEST_UPLOAD) -> Make:
    """largest: in bytes, of what can be sent."""

    def make(wanted: Mapping[str, Any], folder: Path) -> Path | None:
        with database.read() as session:
            who = who_is(session, wanted["workspace_id"], wanted["member_id"])
        if who is None:
            return None
        file = folder / wanted["name"]
        if not _WRITERS[wanted["what"]](database, who, wanted, file):
            return None
        return _small_enough(file, largest)

    return make


def _export(database: Database, who: Who, wanted: Mapping[str, Any], file: Path) -> bool:
    write_export(database, wanted["sheet"], wanted["form"], file, Scope(who.access))
    return True


def _bad_rows(database: Database, who: Who, wanted: Mapping[str, Any], file: Path) -> bool:
    """The rows as they were sent, with the reasons in front: once put right, the file can be sent again as it is."""
    with database.read() as session:
        import_ = get_own_import(session, who.access, wanted["import_id"])
        write_bad_rows(session, import_, who.member.language, file)
    return True


def write_bad_rows(session: Session, import_: Import, language: str, file: Path) -> None:
    """As CSV, or as Excel where the file is called so."""
    head = [text_of(language, "import-reason", {}), *import_.head]
    rows = _rows_with_reasons(session, import_, language)
    if file.suffix == ".xlsx":
        from crm.exchange.workbooks import write_workbook

        write_workbook(file, [(text_of(language, "import-bad-sheet", {}), head, rows)])
    else:
        write_text_rows(file, head, rows)


def _rows_with_reasons(session: Session, import_: Import, language: str) -> Iterator[Sequence[str]]:
    for rows, faults in read_pieces(session, import_):
        for place, reasons in faults:
            cells: list[Cell] = rows[place]
            yield [_reason(language, reasons), *(cell_text(cell) for cell in cells)]


def _reason(language: str, reasons: Sequence[Sequence[Any]]) -> str:
    said = []
    for key, column in reasons:
        text = text_of(language, key, {})
        said.append(f"{column}: {text}" if column else text)
    return "; ".join(said)


_WRITERS = {"export": _export, "import-bad": _bad_rows, ATTACHED: write_attached}


def _small_enough(file: Path, largest: int) -> Path:
    """Packed where it is too large as it is. Raises TooLargeError."""
    if file.stat().st_size < largest:
        return file
    packed = file.with_name(file.name + ".zip")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out:
        out.write(file, file.name)
    file.unlink()
    if packed.stat().st_size >= largest:
        raise TooLargeError
    return packed
