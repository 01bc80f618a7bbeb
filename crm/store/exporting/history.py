"""The records of what happened and what is to be done: activities, follow-ups, the list of files."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from crm.models import Activity, File, FollowUp, Member
from crm.store.exporting.blocks import Record, amount
from crm.store.exporting.scope import Scope, slices

_ON = ("lead_id", "account_id", "contact_id", "opportunity_id")
_FIRST = ("id", "workspace_id", *_ON, "member_id", "member")
ACTIVITY_COLUMNS = (
    *_FIRST,
    "kind",
    "direction",
    "outcome",
    "subject",
    "text",
    "value",
    "currency",
    "valid_until",
    "happened_at",
    "created_at",
)
FOLLOW_UP_COLUMNS = (
    *_FIRST,
    "action",
    "reason",
    "day",
    "clock",
    "zone",
    "due_at",
    "state",
    "created_at",
    "done_at",
)
FILE_COLUMNS = (*_FIRST, "activity_id", "kind", "name", "mime", "size", "sha256", "created_at")


def activities(connection: Connection, scope: Scope) -> Iterator[Record]:
    return _records(connection, scope, Activity, ACTIVITY_COLUMNS)


def follow_ups(connection: Connection, scope: Scope) -> Iterator[Record]:
    return _records(connection, scope, FollowUp, FOLLOW_UP_COLUMNS)


def files(connection: Connection, scope: Scope) -> Iterator[Record]:
    return _records(connection, scope, File, FILE_COLUMNS)


def _records(connection: Connection, scope: Scope, kind: Any, columns: tuple[str, ...]) -> Iterator[Record]:
    query = (
        select(kind.__table__, Member.name.label("member"))
        .join(Member, (Member.workspace_id == kind.workspace_id) & (Member.id == kind.member_id))
        .where(scope.standing_on(kind))
        .order_by(kind.workspace_id, kind.id)
    )
    for rows in slices(connection, query):
        for row in rows:
            yield {column: _plain(column, row) for column in columns}


def _plain(column: str, row: Any) -> Any:
    if column == "value":
        return amount(row)
    value = getattr(row, column)
    return str(value) if value is not None and (column == "id" or column.endswith("_id")) else value
