"""What was logged on a subject, and the next step: offered, never required."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.callback import encode
from bot.cards.about import about_rows
from bot.cards.buttons import undo_button
from bot.cards.lead import next_step
from bot.cards.said import said_of
from bot.cards.titles import title_of
from bot.chat import About, Bold, Button, Day, Incoming, Joined, Reply, Value, t
from bot.context import Context
from crm.capture.draft import ActivityKind, LogDraft, Outcome
from crm.capture.read import read_lead
from crm.models import Activity, FollowUp
from crm.rules.outcome import leaves_outcome_open
from crm.rules.owing import Effect, effect
from crm.store.blocks import Subject
from crm.store.chats import link_incoming, links_of
from crm.store.leads import open_follow_ups
from crm.usecases.log_in_words import Logged, log_in_words

CLOSE, OUTCOME, WHEN_SAID = "fu-close", "log-was", "when-said"
OUTCOMES = (Outcome.SPOKE, Outcome.NO_ANSWER, Outcome.VOICEMAIL)
"""What a call in words may have been. A wrong number is said, or logged by the Log button."""

_IN_A_WEEK = timedelta(days=7)
_FRIDAY = 4


def words_card(ctx: Context, subject: Subject, log: LogDraft, *, edits: int | None = None) -> Reply:
    """Logs the words on the subject, and says so. Where they leave open how a call ended, that is one tap."""
    done = log_in_words(ctx.work, ctx.who, subject, log, written_at=ctx.incoming.written_at)
    ctx.work.session.flush()
    link_message(ctx, done.activity)
    outcomes = OUTCOMES[1:] if leaves_outcome_open(log) else ()
    return contact_card(ctx, subject, done, outcomes=outcomes, edits=edits)


def contact_card(
    ctx: Context,
    subject: Subject,
    done: Logged,
    *,
    outcomes: Sequence[Outcome] = (),
    turn_id: int | None = None,
    edits: int | None = None,
) -> Reply:
    """A contact that was logged: what is done with it, and what it may have done as well, by one tap.

    outcomes: what else the call may have been, each one tap in place. turn_id: as for `logged_card`.
    """
    activity = done.activity
    was = [
        Button(t(f"button-{outcome.value}"), encode(OUTCOME, turn_id or ctx.work.turn_id, arg=outcome.value))
        for outcome in outcomes
    ]
    reached = effect(activity.kind, activity.direction, activity.outcome) is Effect.REACHED
    closes = _closable(ctx, subject, done) if reached else None
    rows = (tuple(was), (closes,) if closes is not None else ())
    said = said_of(activity)
    return logged_card(
        ctx, subject, said, entry=activity, settled=done.settled, more=rows, turn_id=turn_id, edits=edits
    )


def logged_card(
    ctx: Context,
    subject: Subject,
    said: Value,
    *,
    entry: Activity | None = None,
    settled: Sequence[FollowUp] = (),
    more: tuple[tuple[Button, ...], ...] = (),
    turn_id: int | None = None,
    edits: int | None = None,
) -> Reply:
    """said: what was done. entry: that which was logged: which deal it is about is asked, and when what a note says
    is to be done. settled: what is done with it. more: rows of buttons above the usual ones.

    turn_id: the turn that Undo undoes, None for this one. edits: the message to change, None for a new one.
    """
    ctx.work.session.flush()
    ctx.shows(subject)
    steps = open_follow_ups(ctx.work.session, subject)
    turn_id = turn_id or ctx.work.turn_id
    undo = undo_button(turn_id)
    note = Button(t("button-note"), encode("note", subject.id))
    if steps:
        rows: tuple[tuple[Button, ...], ...] = (
            (note, Button(t("button-when"), encode("when", subject.id)), undo),
        )
        planned_now = (step for step in steps if step.created_at == ctx.work.now)
        last: Value = t("lead-next", step=next_step(next(planned_now, steps[0])))
    else:
        none = Button(t("button-none-needed"), encode("when", subject.id, arg="none"))
        *days, other = day_buttons(ctx, subject)
        rows, last = (tuple(days), (other, none), (note, undo)), t("next-step-ask")
    done = Joined(tuple(next_step(step) for step in settled))
    return Reply(
        (
            Bold(title_of(ctx.work.session, subject)),
            said,
            t("step-done", step=done) if settled else None,
            last,
        ),
        (*(_entry_rows(ctx, entry) if entry is not None else ()), *more, *rows),
        about=(About(subject.__tablename__, subject.id, turn_id),),
        edits=edits,
    )


def _entry_rows(ctx: Context, entry: Activity) -> tuple[tuple[Button, ...], ...]:
    return (*about_rows(ctx, entry), *_said_row(ctx, entry))


def _said_row(ctx: Context, entry: Activity) -> tuple[tuple[Button, ...], ...]:
    """A note that says what to do and when plans nothing by itself: one tap does."""
    said = read_lead(entry.text, ctx.surroundings) if entry.kind is ActivityKind.NOTE else None
    if said is None or said.due is None or said.next_action is None:
        return ()
    label = t("button-when-said", day=Day(said.due.day, said.due.clock))
    return ((Button(label, encode(WHEN_SAID, entry.id, arg=said.due.day.isoformat())),),)


def _closable(ctx: Context, subject: Subject, done: Logged) -> Button | None:
    """The member's next step that this contact may have done: nobody but the member knows."""
    planned = done.planned.follow_up if done.planned else None
    own = (step for step in open_follow_ups(ctx.work.session, subject) if step.member_id == ctx.member.id)
    step = next((step for step in own if step is not planned), None)
    if step is None:
        return None
    return Button(t("button-close", step=next_step(step)), encode(CLOSE, step.id, step.rev))


