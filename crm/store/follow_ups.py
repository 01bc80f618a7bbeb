"""Reading single follow-ups, for the member whose they are and for those who lead the team."""

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.errors import NotYours
from crm.models import FollowUp, FollowUpState
from crm.store.blocks import Subject, subject_of
from crm.store.subjects import on_subject


def get_follow_up(session: Session, access: Access, follow_up_id: int) -> tuple[FollowUp, Subject]:
    """With what it is for. Raises NotYours where either is gone, or somebody else's."""
    follow_up = session.get(FollowUp, (access.workspace_id, follow_up_id))
    if follow_up is None or follow_up.deleted_at is not None:
        raise NotYours
    if follow_up.member_id != access.member_id and not access.leads_others:
        raise NotYours
    return follow_up, subject_of(session, access, follow_up)


def own_open_follow_up(session: Session, access: Access, subject: Subject) -> FollowUp | None:
    """The asking member's next follow-up on it."""
    return session.scalars(_own_open(access, subject).limit(1)).first()


def own_open_follow_ups(session: Session, access: Access, subject: Subject) -> list[FollowUp]:
    """All of the asking member's follow-ups on it, the next first."""
    return list(session.scalars(_own_open(access, subject)))


def _own_open(access: Access, subject: Subject) -> Select[FollowUp]:
    return (
        select(FollowUp)
        .where(
            on_subject(FollowUp, subject),
            FollowUp.member_id == access.member_id,
            FollowUp.state == FollowUpState.OPEN,
            FollowUp.deleted_at.is_(None),
        )
        .order_by(FollowUp.due_at, FollowUp.id)
    )


def was_stopped(session: Session, subject: Subject, since: datetime) -> bool:
    """Whether its holder wants to hear no more of it since then."""
    query = select(FollowUp.id).where(
        on_subject(FollowUp, subject),
        FollowUp.member_id == subject.holder_id,
        FollowUp.state == FollowUpState.STOPPED,
        FollowUp.done_at >= since,
        FollowUp.deleted_at.is_(None),
    )
    return session.scalars(query.limit(1)).first() is not None
