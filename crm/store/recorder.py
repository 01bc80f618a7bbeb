"""The one recorder of the change journal: sees every flush of a session that works on a turn."""

from datetime import date, datetime, time
from enum import Enum
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from crm.models.base import Journaled
from crm.models.journal import Change
from crm.store.work import Work, work_of

CREATED = ""


def to_json(value: Any) -> Any:
    """A column's value as the journal keeps it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return value


def record_changes(session: Session, *_: object) -> None:
    """`before_flush`: one Change for each new row and for each changed column of a Journaled row."""
    work = work_of(session)
    if work is None:
        return
    for row in list(session.new):
        if isinstance(row, Journaled):
            session.add(_change(work, row, CREATED, None, None))
    for row in list(session.dirty):
        if not isinstance(row, Journaled):
            continue
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
                session.add(_change(work, row, column.key, to_json(old), to_json(new)))


def _change(work: Work, row: Any, field: str, old: Any, new: Any) -> Change:
    return Change(
        workspace_id=row.workspace_id,
        id=work.ids(),
        turn_id=work.turn_id,
        actor_id=work.actor_id,
        entity=row.__tablename__,
        entity_id=row.id,
        field=field,
        old=old,
        new=new,
    )
