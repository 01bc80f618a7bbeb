"""What a conversion would create, link and fill, before it is done: nothing is changed here."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from crm.capture.draft import ActivityKind
from crm.models import (
    Account,
    Activity,
    Contact,
    CustomField,
    CustomValue,
    File,
    FollowUp,
    FollowUpState,
    Lead,
    Stage,
    StageKind,
)
from crm.money import Money
from crm.rules.conversion import guessed_close
from crm.rules.local_time import local_day
from crm.rules.names import organisation_key
from crm.store.blocks import block_of
from crm.store.conversion import AccountMatch, Matches, matching_contact, quotes_of
from crm.store.leads import reaches_of
from crm.store.members import Who
from crm.store.stages import pipeline
from crm.store.value_of import value_of
from crm.store.work import Session, Work
from crm.usecases.convert_lead import standing_of
from crm.usecases.fill_existing import blanks_filled
from crm.usecases.quote_stage import begins_anew, stage_by_quote

_OF_CONTACT = ("name", "title", "source")
_OF_ACCOUNT = ("website",)
_BY_ITSELF = (ActivityKind.CONVERSION, ActivityKind.STAGE, ActivityKind.QUOTE, ActivityKind.CONTRACT)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that both have: `kept` stays, `said` is the lead's and stays there. field: of the lead, or a field's own name."""

    field: str
    own: bool
    kept: str
    said: str


@dataclass(frozen=True, slots=True)
class Along:
    """What of a lead comes along: entries of its timeline without quotes, open follow-ups, files."""

    notes: int
    follow_ups: int
    files: int


@dataclass(frozen=True, slots=True)
class Opens:
    """The opportunity that there would be. closes: a guess, or today where it is won by that. None of it for suppliers
    and where nothing was quoted."""

    value: Money | None
    stage: Stage
    closes: date
    guessed: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """match: the account that it would be linked to. contact: the existing one. filled: blanks of it that the lead fills."""

    lead: Lead
    match: AccountMatch | None
    contact: Contact | None
    filled: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    opens: Opens | None
    along: Along


def preview_conversion(work: Work, who: Who, lead: Lead, matches: Matches) -> Preview:
    """With the surest of the accounts that match."""
    session = work.session
    match = matches.accounts[0] if matches.accounts else None
    account, contact = match.account if match else None, matches.contact
    return Preview(
        lead,
        match,
        contact,
        blanks_filled(contact, lead) if contact else (),
        conflicts_of(session, lead, account, contact),
        _opens(work, who, lead),
        along_with(session, lead),
    )


def contact_for(session: Session, who: Who, lead: Lead, account: Account | None) -> Contact | None:
    """The person that a lead is linked to at the account that was chosen, None for a new one."""
    return matching_contact(session, who.access, lead, reaches_of(session, lead), account)


def conflicts_of(
    session: Session, lead: Lead, account: Account | None, contact: Contact | None
) -> tuple[Conflict, ...]:
    """Where what is there differs from what the lead says."""
    found: list[Conflict] = []
    if account is not None:
        found += _differing(account, lead, _OF_ACCOUNT)
        if lead.organisation and organisation_key(lead.organisation) != account.key:
            found.append(Conflict("organisation", False, account.name, lead.organisation))
    if contact is not None:
        found += _differing(contact, lead, _OF_CONTACT)
    for row in (account, contact):
        if row is not None:
            found += _differing_own_fields(session, lead, row)
    return tuple(found)


def along_with(session: Session, lead: Lead) -> Along:
    here = {
        kind: (kind.workspace_id == lead.workspace_id, kind.lead_id == lead.id, kind.deleted_at.is_(None))
        for kind in (Activity, FollowUp, File)
    }
    notes = select(func.count()).where(*here[Activity], Activity.kind.not_in(_BY_ITSELF))
    follow_ups = select(func.count()).where(*here[FollowUp], FollowUp.state == FollowUpState.OPEN)
    files = select(func.count()).where(*here[File])
    return Along(*(session.scalar(query) or 0 for query in (notes, follow_ups, files)))


def _differing(row: Account | Contact, lead: Lead, names: tuple[str, ...]) -> list[Conflict]:
    return [
        Conflict(name, False, kept, said)
        for name in names
        if (kept := getattr(row, name)) and (said := getattr(lead, name)) and kept.strip() != said.strip()
    ]


def _differing_own_fields(session: Session, lead: Lead, row: Account | Contact) -> list[Conflict]:
    def values(of: Lead | Account | Contact) -> dict[tuple[str, str], tuple[str, str]]:
        query = select(CustomField.key, CustomField.kind, CustomField.name, CustomValue.value).join(
            CustomValue,
            (CustomValue.workspace_id == CustomField.workspace_id) & (CustomValue.field_id == CustomField.id),
        )
        here = (
            CustomValue.workspace_id == of.workspace_id,
            CustomValue.entity_id == of.id,
            CustomValue.deleted_at.is_(None),
            CustomField.deleted_at.is_(None),
            CustomField.block == block_of(of),
        )
        rows = session.execute(query.where(*here).order_by(CustomField.position))
        return {(key, kind): (name, value) for key, kind, name, value in rows}

    theirs = values(row)
    return [
        Conflict(name, True, theirs[key][1], said)
        for key, (name, said) in values(lead).items()
        if key in theirs and theirs[key][1] != said
    ]


def _opens(work: Work, who: Who, lead: Lead) -> Opens | None:
    """As convert_lead will: the one that stands on the lead, or the quote's, or the lead's value's."""
    standing = standing_of(work.session, lead)
    quote = next(iter(quotes_of(work.session, lead)), None)
    if standing is not None and quote is not None and begins_anew(work.session, standing, quote.kind):
        standing = None
    value = value_of(quote) or (value_of(standing) if standing else None) or value_of(lead)
    if lead.supplier or (standing is None and quote is None and value is None):
        return None
    stages = pipeline(work, lead.workspace_id)
    has_amount = value is not None
    reached = stage_by_quote(work.session, stages, quote, has_amount=has_amount) if quote else None
    current = next(
        (stage for stage in stages if standing is not None and stage.id == standing.stage_id), None
    )
    first = next(stage for stage in stages if stage.kind is StageKind.OPEN)
    stage = max(filter(None, (reached, current)), key=lambda stage: stage.position, default=first)
    today = local_day(work.now, who.zone)
    if stage.kind is StageKind.WON:
        return Opens(value, stage, today, guessed=False)
    if standing is not None:
        return Opens(value, stage, standing.close_day, standing.close_guessed)
    return Opens(value, stage, guessed_close(today), guessed=True)
