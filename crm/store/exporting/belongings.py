"""What hangs on the rows of a slice, read in one statement for all of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, select

from crm.models import Block, CustomField, CustomValue, FieldKind, Reach, ReachKind, Tag, Tagging
from crm.store.exporting.scope import Scope
from crm.store.plans import unindexed

Key = tuple[int, int]
"""(workspace id, id)."""


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column for fields that companies added: of several workspaces those of one name share it."""

    name: str
    kinds: dict[int, FieldKind]


def own_columns(
    connection: Connection, scope: Scope, block: Block, taken: Sequence[str]
) -> tuple[OwnColumn, ...]:
    """taken: names of our own columns; a field of that name is "custom <name>"."""
    query = select(CustomField.id, CustomField.name, CustomField.kind).where(
        scope.workspaces(CustomField), CustomField.block == block
    )
    found: dict[str, dict[int, FieldKind]] = defaultdict(dict)
    for row in connection.execute(query.order_by(CustomField.position, CustomField.id)):
        found[f"custom {row.name}" if row.name in taken else row.name][row.id] = row.kind
    return tuple(OwnColumn(name, kinds) for name, kinds in found.items())


def own_values(
    connection: Connection, rows: Sequence[Row[Any]], columns: Iterable[OwnColumn]
) -> dict[Key, dict[str, Any]]:
    """By row: column -> text, decimal, day."""
    column_of = {field_id: column for column in columns for field_id in column.kinds}
    found: dict[Key, dict[str, Any]] = defaultdict(dict)
    if not column_of:
        return found
    query = select(
        CustomValue.workspace_id, CustomValue.entity_id, CustomValue.field_id, CustomValue.value
    ).where(CustomValue.deleted_at.is_(None), *_of(CustomValue, CustomValue.entity_id, rows))
    for row in connection.execute(query):
        column = column_of.get(row.field_id)
        if column is not None:
            found[row.workspace_id, row.entity_id][column.name] = _typed(
                column.kinds[row.field_id], row.value
            )
    return found


def _typed(kind: FieldKind, value: str) -> Any:
    match kind:
        case FieldKind.NUMBER:
            return Decimal(value)
        case FieldKind.DATE:
            return date.fromisoformat(value)
    return value


def reaches(
    connection: Connection, rows: Sequence[Row[Any]], block: Block
) -> dict[Key, dict[ReachKind, list[str]]]:
    """By row, the oldest first."""
    column = getattr(Reach, f"{block.value}_id")
    query = select(Reach.workspace_id, column.label("of"), Reach.kind, Reach.value).where(
        Reach.deleted_at.is_(None), *_of(Reach, column, rows)
    )
    found: dict[Key, dict[ReachKind, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in connection.execute(query.order_by(unindexed(Reach.id))):
        found[row.workspace_id, row.of][row.kind].append(row.value)
    return found


def tags(connection: Connection, rows: Sequence[Row[Any]]) -> dict[Key, list[str]]:
    query = (
        select(Tagging.workspace_id, Tagging.entity_id, Tag.name)
        .join(Tag, (Tag.workspace_id == Tagging.workspace_id) & (Tag.id == Tagging.tag_id))
        .where(Tagging.deleted_at.is_(None), Tag.deleted_at.is_(None), *_of(Tagging, Tagging.entity_id, rows))
    )
    found: dict[Key, list[str]] = defaultdict(list)
    for row in connection.execute(query.order_by(unindexed(Tagging.id))):
        found[row.workspace_id, row.entity_id].append(row.name)
    return found


def keyed(
    connection: Connection, query: Any, table: Any, column: Any, rows: Sequence[Row[Any]]
) -> dict[Key, list[Row[Any]]]:
    """query: its rows have `workspace_id` and `of`; those of this slice, by what `of` names."""
    found: dict[Key, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(query.where(*_of(table, column, rows))):
        found[row.workspace_id, row.of].append(row)
    return found


def _of(table: Any, column: Any, rows: Sequence[Row[Any]]) -> tuple[Any, Any]:
    return table.workspace_id.in_({row.workspace_id for row in rows}), column.in_([row.id for row in rows])
