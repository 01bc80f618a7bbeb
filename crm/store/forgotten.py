"""Which rows of the building blocks are one person, so that an erasure reaches all of them.

A lead, the contact that it became, other leads that became the same contact, and what is theirs alone: the account of a
private person, with its opportunities. The account and the opportunities of an organisation stay.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, or_, select
from sqlalchemy.orm import Session

from crm.models import (
    Account,
    AccountContact,
    Block,
    Change,
    Contact,
    CustomValue,
    Lead,
    Opportunity,
    OpportunityContact,
    Reach,
    Tagging,
)
from crm.store.blocks import MODELS

Person = Lead | Contact


@dataclass(frozen=True, slots=True)
class Forgotten:
    """ids: of the rows that go, by block."""

    workspace_id: int
    ids: dict[Block, frozenset[int]]

    @property
    def all_ids(self) -> frozenset[int]:
        return frozenset().union(*self.ids.values())

    def with_accounts(self, ids: Iterable[int]) -> "Forgotten":
        return replace(self, ids=self.ids | {Block.ACCOUNT: self.ids[Block.ACCOUNT].union(ids)})

    def theirs(self, kind: type[Any]) -> ColumnElement[bool]:
        """The rows of a table that belong to them: a way to reach them, an entry, a role, a tag, a value of a field."""
        mine: ColumnElement[bool] = kind.workspace_id == self.workspace_id
        return mine & or_(False, *self._columns(kind))

    def ids_of(self, kind: type[Any]) -> Select[int]:
        return select(kind.id).where(self.theirs(kind))

    def _columns(self, kind: type[Any]) -> Iterable[ColumnElement[bool]]:
        if kind in (Tagging, CustomValue):
            yield kind.entity_id.in_(self.all_ids)
            return
        for block, ids in self.ids.items():
            column = kind.id if kind is MODELS[block] else getattr(kind, f"{block.value}_id", None)
            is_block = kind in MODELS.values()
            if column is not None and ids and (not is_block or kind is MODELS[block]):
                yield column.in_(ids)


PARTS: tuple[type[Any], ...] = (Reach, AccountContact, OpportunityContact, Tagging, CustomValue)
"""What hangs on them apart from activities, follow-ups and files."""


def forgotten_by(session: Session, person: Person) -> Forgotten:
    """person: deleted ones too; a conversion that was undone has left rows behind."""
    contacts = _contacts(session, person)
    leads = _leads(session, person, contacts)
    accounts = _private_accounts(session, person.workspace_id, leads, contacts)
    opportunities = select(Opportunity.id).where(
        Opportunity.workspace_id == person.workspace_id,
        or_(
            Opportunity.account_id.in_(accounts),
            Opportunity.account_id.is_(None) & Opportunity.lead_id.in_(leads),
        ),
    )
    return Forgotten(
        person.workspace_id,
        {
            Block.LEAD: leads,
            Block.CONTACT: contacts,
            Block.ACCOUNT: accounts,
            Block.OPPORTUNITY: frozenset(session.scalars(opportunities)),
        },
    )


def holders_of(session: Session, person: Person) -> set[int]:
    """Whose the rows are that are one person."""
    gone = forgotten_by(session, person)
    found: set[int] = set()
    for block, ids in gone.ids.items():
        kind = MODELS[block]
        query = select(kind.holder_id).where(kind.workspace_id == gone.workspace_id, kind.id.in_(ids))
        found |= set(session.scalars(query.distinct()))
    return found


def _contacts(session: Session, person: Person) -> frozenset[int]:
    """The contact; of a lead also one that it became until that was undone."""
    if isinstance(person, Contact):
        return frozenset({person.id})
    once = _once(session, person, "contact_id")
    gone = select(Contact.id).where(
        Contact.workspace_id == person.workspace_id, Contact.id.in_(once), Contact.deleted_at.is_not(None)
    )
    now = {person.contact_id} if person.contact_id is not None else set()
    return frozenset({*now, *session.scalars(gone)})


def _leads(session: Session, person: Person, contacts: frozenset[int]) -> frozenset[int]:
    became = select(Lead.id).where(Lead.workspace_id == person.workspace_id, Lead.contact_id.in_(contacts))
    own = {person.id} if isinstance(person, Lead) else set()
    return frozenset({*own, *session.scalars(became)})


def _private_accounts(
    session: Session, workspace_id: int, leads: frozenset[int], contacts: frozenset[int]
) -> frozenset[int]:
    """Where the person is the customer, and nobody else stands on it."""
    linked = select(Lead.account_id).where(Lead.workspace_id == workspace_id, Lead.id.in_(leads))
    at = select(AccountContact.account_id).where(
        AccountContact.workspace_id == workspace_id, AccountContact.contact_id.in_(contacts)
    )
    others_there = exists().where(
        AccountContact.workspace_id == workspace_id,
        AccountContact.account_id == Account.id,
        AccountContact.contact_id.not_in(contacts),
        AccountContact.deleted_at.is_(None),
    )
    other_leads = exists().where(
        Lead.workspace_id == workspace_id, Lead.account_id == Account.id, Lead.id.not_in(leads)
    )
    query = select(Account.id).where(
        Account.workspace_id == workspace_id,
        Account.private.is_(True),
        or_(Account.id.in_(linked), Account.id.in_(at)),
        ~others_there,
        ~other_leads,
    )
    return frozenset(session.scalars(query))


def _once(session: Session, lead: Lead, field: str) -> set[int]:
    """Ids that a column of the lead has ever held."""
    query = select(Change.old, Change.new).where(
        Change.workspace_id == lead.workspace_id, Change.entity_id == lead.id, Change.field == field
    )
    return {value for row in session.execute(query) for value in row if isinstance(value, int)}
