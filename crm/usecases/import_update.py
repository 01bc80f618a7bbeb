"""What is there already is brought up to the file; blank cells change nothing."""

from crm.exchange.rows import ReadRow
from crm.exchange.synonyms import status_of
from crm.models import Account, Block, Lead, Opportunity
from crm.rules.names import organisation_key
from crm.store.blocks import Subject
from crm.usecases.import_make import NAME_LIMIT, domain_of
from crm.usecases.import_terms import Terms

_UPDATED: dict[Block, tuple[str, ...]] = {
    Block.LEAD: ("name", "title", "organisation", "website", "note", "hot", "supplier", "reason"),
    Block.ACCOUNT: ("name", "website", "note", "customer", "supplier", "private"),
    Block.CONTACT: ("name", "title", "note", "hot"),
    Block.OPPORTUNITY: ("name", "close_day"),
}


def update_from(subject: Subject, row: ReadRow, block: Block, terms: Terms) -> None:
    """Stage and probability of an opportunity stay: a move has a time and a reason of its own."""
    for name in _UPDATED[block]:
        said = getattr(row, name)
        if said is not None and said != getattr(subject, name):
            setattr(subject, name, said)
    if isinstance(subject, Lead | Opportunity) and row.value is not None:
        subject.value_minor, subject.currency = row.value.minor, row.value.currency
    if (holder := terms.holder_of(row)) is not None and holder != subject.holder_id:
        subject.holder_id = holder
    match subject:
        case Lead() if row.status is not None and subject.status is not status_of(row.status):
            subject.status = status_of(row.status)
        case Account():
            subject.key = organisation_key(subject.name)[:NAME_LIMIT]
            subject.domain = subject.domain or domain_of(row)
        case Opportunity() if row.close_day is not None:
            subject.close_guessed = False
