"""The search index of a row after it changed, with what is read for it."""

from sqlalchemy import select

from crm.models import Account, AccountContact, Contact, Lead, Opportunity
from crm.store.blocks import Subject, block_of, main_account_id
from crm.store.leads import reaches_of
from crm.store.search.findable import Findable, of_account, of_contact, of_lead, of_opportunity
from crm.store.search.index import index, remove
from crm.store.work import Session, Work


def reindex(work: Work, subject: Subject) -> None:
    """Out of the index where the row is deleted. An account takes its contacts and opportunities along: they are found
    by its name too."""
    work.session.flush()
    if subject.deleted_at is not None:
        remove(work, subject.workspace_id, block_of(subject), subject.id)
        return
    along = _of_account(work.session, subject) if isinstance(subject, Account) else []
    index(work, *(_findable(work.session, row) for row in (subject, *along)))


def _findable(session: Session, subject: Subject) -> Findable:
    match subject:
        case Lead():
            return of_lead(subject, reaches_of(session, subject))
        case Account():
            return of_account(subject, reaches_of(session, subject))
        case Contact():
            account_id = main_account_id(session, subject)
            return of_contact(
                subject, reaches_of(session, subject), _account_name(session, subject, account_id)
            )
        case Opportunity():
            return of_opportunity(subject, organisation_of(session, subject))


def organisation_of(session: Session, opportunity: Opportunity) -> str | None:
    """The name of its account, or of its lead's organisation."""
    if opportunity.account_id is not None:
        return _account_name(session, opportunity, opportunity.account_id)
    lead = session.get(Lead, (opportunity.workspace_id, opportunity.lead_id or 0))
    return (lead.organisation or lead.name) if lead else None


def _account_name(session: Session, row: Contact | Opportunity, account_id: int | None) -> str | None:
    account = session.get(Account, (row.workspace_id, account_id or 0))
    return account.name if account else None


def _of_account(session: Session, account: Account) -> list[Contact | Opportunity]:
    here = (AccountContact.workspace_id == account.workspace_id, AccountContact.account_id == account.id)
    contacts = select(Contact).join(
        AccountContact,
        (AccountContact.workspace_id == Contact.workspace_id) & (AccountContact.contact_id == Contact.id),
    )
    contacts = contacts.where(*here, AccountContact.deleted_at.is_(None), Contact.deleted_at.is_(None))
    opportunities = select(Opportunity).where(
        Opportunity.workspace_id == account.workspace_id,
        Opportunity.account_id == account.id,
        Opportunity.deleted_at.is_(None),
    )
    return [*session.scalars(contacts), *session.scalars(opportunities)]
