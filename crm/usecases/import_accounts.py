"""Accounts that rows name, and the places of contacts at them; what is not there yet is made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from crm.exchange.rows import ReadRow
from crm.exchange.synonyms import role_of
from crm.models import Account, AccountContact, Contact, ContactRole
from crm.rules.names import organisation_key
from crm.usecases.import_make import Maker
from crm.usecases.import_match import accounts_by_key


@dataclass(slots=True)
class Accounts:
    """known: by `organisation_key`. made: those that were not there."""

    maker: Maker
    known: dict[str, Account]
    made: list[Account] = field(default_factory=list)

    def named(self, name: str, row: ReadRow, *, private: bool = False) -> Account:
        """row: says whose it is, and what its domain may be."""
        key = organisation_key(name)
        if key not in self.known:
            said = ReadRow(name=name, emails=row.emails, holder=row.holder, private=private)
            self.known[key] = self.maker.account(said)
            self.made.append(self.known[key])
        return self.known[key]


def accounts_of_rows(maker: Maker, rows: Iterable[ReadRow]) -> Accounts:
    names = [name for row in rows for name in [*row.organisations, *([row.person] if row.person else [])]]
    return Accounts(maker, accounts_by_key(maker.work.session, maker.who.access, names))


@dataclass(slots=True)
class Places:
    """there: by contact and account."""

    maker: Maker
    there: dict[tuple[int, int], AccountContact]

    def put(self, contact: Contact, row: ReadRow, accounts: Accounts) -> None:
        """At the accounts that the row names, in their order. A role that is named counts for who is there already too.

        One role for several accounts is that at each.
        """
        for number, name in enumerate(row.organisations):
            said = row.roles[number : number + 1] or (row.roles if len(row.roles) == 1 else [])
            role = role_of(said[0]) if said else ContactRole.OTHER
            account = accounts.named(name, row)
            known = self.there.get((contact.id, account.id))
            if known is None:
                self.at(contact, account, role)
            elif role is not ContactRole.OTHER:
                known.role = role

    def at(self, contact: Contact, account: Account, role: ContactRole) -> None:
        place = AccountContact(
            workspace_id=contact.workspace_id,
            id=self.maker.work.ids(),
            account_id=account.id,
            contact_id=contact.id,
            role=role,
            created_at=self.maker.work.now,
        )
        self.maker.work.session.add(place)
        self.there[contact.id, account.id] = place


def places_of_contacts(maker: Maker, contacts: Sequence[Contact]) -> Places:
    if not contacts:
        return Places(maker, {})
    query = select(AccountContact).where(
        AccountContact.workspace_id == maker.who.workspace.id,
        AccountContact.contact_id.in_([contact.id for contact in contacts]),
        AccountContact.deleted_at.is_(None),
    )
    found = maker.work.session.scalars(query.order_by(AccountContact.id.desc()))
    return Places(maker, {(place.contact_id, place.account_id): place for place in found})
