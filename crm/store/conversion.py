"""What there is already of somebody who converts: accounts by name, own domain or phone; contacts by their address."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.models import Account, AccountContact, Block, Contact, Lead, Posting, Reach, ReachKind
from crm.rules.email_domains import email_domain, is_freemail, is_shared_mailbox
from crm.rules.names import name_key, organisation_key
from crm.store.blocks import visible
from crm.store.search.terms import address_key, phone_key

_MOST = 5


class Why(StrEnum):
    """By what an account was recognised, surest first."""

    DOMAIN = "domain"
    NAME = "name"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class AccountMatch:
    account: Account
    why: Why


def own_domain(lead: Lead, reaches: Iterable[Reach]) -> str | None:
    """The organisation's domain: of an e-mail address, else of the website. Freemail providers name nobody."""
    domains = [email_domain(reach.value) for reach in reaches if reach.kind is ReachKind.EMAIL]
    website = (lead.website or "").partition("//")[2] or lead.website or ""
    domains.append(website.partition("/")[0].removeprefix("www.").casefold() or None)
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
    same: list[ColumnElement[bool]] = []
    if key:
        same.append(Account.key == key)
    if domain:
        same.append(Account.domain == domain)
    if phones:
        same.append(Account.id.in_(numbers))
    if not same:
        return []
    query = visible(access, Block.ACCOUNT).where(or_(*same)).order_by(Account.id.desc()).limit(_MOST)
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
    found = list(session.scalars(visible(access, Block.CONTACT).where(Contact.id.in_(ids)).limit(_MOST)))
    if account is not None and lead.name:
        found += contacts_of_account(session, access, account)
    for contact in found:
        if not lead.name or not contact.name or name_key(contact.name) == name_key(lead.name):
            return contact
    return None


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
