"""Undo: a new turn that reverses an earlier one, at any age, as long as nothing since depends on it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, exists, or_, select

from crm.access import Access
from crm.errors import DoneAlready, Refused
from crm.models import (
    Account,
    Activity,
    Change,
    Contact,
    Fair,
    FollowUp,
    Lead,
    OnBlocks,
    Opportunity,
    Turn,
)
from crm.models.base import Base, Journaled
from crm.store.blocks import Subject
from crm.store.gazetteer import TAUGHT, forget_gazetteer
from crm.store.plans import unindexed
from crm.store.recorder import CREATED, from_json, to_json
from crm.store.search.index_many import remove_many
from crm.store.turns import UNDONE, get_turn, note_turn, takes_back
from crm.store.work import Work
from crm.usecases.opportunity_activity import note_activity
from crm.usecases.owing import plan_cadence, recompute, replan_fair
from crm.usecases.place_history import place_history
from crm.usecases.reindex import reindex

JOURNALED: dict[str, type[Any]] = {
    mapper.local_table.name: mapper.class_  # type: ignore[attr-defined]
    for mapper in Base.registry.mappers
    if issubclass(mapper.class_, Journaled)
}
SOURCES = ("fair",)
"""Rows that came from one of these stay when it is taken back."""
_SUBJECTS = (Lead, Account, Contact, Opportunity)


class UndoDependsError(Refused):
    """Something since stands on what was to be undone; the counts say what."""

    def __init__(self, notes: int, follow_ups: int, changes: int) -> None:
        super().__init__("undo-depends", notes=notes, follow_ups=follow_ups, changes=changes)


def undo_turn(work: Work, access: Access, turn_id: int) -> Turn:
    """Reverses the turn and returns it.

    Raises NotYours, DoneAlready("undo-done") where it is undone already, Refused("undo-nothing") where it changed
    nothing, Refused("undo-import-whole") for a part of an import, and UndoDependsError, having changed nothing.
    """
    turn = get_turn(work, access, turn_id)
    if turn.undone_by is not None:
        raise DoneAlready("undo-done")
    if turn.import_id is not None:
        raise Refused("undo-import-whole")
    return reverse_turn(work, access, turn)


def reverse_turn(work: Work, access: Access, turn: Turn) -> Turn:
    """As `undo_turn`, for a turn that the caller has chosen."""
    changes = _changes_of(work, turn)
    if not changes:
        raise Refused("undo-nothing")
    rows = _rows_of(work, turn, changes)
    made = {(c.entity, c.entity_id) for c in changes if c.field == CREATED}
    _refuse_if_needed(work, turn, changes, rows, made)
    for change in reversed(changes):
        row = rows[change.entity, change.entity_id]
        if row is None:
            continue
        if change.field == CREATED:
            row.deleted_at = work.now
        elif (change.entity, change.entity_id) not in made:
            setattr(row, change.field, from_json(row, change.field, change.old))
    note_turn(work, access, UNDONE, turn.about_id).undoes = turn.id
    turn.undone_by = work.turn_id
    if turn.undoes is not None:
        work.session.get_one(Turn, (turn.workspace_id, turn.undoes)).undone_by = None
    work.session.flush()
    subjects = _subjects_touched(work, access, rows)
    gone = [subject for subject in subjects if (subject.__tablename__, subject.id) in made]
    remove_many(work.session, access.workspace_id, [subject.id for subject in gone])
    for subject in subjects:
        if subject not in gone:
            _put_right(work, subject)
    for row in rows.values():
        if isinstance(row, Fair):
            replan_fair(work, row)
    if any(change.field in TAUGHT for change in changes):
        forget_gazetteer(access.workspace_id)
    return turn


def _changes_of(work: Work, turn: Turn) -> list[Change]:
    query = select(Change).where(Change.workspace_id == turn.workspace_id, Change.turn_id == turn.id)
    return list(work.session.scalars(query.order_by(unindexed(Change.id))))


def _rows_of(work: Work, turn: Turn, changes: Sequence[Change]) -> dict[tuple[str, int], Any]:
    """(table, id) -> the row; None where it was erased. A statement a table: an import's turn has hundreds of rows."""
    ids: dict[str, set[int]] = defaultdict(set)
    for change in changes:
        ids[change.entity].add(change.entity_id)
    found: dict[tuple[str, int], Any] = {}
    for table, some in ids.items():
        kind = JOURNALED[table]
        query = select(kind).where(kind.workspace_id == turn.workspace_id, kind.id.in_(some))
        found |= {(table, row.id): row for row in work.session.scalars(query)}
    return {(c.entity, c.entity_id): found.get((c.entity, c.entity_id)) for c in changes}


