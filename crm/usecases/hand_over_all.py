"""Giving everything that one member holds to another: after somebody left, or changed jobs."""

from sqlalchemy import func, select

from crm.access import Access
from crm.errors import NotYours, Refused
from crm.models import Lead, Member
from crm.store.members import Who
from crm.store.turns import note_turn
from crm.store.work import Session, Work
from crm.usecases.hand_over import hand_over

SLICE = 200
"""So many leads a turn: others need not wait long."""


def held_by(session: Session, access: Access, member_id: int) -> int:
    """How many leads a member of the workspace holds, removed members too."""
    query = select(func.count()).where(
        Lead.workspace_id == access.workspace_id, Lead.holder_id == member_id, Lead.deleted_at.is_(None)
    )
    return session.scalar(query) or 0


def former_holders(session: Session, access: Access) -> list[tuple[Member, int]]:
    """Members who were removed and still hold leads, with how many."""
    query = (
        select(Member, func.count(Lead.id))
        .join(Lead, (Lead.workspace_id == Member.workspace_id) & (Lead.holder_id == Member.id))
        .where(
            Member.workspace_id == access.workspace_id,
            Member.removed_at.is_not(None),
            Lead.deleted_at.is_(None),
        )
        .group_by(Member.workspace_id, Member.id)
        .order_by(Member.name)
    )
    return [(member, count) for member, count in session.execute(query)]


def hand_over_all(work: Work, giver: Who, from_id: int, receiver: Who) -> int:
    """At most SLICE leads of `from_id`, newest first; how many it were. Call again while some are left.

    Raises Refused("not-allowed") for those who do not lead others, NotYours for somebody outside the workspace.
    """
    access = giver.access
    if not access.leads_others:
        raise Refused("not-allowed")
    if work.session.get(Member, (access.workspace_id, from_id)) is None or from_id == receiver.member.id:
        raise NotYours
    query = select(Lead).where(
        Lead.workspace_id == access.workspace_id, Lead.holder_id == from_id, Lead.deleted_at.is_(None)
    )
    leads = list(work.session.scalars(query.order_by(Lead.id.desc()).limit(SLICE)))
    if leads:
        note_turn(work, access, "turn-given-all")
    for lead in leads:
        hand_over(work, giver, lead, receiver)
    return len(leads)
