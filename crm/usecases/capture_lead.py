"""One message becomes a lead, or goes to the lead that it is about. Everything typed is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from crm.capture.draft import ActivityKind, DraftLead
from crm.models import Fair, Lead, Reach, ReachKind, Status
from crm.money import Money, currency_of
from crm.rules.folding import fold
from crm.store.leads import leads_by_id, reaches_of
from crm.store.members import Who
from crm.store.search.find import find_similar
from crm.store.search.index import index_lead, index_new_lead
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.add_follow_up import Planned, add_follow_up
from crm.usecases.log_activity import log_activity
from crm.usecases.owing import plan_cadence

_TEXT_FIELDS = ("name", "title", "organisation", "website", "source")


@dataclass(frozen=True, slots=True)
class Captured:
    """lead: new or known. known: it was there already. reaches: all ways to reach it.

    planned: the next step that the message asked for.
    """

    lead: Lead
    known: bool
    reaches: list[Reach]
    planned: Planned | None

    @property
    def moved_from(self) -> date | None:
        """The day that was asked for, where the next step rings on another one."""
        return self.planned.moved_from if self.planned else None


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

    always_new: the member said that it is another person of that name.
    """
    access = who.access
    if not always_new:
        known = leads_by_id(work.session, access, find_similar(work.session, access, draft))
        if known:
            return add_to_lead(work, who, known[0], draft, text=text, written_at=written_at, again=True)
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
        **{name: getattr(draft, name) for name in _TEXT_FIELDS},
    )
    _set_value(lead, draft.value, who)
    _set_source(lead, fair)
    note_turn(work, access, "turn-captured", lead.id)
    work.session.add(lead)
    reaches = add_reaches(work, lead, draft, ())
    log_activity(work, access, lead, ActivityKind.CAPTURE, happened_at=written_at, text=text, plans=False)
    planned = _plan(work, who, lead, draft, text)
    if planned is None:
        plan_cadence(work, lead, has_own=False)
    index_new_lead(work, lead, reaches)
    return Captured(lead, False, reaches, planned)


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
    """Joins a message to a lead: blanks filled, never overwritten, except value and next step, which it says anew.

    again: they came to us once more, so that the lead owes a follow-up from now.
    """
    access = who.access
    note_turn(work, access, "turn-added", lead.id)
    for name in _TEXT_FIELDS:
        if getattr(lead, name) is None and getattr(draft, name) is not None:
            setattr(lead, name, getattr(draft, name))
    if draft.value:
        _set_value(lead, draft.value, who)
    if draft.hot:
        lead.hot = True
    known = reaches_of(work.session, lead)
    added = add_reaches(work, lead, draft, known)
    kind = ActivityKind.CAPTURE if again else ActivityKind.NOTE
    log_activity(work, access, lead, kind, happened_at=written_at, text=text)
    planned = _plan(work, who, lead, draft, text)
    work.session.flush()
    reaches = [*known, *added]
    index_lead(work, lead, reaches)
    return Captured(lead, True, reaches, planned)


def add_reaches(work: Work, lead: Lead, draft: DraftLead, known: Sequence[Reach]) -> list[Reach]:
    """New ways to reach a lead; those it has already are left alone."""
    there = {reach.value for reach in known}
    made = [
        _reach(work, lead, ReachKind.EMAIL, email.casefold(), email)
        for email in draft.emails
        if email.casefold() not in there
    ]
    for phone in draft.phones:
        if phone.e164 not in there:
            reach = _reach(work, lead, ReachKind.PHONE, phone.e164, phone.written)
            reach.country, reach.guesses = phone.country, " ".join(phone.others)
            made.append(reach)
    work.session.add_all(made)
    return made


def _reach(work: Work, lead: Lead, kind: ReachKind, value: str, written: str) -> Reach:
    return Reach(
        workspace_id=lead.workspace_id,
        id=work.ids(),
        lead_id=lead.id,
        kind=kind,
        value=value[:320],
        written=written[:320],
        guesses="",
    )


def _plan(work: Work, who: Who, lead: Lead, draft: DraftLead, text: str) -> Planned | None:
    if draft.due is None:
        return None
    return add_follow_up(work, who.access, lead, who, draft.due, action=draft.next_action or "", reason=text)


def note_of(draft: DraftLead) -> str:
    """What is to be done but has no day stands in the note: only a follow-up with a day can remind."""
    if draft.next_action and draft.due is None:
        return "\n".join(part for part in (draft.note, draft.next_action) if part)
    return draft.note


def _set_value(lead: Lead, value: Money | None, who: Who) -> None:
    if value is not None:
        lead.value_minor, lead.currency = value.minor, value.currency or currency_of(who.country)


def _set_source(lead: Lead, fair: Fair | None) -> None:
    """The running event is the source, unless the message names another one."""
    if fair is not None and (lead.source is None or fold(lead.source) == fair.key):
        lead.fair_id, lead.source = fair.id, fair.name