def _refuse_if_needed(
    work: Work,
    turn: Turn,
    changes: Sequence[Change],
    rows: dict[tuple[str, int], Any],
    made: set[tuple[str, int]],
) -> None:
    standing = select(Turn.id).where(
        Turn.workspace_id == turn.workspace_id,
        Turn.id > turn.id,
        Turn.undone_by.is_(None),
        Turn.what != UNDONE,
    )
    later = set(
        work.session.scalars(
            select(Change.entity_id).where(
                Change.workspace_id == turn.workspace_id,
                Change.entity_id.in_([entity_id for _, entity_id in made]),
                Change.turn_id.in_(standing),
                Change.field != CREATED,
                ~takes_back(Change),
            )
        )
    )
    overwritten = {
        (c.entity, c.entity_id, c.field)
        for c in _last_of_each_field(changes)
        if (c.entity, c.entity_id) not in made
        and (row := rows[c.entity, c.entity_id]) is not None
        and to_json(getattr(row, c.field)) != c.new
    }
    hanging = {
        kind: _hanging_on(work, turn.workspace_id, kind, made, set(rows), changes[0].id)
        for kind in JOURNALED.values()
    }
    notes, follow_ups = hanging.pop(Activity), hanging.pop(FollowUp)
    rest = len(later) + len(overwritten) + sum(hanging.values())
    if notes or follow_ups or rest:
        raise UndoDependsError(notes, follow_ups, rest)


def _last_of_each_field(changes: Sequence[Change]) -> list[Change]:
    return list({(c.entity, c.entity_id, c.field): c for c in changes if c.field != CREATED}.values())


def _hanging_on(
    work: Work,
    workspace_id: int,
    kind: type[Any],
    made: set[tuple[str, int]],
    touched: set[tuple[str, int]],
    first_change: int,
) -> int:
    """How many rows of a kind stand on rows that the turn made, and were not made or put there by it.

    What stood on a lead before is only seen from the account and the others that the lead became: it goes back with the
    lead. first_change: the id of the turn's first change; its last ones may be younger than what was added since
    (crm/usecases/part_of_turn.py).
    """
    own = [entity_id for entity, entity_id in touched if entity == kind.__tablename__]
    found: set[int] = set()
    for key in kind.__table__.foreign_key_constraints:
        table, column = key.referred_table.name, key.column_keys[-1]
        on = [entity_id for entity, entity_id in made if entity == table]
        if not on or table in SOURCES:
            continue
        query = select(kind.id).where(
            kind.workspace_id == workspace_id,
            getattr(kind, column).in_(on),
            kind.deleted_at.is_(None),
            kind.id.not_in(own),
        )
        if issubclass(kind, OnBlocks) and column != "lead_id":
            query = query.where(or_(kind.lead_id.is_(None), _made_after(kind, first_change)))
        found |= set(work.session.scalars(query))
    return len(found)


def _made_after(kind: type[Any], change_id: int) -> ColumnElement[bool]:
    return exists().where(
        Change.workspace_id == kind.workspace_id,
        Change.entity_id == kind.id,
        Change.field == CREATED,
        Change.id > change_id,
    )


def _subjects_touched(work: Work, access: Access, rows: dict[tuple[str, int], Any]) -> list[Subject]:
    """The rows of building blocks that were reversed, or on which something reversed stands."""
    keys: set[tuple[type[Any], int]] = set()
    for row in rows.values():
        if isinstance(row, _SUBJECTS):
            keys.add((type(row), row.id))
        elif row is not None:
            for kind in _SUBJECTS:
                entity_id = getattr(row, f"{kind.__tablename__}_id", None)
                if entity_id is not None:
                    keys.add((kind, entity_id))
    found = [work.session.get(kind, (access.workspace_id, id)) for kind, id in sorted(keys, key=_by_id)]
    return [subject for subject in found if subject is not None]


def _by_id(key: tuple[type[Any], int]) -> int:
    return key[1]


def _put_right(work: Work, subject: Subject) -> None:
    """What follows from the rows: owing, the cadence, from where the history is seen, the search index."""
    if isinstance(subject, Lead):
        recompute(work, subject)
        plan_cadence(work, subject)
        place_history(work, subject)
    elif isinstance(subject, Opportunity):
        note_activity(work, subject)
    reindex(work, subject)
