"""Accounts that a person's erasure leaves without a contact; one that is theirs alone may go along."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from crm.models import Account, AccountContact, Activity, Block, Contact, File, FollowUp, Lead, Opportunity
from crm.rules.person_traces import Person
from crm.store.forgotten import Forgotten

_STANDS_ON: tuple[type[Any], ...] = (Lead, Opportunity, Activity, FollowUp, File, AccountContact)


@dataclass(frozen=True, slots=True)
class Emptied:
    """may_go: it is named after the person, and nothing else stands on it."""

    id: int
    name: str
    holder_id: int
    may_go: bool


def emptied_by(session: Session, gone: Forgotten, person: Person) -> tuple[Emptied, ...]:
    """Without those that go in any case."""
    theirs = select(AccountContact.account_id).where(
        AccountContact.workspace_id == gone.workspace_id,
        AccountContact.contact_id.in_(gone.ids[Block.CONTACT]),
        AccountContact.deleted_at.is_(None),
    )
    others_there = (
        exists()
        .where(
            AccountContact.workspace_id == gone.workspace_id,
            AccountContact.account_id == Account.id,
            AccountContact.contact_id.not_in(gone.ids[Block.CONTACT]),
            AccountContact.deleted_at.is_(None),
            Contact.workspace_id == gone.workspace_id,
            Contact.id == AccountContact.contact_id,
            Contact.deleted_at.is_(None),
        )
        .correlate(Account)
    )
    query = select(Account).where(
        Account.workspace_id == gone.workspace_id,
        Account.id.in_(theirs),
        Account.id.not_in(gone.ids[Block.ACCOUNT]),
        Account.deleted_at.is_(None),
        ~others_there,
    )
    return tuple(
        Emptied(account.id, account.name, account.holder_id, _may_go(session, gone, person, account))
        for account in session.scalars(query.order_by(Account.id))
    )


def _may_go(session: Session, gone: Forgotten, person: Person, account: Account) -> bool:
    if not (person.is_named_in(account.name) or person.bears_surname(account.name)):
        return False
    return not any(_has(session, gone, kind, account) for kind in _STANDS_ON)


def _has(session: Session, gone: Forgotten, kind: type[Any], account: Account) -> bool:
    """Deleted ones too: what can be undone needs its account."""
    query = select(kind.id).where(
        kind.workspace_id == gone.workspace_id,
        kind.account_id == account.id,
        kind.id.not_in(gone.ids_of(kind)),
    )
    return session.scalar(query.limit(1)) is not None
