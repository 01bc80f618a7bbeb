"""Where the workspace chose so, a chance of a sale opens with the first contact: it stands on the lead until that converts."""

from crm.models import Lead, Opportunity
from crm.rules.conversion import Opens
from crm.store.members import Who
from crm.store.value_of import value_of
from crm.store.work import Work
from crm.usecases.convert_lead import name_of
from crm.usecases.open_opportunity import open_opportunity


def open_at_first_contact(work: Work, who: Who, lead: Lead) -> Opportunity | None:
    """None where opportunities open at the quote, and for suppliers."""
    if who.workspace.opens is not Opens.AT_FIRST_CONTACT or lead.supplier:
        return None
    return open_opportunity(work, who, lead, name=name_of(lead), value=value_of(lead))
