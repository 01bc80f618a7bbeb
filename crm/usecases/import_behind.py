"""What an imported opportunity stands on: the account that its row names, or the contact or lead whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from crm.exchange.rows import ReadRow
from crm.models import Account, Block, Contact, ContactRole, Lead, Opportunity
from crm.rules.names import organisation_key
from crm.rules.visibility import may_edit
from crm.store.accounts import main_accounts
from crm.store.blocks import MODELS, visible
from crm.usecases.import_accounts import Accounts, Places
from crm.usecases.import_make import Maker
from crm.usecases.open_opportunity import take_part
from crm.usecases.place_history import place_history

Private = tuple[Contact, ReadRow]
"""A private person, and what the file says of them."""


@dataclass(slots=True)
class Behind:
    """whose: the contacts and leads that rows are about, by id. at: where such a contact is, the main account.

    made: private persons that nobody knew, by the key of their account.
    placed: those who were there and had no account that the member sees: now they have one, and are found by it.
    """

    maker: Maker
    accounts: Accounts
    places: Places
    whose: dict[int, Contact | Lead]
    at: dict[int, tuple[Account, ContactRole]]
    made: dict[str, Private] = field(default_factory=dict)
    placed: list[Contact] = field(default_factory=list)

    def open(self, row: ReadRow) -> Opportunity:
        if row.organisation:
            return self.maker.opportunity(row, self.accounts.named(row.organisation, row), None)
        subject = self.whose.get(row.whose_id or 0)
        if isinstance(subject, Lead):
            return self._on_lead(row, subject)
        if isinstance(subject, Contact):
            account, role = self._account_of(row, subject)
            return self._with(row, account, subject, role)
        account, contact = self._private(row)
        return self._with(row, account, contact, ContactRole.OTHER)

    def _on_lead(self, row: ReadRow, lead: Lead) -> Opportunity:
        made = self.maker.opportunity(row, None, lead)
        if lead.opportunity_id is None and may_edit(self.maker.who.access, lead.holder_id):
            self.maker.work.session.flush()
            lead.opportunity_id = made.id
            place_history(self.maker.work, lead)
        return made

    def _with(
        self, row: ReadRow, account: Account, contact: Contact | None, role: ContactRole
    ) -> Opportunity:
        made = self.maker.opportunity(row, account, None)
        if contact is not None:
            take_part(self.maker.work, made, contact.id, role)
        return made

    def _account_of(self, row: ReadRow, contact: Contact) -> tuple[Account, ContactRole]:
        """The main one that the member may see; somebody without any is their own."""
        if contact.id not in self.at:
            account = self.accounts.named(contact.name or row.person or "", row, private=True)
            self.places.at(contact, account, ContactRole.OTHER)
            self.placed.append(contact)
            self.at[contact.id] = account, ContactRole.OTHER
        return self.at[contact.id]

    def _private(self, row: ReadRow) -> tuple[Account, Contact | None]:
        """Somebody new, who is their own account; or an account that is called so."""
        assert row.person is not None
        key = organisation_key(row.person)
        if key in self.accounts.known:
            made = self.made.get(key)
            return self.accounts.known[key], made[0] if made is not None else None
        account = self.accounts.named(row.person, row, private=True)
        said = ReadRow(name=next(iter(row.persons), None), emails=row.emails, holder=row.holder)
        contact = self.maker.contact(said)
        self.places.at(contact, account, ContactRole.OTHER)
        self.made[key] = contact, said
        return account, contact


def behind_rows(maker: Maker, accounts: Accounts, places: Places, rows: Sequence[ReadRow]) -> Behind:
    session, access = maker.work.session, maker.who.access
    ids = [row.whose_id for row in rows if row.whose_id is not None]
    if not ids:
        return Behind(maker, accounts, places, {}, {})
    whose: dict[int, Contact | Lead] = {
        each.id: each
        for block in (Block.CONTACT, Block.LEAD)
        for each in session.scalars(visible(access, block).where(MODELS[block].id.in_(ids)))
    }
    contacts = [each for each in whose.values() if isinstance(each, Contact)]
    at = {
        id: (account, place.role) for id, (account, place) in main_accounts(session, access, contacts).items()
    }
    return Behind(maker, accounts, places, whose, at)
