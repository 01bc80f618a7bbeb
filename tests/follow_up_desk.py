"""A workspace for tests of follow-ups: Eva and Tom (reps), Mia (manager), Olga (owner); leads, plans, and what rings."""

import html
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select

from crm.access import Role
from crm.capture.draft import ActivityKind, Direction, Due, Outcome
from crm.models import Chat, FollowUp, Lead, Member, Outbox, Workspace
from crm.store.database import Database, Session
from crm.store.members import Who
from crm.store.work import Work, start_work
from crm.usecases.add_follow_up import add_follow_up
from crm.usecases.log_activity import log_activity
from tests.clock import START
from tests.factories import add_lead, add_member, add_workspace, next_id

BOT_ID = 1000


@dataclass
class Desk:
    """One session's view of the workspace; `desk(session)` of a test makes it or finds it again."""

    session: Session
    workspace: Workspace
    members: dict[str, Member]
    now: datetime

    def who(self, name: str = "Eva") -> Who:
        return Who(self.members[name], self.workspace)

    def work(self, name: str = "Eva") -> Work:
        return start_work(self.session, self.now, next_id, next_id(), self.members[name].id)

    def owed(self, name: str = "Anna", holder: str = "Eva", since: datetime = START, **fields: Any) -> Lead:
        """A lead that owes a follow-up since a capture."""
        lead = add_lead(self.session, self.members[holder], name, **fields)
        log_activity(
            self.work(holder), self.who(holder).access, lead, ActivityKind.CAPTURE, happened_at=since
        )
        self.session.flush()
        return lead

    def spoke(self, lead: Lead, at: datetime | None = None) -> None:
        self.log(lead, Outcome.SPOKE, at)

    def log(self, lead: Lead, outcome: Outcome, at: datetime | None = None) -> None:
        log_activity(
            self.work(),
            self.who().access,
            lead,
            ActivityKind.CALL,
            happened_at=at or self.now,
            direction=Direction.OUT,
            outcome=outcome,
        )
        self.session.flush()

    def plan(
        self, lead: Lead, day: date, clock: time | None = None, *, member: str = "Eva", action: str = "call"
    ) -> FollowUp:
        who = self.who(member)
        planned = add_follow_up(
            self.work(member), who.access, lead, who, Due(day, clock, ""), action=action, reason=""
        )
        self.session.flush()
        return planned.follow_up


def make_desk(session: Session, now: datetime = START) -> Desk:
    workspace = add_workspace(session, zone="Europe/Amsterdam", set_up_at=START)
    roles = {"Eva": Role.REP, "Tom": Role.REP, "Mia": Role.MANAGER, "Olga": Role.OWNER}
    members = {name: add_member(session, workspace, name=name, role=role) for name, role in roles.items()}
    for member in members.values():
        assert member.chat_id is not None
        session.add(Chat(bot_id=BOT_ID, chat_id=member.chat_id, type="private", workspace_id=workspace.id))
    session.flush()
    return Desk(session, workspace, members, now)


def find_desk(session: Session, now: datetime = START) -> Desk:
    """The same workspace in a later transaction."""
    workspace = session.scalars(select(Workspace)).one()
    members = {member.name: member for member in session.scalars(select(Member))}
    return Desk(session, workspace, members, now)


def messages(database: Database, name: str | None = None) -> list[str]:
    """The texts of the outbox without markup, in the order in which they were put there; one member's, or all."""
    with database.read() as session:
        query = select(Outbox).order_by(Outbox.id)
        if name is not None:
            member = session.scalars(select(Member).where(Member.name == name)).one()
            query = query.where(Outbox.chat_id == member.chat_id)
        return [
            html.unescape(re.sub(r"<[^>]+>", "", str(row.body["text"]))) for row in session.scalars(query)
        ]
