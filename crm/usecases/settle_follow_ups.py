"""What was planned and is done: by a contact that reached them, or because the member says so."""

from sqlalchemy import select

from crm.access import Access
from crm.models import Activity, FollowUp, FollowUpState, Lead
from crm.rules.fulfils import fulfils
from crm.rules.owing import Effect, effect
from crm.store.blocks import Subject
from crm.store.subjects import on_subject
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.owing import plan_cadence


def settle_due(
    work: Work, access: Access, subject: Subject, activity: Activity, *, whose: int | None = None
) -> tuple[FollowUp, ...]:
    """A member's own follow-ups that were due and that this contact evidently did: they are done with it.

    whose: the id of the member whom they remind, None for the asking one.
    """
    if effect(activity.kind, activity.direction, activity.outcome) is not Effect.REACHED:
        return ()
    work.session.flush()
    due = select(FollowUp).where(
        on_subject(FollowUp, subject),
        FollowUp.member_id == (whose or access.member_id),
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.deleted_at.is_(None),
        FollowUp.due_at <= work.now,
    )
    found = work.session.scalars(due.order_by(FollowUp.due_at, FollowUp.id))
    done = tuple(follow_up for follow_up in found if fulfils(follow_up.action, activity.kind))
    for follow_up in done:
        _done(work, follow_up)
    return done


def close_follow_up(work: Work, access: Access, subject: Subject, follow_up: FollowUp) -> None:
    """The member says that it is done. Nothing is logged: the contact that did it stands on the timeline already."""
    note_turn(work, access, "turn-closed", subject.id)
    _done(work, follow_up)
    if isinstance(subject, Lead):
        plan_cadence(work, subject)


def _done(work: Work, follow_up: FollowUp) -> None:
    follow_up.state, follow_up.done_at = FollowUpState.DONE, work.now
