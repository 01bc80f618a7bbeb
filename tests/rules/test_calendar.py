"""Working days, hours and holidays."""

import time as stopwatch
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.rules.calendar import WorkCalendar
from crm.rules.public_holidays import is_known_country, known_regions, public_holidays

from .examples import AMSTERDAM, DUTCH, calendars, days, in_amsterdam, moments, property_test


def german(region: str | None) -> WorkCalendar:
    return WorkCalendar(AMSTERDAM, "DE", region, time(8), time(17))


def test_kings_day_after_the_fair_makes_it_tuesday() -> None:
    assert DUTCH.next_working_day(date(2026, 4, 24)) == date(2026, 4, 28)


def test_saturday_waits_for_monday() -> None:
    assert DUTCH.first_working_day_from(date(2026, 3, 14)) == date(2026, 3, 16)


def test_a_working_day_is_its_own_first_but_not_its_own_next() -> None:
    friday = date(2026, 3, 13)
    assert DUTCH.first_working_day_from(friday) == friday
    assert DUTCH.next_working_day(friday) == date(2026, 3, 16)


def test_epiphany_is_free_in_bavaria_and_not_in_lower_saxony() -> None:
    epiphany = date(2026, 1, 6)
    assert not german("BY").is_working_day(epiphany)
    assert german("NI").is_working_day(epiphany)


def test_christmas_is_counted_over() -> None:
    assert DUTCH.add_working_days(date(2026, 12, 24), 1) == date(2026, 12, 28)


def test_no_working_days_more_is_the_day_itself_even_a_sunday() -> None:
    assert DUTCH.add_working_days(date(2026, 3, 15), 0) == date(2026, 3, 15)


def test_counting_back_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        DUTCH.add_working_days(date(2026, 3, 15), -1)


def test_an_observed_holiday_at_the_turn_of_the_year_is_free() -> None:
    american = WorkCalendar(AMSTERDAM, "US", "CA")
    assert not american.is_working_day(date(2027, 12, 31))


@pytest.mark.parametrize("country", ["XX", "", "nl", "netherlands", None])
def test_an_unknown_country_has_no_holidays(country: str | None) -> None:
    calendar = WorkCalendar(AMSTERDAM, country, "BY")
    assert calendar.is_working_day(date(2026, 12, 25))
    assert calendar.holiday_name(date(2026, 12, 25), "en") is None
    assert known_regions(country) == {}
    assert not is_known_country(country)


def test_an_unknown_region_has_the_holidays_of_its_country() -> None:
    assert not german("nowhere").is_working_day(date(2026, 12, 25))
    assert german("nowhere").is_working_day(date(2026, 1, 6))


@pytest.mark.parametrize(
    ("calendar", "language", "name"),
    [
        (DUTCH, "nl", "Koningsdag"),
        (DUTCH, "en", "King's Day"),
        (DUTCH, "de", "King's Day"),
    ],
)
def test_a_holiday_is_named_in_the_language_or_else_in_english(calendar, language, name) -> None:
    assert calendar.holiday_name(date(2026, 4, 27), language) == name


def test_a_german_holiday_has_its_german_name() -> None:
    assert german(None).holiday_name(date(2026, 10, 3), "de") == "Tag der Deutschen Einheit"


def test_a_british_holiday_has_an_english_name() -> None:
    british = WorkCalendar(AMSTERDAM, "GB", "SCT")
    assert british.holiday_name(date(2026, 11, 30), "en") == "Saint Andrew's Day"


def test_an_ordinary_day_has_no_name() -> None:
    assert DUTCH.holiday_name(date(2026, 4, 28), "nl") is None


def test_regions_are_offered_by_name_where_they_matter() -> None:
    regions = known_regions("DE")
    assert regions["BY"] == "Bayern"
    assert regions["BW"] == "Baden-Württemberg"
    assert list(regions.values()) == sorted(regions.values())


def test_only_regions_with_holidays_of_their_own_are_offered() -> None:
    assert "57" in known_regions("FR")
    assert "Zone A" not in known_regions("FR")


@pytest.mark.parametrize("country", ["NL", "AT", "BE", "DK"])
def test_no_region_is_asked_where_all_have_the_same_holidays(country: str) -> None:
    assert is_known_country(country)
    assert known_regions(country) == {}


def test_work_opens_at_the_start_of_the_local_day() -> None:
    assert DUTCH.opening(date(2026, 7, 1)) == datetime(2026, 7, 1, 7, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "working"),
    [
        ("2026-04-24 08:59", False),
        ("2026-04-24 09:00", True),
        ("2026-04-24 17:29", True),
        ("2026-04-24 17:30", False),
        ("2026-04-25 12:00", False),
        ("2026-04-27 12:00", False),
    ],
)
def test_working_time_is_within_the_hours_of_a_working_day(moment: str, working: bool) -> None:
    assert DUTCH.is_working_time(in_amsterdam(moment)) is working


@pytest.mark.parametrize("weekdays", [frozenset(), frozenset({7}), frozenset({-1, 2})])
def test_a_week_without_a_working_day_is_refused(weekdays: frozenset[int]) -> None:
    with pytest.raises(ValueError, match="working days"):
        WorkCalendar(AMSTERDAM, weekdays=weekdays)


@pytest.mark.parametrize("end", [time(9), time(8)])
def test_hours_that_end_before_they_start_are_refused(end: time) -> None:
    with pytest.raises(ValueError, match="starts at"):
        WorkCalendar(AMSTERDAM, start=time(9), end=end)


@property_test
@given(calendars(), days)
def test_the_next_working_day_is_later_works_and_skips_none(calendar, day) -> None:
    following = calendar.next_working_day(day)
    assert following > day
    assert calendar.is_working_day(following)
    between = (following - day).days
    assert not any(calendar.is_working_day(day + timedelta(days=n)) for n in range(1, between))


@property_test
@given(calendars(), days, st.integers(0, 20), st.integers(0, 20))
def test_working_days_add_up(calendar, day, some, more) -> None:
    together = calendar.add_working_days(day, some + more)
    assert calendar.add_working_days(calendar.add_working_days(day, some), more) == together


@property_test
@given(calendars(), days, st.integers(0, 20))
def test_as_many_working_days_pass_as_were_added(calendar, day, n) -> None:
    later = calendar.add_working_days(day, n)
    passed = range(1, (later - day).days + 1)
    assert sum(calendar.is_working_day(day + timedelta(days=k)) for k in passed) == n


@property_test
@given(calendars(), days)
def test_a_day_with_a_holiday_name_is_no_working_day(calendar, day) -> None:
    named = any(calendar.holiday_name(day, language) for language in ("en", "nl", "de"))
    assert not (named and calendar.is_working_day(day))


@property_test
@given(calendars(), moments)
def test_working_time_implies_a_working_day_that_has_opened(calendar, moment) -> None:
    if calendar.is_working_time(moment):
        day = moment.astimezone(calendar.zone).date()
        assert calendar.is_working_day(day)
        assert calendar.opening(day) - timedelta(days=1) <= moment


def test_a_year_of_holidays_is_read_once() -> None:
    assert public_holidays("DE", "BY", 2031) is public_holidays("DE", "BY", 2031)


def test_twenty_thousand_questions_about_a_known_year_take_less_than_a_second() -> None:
    DUTCH.is_working_day(date(2026, 4, 1))
    start = stopwatch.perf_counter()
    for _ in range(20_000):
        DUTCH.is_working_day(date(2026, 4, 1))
    assert stopwatch.perf_counter() - start < 1
