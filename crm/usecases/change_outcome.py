"""What a logged call really was. It belongs to the turn that logged the call, so that turn's Undo takes back both."""

from sqlalchemy import select

from crm.capture.draft import ActivityKind, Outcome
from crm.errors import NotYours
from crm.models import Activity, Change, FollowUp, FollowUpState, Lead, Status, Turn
from crm.rules.owing import Effect, effect
from crm.store.blocks import Subject, subject_of
from crm.store.members import Who
from crm.store.recorder import CREATED
from crm.store.turns import get_turn
from crm.store.work import Work
from crm.usecases.log_in_words import Logged
from crm.usecases.owing import plan_cadence, recompute
from crm.usecases.settle_follow_ups import settle_due


def change_outcome(work: Work, who: Who, turn_id: int, outcome: Outcome) -> tuple[Subject, Logged] | None:
    """turn_id: the turn that logged the call, the member's own. None where it was undone, or is so already.

    What the call had settled is open again, or settled after all, as the outcome has it. Raises NotYours.
    """
    turn = get_turn(work, who.access, turn_id)
    call = _call_of(work, who, turn)
    subject = subject_of(work.session, who.access, call)
    if turn.undone_by is not None or call.outcome is outcome:
        return None
    work.session.flush()
    now_said, work.turn_id = work.turn_id, turn.id
    try:
        return subject, _change(work, who, subject, turn, call, outcome)
    finally:
        work.turn_id = now_said


def _change(work: Work, who: Who, subject: Subject, turn: Turn, call: Activity, outcome: Outcome) -> Logged:
    call.outcome = outcome
    settled: tuple[FollowUp, ...] = ()
    if effect(call.kind, call.direction, outcome) is Effect.REACHED:
        settled = settle_due(work, who.access, subject, call)
        if isinstance(subject, Lead) and subject.status is Status.NEW:
            subject.status = Status.CONTACTED
    else:
        _open_again(work, subject, turn)
    if isinstance(subject, Lead):
        recompute(work, subject)
        plan_cadence(work, subject)
    work.session.flush()
    return Logged(call, settled)


def _open_again(work: Work, subject: Subject, turn: Turn) -> None:
    """What the call had settled, and the status that it had brought."""
    rows = work.session.execute(
        select(Change.entity_id, Change.field).where(
            Change.workspace_id == turn.workspace_id,
            Change.turn_id == turn.id,
            Change.field.in_(("state", "status")),
        )
    )
    changed = {(row.entity_id, row.field) for row in rows}
    if isinstance(subject, Lead) and (subject.id, "status") in changed:
        subject.status = Status.NEW if subject.status is Status.CONTACTED else subject.status
    for follow_up_id in sorted(row_id for row_id, field in changed if field == "state"):
        follow_up = work.session.get(FollowUp, (turn.workspace_id, follow_up_id))
        if follow_up is not None and follow_up.state is FollowUpState.DONE:
            follow_up.state, follow_up.done_at = FollowUpState.OPEN, None


def _call_of(work: Work, who: Who, turn: Turn) -> Activity:
    made = select(Change.entity_id).where(
        Change.workspace_id == turn.workspace_id,
        Change.turn_id == turn.id,
        Change.entity == Activity.__tablename__,
        Change.field == CREATED,
    )
    call = select(Activity).where(
        Activity.workspace_id == turn.workspace_id,
        Activity.id.in_(made),
        Activity.member_id == who.member.id,
        Activity.kind == ActivityKind.CALL,
    )
    found = work.session.scalars(call.limit(1)).first()
    if found is None:
        raise NotYours
    return found
