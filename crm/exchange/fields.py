"""One cell -> one field of a row."""

from collections.abc import Callable
from typing import Any

from crm.exchange.cells import Cell, split_list, text_of
from crm.exchange.names import Field
from crm.exchange.rows import OwnField, Reading, ReadRow
from crm.exchange.values import (
    Habits,
    UnreadableValueError,
    is_yes,
    read_day,
    read_emails,
    read_moment,
    read_number,
    read_phones,
)
from crm.ids import MOST_ID
from crm.models.blocks import Block
from crm.rules.folding import fold
from crm.rules.own_field import FieldKind

SHORT, LONG = 300, 100_000
_MOST_TAG = 60


def read_field(field: Field, row: ReadRow, cell: Cell, reading: Reading) -> None:
    """Raises UnreadableValueError. Names in parts, amounts and notes take several cells, and are read elsewhere."""
    if field in _READ:
        _READ[field](row, cell, reading)


def read_text(cell: Cell, most: int) -> str:
    said = text_of(cell)
    if len(said) > most:
        raise UnreadableValueError("bad-too-long")
    return said


def read_own(own: OwnField, cell: Cell, habits: Habits) -> str:
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
    return read_text(cell, LONG)


_Set = Callable[[ReadRow, Cell, Reading], Any]


def _setter(name: str, most: int = SHORT) -> _Set:
    return lambda row, cell, reading: setattr(row, name, read_text(cell, most))


def _flag(name: str) -> _Set:
    return lambda row, cell, reading: setattr(row, name, is_yes(cell))


def _id(row: ReadRow, cell: Cell, reading: Reading) -> None:
    """Ours are whole numbers; other programs' ids mean nothing here."""
    said = text_of(cell)
    row.id = int(said) if said.isascii() and said.isdecimal() and int(said) <= MOST_ID else None


def _organisation(row: ReadRow, cell: Cell, reading: Reading) -> None:
    said = read_text(cell, LONG if reading.block is Block.CONTACT else SHORT)
    row.organisations = _each(split_list(said)) if reading.block is Block.CONTACT else [said]


def _roles(row: ReadRow, cell: Cell, reading: Reading) -> None:
    row.roles = split_list(read_text(cell, LONG))


def _persons(row: ReadRow, cell: Cell, reading: Reading) -> None:
    row.persons += [name for name in _each(split_list(read_text(cell, LONG))) if name not in row.persons]


def _each(parts: list[str]) -> list[str]:
    return [read_text(part, SHORT) for part in parts]


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
    Field.ROLE: _roles,
    Field.PERSON: _persons,
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
