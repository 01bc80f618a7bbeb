"""A correction of one field by a reply: "not Friday, Monday", a bare e-mail address, an amount."""

from dataclasses import dataclass, replace
from datetime import date, time
from typing import TypeGuard

from crm.access import Access
from crm.capture.draft import Correction, Due, Phone
from crm.models import Account, Contact, Lead, Opportunity, ReachKind
from crm.money import Money
from crm.rules.folding import words
from crm.store.blocks import Subject, block_of
from crm.store.follow_ups import own_open_follow_ups
from crm.store.members import Who
from crm.store.value_of import value_of
from crm.store.work import Work
from crm.usecases.answer_follow_up import put_off
from crm.usecases.edit_contact import set_contact_hot
from crm.usecases.edit_field import FIELDS, edit_field
from crm.usecases.edit_lead import set_hot
from crm.usecases.set_reach import held_number, only_reach

_DENIABLE = ("organisation", "name", "title", "source", "website")
Shown = str | bool | Money | tuple[date, time | None] | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """field: as in FIELDS, or "due", "hot". old: None where there was nothing. A next step is (day, wall time or None)."""

    field: str
    old: Shown
    new: Shown


def correct(work: Work, who: Who, subject: Subject, said: Correction) -> Corrected | None:
    """A bare day is the next step, whose hour stays; on an opportunity it is when it closes. "not friday, monday" is of
    the step that is on Friday.

    None, and nothing changed, where the row has no such field, or holds nothing of what was denied. Raises as `edit_field`.
    """
    if said.due is not None:
        return _due(work, who, subject, said, said.due)
    if said.field == "hot":
        return _hot(work, who.access, subject, bool(said.text))
    typed = said.phone is None and said.value is None
    if typed and said.denied and said.field != "email" and not _holds(subject, said.denied):
        return None
    field, text = _meant(subject, said) if typed else (said.field, "")
    if field not in FIELDS[block_of(subject)]:
        return None
    old = _held(work, subject, field)
    if said.denied_value is not None and not _is_amount(said.denied_value, old, who):
        return None
    new: Shown
    if said.value is not None:
        value = said.value.or_in(getattr(subject, "currency", None) or who.currency)
        edit_field(work, who.access, subject, field, value)
        new = value
    elif said.phone is not None:
        edit_field(work, who.access, subject, field, said.phone)
        new = _number(work, subject, said.phone)
    else:
        edit_field(work, who.access, subject, field, text)
        new = text if field == "email" else getattr(subject, field)
    return Corrected(field, old, new)


def _due(work: Work, who: Who, subject: Subject, said: Correction, due: Due) -> Corrected | None:
    steps = own_open_follow_ups(work.session, who.access, subject)
    meant = next((step for step in steps if _is_then(said, step.day, step.clock)), None)
    if meant is None and _closes(subject, said, due):
        was = None if subject.close_guessed else (subject.close_day, None)
        edit_field(work, who.access, subject, "close_day", due.day)
        return Corrected("close_day", was, (due.day, None))
    if meant is None and said.denied_due is not None and (steps or isinstance(subject, Opportunity)):
        return None
    step = meant or next(iter(steps), None)
    before = (step.day, step.clock) if step is not None else None
    clock = due.clock or (step.clock if step is not None else None)
    planned = put_off(work, who, subject, step, replace(due, clock=clock)).follow_up
    return Corrected("due", before, (planned.day, planned.clock))


def _closes(subject: Subject, said: Correction, due: Due) -> TypeGuard[Opportunity]:
    """Whether a day without an hour is when an opportunity closes."""
    if not isinstance(subject, Opportunity) or subject.closed_at is not None or due.clock is not None:
        return False
    return said.denied is None or (subject.close_day is not None and _is_then(said, subject.close_day, None))


def _is_then(said: Correction, day: date, clock: time | None) -> bool:
    """Whether that is the moment that was denied; a day of the week is any of that name."""
    denied = said.denied_due
    if denied is None or denied.clock not in (None, clock):
        return False
    named = not any(char.isdigit() for char in denied.written)
    return day == denied.day or (named and day.weekday() == denied.day.weekday())


def _is_amount(denied: Money, held: Shown, who: Who) -> bool:
    return isinstance(held, Money) and denied.or_in(held.currency or who.currency) == held


def _hot(work: Work, access: Access, subject: Subject, hot: bool) -> Corrected | None:
    was = subject.hot
    match subject:
        case Lead():
            set_hot(work, access, subject, hot)
        case Contact():
            set_contact_hot(work, access, subject, hot)
        case _:
            return None
    return Corrected("hot", was, hot)


def _held(work: Work, subject: Subject, field: str) -> Shown:
    """What is replaced; None for nothing."""
    if field in ("phone", "email") and not isinstance(subject, Opportunity):
        return only_reach(work, subject, ReachKind(field))
    if field == "value":
        return value_of(subject) if isinstance(subject, Lead | Opportunity) else None
    held: str | None = getattr(subject, field)
    return held


def _number(work: Work, subject: Subject, phone: Phone) -> str:
    return phone.e164 if isinstance(subject, Opportunity) else held_number(work, subject, phone)


def _holds(subject: Subject, denied: str) -> bool:
    """ "She does not want a call" denies nothing that stands there."""
    held = {word for field in _DENIABLE for word in words(getattr(subject, field, None) or "")}
    return not held.isdisjoint(words(denied))


def _meant(subject: Subject, said: Correction) -> tuple[str, str]:
    """ "not Philips, Signify" corrects the field that holds what was denied; of a name, the part that was."""
    text, denied = said.text or "", words(said.denied or "")
    for field in (said.field, *_DENIABLE):
        held = (getattr(subject, field, None) or "").split()
        there = [words(word) for word in held]
        if denied and sum(there, ()) == denied:
            return field, text
        if field == "name" and len(denied) == 1 and denied in there and " " not in text:
            return field, " ".join(
                text if word == denied else old for word, old in zip(there, held, strict=True)
            )
    if isinstance(subject, Account) and said.field == "organisation":
        return "name", text
    return said.field, text
