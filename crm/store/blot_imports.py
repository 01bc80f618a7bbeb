"""Files that were imported hold persons too: an erasure takes their rows out."""

from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from crm.exchange.cells import text_of
from crm.models import Import, ImportPiece
from crm.rules.person_traces import Person


def blot_imports(session: Session, workspace_id: int, person: Person) -> None:
    """A row that names them is emptied, and read as no row from then on. Reads through the pieces: slow, and rare."""
    pieces = select(ImportPiece.id, ImportPiece.rows, ImportPiece.faults).where(
        ImportPiece.workspace_id == workspace_id
    )
    for piece in session.execute(pieces.execution_options(yield_per=20)).all():
        named = {place for place, row in enumerate(piece.rows) if _names(person, row)}
        if named:
            _empty(session, workspace_id, piece, named)
    imports = select(Import).where(Import.workspace_id == workspace_id)
    for import_ in session.scalars(imports):
        without = person.without(import_.name)
        if without != import_.name:
            import_.name = without


def _names(person: Person, row: list[Any]) -> bool:
    return person.may_be_meant_in(" \n ".join(map(text_of, row)))


def _empty(session: Session, workspace_id: int, piece: Any, named: set[int]) -> None:
    rows = [[] if place in named else row for place, row in enumerate(piece.rows)]
    faults = [fault for fault in piece.faults if fault[0] not in named]
    session.execute(
        update(ImportPiece)
        .where(ImportPiece.workspace_id == workspace_id, ImportPiece.id == piece.id)
        .values(rows=rows, faults=faults)
        .execution_options(synchronize_session="fetch")
    )
