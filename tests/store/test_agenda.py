"""A member's agenda: own follow-ups by day, what is not followed up, and what that costs."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from crm.models import Fair, FollowUp, FollowUpState, Lead, Member, Status, Workspace
from crm.store.agenda import agenda_of
from crm.store.database import Database
from crm.store.members import Who
from tests.clock import START
from tests.factories import add_lead, add_member, add_workspace, next_id

TODAY = START.date()
"""A Tuesday."""


class Desk:
    """One workspace with Eva, who asks, and Tom."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.workspace: Workspace = add_workspace(session, zone="Europe/Amsterdam")
        self.eva: Member = add_member(session, self.workspace, name="Eva")
        self.tom: Member = add_member(session, self.workspace, name="Tom")
        self.who = Who(self.eva, self.workspace)

    def lead(self, name: str = "Anna", holder: Member | None = None, **fields: Any) -> Lead:
        return add_lead(self.session, holder or self.eva, name, **fields)

    def owed(self, name: str = "Anna", **fields: Any) -> Lead:
        return self.lead(name, owed_since=START, **fields)

    def plan(
        self, lead: Lead, day: date, clock: time | None = None, *, member: Member | None = None, **fields: Any
    ) -> FollowUp:
        whose = member or self.eva
        follow_up = FollowUp(
            workspace_id=self.workspace.id,
            id=next_id(),
            lead_id=lead.id,
            member_id=whose.id,
            created_by=whose.id,
            day=day,
            clock=clock,
            zone="Europe/Amsterdam",
            due_at=START,
            created_at=START,
            **fields,
        )
        self.session.add(follow_up)
        self.session.flush()
        return follow_up


def test_own_follow_ups_are_overdue_today_or_later_this_week(database: Database) -> None:
    with database.begin() as session:
        desk = Desk(session)
        lead = desk.lead()
        for days in (-3, -1, 0, 1, 5, 6):
            desk.plan(lead, TODAY + timedelta(days=days))
        agenda = agenda_of(session, desk.who, START)
    assert (agenda.overdue_count, agenda.today_count, agenda.week_count) == (2, 1, 2)
    assert [item.follow_up.day for item in agenda.overdue if item.follow_up] == [
        TODAY - timedelta(days=3),
        TODAY - timedelta(days=1),
    ]


def test_today_starts_with_what_has_a_clock_time(database: Database) -> None:
    with database.begin() as session:
        desk = Desk(session)
        for name, clock in (("Late", time(15)), ("Any time", None), ("Early", time(9, 30))):
            desk.plan(desk.lead(name), TODAY, clock)
        agenda = agenda_of(session, desk.who, START)
    assert [item.subject.name for item in agenda.today] == ["Early", "Late", "Any time"]


def test_today_is_the_members_local_day(database: Database) -> None:
    with database.begin() as session:
        desk = Desk(session)
        desk.eva.zone = "Pacific/Auckland"
        desk.plan(desk.lead(), TODAY + timedelta(days=1))
        evening = START.replace(hour=20)
        agenda = agenda_of(session, desk.who, evening)
    assert agenda.day == TODAY + timedelta(days=1)
    assert agenda.today_count == 1


def test_done_deleted_and_a_colleagues_follow_ups_are_not_there(database: Database) -> None:
    with database.begin() as session:
        desk = Desk(session)
        lead = desk.lead()
        desk.plan(lead, TODAY, state=FollowUpState.DONE)
        desk.plan(lead, TODAY, state=FollowUpState.STOPPED)
        desk.plan(lead, TODAY, deleted_at=START)
        desk.plan(lead, TODAY, member=desk.tom)
        desk.plan(desk.lead(deleted_at=START), TODAY)
        agenda = agenda_of(session, desk.who, START)
    assert (agenda.today_count, agenda.today) == (0, ())


def test_not_followed_up_counts_what_is_owed_and_not_planned(database: Database) -> None:
    with database.begin() as session:
        desk = Desk(session)
        desk.owed(hot=True)
        desk.owed()
        desk.plan(desk.owed("Planned"), TODAY + timedelta(days=9))
        desk.owed("Not worth it", status=Status.DISQUALIFIED)
        desk.owed("Tom's", holder=desk.tom)
        desk.owed("Gone", deleted_at=START)
        desk.lead("Reached", reached_at=START)
        agenda = agenda_of(session, desk.who, START)
    assert (agenda.not_followed_up, agenda.hot) == (2, 1)


def test_what_the_cadence_holds_back_is_counted_apart(database: Database) -> None:
    with database.begin() as session:
        desk = Desk(session)
        desk.owed(cadence_day=TODAY, hot=True)
        desk.owed(cadence_day=TODAY + timedelta(days=1), hot=True)
        desk.owed()
        agenda = agenda_of(session, desk.who, START)
    assert (agenda.not_followed_up, agenda.hot) == (3, 2)
    assert agenda.due_by_cadence == 1
    assert agenda.is_worth_a_digest


def test_a_fair_that_holds_the_cadence_is_no_reason_for_a_digest(database: Database) -> None:
    with database.begin() as session:
        desk = Desk(session)
        desk.owed(cadence_day=TODAY + timedelta(days=4))
        agenda = agenda_of(session, desk.who, START)
    assert not agenda.is_worth_a_digest


def test_the_fairs_that_most_come_from_are_named_first(database: Database) -> None:
    with database.begin() as session:
        desk = Desk(session)
        for name, leads in (("Interpack", 1), ("Hannover Messe", 3)):
            fair = Fair(
                workspace_id=desk.workspace.id,
                id=next_id(),
                name=name,
                key=name.lower(),
                last_day=TODAY - timedelta(days=1),
                created_by=desk.eva.id,
                created_at=START,
            )
            session.add(fair)
            session.flush()
            for _ in range(leads):
                desk.owed(fair_id=fair.id)
        desk.owed()
        agenda = agenda_of(session, desk.who, START)
    assert agenda.fairs == ("Hannover Messe", "Interpack")
    assert agenda.not_followed_up == 5


@pytest.mark.parametrize(("day", "counted"), [("2026-03-09", 1), ("2026-03-10", 0)])
def test_reached_without_a_next_step_is_counted_on_mondays(
    database: Database, day: str, counted: int
) -> None:
    with database.begin() as session:
        desk = Desk(session)
        reached = {"reached_at": START, "status": Status.CONTACTED}
        desk.lead(**reached)
        desk.plan(desk.lead(**reached), TODAY)
        desk.lead(reached_at=START, status=Status.DISQUALIFIED)
        agenda = agenda_of(session, desk.who, datetime.fromisoformat(f"{day}T09:00:00+00:00"))
    assert agenda.without_next_step == counted


def test_every_query_starts_at_an_index_by_member(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = Desk(session)
        desk.plan(desk.owed(), TODAY)
        desk.plan(desk.owed(), TODAY - timedelta(days=1))
        monday = START - timedelta(days=1)
        statements: list[tuple[str, Any]] = []
        listen = session.connection().engine
        event.listen(listen, "before_cursor_execute", lambda *a: statements.append((a[2], a[3])))
        agenda_of(session, desk.who, monday + timedelta(days=1))
        agenda_of(session, desk.who, monday)
        raw = session.connection().connection.cursor()
        plans = [
            [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
            for sql, values in statements
            if sql.startswith("SELECT")
        ]
    assert len(plans) >= 6
    for plan in plans:
        assert not [step for step in plan if step.startswith("SCAN")], plan
        of_few = "SEARCH stage " in plan[0]  # the workspace's own stages: a handful
        assert of_few or "member_id=?" in plan[0] or "holder_id=?" in plan[0], plan
