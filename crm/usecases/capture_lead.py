"""One message becomes a lead, or goes to the lead that it is about. Everything typed is kept."""

from datetime import datetime

from crm.access import Access
from crm.capture.draft import ActivityKind, DraftLead
from crm.models import Fair, Lead, Status
from crm.rules.local_time import local_day
from crm.store.conversion import account_of_organisation, domain_among
from crm.store.fairs import fair_of_source
from crm.store.leads import leads_by_id
from crm.store.members import Who
from crm.store.search.alike import find_similar
from crm.store.search.index import index_new_lead
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.add_to_lead import add_to_lead
from crm.usecases.draft_to_lead import (
    TEXT_FIELDS,
    Captured,
    add_reaches,
    note_of,
    plan_step,
    set_source,
    set_value,
)
from crm.usecases.log_activity import log_activity
from crm.usecases.open_at_first_contact import open_at_first_contact
from crm.usecases.owing import plan_cadence
from crm.usecases.undo_turn import undo_turn


def capture_lead(
    work: Work,
    who: Who,
    draft: DraftLead,
    *,
    text: str,
    written_at: datetime,
    fair: Fair | None,
    always_new: bool = False,
) -> Captured:
    """Stores the draft. Somebody who is there already gets the message as a note, blanks filled, and is owed anew.
    A new lead of an organisation that is an account already is linked to it.

    fair: the event that ran when it was written, the source unless the message names another one.
    always_new: the member said that it is another person of that name.
    """
    access = who.access
    alike: list[Lead] = []
    if not always_new:
        alike = leads_by_id(work.session, access, find_similar(work.session, access, draft))
        known = _the_one(alike, access)
        if known is not None:
            return add_to_lead(work, who, known, draft, text=text, written_at=written_at, again=True)
    domain = domain_among(draft.emails, draft.website)
    account = account_of_organisation(work.session, access, draft.organisation, domain)
    lead = Lead(
        workspace_id=access.workspace_id,
        id=work.ids(),
        holder_id=access.member_id,
        created_at=work.now,
        hot=draft.hot,
        supplier=draft.supplier,
        note=note_of(draft),
        status=Status.NEW,
        tries=0,
        cadence_step=0,
        hand_set="",
        account_id=account.id if account is not None else None,
        **{name: getattr(draft, name) for name in TEXT_FIELDS},
    )
    set_value(lead, draft.value, who)
    day = local_day(written_at, who.zone)
    set_source(lead, draft.source, fair_of_source(work.session, access, draft.source, fair, day))
    note_turn(work, access, "turn-captured", lead.id)
    work.session.add(lead)
    reaches = add_reaches(work, lead, draft, ())
    log_activity(work, access, lead, ActivityKind.CAPTURE, happened_at=written_at, text=text, plans=False)
    planned = plan_step(work, who, lead, draft, text)
    if planned is None:
        plan_cadence(work, lead, has_own=False)
    index_new_lead(work, lead, reaches)
    open_at_first_contact(work, who, lead)
    return Captured(lead, False, reaches, planned, alike=alike, account=account)


def as_own_lead(
    work: Work,
    who: Who,
    turn_id: int,
    draft: DraftLead,
    *,
    text: str,
    written_at: datetime,
    fair: Fair | None,
) -> Captured:
    """What a turn added to somebody known goes back, and the message becomes a lead of its own.

    Raises as undo_turn. The turn that did this can be undone itself: the message then stands where it was.
    """
    undo_turn(work, who.access, turn_id)
    return capture_lead(work, who, draft, text=text, written_at=written_at, fair=fair, always_new=True)


def as_known_lead(
    work: Work, who: Who, turn_id: int, lead: Lead, draft: DraftLead, *, text: str, written_at: datetime
) -> Captured:
    """The way back of `as_own_lead`: the lead that a turn made goes, and its message to one that was there."""
    undo_turn(work, who.access, turn_id)
    return add_to_lead(work, who, lead, draft, text=text, written_at=written_at, again=True)


def _the_one(alike: list[Lead], access: Access) -> Lead | None:
    """The only one, or the only one that the member holds."""
    if len(alike) == 1:
        return alike[0]
    own = [lead for lead in alike if lead.holder_id == access.member_id]
    return own[0] if len(own) == 1 else None
