"""Which mail is ours: the addresses of members, the workspace's own domains, and those of its members' addresses."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.errors import NotYours
from crm.models import OwnMail
from crm.rules.email_domains import own_domain
from crm.rules.visibility import may_set_workspace


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
    addresses = frozenset(row.value for row in rows if row.member_id is not None)
    set_by_owner = frozenset(row.value for row in rows if row.member_id is None)
    learned = frozenset(domain for address in addresses if (domain := own_domain(address)))
    mine = frozenset(row.value for row in rows if row.member_id == access.member_id)
    return Ours(addresses, set_by_owner | learned, mine)


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


def _standing(workspace_id: int) -> Select[OwnMail]:
    return select(OwnMail).where(OwnMail.workspace_id == workspace_id, OwnMail.deleted_at.is_(None))
