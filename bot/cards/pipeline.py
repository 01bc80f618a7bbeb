"""The pipeline as a picture, with the same in words below it."""

from bot.callback import encode
from bot.cards.doubts import doubts
from bot.cards.stage import stage_name, stage_with_probability
from bot.chat import Bold, Button, Funnel, FunnelBar, Joined, MonthOf, Reply, Value, t
from crm.store.pipeline_sums import Month, Pipeline, StageSum, Sum

PIPELINE, FORECAST = "pipeline", "forecast"
MINE, TEAM = "m", "t"
_MONTHS = 6


def pipeline_card(pipeline: Pipeline, *, whose: str, may_choose: bool, dark: bool) -> Reply:
    """whose: MINE or TEAM. may_choose: whether the member sees the team's too."""
    total = pipeline.total
    title = t("pipeline-team" if whose == TEAM else "pipeline-mine")
    subtitle = t(
        "pipeline-total",
        amount=pipeline.money(total.amount),
        weighted=pipeline.money(total.weighted),
        count=total.count,
    )
    lines: list[Value] = [Joined((Bold(title), subtitle))]
    lines += [_stage_line(pipeline, one) for one in pipeline.stages if one.sum.count]
    if empty := tuple(stage_name(one.stage) for one in pipeline.stages if not one.sum.count):
        lines.append(t("pipeline-nothing-in", stages=Joined(empty, ", ")))
    lines += _doubts(total)
    bars = tuple(
        FunnelBar(
            stage_with_probability(one.stage),
            one.sum.count,
            pipeline.money(one.sum.amount),
            pipeline.money(one.sum.weighted),
            one.sum.amount,
            one.sum.weighted,
        )
        for one in pipeline.stages
    )
    other = MINE if whose == TEAM else TEAM
    choose = Button(
        t("button-pipeline-team" if other == TEAM else "button-pipeline-mine"), encode(PIPELINE, arg=other)
    )
    look = Button(
        t("button-light" if dark else "button-dark"), encode(PIPELINE, arg=f"{whose}.{'l' if dark else 'd'}")
    )
    forecast = Button(t("button-forecast"), encode(FORECAST, arg=whose))
    buttons = (*((choose,) if may_choose else ()), forecast, look)
    return Reply(tuple(lines), (buttons,), picture=Funnel(title, subtitle, bars, dark))


def forecast_card(months: list[Month], pipeline: Pipeline, *, whose: str) -> Reply:
    """Weighted by close month; what only has a guessed day is counted apart."""
    lines: list[Value] = [Bold(t("forecast-head"))]
    for month in months[:_MONTHS]:
        sure = pipeline.money(month.sum.weighted)
        guessed = pipeline.money(month.guessed.weighted)
        key = "forecast-month-guessed" if month.guessed.count else "forecast-month"
        lines.append(t(key, month=MonthOf(month.first), sure=sure, guessed=guessed))
    if not months:
        lines.append(t("pipeline-empty"))
    lines += _doubts(pipeline.total)
    back = Button(t("button-pipeline"), encode(PIPELINE, arg=whose))
    return Reply(tuple(lines), ((back,),))


def _doubts(total: Sum) -> list[Value]:
    return doubts(no_amount=total.no_amount, guessed=total.guessed, no_rate=total.no_rate)


def _stage_line(pipeline: Pipeline, one: StageSum) -> Value:
    """ "Negotiation 70 %: 4 · €95,000 · weighted €66,500"."""
    return t(
        "pipeline-stage",
        stage=stage_with_probability(one.stage),
        count=one.sum.count,
        amount=pipeline.money(one.sum.amount),
        weighted=pipeline.money(one.sum.weighted),
    )
