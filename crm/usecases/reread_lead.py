"""An edited message: what it became follows the new words; what was corrected since, by hand or by others, stays."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from crm.capture.draft import DraftLead
from crm.models import Activity, Fair, Lead, Turn
from crm.rules.local_time import local_day
from crm.rules.visibility import may_edit
from crm.store.fairs import fair_of_source
from crm.store.filled import Filled, filled_by
from crm.store.leads import find_lead, reaches_of
from crm.store.members import Who
from crm.store.turns import activities_made, note_turn
from crm.store.work import Work
from crm.usecases.draft_to_lead import add_reaches, note_of
from crm.usecases.owing import plan_cadence
from crm.usecases.reindex import reindex
from crm.usecases.reread_step import follow_step

_SEVERAL_COLUMNS = {"value": ("value_minor", "currency"), "source": ("source", "fair_id")}
_CAPTURED, _ADDED = "turn-captured", "turn-added"
_TURN = "turn-edited"


def captured_by(work: Work, who: Who, turn_id: int) -> tuple[Lead, Activity] | None:
    """The lead and the entry that a message of this member's became.

    None where it was no capture, or was undone, or the lead is gone or out of sight.
    """
    turn = work.session.get(Turn, (who.workspace.id, turn_id))
    if turn is None or turn.member_id != who.member.id or turn.undone_by is not None:
        return None
    lead = (
        find_lead(work.session, who.access, turn.about_id or 0) if turn.what in (_CAPTURED, _ADDED) else None
    )
    if lead is None:
        return None
    query = select(Activity).where(
        Activity.workspace_id == lead.workspace_id,
        Activity.id.in_(activities_made(lead.workspace_id, turn_id)),
        Activity.deleted_at.is_(None),
    )
    activity = work.session.scalars(query).first()
    return (lead, activity) if activity is not None else None


def reread_lead(
    work: Work,
    who: Who,
    lead: Lead,
    activity: Activity,
    turn_id: int,
    *,
    before: DraftLead,
    after: DraftLead,
    text: str,
    fair: Fair | None,
) -> None:
    """before, after: the old and the new words, read in the same surroundings. turn_id: of the message, when it came.
    fair: the event that ran then.

    A field follows the words while it holds what the old ones said, or nothing, and was not set by hand; what they say
    no more gives back what was there before the message. Words without any name take none away. On a colleague's lead,
    and on one that has converted, only the entry and the member's own next step follow.
    """
    note_turn(work, who.access, _TURN, lead.id)
    if may_edit(who.access, lead.holder_id) and lead.converted_at is None:
        by_hand = set(lead.hand_set.split(","))
        filled = filled_by(work.session, activity, turn_id)
        _follow_fields(work, who, lead, turn_id, filled, by_hand, before, after, fair)
        _follow_reaches(work, lead, turn_id, before, after, by_hand)
    follow_step(work, who, lead, activity, turn_id, before, after, text=text)
    activity.text = text
    work.session.flush()
    reindex(work, lead)


def _follow_fields(
    work: Work,
    who: Who,
    lead: Lead,
    turn_id: int,
    filled: Filled,
    by_hand: set[str],
    before: DraftLead,
    after: DraftLead,
    fair: Fair | None,
) -> None:
    is_new = _was_made_by(work, lead, turn_id)
    if not (after.name or after.organisation):
        by_hand = by_hand | {"name", "organisation"}
    day = local_day(work.session.get_one(Turn, (lead.workspace_id, turn_id)).at, who.zone)
    running = fair if is_new else None
    old, new = (_fields_of(work, who, lead, draft, running, day, is_new) for draft in (before, after))
    for name in old:
        held = _held(lead, name)
        given = {column: filled[lead.id, column] for column in _columns(name) if (lead.id, column) in filled}
        is_mine = not any(held) or ((is_new or bool(given)) and held == old[name])
        if not is_mine or name in by_hand or old[name] == new[name] or (name == "note" and not is_new):
            continue
        if any(new[name]) or is_new:
            given = dict(zip(_columns(name), new[name], strict=True))
        for column, value in given.items():
            setattr(lead, column, value)
    plan_cadence(work, lead)


def _was_made_by(work: Work, lead: Lead, turn_id: int) -> bool:
    turn = work.session.get_one(Turn, (lead.workspace_id, turn_id))
    return turn.what == _CAPTURED


def _columns(name: str) -> tuple[str, ...]:
    """Of a field, by its name in Lead.hand_set."""
    return _SEVERAL_COLUMNS.get(name, (name,))


def _fields_of(
    work: Work, who: Who, lead: Lead, draft: DraftLead, running: Fair | None, day: date, is_new: bool
) -> Mapping[str, tuple[Any, ...]]:
    """What the lead's columns would hold, by field."""
    held = None if is_new else lead.currency
    value = draft.value.or_in(held or who.currency) if draft.value else None
    fair = fair_of_source(work.session, who.access, draft.source, running, day)
    names = ("name", "title", "organisation", "website", "hot", "supplier")
    return {name: (getattr(draft, name),) for name in names} | {
        "note": (note_of(draft),),
        "value": (value.minor, value.currency) if value else (None, None),
        "source": (fair.name, fair.id) if fair else (draft.source, None),
    }


def _held(lead: Lead, name: str) -> tuple[Any, ...]:
    return tuple(getattr(lead, column) for column in _columns(name))


def _follow_reaches(
    work: Work, lead: Lead, turn_id: int, before: DraftLead, after: DraftLead, by_hand: set[str]
) -> None:
    """Addresses that left the message leave the lead, if it did not have them before; new ones join it."""
    old, new = _values_of(before), _values_of(after)
    known = reaches_of(work.session, lead)
    for reach in known:
        if reach.value in old - new and reach.id > turn_id and reach.kind.value not in by_hand:
            reach.deleted_at = work.now
    joining = DraftLead(
        emails=() if "email" in by_hand else tuple(e for e in after.emails if e.casefold() not in old),
        phones=() if "phone" in by_hand else tuple(p for p in after.phones if p.e164 not in old),
    )
    add_reaches(work, lead, joining, known)


def _values_of(draft: DraftLead) -> set[str]:
    return {*(email.casefold() for email in draft.emails), *(phone.e164 for phone in draft.phones)}
