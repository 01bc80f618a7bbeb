"""Rows of the four building blocks by their id: ids are unique across tables, so a button needs to carry no more."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, and_, exists, or_, select, union_all
from sqlalchemy.orm import Session

from crm.access import Access
from crm.errors import NotYours
from crm.models import Account, AccountContact, Block, Contact, Lead, OnBlocks, Opportunity
from crm.rules.visibility import may_see

Subject = Lead | Account | Contact | Opportunity
"""What an activity, a follow-up or a file stands on."""

MODELS: dict[Block, type[Any]] = {
    Block.LEAD: Lead,
    Block.ACCOUNT: Account,
    Block.CONTACT: Contact,
    Block.OPPORTUNITY: Opportunity,
}


def block_of(subject: Subject) -> Block:
    return Block(subject.__tablename__)


def visible(access: Access, block: Block) -> Select[Any]:
    """The rows of a block that this member may see; every list starts here."""
    kind = MODELS[block]
    query = select(kind).where(kind.workspace_id == access.workspace_id, kind.deleted_at.is_(None))
    if access.sees_team:
        return query
    mine = kind.holder_id == access.member_id
    return query.where(or_(mine, at_own_account(access)) if block is Block.CONTACT else mine)


def find_subject(session: Session, access: Access, id: int) -> Subject | None:
    """The lead, contact, opportunity or account of that id; None where it is gone, or somebody else's."""
    found = any_row(session, access.workspace_id, id)
    if found is None or found.deleted_at is not None or not is_visible(session, access, found):
        return None
    return found


def any_row(session: Session, workspace_id: int, id: int) -> Subject | None:
    """Deleted ones and those of others too: for naming what is no longer there."""
    for kind in (Lead, Contact, Opportunity, Account):
        row: Any = session.get(kind, (workspace_id, id))
        if row is not None:
            found: Subject = row
            return found
    return None


def get_subject(session: Session, access: Access, id: int) -> Subject:
    """Raises NotYours where `find_subject` finds nothing."""
    subject = find_subject(session, access, id)
    if subject is None:
        raise NotYours
    return subject


def rows_by_id(session: Session, access: Access, wanted: Sequence[tuple[Block, int]]) -> list[Subject]:
    """Those that the member may see, in the order asked for; a query a block."""
    found: dict[int, Subject] = {}
    for block in {block for block, _ in wanted}:
        ids = [id for of, id in wanted if of is block]
        query = visible(access, block).where(MODELS[block].id.in_(ids))
        found |= {row.id: row for row in session.scalars(query)}
    return [found[id] for _, id in wanted if id in found]


def subject_of(session: Session, access: Access, row: OnBlocks) -> Subject:
    """What an activity, follow-up or file is shown as. Raises NotYours."""
    return get_subject(session, access, row.block_id)


def places_of(session: Session, subject: Subject) -> dict[str, int | None]:
    """The columns of OnBlocks for what is put on a subject: itself, and from where else it is seen."""
    match subject:
        case Lead():
            if subject.converted_at is None:
                return {"lead_id": subject.id, "opportunity_id": subject.opportunity_id}
            return {
                "lead_id": subject.id,
                "account_id": subject.account_id,
                "contact_id": subject.contact_id,
                "opportunity_id": subject.opportunity_id,
            }
        case Contact():
            return {"contact_id": subject.id, "account_id": main_account_id(session, subject)}
        case Opportunity():
            return {
                "opportunity_id": subject.id,
                "account_id": subject.account_id,
                "lead_id": subject.lead_id if subject.account_id is None else None,
            }
        case Account():
            return {"account_id": subject.id}


def main_account_id(session: Session, contact: Contact) -> int | None:
    """The account that a contact has been at longest, of those that they still belong to."""
    return session.scalars(
        select(AccountContact.account_id)
        .where(
            AccountContact.workspace_id == contact.workspace_id,
            AccountContact.contact_id == contact.id,
            AccountContact.deleted_at.is_(None),
        )
        .order_by(AccountContact.id)
        .limit(1)
    ).first()


def is_visible(session: Session, access: Access, row: Subject) -> bool:
    """Whether the member may see a row that is there."""
    if may_see(access, row.holder_id):
        return True
    return isinstance(row, Contact) and may_see(access, *_holders_of_accounts(session, row))


def own_contacts(access: Access) -> CompoundSelect[int]:
    """The ids of contacts that the member holds, or that belong to an account of theirs: for lists, by their indexes."""
    held = select(Contact.id).where(
        Contact.workspace_id == access.workspace_id,
        Contact.holder_id == access.member_id,
        Contact.deleted_at.is_(None),
    )
    at_accounts = (
        select(AccountContact.contact_id)
        .join(Account, _of_place())
        .where(
            Account.workspace_id == access.workspace_id,
            Account.holder_id == access.member_id,
            Account.deleted_at.is_(None),
            AccountContact.deleted_at.is_(None),
        )
    )
    return union_all(held, at_accounts)


def at_own_account(access: Access) -> ColumnElement[bool]:
    """As a condition on Contact: one of an account that the member holds."""
    return (
        exists()
        .where(
            AccountContact.workspace_id == access.workspace_id,
            AccountContact.contact_id == Contact.id,
            AccountContact.deleted_at.is_(None),
            _of_place(),
            Account.holder_id == access.member_id,
            Account.deleted_at.is_(None),
        )
        .correlate(Contact)
    )


def _holders_of_accounts(session: Session, contact: Contact) -> list[int]:
    query = (
        select(Account.holder_id)
        .join(AccountContact, _of_place())
        .where(
            AccountContact.workspace_id == contact.workspace_id,
            AccountContact.contact_id == contact.id,
            AccountContact.deleted_at.is_(None),
            Account.deleted_at.is_(None),
        )
    )
    return list(session.scalars(query))


def _of_place() -> ColumnElement[bool]:
    return and_(Account.workspace_id == AccountContact.workspace_id, Account.id == AccountContact.account_id)
