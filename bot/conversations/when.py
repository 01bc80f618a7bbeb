"""The next step of a row of any block: the When button, and /remind with words of one's own, about whomever letters choose."""

from dataclasses import dataclass, replace
from datetime import date

from bot.answers import parse_when, said_to_do
from bot.callback import Tap, encode, id_in
from bot.cards.logged import WHEN_SAID, day_buttons, link_message, still_open
from bot.cards.subject import subject_card
from bot.chat import Button, Reply, t
from bot.commanded import commanded
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.questions import start
from bot.room import Replies, Room
from bot.whom import whom
from bot.whom_question import WhomDraft, whom_question
from crm.capture.draft import Due, Surroundings
from crm.capture.read import read_due, read_lead
from crm.ids import to_base36
from crm.store.blocks import Subject
from crm.store.conversion import get_current
from crm.store.follow_ups import own_open_follow_up, own_open_follow_ups
from crm.store.timeline import get_entry
from crm.usecases.add_follow_up import Planned, add_follow_up
from crm.usecases.answer_follow_up import need_no_next_step, put_off

_ABOUT, _WHOM = "remind", "remind-whom"


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
        action = said_to_do(ctx, draft.when or "")
        planned = put_off(ctx.work, ctx.who, subject, None, due, action=action)
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
    day = _day_of(tap.arg)
    if day is None:
        back = Button(t("button-back"), encode("card", subject.id))
        return [subject_card(ctx, subject, buttons=(day_buttons(ctx, subject), (back,)), edits=here)]
    step = own_open_follow_up(ctx.work.session, ctx.access, subject)
    if step is not None and step.day == day:
        ctx.toast = t("passed")
        return [subject_card(ctx, subject, edits=here)]
    clock = step.clock if step is not None else None
    planned = put_off(ctx.work, ctx.who, subject, step, Due(day, clock, ""))
    return [replace(_card(ctx, subject, planned), edits=here)]


def _day_of(arg: str) -> date | None:
    try:
        return date.fromisoformat(arg)
    except ValueError:
        return None


def _on_said(ctx: Context, tap: Tap) -> Replies:
    """What a note says is to be done, on the day that it says. id: of the note; arg: the day."""
    entry, subject = get_entry(ctx.work.session, ctx.access, tap.id)
    subject = get_current(ctx.work.session, ctx.access, subject.id)
    steps = own_open_follow_ups(ctx.work.session, ctx.access, subject)
    day = _day_of(tap.arg)
    if day is None or any(step.day == day and step.reason == entry.text for step in steps):
        ctx.toast = t("passed")
        return []
    said = read_lead(entry.text, ctx.surroundings)
    due = Due(day, said.due.clock if said.due else None, entry.text)
    planned = add_follow_up(
        ctx.work, ctx.access, subject, ctx.who, due, action=said.next_action or "", reason=entry.text
    )
    return [replace(_card(ctx, subject, planned), edits=ctx.incoming.message_id)]


def _on_remind(ctx: Context) -> Replies:
    """/remind next Tuesday 10:00 call about the quote: on what it replies to or was shown last; else letters choose it."""
    turn = to_base36(ctx.work.turn_id) if ctx.said else ""
    subject = whom(ctx)
    if subject is None:
        return start(ctx, WHOM, WhomDraft(turn))
    return _remind(ctx, subject, ctx.said, ctx.surroundings, turn)[0]


def _on_whom(ctx: Context, tap: Tap) -> Replies:
    """[Somebody else], [Search again]. arg: the turn of the message that holds the words."""
    return start(ctx, WHOM, WhomDraft(tap.arg))


def _on_about(ctx: Context, tap: Tap) -> Replies:
    """One of several was chosen. arg: as for `_on_whom`."""
    return _about(ctx, get_current(ctx.work.session, ctx.access, tap.id), tap.arg)


def _about(ctx: Context, subject: Subject, turn: str) -> Replies:
    if not turn:
        return _remind(ctx, subject, "", ctx.surroundings, "")[0]
    message = still_open(ctx, id_in(turn))
    if message is None:
        return []
    earlier = ctx.earlier(message)
    said = commanded(message.text)[1]
    replies, planned = _remind(ctx, subject, said, earlier.surroundings, turn)
    if planned is None:
        return replies
    link_message(earlier, planned.follow_up)
    here = ctx.incoming.message_id if ctx.incoming.query_id else None
    return [replace(reply, edits=here) for reply in replies]


WHOM = whom_question(
    "remind-whom",
    "log-ask-whom",
    data_of=lambda row, turn: encode(_ABOUT, row.id, arg=turn),
    again=lambda turn: encode(_WHOM, arg=turn),
    at_once=_about,
)


def _remind(
    ctx: Context, subject: Subject, said: str, surroundings: Surroundings, turn: str
) -> tuple[Replies, Planned | None]:
    """said: the words, surroundings: when they were written. None: the time has to be asked."""
    due = read_lead(said, surroundings).due or read_due(said, surroundings)
    if due is None:
        other = Button(t("button-log-other"), encode(_WHOM, arg=turn))
        asked = start(ctx, OWN, WhenDraft(str(subject.id), action=said))
        return [replace(reply, buttons=((other,), *reply.buttons)) for reply in asked], None
    action = " ".join(said.replace(due.written, " ", 1).split())
    planned = add_follow_up(ctx.work, ctx.access, subject, ctx.who, due, action=action, reason=said)
    return [_card(ctx, subject, planned)], planned


def _card(ctx: Context, subject: Subject, planned: Planned) -> Reply:
    return subject_card(ctx, subject, turn_id=ctx.work.turn_id, moved_from=planned.moved_from)


ROOM = Room(
    commands={"remind": _on_remind},
    taps={"when": _on_when, WHEN_SAID: _on_said, _ABOUT: _on_about, _WHOM: _on_whom},
    conversations=(OWN, WHOM),
)
