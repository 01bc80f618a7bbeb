"""An edited message: what it became follows the new words; what was corrected since, by hand or by others, stays."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from crm.capture.draft import DraftLead
from crm.models import Activity, Change, FollowUp, FollowUpState, Lead, Turn
from crm.money import Money, currency_of
from crm.rules.visibility import may_edit
from crm.store.leads import find_lead, reaches_of
from crm.store.members import Who
from crm.store.recorder import CREATED
from crm.store.search.index import index_lead
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.add_follow_up import add_follow_up
from crm.usecases.answer_follow_up import put_off
from crm.usecases.draft_to_lead import add_reaches, note_of
from crm.usecases.owing import plan_cadence

_CAPTURED, _ADDED = "turn-captured", "turn-added"
_TURN = "turn-edited"


def captured_by(work: Work, who: Who, turn_id: int) -> tuple[Lead, Activity] | None:
    """The lead and the entry that a message of this member's became.

    None where it was no capture, or was undone, or the lead is gone or no longer theirs to edit.
    """
    turn = work.session.get(Turn, (who.workspace.id, turn_id))
    if turn is None or turn.member_id != who.member.id or turn.undone_by is not None:
        return None
    lead = (
        find_lead(work.session, who.access, turn.about_id or 0) if turn.what in (_CAPTURED, _ADDED) else None
    )
    if lead is None or not may_edit(who.access, lead.holder_id):
        return None
    made = select(Change.entity_id).where(
        Change.workspace_id == lead.workspace_id,
        Change.turn_id == turn_id,
        Change.entity == Activity.__tablename__,
        Change.field == CREATED,
    )
    query = select(Activity).where(
        Activity.workspace_id == lead.workspace_id, Activity.id.in_(made), Activity.deleted_at.is_(None)
    )
    activity = work.session.scalars(query).first()
    return (lead, activity) if activity is not None else None


def reword(work: Work, who: Who, activity: Activity, text: str) -> Lead | None:
    """A note or a log gets the new words. None, and nothing changed, where it is gone, not this member's, or a mail."""
    lead = find_lead(work.session, who.access, activity.lead_id)
    if lead is None or activity.deleted_at is not None or activity.member_id != who.member.id:
        return None
    if activity.text == text or activity.mail_id is not None:
        return None
    activity.text = text
    note_turn(work, who.access, _TURN, lead.id)
    return lead


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
) -> None:
    """before, after: the old and the new words, read in the same surroundings. turn_id: of the message, when it came.

    A field follows the words while it holds what the old ones said, or nothing, and was not set by hand.
    Words without any name take none away.
    """
    note_turn(work, who.access, _TURN, lead.id)
    is_new = _was_made_by(work, lead, turn_id)
    by_hand = set(lead.hand_set.split(","))
    if not (after.name or after.organisation):
        by_hand |= {"name", "organisation"}
    old, new = _fields_of(before, lead, who), _fields_of(after, lead, who)
    for name in old:
        is_blank = not _held(lead, name)
        mine = is_blank or (is_new and _held(lead, name) == old[name])
        if mine and name not in by_hand and old[name] != new[name] and (is_new or name != "note"):
            _hold(lead, name, new[name])
    _follow_reaches(work, lead, turn_id, before, after, by_hand)
    _follow_next_step(work, who, lead, turn_id, before, after, was=activity.text, text=text)
    activity.text = text
    work.session.flush()
    index_lead(work, lead, reaches_of(work.session, lead))


def _was_made_by(work: Work, lead: Lead, turn_id: int) -> bool:
    turn = work.session.get_one(Turn, (lead.workspace_id, turn_id))
    return turn.what == _CAPTURED


def _fields_of(draft: DraftLead, lead: Lead, who: Who) -> Mapping[str, Any]:
    """By the names of Lead.hand_set, as the lead would hold them."""
    value = draft.value
    if value is not None and value.currency is None:
        value = Money(value.minor, currency_of(who.country))
    names = ("name", "title", "organisation", "website", "source", "hot", "supplier")
    return {name: getattr(draft, name) for name in names} | {"value": value, "note": note_of(draft)}


def _held(lead: Lead, name: str) -> Any:
    if name == "value":
        return Money(lead.value_minor, lead.currency) if lead.value_minor is not None else None
    return getattr(lead, name)


def _hold(lead: Lead, name: str, value: Any) -> None:
    if name == "value":
        lead.value_minor, lead.currency = (value.minor, value.currency) if value else (None, None)
    else:
        setattr(lead, name, value)


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


def _follow_next_step(
    work: Work,
    who: Who,
    lead: Lead,
    turn_id: int,
    before: DraftLead,
    after: DraftLead,
    *,
    was: str,
    text: str,
) -> None:
    """The open follow-up that came from the message; one that was put off since moves only with a new day."""
    step = _step_from(work, who, lead, turn_id, was)
    if step is None:
        if after.due is not None and before.due is None:
            add_follow_up(work, who.access, lead, who, after.due, action=after.next_action or "", reason=text)
        return
    if after.due is None:
        step.deleted_at = work.now
        plan_cadence(work, lead)
        return
    if before.due is None or (before.due.day, before.due.clock) != (after.due.day, after.due.clock):
        put_off(work, who, lead, step, after.due)
    if before.next_action != after.next_action:
        step.action = (after.next_action or "")[:500]
    step.reason = text


def _step_from(work: Work, who: Who, lead: Lead, turn_id: int, words: str) -> FollowUp | None:
    query = select(FollowUp).where(
        FollowUp.workspace_id == lead.workspace_id,
        FollowUp.lead_id == lead.id,
        FollowUp.created_by == who.member.id,
        FollowUp.id > turn_id,
        FollowUp.reason == words,
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.deleted_at.is_(None),
    )
    return work.session.scalars(query.order_by(FollowUp.id).limit(1)).first()
