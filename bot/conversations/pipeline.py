"""/pipeline: the funnel as a picture, light or dark, and the forecast by month."""

from bot.callback import Tap
from bot.cards.pipeline import FORECAST, MINE, PIPELINE, TEAM, forecast_card, pipeline_card
from bot.chat import Reply, t
from bot.context import Context
from bot.room import Replies, Room
from crm.store.pipeline_sums import Pipeline, forecast_of, pipeline_of
from crm.store.rates import rates_of
from crm.store.stages import stages_of


def _on_command(ctx: Context) -> Replies:
    return [_card(ctx, TEAM if ctx.access.leads_others else MINE)]


def _on_pipeline(ctx: Context, tap: Tap) -> Replies:
    """arg: whose, and how it looks from now on: "t", "m.d"."""
    whose, _, look = tap.arg.partition(".")
    if look in ("d", "l"):
        ctx.member.dark = look == "d"
    return [_card(ctx, _whose(ctx, whose))]


def _on_forecast(ctx: Context, tap: Tap) -> Replies:
    whose = _whose(ctx, tap.arg)
    rates = rates_of(ctx.work.session, ctx.workspace)
    months = forecast_of(ctx.work.session, ctx.access, rates, holder_id=_holder(ctx, whose))
    return [forecast_card(months, _pipeline(ctx, whose), whose=whose)]


def _card(ctx: Context, whose: str) -> Reply:
    pipeline = _pipeline(ctx, whose)
    if not pipeline.total.count:
        return Reply((t("pipeline-empty"),))
    return pipeline_card(pipeline, whose=whose, may_choose=ctx.access.sees_team, dark=ctx.member.dark)


def _pipeline(ctx: Context, whose: str) -> Pipeline:
    session = ctx.work.session
    session.flush()
    stages = stages_of(session, ctx.workspace.id)
    rates = rates_of(session, ctx.workspace)
    return pipeline_of(session, ctx.access, stages, rates, holder_id=_holder(ctx, whose))


def _whose(ctx: Context, said: str) -> str:
    """Anything forged becomes one's own; what may be seen is not decided here."""
    return TEAM if said == TEAM and ctx.access.sees_team else MINE


def _holder(ctx: Context, whose: str) -> int | None:
    return None if whose == TEAM else ctx.member.id


ROOM = Room(commands={"pipeline": _on_command}, taps={PIPELINE: _on_pipeline, FORECAST: _on_forecast})
