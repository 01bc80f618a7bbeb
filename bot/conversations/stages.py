"""/stages: the owner shapes the pipeline and the reasons for losing, in chat."""

from dataclasses import dataclass

from bot.callback import Tap, encode, needed_id_in
from bot.cards.buttons import in_rows
from bot.cards.stage import stage_name, stage_with_probability
from bot.cards.stages import DO, LIST, REASON, REASONS, STAGE, reasons_card, stage_card, stages_card
from bot.chat import Bold, Button, Reply, t
from bot.context import Context
from bot.dialogue import Ask, Conversation, NotUnderstoodError
from bot.questions import start
from bot.room import Replies, Room
from crm.ids import to_base36
from crm.models import Stage, StageKind
from crm.rules.stages import HIGHEST_OPEN, LOWEST_OPEN
from crm.store.stages import get_stage, pipeline, quote_stage
from crm.usecases.check_owner import check_owner
from crm.usecases.shape_pipeline import (
    add_lost_reason,
    add_stage,
    count_in_stage,
    get_lost_reason,
    remove_lost_reason,
    remove_stage,
    rename_stage,
    set_stage_probability,
    set_stale_days,
    shift_stage,
)

_INTO = "stage-into"
_NEW_STAGE, _NEW_REASON, _RENAME, _STALE = "stage", "reason", "rename", "stale"


@dataclass(frozen=True, slots=True)
class WordDraft:
    """what: what the word is for. stage: its id as text, "" for something new."""

    what: str
    stage: str
    word: str | None = None


def _parse(ctx: Context, text: str) -> str:
    state = ctx.open
    if state is not None and state.draft.what == _STALE and not (text.isdecimal() and len(text) < 4):
        raise NotUnderstoodError("stale-bounds")
    return text


def _finish(ctx: Context, draft: WordDraft) -> Replies:
    word = draft.word or ""
    if draft.what == _NEW_STAGE:
        add_stage(ctx.work, ctx.access, word)
        return [stages_card(ctx, undo=True)]
    if draft.what == _NEW_REASON:
        add_lost_reason(ctx.work, ctx.access, word)
        return [reasons_card(ctx, undo=True)]
    stage = get_stage(ctx.work.session, ctx.access, int(draft.stage))
    if draft.what == _RENAME:
        rename_stage(ctx.work, ctx.access, stage, word)
    else:
        set_stale_days(ctx.work, ctx.access, stage, int(word))
    return [stage_card(ctx, stage, undo=True)]


WORD = Conversation(
    name="pipeline-word",
    version=1,
    draft=WordDraft,
    asks=(
        Ask(
            "word",
            "ask-pipeline-word",
            _parse,
            optional=False,
            args=lambda ctx, draft: {"what": draft.what},
        ),
    ),
    finish=_finish,
)


def _on_command(ctx: Context) -> Replies:
    return [stages_card(ctx)]


def _on_list(ctx: Context, tap: Tap) -> Replies:
    return [stages_card(ctx, edits=ctx.incoming.message_id)]


def _on_stage(ctx: Context, tap: Tap) -> Replies:
    check_owner(ctx.access)
    return [stage_card(ctx, get_stage(ctx.work.session, ctx.access, tap.id), edits=ctx.incoming.message_id)]


def _on_do(ctx: Context, tap: Tap) -> Replies:
    """One thing with a stage; arg "add" with none, "p40" for a probability."""
    check_owner(ctx.access)
    if tap.arg == "add":
        return start(ctx, WORD, WordDraft(_NEW_STAGE, ""))
    if tap.arg == "add-reason":
        return start(ctx, WORD, WordDraft(_NEW_REASON, ""))
    stage = get_stage(ctx.work.session, ctx.access, tap.id)
    match tap.arg:
        case "rename" | "stale":
            return start(ctx, WORD, WordDraft(tap.arg, str(stage.id)))
        case "up" | "down":
            shift_stage(ctx.work, ctx.access, stage, -1 if tap.arg == "up" else 1)
            return [stages_card(ctx, undo=True, edits=ctx.incoming.message_id)]
        case "percent":
            return [_percents(ctx, stage)]
        case "remove":
            return _removed(ctx, stage)
    percent = tap.arg.removeprefix("p")
    if not (tap.arg.startswith("p") and percent.isdecimal() and len(percent) < 4):
        ctx.toast = t("passed")
        return []
    set_stage_probability(ctx.work, ctx.access, stage, int(percent))
    return [stage_card(ctx, stage, undo=True, edits=ctx.incoming.message_id)]


def _percents(ctx: Context, stage: Stage) -> Reply:
    buttons = [
        Button(t("percent", percent=percent), encode(DO, stage.id, arg=f"p{percent}"))
        for percent in range(LOWEST_OPEN, HIGHEST_OPEN + 1, 10)
    ]
    back = (Button(t("button-back"), encode(STAGE, stage.id)),)
    lines = (Bold(stage_with_probability(stage)), t("ask-percent"))
    return Reply(lines, (*in_rows(buttons, 3), back), edits=ctx.incoming.message_id)


def _removed(ctx: Context, stage: Stage) -> Replies:
    """Empty it goes at once; else where to with what is in it."""
    if not count_in_stage(ctx.work.session, stage):
        return [_gone(ctx, stage)]
    others = [
        other
        for other in pipeline(ctx.work, ctx.workspace.id)
        if other.id != stage.id and other.kind is StageKind.OPEN
    ]
    buttons = [
        Button(stage_name(other), encode(_INTO, stage.id, arg=to_base36(other.id))) for other in others
    ]
    back = (Button(t("button-back"), encode(STAGE, stage.id)),)
    asked = t("stage-into", count=count_in_stage(ctx.work.session, stage))
    lines = (Bold(stage_with_probability(stage)), asked)
    return [Reply(lines, (*in_rows(buttons), back), edits=ctx.incoming.message_id)]


def _on_into(ctx: Context, tap: Tap) -> Replies:
    stage = get_stage(ctx.work.session, ctx.access, tap.id)
    return [_gone(ctx, stage, get_stage(ctx.work.session, ctx.access, needed_id_in(tap.arg)))]


def _gone(ctx: Context, stage: Stage, into: Stage | None = None) -> Reply:
    """Where a quote took deals to it, it is said where it takes them now."""
    session, workspace_id = ctx.work.session, ctx.workspace.id
    before = quote_stage(session, workspace_id)
    remove_stage(ctx.work, ctx.who, stage, into)
    session.flush()
    now = quote_stage(session, workspace_id)
    is_new = now is not None and before is not None and now.id != before.id
    said = t("stage-by-quote", stage=stage_with_probability(now)) if now is not None and is_new else None
    return stages_card(ctx, said=said, undo=True, edits=ctx.incoming.message_id)


def _on_reasons(ctx: Context, tap: Tap) -> Replies:
    check_owner(ctx.access)
    return [reasons_card(ctx, edits=ctx.incoming.message_id)]


def _on_reason(ctx: Context, tap: Tap) -> Replies:
    """[✕ Price]: it is offered no more."""
    check_owner(ctx.access)
    remove_lost_reason(ctx.work, ctx.access, get_lost_reason(ctx.work.session, ctx.access, tap.id))
    return [reasons_card(ctx, undo=True, edits=ctx.incoming.message_id)]


ROOM = Room(
    commands={"stages": _on_command},
    taps={
        LIST: _on_list,
        STAGE: _on_stage,
        DO: _on_do,
        _INTO: _on_into,
        REASONS: _on_reasons,
        REASON: _on_reason,
    },
    conversations=(WORD,),
)
