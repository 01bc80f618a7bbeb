"""Calendars, days, moments and names for the property tests, and the settings that they run with."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st

from crm.rules.calendar import WorkCalendar

# The first look at a country's holidays imports a library, so no example is held to a time.
property_test = settings(deadline=None)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NEW_YORK = ZoneInfo("America/New_York")
DUTCH = WorkCalendar(AMSTERDAM, "NL", None, time(9), time(17, 30))
DIGEST = time(8, 30)

# Lord Howe moves by half an hour, São Paulo changed at midnight, Apia left out a whole day in 2011.
ZONES = [
    ZoneInfo(name)
    for name in (
        "UTC",
        "Europe/Amsterdam",
        "America/New_York",
        "Australia/Lord_Howe",
        "America/Sao_Paulo",
        "Pacific/Apia",
        "Asia/Kolkata",
    )
]
PLACES = [
    (None, None),
    ("NL", None),
    ("DE", "BY"),
    ("DE", "NI"),
    ("US", "CA"),
    ("GB", "SCT"),
    ("XX", "YY"),
    ("DE", "nowhere"),
]

zones = st.sampled_from(ZONES)
days = st.dates(date(2010, 1, 1), date(2035, 12, 31))
moments = st.builds(datetime.combine, days, st.times(timezones=st.just(UTC)))
clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
hours = st.lists(clocks, min_size=2, max_size=2, unique=True).map(sorted)
weekdays = st.frozensets(st.integers(0, 6), min_size=1)


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    country, region = draw(st.sampled_from(PLACES))
    start, end = draw(hours)
    return WorkCalendar(draw(zones), country, region, start, end, draw(weekdays))


def in_amsterdam(text: str) -> datetime:
    """ "2026-04-24 10:00" on an Amsterdam clock, as an aware moment."""
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)
