"""The formats of an export. Each is written as the rows are read; nothing is held."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args

from crm.exchange.cells import defused, join_list
from crm.exchange.vcards import Card, write_card
from crm.exchange.workbook_facts import MOST_ROWS, Value
from crm.store.database import Database
from crm.store.exporting.blocks import Record
from crm.store.exporting.scope import Scope
from crm.store.exporting.sheets import Sheet, What, sheet_of

Format = Literal["jsonl", "csv", "xlsx", "vcf"]
FORMATS: tuple[Format, ...] = get_args(Format)
AS_CARDS: tuple[What, ...] = ("leads", "contacts")
"""What is persons, and can be vCards."""
_ALL_WORKSPACES = Scope()


def export(
    database: Database, what: What, form: Literal["jsonl", "csv", "vcf"], scope: Scope = _ALL_WORKSPACES
) -> Iterator[str]:
    """Lines, each with its line break. csv: a head first, and no cell that a spreadsheet would run as a formula.

    vcf: persons only; rows without a name are left out.
    """
    write = {"jsonl": _json_lines, "csv": _csv_lines, "vcf": _cards}[form]
    with database.snapshot() as connection:
        yield from write(sheet_of(connection, scope, what))


def write_export(
    database: Database, what: What, form: Format, file: Path, scope: Scope = _ALL_WORKSPACES
) -> None:
    """xlsx: more rows than Excel takes on a sheet go on to a second one."""
    if form != "xlsx":
        with file.open("w", encoding="utf-8-sig" if form == "csv" else "utf-8", newline="") as out:
            out.writelines(export(database, what, form, scope))
        return
    with database.snapshot() as connection:
        sheet = sheet_of(connection, scope, what)
        from crm.exchange.workbooks import write_workbook

        write_workbook(file, _sheets(sheet))


def _sheets(sheet: Sheet) -> Iterator[tuple[str, Any, Iterator[list[Value]]]]:
    ended = False

    def some() -> Iterator[list[Value]]:
        nonlocal ended
        for _ in range(MOST_ROWS - 1):
            record = next(sheet.records, None)
            if record is None:
                ended = True
                return
            yield [_value(value) for value in record.values()]

    number = 0
    while not ended:
        number += 1
        yield sheet.name if number == 1 else f"{sheet.name} {number}", sheet.columns, some()


def _value(value: Any) -> Value:
    """Days and amounts are Excel's own; an instant is text, for Excel knows no zones."""
    match value:
        case list():
            return join_list(value)
        case datetime() | time():
            return value.isoformat()
        case None | bool() | int() | Decimal() | date():
            return value
    return str(value)


def _json_lines(sheet: Sheet) -> Iterator[str]:
    for record in sheet.records:
        yield json.dumps(record, ensure_ascii=False, default=_as_json) + "\n"


def _as_json(value: Any) -> str:
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _csv_lines(sheet: Sheet) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([defused(column) for column in sheet.columns])
    yield _taken(out)
    for record in sheet.records:
        writer.writerow([_cell(value) for value in record.values()])
        yield _taken(out)


def _taken(out: io.StringIO) -> str:
    line = out.getvalue()
    out.seek(0)
    out.truncate()
    return line


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:f}"
    written = _value(value)
    return "" if written is None else defused(str(written))


def _cards(sheet: Sheet) -> Iterator[str]:
    for record in sheet.records:
        if record["name"]:
            yield write_card(_card(record))


def _card(record: Record) -> Card:
    organisation = (
        record["organisation"] if "organisation" in record else next(iter(record["accounts"]), None)
    )
    return Card(
        uid=f"handslag-{record['id']}",
        name=record["name"],
        organisation=organisation,
        title=record["title"],
        emails=record["emails"],
        phones=record["phones"],
        website=record.get("website"),
        note=record["note"],
    )
