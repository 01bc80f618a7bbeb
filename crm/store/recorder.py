"""The one recorder of the change journal: sees every flush of a session that works on a turn."""

from collections.abc import Iterator
from datetime import date, datetime, time
from enum import Enum
from typing import Any

from sqlalchemy import insert, inspect
from sqlalchemy.orm import InstrumentedAttribute, Session

from crm.models.base import Journaled
from crm.models.journal import Change
from crm.store.work import Work, work_of

CREATED = ""
_INSERT: Any = insert(Change.__table__)  # type: ignore[arg-type]


def to_json(value: Any) -> Any:
    """A column's value as the journal keeps it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value


def from_json(row: Journaled, field: str, value: Any) -> Any:
    """A journal value -> what the column holds."""
    if value is None:
        return None
    attribute: InstrumentedAttribute[Any] = getattr(type(row), field)
    kind = attribute.type.python_type
    if kind in (datetime, date, time):
        return kind.fromisoformat(value)
    enum = getattr(attribute.type, "enum_class", None)
    return enum(value) if enum else value


def record_changes(session: Session, *_: object) -> None:
    """`before_flush`: one Change for each new row and for each changed column of a Journaled row."""
    work = work_of(session)
    if work is None:
        return
    changes = [_change(work, row, CREATED, None, None) for row in session.new if isinstance(row, Journaled)]
    for row in session.dirty:
        if isinstance(row, Journaled):
            changes += _changes_of(work, row)
    if changes:
        session.connection().execute(_INSERT, changes)


def _changes_of(work: Work, row: Any) -> Iterator[dict[str, Any]]:
    state = inspect(row)
    for column in state.mapper.column_attrs:
        if column.key in row.UNRECORDED:
            continue
        history = state.attrs[column.key].history
        if not history.has_changes():
            continue
        old = history.deleted[0] if history.deleted else None
        new = history.added[0] if history.added else None
        if old != new:
            yield _change(work, row, column.key, to_json(old), to_json(new))


def _change(work: Work, row: Any, field: str, old: Any, new: Any) -> dict[str, Any]:
    return {
        "workspace_id": row.workspace_id,
        "id": work.ids(),
        "turn_id": work.turn_id,
        "actor_id": work.actor_id,
        "entity": row.__tablename__,
        "entity_id": row.id,
        "field": field,
        "old": old,
        "new": new,
    }
