"""Which mail is ours: the addresses of members, the workspace's own domains, and those of its members' addresses.

A member may be wrong about an address, and may not see whose it is: what stands on anybody's card, whoever may see it,
is learned for no colleague and makes no domain ours. A domain that the owner has set is ours in any case.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, delete, select, union_all
from sqlalchemy.orm import Session

from crm.access import Access
from crm.errors import NotYours
from crm.models import Account, OwnMail, Posting, Reach
from crm.rules.email_domains import own_domain
from crm.rules.visibility import may_set_workspace
from crm.store.search.terms import domain_key


@dataclass(frozen=True, slots=True)
class Ours:
    """mine: the addresses of the member who asks. Empty where nothing is known yet."""

    addresses: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    mine: frozenset[str] = frozenset()

    def holds(self, address: str) -> bool:
        return address in self.addresses or own_domain(address) in self.domains


def ours_of(session: Session, access: Access) -> Ours:
    rows = session.scalars(_standing(access.workspace_id)).all()
    set_by_owner = frozenset(row.value for row in rows if row.member_id is None)
    mine = frozenset(row.value for row in rows if row.member_id == access.member_id)
    said = {row.value: own_domain(row.value) for row in rows if row.member_id is not None}
    domains = {domain for domain in said.values() if domain is not None}
    borne = _borne(session, access.workspace_id, said.keys(), domains)
    return Ours(mine | (said.keys() - borne), set_by_owner | (domains - borne), mine)


def own_mails(session: Session, access: Access) -> list[OwnMail]:
    """What the member may take back: their own addresses; the owner all of it, domains first."""
    query = _standing(access.workspace_id)
    if not may_set_workspace(access):
        query = query.where(OwnMail.member_id == access.member_id)
    return sorted(session.scalars(query), key=lambda row: (row.member_id is not None, row.value))


def get_own_mail(session: Session, access: Access, own_mail_id: int) -> OwnMail:
    """Raises NotYours."""
    found = next((row for row in own_mails(session, access) if row.id == own_mail_id), None)
    if found is None:
        raise NotYours
    return found


def own_mail_called(session: Session, workspace_id: int, value: str) -> OwnMail | None:
    """Also one that was taken back."""
    query = select(OwnMail).where(OwnMail.workspace_id == workspace_id, OwnMail.value == value)
    return session.scalars(query).first()


def forget_own_mail(session: Session, workspace_id: int, addresses: Collection[str]) -> None:
    """For good: somebody was taken for one of us, and is erased."""
    session.execute(
        delete(OwnMail)
        .where(OwnMail.workspace_id == workspace_id, OwnMail.value.in_(addresses))
        .execution_options(synchronize_session="fetch")
    )


def _borne(
    session: Session, workspace_id: int, addresses: Collection[str], domains: Collection[str]
) -> set[str]:
    """Those of the addresses and domains that stand on an account, lead or contact, whoever may see it."""
    by_key = {domain_key(domain): domain for domain in domains}
    reaches = select(Reach.value).where(
        Reach.workspace_id == workspace_id, Reach.value.in_(addresses), Reach.deleted_at.is_(None)
    )
    accounts = select(Account.domain).where(
        Account.workspace_id == workspace_id, Account.domain.in_(domains), Account.deleted_at.is_(None)
    )
    people = select(Posting.term).where(Posting.workspace_id == workspace_id, Posting.term.in_(by_key))
    found = session.scalars(union_all(reaches, accounts, people))
    return {by_key.get(value, value) for value in found}


def _standing(workspace_id: int) -> Select[OwnMail]:
    return select(OwnMail).where(OwnMail.workspace_id == workspace_id, OwnMail.deleted_at.is_(None))
