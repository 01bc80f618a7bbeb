"""Exports for other programs: every lead, activity and follow-up, in constant memory, harmless in a spreadsheet."""

import csv
import io
import json
import tracemalloc

import pytest
from sqlalchemy import insert

from crm.models import Lead, Member
from crm.store.database import Database
from crm.store.exporting import export
from tests.chat_client import Chat
from tests.clock import START
from tests.factories import add_lead, add_member, add_workspace, next_id


def as_json(database: Database, what: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in export(database, what, "jsonl")]  # type: ignore[arg-type]


def as_cells(database: Database, what: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(export(database, what, "csv")))))  # type: ignore[arg-type]


def a_holder(database: Database) -> Member:
    with database.begin() as session:
        return add_member(session, add_workspace(session), name="Eva")


def test_a_lead_is_exported_with_its_ways_to_reach_it(database: Database) -> None:
    holder = a_holder(database)
    with database.begin() as session:
        lead = add_lead(
            session,
            holder,
            "Klaus Berger",
            "Bosch Rexroth",
            emails=["K.Berger@bosch.example"],
            phones=["+49711123456", "+31612345678"],
            value_minor=1200050,
            currency="EUR",
            hot=True,
        )
        add_lead(session, holder, "Gone", deleted_at=START)
    (record,) = as_json(database, "leads")
    assert record["id"] == str(lead.id)
    assert record["emails"] == ["k.berger@bosch.example"]
    assert record["phones"] == ["+49711123456", "+31612345678"]
    assert record["value"] == "12000.50"
    assert (record["holder"], record["status"], record["hot"]) == ("Eva", "new", True)
    assert record["created_at"] == START.isoformat()


def test_activities_and_follow_ups_are_exported(chat: Chat) -> None:
    chat.says("Klaus Berger, Bosch Rexroth, k.berger@bosch.example, call him Friday 10:00")
    (lead,) = as_json(chat.office.database, "leads")
    (activity,) = as_json(chat.office.database, "activities")
    (follow_up,) = as_json(chat.office.database, "follow-ups")
    assert activity["lead_id"] == follow_up["lead_id"] == lead["id"]
    assert activity["kind"] == "capture"
    assert follow_up["clock"] == "10:00:00"
    assert str(activity["text"]).startswith("Klaus")


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_no_cell_is_run_as_a_formula(sqlite_database: Database, evil: str) -> None:
    holder = a_holder(sqlite_database)
    with sqlite_database.begin() as session:
        add_lead(session, holder, evil, note='=HYPERLINK("x")\nmore, "quoted"', phones=["+31612345678"])
    (record,) = as_cells(sqlite_database, "leads")
    assert record["name"] == "'" + evil
    assert record["note"] == '\'=HYPERLINK("x")\nmore, "quoted"'
    assert record["phones"] == "'+31612345678"
    assert as_json(sqlite_database, "leads")[0]["name"] == evil


def test_memory_does_not_grow_with_the_rows(database: Database) -> None:
    holder = a_holder(database)
    peaks = []
    for more in (1_000, 4_000):
        with database.begin() as session:
            row = {"workspace_id": holder.workspace_id, "holder_id": holder.id, "created_at": START}
            rows = [row | {"id": next_id(), "name": "Somebody", "note": "x" * 200} for _ in range(more)]
            session.execute(insert(Lead), rows)
        tracemalloc.start()
        assert sum(1 for _ in export(database, "leads", "csv")) >= more
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.5
