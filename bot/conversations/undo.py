"""Undo: the button on a card undoes what that card says; /undo names its target first."""

from bot.callback import Tap, encode
from bot.cards.fair import PLAN
from bot.cards.lead import short_name
from bot.cards.mail import asked_again
from bot.cards.stages import shape_taken_back
from bot.cards.subject import subject_card
from bot.chat import Button, Reply, Value, t
from bot.context import Context
from bot.room import Replies, Room
from crm.models import Turn
from crm.store.blocks import any_row, find_subject
from crm.store.turns import last_turn
from crm.usecases.undo_turn import undo_turn


def _on_command(ctx: Context) -> Replies:
    turn = last_turn(ctx.work, ctx.access)
    if turn is None:
        return [Reply((t("undo-none"),))]
    whole = encode("import-undo", turn.import_id) if turn.import_id else encode("undo", turn.id)
    buttons = (
        Button(t("button-undo"), whole),
        Button(t("button-keep"), encode("keep")),
    )
    return [Reply((t("undo-which", what=_what(ctx, turn)),), (buttons,))]


def _on_undo(ctx: Context, tap: Tap) -> Replies:
    turn = undo_turn(ctx.work, ctx.access, tap.id)
    subject = find_subject(ctx.work.session, ctx.access, turn.about_id) if turn.about_id else None
    done = t("undone", what=_what(ctx, turn))
    if (asked := asked_again(ctx, turn.id, done)) is not None:
        return [asked]
    if turn.what == "turn-pipeline":
        return [shape_taken_back(ctx, turn, done)]
    if subject is None:
        return [Reply((done,), (_ways_on(turn),), edits=ctx.incoming.message_id)]
    return [subject_card(ctx, subject, lead_in=done, edits=ctx.incoming.message_id)]


def _ways_on(turn: Turn) -> tuple[Button, ...]:
    """Where there is no card to go on from, what was tapped before stands there again."""
    match turn.what:
        case "turn-spread" if turn.about_id:
            return (Button(t("button-plan-it"), encode(PLAN, turn.about_id)),)
        case "turn-mailed-all":
            return (Button(t("button-agenda"), encode("agenda")),)
    return ()


def _on_keep(ctx: Context, tap: Tap) -> Replies:
    return [Reply((t("kept"),), edits=ctx.incoming.message_id)]


def _what(ctx: Context, turn: Turn) -> Value:
    subject = any_row(ctx.work.session, turn.workspace_id, turn.about_id) if turn.about_id else None
    return t(turn.what, name=short_name(subject) if subject else "")


ROOM = Room(commands={"undo": _on_command}, taps={"undo": _on_undo, "keep": _on_keep})
