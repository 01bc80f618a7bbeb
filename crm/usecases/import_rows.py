"""Rows of a file become leads, accounts, contacts or opportunities; what is there already is updated or left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from crm.exchange.rows import Reading, ReadRow
from crm.exchange.synonyms import role_of, status_of
from crm.models import (
    Account,
    AccountContact,
    Block,
    Contact,
    Lead,
    Opportunity,
    Reach,
    Stage,
    StageKind,
    Status,
)
from crm.rules.conversion import guessed_close
from crm.rules.email_domains import email_domain, is_freemail
from crm.rules.local_time import local_day
from crm.rules.names import organisation_key
from crm.rules.visibility import may_edit
from crm.store.blocks import Subject
from crm.store.members import Who
from crm.store.search.findable import Findable, of_account, of_contact, of_lead, of_opportunity
from crm.store.search.index_many import index_many_new
from crm.store.stages import pipeline
from crm.store.work import Work
from crm.usecases.import_extras import Put, put_own, put_reaches, put_tags
from crm.usecases.import_match import accounts_by_key, find_known, same_in_file
from crm.usecases.import_terms import Terms
from crm.usecases.reindex import reindex

_NAME_LIMIT = 300
_UPDATED: dict[Block, tuple[str, ...]] = {
    Block.LEAD: ("name", "title", "organisation", "website", "note", "hot", "supplier", "reason"),
    Block.ACCOUNT: ("name", "website", "note", "customer", "supplier", "private"),
    Block.CONTACT: ("name", "title", "note", "hot"),
    Block.OPPORTUNITY: ("name", "close_day"),
}


@dataclass(slots=True)
class Counts:
    made: int = 0
    updated: int = 0
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Importer:
    """One slice of one import. updates: what is there already is brought up to the file; blank cells change nothing."""

    work: Work
    who: Who
    reading: Reading
    terms: Terms
    updates: bool

    def put(self, rows: Sequence[ReadRow]) -> Counts:
        counts, put = Counts(), list[Put]()
        block = self.reading.block
        known = find_known(self.work.session, self.who.access, block, rows)
        accounts = self._accounts(rows)
        earlier: dict[str, Subject] = {}
        for row, there in zip(rows, known, strict=True):
            keys = same_in_file(block, row)
            subject = there or next((earlier[key] for key in keys if key in earlier), None)
            if subject is None:
                subject = self._make(row, accounts)
                put.append((subject, row, True))
                counts.made += 1
            elif self.updates and self._may_update(subject):
                self._update(subject, row, accounts)
                put.append((subject, row, False))
                counts.updated += 1
            else:
                counts.skipped += 1
                continue
            earlier |= dict.fromkeys(keys, subject)
        self._finish(put, accounts)
        return counts

    def _finish(self, put: Sequence[Put], accounts: "_Accounts") -> None:
        block = self.reading.block
        reaches = {} if block is Block.OPPORTUNITY else put_reaches(self.work, block, put)
        put_tags(self.work, block, put)
        put_own(self.work, put)
        self.work.session.flush()
        made = {subject.id: (subject, row) for subject, row, is_new in put if is_new}
        index_many_new(
            self.work,
            [of_account(account, ()) for account in accounts.made]
            + [self._findable(subject, row, reaches.get(subject.id, [])) for subject, row in made.values()],
        )
        for subject in {s.id: s for s, _, is_new in put if not is_new and s.id not in made}.values():
            reindex(self.work, subject)

    def _findable(self, subject: Subject, row: ReadRow, reaches: list[Reach]) -> Findable:
        match subject:
            case Lead():
                return of_lead(subject, reaches)
            case Account():
                return of_account(subject, reaches)
            case Contact():
                return of_contact(subject, reaches, row.organisation)
            case Opportunity():
                return of_opportunity(subject, row.organisation)

    def _may_update(self, subject: Subject) -> bool:
        """What has converted is read-only; a colleague's is theirs."""
        if isinstance(subject, Lead) and subject.converted_at is not None:
            return False
        return may_edit(self.who.access, subject.holder_id)

    def _accounts(self, rows: Sequence[ReadRow]) -> "_Accounts":
        if self.reading.block not in (Block.CONTACT, Block.OPPORTUNITY):
            return _Accounts(self, {}, [])
        names = [row.organisation for row in rows if row.organisation]
        return _Accounts(self, accounts_by_key(self.work.session, self.who.access, names), [])

    def _shared(self, row: ReadRow) -> dict[str, Any]:
        """Columns that all blocks have."""
        fair, now = self.terms.fair_of(row), self.work.now
        created = row.created_at.astimezone(UTC) if row.created_at else now
        return {
            "workspace_id": self.who.workspace.id,
            "id": self.work.ids(),
            "holder_id": self.terms.holder_of(row) or self.who.member.id,
            "source": row.source,
            "fair_id": fair.id if fair else None,
            "created_at": min(created, now),
        }

    def _make(self, row: ReadRow, accounts: "_Accounts") -> Subject:
        made: Subject
        match self.reading.block:
            case Block.LEAD:
                made = self._lead(row)
            case Block.ACCOUNT:
                made = self._account(row)
            case Block.CONTACT:
                made = Contact(
                    **self._shared(row),
                    name=row.name,
                    title=row.title,
                    note=row.note or "",
                    hot=row.hot or False,
                )
            case Block.OPPORTUNITY:
                made = self._opportunity(row, accounts)
        self.work.session.add(made)
        if isinstance(made, Contact):
            self._place(made, row, accounts, is_new=True)
        return made

    def _lead(self, row: ReadRow) -> Lead:
        return Lead(
            **self._shared(row),
            name=row.name,
            title=row.title,
            organisation=row.organisation,
            website=row.website,
            value_minor=row.value.minor if row.value else None,
            currency=row.value.currency if row.value else None,
            note=row.note or "",
            hot=row.hot or False,
            supplier=row.supplier or False,
            status=status_of(row.status) if row.status else Status.NEW,
            reason=row.reason,
            tries=0,
            cadence_step=0,
            hand_set="",
        )

    def _account(self, row: ReadRow) -> Account:
        name = (row.name or "")[:_NAME_LIMIT]
        supplier = row.supplier or False
        return Account(
            **self._shared(row),
            name=name,
            key=organisation_key(name)[:_NAME_LIMIT],
            domain=_domain(row),
            website=row.website,
            customer=row.customer if row.customer is not None else not supplier,
            supplier=supplier,
            private=row.private or False,
            note=row.note or "",
        )

    def _opportunity(self, row: ReadRow, accounts: "_Accounts") -> Opportunity:
        stage = self._stage(row)
        reason = self.terms.reason_of(row) if stage.kind is StageKind.LOST else None
        today = local_day(self.work.now, self.who.zone)
        percent = stage.probability if row.probability is None else row.probability
        account = accounts.of(row)
        return Opportunity(
            **self._shared(row),
            account_id=account.id if account else None,
            name=row.name or "",
            value_minor=row.value.minor if row.value else None,
            currency=row.value.currency if row.value else None,
            stage_id=stage.id,
            stage_since=self.work.now,
            probability=percent,
            probability_by_hand=percent != stage.probability,
            close_day=row.close_day or guessed_close(today),
            close_guessed=row.close_day is None,
            closed_at=None if stage.kind is StageKind.OPEN else self._closed_at(row),
            lost_reason_id=reason.id if reason else None,
            lost_words=row.lost_reason if stage.kind is StageKind.LOST and reason is None else None,
            active_at=self.work.now,
        )

    def _closed_at(self, row: ReadRow) -> datetime:
        """The day that the file names, where that is not still to come."""
        if row.close_day is None:
            return self.work.now
        return min(datetime.combine(row.close_day, time(), self.who.zone).astimezone(UTC), self.work.now)

    def _stage(self, row: ReadRow) -> Stage:
        """The standard ones are made when they are first needed. The caller has seen to it that the name is known."""
        made = pipeline(self.work, self.who.workspace.id)
        meant = self.terms.stage_of(row)
        assert meant is not None
        return next(s for s in made if (s.id == meant.id if meant.id else s.standard == meant.word))

    def _update(self, subject: Subject, row: ReadRow, accounts: "_Accounts") -> None:
        """Stage and probability of an opportunity stay: a move has a time and a reason of its own."""
        for name in _UPDATED[self.reading.block]:
            said = getattr(row, name)
            if said is not None and said != getattr(subject, name):
                setattr(subject, name, said)
        if isinstance(subject, Lead | Opportunity) and row.value is not None:
            subject.value_minor, subject.currency = row.value.minor, row.value.currency
        if (holder := self.terms.holder_of(row)) is not None and holder != subject.holder_id:
            subject.holder_id = holder
        match subject:
            case Lead() if row.status is not None and subject.status is not status_of(row.status):
                subject.status = status_of(row.status)
            case Account():
                subject.key = organisation_key(subject.name)[:_NAME_LIMIT]
                subject.domain = subject.domain or _domain(row)
            case Contact():
                self._place(subject, row, accounts, is_new=False)
            case Opportunity() if row.close_day is not None:
                subject.close_guessed = False

    def _place(self, contact: Contact, row: ReadRow, accounts: "_Accounts", *, is_new: bool) -> None:
        """At the account that the row names, unless they have a place there."""
        account = accounts.of(row)
        if account is None or (not is_new and accounts.has_place(account, contact)):
            return
        self.work.session.add(
            AccountContact(
                workspace_id=contact.workspace_id,
                id=self.work.ids(),
                account_id=account.id,
                contact_id=contact.id,
                role=role_of(row.role),
                created_at=self.work.now,
            )
        )


@dataclass(slots=True)
class _Accounts:
    """Accounts that rows name, by their key; those that are not there are made."""

    importer: Importer
    known: dict[str, Account]
    made: list[Account]

    def of(self, row: ReadRow) -> Account | None:
        if not row.organisation:
            return None
        key = organisation_key(row.organisation)
        if key not in self.known:
            account = self.importer._account(
                ReadRow(name=row.organisation, emails=row.emails, holder=row.holder)
            )
            self.importer.work.session.add(account)
            self.known[key] = account
            self.made.append(account)
        return self.known[key]

    def has_place(self, account: Account, contact: Contact) -> bool:
        session = self.importer.work.session
        session.flush()
        return (
            session.query(AccountContact.id)
            .filter_by(
                workspace_id=contact.workspace_id,
                account_id=account.id,
                contact_id=contact.id,
                deleted_at=None,
            )
            .first()
            is not None
        )


def _domain(row: ReadRow) -> str | None:
    """The organisation's own: of its first address that is not at a provider of mailboxes."""
    for email in row.emails:
        domain = email_domain(email)
        if domain and not is_freemail(domain):
            return domain[:_NAME_LIMIT]
    return None
