"""A report in few lines: one part at a time, the others a tap away; what is wrong with the numbers is said."""

from datetime import timedelta

from bot.callback import encode
from bot.cards.buttons import in_rows
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
            (t("report-won", count=closed.won, amount=Money(closed.won_amount, own)), _took(closed.to_won)),
            ", ",
        ),
        t("report-lost", count=closed.lost, amount=Money(closed.lost_amount, own)),
    ]
    why = tuple(
        t("report-reason", reason=reason_name(reason) if reason else t("report-no-reason"), count=count)
        for reason, count in closed.reasons[:3]
    )
    if why:
        lines.append(Joined(why))
    lines.append(t("report-win-rate", percent=_percent(closed.won, closed.won + closed.lost)))
    if closed.no_amount:
        lines.append(t("doubt-no-amount", count=closed.no_amount))
    if closed.no_rate:
        lines.append(t("doubt-no-rate", count=closed.no_rate))
    return lines


def ranked_lines(lines: list[tuple[str, Line]], own: str) -> list[Value]:
    """ "Hannover Messe: 118 leads, 40 reached, 6 accounts, €84,000"."""
    if not lines:
        return [t("report-no-leads")]
    return [
        t(
            "report-line",
            name=name or t("report-no-source"),
            leads=line.leads,
            reached=line.reached,
            converted=line.converted,
            won=Money(line.won, own),
        )
        for name, line in lines
    ]


def activity_lines(activities: Activities, weeks: float) -> list[Value]:
    if not activities.total:
        return [t("report-no-activity")]
    ranked = sorted(activities.of.items(), key=lambda item: -item[1])
    return [
        t("report-activities", count=activities.total, week=round(activities.total / max(weeks, 1))),
        Joined(
            tuple(
                t("report-kind", kind=t(f"kind-of-{kind.value}"), count=count) for kind, count in ranked[:6]
            )
        ),
    ]


def _took(took: timedelta | None) -> Value:
    """ "usually within 3 days": the median."""
    if took is None:
        return None
    if took < timedelta(days=2):
        return t("report-hours", count=max(1, -(-took // timedelta(hours=1))))
    return t("report-days", count=-(-took // timedelta(days=1)))


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0
