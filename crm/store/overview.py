"""What a manager's digest says of the team: on the first one of a week the pipeline, at the end of a month the forecast."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from crm.rules.digest_time import is_first_digest_of_week
from crm.rules.local_time import local_day
from crm.rules.periods import Period, span_before
from crm.store.members import Who
from crm.store.pipeline_sums import Month, Pipeline, forecast_of, pipeline_of
from crm.store.rates import rates_of
from crm.store.reports.closed import Closed, closed_in
from crm.store.reports.scope import Scope
from crm.store.stages import stages_of


@dataclass(frozen=True, slots=True)
class Overview:
    """own: the reporting currency. pipeline, last_week: None but once a week. forecast: of next month, None but on a month's last working day."""

    own: str = ""
    pipeline: Pipeline | None = None
    last_week: Closed | None = None
    forecast: Month | None = None

    def __bool__(self) -> bool:
        return self.pipeline is not None or self.forecast is not None


def overview_for(session: Session, who: Who, now: datetime) -> Overview:
    """Empty for reps, and where there is nothing to tell."""
    if not who.access.leads_others:
        return Overview()
    today = local_day(now, who.zone)
    stages = stages_of(session, who.workspace.id)
    if not stages:
        return Overview()
    rates = rates_of(session, who.workspace)
    pipeline: Pipeline | None = None
    last_week: Closed | None = None
    if is_first_digest_of_week(today, who.calendar, who.member.away_until):
        pipeline = pipeline_of(session, who.access, stages, rates)
        span = span_before(Period.WEEK, today, who.zone)
        last_week = closed_in(session, Scope(who.access, span=span), rates)
        if not (pipeline.total.count or last_week.won or last_week.lost):
            pipeline = last_week = None
    forecast: Month | None = None
    if who.calendar.next_working_day(today).month != today.month:
        next_month = _next_month(today)
        months = forecast_of(session, who.access, rates)
        forecast = next((month for month in months if month.first == next_month), None)
    return Overview(rates.own, pipeline, last_week, forecast)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
