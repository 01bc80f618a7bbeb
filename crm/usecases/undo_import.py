"""An import is undone whole: turn by turn, the newest first, as long as nothing since depends on any of it."""

from typing import Any

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import aliased

from crm.access import Access
from crm.errors import Refused
from crm.models import Activity, Change, FollowUp, Import, ImportState, OnBlocks, Turn
from crm.store.imports import standing_turns
from crm.store.recorder import CREATED
from crm.store.work import Session, Work
from crm.usecases.undo_turn import JOURNALED, SOURCES, UndoDependsError, reverse_turn

_UNDOABLE = (ImportState.DONE, ImportState.STOPPED)


def start_undo(work: Work, import_: Import) -> None:
    """Raises Refused("undo-done"), Refused("passed") where it still runs, and UndoDependsError, having changed nothing."""
    if import_.state in (ImportState.UNDONE, ImportState.UNDOING):
        raise Refused("undo-done")
    if import_.state not in _UNDOABLE:
        raise Refused("passed")
    work.session.flush()
    notes, follow_ups, rest = _hanging(work.session, import_)
    rest += _changed_since(work.session, import_)
    if notes or follow_ups or rest:
        raise UndoDependsError(notes, follow_ups, rest)
    import_.state = ImportState.UNDOING


def undo_slice(work: Work, access: Access, import_: Import) -> bool:
    """The newest turn that stands; False where none is left, or the undo was not started.

    Raises UndoDependsError where somebody added something meanwhile: the rest then stays, and the import is DONE again.
    """
    work.session.refresh(import_, with_for_update=True)
    if import_.state is not ImportState.UNDOING:
        return False
    turns = standing_turns(work.session, import_, 2)
    if turns:
        reverse_turn(work, access, work.session.get_one(Turn, (import_.workspace_id, turns[0])))
    if len(turns) < 2:
        import_.state, import_.finished_at = ImportState.UNDONE, work.now
    return len(turns) == 2


def give_up_undo(import_: Import) -> None:
    """Something depends on it since: what is not undone yet stays."""
    import_.state = ImportState.DONE


def _made_by(import_: Import) -> tuple[Any, Any]:
    """(an alias of Change, the condition that it is the making of a row by this import)."""
    made, turn = aliased(Change), aliased(Turn)
    condition = (
        (made.workspace_id == import_.workspace_id)
        & (made.field == CREATED)
        & made.turn_id.in_(
            select(turn.id).where(
                turn.workspace_id == import_.workspace_id,
                turn.import_id == import_.id,
                turn.undone_by.is_(None),
            )
        )
    )
    return made, condition


def _hanging(session: Session, import_: Import) -> tuple[int, int, int]:
    """How many notes and other activities, follow-ups, and other rows stand on rows that the import made."""
    counts = {kind: _hanging_on(session, import_, kind) for kind in JOURNALED.values()}
    notes, follow_ups = counts.pop(Activity), counts.pop(FollowUp)
    return notes, follow_ups, sum(counts.values())


def _hanging_on(session: Session, import_: Import, kind: type[Any]) -> int:
    """What the import made itself goes with it; what stands on a lead is only seen from what that became."""
    found: set[int] = set()
    for key in kind.__table__.foreign_key_constraints:
        table, column = key.referred_table.name, key.column_keys[-1]
        if table not in JOURNALED or table in SOURCES:
            continue
        made, is_made = _made_by(import_)
        itself, is_itself = _made_by(import_)
        query = (
            select(kind.id)
            .join(made, made.entity_id == getattr(kind, column))
            .where(
                is_made,
                made.entity == table,
                kind.workspace_id == import_.workspace_id,
                kind.deleted_at.is_(None),
                ~exists().where(is_itself, itself.entity_id == kind.id),
            )
        )
        if issubclass(kind, OnBlocks) and column != "lead_id":
            query = query.where(kind.lead_id.is_(None))
        found |= set(session.scalars(query))
    return len(found)


def _changed_since(session: Session, import_: Import) -> int:
    """Rows that the import made or changed, and others changed later."""
    mine, later, theirs = aliased(Change), aliased(Change), aliased(Turn)
    ours = aliased(Turn)
    query = (
        select(func.count(func.distinct(later.entity_id)))
        .select_from(ours)
        .join(mine, (mine.workspace_id == ours.workspace_id) & (mine.turn_id == ours.id))
        .join(
            later,
            (later.workspace_id == mine.workspace_id)
            & (later.entity_id == mine.entity_id)
            & (later.turn_id > mine.turn_id)
            & or_(mine.field == CREATED, mine.field == later.field)
            & (later.field != CREATED),
        )
        .join(theirs, (theirs.workspace_id == later.workspace_id) & (theirs.id == later.turn_id))
        .where(
            ours.workspace_id == import_.workspace_id,
            ours.import_id == import_.id,
            ours.undone_by.is_(None),
            theirs.undone_by.is_(None),
            theirs.undoes.is_(None),
            or_(theirs.import_id.is_(None), theirs.import_id != import_.id),
        )
    )
    return session.scalar(query) or 0
