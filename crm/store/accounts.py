"""Reading accounts: whose people they have, where a contact belongs, which leads became them, what they are called."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.errors import NotYours
from crm.models import Account, AccountContact, Block, Contact, Lead, Opportunity
from crm.store.blocks import Subject, find_subject, visible


def get_account(session: Session, access: Access, account_id: int) -> Account:
    """Raises NotYours."""
    found = find_subject(session, access, account_id)
    if not isinstance(found, Account):
        raise NotYours
    return found


def get_contact(session: Session, access: Access, contact_id: int) -> Contact:
    """Raises NotYours."""
    found = find_subject(session, access, contact_id)
    if not isinstance(found, Contact):
        raise NotYours
    return found


def get_with_people(session: Session, access: Access, id: int) -> Account | Opportunity:
    """Where contacts have a role. Raises NotYours."""
    found = find_subject(session, access, id)
    if not isinstance(found, Account | Opportunity):
        raise NotYours
    return found


def get_with_deals(session: Session, access: Access, id: int) -> Account | Contact:
    """Whose deals there are. Raises NotYours."""
    found = find_subject(session, access, id)
    if not isinstance(found, Account | Contact):
        raise NotYours
    return found


def people_of(session: Session, access: Access, account: Account) -> list[tuple[Contact, AccountContact]]:
    """Its contacts that the member may see, in the order they came."""
    session.flush()
    query = (
        visible(access, Block.CONTACT)
        .join(AccountContact, _belongs())
        .add_columns(AccountContact)
        .where(AccountContact.account_id == account.id)
    )
    return [(contact, place) for contact, place in session.execute(query.order_by(AccountContact.id))]


def accounts_of(session: Session, access: Access, contact: Contact) -> list[tuple[Account, AccountContact]]:
    """The accounts of a contact that the member may see, the main one first."""
    return _places_of(session, access, [contact])


def main_accounts(
    session: Session, access: Access, contacts: Sequence[Contact]
) -> dict[int, tuple[Account, AccountContact]]:
    """By contact the first of `accounts_of`; one who has none is left out. One statement."""
    places = _places_of(session, access, contacts)
    return {place.contact_id: (account, place) for account, place in reversed(places)}


def _places_of(
    session: Session, access: Access, contacts: Sequence[Contact]
) -> list[tuple[Account, AccountContact]]:
    session.flush()
    here = and_(
        AccountContact.workspace_id == Account.workspace_id,
        AccountContact.account_id == Account.id,
        AccountContact.deleted_at.is_(None),
    )
    query = (
        visible(access, Block.ACCOUNT)
        .join(AccountContact, here)
        .add_columns(AccountContact)
        .where(AccountContact.contact_id.in_([contact.id for contact in contacts]))
    )
    return [(account, place) for account, place in session.execute(query.order_by(AccountContact.id))]


def leads_behind(session: Session, access: Access, subject: Account | Contact | Opportunity) -> list[Lead]:
    """The leads that became it and that the member may see, the newest first."""
    column = getattr(Lead, f"{subject.__tablename__}_id")
    query = visible(access, Block.LEAD).where(column == subject.id)
    return list(session.scalars(query.order_by(Lead.id.desc())))


def organisations_of(session: Session, subjects: Sequence[Subject]) -> dict[int, str]:
    """The organisation's name of contacts (their main account's) and of opportunities, by their id. A query a block.

    subjects: of one or several workspaces.
    """
    contacts = [row.id for row in subjects if isinstance(row, Contact)]
    opportunities = [row for row in subjects if isinstance(row, Opportunity)]
    workspaces = {row.workspace_id for row in subjects}
    found: dict[int, str] = {}
    if contacts:
        found |= dict(session.execute(_main_accounts(workspaces, contacts)).all())
    if opportunities:
        found |= _of_opportunities(session, workspaces, opportunities)
    return found


def _main_accounts(workspaces: Collection[int], contacts: Sequence[int]) -> Select[int, str]:
    first = (
        select(func.min(AccountContact.id))
        .where(
            AccountContact.workspace_id.in_(workspaces),
            AccountContact.contact_id.in_(contacts),
            AccountContact.deleted_at.is_(None),
        )
        .group_by(AccountContact.contact_id)
    )
    return (
        select(AccountContact.contact_id, Account.name)
        .join(
            Account,
            and_(
                Account.workspace_id == AccountContact.workspace_id, Account.id == AccountContact.account_id
            ),
        )
        .where(
            AccountContact.workspace_id.in_(workspaces),
            AccountContact.id.in_(first),
            Account.private.is_(False),
            Account.deleted_at.is_(None),
        )
    )


def _of_opportunities(
    session: Session, workspaces: Collection[int], opportunities: Sequence[Opportunity]
) -> dict[int, str]:
    accounts = {row.account_id for row in opportunities if row.account_id is not None}
    leads = {row.lead_id for row in opportunities if row.account_id is None and row.lead_id is not None}
    names: dict[int, str | None] = {}
    if accounts:
        query = select(Account.id, Account.name)
        names |= dict(
            session.execute(query.where(Account.workspace_id.in_(workspaces), Account.id.in_(accounts))).all()
        )
    if leads:
        query = select(Lead.id, func.coalesce(Lead.organisation, Lead.name))
        names |= dict(
            session.execute(query.where(Lead.workspace_id.in_(workspaces), Lead.id.in_(leads))).all()
        )
    return {row.id: name for row in opportunities if (name := names.get(row.account_id or row.lead_id or 0))}


def _belongs() -> ColumnElement[bool]:
    return and_(
        AccountContact.workspace_id == Contact.workspace_id,
        AccountContact.contact_id == Contact.id,
        AccountContact.deleted_at.is_(None),
    )
