"""The next step of a lead: the When button, and /remind with words of one's own."""

from dataclasses import dataclass, replace
from datetime import date

from bot.callback import Tap, encode
from bot.cards.lead import lead_card
from bot.cards.logged import day_buttons
from bot.chat import Button, Reply, t
from bot.context import Context
from bot.dialogue import Ask, Conversation, NotUnderstoodError
from bot.questions import start
from bot.room import Replies, Room
from crm.capture.draft import Due
from crm.capture.read import read_due, read_lead
from crm.models import Lead
from crm.store.follow_ups import own_open_follow_up
from crm.store.leads import find_lead, get_lead
from crm.usecases.add_follow_up import Planned, add_follow_up
from crm.usecases.answer_follow_up import need_no_next_step, put_off


@dataclass(frozen=True, slots=True)
class WhenDraft:
    """lead: its id as text. action: for a follow-up of its own; None moves the open one."""

    lead: str
    action: str | None = None
    when: str | None = None


def _parse(ctx: Context, text: str) -> str:
    if read_due(text, ctx.surroundings) is None:
        raise NotUnderstoodError("not-a-time")
    return text


def _finish(ctx: Context, draft: WhenDraft) -> Replies:
    lead = get_lead(ctx.work.session, ctx.access, int(draft.lead))
    due = read_due(draft.when or "", ctx.surroundings)
    assert due is not None  # _parse has read it
    if draft.action is None:
        planned = put_off(ctx.work, ctx.who, lead, None, due)
    else:
        planned = add_follow_up(
            ctx.work, ctx.access, lead, ctx.who, due, action=draft.action, reason=ctx.said
        )
    return [_card(ctx, lead, planned)]


OWN = Conversation(
    name="when",
    version=1,
    draft=WhenDraft,
    asks=(Ask("when", "ask-when", _parse, optional=False),),
    finish=_finish,
    takes_any_text=True,
)


def _on_when(ctx: Context, tap: Tap) -> Replies:
    """Without an argument the choices; a day moves the open next step or plans one."""
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    here = ctx.incoming.message_id
    if tap.arg == "other":
        return start(ctx, OWN, WhenDraft(str(lead.id)))
    if tap.arg == "none":
        if need_no_next_step(ctx.work, ctx.who, lead):
            return [lead_card(ctx, lead, lead_in=t("next-none"), turn_id=ctx.work.turn_id, edits=here)]
        ctx.toast = t("passed")
        return [lead_card(ctx, lead, edits=here)]
    try:
        day = date.fromisoformat(tap.arg)
    except ValueError:
        back = Button(t("button-back"), encode("card", lead.id))
        return [lead_card(ctx, lead, buttons=(day_buttons(ctx, lead), (back,)), edits=here)]
    step = own_open_follow_up(ctx.work.session, ctx.access, lead)
    if step is not None and step.day == day:
        ctx.toast = t("passed")
        return [lead_card(ctx, lead, edits=here)]
    clock = step.clock if step is not None else None
    planned = put_off(ctx.work, ctx.who, lead, step, Due(day, clock, ""))
    return [replace(_card(ctx, lead, planned), edits=here)]


def _on_remind(ctx: Context) -> Replies:
    """/remind next Tuesday 10:00 call about the quote: on the lead shown last."""
    lead = find_lead(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
    if lead is None:
        return [Reply((t("remind-about-whom"),))]
    draft = read_lead(ctx.said, ctx.surroundings)
    due = draft.due or read_due(ctx.said, ctx.surroundings)
    if due is None:
        return start(ctx, OWN, WhenDraft(str(lead.id), action=ctx.said))
    action = " ".join(ctx.said.replace(due.written, " ", 1).split())
    planned = add_follow_up(ctx.work, ctx.access, lead, ctx.who, due, action=action, reason=ctx.said)
    return [_card(ctx, lead, planned)]


def _card(ctx: Context, lead: Lead, planned: Planned) -> Reply:
    return lead_card(ctx, lead, turn_id=ctx.work.turn_id, moved_from=planned.moved_from)


ROOM = Room(commands={"remind": _on_remind}, taps={"when": _on_when}, conversations=(OWN,))
