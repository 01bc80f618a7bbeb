"""When a member works: weekdays, hours, and the public holidays of their country and region."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from crm.rules.local_time import to_instant, to_wall
from crm.rules.public_holidays import public_holidays

ONE_DAY = timedelta(days=1)
MONDAY_TO_FRIDAY = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """country: ISO 3166 alpha-2; region: its code in public_holidays.known_regions. Unknown ones have no holidays.

    start, end: wall clock of a working day, start before end. weekdays: 0 is Monday; at least one.
    Raises ValueError for hours or weekdays that leave no time to work.
    """

    zone: ZoneInfo
    country: str | None = None
    region: str | None = None
    start: time = time(9)
    end: time = time(17)
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY

    def __post_init__(self) -> None:
        if not self.start < self.end:
            raise ValueError(f"work starts at {self.start} and ends at {self.end}")
        if not self.weekdays or not self.weekdays <= frozenset(range(7)):
            raise ValueError(f"no week has the working days {sorted(self.weekdays)}")

    def is_working_day(self, day: date) -> bool:
        return day.weekday() in self.weekdays and day not in public_holidays(
            self.country, self.region, day.year
        )

    def first_working_day_from(self, day: date) -> date:
        """`day` itself if it is a working day, else the next one."""
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def next_working_day(self, day: date) -> date:
        """The first working day strictly after `day`."""
        return self.first_working_day_from(day + ONE_DAY)

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day strictly after `day`; `day` itself for 0. Raises ValueError for a negative n."""
        if n < 0:
            raise ValueError(f"cannot add {n} working days")
        for _ in range(n):
            day = self.next_working_day(day)
        return day

    def holiday_name(self, day: date, language: str) -> str | None:
        """The name of a public holiday, in `language` ("en", "nl", "de") where the country's names are translated."""
        return public_holidays(self.country, self.region, day.year, language).get(day)

    def opening(self, day: date) -> datetime:
        """The UTC instant at which work starts on `day`, a working day or not."""
        return to_instant(day, self.start, self.zone)

    def is_working_time(self, moment: datetime) -> bool:
        """Whether an aware moment lies in the hours of a working day; the end no longer does."""
        wall = to_wall(moment, self.zone)
        return self.start <= wall.time() < self.end and self.is_working_day(wall.date())
