"""What a member has to do: their own follow-ups by day, and the leads they hold that are not followed up.

Every query starts at an index by member, so that it costs what the member's own rows cost, however many leads the
workspace has.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, case, func, or_, select
from sqlalchemy.orm import Session

from crm.models import FollowUp, FollowUpState, Lead, Status
from crm.rules.calendar import ONE_DAY
from crm.rules.digest_time import is_first_digest_of_week
from crm.rules.local_time import local_day
from crm.store.accounts import organisations_of
from crm.store.attention import Attention, attention_of
from crm.store.blocks import MODELS, Subject
from crm.store.members import Who
from crm.store.not_followed_up import nothing_planned, sums_of_owed
from crm.store.subjects import with_subjects

SHOWN = 5


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """Somebody to get in touch with. follow_up: what the member planned, None for a lead that is owed one.

    organisation: that a contact or a deal belongs to.
    """

    subject: Subject
    follow_up: FollowUp | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """day: the member's local day. today, overdue: the first of them, in the order in which they are due.

    not_followed_up, hot: of the leads held, and how many of them are 🔥 (crm/store/not_followed_up.py). due_by_cadence:
    those of them whose turn by the cadence has come. fairs: where they come from, the most first. at_fairs,
    running_fairs: whom an event that still runs holds back. without_next_step: reached, nothing planned; counted once
    a week, else 0.
    attention: opportunities that are left alone; by themselves they are worth a digest once a week (tells_of_deals).
    A quote that waits for an answer is worth one at any time.
    """

    day: date
    today: tuple[AgendaItem, ...] = ()
    overdue: tuple[AgendaItem, ...] = ()
    today_count: int = 0
    overdue_count: int = 0
    week_count: int = 0
    not_followed_up: int = 0
    hot: int = 0
    due_by_cadence: int = 0
    fairs: tuple[str, ...] = ()
    at_fairs: int = 0
    running_fairs: tuple[str, ...] = ()
    without_next_step: int = 0
    attention: Attention = field(default_factory=Attention)
    tells_of_deals: bool = False

    @property
    def is_worth_a_digest(self) -> bool:
        """A digest is never empty; what the cadence holds back is no reason for one."""
        return bool(
            self.today_count
            or self.overdue_count
            or self.due_by_cadence
            or self.without_next_step
            or self.tells_of_deals
            or self.attention.waiting
        )


def agenda_of(session: Session, who: Who, now: datetime) -> Agenda:
    """now: aware; "today" is the member's local day then."""
    session.flush()
    today = local_day(now, who.zone)
    overdue_count, today_count, week_count = _counts(session, who, today)
    every, due, held = sums_of_owed(session, who, today)
    attention = attention_of(session, who, now)
    weekly = is_first_digest_of_week(today, who.calendar, who.member.away_until)
    return Agenda(
        day=today,
        today=tuple(planned_items(session, who, today, today)) if today_count else (),
        overdue=tuple(planned_items(session, who, None, today - ONE_DAY)) if overdue_count else (),
        today_count=today_count,
        overdue_count=overdue_count,
        week_count=week_count,
        not_followed_up=every.count,
        hot=every.hot,
        due_by_cadence=due.count,
        fairs=every.fairs,
        at_fairs=held.count,
        running_fairs=held.fairs,
        without_next_step=_without_next_step(session, who) if weekly else 0,
        attention=attention,
        tells_of_deals=weekly and bool(attention),
    )


def week_end(today: date) -> date:
    """The Sunday of that week."""
    return today + timedelta(days=6 - today.weekday())


def planned_items(
    session: Session, who: Who, first: date | None, last: date, *, limit: int = SHOWN, offset: int = 0
) -> list[AgendaItem]:
    """The member's open follow-ups from the first to the last day, with what they are for, as they are due."""
    session.flush()
    query = planned(who).where(FollowUp.day <= last)
    if first is not None:
        query = query.where(FollowUp.day >= first)
    rows = session.execute(query.order_by(*PLANNED_ORDER).limit(limit).offset(offset)).all()
    subjects = [subject_in(row) for row in rows]
    organisations = organisations_of(session, subjects)
    return [
        AgendaItem(subject, row.FollowUp, organisations.get(subject.id))
        for subject, row in zip(subjects, rows, strict=True)
    ]


PLANNED_ORDER = (FollowUp.day, FollowUp.clock.is_(None), FollowUp.clock, FollowUp.id)
"""By day; on a day those with a clock time first."""


def planned(who: Who) -> Select[Any]:
    """The member's open follow-ups, each with what it is for, as far as they may see that."""
    query = select(FollowUp, *MODELS.values()).select_from(FollowUp).where(*_open_of(who))
    return with_subjects(query, FollowUp, who.access)


def subject_in(row: Row[Any]) -> Subject:
    """What the follow-up in a row of `planned` is for."""
    found: Subject = getattr(row, MODELS[row.FollowUp.block].__name__)
    return found


def _open_of(who: Who) -> tuple[ColumnElement[bool], ...]:
    return (
        FollowUp.workspace_id == who.workspace.id,
        FollowUp.member_id == who.member.id,
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.deleted_at.is_(None),
    )


def _counts(session: Session, who: Who, today: date) -> tuple[int, int, int]:
    """Overdue, today, later this week."""
    query = (
        planned(who)
        .where(FollowUp.day <= week_end(today))
        .with_only_columns(
            func.coalesce(func.sum(case((FollowUp.day < today, 1), else_=0)), 0),
            func.coalesce(func.sum(case((FollowUp.day == today, 1), else_=0)), 0),
            func.coalesce(func.sum(case((FollowUp.day > today, 1), else_=0)), 0),
        )
    )
    overdue, now_due, later = session.execute(query).one()
    return int(overdue), int(now_due), int(later)


def _without_next_step(session: Session, who: Who) -> int:
    query = select(func.count()).where(
        Lead.workspace_id == who.workspace.id,
        Lead.holder_id == who.member.id,
        Lead.deleted_at.is_(None),
        Lead.owed_since.is_(None),
        Lead.reached_at.is_not(None),
        or_(Lead.status == Status.CONTACTED, Lead.status == Status.QUALIFIED),
        nothing_planned(),
    )
    return session.scalar(query) or 0
