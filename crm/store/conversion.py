"""What there is already of somebody who converts: accounts by name, own domain or phone; contacts by their address.

And what a lead that has converted has become.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, and_, bindparam, select, union_all
from sqlalchemy.orm import Session

from crm.access import Access
from crm.capture.draft import ActivityKind
from crm.models import (
    Account,
    AccountContact,
    Activity,
    Block,
    Contact,
    ContactRole,
    Lead,
    Posting,
    Reach,
    ReachKind,
)
from crm.rules.email_domains import email_domain, is_freemail, is_shared_mailbox
from crm.rules.names import name_key, names_agree, organisation_key
from crm.store.blocks import Subject, find_subject, get_subject, main_account_id, visible
from crm.store.plans import unindexed
from crm.store.search.terms import address_key, phone_key

_MOST = 5
_IN_WORKSPACE = select(Account.id).where(Account.workspace_id == bindparam("workspace"))
_OF_ORGANISATION = (
    _IN_WORKSPACE.where(
        # a union, since for an OR SQLite reads all accounts in their order
        Account.id.in_(
            union_all(
                _IN_WORKSPACE.where(Account.key == bindparam("key")),
                _IN_WORKSPACE.where(Account.domain == bindparam("domain")),
            )
        ),
        Account.deleted_at.is_(None),
    )
    .order_by(unindexed(Account.id))
    .limit(1)
)
_OWN_OF_ORGANISATION = _OF_ORGANISATION.where(Account.holder_id == bindparam("holder"))


class Why(StrEnum):
    """By what an account was recognised, surest first. PERSON: somebody of it is the same person."""

    DOMAIN = "domain"
    NAME = "name"
    PHONE = "phone"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class AccountMatch:
    account: Account
    why: Why


@dataclass(frozen=True, slots=True)
class Matches:
    """What there is already of a lead that is to convert. contact: the same person, as far as can be told."""

    accounts: list[AccountMatch]
    contact: Contact | None

    @property
    def nothing(self) -> bool:
        return not self.accounts and self.contact is None


def matches_of(session: Session, access: Access, lead: Lead, reaches: list[Reach]) -> Matches:
    """What the member may see of what is there already. The account of a person who is known is one of them."""
    accounts = matching_accounts(session, access, lead, reaches)
    first = accounts[0].account if accounts else None
    contact = matching_contact(session, access, lead, reaches, first)
    theirs = main_account_id(session, contact) if contact is not None else None
    if theirs is not None and theirs not in {match.account.id for match in accounts}:
        account = find_subject(session, access, theirs)
        if isinstance(account, Account):
            accounts.append(AccountMatch(account, Why.PERSON))
    return Matches(accounts, contact)


def become(session: Session, access: Access, subject: Subject) -> Subject:
    """What a lead that has converted is now: its contact, or its account where it names no person; else the subject.

    Whatever is logged or planned on its old cards goes there. A lead of which the member may see nothing else stays it.
    """
    if not isinstance(subject, Lead) or subject.converted_at is None:
        return subject
    ids = (subject.contact_id, subject.account_id)
    found = (find_subject(session, access, id) for id in ids if id is not None)
    return next((row for row in found if row is not None), subject)


def find_current(session: Session, access: Access, id: int) -> Subject | None:
    """As `find_subject`; a lead that has converted is what it became."""
    found = find_subject(session, access, id)
    return become(session, access, found) if found is not None else None


def get_current(session: Session, access: Access, id: int) -> Subject:
    """Raises NotYours where `find_current` finds nothing."""
    return become(session, access, get_subject(session, access, id))


def leads_of_contact(session: Session, access: Access, contact: Contact) -> list[Lead]:
    """The leads that became this contact, the oldest first."""
    theirs = select(AccountContact.account_id).where(
        AccountContact.workspace_id == contact.workspace_id, AccountContact.contact_id == contact.id
    )
    query = visible(access, Block.LEAD).where(
        Lead.account_id.in_(theirs), Lead.contact_id == contact.id, Lead.converted_at.is_not(None)
    )
    return list(session.scalars(query.order_by(Lead.id)))


def waiting_leads(session: Session, access: Access, *, limit: int) -> list[Lead]:
    """The member's own, of which a quote stands logged and nobody said yet whether they convert; the oldest first."""
    query = visible(access, Block.LEAD).where(
        Lead.holder_id == access.member_id, Lead.conversion_asked_at.is_not(None)
    )
    return list(session.scalars(query.order_by(Lead.conversion_asked_at, Lead.id).limit(limit)))


def role_of(session: Session, lead: Lead) -> ContactRole | None:
    """The role at its account of the contact that a lead became; None where it names no person."""
    return session.scalar(
        select(AccountContact.role)
        .where(
            AccountContact.workspace_id == lead.workspace_id,
            AccountContact.account_id == lead.account_id,
            AccountContact.contact_id == lead.contact_id,
            AccountContact.deleted_at.is_(None),
        )
        .limit(1)
    )


