"""Who is not followed up: a lead that owes one, for which nobody plans anything, and whose event is over.

Every screen that says "not followed up" reads it here, so that no two of them say another number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, case, func, not_, or_, select
from sqlalchemy.orm import Session

from crm.models import Activity, Fair, FollowUp, FollowUpState, Lead, Status
from crm.rules.cadence import parse_cadence
from crm.store.members import Who
from crm.store.plans import unindexed


@dataclass(frozen=True, slots=True)
class Owed:
    """fairs: where they come from, the most first."""

    count: int
    hot: int
    fairs: tuple[str, ...]


def is_not_followed_up(day: date | None) -> tuple[ColumnElement[bool], ...]:
    """Conditions on a lead. day: local; what comes from an event that still runs then waits for its end. None: that too."""
    owes = (Lead.owed_since.is_not(None), Lead.status != Status.DISQUALIFIED, nothing_planned())
    return owes if day is None else (*owes, not_(at_running_fair(day)))


def nothing_planned() -> ColumnElement[bool]:
    """Nobody plans it, and the holder has not stopped it since it is owed, or said that none is needed since it was
    reached."""
    stopped = and_(
        FollowUp.state == FollowUpState.STOPPED,
        FollowUp.member_id == Lead.holder_id,
        FollowUp.done_at >= func.coalesce(Lead.owed_since, Lead.reached_at),
    )
    planned_or_stopped = select(FollowUp.id).where(
        FollowUp.workspace_id == Lead.workspace_id,
        FollowUp.lead_id == Lead.id,
        or_(FollowUp.state == FollowUpState.OPEN, stopped),
        FollowUp.deleted_at.is_(None),
    )
    return not_(planned_or_stopped.exists())


def at_running_fair(day: date) -> ColumnElement[bool]:
    """A condition on a lead: it comes from an event that has not ended before that local day."""
    running = select(Fair.id).where(
        Fair.workspace_id == Lead.workspace_id,
        Fair.id == Lead.fair_id,
        Fair.last_day >= day,
        Fair.deleted_at.is_(None),
    )
    return running.exists()


def held_not_followed_up(who: Who, day: date | None) -> Select[Lead]:
    """Those that the member holds."""
    return select(Lead).where(*_held_by(who), *is_not_followed_up(day))


def leads_not_followed_up(
    session: Session, who: Who, day: date, *, limit: int, offset: int = 0, before_id: int | None = None
) -> list[Lead]:
    """🔥 first, then the newest. before_id: only leads that are older than that id."""
    session.flush()
    query = held_not_followed_up(who, day)
    if before_id is not None:
        query = query.where(Lead.id < before_id)
    found = query.order_by(Lead.hot.desc(), Lead.id.desc()).limit(limit).offset(offset)
    return list(session.scalars(found))


def settled_since(session: Session, who: Who, day: date, turn_id: int, *, limit: int) -> list[Lead]:
    """Leads from before a turn that the member holds, that something happened with or was planned for since, and that
    no longer wait for a follow-up on that local day; the newest first."""
    session.flush()
    happened = select(Activity.id).where(
        Activity.workspace_id == Lead.workspace_id,
        Activity.lead_id == Lead.id,
        unindexed(Activity.id) > turn_id,
        Activity.deleted_at.is_(None),
    )
    planned = select(FollowUp.id).where(
        FollowUp.workspace_id == Lead.workspace_id,
        FollowUp.lead_id == Lead.id,
        unindexed(FollowUp.id) > turn_id,
        FollowUp.deleted_at.is_(None),
    )
    query = select(Lead).where(
        *_held_by(who),
        Lead.id < turn_id,
        or_(happened.exists(), planned.exists()),
        not_(and_(*is_not_followed_up(day))),
    )
    return list(session.scalars(query.order_by(Lead.hot.desc(), Lead.id.desc()).limit(limit)))


def sums_of_owed(session: Session, who: Who, today: date) -> tuple[Owed, Owed, Owed]:
    """All that are not followed up; those of them whose turn by the cadence has come; and whom an event that runs holds
    back."""
    steps = len(parse_cadence(who.workspace.cadence).steps)  # after the last one the manager hears of it
    is_due = and_(Lead.cadence_day.is_not(None), Lead.cadence_day <= today, Lead.cadence_step < steps)
    runs = case((and_(Fair.last_day >= today, Fair.deleted_at.is_(None)), 1), else_=0)
    per_fair = session.execute(
        select(
            runs,
            Fair.name,
            func.count(),
            func.sum(case((Lead.hot.is_(True), 1), else_=0)),
            func.sum(case((is_due, 1), else_=0)),
            func.sum(case((and_(is_due, Lead.hot.is_(True)), 1), else_=0)),
        )
        .select_from(Lead)
        .outerjoin(Fair, and_(Fair.workspace_id == Lead.workspace_id, Fair.id == Lead.fair_id))
        .where(*_held_by(who), *is_not_followed_up(None))
        .group_by(runs, Fair.name)
    ).all()
    every = [(name, count, hot) for running, name, count, hot, _, _ in per_fair if not running]
    due = [(name, count, hot) for running, name, _, _, count, hot in per_fair if not running]
    held = [(name, count, hot) for running, name, count, hot, _, _ in per_fair if running]
    return _sum(every), _sum(due), _sum(held)


def _held_by(who: Who) -> tuple[ColumnElement[bool], ...]:
    return (
        Lead.workspace_id == who.workspace.id,
        Lead.holder_id == who.member.id,
        Lead.deleted_at.is_(None),
    )


def _sum(parts: Iterable[tuple[str | None, int, int]]) -> Owed:
    parts = list(parts)
    named = sorted((-int(count), name) for name, count, _ in parts if name and count)
    return Owed(
        sum(int(count) for _, count, _ in parts),
        sum(int(hot) for _, _, hot in parts),
        tuple(name for _, name in named),
    )
