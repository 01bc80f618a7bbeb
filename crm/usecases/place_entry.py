"""An entry stands on the opportunity that it is about: where there are several, the member says which."""

from crm.errors import NotYours
from crm.models import Account, Activity, Contact, ContactRole, Opportunity
from crm.money import Money
from crm.rules.conversion import FORMAL_KINDS
from crm.rules.visibility import may_edit
from crm.store.blocks import subject_of
from crm.store.members import Who
from crm.store.opportunities import contacts_of, open_opportunities
from crm.store.turns import note_turn
from crm.store.value_of import value_of
from crm.store.work import Work
from crm.usecases.open_opportunity import open_opportunity, take_part
from crm.usecases.opportunity_activity import note_activity
from crm.usecases.quote_stage import move_to_quote_stage


def place_entry(work: Work, who: Who, entry: Activity, opportunity: Opportunity) -> Money | None:
    """A quote takes the opportunity on; returns the amount that it had, where that changes.

    Raises NotYours for an opportunity that the entry's contact or account has no part in.
    """
    subject = subject_of(work.session, who.access, entry)
    account = work.session.get(Account, (who.workspace.id, entry.account_id or 0))
    of = subject if isinstance(subject, Contact) else account
    if of is None or opportunity not in open_opportunities(work.session, who.access, of):
        raise NotYours
    note_turn(work, who.access, f"turn-{entry.kind.value}", subject.id)
    entry.opportunity_id = opportunity.id
    before = move_to_quote_stage(work, who, opportunity, entry) if entry.kind in FORMAL_KINDS else None
    note_activity(work, opportunity)
    return before


def open_for_quote(
    work: Work, who: Who, quote: Activity, after: Opportunity | None = None
) -> Opportunity | None:
    """On the account; the contact that it was quoted to takes part. None with a supplier, and at a colleague's account.

    after: an earlier one that it is not about: the new one has its name, and its people take part.
    """
    account = work.session.get(Account, (who.workspace.id, quote.account_id or 0))
    if account is None or not account.customer or not may_edit(who.access, account.holder_id):
        return None
    value = value_of(quote)
    note_turn(work, who.access, f"turn-{quote.kind.value}", quote.block_id)
    name = after.name if after is not None else account.name
    opportunity = open_opportunity(work, who, account, name=name, value=value)
    quote.opportunity_id = opportunity.id
    parts = contacts_of(work.session, after) if after is not None else []
    roles = {contact.id: part.role for contact, part in parts}
    if quote.contact_id is not None:
        roles.setdefault(quote.contact_id, ContactRole.OTHER)
    for contact_id, role in roles.items():
        take_part(work, opportunity, contact_id, role)
    move_to_quote_stage(work, who, opportunity, quote)
    return opportunity
