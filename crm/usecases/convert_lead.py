"""A lead converts: the organisation becomes an account, the person its contact, the quote an opportunity. All or nothing."""

from dataclasses import dataclass

from sqlalchemy import select

from crm.access import Access
from crm.capture.draft import ActivityKind
from crm.errors import Refused
from crm.models import (
    Account,
    Activity,
    Contact,
    ContactRole,
    Lead,
    Opportunity,
    Reach,
    Status,
    Workspace,
)
from crm.rules.names import organisation_key
from crm.store.conversion import own_domain
from crm.store.leads import reaches_of
from crm.store.members import Who
from crm.store.turns import note_turn
from crm.store.value_of import value_of
from crm.store.work import Session, Work
from crm.usecases.carry_fields import carry_fields
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.fill_existing import belong, copy_reaches, fill_account, fill_contact
from crm.usecases.log_activity import log_activity
from crm.usecases.open_opportunity import open_opportunity, take_part
from crm.usecases.place_history import place_history
from crm.usecases.quote_stage import begins_anew, move_to_quote_stage
from crm.usecases.reindex import reindex


@dataclass(frozen=True, slots=True)
class Converted:
    """What a lead became. knew_account, knew_contact: it was there already; filled: blanks of the contact that were filled.

    opportunity: None for suppliers, and where nothing was quoted.
    """

    lead: Lead
    account: Account
    contact: Contact | None
    opportunity: Opportunity | None
    knew_account: bool
    knew_contact: bool
    filled: tuple[str, ...] = ()


def convert_lead(
    work: Work,
    who: Who,
    lead: Lead,
    *,
    account: Account | None = None,
    contact: Contact | None = None,
    role: ContactRole = ContactRole.OTHER,
    quote: Activity | None = None,
) -> Converted:
    """account, contact: those that the lead is linked to; None makes new ones. quote: the quote or contract it converts by.

    Raises Colleagues, and Refused("lead-converted") the second time, from another phone too.
    """
    take_conversion(work, lead)
    check_may_edit(who.access, lead)
    note_turn(work, who.access, "turn-conversion", lead.id)
    reaches = reaches_of(work.session, lead)
    knew_account, knew_contact = account is not None, contact is not None
    if account is None:
        account = _new_account(work, who.access, lead, reaches)
    else:
        fill_account(account, lead, reaches)
    _relate(account, lead)
    filled: tuple[str, ...] = ()
    if contact is not None:
        filled = fill_contact(contact, lead)
    elif _is_somebody(lead):
        contact = _new_contact(work, who.access, lead)
    copy_reaches(work, contact or account, reaches)
    if contact is not None:
        belong(work, account, contact, role)
    work.session.flush()
    opportunity = _opportunity(work, who, lead, account, quote)
    if opportunity is not None and contact is not None:
        take_part(work, opportunity, contact.id, role)
    lead.status, lead.converted_at, lead.conversion_asked_at = Status.CONVERTED, work.now, None
    lead.account_id, lead.contact_id = account.id, contact.id if contact else None
    lead.opportunity_id = opportunity.id if opportunity else None
    lead.owed_since = lead.cadence_day = None
    place_history(work, lead)
    carry_fields(work, lead, [row for row in (account, contact, opportunity) if row is not None])
    log_activity(work, who.access, lead, ActivityKind.CONVERSION, happened_at=work.now)
    for row in (lead, account, contact, opportunity):
        if row is not None:
            reindex(work, row)
    return Converted(lead, account, contact, opportunity, knew_account, knew_contact, filled)


def take_conversion(work: Work, lead: Lead) -> None:
    """One conversion of a workspace at a time, so that two phones, or two leads of one organisation, make one account.

    To be called before looking for what is there already; the lead is then as it is now.
    """
    work.session.flush()
    one_at_a_time = select(Workspace.id).where(Workspace.id == lead.workspace_id)
    work.session.execute(one_at_a_time.with_for_update(key_share=True))
    work.session.refresh(lead)


def _new_account(work: Work, access: Access, lead: Lead, reaches: list[Reach]) -> Account:
    """Somebody without an organisation is their own account."""
    name = lead.organisation or lead.name or (reaches[0].written if reaches else None)
    if name is None:
        raise Refused("convert-nobody")
    account = Account(
        workspace_id=access.workspace_id,
        id=work.ids(),
        holder_id=lead.holder_id,
        name=name[:300],
        key=organisation_key(name)[:300],
        domain=own_domain(lead, reaches),
        website=lead.website,
        customer=False,
        supplier=False,
        private=lead.organisation is None,
        source=lead.source,
        fair_id=lead.fair_id,
        note="",
        created_at=work.now,
    )
    work.session.add(account)
    return account


def _relate(account: Account, lead: Lead) -> None:
    if lead.supplier:
        account.supplier = True
    else:
        account.customer = True


def _is_somebody(lead: Lead) -> bool:
    """A lead that names only an organisation has no person to become a contact."""
    return lead.name is not None or lead.organisation is None


def _new_contact(work: Work, access: Access, lead: Lead) -> Contact:
    contact = Contact(
        workspace_id=access.workspace_id,
        id=work.ids(),
        holder_id=lead.holder_id,
        name=lead.name,
        title=lead.title,
        source=lead.source,
        fair_id=lead.fair_id,
        note=lead.note,
        hot=lead.hot,
        created_at=work.now,
    )
    work.session.add(contact)
    return contact


def _opportunity(
    work: Work, who: Who, lead: Lead, account: Account, quote: Activity | None
) -> Opportunity | None:
    """The one that stands on the lead moves to the account; else, or where that has closed, the quote, or the lead's
    value, opens one. None opens with a supplier."""
    value = value_of(quote) or value_of(lead)
    standing = standing_of(work.session, lead)
    if standing is not None:
        standing.account_id = account.id
    goes_on = standing is not None and not (quote and begins_anew(work.session, standing, quote.kind))
    if standing is not None and goes_on:
        is_blank = standing.value_minor is None and standing.closed_at is None
        if is_blank and value is not None and not lead.supplier:
            standing.value_minor, standing.currency = value.minor, value.currency
    elif lead.supplier or (quote is None and value is None):
        return standing
    else:
        standing = open_opportunity(work, who, account, name=name_of(lead), value=value)
        standing.lead_id, standing.source, standing.fair_id = lead.id, lead.source, lead.fair_id
    if quote is not None and not lead.supplier:
        move_to_quote_stage(work, who, standing, quote)
    return standing


def standing_of(session: Session, lead: Lead) -> Opportunity | None:
    """The opportunity that stands on a lead, open or closed."""
    found = session.get(Opportunity, (lead.workspace_id, lead.opportunity_id or 0))
    return found if found is not None and found.deleted_at is None else None


def name_of(lead: Lead) -> str:
    """What it is about: the first line of the note, else who it is with."""
    first_line = lead.note.strip().partition("\n")[0]
    return first_line[:80] or lead.organisation or lead.name or ""
