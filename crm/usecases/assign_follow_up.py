"""A follow-up for another member, by somebody who leads the team: "Tom: call Bosch tomorrow"."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from crm.capture.draft import ActivityKind, Assignment, Due
from crm.errors import Refused
from crm.models import FollowUp, FollowUpState, Lead
from crm.rules.local_time import local_day
from crm.store.blocks import Subject, find_subject
from crm.store.members import Who
from crm.store.search.index import index_new_lead
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.add_follow_up import Planned, add_follow_up
from crm.usecases.hand_over import hand_over
from crm.usecases.log_activity import log_activity


@dataclass(frozen=True, slots=True)
class Assigned:
    """is_new: a lead was made for it. given: it was handed over, because the member could not have seen it."""

    subject: Subject
    planned: Planned
    is_new: bool
    given: bool


def check_may_assign(who: Who, whose: Who) -> None:
    """Raises Refused("assign-managers-only"); everybody may plan for themselves."""
    if whose.member.id != who.member.id and not who.access.leads_others:
        raise Refused("assign-managers-only", name=whose.member.name)


def assign_follow_up(
    work: Work,
    who: Who,
    whose: Who,
    subject: Subject | None,
    assignment: Assignment,
    *,
    name: str | None = None,
    organisation: str | None = None,
    text: str,
    written_at: datetime,
) -> Assigned:
    """whose: the member it is for. subject: None to make a lead, of that name or organisation, held by that member.

    Without a day it is for today, or for the next working day when today is over. text: the message as typed.
    """
    check_may_assign(who, whose)
    is_new = subject is None
    if subject is None:
        subject = _make_lead(work, who, whose, name, organisation, text, written_at)
    note_turn(work, who.access, "turn-planned", subject.id)
    given = find_subject(work.session, whose.access, subject.id) is None
    if given:
        hand_over(work, who, subject, whose)
    due = assignment.due or Due(local_day(work.now, whose.zone), None, "")
    planned = add_follow_up(work, who.access, subject, whose, due, action=assignment.action, reason=text)
    return Assigned(subject, planned, is_new, given)


def was_assigned(work: Work, who: Who, whose: Who, text: str, written_at: datetime) -> bool:
    """Whether this very message has become a follow-up of that member already: the second of two taps."""
    query = select(FollowUp.id).where(
        FollowUp.workspace_id == whose.workspace.id,
        FollowUp.member_id == whose.member.id,
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.deleted_at.is_(None),
        FollowUp.created_by == who.member.id,
        FollowUp.created_at >= written_at,
        FollowUp.reason == text,
    )
    return work.session.scalar(query.limit(1)) is not None


def _make_lead(
    work: Work,
    who: Who,
    whose: Who,
    name: str | None,
    organisation: str | None,
    text: str,
    written_at: datetime,
) -> Lead:
    lead = Lead(
        workspace_id=who.workspace.id,
        id=work.ids(),
        holder_id=whose.member.id,
        created_at=work.now,
        name=name,
        organisation=organisation,
        note="",
    )
    note_turn(work, who.access, "turn-captured", lead.id)
    work.session.add(lead)
    work.session.flush()
    log_activity(work, who.access, lead, ActivityKind.NOTE, happened_at=written_at, text=text, plans=False)
    index_new_lead(work, lead, ())
    return lead
