"""Giving a lead to a colleague: two taps, and the colleague is told by one message."""

from bot.callback import Tap, encode
from bot.cards.lead import lead_card, next_step, title_line
from bot.chat import About, Bold, Button, Priority, Reply, Value, t
from bot.context import Context
from bot.replies import put_out
from bot.room import Replies, Room
from crm.errors import NotYours
from crm.ids import from_base36, to_base36
from crm.models import Lead
from crm.rules.visibility import may_see
from crm.store.leads import get_lead, open_follow_ups
from crm.store.members import Who, team, who_is
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.hand_over import hand_over


def _on_give(ctx: Context, tap: Tap) -> Replies:
    """The card stays, its buttons become the colleagues."""
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    check_may_edit(ctx.access, lead)
    others = [member for member in team(ctx.work.session, ctx.access) if member.id != lead.holder_id]
    buttons = [
        Button(member.name, encode("give-to", lead.id, lead.rev, to_base36(member.id))) for member in others
    ]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    back = (Button(t("button-back"), encode("card", lead.id)),)
    said = t("give-to-whom") if others else t("give-nobody")
    return [lead_card(ctx, lead, lead_in=said, buttons=(*rows, back), edits=ctx.incoming.message_id)]


def _on_give_to(ctx: Context, tap: Tap) -> Replies:
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    receiver = _receiver(ctx, tap.arg)
    if lead.holder_id == receiver.member.id:
        ctx.toast = t("passed")
        return []
    hand_over(ctx.work, ctx.who, lead, receiver)
    return [_given(ctx, lead, receiver, told=_tell(ctx, lead, receiver))]


def _given(ctx: Context, lead: Lead, receiver: Who, *, told: bool) -> Reply:
    name, here = receiver.member.name, ctx.incoming.message_id
    said = t("given" if told else "given-untold", name=name)
    if receiver.member.id == ctx.member.id:
        said = t("lead-taken-over")
    if not may_see(ctx.access, lead.holder_id):
        undo = Button(t("button-undo"), encode("undo", ctx.work.turn_id))
        return Reply((Bold(title_line(lead)), said), ((undo,),), edits=here)
    return lead_card(ctx, lead, turn_id=ctx.work.turn_id, lead_in=said, edits=here)


def _receiver(ctx: Context, id36: str) -> Who:
    """Raises NotYours for anybody who is not, or no longer, in the team."""
    try:
        receiver = who_is(ctx.work.session, ctx.access.workspace_id, from_base36(id36))
    except ValueError:
        raise NotYours from None
    if receiver is None:
        raise NotYours
    return receiver


def _tell(ctx: Context, lead: Lead, receiver: Who) -> bool:
    """One message to whoever gets the lead, in their language; it sounds. Nobody is told of what they took themselves.

    False: nothing was sent.
    """
    member = receiver.member
    if member.id == ctx.member.id or member.chat_id is None:
        return False
    message = Reply(
        lines=(t("given-to-you", name=ctx.member.name), Bold(title_line(lead)), _next_line(ctx, lead)),
        buttons=((Button(t("button-to-card"), encode("open", lead.id)),),),
        about=(About("lead", lead.id),),
        sounds=True,
        priority=Priority.REMINDER,
        key=f"{ctx.work.turn_id}-given",
    )
    bot_id = ctx.incoming.bot_id
    put_out(ctx.work, bot_id, member.chat_id, ctx.workspace.id, member.language, [message])
    return True


def _next_line(ctx: Context, lead: Lead) -> Value:
    steps = open_follow_ups(ctx.work.session, lead)
    return t("lead-next", step=next_step(steps[0])) if steps else None


ROOM = Room(taps={"give": _on_give, "give-to": _on_give_to})
