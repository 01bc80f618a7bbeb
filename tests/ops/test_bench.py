"""The bench measures what it says: real captures, agendas and sweeps on the database that it fills."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.bench import breakdown, jobs
from bot.bench.deals import steps, team_steps
from bot.bench.desk import Bench
from bot.bench.fill import fill
from bot.bench.fill_deals import ENTRIES
from bot.bench.fill_find import fill_with, number_of
from bot.bench.messages import text_of
from bot.bench.numbers import LEADS_A_DEAL, LEADS_A_MEMBER
from bot.bench.people import make_people
from bot.bench.processes import running, telegram
from bot.bench.rows import p95
from bot.command_line.extract import extract_lines
from crm.access import Access, Role, Visibility
from crm.models import Account, Activity, Block, FollowUp, Lead, Opportunity, Outbox
from crm.store.database import Database
from crm.store.search.find import find_everywhere, find_in
from tests.clock import START
from tests.plans import watched


def count(url: str, table: type) -> int:
    database = Database(url)
    with database.read() as session:
        found = session.scalar(select(func.count()).select_from(table)) or 0
    database.close()
    return found


def test_each_turn_is_a_new_lead_or_an_agenda_with_an_answer(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/few.db"
    bench = Bench(url, 1000)
    bench.turn(text_of(5_000_000))
    assert (count(url, Lead), count(url, Outbox)) == (1001, 1)
    bench.turn("/agenda")
    assert (count(url, Lead), count(url, Outbox)) == (1001, 2)
    bench.sweep()
    assert count(url, Outbox) == 2 + 9
    bench.close()


def test_every_member_has_the_same_number_of_rows(sqlite_database: Database) -> None:
    members = fill(sqlite_database, 2000, START).members
    with sqlite_database.read() as session:
        leads = session.execute(select(Lead.holder_id, func.count()).group_by(Lead.holder_id)).all()
        follow_ups = session.execute(
            select(FollowUp.member_id, func.count()).group_by(FollowUp.member_id)
        ).all()
    assert len(leads) == len(follow_ups) == members == 2000 // LEADS_A_MEMBER
    assert {number for _, number in leads} == {LEADS_A_MEMBER}
    assert max(number for _, number in follow_ups) - min(number for _, number in follow_ups) <= 1


def test_every_member_has_the_same_number_of_opportunities_some_of_them_closed(
    sqlite_database: Database,
) -> None:
    numbers = fill(sqlite_database, 2000, START)
    a_holder = select(Opportunity.holder_id, func.count(), func.count(Opportunity.closed_at))
    with sqlite_database.read() as session:
        held = session.execute(a_holder.group_by(Opportunity.holder_id)).all()
        long = select(func.count()).where(Activity.account_id == numbers.id(next(numbers.deals_of(2)), 1))
        assert session.scalar(long) == ENTRIES + 2
    assert {(number, closed) for _, number, closed in held} == {(LEADS_A_MEMBER // LEADS_A_DEAL, 2)}
    assert len(held) == numbers.members


def test_a_quote_converts_and_the_rest_only_reads(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/few.db"
    bench = Bench(url, 1000)
    texts = (text_of(5_000_000 + number) for number in range(10))
    for _, _, step in steps(texts.__next__):
        assert step(bench) > 0
    assert (count(url, Account), count(url, Opportunity), count(url, Lead)) == (101, 101, 1001)
    assert all(step(bench) > 0 for _, step in team_steps())
    bench.close()


def test_nothing_that_a_member_does_reads_a_whole_workspace(tmp_path: Path) -> None:
    """SQLite's plans: without the fitting index it would read the whole workspace for a list in the order of ids, and
    what the whole team closed for one's own report."""
    bench = Bench(f"sqlite:///{tmp_path}/few.db", 1000)
    texts = (text_of(5_000_000 + number) for number in range(10))
    with watched() as plans:
        for _, _, step in steps(texts.__next__):
            step(bench)
        bench.turn("/agenda")
        bench.sweep()
    bench.close()
    assert len(plans) > 40
    assert plans.whole() == {}


def test_what_was_filled_in_is_found(sqlite_database: Database) -> None:
    wanted = fill(sqlite_database, 1000, START).id(500)
    with sqlite_database.read() as session:
        lead = session.get_one(Lead, (1, wanted))
        found = find_in(session, Access(1, 1, Role.MANAGER, Visibility.OPEN), Block.LEAD, lead.name or "")
    assert wanted in found


def test_what_find_is_measured_on_lies_in_all_blocks(sqlite_database: Database) -> None:
    known = make_people(60, random.Random(7))
    fill_with(sqlite_database, known)
    manager = Access(1, 1, Role.MANAGER, Visibility.OPEN)
    with sqlite_database.read() as session:
        deal = find_everywhere(session, manager, known[10].email)
        lead = find_everywhere(session, manager, known[11].email)
    assert [block for block, _ in deal] == [Block.ACCOUNT, Block.CONTACT]
    assert [block for block, _ in lead] == [Block.LEAD]
    assert {number_of(id) for _, id in deal} == {10} and number_of(lead[0][1]) == 11


def test_the_messages_are_leads_each_of_somebody_else() -> None:
    asked = [
        json.dumps({"id": i, "text": text_of(i), "now": "2026-03-10T09:00", "tz": "Europe/Berlin"})
        for i in (1, 2, 3_000_000)
    ]
    fields = [json.loads(line)["fields"] for line in extract_lines(asked)]
    assert len({field["phones"][0] for field in fields}) == 3
    assert all(field["name"] and field["organisation"] and field["emails"] for field in fields)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ({"tz": "Mars/X"}, "no such time zone: Mars/X"),
        ({"tz": None}, "cannot be read: "),
        ({"now": "later"}, "cannot be read: "),
        ({"now": ...}, "missing: now"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(line: dict[str, Any], error: str) -> None:
    asked = {"id": 1, "text": text_of(1), "now": "2026-03-10T09:00", "tz": "Europe/Berlin"} | line
    asked = {key: value for key, value in asked.items() if value is not ...}
    (answer,) = extract_lines([json.dumps(asked)])
    assert json.loads(answer)["error"].startswith(error)


def test_the_bare_echo_answers_in_the_simulated_telegram() -> None:
    with telegram() as phone, running(["-m", "bot.bench.echo", phone.url, phone.token], phone) as echo:
        assert phone.ask("burst", kind="text", count=40, first=0)["seconds"] > 0
        assert len(phone.ask("one by one", kind="card", count=3, first=0)["seconds"]) == 3
        assert echo.resident_mb > 10


def test_the_parts_of_a_capture_are_still_called_so_and_make_a_whole(tmp_path: Path) -> None:
    whole, *parts = breakdown.measure(tmp_path / "breakdown.db", captures=5)
    assert whole.measured.endswith("ms") and len(parts) == 10
    assert all(0 <= int(part.ratio.rstrip("%")) < 60 for part in parts)
    assert 95 <= sum(int(part.ratio.rstrip("%")) for part in parts) <= 105


def test_jobs_to_compare_with_are_stored(tmp_path: Path) -> None:
    assert jobs.fill(str(tmp_path / "jobs.db"), 500) > 0


def test_the_slowest_twentieth_is_left_out() -> None:
    assert 94 <= p95([float(number) for number in range(101)]) <= 96
