"""Postings of contacts for those who hold an account of theirs but not the contact: in a private workspace they find them too."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from crm.models import Account, AccountContact, Contact
from crm.models.search import Indexed, SharedPosting

_SHARED: Any = SharedPosting.__table__
_INSERT: dict[str, Any] = {
    name: dialect.insert(_SHARED).on_conflict_do_nothing()  # two turns may share one contact at once
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
}


def share(session: Session, workspace_id: int, contact_ids: Sequence[int]) -> None:
    """Brings them up to what the index holds of these contacts, and to who holds their accounts now."""
    session.flush()
    unshare(session, workspace_id, contact_ids)
    at = and_(
        AccountContact.workspace_id == Contact.workspace_id,
        AccountContact.contact_id == Contact.id,
        AccountContact.deleted_at.is_(None),
    )
    of = and_(Account.workspace_id == AccountContact.workspace_id, Account.id == AccountContact.account_id)
    indexed = and_(Indexed.workspace_id == Contact.workspace_id, Indexed.entity_id == Contact.id)
    seen_by = (
        select(Contact.id, Account.holder_id, Indexed.terms)
        .join(AccountContact, at)
        .join(Account, of)
        .join(Indexed, indexed)
        .where(
            Contact.workspace_id == workspace_id,
            Contact.id.in_(contact_ids),
            Account.deleted_at.is_(None),
            Account.holder_id != Contact.holder_id,
        )
    )
    rows = [
        {"workspace_id": workspace_id, "term": term, "member_id": member_id, "entity_id": id}
        for id, member_id, terms in session.execute(seen_by.distinct())
        for term in terms.split()
    ]
    if rows:
        session.connection().execute(_INSERT[session.get_bind().dialect.name], rows)


def unshare(session: Session, workspace_id: int, ids: Sequence[int]) -> None:
    session.execute(
        delete(_SHARED).where(_SHARED.c.workspace_id == workspace_id, _SHARED.c.entity_id.in_(ids))
    )
