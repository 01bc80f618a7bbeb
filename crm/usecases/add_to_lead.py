"""A message about a lead that is there already: what it says anew is taken over, and it stands in the timeline."""

from datetime import datetime

from crm.capture.draft import ActivityKind, DraftLead
from crm.models import Lead, Reach
from crm.rules.names import name_key, names_agree
from crm.rules.visibility import may_edit
from crm.store.leads import reaches_of
from crm.store.members import Who
from crm.store.search.index import index_lead
from crm.store.turns import note_turn
from crm.store.value_of import value_of
from crm.store.work import Work
from crm.usecases.draft_to_lead import TEXT_FIELDS, Captured, add_reaches, move_step, set_value
from crm.usecases.log_activity import log_activity


def add_to_lead(
    work: Work,
    who: Who,
    lead: Lead,
    draft: DraftLead,
    *,
    text: str,
    written_at: datetime,
    again: bool = False,
) -> Captured:
    """Blanks are filled and never overwritten, except value, priority and next step, which the message says anew.

    On a colleague's lead only blanks are filled: what is written down there is theirs. One that has converted is left as
    it is.
    again: they came to us once more, so that the lead owes a follow-up from now.
    """
    access = who.access
    note_turn(work, access, "turn-added", lead.id)
    value_before = value_of(lead)
    known = reaches_of(work.session, lead)
    added: list[Reach] = []
    if lead.converted_at is None:
        _fill(lead, draft, who)
        added = add_reaches(work, lead, draft, known)
    kind = ActivityKind.CAPTURE if again else ActivityKind.NOTE
    log_activity(work, access, lead, kind, happened_at=written_at, text=text)
    planned = move_step(work, who, lead, draft, text)
    work.session.flush()
    reaches = [*known, *added]
    index_lead(work, lead, reaches)
    was = value_before if value_before != value_of(lead) else None
    return Captured(lead, True, reaches, planned, added=added, value_before=was)


def _fill(lead: Lead, draft: DraftLead, who: Who) -> None:
    for name in TEXT_FIELDS:
        if getattr(lead, name) is None and getattr(draft, name) is not None:
            setattr(lead, name, getattr(draft, name))
    if may_edit(who.access, lead.holder_id):
        take_over(lead, draft, who)
    elif lead.value_minor is None:
        set_value(lead, draft.value, who)


def take_over(lead: Lead, draft: DraftLead, who: Who) -> None:
    """What a message says anew of a lead that is the member's to edit."""
    set_value(lead, draft.value, who)
    lead.hot = lead.hot or draft.hot
    if _is_fuller(draft.name or "", lead.name or "") and "name" not in lead.hand_set.split(","):
        lead.name = draft.name


def _is_fuller(name: str, known: str) -> bool:
    """ "Anna de Vries" for "Anna"."""
    return names_agree(name, known) and len(name_key(name).split()) > len(name_key(known).split()) > 0
