"""An opportunity moves on: one tap to the next stage; lost asks why, won for the amount where there is none."""

from dataclasses import dataclass

from bot.answers import amount_in, parse_amount
from bot.callback import Tap, encode, needed_id_in
from bot.cards.buttons import in_rows
from bot.cards.stage import reason_name, stage_name, stage_with_probability
from bot.cards.subject import subject_card
from bot.chat import Button, Reply, t
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.questions import start
from bot.room import Replies, Room
from crm.ids import to_base36
from crm.models import LostReason, Opportunity, Stage, StageKind
from crm.money import Money
from crm.rules.stages import HIGHEST_OPEN, LOWEST_OPEN, OTHER_REASON
from crm.store.opportunities import get_opportunity
from crm.store.stages import get_stage, lost_reasons_of, pipeline
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.move_stage import move_stage, set_probability
from crm.usecases.shape_pipeline import get_lost_reason

MOVE = "move"
_LOST, _PERCENT = "lost", "percent"


@dataclass(frozen=True, slots=True)
class AmountDraft:
    """opportunity, stage: ids as text. rev: of the opportunity when the question was asked. amount: as typed."""

    opportunity: str
    stage: str
    rev: int
    amount: str | None = None


@dataclass(frozen=True, slots=True)
class WordsDraft:
    """reason: the id of the reason that asks for words."""

    opportunity: str
    reason: str
    rev: int
    words: str | None = None


def _finish_amount(ctx: Context, draft: AmountDraft) -> Replies:
    opportunity = get_opportunity(ctx.work.session, ctx.access, int(draft.opportunity))
    stage = get_stage(ctx.work.session, ctx.access, int(draft.stage))
    value = amount_in(ctx, draft.amount or "")
    return _moved(ctx, opportunity, stage, rev=draft.rev, value=value, edits=None)


def _finish_words(ctx: Context, draft: WordsDraft) -> Replies:
    opportunity = get_opportunity(ctx.work.session, ctx.access, int(draft.opportunity))
    reason = get_lost_reason(ctx.work.session, ctx.access, int(draft.reason))
    return _lose(ctx, opportunity, reason, rev=draft.rev, words=draft.words, edits=None)


AMOUNT = Conversation(
    name="won-amount",
    version=1,
    draft=AmountDraft,
    asks=(Ask("amount", "ask-won-amount", parse_amount, optional=False),),
    finish=_finish_amount,
    takes_any_text=True,
)
WORDS = Conversation(
    name="lost-words",
    version=1,
    draft=WordsDraft,
    asks=(Ask("words", "ask-lost-words", lambda ctx, text: text, optional=False),),
    finish=_finish_words,
    takes_any_text=True,
)


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
    if stage.kind is StageKind.LOST:
        return [_reasons(ctx, opportunity, tap.rev)]
    if stage.kind is StageKind.WON and opportunity.value_minor is None:
        return start(ctx, AMOUNT, AmountDraft(str(opportunity.id), str(stage.id), tap.rev))
    return _moved(ctx, opportunity, stage, rev=tap.rev, edits=ctx.incoming.message_id)


def _on_lost(ctx: Context, tap: Tap) -> Replies:
    opportunity = get_opportunity(ctx.work.session, ctx.access, tap.id)
    check_may_edit(ctx.access, opportunity)
    reason = get_lost_reason(ctx.work.session, ctx.access, needed_id_in(tap.arg))
    if reason.standard == OTHER_REASON:
        return start(ctx, WORDS, WordsDraft(str(opportunity.id), str(reason.id), tap.rev))
    return _lose(ctx, opportunity, reason, rev=tap.rev, words=None, edits=ctx.incoming.message_id)


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
        back = (Button(t("button-back"), encode("open", opportunity.id)),)
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
        Button(t("button-back"), encode("open", opportunity.id)),
    )
    return subject_card(
        ctx, opportunity, lead_in=t("ask-stage"), buttons=(*rows, last), edits=ctx.incoming.message_id
    )


def _reasons(ctx: Context, opportunity: Opportunity, rev: int) -> Reply:
    reasons = lost_reasons_of(ctx.work.session, opportunity.workspace_id)
    buttons = [
        Button(reason_name(reason), encode(_LOST, opportunity.id, rev, to_base36(reason.id)))
        for reason in reasons
    ]
    rows = in_rows(buttons)
    back = (Button(t("button-back"), encode("open", opportunity.id)),)
    return subject_card(
        ctx, opportunity, lead_in=t("ask-lost-reason"), buttons=(*rows, back), edits=ctx.incoming.message_id
    )


def _lose(
    ctx: Context,
    opportunity: Opportunity,
    reason: LostReason,
    *,
    rev: int,
    words: str | None,
    edits: int | None,
) -> Replies:
    stages = pipeline(ctx.work, opportunity.workspace_id)
    lost = next(stage for stage in stages if stage.kind is StageKind.LOST)
    if opportunity.stage_id == lost.id:
        ctx.toast = t("passed")
        return []
    move_stage(
        ctx.work,
        ctx.who,
        opportunity,
        lost,
        happened_at=ctx.incoming.written_at,
        rev=rev,
        reason=reason,
        words=words,
    )
    said = t("deal-lost", reason=words or reason_name(reason))
    return [subject_card(ctx, opportunity, lead_in=said, turn_id=ctx.work.turn_id, edits=edits)]


def _moved(
    ctx: Context,
    opportunity: Opportunity,
    stage: Stage,
    *,
    rev: int,
    value: Money | None = None,
    edits: int | None,
) -> Replies:
    move_stage(
        ctx.work, ctx.who, opportunity, stage, happened_at=ctx.incoming.written_at, rev=rev, value=value
    )
    said = t("deal-won") if stage.kind is StageKind.WON else t("deal-moved", stage=stage_name(stage))
    return [subject_card(ctx, opportunity, lead_in=said, turn_id=ctx.work.turn_id, edits=edits)]


ROOM = Room(
    taps={MOVE: _on_move, _LOST: _on_lost, _PERCENT: _on_percent},
    conversations=(AMOUNT, WORDS),
)
