"""Rows of a file become new leads, accounts, contacts and opportunities."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any, TypeVar

from crm.exchange.rows import ReadRow
from crm.exchange.synonyms import status_of
from crm.models import Account, Contact, Lead, Opportunity, Stage, StageKind, Status
from crm.rules.conversion import guessed_close
from crm.rules.email_domains import email_domain, is_freemail
from crm.rules.local_time import local_day
from crm.rules.names import organisation_key
from crm.store.members import Who
from crm.store.stages import pipeline
from crm.store.work import Work
from crm.usecases.import_terms import Terms

NAME_LIMIT = 300
Row = TypeVar("Row", Lead, Account, Contact, Opportunity)


@dataclass(frozen=True, slots=True)
class Maker:
    """What it makes is in the session, and not yet in the search index."""

    work: Work
    who: Who
    terms: Terms

    def lead(self, row: ReadRow) -> Lead:
        return self._added(
            Lead(
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
        )

    def account(self, row: ReadRow) -> Account:
        name = (row.name or "")[:NAME_LIMIT]
        supplier = row.supplier or False
        return self._added(
            Account(
                **self._shared(row),
                name=name,
                key=organisation_key(name)[:NAME_LIMIT],
                domain=domain_of(row),
                website=row.website,
                customer=row.customer if row.customer is not None else not supplier,
                supplier=supplier,
                private=row.private or False,
                note=row.note or "",
            )
        )

    def contact(self, row: ReadRow) -> Contact:
        return self._added(
            Contact(
                **self._shared(row),
                name=row.name,
                title=row.title,
                note=row.note or "",
                hot=row.hot or False,
            )
        )

    def opportunity(self, row: ReadRow, account: Account | None, lead: Lead | None) -> Opportunity:
        stage = self._stage(row)
        reason = self.terms.reason_of(row) if stage.kind is StageKind.LOST else None
        today = local_day(self.work.now, self.who.zone)
        percent = stage.probability if row.probability is None else row.probability
        return self._added(
            Opportunity(
                **self._shared(row),
                account_id=account.id if account else None,
                lead_id=lead.id if lead else None,
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
        )

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

    def _added(self, row: Row) -> Row:
        self.work.session.add(row)
        return row

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


def domain_of(row: ReadRow) -> str | None:
    """The organisation's own: of its first address that is not at a provider of mailboxes."""
    for email in row.emails:
        domain = email_domain(email)
        if domain and not is_freemail(domain):
            return domain[:NAME_LIMIT]
    return None
