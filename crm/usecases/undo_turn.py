"""Undo: a new turn that reverses an earlier one, at any age, as long as nothing since depends on it."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from crm.access import Access
from crm.errors import Refused
from crm.models import Activity, Change, Fair, FollowUp, Lead, Reach, Turn
from crm.models.base import Journaled
from crm.rules.visibility import may_see
from crm.store.leads import reaches_of
from crm.store.recorder import CREATED, to_json
from crm.store.search.index import index_lead, remove_lead
from crm.store.turns import get_turn, note_turn
from crm.store.work import Work
from crm.usecases.owing import plan_cadence, recompute, replan_fair

_ROWS: dict[str, type[Any]] = {
    "lead": Lead,
    "reach": Reach,
    "activity": Activity,
    "follow_up": FollowUp,
    "fair": Fair,
}
_OF_LEAD: tuple[type[Any], ...] = (Activity, FollowUp, Reach)


class UndoDependsError(Refused):
    """Something since stands on what was to be undone; the counts say what."""

    def __init__(self, notes: int, follow_ups: int, changes: int) -> None:
        super().__init__("undo-depends", notes=notes, follow_ups=follow_ups, changes=changes)


def undo_turn(work: Work, access: Access, turn_id: int) -> Turn:
    """Reverses the turn and returns it.

    Raises NotYours, Refused("undo-done") where it is undone already, Refused("undo-nothing") where it changed
    nothing, and UndoDependsError, having changed nothing.
    """
    turn = get_turn(work, access, turn_id)
    if turn.undone_by is not None:
        raise Refused("undo-done")
    changes = _changes_of(work, turn)
    if not changes:
        raise Refused("undo-nothing")
    rows = {
        (c.entity, c.entity_id): work.session.get(_ROWS[c.entity], (turn.workspace_id, c.entity_id))
        for c in changes
    }
    made = {
        key for key in rows if any(c.field == CREATED and (c.entity, c.entity_id) == key for c in changes)
    }
    _refuse_if_needed(work, turn, changes, rows, made)
    for change in reversed(changes):
        row = rows[change.entity, change.entity_id]
        if row is None:
            continue
        if change.field == CREATED:
            row.deleted_at = work.now
        elif (change.entity, change.entity_id) not in made:
            setattr(row, change.field, _from_json(row, change.field, change.old))
    note_turn(work, access, "turn-undone", turn.lead_id).undoes = turn.id
    turn.undone_by = work.turn_id
    work.session.flush()
    for lead in _leads_touched(work, access, rows):
        _put_right(work, lead)
    for row in rows.values():
        if isinstance(row, Fair):
            replan_fair(work, row)
    return turn


def _changes_of(work: Work, turn: Turn) -> list[Change]:
    query = select(Change).where(Change.workspace_id == turn.workspace_id, Change.turn_id == turn.id)
    return list(work.session.scalars(query.order_by(Change.id)))


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
        Turn.undoes.is_(None),
    )
    later = set(
        work.session.scalars(
            select(Change.entity_id).where(
                Change.workspace_id == turn.workspace_id,
                Change.entity_id.in_([entity_id for _, entity_id in made]),
                Change.turn_id.in_(standing),
                Change.field != CREATED,
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
    made_ids = [entity_id for _, entity_id in made]
    leads = [entity_id for entity, entity_id in made if entity == "lead"]
    hanging = {kind: _hanging_on(work, turn.workspace_id, kind, leads, made_ids) for kind in _OF_LEAD}
    notes, follow_ups = hanging[Activity], hanging[FollowUp]
    rest = len(later) + len(overwritten) + hanging[Reach]
    if notes or follow_ups or rest:
        raise UndoDependsError(notes, follow_ups, rest)


def _last_of_each_field(changes: Sequence[Change]) -> list[Change]:
    return list({(c.entity, c.entity_id, c.field): c for c in changes if c.field != CREATED}.values())


def _hanging_on(work: Work, workspace_id: int, kind: type[Any], leads: list[int], made: list[int]) -> int:
    """How many rows of a kind stand on leads that the turn made, and were not made by it."""
    if not leads:
        return 0
    query = select(kind.id).where(
        kind.workspace_id == workspace_id,
        kind.lead_id.in_(leads),
        kind.deleted_at.is_(None),
        kind.id.not_in(made),
    )
    return len(work.session.scalars(query).all())


def _from_json(row: Journaled, field: str, value: Any) -> Any:
    """A journal value -> what the column holds."""
    if value is None:
        return None
    attribute: InstrumentedAttribute[Any] = getattr(type(row), field)
    kind = attribute.type.python_type
    if kind in (datetime, date, time):
        return kind.fromisoformat(value)
    enum = getattr(attribute.type, "enum_class", None)
    return enum(value) if enum else value


def _leads_touched(work: Work, access: Access, rows: dict[tuple[str, int], Any]) -> list[Lead]:
    ids = {
        row.id if isinstance(row, Lead) else row.lead_id
        for row in rows.values()
        if isinstance(row, Lead | Activity | FollowUp | Reach)
    }
    leads = [work.session.get(Lead, (access.workspace_id, lead_id)) for lead_id in sorted(ids)]
    return [lead for lead in leads if lead is not None and may_see(access, lead.holder_id)]


def _put_right(work: Work, lead: Lead) -> None:
    """What follows from the rows: owing, the cadence, the search index."""
    recompute(work, lead)
    plan_cadence(work, lead)
    if lead.deleted_at is not None:
        remove_lead(work, lead.workspace_id, lead.id)
    else:
        index_lead(work, lead, reaches_of(work.session, lead))
