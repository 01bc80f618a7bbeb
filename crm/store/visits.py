"""The visit that a member has just logged: what they send right after it belongs to it."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.capture.draft import ActivityKind
from crm.models import Activity
from crm.store.blocks import Subject
from crm.store.subjects import on_subject


def visit_since(session: Session, access: Access, subject: Subject, since: datetime) -> Activity | None:
    """The member's own, the last one that happened after that moment."""
    query = select(Activity).where(
        on_subject(Activity, subject),
        Activity.kind == ActivityKind.VISIT,
        Activity.member_id == access.member_id,
        Activity.happened_at >= since,
        Activity.deleted_at.is_(None),
    )
    return session.scalars(query.order_by(Activity.happened_at.desc(), Activity.id.desc()).limit(1)).first()
