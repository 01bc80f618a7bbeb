"""The next step of a row of any block: the When button, and /remind with words of one's own."""

from dataclasses import dataclass, replace
from datetime import date

from bot.answers import parse_when
from bot.callback import Tap, encode
from bot.cards.logged import day_buttons
from bot.cards.subject import subject_card
from bot.chat import Button, Reply, t
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.questions import start
from bot.room import Replies, Room
from crm.capture.draft import Due
from crm.capture.read import read_due, read_lead
from crm.store.blocks import Subject
from crm.store.conversion import find_current, get_current
from crm.store.follow_ups import own_open_follow_up
from crm.usecases.add_follow_up import Planned, add_follow_up
from crm.usecases.answer_follow_up import need_no_next_step, put_off


@dataclass(frozen=True, slots=True)
class WhenDraft:
    """subject: its id as text. action: for a follow-up of its own; None moves the open one."""

    subject: str
    action: str | None = None
    when: str | None = None


def _finish(ctx: Context, draft: WhenDraft) -> Replies:
    subject = get_current(ctx.work.session, ctx.access, int(draft.subject))
    due = read_due(draft.when or "", ctx.surroundings)
    assert due is not None  # parse_when has read it
    if draft.action is None:
        planned = put_off(ctx.work, ctx.who, subject, None, due)
    else:
        planned = add_follow_up(
            ctx.work, ctx.access, subject, ctx.who, due, action=draft.action, reason=ctx.said
        )
    return [_card(ctx, subject, planned)]


OWN = Conversation(
    name="when",
    version=1,
    draft=WhenDraft,
    asks=(Ask("when", "ask-when", parse_when, optional=False),),
    finish=_finish,
    takes_any_text=True,
)


def _on_when(ctx: Context, tap: Tap) -> Replies:
    """Without an argument the choices; a day moves the open next step or plans one."""
    subject = get_current(ctx.work.session, ctx.access, tap.id)
    here = ctx.incoming.message_id
    if tap.arg == "other":
        return start(ctx, OWN, WhenDraft(str(subject.id)))
    if tap.arg == "none":
        if need_no_next_step(ctx.work, ctx.who, subject):
            return [subject_card(ctx, subject, lead_in=t("next-none"), turn_id=ctx.work.turn_id, edits=here)]
        ctx.toast = t("passed")
        return [subject_card(ctx, subject, edits=here)]
    try:
        day = date.fromisoformat(tap.arg)
    except ValueError:
        back = Button(t("button-back"), encode("card", subject.id))
        return [subject_card(ctx, subject, buttons=(day_buttons(ctx, subject), (back,)), edits=here)]
    step = own_open_follow_up(ctx.work.session, ctx.access, subject)
    if step is not None and step.day == day:
        ctx.toast = t("passed")
        return [subject_card(ctx, subject, edits=here)]
    clock = step.clock if step is not None else None
    planned = put_off(ctx.work, ctx.who, subject, step, Due(day, clock, ""))
    return [replace(_card(ctx, subject, planned), edits=here)]


def _on_remind(ctx: Context) -> Replies:
    """/remind next Tuesday 10:00 call about the quote: on what was shown last."""
    subject = find_current(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
    if subject is None:
        return [Reply((t("remind-about-whom"),))]
    draft = read_lead(ctx.said, ctx.surroundings)
    due = draft.due or read_due(ctx.said, ctx.surroundings)
    if due is None:
        return start(ctx, OWN, WhenDraft(str(subject.id), action=ctx.said))
    action = " ".join(ctx.said.replace(due.written, " ", 1).split())
    planned = add_follow_up(ctx.work, ctx.access, subject, ctx.who, due, action=action, reason=ctx.said)
    return [_card(ctx, subject, planned)]


def _card(ctx: Context, subject: Subject, planned: Planned) -> Reply:
    return subject_card(ctx, subject, turn_id=ctx.work.turn_id, moved_from=planned.moved_from)


ROOM = Room(commands={"remind": _on_remind}, taps={"when": _on_when}, conversations=(OWN,))
