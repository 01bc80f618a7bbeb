"""From where a lead's history is seen: when it converts, from its account, contact and opportunity too."""

from typing import Any

from sqlalchemy import update

from crm.models import Activity, File, FollowUp, Lead
from crm.store.blocks import places_of
from crm.store.work import Work

_ON_LEAD: tuple[type[Any], ...] = (Activity, FollowUp, File)


def place_history(work: Work, lead: Lead) -> None:
    """Brings the columns of everything that stands on the lead up to what the lead is now; after an undo as well."""
    work.session.flush()
    places = {"account_id": None, "contact_id": None, "opportunity_id": None} | places_of(work.session, lead)
    for kind in _ON_LEAD:
        where = (kind.workspace_id == lead.workspace_id, kind.lead_id == lead.id)
        work.session.execute(update(kind).where(*where).values(**places))
