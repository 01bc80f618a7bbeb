"""Reading opportunities, and who takes part in them."""

from datetime import date

from sqlalchemy import ColumnElement, Select, and_, exists, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.errors import NotYours
from crm.models import (
    Account,
    Block,
    Change,
    Contact,
    FollowUp,
    FollowUpState,
    Lead,
    Opportunity,
    OpportunityContact,
)
from crm.store.blocks import find_subject, visible
from crm.store.plans import unindexed
from crm.store.recorder import from_json


def get_opportunity(session: Session, access: Access, opportunity_id: int) -> Opportunity:
    """Raises NotYours."""
    found = find_subject(session, access, opportunity_id)
    if not isinstance(found, Opportunity):
        raise NotYours
    return found


def is_open() -> ColumnElement[bool]:
    """As a condition on Opportunity."""
    return Opportunity.closed_at.is_(None)


def open_opportunities(
    session: Session, access: Access, subject: Account | Contact | Lead
) -> list[Opportunity]:
    """Those that are open and that the member may see, the newest first."""
    query = _of(access, subject).where(is_open())
    return list(session.scalars(query.order_by(Opportunity.id.desc())))


def own_open_opportunities(session: Session, access: Access, *, limit: int) -> list[Opportunity]:
    """The member's own, the newest first."""
    query = visible(access, Block.OPPORTUNITY).where(Opportunity.holder_id == access.member_id, is_open())
    return list(session.scalars(query.order_by(Opportunity.id.desc()).limit(limit)))


def opportunities_of(session: Session, access: Access, subject: Account | Contact) -> list[Opportunity]:
    """All that the member may see: the open ones first, then what closed last."""
    query = _of(access, subject)
    closed = Opportunity.closed_at.is_not(None)
    return list(session.scalars(query.order_by(closed, Opportunity.closed_at.desc(), Opportunity.id.desc())))


def _of(access: Access, subject: Account | Contact | Lead) -> Select[Opportunity]:
    query = select(Opportunity).where(
        Opportunity.workspace_id == access.workspace_id, Opportunity.deleted_at.is_(None)
    )
    if not access.sees_team:
        query = query.where(Opportunity.holder_id == access.member_id)
    match subject:
        case Account():
            return query.where(Opportunity.account_id == subject.id)
        case Lead():
            return query.where(Opportunity.lead_id == subject.id)
        case Contact():
            return query.where(_has_contact(subject))


def only_open(session: Session, access: Access, subject: Account | Contact | Lead) -> Opportunity | None:
    """The one that is open, None where there is none, or where it takes a member to say which."""
    found = open_opportunities(session, access, subject)
    return found[0] if len(found) == 1 else None


def expected_before_end(session: Session, opportunity: Opportunity) -> tuple[date, bool] | None:
    """When it was to close before it did last, and whether that was a guess; None where the journal does not say."""
    query = select(Change).where(
        Change.workspace_id == opportunity.workspace_id,
        Change.entity_id == opportunity.id,
        Change.field.in_(("closed_at", "close_day", "close_guessed")),
    )
    changes = list(session.scalars(query.order_by(unindexed(Change.id).desc())))
    ends = (c.turn_id for c in changes if c.field == "closed_at" and c.old is None and c.new is not None)
    turn_id = next(ends, None)
    if turn_id is None:
        return None
    before = {c.field: from_json(opportunity, c.field, c.old) for c in changes if c.turn_id == turn_id}
    return before.get("close_day", opportunity.close_day), before.get("close_guessed", False)


def contacts_of(session: Session, opportunity: Opportunity) -> list[tuple[Contact, OpportunityContact]]:
    """Who takes part, in the order they came."""
    rows = session.execute(
        select(Contact, OpportunityContact)
        .join(
            OpportunityContact,
            and_(
                OpportunityContact.workspace_id == Contact.workspace_id,
                OpportunityContact.contact_id == Contact.id,
            ),
        )
        .where(
            OpportunityContact.workspace_id == opportunity.workspace_id,
            OpportunityContact.opportunity_id == opportunity.id,
            OpportunityContact.deleted_at.is_(None),
            Contact.deleted_at.is_(None),
        )
        .order_by(OpportunityContact.id)
    )
    return [(contact, part) for contact, part in rows]


def has_next_step() -> ColumnElement[bool]:
    """As a condition on Opportunity: somebody plans something for it."""
    return exists().where(
        FollowUp.workspace_id == Opportunity.workspace_id,
        FollowUp.opportunity_id == Opportunity.id,
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.deleted_at.is_(None),
    )


def _has_contact(contact: Contact) -> ColumnElement[bool]:
    theirs = select(OpportunityContact.opportunity_id).where(
        OpportunityContact.workspace_id == contact.workspace_id,
        OpportunityContact.contact_id == contact.id,
        OpportunityContact.deleted_at.is_(None),
    )
    return Opportunity.id.in_(theirs)
