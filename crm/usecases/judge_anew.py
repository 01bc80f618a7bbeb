"""What follows from an entry that turned out to be something else: what it settled, the status it brought, what is owed."""

from sqlalchemy import select

from crm.access import Access
from crm.models import Activity, Change, FollowUp, FollowUpState, Lead, Status, Turn
from crm.rules.owing import Effect, effect
from crm.store.blocks import Subject
from crm.store.work import Work
from crm.usecases.owing import plan_cadence, recompute
from crm.usecases.settle_follow_ups import settle_due


def judge_anew(
    work: Work, access: Access, subject: Subject, turn: Turn, entry: Activity, *, settles: bool = True
) -> tuple[FollowUp, ...]:
    """entry: as it is now. turn: which logged it. Returns what is done by it after all; settles: whether it may."""
    settled: tuple[FollowUp, ...] = ()
    if effect(entry.kind, entry.direction, entry.outcome) is Effect.REACHED:
        settled = settle_due(work, access, subject, entry) if settles else ()
        if isinstance(subject, Lead) and subject.status is Status.NEW:
            subject.status = Status.CONTACTED
    else:
        _open_again(work, subject, turn)
    if isinstance(subject, Lead):
        recompute(work, subject)
        plan_cadence(work, subject)
    return settled


def _open_again(work: Work, subject: Subject, turn: Turn) -> None:
    """What the entry had settled, and the status that it had brought."""
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
