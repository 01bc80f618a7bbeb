"""A reminder answered in place: spoke, no answer, mailed, later, stop; then the next step is offered."""

from dataclasses import dataclass
from datetime import date

from bot.answers import parse_when, said_to_do
from bot.callback import Tap
from bot.cards.answered import (
    NEXT,
    about_answer,
    answered_card,
    later_card,
    later_of,
    put_off_card,
    what_was_due,
)
from bot.cards.buttons import undo_button
from bot.cards.reminder import ANSWER, LATER
from bot.chat import Day, Reply, t
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.questions import start
from bot.room import Replies, Room
from bot.sent_question import ask_if_sent
from crm.capture.draft import Due
from crm.capture.read import read_due
from crm.models import FollowUp, FollowUpState
from crm.rules.local_time import to_wall
from crm.store.blocks import Subject
from crm.store.follow_ups import get_follow_up, own_open_follow_up
from crm.store.subjects import tries_of
from crm.usecases.add_follow_up import Planned, add_follow_up
from crm.usecases.answer_follow_up import (
    Answer,
    answer_follow_up,
    is_answered,
    need_no_next_step,
    put_off,
)


@dataclass(frozen=True, slots=True)
class TimeDraft:
    """follow_up: its id as text. is_next: the next step is asked for, not another time for this one."""

    follow_up: str
    is_next: bool
    when: str | None = None


def _finish_time(ctx: Context, draft: TimeDraft) -> Replies:
    follow_up, subject = get_follow_up(ctx.work.session, ctx.access, int(draft.follow_up))
    due = read_due(draft.when or "", ctx.surroundings)
    assert due is not None  # parse_when has read it
    if draft.is_next:
        said = said_to_do(ctx, draft.when or "")
        return [put_off_card(ctx, subject, _plan_next(ctx, follow_up, subject, due, said), edits=None)]
    planned = put_off(ctx.work, ctx.who, subject, follow_up, due)
    return [put_off_card(ctx, subject, planned, edits=None)]


OWN_TIME = Conversation(
    name="follow-up-time",
    version=1,
    draft=TimeDraft,
    asks=(Ask("when", "ask-when", parse_when, optional=False),),
    finish=_finish_time,
)


def _on_answer(ctx: Context, tap: Tap) -> Replies:
    follow_up, subject = get_follow_up(ctx.work.session, ctx.access, tap.id)
    if tap.arg not in list(Answer) or is_answered(subject, follow_up, tap.rev):
        return _passed(ctx, follow_up, subject)
    said = Answer(tap.arg)
    done = answer_follow_up(
        ctx.work, ctx.who, subject, follow_up, said, happened_at=ctx.work.now, rev=tap.rev
    )
    ctx.work.session.flush()
    clock = f"{to_wall(ctx.work.now, ctx.zone):%H:%M}"
    match said:
        case Answer.STOP:
            return [answered_card(ctx, follow_up, subject, t("answered-stop", clock=clock))]
        case Answer.NO_ANSWER:
            again = Day(follow_up.day, follow_up.clock)
            line = t(
                "answered-no-answer", clock=clock, tries=tries_of(ctx.work.session, subject), again=again
            )
            return [answered_card(ctx, follow_up, subject, line)]
        case _:
            line = t(f"answered-{said.value}", clock=clock)
            settled = done.settled if done is not None else ()
            card = answered_card(ctx, follow_up, subject, line, settled=settled)
            return [card, *ask_if_sent(ctx, follow_up)]


def _on_later(ctx: Context, tap: Tap) -> Replies:
    """Without an argument the choices; they are worked out anew at the tap, an hour being an hour from now."""
    follow_up, subject = get_follow_up(ctx.work.session, ctx.access, tap.id)
    if is_answered(subject, follow_up, tap.rev):
        return _passed(ctx, follow_up, subject)
    if tap.arg == "own":
        return start(ctx, OWN_TIME, TimeDraft(str(follow_up.id), is_next=False))
    choices = {choice.which.value: choice for choice in later_of(ctx, follow_up)}
    choice = choices.get(tap.arg)
    if choice is None:
        return [later_card(ctx, follow_up, subject)]
    planned = put_off(ctx.work, ctx.who, subject, follow_up, Due(choice.ring.day, choice.clock, ""))
    return [put_off_card(ctx, subject, planned, edits=ctx.incoming.message_id)]


def _on_next(ctx: Context, tap: Tap) -> Replies:
    """[Fri 13 Mar], [In a week], [Other], [None needed] after an answer."""
    follow_up, subject = get_follow_up(ctx.work.session, ctx.access, tap.id)
    if follow_up.state is FollowUpState.OPEN or own_open_follow_up(ctx.work.session, ctx.access, subject):
        return _passed(ctx, follow_up, subject)
    if tap.arg == "other":
        return start(ctx, OWN_TIME, TimeDraft(str(follow_up.id), is_next=True))
    if tap.arg == "none":
        return _none_needed(ctx, follow_up, subject)
    try:
        due = Due(date.fromisoformat(tap.arg), None, "")
    except ValueError:
        return _passed(ctx, follow_up, subject)
    planned = _plan_next(ctx, follow_up, subject, due)
    return [put_off_card(ctx, subject, planned, edits=ctx.incoming.message_id)]


def _none_needed(ctx: Context, follow_up: FollowUp, subject: Subject) -> Replies:
    if not need_no_next_step(ctx.work, ctx.who, subject):
        return _passed(ctx, follow_up, subject)
    undo = undo_button(ctx.work.turn_id)
    lines = (what_was_due(ctx, follow_up, subject), t("next-none"))
    about = about_answer(ctx, follow_up, subject)
    return [Reply(lines, ((undo,),), about=about, edits=ctx.incoming.message_id)]


def _plan_next(ctx: Context, follow_up: FollowUp, subject: Subject, due: Due, said: str = "") -> Planned:
    """said: what is to be done; the same as before where nothing was said of it."""
    action = said or follow_up.action
    return add_follow_up(ctx.work, ctx.access, subject, ctx.who, due, action=action, reason=due.written)


def _passed(ctx: Context, follow_up: FollowUp, subject: Subject) -> Replies:
    """An old button: how it stands now, in the same message."""
    ctx.toast = t("passed")
    if follow_up.state is FollowUpState.OPEN:
        return [
            answered_card(ctx, follow_up, subject, t("put-off-to", when=Day(follow_up.day, follow_up.clock)))
        ]
    settled = follow_up.done_at or ctx.work.now
    key = "answered-done" if follow_up.state is FollowUpState.DONE else "answered-stop"
    return [answered_card(ctx, follow_up, subject, t(key, clock=f"{to_wall(settled, ctx.zone):%H:%M}"))]


ROOM = Room(
    taps={ANSWER: _on_answer, LATER: _on_later, NEXT: _on_next},
    conversations=(OWN_TIME,),
)
