"""Wall clocks and instants, on ordinary days and on those when the clocks change."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given

from crm.rules.local_time import FollowUpTime, local_day, moved, to_instant, to_wall

from .examples import AMSTERDAM, NEW_YORK, clocks, days, moments, property_test, zones

SPRING = date(2026, 3, 29)
AUTUMN = date(2026, 10, 25)


def test_a_wall_time_is_the_instant_of_its_zone() -> None:
    assert to_instant(date(2026, 1, 15), time(8, 30), AMSTERDAM) == datetime(2026, 1, 15, 7, 30, tzinfo=UTC)
    assert to_instant(date(2026, 7, 15), time(8, 30), AMSTERDAM) == datetime(2026, 7, 15, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(("clock", "shown"), [(time(2, 0), time(3, 0)), (time(2, 30), time(3, 30))])
def test_a_time_that_spring_skips_moves_forward_by_the_gap(clock: time, shown: time) -> None:
    assert to_wall(to_instant(SPRING, clock, AMSTERDAM), AMSTERDAM) == datetime.combine(SPRING, shown)


def test_a_time_that_autumn_has_twice_is_its_first() -> None:
    first = to_instant(AUTUMN, time(2, 30), AMSTERDAM)
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert to_wall(first + timedelta(hours=1), AMSTERDAM) == to_wall(first, AMSTERDAM)


def test_a_clock_time_marked_as_the_second_is_still_the_first() -> None:
    assert to_instant(AUTUMN, time(2, 30, fold=1), AMSTERDAM) == to_instant(AUTUMN, time(2, 30), AMSTERDAM)


def test_the_day_is_the_one_in_the_zone() -> None:
    late = datetime(2026, 5, 1, 23, 30, tzinfo=UTC)
    assert local_day(late, AMSTERDAM) == date(2026, 5, 2)
    assert local_day(late, NEW_YORK) == date(2026, 5, 1)


@property_test
@given(days, clocks, zones)
def test_a_wall_time_comes_back_as_it_was_or_later_where_the_clocks_skip_it(day, clock, zone) -> None:
    shown = to_wall(to_instant(day, clock, zone), zone)
    skipped = shown - datetime.combine(day, clock)
    assert timedelta(0) <= skipped <= timedelta(days=1)
    assert to_wall(to_instant(shown.date(), shown.time(), zone), zone) == shown


@property_test
@given(moments, zones)
def test_the_wall_time_of_a_moment_leads_back_to_it_or_to_its_first_twin(moment, zone) -> None:
    wall = to_wall(moment, zone)
    again = to_instant(wall.date(), wall.time(), zone)
    assert to_wall(again, zone) == wall
    assert timedelta(0) <= moment - again <= timedelta(hours=2)


def test_who_moves_from_amsterdam_to_new_york_keeps_the_instant_of_a_clock_time() -> None:
    agreed = FollowUpTime(
        date(2026, 6, 2), time(10), AMSTERDAM, to_instant(date(2026, 6, 2), time(10), AMSTERDAM)
    )
    there = moved(agreed, NEW_YORK)
    assert there == FollowUpTime(date(2026, 6, 2), time(4), NEW_YORK, agreed.instant)


def test_a_clock_time_soon_after_midnight_is_the_day_before_in_new_york() -> None:
    agreed = FollowUpTime(
        date(2026, 6, 2), time(1), AMSTERDAM, to_instant(date(2026, 6, 2), time(1), AMSTERDAM)
    )
    assert moved(agreed, NEW_YORK).day == date(2026, 6, 1)


def test_who_moves_from_amsterdam_to_new_york_takes_a_mere_day_along() -> None:
    on_tuesday = FollowUpTime(
        date(2026, 6, 2), None, AMSTERDAM, to_instant(date(2026, 6, 2), time(8, 30), AMSTERDAM)
    )
    there = moved(on_tuesday, NEW_YORK)
    assert there.day == date(2026, 6, 2)
    assert there.clock is None
    assert to_wall(there.instant, NEW_YORK) == datetime.combine(date(2026, 6, 2), time(8, 30))


@property_test
@given(moments, zones, zones)
def test_moving_never_changes_the_instant_of_a_clock_time(moment, home, away) -> None:
    wall = to_wall(moment, home)
    there = moved(FollowUpTime(wall.date(), wall.time(), home, moment), away)
    assert there.instant == moment
    assert datetime.combine(there.day, there.clock) == to_wall(moment, away)
    assert moved(there, home) == FollowUpTime(wall.date(), wall.time(), home, moment)


@property_test
@given(days, zones, zones)
def test_moving_there_and_back_changes_nothing_about_a_mere_day(day, home, away) -> None:
    here = FollowUpTime(day, None, home, to_instant(day, time(8, 30), home))
    if to_wall(here.instant, home).date() == day and to_wall(moved(here, away).instant, away).date() == day:
        assert moved(moved(here, away), home) == here
