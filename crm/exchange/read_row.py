"""A row of a file -> what it says."""

from collections.abc import Sequence

from crm.exchange.cells import Cell, text_of
from crm.exchange.fields import LONG, SHORT, read_field, read_own, read_text
from crm.exchange.names import Field, Target
from crm.exchange.rows import Fault, Reading, ReadRow, UnfitRowError
from crm.exchange.values import UnreadableValueError, read_amount, read_currency
from crm.models.blocks import Block


def read_row(reading: Reading, cells: Sequence[Cell]) -> ReadRow:
    """Raises UnfitRowError with everything that is wrong with it."""
    row, names = ReadRow(), dict[Target, str]()
    faults: list[Fault] = []
    currency = _currency(reading, cells, faults)
    for number, target in reading.targets.items():
        cell = cells[number] if number < len(cells) else ""
        if text_of(cell) == "":
            continue
        try:
            match target:
                case Field.FIRST_NAME | Field.LAST_NAME:
                    names[target] = read_text(cell, SHORT)
                case Field.VALUE:
                    row.value = read_amount(cell, currency, reading.habits)
                case Field.NOTE:
                    _add_note(row, reading.head[number], cell, several=_notes(reading) > 1)
                case Field():
                    read_field(target, row, cell, reading)
                case int():
                    if target in reading.own:
                        row.own[target] = read_own(reading.own[target], cell, reading.habits)
        except UnreadableValueError as error:
            faults.append(Fault(error.key, reading.head[number]))
    if names and row.name is None:
        row.name = " ".join(names[part] for part in (Field.FIRST_NAME, Field.LAST_NAME) if part in names)
    if not faults and (missing := _missing(reading.block, row)):
        faults.append(Fault(missing))
    if faults:
        raise UnfitRowError(faults)
    return row


def _missing(block: Block, row: ReadRow) -> str | None:
    match block:
        case Block.LEAD if not (row.name or row.organisation or row.emails or row.phones):
            return "bad-no-name"
        case Block.CONTACT if not (row.name or row.emails or row.phones):
            return "bad-no-name"
        case Block.ACCOUNT | Block.OPPORTUNITY if not row.name:
            return "bad-no-name"
        case Block.OPPORTUNITY if not (row.organisations or row.persons or row.emails) and row.id is None:
            return "bad-whose"
    return None


def _currency(reading: Reading, cells: Sequence[Cell], faults: list[Fault]) -> str:
    for number, target in reading.targets.items():
        if target is Field.CURRENCY and number < len(cells) and text_of(cells[number]):
            try:
                return read_currency(cells[number])
            except UnreadableValueError as error:
                faults.append(Fault(error.key, reading.head[number]))
    return reading.currency


def _notes(reading: Reading) -> int:
    return sum(target is Field.NOTE for target in reading.targets.values())


def _add_note(row: ReadRow, head: str, cell: Cell, *, several: bool) -> None:
    """Of several columns each says which it was."""
    said = read_text(cell, LONG) if isinstance(cell, str) else text_of(cell)
    line = f"{head}: {said}" if several else said
    row.note = f"{row.note}\n{line}" if row.note else line
