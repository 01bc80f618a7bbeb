"""Members and their workspaces: who somebody is, and the calendar that they work by."""

from dataclasses import dataclass
from datetime import time
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.models import Member, Workspace
from crm.money import currency_of
from crm.rules.calendar import WorkCalendar


@dataclass(frozen=True, slots=True)
class Who:
    """A member in their workspace."""

    member: Member
    workspace: Workspace

    @property
    def access(self) -> Access:
        return Access(self.workspace.id, self.member.id, self.member.role, self.workspace.visibility)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.member.zone or self.workspace.zone)

    @property
    def country(self) -> str | None:
        return self.member.country or self.workspace.country

    @property
    def currency(self) -> str:
        """Meant where none is said: the company's own, else that of the country."""
        return self.workspace.currency or currency_of(self.country)

    @property
    def digest_at(self) -> time:
        return self.member.digest_at or self.workspace.digest_at

    @property
    def calendar(self) -> WorkCalendar:
        """The member's own zone, holidays and hours, where they set any; else the workspace's."""
        member, workspace = self.member, self.workspace
        return WorkCalendar(
            zone=self.zone,
            country=self.country,
            region=member.region if member.country or member.region else workspace.region,
            start=member.work_start or workspace.work_start,
            end=member.work_end or workspace.work_end,
            weekdays=frozenset(int(d) for d in workspace.weekdays),
        )


_MEMBERSHIPS = (
    select(Member, Workspace)
    .join(Workspace, Workspace.id == Member.workspace_id)
    .where(Member.user_id == bindparam("user"), Member.removed_at.is_(None))
    .order_by(Member.joined_at)
)


def memberships(session: Session, user_id: int) -> list[Who]:
    """Every workspace that this Telegram user is a member of now, the oldest first."""
    rows = session.execute(_MEMBERSHIPS, {"user": user_id})
    return [Who(member, workspace) for member, workspace in rows]


def team(session: Session, access: Access) -> list[Member]:
    """The members of the workspace, removed ones left out, by name."""
    query = select(Member).where(Member.workspace_id == access.workspace_id, Member.removed_at.is_(None))
    return list(session.scalars(query.order_by(Member.name, Member.id)))


def names_ever(session: Session, access: Access) -> dict[int, str]:
    """Of everybody who is or was a member, by id: who did something stays known."""
    query = select(Member.id, Member.name).where(Member.workspace_id == access.workspace_id)
    return {row.id: row.name for row in session.execute(query)}


def who_is(session: Session, workspace_id: int, member_id: int) -> Who | None:
    """None for somebody who is not, or no longer, a member of it."""
    member = session.get(Member, (workspace_id, member_id))
    workspace = session.get(Workspace, workspace_id)
    return Who(member, workspace) if member and workspace and member.removed_at is None else None
