"""An event: that it runs, and what it brought."""

from datetime import timedelta

from bot.callback import encode
from bot.cards.lead import country_name
from bot.chat import Button, Day, Reply, Value, t
from crm.models import Fair
from crm.rules.calendar import ONE_DAY
from crm.rules.spread import A_DAY
from crm.store.fair_summary import FairSummary
from crm.store.members import Who
from crm.store.work import Work
from crm.usecases.spread_fair import first_spread_day

PLAN, SHOW, LATER, END = "fair-plan", "fair-show", "fair-later", "fair-end"
_LONGEST_FREE = timedelta(days=14)


def fair_line(fair: Fair, language: str) -> Value:
    """ "Hannover Messe (Germany), until Fri 24 Apr"."""
    day = Day(fair.last_day)
    if fair.country:
        return t("event-line-in", name=fair.name, country=country_name(fair.country, language), day=day)
    return t("event-line", name=fair.name, day=day)


def fair_summary_card(work: Work, who: Who, fair: Fair, summary: FairSummary) -> Reply:
    """What the member's own leads of it need; one tap plans the rest."""
    lines: list[Value] = [t("event-brought", name=fair.name, leads=summary.leads, hot=summary.hot)]
    if summary.planned:
        lines.append(t("event-planned", count=summary.planned))
    if summary.unreachable:
        lines.append(t("event-unreachable", count=summary.unreachable))
    buttons: list[Button] = []
    if summary.open:
        lines.append(_offer(work, who, fair, summary.open))
        buttons.append(Button(t("button-plan-it"), encode(PLAN, fair.id)))
    if summary.unreachable:
        buttons.append(Button(t("button-show-unreachable", count=summary.unreachable), encode(SHOW, fair.id)))
    if summary.open:
        buttons.append(Button(t("button-later"), encode(LATER, fair.id)))
    return Reply(tuple(lines), (tuple(buttons),))


def fair_counts(fair: Fair, summary: FairSummary) -> tuple[Value, ...]:
    """The same for the team, without anything to tap."""
    return (
        t("event-brought", name=fair.name, leads=summary.leads, hot=summary.hot),
        t("event-planned", count=summary.planned) if summary.planned else None,
        t("event-unreachable", count=summary.unreachable) if summary.unreachable else None,
        t("event-open", count=summary.open) if summary.open else None,
    )


def _offer(work: Work, who: Who, fair: Fair, count: int) -> Value:
    """ "77 open: 🔥 first, 20 a day from Tue 28 Apr? (Mon: King's Day)"."""
    first = first_spread_day(who, work)
    offer = t("event-offer", count=count, day=Day(first), a_day=A_DAY)
    day = max(fair.last_day, first - _LONGEST_FREE) + ONE_DAY
    while day < first:
        name = who.calendar.holiday_name(day, who.member.language)
        if name is not None and day.weekday() in who.calendar.weekdays:
            return t("event-offer-holiday", offer=offer, day=Day(day), name=name)
        day += ONE_DAY
    return offer
