"""Rows of a file become leads, accounts, contacts or opportunities; what is there already is updated or left."""

from collections.abc import Sequence
from dataclasses import dataclass

from crm.exchange.rows import Reading, ReadRow
from crm.models import Account, Block, Contact, Lead, Opportunity, Reach
from crm.rules.visibility import may_edit
from crm.store.blocks import Subject
from crm.store.members import Who
from crm.store.search.findable import Findable, of_account, of_contact, of_lead, of_opportunity
from crm.store.search.index_many import index_many_new
from crm.store.work import Work
from crm.usecases.import_accounts import Accounts, accounts_of_rows, places_of_contacts
from crm.usecases.import_behind import Behind, behind_rows
from crm.usecases.import_extras import Put, put_own, put_reaches, put_tags
from crm.usecases.import_make import Maker
from crm.usecases.import_match import find_known, same_in_file
from crm.usecases.import_terms import Terms
from crm.usecases.import_update import update_from
from crm.usecases.reindex import organisation_of, reindex


@dataclass(slots=True)
class Counts:
    made: int = 0
    updated: int = 0
    skipped: int = 0


class Importer:
    """One slice of one import. updates: what is there already is brought up to the file."""

    def __init__(self, work: Work, who: Who, reading: Reading, terms: Terms, *, updates: bool) -> None:
        self._work = work
        self._access = who.access
        self._block = reading.block
        self._terms = terms
        self._updates = updates
        self._maker = Maker(work, who, terms)

    def put(self, rows: Sequence[ReadRow]) -> Counts:
        counts, put = Counts(), list[Put]()
        known = find_known(self._work.session, self._access, self._block, rows)
        accounts = self._accounts(rows)
        places = places_of_contacts(self._maker, [each for each in known if isinstance(each, Contact)])
        behind = behind_rows(self._maker, accounts, places, rows)
        earlier: dict[str, Subject] = {}
        for row, there in zip(rows, known, strict=True):
            keys = same_in_file(self._block, row)
            subject = there or next((earlier[key] for key in keys if key in earlier), None)
            if subject is None:
                subject = self._make(row, behind)
                put.append((subject, row, True))
                counts.made += 1
            elif self._updates and self._may_update(subject):
                update_from(subject, row, self._block, self._terms)
                put.append((subject, row, False))
                counts.updated += 1
            else:
                counts.skipped += 1
                continue
            if isinstance(subject, Contact):
                places.put(subject, row, accounts)
            earlier |= dict.fromkeys(keys, subject)
        self._finish(put, behind)
        return counts

    def _accounts(self, rows: Sequence[ReadRow]) -> Accounts:
        if self._block in (Block.CONTACT, Block.OPPORTUNITY):
            return accounts_of_rows(self._maker, rows)
        return Accounts(self._maker, {})

    def _make(self, row: ReadRow, behind: Behind) -> Subject:
        match self._block:
            case Block.LEAD:
                return self._maker.lead(row)
            case Block.ACCOUNT:
                return self._maker.account(row)
            case Block.CONTACT:
                return self._maker.contact(row)
            case Block.OPPORTUNITY:
                return behind.open(row)

    def _may_update(self, subject: Subject) -> bool:
        """What has converted is read-only; a colleague's is theirs."""
        if isinstance(subject, Lead) and subject.converted_at is not None:
            return False
        return may_edit(self._access, subject.holder_id)

    def _finish(self, put: Sequence[Put], behind: Behind) -> None:
        reaches = {} if self._block is Block.OPPORTUNITY else put_reaches(self._work, self._block, put)
        private = [(contact, said, True) for contact, said in behind.made.values()]
        ways = put_reaches(self._work, Block.CONTACT, private)
        put_tags(self._work, self._block, put)
        put_own(self._work, put)
        self._work.session.flush()
        made = {subject.id: (subject, row) for subject, row, is_new in put if is_new}
        index_many_new(
            self._work,
            [of_account(account, ()) for account in behind.accounts.made]
            + [of_contact(contact, ways.get(contact.id, []), contact.name) for contact, _, _ in private]
            + [self._findable(subject, row, reaches.get(subject.id, [])) for subject, row in made.values()],
        )
        changed = [subject for subject, _, is_new in put if not is_new and subject.id not in made]
        for subject in {each.id: each for each in [*changed, *behind.placed]}.values():
            reindex(self._work, subject)

    def _findable(self, subject: Subject, row: ReadRow, reaches: list[Reach]) -> Findable:
        match subject:
            case Lead():
                return of_lead(subject, reaches)
            case Account():
                return of_account(subject, reaches)
            case Contact():
                return of_contact(subject, reaches, row.organisation)
            case Opportunity():
                return of_opportunity(subject, organisation_of(self._work.session, subject))