def day_buttons(ctx: Context, subject: Subject) -> tuple[Button, ...]:
    """Days for the next step, and a time of one's own."""
    days = [
        Button(label, encode("when", subject.id, arg=day.isoformat()))
        for day, label in next_days(ctx).items()
    ]
    return (*days, Button(t("button-other-day"), encode("when", subject.id, arg="other")))


def next_days(ctx: Context) -> dict[date, Value]:
    """Days that are offered for a next step, by the member's calendar, and what their buttons say."""
    tomorrow = ctx.calendar.first_working_day_from(ctx.today + timedelta(days=1))
    friday = ctx.today + timedelta(days=(_FRIDAY - ctx.today.weekday()) % 7)
    week = ctx.calendar.first_working_day_from(ctx.today + _IN_A_WEEK)
    labels: dict[date, Value] = {tomorrow: _tomorrow_label(ctx, tomorrow)}
    if tomorrow < friday < week and ctx.calendar.is_working_day(friday):
        labels[friday] = Day(friday)
    labels.setdefault(week, t("button-in-a-week"))
    return labels


def link_message(ctx: Context, row: Activity | FollowUp | Subject) -> None:
    """The member's own message became this entry or follow-up, or corrected this row: replies to it and edits of it find it."""
    incoming = ctx.incoming
    if incoming.message_id is not None:
        link_incoming(
            ctx.work.session,
            incoming.bot_id,
            incoming.chat_id,
            incoming.message_id,
            row.workspace_id,
            row.__tablename__,
            row.id,
            ctx.work.turn_id,
        )


def has_become_something(ctx: Context, message: Incoming) -> bool:
    """Whether a choice was made for this earlier message of the member: a second tap then changes nothing."""
    return bool(
        links_of(ctx.work.session, message.bot_id, message.chat_id, message.message_id or 0, ctx.workspace.id)
    )


def still_open(ctx: Context, entry_id: int) -> Incoming | None:
    """An earlier message of the member of which nothing was made yet. None: there is none, and the tap is told that."""
    message = ctx.recall(entry_id)
    if message is None or has_become_something(ctx, message):
        ctx.toast = t("passed")
        return None
    return message


def _tomorrow_label(ctx: Context, day: date) -> Value:
    return t("button-tomorrow") if day == ctx.today + timedelta(days=1) else Day(day)
