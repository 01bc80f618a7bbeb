"""What a member's message changed, its later edits included: read back out of the change journal."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import literal, select, union_all
from sqlalchemy.orm import Session

from crm.models import Activity, Change
from crm.store.plans import unindexed

Filled = Mapping[tuple[int, str], Any]
"""(id of a row, field) -> what it held before the message, as the journal keeps it."""


def filled_by(session: Session, activity: Activity, turn_id: int) -> Filled:
    """activity: the entry that the message became. turn_id: of the message, when it came."""
    edits = select(Change.turn_id).where(
        Change.workspace_id == activity.workspace_id,
        Change.entity_id == activity.id,
        Change.entity == Activity.__tablename__,
        Change.field == "text",
    )
    query = select(Change.entity_id, Change.field, Change.old).where(
        Change.workspace_id == activity.workspace_id,
        Change.turn_id.in_(union_all(select(literal(turn_id)), edits)),
    )
    before: dict[tuple[int, str], Any] = {}
    for entity_id, field, old in session.execute(query.order_by(unindexed(Change.id))):
        before.setdefault((entity_id, field), old)
    return before
