"""What ties a contact to an account (a place at it) or to an opportunity (a part in it)."""

from typing import TypeVar

from sqlalchemy import ColumnElement, select

from crm.errors import NotYours, Stale
from crm.models import Account, AccountContact, Contact, Opportunity, OpportunityContact
from crm.store.work import Work

Tie = TypeVar("Tie", AccountContact, OpportunityContact)


def place_at(work: Work, account: Account, contact: Contact) -> AccountContact | None:
    """None where they do not belong to it."""
    return _oldest(work, AccountContact, AccountContact.account_id == account.id, contact)


def part_in(work: Work, opportunity: Opportunity, contact: Contact) -> OpportunityContact | None:
    """None where they take no part."""
    return _oldest(work, OpportunityContact, OpportunityContact.opportunity_id == opportunity.id, contact)


def as_seen(tie: Tie | None, rev: int) -> Tie:
    """rev: of the tie that the member looked at. Raises NotYours where there is none, Stale where somebody changed it."""
    if tie is None:
        raise NotYours
    if tie.rev != rev:
        raise Stale
    return tie


def _oldest(work: Work, kind: type[Tie], there: ColumnElement[bool], contact: Contact) -> Tie | None:
    work.session.flush()
    query = select(kind).where(
        kind.workspace_id == contact.workspace_id,
        there,
        kind.contact_id == contact.id,
        kind.deleted_at.is_(None),
    )
    return work.session.scalars(query.order_by(kind.id).limit(1)).first()
