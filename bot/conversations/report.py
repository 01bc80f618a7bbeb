"""/report: a period in numbers; /report Hannover Messe: what the fair brought."""

from bot.callback import Tap
from bot.cards.report import (
    PARTS,
    REPORT,
    activity_lines,
    leads_lines,
    period_name,
    ranked_lines,
    report_card,
    sales_lines,
)
from bot.chat import Reply, Value, t
from bot.context import Context
from bot.room import Replies, Room
from crm.errors import NotYours
from crm.models import Fair
from crm.rules.periods import Period, Span, span_of
from crm.store.fairs import fair_named
from crm.store.rates import Rates, rates_of
from crm.store.reports.activities import activities_in
from crm.store.reports.breakdown import by_member, by_source
from crm.store.reports.closed import closed_in
from crm.store.reports.leads import leads_in
from crm.store.reports.scope import Scope

_OF_FAIR = ("leads", "sales", "member")


def _on_command(ctx: Context) -> Replies:
    if not ctx.said:
        return [_report(ctx, "leads", Period.MONTH, None)]
    period = _period_named(ctx.said)
    if period is not None:
        return [_report(ctx, "leads", period, None)]
    fair = fair_named(ctx.work.session, ctx.access, ctx.said)
    if fair is None:
        return [Reply((t("report-no-event", name=ctx.said[:60]),))]
    return [_report(ctx, "leads", Period.MONTH, fair)]


def _on_report(ctx: Context, tap: Tap) -> Replies:
    """id: of an event, 0 for a period. Anything forged becomes the plain report."""
    part, _, period = tap.arg.partition(".")
    fair = _fair(ctx, tap.id) if tap.id else None
    known = [one.value for one in Period]
    return [
        _report(
            ctx,
            part if part in PARTS else "leads",
            Period(period) if period in known else Period.MONTH,
            fair,
            edits=ctx.incoming.message_id,
        )
    ]


def _report(ctx: Context, part: str, period: Period, fair: Fair | None, *, edits: int | None = None) -> Reply:
    parts = _parts(ctx, fair)
    part = part if part in parts else "leads"
    span = span_of(period, ctx.today, ctx.zone)
    scope = Scope(
        ctx.access,
        span=None if fair else span,
        holder_id=None if ctx.access.leads_others or fair else ctx.member.id,
        fair_id=fair.id if fair else None,
    )
    head: Value = fair.name if fair else period_name(period, span)
    lines = _lines(ctx, part, scope, span, rates_of(ctx.work.session, ctx.workspace))
    return report_card(
        head, lines, part=part, period=period, fair_id=fair.id if fair else 0, parts=parts, edits=edits
    )


def _lines(ctx: Context, part: str, scope: Scope, span: Span, rates: Rates) -> list[Value]:
    session = ctx.work.session
    match part:
        case "sales":
            return sales_lines(closed_in(session, scope, rates), rates.own)
        case "source":
            return ranked_lines(by_source(session, scope, rates), rates.own)
        case "member":
            return ranked_lines(by_member(session, scope, rates), rates.own)
        case "activity":
            return activity_lines(activities_in(session, scope), span.weeks)
        case _:
            return leads_lines(leads_in(session, scope))


def _parts(ctx: Context, fair: Fair | None) -> tuple[str, ...]:
    """By member only for those who lead others."""
    parts = _OF_FAIR if fair else PARTS
    return parts if ctx.access.leads_others else tuple(part for part in parts if part != "member")


def _fair(ctx: Context, fair_id: int) -> Fair:
    fair = ctx.work.session.get(Fair, (ctx.access.workspace_id, fair_id))
    if fair is None or fair.deleted_at is not None:
        raise NotYours
    return fair


def _period_named(said: str) -> Period | None:
    """ "week", "maand", "Quartal": by its first letters, in three languages."""
    word = said.strip().casefold()
    for period, names in _NAMES.items():
        if word in names:
            return period
    return None


_NAMES = {
    Period.WEEK: ("week", "woche"),
    Period.MONTH: ("month", "maand", "monat"),
    Period.QUARTER: ("quarter", "kwartaal", "quartal"),
    Period.YEAR: ("year", "jaar", "jahr"),
}

ROOM = Room(commands={"report": _on_command}, taps={REPORT: _on_report})
