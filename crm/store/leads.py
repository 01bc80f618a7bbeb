"""Reading leads and what hangs on them, for those who may see them."""

from collections.abc import Sequence

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.errors import NotYours
from crm.models import Account, Contact, FollowUp, FollowUpState, Lead, Reach
from crm.rules.visibility import may_see
from crm.store.blocks import Subject
from crm.store.plans import unindexed
from crm.store.subjects import on_subject


def visible_leads(access: Access) -> Select[Lead]:
    """The leads that this member may see; every list starts here."""
    query = select(Lead).where(Lead.workspace_id == access.workspace_id, Lead.deleted_at.is_(None))
    return query if access.sees_team else query.where(Lead.holder_id == access.member_id)


def get_lead(session: Session, access: Access, lead_id: int | None) -> Lead:
    """Raises NotYours where there is none, it is gone, or somebody else's."""
    lead = session.get(Lead, (access.workspace_id, lead_id or 0))
    if lead is None or lead.deleted_at is not None or not may_see(access, lead.holder_id):
        raise NotYours
    return lead


def find_lead(session: Session, access: Access, lead_id: int | None) -> Lead | None:
    """None where `get_lead` would refuse."""
    try:
        return get_lead(session, access, lead_id)
    except NotYours:
        return None


def leads_by_id(session: Session, access: Access, ids: Sequence[int]) -> list[Lead]:
    """Those of `ids` that the member may see, in the order of `ids`."""
    if not ids:
        return []
    found = {lead.id: lead for lead in session.scalars(visible_leads(access).where(Lead.id.in_(ids)))}
    return [found[i] for i in ids if i in found]


def reaches_of(session: Session, subject: Lead | Account | Contact) -> list[Reach]:
    """Ways to reach it, in the order they came."""
    return list(
        session.scalars(
            select(Reach).where(on_subject(Reach, subject), Reach.deleted_at.is_(None)).order_by(Reach.id)
        )
    )


def first_reaches(session: Session, subjects: Sequence[Lead | Contact]) -> dict[int, Reach]:
    """The first way to reach each of them, by their id. At most one query."""
    ids = [row.id for row in subjects]
    if not ids:
        return {}
    query = select(Reach).where(
        Reach.workspace_id.in_({row.workspace_id for row in subjects}),
        or_(Reach.lead_id.in_(ids), Reach.contact_id.in_(ids)),
        Reach.deleted_at.is_(None),
    )
    found: dict[int, Reach] = {}
    for reach in session.scalars(query.order_by(unindexed(Reach.id))):
        for id in (reach.lead_id, reach.contact_id):
            if id is not None:
                found.setdefault(id, reach)
    return found


def open_follow_ups(session: Session, subject: Subject) -> list[FollowUp]:
    """Own follow-ups that are seen from it and are still to be done, the next one first."""
    return list(
        session.scalars(
            select(FollowUp)
            .where(
                on_subject(FollowUp, subject),
                FollowUp.state == FollowUpState.OPEN,
                FollowUp.deleted_at.is_(None),
            )
            .order_by(FollowUp.due_at, FollowUp.id)
        )
    )
