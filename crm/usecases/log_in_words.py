"""A contact that a member logs: the activity, what it settles, and the follow-up that the same words ask for."""

from dataclasses import dataclass
from datetime import datetime

from crm.access import Access
from crm.capture.draft import ActivityKind, Direction, LogDraft, Outcome
from crm.models import Activity, FollowUp
from crm.money import Money
from crm.store.blocks import Subject
from crm.store.members import Who
from crm.store.work import Work
from crm.usecases.add_follow_up import Planned, add_follow_up
from crm.usecases.log_activity import log_activity
from crm.usecases.settle_follow_ups import settle_due


@dataclass(frozen=True, slots=True)
class Logged:
    """settled: what had been planned and is done with it. planned: the follow-up that was asked for, None for none."""

    activity: Activity
    settled: tuple[FollowUp, ...] = ()
    planned: Planned | None = None


def log_contact(
    work: Work,
    access: Access,
    subject: Subject,
    kind: ActivityKind,
    *,
    happened_at: datetime,
    direction: Direction | None = None,
    outcome: Outcome | None = None,
    text: str = "",
    value: Money | None = None,
) -> Logged:
    """happened_at: aware."""
    activity = log_activity(
        work,
        access,
        subject,
        kind,
        happened_at=happened_at,
        direction=direction,
        outcome=outcome,
        text=text,
        value=value,
    )
    return Logged(activity, settle_due(work, access, subject, activity))


def log_in_words(work: Work, who: Who, subject: Subject, log: LogDraft, *, written_at: datetime) -> Logged:
    """written_at: when the words were written, aware."""
    done = log_contact(
        work,
        who.access,
        subject,
        log.kind,
        happened_at=written_at,
        direction=log.direction if log.kind is not ActivityKind.NOTE else None,
        outcome=log.outcome,
        text=log.text,
        value=log.value,
    )
    if log.due is None:
        return done
    action = log.next_action or ""
    planned = add_follow_up(work, who.access, subject, who, log.due, action=action, reason=log.text)
    return Logged(done.activity, done.settled, planned)
