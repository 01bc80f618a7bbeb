"""A report in few lines: one part at a time, the others a tap away; what is wrong with the numbers is said."""

from datetime import timedelta
from decimal import Decimal

from bot.callback import encode
from bot.cards.buttons import in_rows
from bot.cards.doubts import doubts
from bot.cards.stage import reason_name
from bot.chat import Bold, Button, Day, Joined, Reply, Value, t
from crm.money import Money
from crm.rules.periods import Period, Span
from crm.store.reports.activities import Activities
from crm.store.reports.breakdown import Line
from crm.store.reports.closed import Closed
from crm.store.reports.leads import Leads

REPORT = "report"
PARTS = ("leads", "sales", "source", "member", "activity")
"""What a report has: each a button."""


def report_card(
    head: Value,
    lines: list[Value],
    *,
    part: str,
    period: Period,
    fair_id: int,
    parts: tuple[str, ...],
    edits: int | None,
) -> Reply:
    """period: a button for each other one, where the report is not of an event."""
    others = [
        Button(t(f"button-report-{other}"), encode(REPORT, fair_id, arg=f"{other}.{period.value}"))
        for other in parts
        if other != part
    ]
    periods = [
        Button(t(f"button-period-{other.value}"), encode(REPORT, fair_id, arg=f"{part}.{other.value}"))
        for other in Period
        if other is not period and not fair_id
    ]
    rows = in_rows(others)
    return Reply((Bold(head), *lines), (*rows, tuple(periods)), edits=edits)


def period_name(period: Period, span: Span) -> Value:
    """ "This month, until Fri 13 Mar"."""
    return t(f"report-period-{period.value}", until=Day(span.last))


def leads_lines(leads: Leads) -> list[Value]:
    if not leads.count:
        return [t("report-no-leads")]
    return [
        t("report-leads", count=leads.count, hot=leads.hot),
        Joined(
            (
                t("report-reached", count=leads.reached, percent=_percent(leads.reached, leads.count)),
                _took(leads.to_reach),
            ),
            ", ",
        ),
        Joined(
            (
                t("report-converted", count=leads.converted, percent=_percent(leads.converted, leads.count)),
                _took(leads.to_account),
            ),
            ", ",
        ),
    ]


def sales_lines(closed: Closed, own: str) -> list[Value]:
    if not closed.won and not closed.lost:
        return [t("report-nothing-closed")]
    lines: list[Value] = [
        Joined(
            (
                t("report-won", count=closed.won, amount=Money(closed.won_amount, own)),
                _left_out(closed.won_left_out),
                _took(closed.to_won),
            ),
            ", ",
        ),
        Joined(
            (
                t("report-lost", count=closed.lost, amount=Money(closed.lost_amount, own)),
                _left_out(closed.lost_left_out),
            ),
            ", ",
        ),
    ]
    why = tuple(
        t("report-reason", reason=reason_name(reason) if reason else t("report-no-reason"), count=count)
        for reason, count in closed.reasons[:3]
    )
    if why:
        lines.append(Joined(why))
    lines.append(t("report-win-rate", percent=_percent(closed.won, closed.won + closed.lost)))
    return [*lines, *doubts(no_amount=closed.no_amount, no_rate=closed.no_rate)]


def ranked_lines(lines: list[tuple[str, Line]], own: str) -> list[Value]:
    """ "Hannover Messe: 118 → 34 % (3 h) → 5 % (12 d) → €84,000 (30 d)", below what the arrows mean."""
    if not lines:
        return [t("report-no-leads")]
    return [
        t("report-way"),
        *(
            t(
                "report-line",
                name=name or t("report-no-source"),
                leads=line.leads,
                reached=_share(line.reached, line.leads, line.to_reach),
                converted=_share(line.converted, line.leads, line.to_account),
                won=Joined((Money(line.won, own), _briefly(line.to_won)), " "),
            )
            for name, line in lines
        ),
    ]


def activity_lines(activities: Activities, weeks: float) -> list[Value]:
    if not activities.total:
        return [t("report-no-activity")]
    ranked = sorted(activities.of.items(), key=lambda item: -item[1])
    return [
        t("report-activities", count=activities.total, week=_a_week(activities.total / max(weeks, 1))),
        Joined(
            tuple(
                t("report-kind", kind=t(f"kind-of-{kind.value}"), count=count) for kind, count in ranked[:6]
            )
        ),
    ]


def _left_out(count: int) -> Value:
    """ "without 1": in no sum; why is said below."""
    return t("report-left-out", count=count) if count else None


def _a_week(number: float) -> Value:
    """ "12", "0.4": one decimal where a whole number would say too little."""
    return Decimal(f"{number:.1f}") if number < 10 else round(number)


def _share(part: int, whole: int, took: timedelta | None) -> Value:
    """ "34 % (3 h)"."""
    return Joined((t("percent", percent=_percent(part, whole)), _briefly(took)), " ") if whole else "–"


def _briefly(took: timedelta | None) -> Value:
    """ "(3 h)", "(12 d)"."""
    if took is None:
        return None
    hours, days = max(1, -(-took // timedelta(hours=1))), -(-took // timedelta(days=1))
    return (
        t("report-brief-hours", count=hours)
        if took < timedelta(days=2)
        else t("report-brief-days", count=days)
    )


def _took(took: timedelta | None) -> Value:
    """ "usually within 3 days": the median."""
    if took is None:
        return None
    if took < timedelta(days=2):
        return t("report-hours", count=max(1, -(-took // timedelta(hours=1))))
    return t("report-days", count=-(-took // timedelta(days=1)))


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0
