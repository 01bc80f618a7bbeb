"""A follow-up of a member's own: at a time they chose, or on a day."""

from dataclasses import dataclass
from datetime import date

from crm.access import Access
from crm.capture.draft import Due
from crm.models import Contact, FollowUp, Lead
from crm.rules.ring import Ring, ring_at, ring_on
from crm.store.blocks import Subject, places_of
from crm.store.members import Who
from crm.store.opportunities import only_open
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.owing import plan_cadence


@dataclass(frozen=True, slots=True)
class Planned:
    """moved_from: the day that was asked for, where it will ring on another one."""

    follow_up: FollowUp
    moved_from: date | None


def ring_of(due: Due, whose: Who, work: Work) -> Ring:
    """When it will really ring, by the member's calendar."""
    calendar = whose.calendar
    if due.clock is not None:
        return ring_at(due.day, due.clock, calendar)
    return ring_on(due.day, whose.digest_at, calendar, work.now, whose.member.away_until)


def add_follow_up(
    work: Work, access: Access, subject: Subject, whose: Who, due: Due, *, action: str, reason: str
) -> Planned:
    """whose: the member that it will remind. reason: the words that it was read from.

    With a contact who takes part in one open opportunity it is the next step of that, too.
    """
    ring = ring_of(due, whose, work)
    clock = due.clock
    if not ring.in_digest and clock is None:
        clock = ring.instant.astimezone(whose.zone).time().replace(second=0, microsecond=0)
    places = places_of(work.session, subject)
    about = only_open(work.session, access, subject) if isinstance(subject, Contact) else None
    if about is not None:
        places |= {"opportunity_id": about.id}
    follow_up = FollowUp(
        workspace_id=access.workspace_id,
        id=work.ids(),
        **places,
        member_id=whose.member.id,
        created_by=access.member_id,
        action=action[:500],
        reason=reason,
        day=ring.day,
        clock=clock,
        zone=str(whose.zone),
        due_at=ring.instant,
        created_at=work.now,
    )
    work.session.add(follow_up)
    if isinstance(subject, Lead):
        plan_cadence(work, subject, has_own=True)
    note_turn(work, access, "turn-planned", subject.id)
    return Planned(follow_up, ring.moved_from)
