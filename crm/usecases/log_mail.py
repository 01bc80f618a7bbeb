"""A mail on the timeline of somebody: once, at the moment it was sent, with what the member wrote above it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from crm.access import Access
from crm.capture.draft import ActivityKind, Direction
from crm.mail.mail import Mail
from crm.models import Activity, FollowUp
from crm.store.blocks import Subject, block_of
from crm.store.work import Work
from crm.usecases.log_activity import log_activity
from crm.usecases.settle_follow_ups import settle_due

_MINUTE = timedelta(minutes=1)
FRESH = timedelta(days=1)
"""Only so recent a mail settles what is planned."""


@dataclass(frozen=True, slots=True)
class LoggedMail:
    """again: it stood there already. noted: what was written above it became a note.

    settled: what had been planned and is done with it.
    """

    activity: Activity
    again: bool
    noted: bool
    settled: tuple[FollowUp, ...] = ()


def log_mail(
    work: Work,
    access: Access,
    subject: Subject,
    mail: Mail,
    direction: Direction | None,
    *,
    written_at: datetime,
) -> LoggedMail:
    """written_at: when the member passed it on; no mail was sent after that. An old mail settles nothing of today.

    direction: None where it was written among ourselves: that is a note about them, and nobody has reached anybody.
    """
    _one_at_a_time(work, subject)
    kind = ActivityKind.EMAIL if direction is not None else ActivityKind.NOTE
    before = _logged_before(work, subject, mail, kind)
    activity = before or log_activity(
        work,
        access,
        subject,
        kind,
        happened_at=min(mail.sent_at or written_at, written_at),
        direction=direction,
        text=mail.whole_text,
        title=mail.subject,
        mail_id=mail.key,
    )
    noted = bool(mail.said_above) and not _noted_before(work, subject, mail.said_above)
    if noted:
        note = ActivityKind.NOTE
        log_activity(work, access, subject, note, happened_at=written_at, text=mail.said_above)
    fresh = before is None and direction is not None and written_at - activity.happened_at < FRESH
    settled = settle_due(work, access, subject, activity) if fresh else ()
    return LoggedMail(activity, before is not None, noted, settled)


def _one_at_a_time(work: Work, subject: Subject) -> None:
    """Two phones may pass on the same mail at once: the second waits, and then finds it there."""
    kind = type(subject)
    row = select(kind.id).where(kind.workspace_id == subject.workspace_id, kind.id == subject.id)
    work.session.execute(row.with_for_update(key_share=True))


def _logged_before(work: Work, subject: Subject, mail: Mail, kind: ActivityKind) -> Activity | None:
    """By its key; or, pasted once and sent as a file once, by when it was sent and what about; whoever is said to have
    written it."""
    same: ColumnElement[bool] = Activity.mail_id == mail.key
    if mail.sent_at is not None:
        minute = mail.sent_at.replace(second=0, microsecond=0)
        at_once = (Activity.happened_at >= minute, Activity.happened_at < minute + _MINUTE)
        same = or_(same, and_(*at_once, Activity.subject == mail.subject))
    query = _of(subject).where(Activity.kind == kind, same)
    return work.session.scalars(query.limit(1)).first()


def _noted_before(work: Work, subject: Subject, text: str) -> bool:
    query = _of(subject).where(Activity.kind == ActivityKind.NOTE, Activity.text == text)
    return work.session.scalars(query.limit(1)).first() is not None


def _of(subject: Subject) -> Any:
    column = getattr(Activity, f"{block_of(subject).value}_id")
    return select(Activity).where(
        Activity.workspace_id == subject.workspace_id, column == subject.id, Activity.deleted_at.is_(None)
    )
