"""Giving a lead, account, contact or deal to a colleague: two taps, and the colleague is told by one message."""

from bot.callback import Tap, encode
from bot.cards.buttons import in_rows, undo_button
from bot.cards.lead import next_step
from bot.cards.subject import subject_card
from bot.cards.titles import title_of
from bot.chat import About, Bold, Button, Priority, Reply, Value, t
from bot.context import Context
from bot.replies import put_out
from bot.room import Replies, Room
from crm.errors import NotYours
from crm.ids import from_base36, to_base36
from crm.store.blocks import Subject, get_subject, is_visible
from crm.store.leads import open_follow_ups
from crm.store.members import Who, team, who_is
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.hand_over import hand_over


def _on_give(ctx: Context, tap: Tap) -> Replies:
    """The card stays, its buttons become the colleagues."""
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    check_may_edit(ctx.access, subject)
    others = [member for member in team(ctx.work.session, ctx.access) if member.id != subject.holder_id]
    buttons = [
        Button(member.name, encode("give-to", subject.id, subject.rev, to_base36(member.id)))
        for member in others
    ]
    rows = in_rows(buttons)
    back = (Button(t("button-back"), encode("card", subject.id)),)
    said = t("give-to-whom") if others else t("give-nobody")
    return [subject_card(ctx, subject, lead_in=said, buttons=(*rows, back), edits=ctx.incoming.message_id)]


def _on_give_to(ctx: Context, tap: Tap) -> Replies:
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    receiver = _receiver(ctx, tap.arg)
    if subject.holder_id == receiver.member.id:
        ctx.toast = t("passed")
        return []
    hand_over(ctx.work, ctx.who, subject, receiver)
    return [_given(ctx, subject, receiver, told=_tell(ctx, subject, receiver))]


def _given(ctx: Context, subject: Subject, receiver: Who, *, told: bool) -> Reply:
    name, here = receiver.member.name, ctx.incoming.message_id
    said = t("given" if told else "given-untold", name=name)
    if receiver.member.id == ctx.member.id:
        said = t("lead-taken-over")
    if not is_visible(ctx.work.session, ctx.access, subject):
        undo = undo_button(ctx.work.turn_id)
        return Reply((Bold(title_of(ctx.work.session, subject)), said), ((undo,),), edits=here)
    return subject_card(ctx, subject, turn_id=ctx.work.turn_id, lead_in=said, edits=here)


def _receiver(ctx: Context, id36: str) -> Who:
    """Raises NotYours for anybody who is not, or no longer, in the team."""
    try:
        receiver = who_is(ctx.work.session, ctx.access.workspace_id, from_base36(id36))
    except ValueError:
        raise NotYours from None
    if receiver is None:
        raise NotYours
    return receiver


def _tell(ctx: Context, subject: Subject, receiver: Who) -> bool:
    """One message to whoever gets it, in their language; it sounds. Nobody is told of what they took themselves.

    False: nothing was sent.
    """
    member = receiver.member
    if member.id == ctx.member.id or member.chat_id is None:
        return False
    message = Reply(
        lines=(
            t(f"given-{subject.__tablename__}", name=ctx.member.name),
            Bold(title_of(ctx.work.session, subject)),
            _next_line(ctx, subject),
        ),
        buttons=((Button(t("button-to-card"), encode("open", subject.id)),),),
        about=(About(subject.__tablename__, subject.id),),
        sounds=True,
        priority=Priority.REMINDER,
        key=f"{ctx.work.turn_id}-given",
    )
    bot_id = ctx.incoming.bot_id
    put_out(ctx.work, bot_id, member.chat_id, ctx.workspace.id, member.language, [message])
    return True


def _next_line(ctx: Context, subject: Subject) -> Value:
    steps = open_follow_ups(ctx.work.session, subject)
    return t("lead-next", step=next_step(steps[0])) if steps else None


ROOM = Room(taps={"give": _on_give, "give-to": _on_give_to})
