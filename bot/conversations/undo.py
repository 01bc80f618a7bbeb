"""Undo: the button on a card undoes what that card says; /undo names its target first."""

from bot.callback import Tap, encode
from bot.cards.lead import lead_card, short_name
from bot.chat import Button, Reply, Value, t
from bot.context import Context
from bot.room import Replies, Room
from crm.models import Lead, Turn
from crm.store.leads import find_lead
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
    lead = find_lead(ctx.work.session, ctx.access, turn.about_id) if turn.about_id else None
    done = t("undone", what=_what(ctx, turn))
    if lead is None:
        return [Reply((done,), edits=ctx.incoming.message_id)]
    return [lead_card(ctx, lead, lead_in=done, edits=ctx.incoming.message_id)]


def _on_keep(ctx: Context, tap: Tap) -> Replies:
    return [Reply((t("kept"),), edits=ctx.incoming.message_id)]


def _what(ctx: Context, turn: Turn) -> Value:
    lead = ctx.work.session.get(Lead, (turn.workspace_id, turn.about_id)) if turn.about_id else None
    return t(turn.what, name=short_name(lead) if lead else "")


ROOM = Room(commands={"undo": _on_command}, taps={"undo": _on_undo, "keep": _on_keep})
