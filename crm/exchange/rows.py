"""A row of a file -> what it says of a lead, an account, a contact or an opportunity."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from crm.capture.draft import Phone
from crm.exchange.cells import Cell, split_list, text_of
from crm.exchange.names import Field, Target
from crm.exchange.values import (
    Habits,
    UnreadableValueError,
    is_yes,
    read_amount,
    read_currency,
    read_day,
    read_emails,
    read_moment,
    read_number,
    read_phones,
)
from crm.ids import MOST_ID
from crm.models.blocks import Block
from crm.money import Money
from crm.rules.folding import fold
from crm.rules.own_field import FieldKind

_SHORT, _LONG = 300, 100_000
_MOST_TAG = 60


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field that the workspace added. choices: as written."""

    id: int
    kind: FieldKind
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How the rows of one file are read. targets: column number -> field. currency, region: where a cell names none."""

    block: Block
    head: Sequence[str]
    targets: Mapping[int, Target]
    habits: Habits
    region: str
    currency: str
    zone: ZoneInfo
    own: Mapping[int, OwnField] = field(default_factory=dict)


@dataclass(slots=True)
class ReadRow:
    """None, and empty, where the row says nothing."""

    id: int | None = None
    name: str | None = None
    title: str | None = None
    organisation: str | None = None
    emails: list[str] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    website: str | None = None
    source: str | None = None
    value: Money | None = None
    note: str | None = None
    hot: bool | None = None
    customer: bool | None = None
    supplier: bool | None = None
    private: bool | None = None
    status: str | None = None
    reason: str | None = None
    role: str | None = None
    stage: str | None = None
    probability: int | None = None
    close_day: date | None = None
    lost_reason: str | None = None
    holder: str | None = None
    tags: list[str] = field(default_factory=list)
    created_at: datetime | None = None
    own: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row does not fit. column: the name of the column, None where it is about the whole row."""

    key: str
    column: str | None = None


class UnfitRowError(Exception):
    """The row cannot become anything as it is."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(", ".join(fault.key for fault in faults))
        self.faults = tuple(faults)


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
                    names[target] = _text(cell, _SHORT)
                case Field.VALUE:
                    row.value = read_amount(cell, currency, reading.habits)
                case Field.NOTE:
                    _add_note(row, reading.head[number], cell, several=_notes(reading) > 1)
                case Field():
                    _READ.get(target, _nothing)(row, cell, reading)
                case int():
                    if target in reading.own:
                        row.own[target] = _own(reading.own[target], cell, reading.habits)
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
        case Block.OPPORTUNITY if not row.organisation and row.id is None:
            return "bad-no-account"
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
    said = _text(cell, _LONG) if isinstance(cell, str) else text_of(cell)
    line = f"{head}: {said}" if several else said
    row.note = f"{row.note}\n{line}" if row.note else line


def _text(cell: Cell, most: int) -> str:
    said = text_of(cell)
    if len(said) > most:
        raise UnreadableValueError("bad-too-long")
    return said


def _own(own: OwnField, cell: Cell, habits: Habits) -> str:
    match own.kind:
        case FieldKind.NUMBER:
            return f"{read_number(cell, habits):f}"
        case FieldKind.DATE:
            return read_day(cell, habits).isoformat()
        case FieldKind.CHOICE:
            said = fold(text_of(cell))
            found = next((choice for choice in own.choices if fold(choice) == said), None)
            if found is None:
                raise UnreadableValueError("bad-choice")
            return found
    return _text(cell, _LONG)


_Set = Callable[[ReadRow, Cell, Reading], Any]


def _setter(name: str, most: int = _SHORT) -> _Set:
    return lambda row, cell, reading: setattr(row, name, _text(cell, most))


def _flag(name: str) -> _Set:
    return lambda row, cell, reading: setattr(row, name, is_yes(cell))


def _nothing(row: ReadRow, cell: Cell, reading: Reading) -> None:
    """Read elsewhere."""


def _id(row: ReadRow, cell: Cell, reading: Reading) -> None:
    """Ours are whole numbers; other programs' ids mean nothing here."""
    said = text_of(cell)
    row.id = int(said) if said.isascii() and said.isdecimal() and int(said) <= MOST_ID else None


def _organisation(row: ReadRow, cell: Cell, reading: Reading) -> None:
    """A contact's first account."""
    said = _text(cell, _SHORT)
    row.organisation = next(iter(split_list(said)), None) if reading.block is Block.CONTACT else said


def _role(row: ReadRow, cell: Cell, reading: Reading) -> None:
    row.role = next(iter(split_list(_text(cell, _SHORT))), None)


def _probability(row: ReadRow, cell: Cell, reading: Reading) -> None:
    """Percent; Excel keeps 25 % as 0.25."""
    number = read_number(cell, reading.habits)
    if not isinstance(cell, str) and 0 < number < 1:
        number *= 100
    if not 0 <= number <= 100 or number != number.to_integral_value():
        raise UnreadableValueError("bad-probability")
    row.probability = int(number)


def _tags(row: ReadRow, cell: Cell, reading: Reading) -> None:
    said = text_of(cell)
    for tag in split_list(said if ";" in said or '"' in said else said.replace(",", ";")):
        if len(tag) > _MOST_TAG:
            raise UnreadableValueError("bad-too-long")
        if tag not in row.tags:
            row.tags.append(tag)


def _emails(row: ReadRow, cell: Cell, reading: Reading) -> None:
    row.emails += [email for email in read_emails(cell) if email not in row.emails]


def _phones(row: ReadRow, cell: Cell, reading: Reading) -> None:
    known = {phone.e164 for phone in row.phones}
    for phone in read_phones(cell, reading.region):
        if phone.e164 not in known:
            known.add(phone.e164)
            row.phones.append(phone)


_READ: dict[Field, _Set] = {
    Field.ID: _id,
    Field.NAME: _setter("name"),
    Field.TITLE: _setter("title"),
    Field.ORGANISATION: _organisation,
    Field.EMAILS: _emails,
    Field.PHONES: _phones,
    Field.WEBSITE: _setter("website"),
    Field.SOURCE: _setter("source"),
    Field.HOT: _flag("hot"),
    Field.CUSTOMER: _flag("customer"),
    Field.SUPPLIER: _flag("supplier"),
    Field.PRIVATE: _flag("private"),
    Field.STATUS: _setter("status"),
    Field.REASON: _setter("reason", 500),
    Field.ROLE: _role,
    Field.STAGE: _setter("stage"),
    Field.PROBABILITY: _probability,
    Field.CLOSE_DAY: lambda row, cell, reading: setattr(row, "close_day", read_day(cell, reading.habits)),
    Field.LOST_REASON: _setter("lost_reason", 500),
    Field.HOLDER: _setter("holder"),
    Field.TAGS: _tags,
    Field.CREATED_AT: lambda row, cell, reading: setattr(
        row, "created_at", read_moment(cell, reading.habits, reading.zone)
    ),
}