def quotes_of(session: Session, lead: Lead) -> list[Activity]:
    """Its quotes and contracts, the latest first: a conversion stands on the first of them."""
    query = select(Activity).where(
        Activity.workspace_id == lead.workspace_id,
        Activity.lead_id == lead.id,
        Activity.kind.in_([ActivityKind.QUOTE, ActivityKind.CONTRACT]),
        Activity.deleted_at.is_(None),
    )
    return list(session.scalars(query.order_by(Activity.happened_at.desc(), Activity.id.desc())))


def account_of_organisation(
    session: Session, access: Access, organisation: str | None, domain: str | None
) -> Account | None:
    """The account that an organisation is already, by name or own domain, as far as the member may see it.

    At most one statement where there is none: every capture asks.
    """
    key = organisation_key(organisation) if organisation else None
    if not key and not domain:
        return None
    asked = {"workspace": access.workspace_id, "key": key, "domain": domain, "holder": access.member_id}
    statement = _OF_ORGANISATION if access.sees_team else _OWN_OF_ORGANISATION
    found = session.connection().execute(statement, asked).scalar()
    return session.get(Account, (access.workspace_id, found)) if found is not None else None


def own_domain(lead: Lead, reaches: Iterable[Reach]) -> str | None:
    """The organisation's domain: of an e-mail address, else of the website. Freemail providers name nobody."""
    return domain_among([reach.value for reach in reaches if reach.kind is ReachKind.EMAIL], lead.website)


def domain_among(emails: Iterable[str], website: str | None) -> str | None:
    """As `own_domain`, of what is no lead yet."""
    domains = [email_domain(email) for email in emails]
    host = (website or "").partition("//")[2] or website or ""
    domains.append(host.partition("/")[0].removeprefix("www.").casefold() or None)
    return next((domain for domain in domains if domain and not is_freemail(domain)), None)


def matching_accounts(
    session: Session, access: Access, lead: Lead, reaches: list[Reach]
) -> list[AccountMatch]:
    """Accounts that the member may see and that may be the lead's organisation, surest first."""
    key = organisation_key(lead.organisation) if lead.organisation else ""
    domain = own_domain(lead, reaches)
    phones = [reach.value for reach in reaches if reach.kind is ReachKind.PHONE]
    numbers = select(Reach.account_id).where(
        Reach.workspace_id == access.workspace_id,
        Reach.account_id.is_not(None),
        Reach.value.in_(phones),
        Reach.deleted_at.is_(None),
    )
    here = select(Account.id).where(Account.workspace_id == access.workspace_id)
    same: list[Select[Any]] = []
    if key:
        same.append(here.where(Account.key == key))
    if domain:
        same.append(here.where(Account.domain == domain))
    if phones:
        same.append(numbers)
    if not same:
        return []
    is_same = Account.id.in_(union_all(*same))
    query = visible(access, Block.ACCOUNT).where(is_same).order_by(unindexed(Account.id).desc()).limit(_MOST)
    return sorted(
        (AccountMatch(account, _why(account, key, domain)) for account in session.scalars(query)),
        key=lambda match: list(Why).index(match.why),
    )


def matching_contact(
    session: Session, access: Access, lead: Lead, reaches: list[Reach], account: Account | None
) -> Contact | None:
    """The contact that this person is already: by address or number, or by name at the account."""
    keys = [
        address_key(reach.value) if reach.kind is ReachKind.EMAIL else phone_key(reach.value)
        for reach in reaches
        if not (reach.kind is ReachKind.EMAIL and is_shared_mailbox(reach.value))
    ]
    ids = select(Posting.entity_id).where(
        Posting.workspace_id == access.workspace_id,
        Posting.block == Block.CONTACT,
        Posting.term.in_(keys),
    )
    by_key = visible(access, Block.CONTACT).where(Contact.id.in_(ids)).limit(_MOST)
    same: list[Contact] = [
        contact for contact in session.scalars(by_key) if names_agree(contact.name or "", lead.name or "")
    ]
    if not same and account is not None and lead.name:
        there = contacts_of_account(session, access, account)
        same = [contact for contact in there if name_key(contact.name or "") == name_key(lead.name)]
    return same[0] if same else None


def contacts_of_account(session: Session, access: Access, account: Account) -> list[Contact]:
    """In the order they came."""
    here = and_(
        AccountContact.workspace_id == Contact.workspace_id,
        AccountContact.contact_id == Contact.id,
        AccountContact.account_id == account.id,
        AccountContact.deleted_at.is_(None),
    )
    query = visible(access, Block.CONTACT).join(AccountContact, here).order_by(AccountContact.id)
    return list(session.scalars(query))


def _why(account: Account, key: str, domain: str | None) -> Why:
    if domain and account.domain == domain:
        return Why.DOMAIN
    return Why.NAME if key and account.key == key else Why.PHONE
