"""Keeping what follows from a lead's history: since when it owes a follow-up, and when the cadence brings it up."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from crm.models import Activity, Fair, FollowUp, FollowUpState, Lead, Status
from crm.rules.cadence import Cadence, FairDays, cadence_day, escalation_day, parse_cadence
from crm.rules.calendar import WorkCalendar
from crm.rules.local_time import local_day
from crm.rules.owing import Happened, Owing, after, owing_state
from crm.store.members import Who, who_is
from crm.store.work import Work


def apply_activity(work: Work, lead: Lead, activity: Activity) -> None:
    """The state after one more activity. One that happened before the latest is put in its place in the history."""
    happened = Happened(activity.kind, activity.happened_at, activity.direction, activity.outcome)
    latest = max((m for m in (lead.owed_since, lead.reached_at) if m), default=None)
    if latest is not None and activity.happened_at < latest:
        recompute(work, lead)
        return
    _set(lead, after(Owing(lead.owed_since, lead.reached_at, lead.tries), happened))


def recompute(work: Work, lead: Lead) -> None:
    """The state from the whole history: after an undo, or when something is put in late."""
    work.session.flush()
    rows = work.session.scalars(
        select(Activity)
        .where(
            Activity.workspace_id == lead.workspace_id,
            Activity.lead_id == lead.id,
            Activity.deleted_at.is_(None),
        )
        .order_by(Activity.happened_at, Activity.id)
    )
    _set(lead, owing_state(Happened(a.kind, a.happened_at, a.direction, a.outcome) for a in rows))


def _set(lead: Lead, owing: Owing) -> None:
    if lead.owed_since != owing.since:
        lead.cadence_step = 0
    lead.owed_since, lead.reached_at, lead.tries = owing.since, owing.reached_at, owing.tries


def plan_cadence(work: Work, lead: Lead, *, has_own: bool | None = None) -> None:
    """Sets lead.cadence_day: None where nothing is owed, or the member has a time of their own for it.

    has_own: whether a member plans it, or stopped it, where the caller knows; else it is looked up.
    """
    if lead.owed_since is None or lead.deleted_at is not None or lead.status is Status.DISQUALIFIED:
        lead.cadence_day = None
        return
    if has_own is None:
        work.session.flush()
        has_own = _has_own_follow_up(work.session, lead)
    if has_own:
        lead.cadence_day = None
        return
    holder = who_is(work.session, lead.workspace_id, lead.holder_id)
    if holder is None:
        lead.cadence_day = None
        return
    lead.cadence_day = next_cadence_day(
        lead, parse_cadence(holder.workspace.cadence), holder.calendar, fair_days(work.session, lead, holder)
    )


def next_cadence_day(
    lead: Lead, cadence: Cadence, calendar: WorkCalendar, fairs: tuple[FairDays, ...]
) -> date | None:
    """The day of the lead's next step; of the manager's line after the last; None when that went out too."""
    assert lead.owed_since is not None
    owed = local_day(lead.owed_since, calendar.zone)
    if lead.cadence_step > len(cadence.steps):
        return None
    if lead.cadence_step == len(cadence.steps):
        return escalation_day(owed, cadence, calendar, fairs)
    return cadence_day(owed, lead.cadence_step, cadence, calendar, fairs)


def fair_days(session: Session, lead: Lead, holder: Who) -> tuple[FairDays, ...]:
    """The fair that the lead came from: it holds the cadence until its last day."""
    if lead.fair_id is None:
        return ()
    fair = session.get(Fair, (lead.workspace_id, lead.fair_id))
    if fair is None or fair.deleted_at is not None:
        return ()
    return (days_of(fair, holder.zone),)


def days_of(fair: Fair, zone: ZoneInfo) -> FairDays:
    return FairDays(min(local_day(fair.created_at, zone), fair.last_day), fair.last_day)


def _has_own_follow_up(session: Session, lead: Lead) -> bool:
    """One that is open; or one that the holder stopped since the lead owes: then they want to hear no more of it."""
    stopped = and_(
        FollowUp.state == FollowUpState.STOPPED,
        FollowUp.member_id == lead.holder_id,
        FollowUp.done_at >= lead.owed_since,
    )
    query = (
        select(FollowUp.id)
        .where(
            FollowUp.workspace_id == lead.workspace_id,
            FollowUp.lead_id == lead.id,
            or_(FollowUp.state == FollowUpState.OPEN, stopped),
            FollowUp.deleted_at.is_(None),
        )
        .limit(1)
    )
    return session.scalar(query) is not None
