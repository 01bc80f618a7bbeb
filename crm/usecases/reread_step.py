"""The next step that an edited message had asked for follows its new words."""

from sqlalchemy import select

from crm.capture.draft import DraftLead, LogDraft
from crm.models import Activity, FollowUp, FollowUpState, Lead
from crm.store.blocks import Subject
from crm.store.filled import filled_by
from crm.store.members import Who
from crm.store.recorder import CREATED, from_json
from crm.store.subjects import on_subject
from crm.store.work import Work
from crm.usecases.add_follow_up import add_follow_up
from crm.usecases.answer_follow_up import put_off
from crm.usecases.owing import plan_cadence

Words = DraftLead | LogDraft


def follow_step(
    work: Work,
    who: Who,
    subject: Subject,
    activity: Activity,
    turn_id: int,
    before: Words,
    after: Words,
    *,
    text: str,
) -> None:
    """activity: the entry that the message became, still in its old words. turn_id: of the message, when it came.

    The open follow-up follows; one that was put off since moves only with a new day. Where the words name no day any
    more it goes, or goes back to when it was before the message moved it.
    """
    step = _step_from(work, who, subject, activity.text)
    if step is None:
        if after.due is not None and before.due is None:
            add_follow_up(
                work, who.access, subject, who, after.due, action=after.next_action or "", reason=text
            )
    elif after.due is None:
        _give_back(work, step, activity, turn_id)
        if isinstance(subject, Lead):
            plan_cadence(work, subject)
    else:
        if before.due is None or (before.due.day, before.due.clock) != (after.due.day, after.due.clock):
            put_off(work, who, subject, step, after.due)
        if before.next_action != after.next_action:
            step.action = (after.next_action or "")[:500]
        step.reason = text


def _give_back(work: Work, step: FollowUp, activity: Activity, turn_id: int) -> None:
    held = {
        field: old
        for (row_id, field), old in filled_by(work.session, activity, turn_id).items()
        if row_id == step.id
    }
    if CREATED in held:
        step.deleted_at = work.now
        return
    for field, old in held.items():
        setattr(step, field, from_json(step, field, old))
    step.rung_at = None


def _step_from(work: Work, who: Who, subject: Subject, words: str) -> FollowUp | None:
    query = select(FollowUp).where(
        on_subject(FollowUp, subject),
        FollowUp.member_id == who.member.id,
        FollowUp.reason == words,
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.deleted_at.is_(None),
    )
    return work.session.scalars(query.order_by(FollowUp.id).limit(1)).first()
