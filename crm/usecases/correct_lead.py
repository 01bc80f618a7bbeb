"""A correction of one field by a reply: "not Friday, Monday", a bare e-mail address, an amount."""

from dataclasses import dataclass
from datetime import date, time

from crm.capture.draft import Correction
from crm.models import Lead, ReachKind
from crm.money import Money, currency_of
from crm.rules.folding import words
from crm.store.follow_ups import own_open_follow_up
from crm.store.members import Who
from crm.store.work import Work
from crm.usecases.answer_follow_up import put_off
from crm.usecases.edit_lead import edit_lead, set_email, set_hot, set_phone
from crm.usecases.set_reach import only_reach

_DENIABLE = ("organisation", "name", "title", "source", "website")
Shown = str | bool | Money | tuple[date, time | None] | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """field: as Correction.field, or "hot". old: None where there was nothing. A next step is (day, wall time or None)."""

    field: str
    old: Shown
    new: Shown


def correct_lead(work: Work, who: Who, lead: Lead, said: Correction) -> Corrected:
    """Raises Refused("not-yours-to-edit") for a colleague's lead."""
    access = who.access
    if said.due is not None:
        step = own_open_follow_up(work.session, access, lead)
        before = (step.day, step.clock) if step is not None else None
        planned = put_off(work, who, lead, step, said.due).follow_up
        return Corrected("due", before, (planned.day, planned.clock))
    if said.phone is not None:
        old = only_reach(work, lead, ReachKind.PHONE)
        set_phone(work, access, lead, said.phone)
        return Corrected("phone", old, said.phone.e164)
    if said.value is not None:
        was = Money(lead.value_minor, lead.currency) if lead.value_minor is not None else None
        value = Money(said.value.minor, said.value.currency or lead.currency or currency_of(who.country))
        edit_lead(work, access, lead, value=value)
        return Corrected("value", was, value)
    text = said.text or ""
    if said.field == "email":
        old = only_reach(work, lead, ReachKind.EMAIL)
        set_email(work, access, lead, text)
        return Corrected("email", old, text)
    if said.field == "hot":
        was_hot = lead.hot
        set_hot(work, access, lead, bool(text))
        return Corrected("hot", was_hot, lead.hot)
    field, text = _meant(lead, said)
    before_text: str | None = getattr(lead, field)
    edit_lead(work, access, lead, rev=0, **{field: text})
    return Corrected(field, before_text, getattr(lead, field))


def _meant(lead: Lead, said: Correction) -> tuple[str, str]:
    """ "not Philips, Signify" corrects the field that holds what was denied; of a name, the part that was."""
    text, denied = said.text or "", words(said.denied or "")
    for field in (said.field, *_DENIABLE):
        held = (getattr(lead, field) or "").split()
        there = [words(word) for word in held]
        if denied and sum(there, ()) == denied:
            return field, text
        if field == "name" and len(denied) == 1 and denied in there and " " not in text:
            return field, " ".join(
                text if word == denied else old for word, old in zip(there, held, strict=True)
            )
    return said.field, text
