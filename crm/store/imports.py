"""Imports and the pieces of their files."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.errors import NotYours
from crm.exchange.header import key_of
from crm.exchange.rows import OwnField
from crm.models import Block, CustomField, Import, ImportPiece, ImportState, Turn
from crm.store.plans import unindexed

SLICE = 100
"""Rows a piece, and a turn: others need not wait long."""
_OVER = (ImportState.DONE, ImportState.STOPPED, ImportState.UNDONE)


def get_import(session: Session, access: Access, import_id: int) -> Import:
    """One's own, or the team's for those who lead it. Raises NotYours."""
    found = session.get(Import, (access.workspace_id, import_id))
    if found is None or not (found.member_id == access.member_id or access.leads_others):
        raise NotYours
    return found


def get_own_import(session: Session, access: Access, import_id: int) -> Import:
    """Raises NotYours for a colleague's too: rows are imported with the rights of who sent the file."""
    found = get_import(session, access, import_id)
    if found.member_id != access.member_id:
        raise NotYours
    return found


def latest_import(session: Session, access: Access) -> Import | None:
    """The last one of this member that has come as far as a mapping."""
    query = select(Import).where(
        Import.workspace_id == access.workspace_id,
        Import.member_id == access.member_id,
        Import.state != ImportState.READING,
    )
    return session.scalars(query.order_by(Import.id.desc()).limit(1)).first()


def pieces_of(total: int) -> int:
    return -(-total // SLICE)


def add_pieces(
    session: Session,
    import_: Import,
    first: int,
    pieces: Sequence[Sequence[Sequence[Any]]],
    ids: Sequence[int],
) -> None:
    session.execute(
        insert(ImportPiece),
        [
            {
                "workspace_id": import_.workspace_id,
                "id": id,
                "import_id": import_.id,
                "number": first + number,
                "rows": [list(row) for row in rows],
                "faults": [],
            }
            for number, (rows, id) in enumerate(zip(pieces, ids, strict=True))
        ],
    )


def get_piece(session: Session, import_: Import, number: int) -> ImportPiece | None:
    """None where they were purged."""
    return session.scalars(_pieces(import_).where(ImportPiece.number == number)).first()


def read_pieces(session: Session, import_: Import) -> Iterator[tuple[list[Any], list[Any]]]:
    """(rows, faults), one piece after the other."""
    columns = (ImportPiece.rows, ImportPiece.faults)
    for number in range(pieces_of(import_.total)):
        query = _pieces(import_).where(ImportPiece.number == number).with_only_columns(*columns)
        if (piece := session.execute(query).first()) is not None:
            yield piece.rows, piece.faults


def drop_pieces(session: Session, import_: Import) -> None:
    session.execute(
        delete(ImportPiece).where(
            ImportPiece.workspace_id == import_.workspace_id, ImportPiece.import_id == import_.id
        )
    )


def _pieces(import_: Import) -> Any:
    return select(ImportPiece).where(
        ImportPiece.workspace_id == import_.workspace_id, ImportPiece.import_id == import_.id
    )


def own_fields(session: Session, workspace_id: int, block: Block) -> dict[int, tuple[str, OwnField]]:
    """Fields that the workspace added to a block: id -> its name, and how it is read."""
    query = select(CustomField).where(
        CustomField.workspace_id == workspace_id, CustomField.block == block, CustomField.deleted_at.is_(None)
    )
    return {
        field.id: (field.name, OwnField(field.id, field.kind, tuple(map(str, field.choices))))
        for field in session.scalars(query.order_by(CustomField.position, CustomField.id))
    }


def own_keys(session: Session, workspace_id: int, block: Block) -> dict[str, int]:
    """By `key_of` their names, for recognising columns."""
    return {key_of(name): id for id, (name, _) in own_fields(session, workspace_id, block).items()}


def standing_turns(session: Session, import_: Import, limit: int) -> list[int]:
    """Turns of the import that are not undone, the newest first."""
    query = select(Turn.id).where(
        Turn.workspace_id == import_.workspace_id,
        Turn.import_id == import_.id,
        Turn.undone_by.is_(None),
    )
    return list(session.scalars(query.order_by(unindexed(Turn.id).desc()).limit(limit)))


def count_standing(session: Session, import_: Import) -> int:
    query = select(func.count()).where(
        Turn.workspace_id == import_.workspace_id,
        Turn.import_id == import_.id,
        Turn.undone_by.is_(None),
    )
    return session.scalar(query) or 0


def purge_pieces(session: Session, before: datetime, limit: int) -> int:
    """Drops at most `limit` pieces of imports that were sent before that moment and run no more; says how many."""
    old = (
        select(ImportPiece.workspace_id, ImportPiece.id)
        .join(
            Import,
            (Import.workspace_id == ImportPiece.workspace_id) & (Import.id == ImportPiece.import_id),
        )
        .where(Import.created_at < before, Import.state != ImportState.RUNNING)
        .limit(limit)
    )
    found = session.execute(old).all()
    for workspace_id in {row.workspace_id for row in found}:
        ids = [row.id for row in found if row.workspace_id == workspace_id]
        session.execute(
            delete(ImportPiece).where(ImportPiece.workspace_id == workspace_id, ImportPiece.id.in_(ids))
        )
    return len(found)


def is_over(import_: Import) -> bool:
    return import_.state in _OVER
