"""What is said about a conversion after it, or instead of it: another role, an opportunity after all, not now."""

from sqlalchemy import select

from crm.access import Access
from crm.errors import Colleagues, NotYours
from crm.models import Account, AccountContact, ContactRole, Lead, Opportunity, OpportunityContact
from crm.rules.visibility import may_edit
from crm.store.conversion import role_of
from crm.store.members import Who
from crm.store.turns import note_turn
from crm.store.value_of import value_of
from crm.store.work import Work
from crm.usecases.convert_lead import name_of
from crm.usecases.open_opportunity import open_opportunity, take_part
from crm.usecases.place_history import place_history


def not_now(work: Work, access: Access, lead: Lead) -> None:
    """The quote stands logged, and the digest no longer asks."""
    if lead.conversion_asked_at is not None:
        note_turn(work, access, "turn-not-now", lead.id)
        lead.conversion_asked_at = None


def set_role(work: Work, access: Access, lead: Lead, role: ContactRole) -> bool:
    """Of the contact that a lead became, at its account and in its opportunity. False: it has that role already.

    Raises NotYours where it has not converted or is no person, Colleagues.
    """
    _account(work, access, lead)
    before = role_of(work.session, lead)
    if before is None:
        raise NotYours
    if before is role:
        return False
    note_turn(work, access, "turn-role", lead.contact_id)
    for at_account in _at_account(work, lead):
        at_account.role = role
    for part in _in_opportunity(work, lead):
        part.role = role
    return True


def open_for_converted(work: Work, who: Who, lead: Lead) -> Opportunity | None:
    """An opportunity on the account that a lead became, with its contact. None: it has one already, or is a supplier.

    Raises as set_role.
    """
    account = _account(work, who.access, lead)
    if lead.opportunity_id is not None or lead.supplier:
        return None
    note_turn(work, who.access, "turn-opened", lead.contact_id or account.id)
    opportunity = open_opportunity(work, who, account, name=name_of(lead), value=value_of(lead))
    opportunity.lead_id, opportunity.source, opportunity.fair_id = lead.id, lead.source, lead.fair_id
    lead.opportunity_id = opportunity.id
    if lead.contact_id is not None:
        take_part(work, opportunity, lead.contact_id, role_of(work.session, lead) or ContactRole.OTHER)
    place_history(work, lead)
    return opportunity


def _account(work: Work, access: Access, lead: Lead) -> Account:
    account = work.session.get(Account, (access.workspace_id, lead.account_id or 0))
    if lead.converted_at is None or account is None or account.deleted_at is not None:
        raise NotYours
    if not may_edit(access, account.holder_id) and not may_edit(access, lead.holder_id):
        raise Colleagues(account.id, account.rev)
    return account


def _at_account(work: Work, lead: Lead) -> list[AccountContact]:
    query = select(AccountContact).where(
        AccountContact.workspace_id == lead.workspace_id,
        AccountContact.account_id == lead.account_id,
        AccountContact.contact_id == lead.contact_id,
        AccountContact.deleted_at.is_(None),
    )
    return list(work.session.scalars(query))


def _in_opportunity(work: Work, lead: Lead) -> list[OpportunityContact]:
    query = select(OpportunityContact).where(
        OpportunityContact.workspace_id == lead.workspace_id,
        OpportunityContact.opportunity_id == lead.opportunity_id,
        OpportunityContact.contact_id == lead.contact_id,
        OpportunityContact.deleted_at.is_(None),
    )
    return list(work.session.scalars(query))
