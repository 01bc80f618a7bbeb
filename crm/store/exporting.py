"""All leads, activities or follow-ups of all workspaces, row by row in constant memory, for other programs."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any, Literal

from sqlalchemy import Connection, Row, select

from crm.models import Activity, FollowUp, Lead, Member, Reach, ReachKind
from crm.money import Money
from crm.store.database import Database

What = Literal["leads", "activities", "follow-ups"]
Format = Literal["jsonl", "csv"]
Record = dict[str, Any]
"""Column -> text, list of texts, true or false, number of tries, or None. Ids and amounts are texts."""

_ROWS_AT_ONCE = 500
_RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def export(database: Database, what: What, form: Format) -> Iterator[str]:
    """Lines, each with its line break. csv: a head first, and no cell that a spreadsheet would run as a formula."""
    read = {"leads": _leads, "activities": _activities, "follow-ups": _follow_ups}[what]
    with database.snapshot() as connection:
        records = read(connection)
        yield from (_json_lines if form == "jsonl" else _csv_lines)(records)


def _leads(connection: Connection) -> Iterator[Record]:
    query = (
        select(Lead.__table__, Member.name.label("holder"))
        .join(Member, (Member.workspace_id == Lead.workspace_id) & (Member.id == Lead.holder_id))
        .where(Lead.deleted_at.is_(None))
        .order_by(Lead.workspace_id, Lead.id)
    )
    for rows in _slices(connection, query):
        reaches = _reaches(connection, rows)
        for row in rows:
            mine = reaches.get((row.workspace_id, row.id), [])
            yield {
                "id": str(row.id),
                "workspace_id": str(row.workspace_id),
                "holder_id": str(row.holder_id),
                "holder": row.holder,
                "name": row.name,
                "title": row.title,
                "organisation": row.organisation,
                "emails": [reach.value for reach in mine if reach.kind is ReachKind.EMAIL],
                "phones": [reach.value for reach in mine if reach.kind is ReachKind.PHONE],
                "website": row.website,
                "source": row.source,
                "event_id": _id(row.fair_id),
                "value": _amount(row),
                "currency": row.currency,
                "note": row.note,
                "hot": row.hot,
                "supplier": row.supplier,
                "status": row.status,
                "reason": row.reason,
                "created_at": _moment(row.created_at),
                "owed_since": _moment(row.owed_since),
                "reached_at": _moment(row.reached_at),
                "tries": row.tries,
            }


def _activities(connection: Connection) -> Iterator[Record]:
    query = (
        select(Activity.__table__, Member.name.label("member"))
        .join(Member, (Member.workspace_id == Activity.workspace_id) & (Member.id == Activity.member_id))
        .where(Activity.deleted_at.is_(None))
        .order_by(Activity.workspace_id, Activity.id)
    )
    for rows in _slices(connection, query):
        for row in rows:
            yield {
                "id": str(row.id),
                "workspace_id": str(row.workspace_id),
                "lead_id": str(row.lead_id),
                "member_id": str(row.member_id),
                "member": row.member,
                "kind": row.kind,
                "direction": row.direction,
                "outcome": row.outcome,
                "text": row.text,
                "value": _amount(row),
                "currency": row.currency,
                "happened_at": _moment(row.happened_at),
                "created_at": _moment(row.created_at),
            }


def _follow_ups(connection: Connection) -> Iterator[Record]:
    query = (
        select(FollowUp.__table__, Member.name.label("member"))
        .join(Member, (Member.workspace_id == FollowUp.workspace_id) & (Member.id == FollowUp.member_id))
        .where(FollowUp.deleted_at.is_(None))
        .order_by(FollowUp.workspace_id, FollowUp.id)
    )
    for rows in _slices(connection, query):
        for row in rows:
            yield {
                "id": str(row.id),
                "workspace_id": str(row.workspace_id),
                "lead_id": str(row.lead_id),
                "member_id": str(row.member_id),
                "member": row.member,
                "action": row.action,
                "reason": row.reason,
                "day": _moment(row.day),
                "clock": _moment(row.clock),
                "zone": row.zone,
                "due_at": _moment(row.due_at),
                "state": row.state,
                "created_at": _moment(row.created_at),
                "done_at": _moment(row.done_at),
            }


def _slices(connection: Connection, query: Any) -> Iterator[Sequence[Row[Any]]]:
    found = connection.execute(query, execution_options={"yield_per": _ROWS_AT_ONCE})
    yield from found.partitions()


def _reaches(connection: Connection, leads: Sequence[Row[Any]]) -> dict[tuple[int, int], list[Any]]:
    """By lead, the oldest first."""
    query = (
        select(Reach.workspace_id, Reach.lead_id, Reach.kind, Reach.value)
        .where(
            Reach.workspace_id.in_({lead.workspace_id for lead in leads}),
            Reach.lead_id.in_([lead.id for lead in leads]),
            Reach.deleted_at.is_(None),
        )
        .order_by(Reach.id)
    )
    by_lead: dict[tuple[int, int], list[Any]] = {}
    for reach in connection.execute(query):
        by_lead.setdefault((reach.workspace_id, reach.lead_id), []).append(reach)
    return by_lead


def _id(number: int | None) -> str | None:
    return None if number is None else str(number)


def _amount(row: Row[Any]) -> str | None:
    """In major units: "12000.00"."""
    return None if row.value_minor is None else str(Money(row.value_minor, row.currency).amount)


def _moment(value: datetime | date | time | None) -> str | None:
    return None if value is None else value.isoformat()


def _json_lines(records: Iterator[Record]) -> Iterator[str]:
    for record in records:
        yield json.dumps(record, ensure_ascii=False) + "\n"


def _csv_lines(records: Iterator[Record]) -> Iterator[str]:
    out = io.StringIO()
    writer = csv.writer(out)
    for number, record in enumerate(records):
        if number == 0:
            writer.writerow(record)
        writer.writerow(_cell(value) for value in record.values())
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def _cell(value: Any) -> str:
    """Lists with "; " between. A leading apostrophe makes text of what would be a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_RUN_BY_SPREADSHEETS) else text
