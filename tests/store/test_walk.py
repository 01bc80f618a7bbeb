"""The order of a walk through what is due, on both databases."""

from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy.orm import Session

from crm.capture.draft import ActivityKind
from crm.models import Activity, FollowUp, FollowUpState, Lead, Member, Workspace
from crm.store.database import Database
from crm.store.members import Who
from crm.store.not_followed_up import leads_not_followed_up
from crm.store.walk import Place, Through, count_items, is_still_open, next_item, place_of
from tests.clock import START
from tests.factories import add_lead, add_member, add_workspace, next_id

TODAY = START.date()


class Desk:
    """A workspace with Eva, whose walk it is."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.workspace: Workspace = add_workspace(session, zone="Europe/Amsterdam")
        self.eva: Member = add_member(session, self.workspace)
        self.who = Who(self.eva, self.workspace)

    def owed(self, name: str, **fields: Any) -> Lead:
        return add_lead(self.session, self.eva, name, owed_since=START - timedelta(days=2), **fields)

    def plan(self, name: str, days: int = 0, clock: time | None = None, **fields: Any) -> FollowUp:
        lead = add_lead(self.session, self.eva, name, hot=fields.pop("hot", False))
        follow_up = FollowUp(
            workspace_id=self.workspace.id,
            id=next_id(),
            lead_id=lead.id,
            member_id=self.eva.id,
            created_by=self.eva.id,
            day=TODAY + timedelta(days=days),
            clock=clock,
            zone="Europe/Amsterdam",
            due_at=START,
            created_at=START,
            **fields,
        )
        self.session.add(follow_up)
        self.session.flush()
        return follow_up

    def happened(self, lead: Lead, kind: ActivityKind, at: datetime) -> None:
        self.session.add(
            Activity(
                workspace_id=self.workspace.id,
                id=next_id(),
                lead_id=lead.id,
                member_id=self.eva.id,
                kind=kind,
                happened_at=at,
                created_at=at,
            )
        )

    def walk(self, through: Through) -> list[str | None]:
        """Everybody that a walk comes to when nothing is answered."""
        names, place = [], None
        while (item := next_item(self.session, self.who, through, START, place)) is not None:
            names.append(item.subject.name)
            place = place_of(item)
        assert len(names) == count_items(self.session, self.who, through, START)
        return names


def test_overdue_then_today_by_the_clock_then_what_is_owed(database: Database) -> None:
    with database.begin() as session:
        desk = Desk(session)
        desk.owed("Older")
        desk.owed("Hot", hot=True)
        desk.owed("Newer")
        desk.plan("Any time")
        desk.plan("Late", clock=time(16))
        desk.plan("Early", clock=time(9))
        desk.plan("Overdue", days=-3)
        desk.plan("Hot today", clock=time(12), hot=True)
        desk.plan("Tomorrow", days=1)
        assert desk.walk(Through.ALL) == [
            "Overdue",
            "Early",
            "Hot today",
            "Late",
            "Any time",
            "Hot",
            "Newer",
            "Older",
        ]
        assert desk.walk(Through.HOT) == ["Hot today", "Hot"]
        assert desk.walk(Through.OWED) == ["Hot", "Newer", "Older"]


def test_what_was_stopped_since_it_is_owed_is_left_alone(database: Database) -> None:
    with database.begin() as session:
        desk = Desk(session)
        for days, name in ((1, "Stopped"), (3, "Stopped before they came back")):
            lead = desk.owed(name)
            follow_up = desk.plan("x", state=FollowUpState.STOPPED, done_at=START - timedelta(days=days))
            follow_up.lead_id = lead.id
        assert desk.walk(Through.ALL) == ["Stopped before they came back"]


def test_only_a_try_of_today_leaves_somebody_out(database: Database) -> None:
    with database.begin() as session:
        desk = Desk(session)
        midnight = START.replace(hour=23, minute=0) - timedelta(days=1)  # of Amsterdam
        desk.happened(desk.owed("Tried yesterday"), ActivityKind.CALL, midnight - timedelta(minutes=1))
        desk.happened(desk.owed("Tried today"), ActivityKind.CALL, midnight)
        desk.happened(desk.owed("Noted today"), ActivityKind.NOTE, START)
        desk.happened(desk.owed("Came in today"), ActivityKind.CAPTURE, START)
        assert desk.walk(Through.ALL) == ["Came in today", "Noted today", "Tried yesterday"]


def test_the_next_one_is_found_after_the_place_was_answered(database: Database) -> None:
    with database.begin() as session:
        desk = Desk(session)
        first, second = desk.plan("First", clock=time(9)), desk.plan("Second", clock=time(10))
        place = Place(first.id, first.day, first.clock)
        first.state = FollowUpState.DONE
        for _ in range(2):
            item = next_item(session, desk.who, Through.ALL, START, place)
            assert item is not None
            assert item.follow_up is second


def test_a_place_is_open_until_answered_or_put_off(database: Database) -> None:
    with database.begin() as session:
        desk = Desk(session)
        follow_up, lead = desk.plan("Planned"), desk.owed("Owed")
        shown = Place(follow_up.id, follow_up.day, follow_up.clock)
        assert is_still_open(lead, follow_up, shown)
        follow_up.clock = time(15)
        assert not is_still_open(lead, follow_up, shown)
        at_lead = Place(lead.id, tries=0)
        assert is_still_open(lead, None, at_lead)
        lead.tries = 1
        assert not is_still_open(lead, None, at_lead)
        lead.tries, lead.owed_since = 0, None
        assert not is_still_open(lead, None, at_lead)


def test_not_followed_up_is_listed_hot_first_then_newest(database: Database) -> None:
    with database.begin() as session:
        desk = Desk(session)
        for name, hot in (("A", False), ("B", True), ("C", False), ("D", True)):
            desk.owed(name, hot=hot)
        last = desk.owed("E")
        found = leads_not_followed_up(session, desk.who, START.date(), limit=3)
        rest = leads_not_followed_up(session, desk.who, START.date(), limit=9, offset=3)
        older = leads_not_followed_up(session, desk.who, START.date(), limit=9, before_id=last.id)
    assert [lead.name for lead in found] == ["D", "B", "E"]
    assert [lead.name for lead in rest] == ["C", "A"]
    assert [lead.name for lead in older] == ["D", "B", "C", "A"]
