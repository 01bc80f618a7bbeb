"""A quote or a contract, sent or received: logged at once; on a lead it may be what the conversion waits for."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from crm.capture.draft import ActivityKind, Direction
from crm.models import Account, Activity, Contact, ContactRole, Lead, Opportunity
from crm.money import Money
from crm.rules.conversion import is_formal
from crm.store.blocks import Subject, main_account_id
from crm.store.conversion import AccountMatch, matching_accounts, matching_contact
from crm.store.leads import reaches_of
from crm.store.members import Who
from crm.store.opportunities import open_opportunities
from crm.store.work import Session, Work
from crm.usecases.convert_lead import Converted, convert_lead
from crm.usecases.log_activity import log_activity
from crm.usecases.open_opportunity import open_opportunity, take_part
from crm.usecases.quote_stage import move_to_quote_stage


@dataclass(frozen=True, slots=True)
class Matches:
    """What there is already of a lead that is to convert. contact: the same person, as far as can be told."""

    accounts: list[AccountMatch]
    contact: Contact | None

    @property
    def nothing(self) -> bool:
        return not self.accounts and self.contact is None


@dataclass(frozen=True, slots=True)
class Quoted:
    """converted: it converted at once. matches: the member has to choose first. opportunity: that it is about."""

    activity: Activity
    converted: Converted | None = None
    matches: Matches | None = None
    opportunity: Opportunity | None = None


def log_quote(
    work: Work,
    who: Who,
    subject: Subject,
    kind: ActivityKind,
    *,
    happened_at: datetime,
    direction: Direction = Direction.OUT,
    value: Money | None = None,
    valid_until: date | None = None,
    text: str = "",
    about: Opportunity | None = None,
) -> Quoted:
    """kind: QUOTE or CONTRACT. direction: IN for a supplier's. about: the opportunity, where the subject has several open.

    A lead converts at once where nothing matches; where something does, the choice is the member's, and the lead is
    marked as waiting for it. On an account or contact without an open opportunity the quote opens one.
    """
    if isinstance(subject, Lead) and subject.converted_at is None:
        return _on_lead(work, who, subject, kind, happened_at, direction, value, valid_until, text)
    if about is None and not isinstance(subject, Opportunity):
        about = _only_open(work, who, subject)
    activity = log_activity(
        work,
        who.access,
        subject,
        kind,
        happened_at=happened_at,
        direction=direction,
        value=value,
        valid_until=valid_until,
        text=text,
        about=about,
    )
    opportunity = subject if isinstance(subject, Opportunity) else about
    if opportunity is None and direction is Direction.OUT:
        opportunity = _open(work, who, subject, activity, value)
    if opportunity is not None:
        move_to_quote_stage(work, who, opportunity, activity)
    return Quoted(activity, opportunity=opportunity)


def matches_of(session: Session, who: Who, lead: Lead) -> Matches:
    """What the member may see of what is there already."""
    reaches = reaches_of(session, lead)
    accounts = matching_accounts(session, who.access, lead, reaches)
    first = accounts[0].account if accounts else None
    return Matches(accounts, matching_contact(session, who.access, lead, reaches, first))


def latest_quote(session: Session, lead: Lead) -> Activity | None:
    """The quote or contract that a conversion of the lead stands on."""
    query = select(Activity).where(
        Activity.workspace_id == lead.workspace_id,
        Activity.lead_id == lead.id,
        Activity.kind.in_([ActivityKind.QUOTE, ActivityKind.CONTRACT]),
        Activity.deleted_at.is_(None),
    )
    return session.scalars(query.order_by(Activity.happened_at.desc(), Activity.id.desc()).limit(1)).first()


def _on_lead(
    work: Work,
    who: Who,
    lead: Lead,
    kind: ActivityKind,
    happened_at: datetime,
    direction: Direction,
    value: Money | None,
    valid_until: date | None,
    text: str,
) -> Quoted:
    if direction is Direction.IN:
        lead.supplier = True
    had = set(_formal_kinds(work.session, lead))
    activity = log_activity(
        work,
        who.access,
        lead,
        kind,
        happened_at=happened_at,
        direction=direction,
        value=value,
        valid_until=valid_until,
        text=text,
    )
    if value is not None:
        lead.value_minor, lead.currency = value.minor, value.currency
    converts = is_formal(
        who.workspace.formal,
        kind,
        has_quote=ActivityKind.QUOTE in had,
        has_contract=ActivityKind.CONTRACT in had,
    )
    if not converts:
        return Quoted(activity)
    work.session.flush()
    matches = matches_of(work.session, who, lead)
    if not matches.nothing:
        lead.conversion_asked_at = work.now
        return Quoted(activity, matches=matches)
    converted = convert_lead(work, who, lead, quote=activity)
    return Quoted(activity, converted=converted, opportunity=converted.opportunity)


def _formal_kinds(session: Session, lead: Lead) -> list[ActivityKind]:
    query = select(Activity.kind).where(
        Activity.workspace_id == lead.workspace_id,
        Activity.lead_id == lead.id,
        Activity.kind.in_([ActivityKind.QUOTE, ActivityKind.CONTRACT]),
        Activity.deleted_at.is_(None),
    )
    return list(session.scalars(query.distinct()))


def _only_open(work: Work, who: Who, subject: Account | Contact | Lead) -> Opportunity | None:
    found = open_opportunities(work.session, who.access, subject)
    return found[0] if len(found) == 1 else None


def _open(
    work: Work, who: Who, subject: Subject, activity: Activity, value: Money | None
) -> Opportunity | None:
    """On the account; the contact that it was quoted to takes part."""
    contact = subject if isinstance(subject, Contact) else None
    account_id = main_account_id(work.session, contact) if contact else activity.account_id
    account = work.session.get(Account, (who.workspace.id, account_id or 0))
    if account is None:
        return None
    opportunity = open_opportunity(work, who, account, name=account.name, value=value)
    activity.opportunity_id = opportunity.id
    if contact is not None:
        take_part(work, opportunity, contact.id, ContactRole.OTHER)
    return opportunity
