"""The periods that reports are about: whole weeks, months, quarters and years of a member's own calendar."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from crm.rules.local_time import to_instant


class Period(StrEnum):
    WEEK = "w"
    MONTH = "m"
    QUARTER = "q"
    YEAR = "y"


@dataclass(frozen=True, slots=True)
class Span:
    """first, last: local days, both within. start, end: the instants, end not within."""

    first: date
    last: date
    start: datetime
    end: datetime

    @property
    def weeks(self) -> float:
        return ((self.last - self.first).days + 1) / 7


def span_of(period: Period, day: date, zone: ZoneInfo) -> Span:
    """The period that holds a day, up to that day at most: a report of a month that runs ends today."""
    first = _first(period, day)
    return Span(
        first, day, to_instant(first, time(0), zone), to_instant(day + timedelta(days=1), time(0), zone)
    )


def span_before(period: Period, day: date, zone: ZoneInfo) -> Span:
    """The whole period before the one that holds the day."""
    return span_of(period, _first(period, day) - timedelta(days=1), zone)


def _first(period: Period, day: date) -> date:
    match period:
        case Period.WEEK:
            return day - timedelta(days=day.weekday())
        case Period.MONTH:
            return day.replace(day=1)
        case Period.QUARTER:
            return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        case Period.YEAR:
            return date(day.year, 1, 1)
