"""When a follow-up will really ring: a clock time at that instant, a day only in the digest of a working day."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from crm.rules.calendar import ONE_DAY, WorkCalendar
from crm.rules.digest_time import digest_day_from
from crm.rules.local_time import local_day, to_instant

NOON = time(12)
AFTERNOON = time(14)
ONE_HOUR = timedelta(hours=1)
WORTH_WAITING = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Ring:
    """day: the local day. instant: aware, UTC. moved_from: the day that was asked for, where `day` is another one.

    in_digest: it is a line of that day's digest; else it rings as a message of its own.
    """

    day: date
    instant: datetime
    moved_from: date | None
    in_digest: bool


def ring_at(day: date, clock: time, calendar: WorkCalendar) -> Ring:
    """The member chose the minute: it rings then, also at night, at a weekend, at a fair and while they are away."""
    return Ring(day, to_instant(day, clock, calendar.zone), None, in_digest=False)


def ring_on(
    day: date, digest_clock: time, calendar: WorkCalendar, now: datetime, away_until: date | None = None
) -> Ring:
    """A day without a clock time: that day's digest, or the next one ("Sat 14 Mar -> Mon 16").

    now: aware. When today's digest has gone out already, today still means today: it rings this afternoon, by itself.
    away_until: the last day on which the member gets no digest, or None.
    """
    today = local_day(now, calendar.zone)
    real = digest_day_from(max(day, today), calendar, away_until)
    if real == today and to_instant(today, digest_clock, calendar.zone) <= now:
        afternoon = this_afternoon(now, calendar)
        if afternoon is not None:
            return Ring(today, afternoon, None if day == today else day, in_digest=False)
        real = digest_day_from(today + ONE_DAY, calendar, away_until)
    instant = to_instant(real, digest_clock, calendar.zone)
    return Ring(real, instant, None if real == day else day, in_digest=True)


def this_afternoon(now: datetime, calendar: WorkCalendar) -> datetime | None:
    """14:00 or, when that is past or nearly so, an hour before work ends; UTC. None where neither is ahead today."""
    today = local_day(now, calendar.zone)
    last_hour = calendar.end.replace(hour=max(calendar.end.hour - 1, 0))
    for clock in (AFTERNOON, last_hour):
        instant = to_instant(today, clock, calendar.zone)
        if NOON <= clock < calendar.end and instant - now >= WORTH_WAITING:
            return instant
    return None
