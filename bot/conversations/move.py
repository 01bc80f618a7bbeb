"""An opportunity moves on: one tap to the next stage; lost asks why, won for the amount where there is none."""

from bot.callback import Tap, encode, needed_id_in
from bot.cards.buttons import in_rows
from bot.cards.kept import back_button
from bot.cards.stage import stage_name, stage_with_probability
from bot.cards.subject import subject_card
from bot.chat import Button, Reply, t
from bot.context import Context
from bot.deal_end import AMOUNT, LOST, WORDS, lose, told_earlier, win
from bot.room import Replies, Room
from crm.ids import to_base36
from crm.models import Opportunity, StageKind
from crm.rules.stages import HIGHEST_OPEN, LOWEST_OPEN
from crm.store.opportunities import get_opportunity
from crm.store.stages import get_stage, pipeline
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.move_stage import move_stage, set_probability
from crm.usecases.shape_pipeline import get_lost_reason

MOVE = "move"
_PERCENT = "percent"


def _on_move(ctx: Context, tap: Tap) -> Replies:
    """Without an argument all stages to choose from; with one it goes there."""
    opportunity = get_opportunity(ctx.work.session, ctx.access, tap.id)
    check_may_edit(ctx.access, opportunity)
    if not tap.arg:
        return [_choices(ctx, opportunity)]
    stage = get_stage(ctx.work.session, ctx.access, needed_id_in(tap.arg))
    if stage.id == opportunity.stage_id:
        ctx.toast = t("passed")
        return []
    here = ctx.incoming.message_id
    match stage.kind:
        case StageKind.LOST:
            return lose(ctx, opportunity, rev=tap.rev, edits=here)
        case StageKind.WON:
            return win(ctx, opportunity, rev=tap.rev, edits=here)
    move_stage(ctx.work, ctx.who, opportunity, stage, happened_at=ctx.incoming.written_at, rev=tap.rev)
    moved = t("deal-moved", stage=stage_name(stage))
    return [subject_card(ctx, opportunity, lead_in=moved, turn_id=ctx.work.turn_id, edits=here)]


def _on_lost(ctx: Context, tap: Tap) -> Replies:
    """arg: the reason; after a dot the turn of the message that said it is lost, where one did."""
    opportunity = get_opportunity(ctx.work.session, ctx.access, tap.id)
    reason36, _, turn = tap.arg.partition(".")
    reason = get_lost_reason(ctx.work.session, ctx.access, needed_id_in(reason36))
    told = told_earlier(ctx, turn)
    if turn and told is None:
        ctx.toast = t("passed")
        return []
    return lose(ctx, opportunity, reason, rev=tap.rev, told=told, edits=ctx.incoming.message_id)


def _on_percent(ctx: Context, tap: Tap) -> Replies:
    """[40 %]: by hand, until the stage changes."""
    opportunity = get_opportunity(ctx.work.session, ctx.access, tap.id)
    check_may_edit(ctx.access, opportunity)
    if not tap.arg.isdecimal() or len(tap.arg) > 3:
        percents = range(LOWEST_OPEN, HIGHEST_OPEN + 1, 10)
        buttons = [
            Button(t("percent", percent=percent), encode(_PERCENT, tap.id, opportunity.rev, str(percent)))
            for percent in percents
        ]
        rows = in_rows(buttons, 3)
        back = (back_button(ctx, opportunity),)
        return [
            subject_card(
                ctx,
                opportunity,
                lead_in=t("ask-percent"),
                buttons=(*rows, back),
                edits=ctx.incoming.message_id,
            )
        ]
    set_probability(ctx.work, ctx.access, opportunity, int(tap.arg), rev=tap.rev)
    return [subject_card(ctx, opportunity, turn_id=ctx.work.turn_id, edits=ctx.incoming.message_id)]


def _choices(ctx: Context, opportunity: Opportunity) -> Reply:
    stages = [s for s in pipeline(ctx.work, opportunity.workspace_id) if s.id != opportunity.stage_id]
    buttons = [
        Button(
            stage_with_probability(stage), encode(MOVE, opportunity.id, opportunity.rev, to_base36(stage.id))
        )
        for stage in stages
    ]
    rows = in_rows(buttons)
    last = (
        Button(t("button-percent"), encode(_PERCENT, opportunity.id, opportunity.rev)),
        back_button(ctx, opportunity),
    )
    return subject_card(
        ctx, opportunity, lead_in=t("ask-stage"), buttons=(*rows, last), edits=ctx.incoming.message_id
    )


ROOM = Room(
    taps={MOVE: _on_move, LOST: _on_lost, _PERCENT: _on_percent},
    conversations=(AMOUNT, WORDS),
)
