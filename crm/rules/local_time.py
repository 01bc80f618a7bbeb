"""A wall clock in a zone and the instant it means, also on the days when the clocks change."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class FollowUpTime:
    """day, clock: local, in `zone`; clock None where only a day was said. instant: when it rings; aware, UTC."""

    day: date
    clock: time | None
    zone: ZoneInfo
    instant: datetime


def to_instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The UTC instant of a wall time. One that the spring change skips moves forward by the gap; of two in autumn, the first."""
    # fold=0 means both at once: the offset before the change (PEP 495).
    return datetime.combine(day, clock.replace(fold=0, tzinfo=zone)).astimezone(UTC)


def to_wall(moment: datetime, zone: ZoneInfo) -> datetime:
    """The naive wall time that a clock in `zone` shows at an aware moment."""
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """The day that it is in `zone` at an aware moment."""
    return moment.astimezone(zone).date()


def moved(when: FollowUpTime, zone: ZoneInfo) -> FollowUpTime:
    """The same follow-up after its member moved to `zone`.

    A clock time was agreed with somebody and keeps its instant. A mere day goes with the member: it rings at the same
    hour of their new clock. So does the cadence, of which only days are kept.
    """
    if when.clock is None:
        rings = to_wall(when.instant, when.zone)
        return replace(when, zone=zone, instant=to_instant(rings.date(), rings.time(), zone))
    wall = to_wall(when.instant, zone)
    return FollowUpTime(wall.date(), wall.time(), zone, when.instant)
