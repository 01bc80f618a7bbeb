"""A message that goes on about a contact, an account or a deal: what it says is taken over, and it stands in the timeline."""

from dataclasses import dataclass
from datetime import date, datetime

from crm.capture.draft import ActivityKind, DraftLead
from crm.models import Account, Activity, Contact, Opportunity
from crm.rules.visibility import may_edit
from crm.store.blocks import find_subject
from crm.store.leads import reaches_of
from crm.store.members import Who
from crm.store.opportunities import contacts_of, only_open
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.add_follow_up import Planned
from crm.usecases.draft_to_lead import add_reaches, move_step
from crm.usecases.edit_opportunity import edit_opportunity
from crm.usecases.log_activity import log_activity
from crm.usecases.reindex import reindex

Formal = Contact | Account | Opportunity


@dataclass(frozen=True, slots=True)
class Added:
    """subject: that it went to (`meant`). note: the message, as it stands there. planned: the next step that it asked for."""

    subject: Formal
    note: Activity
    planned: Planned | None

    @property
    def moved_from(self) -> date | None:
        """The day that was asked for, where the next step rings on another one."""
        return self.planned.moved_from if self.planned else None


def add_to_subject(
    work: Work, who: Who, subject: Formal, draft: DraftLead, *, text: str, written_at: datetime
) -> Added:
    """Ways to reach somebody are added and replace none; an amount and a next step are those said last. A bare day after a
    deal is when it closes, as in a reply. On what is a colleague's the words are a note, and a step of the member's own.
    """
    access = who.access
    subject = meant(work, who, subject, draft)
    note_turn(work, access, "turn-added", subject.id)
    edits = may_edit(access, subject.holder_id)
    if edits:
        _take_over(work, who, subject, draft)
    note = log_activity(work, access, subject, ActivityKind.NOTE, happened_at=written_at, text=text)
    closes = edits and _says_when_it_closes(subject, draft)
    planned = None if closes else move_step(work, who, subject, draft, text)
    work.session.flush()
    return Added(subject, note, planned)


def meant(work: Work, who: Who, subject: Formal, draft: DraftLead) -> Formal:
    """An amount is that of the only open deal; an address or a number that of the deal's only person, else of its account."""
    session, access = work.session, who.access
    if isinstance(subject, Opportunity):
        if not (draft.emails or draft.phones) or draft.value is not None:
            return subject
        people = contacts_of(session, subject)
        one = people[0][0].id if len(people) == 1 else subject.account_id
        found = find_subject(session, access, one or 0)
        return found if isinstance(found, Contact | Account) else subject
    deal = only_open(session, access, subject) if draft.value is not None else None
    return deal if deal is not None else subject


def _take_over(work: Work, who: Who, subject: Formal, draft: DraftLead) -> None:
    if isinstance(subject, Opportunity):
        if draft.value is not None:
            value = draft.value.or_in(subject.currency or who.currency)
            edit_opportunity(work, who.access, subject, value=value)
        if draft.due is not None and _says_when_it_closes(subject, draft):
            edit_opportunity(work, who.access, subject, close_day=draft.due.day)
        return
    add_reaches(work, subject, draft, reaches_of(work.session, subject))
    if isinstance(subject, Contact):
        subject.hot = subject.hot or draft.hot
    elif subject.website is None:
        subject.website = draft.website
    reindex(work, subject)


def _says_when_it_closes(subject: Formal, draft: DraftLead) -> bool:
    due = draft.due
    is_open = isinstance(subject, Opportunity) and subject.closed_at is None
    return is_open and due is not None and due.clock is None and not (draft.next_action or draft.note.strip())
