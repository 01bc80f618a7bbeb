"""The pipeline as its owner shapes it: the stages, one of them, and the reasons for losing."""

from bot.callback import encode
from bot.cards.buttons import in_rows, undo_button
from bot.cards.stage import reason_name, stage_with_probability
from bot.chat import Bold, Button, Joined, Reply, Value, t
from bot.context import Context
from crm.models import LostReason, Opportunity, Stage, StageKind, Turn
from crm.rules.visibility import may_set_workspace
from crm.store.stages import lost_reasons_of, pipeline
from crm.store.turns import count_changed
from crm.usecases.shape_pipeline import count_in_stage

LIST, STAGE, DO, REASONS, REASON = "stages", "stage", "stage-do", "lost-reasons", "lost-reason"


def stages_card(ctx: Context, *, said: Value = None, undo: bool = False, edits: int | None = None) -> Reply:
    """Each stage a button for the owner; a list to read for everybody else. said: a line before it."""
    ctx.work.session.flush()
    stages = pipeline(ctx.work, ctx.workspace.id)
    if not may_set_workspace(ctx.access):
        return Reply(
            (Bold(t("stages-head")), *(stage_with_probability(stage) for stage in stages)), edits=edits
        )
    rows = in_rows([Button(stage_with_probability(stage), encode(STAGE, stage.id)) for stage in stages])
    more = [
        Button(t("button-add-stage"), encode(DO, arg="add")),
        Button(t("button-lost-reasons"), encode(REASONS)),
    ]
    lines = (said, Bold(t("stages-head")), t("stages-how"))
    return Reply(lines, (*rows, (*more, *_undo(ctx, undo))), edits=edits)


def stage_card(ctx: Context, stage: Stage, *, undo: bool = False, edits: int | None = None) -> Reply:
    ctx.work.session.flush()

    def button(key: str, arg: str) -> Button:
        return Button(t(key), encode(DO, stage.id, stage.rev, arg))

    rows: tuple[tuple[Button, ...], ...] = ((button("button-rename", "rename"),),)
    if stage.kind is StageKind.OPEN:
        rows = (
            (button("button-rename", "rename"), button("button-up", "up"), button("button-down", "down")),
            (
                button("button-percent", "percent"),
                button("button-stale", "stale"),
                button("button-remove", "remove"),
            ),
        )
    lines: tuple[Value, ...] = (
        Bold(stage_with_probability(stage)),
        t("stage-facts", count=count_in_stage(ctx.work.session, stage), days=stage.stale_days)
        if stage.kind is StageKind.OPEN
        else t("stage-count", count=count_in_stage(ctx.work.session, stage)),
    )
    back = Button(t("button-back"), encode(LIST))
    return Reply(lines, (*rows, (back, *_undo(ctx, undo))), edits=edits)


def reasons_card(ctx: Context, *, said: Value = None, undo: bool = False, edits: int | None = None) -> Reply:
    ctx.work.session.flush()
    pipeline(ctx.work, ctx.workspace.id)
    reasons = lost_reasons_of(ctx.work.session, ctx.workspace.id)
    buttons = [Button(t("button-drop", name=reason_name(r)), encode(REASON, r.id, r.rev)) for r in reasons]
    last = (
        Button(t("button-add-reason"), encode(DO, arg="add-reason")),
        Button(t("button-back"), encode(LIST)),
    )
    return Reply(
        (said, Bold(t("reasons-head")), t("reasons-how")),
        (*in_rows(buttons), (*last, *_undo(ctx, undo))),
        edits=edits,
    )


def shape_taken_back(ctx: Context, turn: Turn, done: Value) -> Reply:
    """done: says what was undone. The list on which it had been changed, and how many deals are back in their stage."""
    edits = ctx.incoming.message_id
    if count_changed(ctx.work, turn, LostReason.__tablename__):
        return reasons_card(ctx, said=done, edits=edits)
    back = count_changed(ctx.work, turn, Opportunity.__tablename__, "stage_id")
    return stages_card(ctx, said=Joined((done, t("deals-back", count=back) if back else None)), edits=edits)


def _undo(ctx: Context, wanted: bool) -> tuple[Button, ...]:
    return (undo_button(ctx.work.turn_id),) if wanted and ctx.work.turn else ()
