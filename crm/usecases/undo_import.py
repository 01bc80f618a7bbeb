"""An import is undone whole: turn by turn, the newest first, as long as nothing since depends on any of it."""

from typing import Any

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from crm.access import Access
from crm.errors import DoneAlready, Refused
from crm.models import Activity, Change, FollowUp, Import, ImportState, OnBlocks, Turn
from crm.store.imports import standing_turns
from crm.store.recorder import CREATED
from crm.store.turns import UNDONE, takes_back
from crm.store.work import Session, Work
from crm.usecases.undo_turn import JOURNALED, SOURCES, UndoDependsError, reverse_turn

_UNDOABLE = (ImportState.DONE, ImportState.STOPPED)


def start_undo(work: Work, import_: Import) -> None:
    """Raises DoneAlready("undo-done"), Refused("passed") where it still runs, and UndoDependsError, having changed nothing."""
    if import_.state in (ImportState.UNDONE, ImportState.UNDOING):
        raise DoneAlready("undo-done")
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


def _hanging(session: Session, import_: Import) -> tuple[int, int, int]:
    """How many notes and other activities, follow-ups, and other rows stand on rows that the import made."""
    counts = {kind: _hanging_on(session, import_, kind) for kind in JOURNALED.values()}
    notes, follow_ups = counts.pop(Activity), counts.pop(FollowUp)
    return notes, follow_ups, sum(counts.values())


def _hanging_on(session: Session, import_: Import, kind: type[Any]) -> int:
    """Looks at what was made since, not at what the import made: that may be a hundred thousand rows.

    What stands on a lead is only seen from what that became.
    """
    born = aliased(Change)
    since = (
        select(kind.id)
        .select_from(born)
        .join(kind, (kind.workspace_id == born.workspace_id) & (kind.id == born.entity_id))
        .where(
            _in_a_turn_since(born, import_),
            born.field == CREATED,
            born.entity == kind.__tablename__,
            kind.deleted_at.is_(None),
        )
    )
    found: set[int] = set()
    for key in kind.__table__.foreign_key_constraints:
        table, column = key.referred_table.name, key.column_keys[-1]
        if table not in JOURNALED or table in SOURCES:
            continue
        query = since.where(_did(import_, table, getattr(kind, column), (CREATED,)))
        if issubclass(kind, OnBlocks) and column != "lead_id":
            query = query.where(kind.lead_id.is_(None))
        found |= set(session.scalars(query))
    return len(found)


def _changed_since(session: Session, import_: Import) -> int:
    """Rows that the import made or changed, and that others changed later."""
    later = aliased(Change)
    query = select(func.count(func.distinct(later.entity_id))).where(
        _in_a_turn_since(later, import_),
        later.field != CREATED,
        ~takes_back(later),
        _did(import_, later.entity, later.entity_id, (CREATED, later.field)),
    )
    return session.scalar(query) or 0


def _in_a_turn_since(change: Any, import_: Import) -> Any:
    """In a turn of others after the import began (ids are in order of time) that is not undone.

    By the turns' ids, not a join: SQLite would take all changes since, those of the import too.
    """
    turns = select(Turn.id).where(
        Turn.workspace_id == import_.workspace_id,
        Turn.id > import_.id,
        Turn.undone_by.is_(None),
        Turn.what != UNDONE,
        or_(Turn.import_id.is_(None), Turn.import_id != import_.id),
    )
    return and_(change.workspace_id == import_.workspace_id, change.turn_id.in_(turns))


def _did(import_: Import, table: Any, entity_id: Any, fields: tuple[Any, ...]) -> Any:
    """The import made, or changed one of these fields of, that row."""
    mine, ours = aliased(Change), aliased(Turn)
    return exists().where(
        mine.workspace_id == import_.workspace_id,
        mine.entity_id == entity_id,
        mine.entity == table,
        or_(*(mine.field == field for field in fields)),
        ours.workspace_id == mine.workspace_id,
        ours.id == mine.turn_id,
        ours.import_id == import_.id,
        ours.undone_by.is_(None),
    )
