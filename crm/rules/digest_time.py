"""When a member's next digest comes: at their hour, on working days, not while they are away.

`away_until` is the last day away; None when they are not.
"""

from datetime import date, datetime, time, timedelta

from crm.rules.calendar import ONE_DAY, WorkCalendar
from crm.rules.local_time import local_day, to_instant


def is_digest_day(day: date, calendar: WorkCalendar, away_until: date | None = None) -> bool:
    return calendar.is_working_day(day) and (away_until is None or day > away_until)


def digest_day_from(day: date, calendar: WorkCalendar, away_until: date | None = None) -> date:
    """The first digest day on or after `day`."""
    if away_until is not None and day <= away_until:
        day = away_until + ONE_DAY
    return calendar.first_working_day_from(day)


def next_digest(
    moment: datetime, clock: time, calendar: WorkCalendar, away_until: date | None = None
) -> datetime:
    """The UTC instant of the first digest strictly after an aware moment. clock: the member's digest hour."""
    day = digest_day_from(local_day(moment, calendar.zone), calendar, away_until)
    instant = to_instant(day, clock, calendar.zone)
    if instant > moment:
        return instant
    return to_instant(digest_day_from(day + ONE_DAY, calendar, away_until), clock, calendar.zone)


def is_first_digest_of_week(day: date, calendar: WorkCalendar, away_until: date | None = None) -> bool:
    """Whether the lines that come once a week ("reached, without a next step") belong into the digest of `day`.

    Mondays, as a rule; Tuesday after a free Monday, Wednesday for somebody who was away until Tuesday.
    """
    monday = day - timedelta(days=day.weekday())
    return is_digest_day(day, calendar, away_until) and digest_day_from(monday, calendar, away_until) == day
