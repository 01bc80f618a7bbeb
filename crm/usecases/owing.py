"""Keeping what follows from a lead's history: since when it owes a follow-up, and when the cadence brings it up."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.orm import Session

from crm.models import Activity, Fair, FollowUp, FollowUpState, Lead, Status
from crm.rules.cadence import Cadence, FairDays, cadence_day, escalation_day, parse_cadence
from crm.rules.calendar import WorkCalendar
from crm.rules.local_time import local_day
from crm.rules.owing import Happened, Owing, after, owing_state
from crm.store.members import Who, who_is
from crm.store.work import Work

_SLICE = 500


def apply_activity(work: Work, lead: Lead, activity: Activity) -> None:
    """The state after one more activity. One that happened before the latest is put in its place in the history."""
    happened = Happened(activity.kind, activity.happened_at, activity.direction, activity.outcome)
    latest = max((m for m in (lead.owed_since, lead.reached_at) if m), default=None)
    if latest is not None and activity.happened_at < latest:
        recompute(work, lead)
        return
    _set(lead, after(Owing(lead.owed_since, lead.reached_at, lead.tries), happened))


def recompute(work: Work, lead: Lead) -> None:
    """The state from the whole history: after an undo, or when something is put in late. One that has converted owes nothing."""
    work.session.flush()
    if lead.converted_at is not None:
        lead.owed_since = None
        return
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


def replan_cadence(session: Session, holder: Who, which: Sequence[ColumnElement[bool]] = ()) -> None:
    """Anew for all leads of a holder that the cadence will bring up: by their calendar, the workspace's cadence and the
    fairs as they are now. which: conditions that narrow it. In bulk, for an import may have brought thousands."""
    session.flush()
    planned = (
        Lead.workspace_id == holder.workspace.id,
        Lead.holder_id == holder.member.id,
        Lead.cadence_day.is_not(None),
        Lead.owed_since.is_not(None),
        *which,
    )
    cadence, calendar = parse_cadence(holder.workspace.cadence), holder.calendar
    days: dict[tuple[date, int, int | None], date | None] = {}
    moved: dict[date | None, list[int]] = defaultdict(list)
    columns = (Lead.id, Lead.owed_since, Lead.cadence_step, Lead.fair_id, Lead.cadence_day)
    for lead_id, owed_since, step, fair_id, before in session.execute(select(*columns).where(*planned)):
        assert owed_since is not None
        key = (local_day(owed_since, holder.zone), step, fair_id)
        if key not in days:
            fairs = _fair_days(session, holder, fair_id)
            days[key] = _step_day(key[0], step, cadence, calendar, fairs)
        if days[key] != before:
            moved[days[key]].append(lead_id)
    for day, ids in moved.items():
        for start in range(0, len(ids), _SLICE):
            session.execute(
                update(Lead)
                .where(Lead.workspace_id == holder.workspace.id, Lead.id.in_(ids[start : start + _SLICE]))
                .values(cadence_day=day)
            )


def replan_fair(work: Work, fair: Fair) -> None:
    """The cadence of all leads of an event, after its last day has changed or it was taken back."""
    work.session.flush()
    here = (Lead.workspace_id == fair.workspace_id, Lead.fair_id == fair.id)
    for holder_id in work.session.scalars(select(Lead.holder_id).where(*here).distinct()).all():
        holder = who_is(work.session, fair.workspace_id, holder_id)
        if holder is not None:
            replan_cadence(work.session, holder, here)


def next_cadence_day(
    lead: Lead, cadence: Cadence, calendar: WorkCalendar, fairs: tuple[FairDays, ...]
) -> date | None:
    """The day of the lead's next step; of the manager's line after the last; None when that went out too."""
    assert lead.owed_since is not None
    owed = local_day(lead.owed_since, calendar.zone)
    return _step_day(owed, lead.cadence_step, cadence, calendar, fairs)


def _step_day(
    owed: date, step: int, cadence: Cadence, calendar: WorkCalendar, fairs: tuple[FairDays, ...]
) -> date | None:
    if step > len(cadence.steps):
        return None
    if step == len(cadence.steps):
        return escalation_day(owed, cadence, calendar, fairs)
    return cadence_day(owed, step, cadence, calendar, fairs)


def fair_days(session: Session, lead: Lead, holder: Who) -> tuple[FairDays, ...]:
    """The fair that the lead came from: it holds the cadence until its last day."""
    return _fair_days(session, holder, lead.fair_id)


def _fair_days(session: Session, holder: Who, fair_id: int | None) -> tuple[FairDays, ...]:
    if fair_id is None:
        return ()
    fair = session.get(Fair, (holder.workspace.id, fair_id))
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
