"""What [Later] under a reminder offers: in an hour, this afternoon, tomorrow, next week."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from crm.rules.calendar import ONE_DAY, WorkCalendar
from crm.rules.local_time import local_day, to_wall
from crm.rules.ring import ONE_HOUR, Ring, ring_at, ring_on, this_afternoon


class Later(StrEnum):
    HOUR = "hour"
    AFTERNOON = "afternoon"
    TOMORROW = "tomorrow"
    NEXT_WEEK = "next-week"


@dataclass(frozen=True, slots=True)
class LaterChoice:
    """clock: the wall time, None for a day only (it rings in the digest)."""

    which: Later
    clock: time | None
    ring: Ring


def later_choices(
    now: datetime, clock: time | None, digest_clock: time, calendar: WorkCalendar
) -> tuple[LaterChoice, ...]:
    """The choices at an aware moment, earliest first. clock: the postponed follow-up's own, None for a day only.

    Tomorrow is the next working day: when work starts, or in the digest for a day only. Next week is the first working
    day of it, at the follow-up's own clock time. Where both fall on one day, the word that is literally true is offered.
    """
    # In UTC: on a wall clock an hour may be two, or none.
    hour = (now.astimezone(UTC) + ONE_HOUR).replace(second=0, microsecond=0)
    choices = [_by_itself(Later.HOUR, hour, calendar)]
    afternoon = this_afternoon(now, calendar)
    if afternoon is not None:
        choices.append(_by_itself(Later.AFTERNOON, afternoon, calendar))

    today = local_day(now, calendar.zone)
    tomorrow = calendar.next_working_day(today)
    next_week = calendar.first_working_day_from(today + timedelta(days=7 - today.weekday()))
    days = [(Later.TOMORROW, tomorrow, calendar.start), (Later.NEXT_WEEK, next_week, clock)]
    if tomorrow == next_week:
        days = days[:1] if tomorrow == today + ONE_DAY else days[1:]
    for which, day, at in days:
        if clock is None or at is None:
            choices.append(LaterChoice(which, None, ring_on(day, digest_clock, calendar, now)))
        else:
            choices.append(LaterChoice(which, at, ring_at(day, at, calendar)))
    return tuple(choices)


def _by_itself(which: Later, instant: datetime, calendar: WorkCalendar) -> LaterChoice:
    wall = to_wall(instant, calendar.zone)
    return LaterChoice(which, wall.time(), Ring(wall.date(), instant, None, in_digest=False))
