"""What an imported opportunity stands on: the account that its row names, or the contact or lead whose it is."""

from dataclasses import dataclass, field

from crm.exchange.rows import ReadRow
from crm.models import Account, Block, Contact, ContactRole, Lead, Opportunity, Reach
from crm.rules.names import organisation_key
from crm.rules.visibility import may_edit
from crm.store.accounts import accounts_of
from crm.store.blocks import find_subject
from crm.usecases.import_accounts import Accounts, Places
from crm.usecases.import_extras import put_reaches
from crm.usecases.import_make import Maker
from crm.usecases.open_opportunity import take_part
from crm.usecases.place_history import place_history


@dataclass(slots=True)
class Behind:
    """made: private persons that nobody knew, by the key of their account, with how they are reached.

    placed: those who were there and had no account that the member sees: now they have one, and are found by it.
    """

    maker: Maker
    accounts: Accounts
    places: Places
    made: dict[str, tuple[Contact, list[Reach]]] = field(default_factory=dict)
    placed: list[Contact] = field(default_factory=list)

    def open(self, row: ReadRow) -> Opportunity:
        if row.organisation:
            return self.maker.opportunity(row, self.accounts.named(row.organisation, row), None)
        subject = find_subject(self.maker.work.session, self.maker.who.access, row.whose_id or 0)
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
        found = accounts_of(self.maker.work.session, self.maker.who.access, contact)
        if found:
            account, place = found[0]
            return account, place.role
        account = self.accounts.named(contact.name or row.person or "", row, private=True)
        self.places.at(contact, account, ContactRole.OTHER)
        self.placed.append(contact)
        return account, ContactRole.OTHER

    def _private(self, row: ReadRow) -> tuple[Account, Contact | None]:
        """Somebody new, who is their own account; or an account that is called so."""
        assert row.person is not None
        key = organisation_key(row.person)
        if key in self.accounts.known:
            contact, _ = self.made.get(key, (None, []))
            return self.accounts.known[key], contact
        account = self.accounts.named(row.person, row, private=True)
        said = ReadRow(name=next(iter(row.persons), None), emails=row.emails, holder=row.holder)
        contact = self.maker.contact(said)
        self.places.at(contact, account, ContactRole.OTHER)
        ways = put_reaches(self.maker.work, Block.CONTACT, [(contact, said, True)])
        self.made[key] = contact, ways.get(contact.id, [])
        return account, contact
