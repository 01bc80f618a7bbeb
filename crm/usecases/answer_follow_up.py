"""What a member says to a reminder or in the agenda: spoke, no answer, mailed, later, stop."""

from datetime import datetime
from enum import StrEnum

from crm.access import Access
from crm.capture.draft import ActivityKind, Direction, Due, Outcome
from crm.errors import Refused
from crm.models import FollowUp, FollowUpState, Lead
from crm.rules.local_time import local_day
from crm.store.blocks import Subject
from crm.store.follow_ups import own_open_follow_up, was_stopped
from crm.store.leads import open_follow_ups
from crm.store.members import Who, who_is
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.add_follow_up import Planned, add_follow_up, ring_of
from crm.usecases.log_activity import log_activity
from crm.usecases.log_in_words import Logged
from crm.usecases.owing import plan_cadence
from crm.usecases.settle_follow_ups import settle_due


class Answer(StrEnum):
    SPOKE = "spoke"
    NO_ANSWER = "no-answer"
    MAILED = "mailed"
    STOP = "stop"


def answer_follow_up(
    work: Work,
    who: Who,
    subject: Subject,
    follow_up: FollowUp | None,
    answer: Answer,
    *,
    happened_at: datetime,
    rev: int = 0,
) -> Logged | None:
    """What was logged, and what else of the same member was due on the subject and is done with it.

    follow_up: None for a lead that is owed one and has none planned. happened_at: aware.

    rev: of the follow-up (of the lead, where there is none) as the member saw it, 0 where it does not matter. Nothing
    happens, and None is returned, where the follow-up is settled already or the rev is another: the second of two taps.
    NO_ANSWER leaves the follow-up open, for the next working day. STOP logs nothing and returns None too; the
    cadence then leaves the lead alone until they come to us again.
    """
    if is_answered(subject, follow_up, rev):
        return None
    access = who.access
    if answer is Answer.STOP:
        note_turn(work, access, "turn-stopped", subject.id)
        _stop(work, access, subject, follow_up, who)
        return None
    if follow_up is not None:
        if answer is Answer.NO_ANSWER:
            _again_tomorrow(work, follow_up, who)
        else:
            follow_up.state, follow_up.done_at = FollowUpState.DONE, work.now
    kind = ActivityKind.EMAIL if answer is Answer.MAILED else ActivityKind.CALL
    outcomes = {Answer.SPOKE: Outcome.SPOKE, Answer.NO_ANSWER: Outcome.NO_ANSWER}
    activity = log_activity(
        work,
        access,
        subject,
        kind,
        happened_at=happened_at,
        direction=Direction.OUT,
        outcome=outcomes.get(answer),
    )
    whose = follow_up.member_id if follow_up is not None else None
    return Logged(activity, settle_due(work, access, subject, activity, whose=whose))


def is_answered(subject: Subject, follow_up: FollowUp | None, rev: int) -> bool:
    """Whether it was answered or put off since the member saw it."""
    if follow_up is None:
        return bool(rev) and subject.rev != rev
    return follow_up.state is not FollowUpState.OPEN or (bool(rev) and follow_up.rev != rev)


def put_off(
    work: Work, who: Who, subject: Subject, follow_up: FollowUp | None, due: Due, *, action: str = ""
) -> Planned:
    """Another time for the same follow-up, at which it rings again; for a lead without one, a follow-up of its own.

    action: what is to be done, of one that is made.

    Raises Refused("passed") for one that is done or stopped.
    """
    access = who.access
    if follow_up is None:
        follow_up = own_open_follow_up(work.session, access, subject)
    if follow_up is None:
        return add_follow_up(work, access, subject, who, due, action=action, reason=due.written)
    if follow_up.state is not FollowUpState.OPEN:
        raise Refused("passed")
    planned = _set_time(work, follow_up, _whose(work, follow_up, who), due)
    note_turn(work, access, "turn-put-off", subject.id)
    return planned


def need_no_next_step(work: Work, who: Who, subject: Subject) -> bool:
    """Nothing more is to be done, until they come to us or we reach them again. It holds for the holder.

    False, and nothing happens, where it was said already or something is planned.
    """
    since = subject.owed_since or subject.reached_at if isinstance(subject, Lead) else None
    work.session.flush()
    if open_follow_ups(work.session, subject) or (since and was_stopped(work.session, subject, since)):
        return False
    note_turn(work, who.access, "turn-no-next-step", subject.id)
    holder = who_is(work.session, subject.workspace_id, subject.holder_id) or who
    _stop(work, who.access, subject, None, holder)
    return True


def _stop(work: Work, access: Access, subject: Subject, follow_up: FollowUp | None, who: Who) -> None:
    """Where nothing was planned, a follow-up that is stopped at once keeps the cadence from bringing the lead up."""
    if follow_up is None:
        today = Due(local_day(work.now, who.zone), None, "")
        follow_up = add_follow_up(work, access, subject, who, today, action="", reason="").follow_up
    follow_up.state, follow_up.done_at = FollowUpState.STOPPED, work.now
    if isinstance(subject, Lead):
        plan_cadence(work, subject)


def _again_tomorrow(work: Work, follow_up: FollowUp, who: Who) -> None:
    whose = _whose(work, follow_up, who)
    day = whose.calendar.next_working_day(local_day(work.now, whose.zone))
    _set_time(work, follow_up, whose, Due(day, follow_up.clock, ""))


def _set_time(work: Work, follow_up: FollowUp, whose: Who, due: Due) -> Planned:
    ring = ring_of(due, whose, work)
    clock = due.clock
    if not ring.in_digest and clock is None:
        clock = ring.instant.astimezone(whose.zone).time().replace(second=0, microsecond=0)
    follow_up.day, follow_up.clock, follow_up.zone = ring.day, clock, str(whose.zone)
    follow_up.due_at, follow_up.rung_at = ring.instant, None
    return Planned(follow_up, ring.moved_from)


def _whose(work: Work, follow_up: FollowUp, who: Who) -> Who:
    """The member that it reminds: its time is by their clock, whoever answers."""
    if follow_up.member_id == who.member.id:
        return who
    return who_is(work.session, follow_up.workspace_id, follow_up.member_id) or who
