"""How what was understood of a message goes onto a lead, and what came of one.

Its value, its source, its addresses, its next step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from crm.capture.draft import DraftLead
from crm.capture.phone_readings import number_among
from crm.models import Account, Fair, FollowUp, Lead, Reach, ReachKind
from crm.money import Money
from crm.rules.folding import words
from crm.store.blocks import Subject, block_of
from crm.store.follow_ups import own_open_follow_up
from crm.store.members import Who
from crm.store.work import Work
from crm.usecases.add_follow_up import Planned, add_follow_up
from crm.usecases.answer_follow_up import put_off
from crm.usecases.set_reach import Reachable

TEXT_FIELDS = ("name", "title", "organisation", "website", "source")


@dataclass(frozen=True, slots=True)
class Captured:
    """lead: new or known. known: it was there already. reaches: all ways to reach it. added: the new ones of them.

    planned: the next step that the message asked for. value_before: the value that the message replaced.
    alike: leads that are there already and are as likely the one that a new one was made for.
    account: that the organisation of a new lead is already, as far as the member may see it.
    """

    lead: Lead
    known: bool
    reaches: list[Reach]
    planned: Planned | None
    added: Sequence[Reach] = ()
    value_before: Money | None = None
    alike: Sequence[Lead] = ()
    account: Account | None = None

    @property
    def moved_from(self) -> date | None:
        """The day that was asked for, where the next step rings on another one."""
        return self.planned.moved_from if self.planned else None


def add_reaches(work: Work, row: Reachable, draft: DraftLead, known: Sequence[Reach]) -> list[Reach]:
    """New ways to reach it; those it has already are left alone, also where their country was guessed otherwise."""
    there = {reach.value for reach in known}
    numbers = [reach.value for reach in known if reach.kind is ReachKind.PHONE]
    made = [
        _reach(work, row, ReachKind.EMAIL, email.casefold(), email)
        for email in draft.emails
        if email.casefold() not in there
    ]
    for phone in draft.phones:
        if number_among(phone, numbers) not in there:
            reach = _reach(work, row, ReachKind.PHONE, phone.e164, phone.written)
            reach.country, reach.guesses = phone.country, " ".join(phone.others)
            made.append(reach)
    work.session.add_all(made)
    return made


def _reach(work: Work, row: Reachable, kind: ReachKind, value: str, written: str) -> Reach:
    return Reach(
        workspace_id=row.workspace_id,
        id=work.ids(),
        kind=kind,
        value=value[:320],
        written=written[:320],
        guesses="",
        **{f"{block_of(row).value}_id": row.id},
    )


def plan_step(work: Work, who: Who, subject: Subject, draft: DraftLead, text: str) -> Planned | None:
    """A follow-up of the member's own; None where the words name no day."""
    if draft.due is None:
        return None
    return add_follow_up(
        work, who.access, subject, who, draft.due, action=draft.next_action or "", reason=text
    )


def move_step(work: Work, who: Who, subject: Subject, draft: DraftLead, text: str) -> Planned | None:
    """As `plan_step`, on what is there already: the open one for the same thing moves instead."""
    step = own_open_follow_up(work.session, who.access, subject)
    if draft.due is None or step is None or not _is_same_action(step, draft.next_action or ""):
        return plan_step(work, who, subject, draft, text)
    planned = put_off(work, who, subject, step, draft.due)
    step.action, step.reason = (draft.next_action or step.action)[:500], text
    return planned


def _is_same_action(step: FollowUp, action: str) -> bool:
    """ "call her" and "call about the quote"; one that does not say what is to be done is any."""
    one, other = words(step.action), words(action)
    return not one or not other or one[0] == other[0]


def note_of(draft: DraftLead) -> str:
    """What is to be done but has no day stands in the note: only a follow-up with a day can remind."""
    if draft.next_action and draft.due is None:
        return "\n".join(part for part in (draft.note, draft.next_action) if part)
    return draft.note


def set_value(lead: Lead, value: Money | None, who: Who) -> None:
    """An amount without a currency is in that of the lead, else in that of the company."""
    if value is not None:
        said = value.or_in(lead.currency or who.currency)
        lead.value_minor, lead.currency = said.minor, said.currency


def set_source(lead: Lead, source: str | None, fair: Fair | None) -> None:
    """fair: the event that the source means, whose own name it then gets."""
    lead.source = fair.name if fair is not None else source and source[:300]
    lead.fair_id = fair.id if fair is not None else None
