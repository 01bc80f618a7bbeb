"""A file to import: its rows are put into pieces, its columns recognised, and both can be looked at and changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from crm.errors import Refused
from crm.exchange.cells import Cell
from crm.exchange.header import SEVERAL, guess_block, recognise, targets
from crm.exchange.names import Field, Target
from crm.exchange.read_row import read_row
from crm.exchange.rows import Fault, Reading, ReadRow, UnfitRowError
from crm.exchange.values import Habits, habits_of
from crm.models import Block, Import, ImportState
from crm.store.imports import own_fields, own_keys
from crm.store.members import Who
from crm.usecases.import_terms import Terms
from crm.usecases.import_whose import find_whose

_CHANGEABLE = (ImportState.ASKED, ImportState.CHECKED)


@dataclass(frozen=True, slots=True)
class ReadPiece:
    """rows: those that can be read, with their places. faults: of the others, by place. Erased rows are in neither."""

    rows: list[tuple[int, ReadRow]]
    faults: list[tuple[int, Sequence[Fault]]]


def describe(
    session: Session,
    import_: Import,
    who: Who,
    head: Sequence[str],
    sample: Iterable[Sequence[Cell]],
    block: Block | None,
) -> None:
    """What the file seems to be. block: where the member said it."""
    habits = habits_of((cell for row in sample for cell in row), who.member.language, who.country)
    import_.head = list(head)
    import_.mapping = {"decimal": habits.decimal, "day_first": habits.day_first}
    set_block(session, import_, block or guess_block(head, import_.name))


def set_block(session: Session, import_: Import, block: Block) -> None:
    """The columns are recognised anew."""
    import_.block = block
    found = recognise(import_.head, block, own_keys(session, import_.workspace_id, block))
    _set_columns(import_, found)


def change_block(session: Session, import_: Import, block: Block) -> None:
    """Raises Refused("passed") once it runs."""
    check_changeable(import_)
    set_block(session, import_, block)


def change_column(session: Session, import_: Import, column: int, target: Target | None) -> None:
    """target: None leaves the column out. What can only be filled once is taken from the column that had it.

    Raises Refused("passed") for a column or a field that there is not, and once it runs.
    """
    check_changeable(import_)
    known = {*targets(import_.block), *own_fields(session, import_.workspace_id, import_.block)}
    if not 0 <= column < len(import_.head) or (target is not None and target not in known):
        raise Refused("passed")
    columns = columns_of(import_)
    columns.pop(column, None)
    if target is not None:
        if target not in SEVERAL:
            columns = {number: other for number, other in columns.items() if other != target}
        columns[column] = target
    _set_columns(import_, columns)


def rest_to_note(session: Session, import_: Import) -> None:
    """Columns that nobody recognised go into the note, each with its name."""
    check_changeable(import_)
    if Field.NOTE not in targets(import_.block):
        raise Refused("passed")
    columns = columns_of(import_)
    for number, name in enumerate(import_.head):
        if name:
            columns.setdefault(number, Field.NOTE)
    _set_columns(import_, columns)


def check_changeable(import_: Import) -> None:
    """Raises Refused("passed") where it is not, or no longer, a question how to import it."""
    if import_.state not in _CHANGEABLE:
        raise Refused("passed")


def columns_of(import_: Import) -> dict[int, Target]:
    """Column number -> field, in the order of the file."""
    found = import_.mapping.get("columns", {})
    return {
        int(number): int(target) if target.isdecimal() else Field(target)
        for number, target in sorted(found.items(), key=lambda item: int(item[0]))
    }


def _set_columns(import_: Import, columns: dict[int, Target]) -> None:
    import_.mapping = import_.mapping | {
        "columns": {str(number): str(target) for number, target in columns.items()}
    }
    if import_.state is ImportState.CHECKED:
        import_.state = ImportState.ASKED


def reading_of(session: Session, import_: Import, who: Who) -> Reading:
    return Reading(
        block=import_.block,
        head=import_.head,
        targets=columns_of(import_),
        habits=Habits(import_.mapping["decimal"], import_.mapping["day_first"]),
        region=who.country or "NL",
        currency=who.currency,
        zone=who.zone,
        own={id: own for id, (_, own) in own_fields(session, import_.workspace_id, import_.block).items()},
    )


def read_piece(session: Session, reading: Reading, terms: Terms, rows: Sequence[Sequence[Cell]]) -> ReadPiece:
    read = ReadPiece([], [])
    for place, cells in enumerate(rows):
        if not cells:
            continue
        try:
            row = read_row(reading, cells)
        except UnfitRowError as error:
            read.faults.append((place, error.faults))
            continue
        faults = terms.faults_of(reading, row)
        if faults:
            read.faults.append((place, faults))
        else:
            read.rows.append((place, row))
    if reading.block is Block.OPPORTUNITY:
        _refuse_unclear(session, terms, read)
    return read


def _refuse_unclear(session: Session, terms: Terms, read: ReadPiece) -> None:
    """Rows about somebody of whom there are several."""
    unclear = {id(row) for row in find_whose(session, terms.who.access, [row for _, row in read.rows])}
    faults = [(place, (Fault("bad-several-persons"),)) for place, row in read.rows if id(row) in unclear]
    read.rows[:] = [(place, row) for place, row in read.rows if id(row) not in unclear]
    read.faults[:] = sorted([*read.faults, *faults], key=lambda fault: fault[0])
