"""/forget: a person is removed from every table, index, inbox and outbox, for good."""

from sqlalchemy import or_, select

from crm.access import Access
from crm.errors import NotYours, Refused
from crm.models import Lead, Reach
from crm.rules.folding import phone_digits
from crm.rules.visibility import may_edit, may_see
from crm.store.erasing import erase_lead
from crm.store.gazetteer import forget_gazetteer
from crm.store.leads import leads_by_id
from crm.store.traces import Traces, traces_of
from crm.store.work import Session, Work

_MOST_DELETED = 20


def get_forgettable(session: Session, access: Access, lead_id: int) -> Lead:
    """Deleted leads too: undone is not forgotten.

    Raises NotYours where the member may not see it, Refused("not-yours-to-forget") where a rep does not hold it.
    """
    lead = session.get(Lead, (access.workspace_id, lead_id))
    if lead is None or not may_see(access, lead.holder_id):
        raise NotYours
    if not may_edit(access, lead.holder_id):
        raise Refused("not-yours-to-forget")
    return lead


def deleted_leads(session: Session, access: Access, query: str) -> list[Lead]:
    """Leads that were undone, which no search finds: by part of the name, an e-mail address or a phone number."""
    said = query.strip()
    if not said:
        return []
    reached = [Reach.value == said.casefold()]
    if len(digits := phone_digits(said).lstrip("0")) >= 6:
        reached.append(Reach.value.endswith(digits))
    by_reach = select(Reach.lead_id).where(Reach.workspace_id == access.workspace_id, or_(*reached))
    found = select(Lead).where(
        Lead.workspace_id == access.workspace_id,
        Lead.deleted_at.is_not(None),
        or_(Lead.name.icontains(said, autoescape=True), Lead.id.in_(by_reach)),
    )
    leads = session.scalars(found.order_by(Lead.id.desc()).limit(_MOST_DELETED))
    return [lead for lead in leads if may_edit(access, lead.holder_id)]


def dry_run(session: Session, access: Access, lead: Lead) -> Traces:
    """What would go. Raises as `get_forgettable`."""
    return traces_of(session, get_forgettable(session, access, lead.id))


def leads_that_may_mean(session: Session, access: Access, lead: Lead, *, limit: int) -> list[Lead]:
    """Leads in whose texts the surname alone stays, as far as the member may see them. Raises as `get_forgettable`."""
    found = dry_run(session, access, lead).perhaps
    ids = dict.fromkeys(mention.lead_id for mention in found if mention.lead_id is not None)
    return leads_by_id(session, access, list(ids))[:limit]


def forget_person(work: Work, access: Access, lead_id: int) -> Traces:
    """Says what went. Not to be undone, and no turn is noted: nothing is left that could name them.

    Raises as `get_forgettable`.
    """
    lead = get_forgettable(work.session, access, lead_id)
    traces = erase_lead(work, lead)
    forget_gazetteer(access.workspace_id)
    return traces
