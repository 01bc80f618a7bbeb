"""A further person of a message becomes a lead too: of the same organisation, from the same source."""

from datetime import datetime

from crm.capture.draft import DraftLead, Person
from crm.models import Fair, Lead
from crm.rules.part_about import part_about
from crm.store.members import Who
from crm.store.work import Work
from crm.usecases.capture_lead import capture_lead
from crm.usecases.draft_to_lead import Captured


def other_draft(draft: DraftLead, person: Person, lead: Lead, text: str) -> DraftLead:
    """What a message says of one of `draft.others`. lead: whom it was stored as, in the words that hold now."""
    names = [
        name for name in (draft.name, lead.name, *(p.name for p in draft.others if p is not person)) if name
    ]
    return DraftLead(
        name=person.name,
        title=person.title,
        organisation=lead.organisation,
        emails=person.emails,
        phones=person.phones,
        source=lead.source,
        note=part_about(text, person.name, names),
        is_lead=True,
    )


def words_of(draft: DraftLead) -> str:
    """What stands in their timeline: only their own part, so that whoever else is forgotten is forgotten there too."""
    return draft.note or ", ".join(filter(None, (draft.name, draft.title, *draft.emails)))


def capture_other(
    work: Work, who: Who, lead: Lead, draft: DraftLead, *, text: str, written_at: datetime
) -> Captured:
    """draft, text: as `other_draft` and `words_of` make them. Somebody known gets it as capture_lead does."""
    fair = work.session.get(Fair, (lead.workspace_id, lead.fair_id)) if lead.fair_id else None
    return capture_lead(work, who, draft, text=text, written_at=written_at, fair=fair)
