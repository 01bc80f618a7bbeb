"""A reminder after it was answered: what was said, and the next tap, in the same message."""

from collections.abc import Sequence
from datetime import timedelta

from bot.callback import encode
from bot.cards.buttons import in_rows, undo_button
from bot.cards.lead import next_step
from bot.cards.reminder import LATER, answer_buttons, what_line
from bot.chat import About, Bold, Button, Day, Joined, Reply, Value, t
from bot.context import Context
from crm.models import FollowUp, FollowUpState
from crm.rules.later import LaterChoice, later_choices
from crm.store.accounts import organisations_of
from crm.store.blocks import Subject
from crm.store.follow_ups import own_open_follow_up
from crm.store.members import Who, who_is
from crm.usecases.add_follow_up import Planned

NEXT = "fu-next"
_IN_A_WEEK = timedelta(days=7)
_WORKING_DAYS = 3


def answered_card(
    ctx: Context, follow_up: FollowUp, subject: Subject, said: Value, *, settled: Sequence[FollowUp] = ()
) -> Reply:
    """The message as it is after an answer: what was said, what else is done with it, and the next tap."""
    lines: list[Value] = [what_was_due(ctx, follow_up, subject), said]
    if settled:
        lines.append(t("step-done", step=Joined(tuple(next_step(step) for step in settled))))
    undo = (undo_button(ctx.work.turn_id),) if ctx.work.turn else ()
    rows: tuple[tuple[Button, ...], ...] = (undo,)
    if follow_up.state is FollowUpState.OPEN:
        answers, rest = answer_buttons(follow_up)
        rows = answers, (*rest, *undo)
    elif (planned := own_open_follow_up(ctx.work.session, ctx.access, subject)) is not None:
        lines.append(t("put-off-to", when=Day(planned.day, planned.clock)))
    elif follow_up.state is FollowUpState.DONE:
        lines.append(t("next-step-ask"))
        rows = _offers(ctx, follow_up), (*_more_offers(follow_up), *undo)
    return Reply(
        tuple(lines), rows, about=about_answer(ctx, follow_up, subject), edits=ctx.incoming.message_id
    )


def put_off_card(ctx: Context, subject: Subject, planned: Planned, *, edits: int | None) -> Reply:
    follow_up = planned.follow_up
    ctx.work.session.flush()
    when: Value = Day(follow_up.day, follow_up.clock)
    if planned.moved_from is not None:
        when = t("lead-next-moved", asked=Day(planned.moved_from), real=when)
    undo = undo_button(ctx.work.turn_id)
    return Reply(
        (what_was_due(ctx, follow_up, subject), t("put-off-to", when=when)),
        ((undo,),),
        about=about_answer(ctx, follow_up, subject),
        edits=edits,
    )


def later_card(ctx: Context, follow_up: FollowUp, subject: Subject) -> Reply:
    buttons = [
        Button(
            t(f"button-later-{choice.which.value}", when=_short(choice)),
            encode(LATER, follow_up.id, follow_up.rev, choice.which.value),
        )
        for choice in later_of(ctx, follow_up)
    ]
    buttons.append(Button(t("button-own-time"), encode(LATER, follow_up.id, follow_up.rev, "own")))
    rows = in_rows(buttons)
    return Reply(
        (what_was_due(ctx, follow_up, subject), t("later-ask")),
        rows,
        about=about_answer(ctx, follow_up, subject),
        edits=ctx.incoming.message_id,
    )


def what_was_due(ctx: Context, follow_up: FollowUp, subject: Subject) -> Value:
    organisation = organisations_of(ctx.work.session, [subject]).get(subject.id)
    return Bold(what_line(follow_up, subject, organisation))


def later_of(ctx: Context, follow_up: FollowUp) -> tuple[LaterChoice, ...]:
    whose = _whose(ctx, follow_up)
    return later_choices(ctx.work.now, follow_up.clock, whose.digest_at, whose.calendar)


def _short(choice: LaterChoice) -> Value:
    """ "14:00" today, "Wed 11 Mar" on another day."""
    if choice.which.value in ("hour", "afternoon"):
        return f"{choice.clock:%H:%M}"
    return Day(choice.ring.day)


def _offers(ctx: Context, follow_up: FollowUp) -> tuple[Button, ...]:
    calendar = ctx.calendar
    soon = calendar.add_working_days(ctx.today, _WORKING_DAYS)
    week = calendar.first_working_day_from(ctx.today + _IN_A_WEEK)
    return (
        Button(Day(soon), encode(NEXT, follow_up.id, arg=soon.isoformat())),
        Button(t("button-in-a-week"), encode(NEXT, follow_up.id, arg=week.isoformat())),
    )


def _more_offers(follow_up: FollowUp) -> tuple[Button, ...]:
    return (
        Button(t("button-other-day"), encode(NEXT, follow_up.id, arg="other")),
        Button(t("button-none-needed"), encode(NEXT, follow_up.id, arg="none")),
    )


def about_answer(ctx: Context, follow_up: FollowUp, subject: Subject) -> tuple[About, ...]:
    turn_id = ctx.work.turn_id if ctx.work.turn else None
    return About(subject.__tablename__, subject.id, turn_id), About("follow_up", follow_up.id)


def _whose(ctx: Context, follow_up: FollowUp) -> Who:
    """The member that it reminds: a manager may answer for them, by their clock."""
    return who_is(ctx.work.session, follow_up.workspace_id, follow_up.member_id) or ctx.who
