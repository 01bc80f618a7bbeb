"""The cadence goes on: what a digest has brought up comes again later; after the last time the managers hear of it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, not_, select, update

from crm.access import Role
from crm.models import Fair, Lead, Member, Status
from crm.rules.cadence import Cadence, cadence_day, parse_cadence
from crm.store.members import Who
from crm.store.not_followed_up import at_running_fair
from crm.store.unasked import last_digest_day
from crm.store.work import Session
from crm.usecases.owing import days_of


@dataclass(frozen=True, slots=True)
class Escalation:
    """A rep's leads that came up for the last time and are still not followed up. tries: without answer, in all."""

    name: str
    leads: int
    tries: int


def step_cadence(session: Session, who: Who, today: date) -> None:
    """Those that came up in today's digest wait for their next step, counted from today."""
    cadence = parse_cadence(who.workspace.cadence)
    due = (*_due(who, today), Lead.cadence_step < len(cadence.steps))
    session.flush()
    for step, fair_id in session.execute(
        select(Lead.cadence_step, Lead.fair_id).where(*due).distinct()
    ).all():
        fair = session.get(Fair, (who.workspace.id, fair_id)) if fair_id else None
        fairs = (days_of(fair, who.zone),) if fair is not None and fair.deleted_at is None else ()
        pause = cadence.steps[step + 1] if step + 1 < len(cadence.steps) else 1
        same_fair = Lead.fair_id.is_(None) if fair_id is None else Lead.fair_id == fair_id
        session.execute(
            update(Lead)
            .where(*due, Lead.cadence_step == step, same_fair)
            .values(
                cadence_step=step + 1,
                cadence_day=cadence_day(today, 0, Cadence((pause,)), who.calendar, fairs),
            )
            .execution_options(synchronize_session=False)
        )


def escalations_for(session: Session, who: Who, today: date) -> list[Escalation]:
    """What a manager has not heard of yet, one for each rep, the most leads first; in a workspace without managers an
    owner hears it. Nothing for anybody else, and nothing of one's own leads."""
    if not _hears(session, who):
        return []
    steps = len(parse_cadence(who.workspace.cadence).steps)
    since = last_digest_day(session, who)
    new = (Lead.cadence_day > since,) if since is not None else ()
    query = (
        select(Member.name, func.count(), func.coalesce(func.sum(Lead.tries), 0))
        .select_from(Lead)
        .join(Member, (Member.workspace_id == Lead.workspace_id) & (Member.id == Lead.holder_id))
        .where(
            Lead.workspace_id == who.workspace.id,
            Lead.holder_id != who.member.id,
            Lead.cadence_day <= today,
            *new,
            Lead.cadence_step == steps,
            Lead.deleted_at.is_(None),
            Lead.status != Status.DISQUALIFIED,
        )
        .group_by(Member.id, Member.name)
        .order_by(func.count().desc(), Member.name)
    )
    return [Escalation(name, int(leads), int(tries)) for name, leads, tries in session.execute(query)]


def _hears(session: Session, who: Who) -> bool:
    if who.member.role is not Role.OWNER:
        return who.member.role is Role.MANAGER
    managers = select(Member.id).where(
        Member.workspace_id == who.workspace.id, Member.role == Role.MANAGER, Member.removed_at.is_(None)
    )
    return session.scalar(managers.limit(1)) is None


def _due(who: Who, today: date) -> tuple[ColumnElement[bool], ...]:
    return (
        Lead.workspace_id == who.workspace.id,
        Lead.holder_id == who.member.id,
        Lead.cadence_day <= today,
        Lead.deleted_at.is_(None),
        not_(at_running_fair(today)),
    )
