"""A log in words: the activity and the follow-up that the same words ask for."""

from datetime import datetime

from crm.capture.draft import ActivityKind, LogDraft
from crm.models import Activity
from crm.store.blocks import Subject
from crm.store.members import Who
from crm.store.work import Work
from crm.usecases.add_follow_up import Planned, add_follow_up
from crm.usecases.log_activity import log_activity


def log_in_words(
    work: Work, who: Who, subject: Subject, log: LogDraft, *, written_at: datetime
) -> tuple[Activity, Planned | None]:
    """written_at: when the words were written, aware. Planned: the follow-up, None where none was said."""
    activity = log_activity(
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
        return activity, None
    action = log.next_action or ""
    return activity, add_follow_up(work, who.access, subject, who, log.due, action=action, reason=log.text)
