"""When the digest comes."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.rules.digest_time import digest_day_from, is_digest_day, is_first_digest_of_week, next_digest
from crm.rules.local_time import local_day, to_instant

from .examples import DIGEST, DUTCH, calendars, clocks, days, in_amsterdam, moments, property_test

away = st.none() | days


def test_before_the_hour_it_comes_today() -> None:
    assert next_digest(in_amsterdam("2026-04-24 07:00"), DIGEST, DUTCH) == in_amsterdam("2026-04-24 08:30")


@pytest.mark.parametrize("now", ["2026-04-24 08:30", "2026-04-24 12:00", "2026-04-26 09:00"])
def test_after_the_hour_on_friday_it_comes_on_the_tuesday_after_kings_day(now: str) -> None:
    assert next_digest(in_amsterdam(now), DIGEST, DUTCH) == in_amsterdam("2026-04-28 08:30")


def test_it_keeps_its_wall_time_when_the_clocks_change() -> None:
    before, after = in_amsterdam("2026-03-27 08:30"), in_amsterdam("2026-03-30 08:30")
    assert next_digest(before, DIGEST, DUTCH) == after
    assert after.utcoffset() - before.utcoffset() == timedelta(hours=1)


def test_nobody_who_is_away_gets_one_before_the_first_working_day_after() -> None:
    away_until = date(2026, 5, 8)
    assert not is_digest_day(away_until, DUTCH, away_until)
    assert next_digest(in_amsterdam("2026-05-04 07:00"), DIGEST, DUTCH, away_until) == in_amsterdam(
        "2026-05-11 08:30"
    )


def test_an_absence_that_is_over_changes_nothing() -> None:
    assert digest_day_from(date(2026, 5, 12), DUTCH, date(2026, 5, 8)) == date(2026, 5, 12)


@pytest.mark.parametrize(
    ("day", "away_until", "first"),
    [
        (date(2026, 4, 20), None, True),
        (date(2026, 4, 21), None, False),
        (date(2026, 4, 27), None, False),
        (date(2026, 4, 28), None, True),
        (date(2026, 4, 22), date(2026, 4, 21), True),
        (date(2026, 4, 23), date(2026, 4, 21), False),
        (date(2026, 4, 25), None, False),
    ],
)
def test_weekly_lines_come_on_monday_or_on_the_first_digest_of_the_week(day, away_until, first) -> None:
    assert is_first_digest_of_week(day, DUTCH, away_until) is first


@property_test
@given(moments, clocks, calendars(), away)
def test_the_next_digest_is_later_on_a_digest_day_and_none_is_left_out(
    moment, clock, calendar, away_until
) -> None:
    digest = next_digest(moment, clock, calendar, away_until)
    assert digest > moment
    today = local_day(moment, calendar.zone)
    candidates = [today + timedelta(days=n) for n in range((local_day(digest, calendar.zone) - today).days)]
    missed = [
        day
        for day in candidates
        if is_digest_day(day, calendar, away_until)
        and moment < to_instant(day, clock, calendar.zone) < digest
    ]
    assert missed == []


@property_test
@given(days, calendars(), away)
def test_at_most_one_digest_of_a_week_has_the_weekly_lines(day, calendar, away_until) -> None:
    monday = day - timedelta(days=day.weekday())
    week = [monday + timedelta(days=n) for n in range(7)]
    digests = [day for day in week if is_digest_day(day, calendar, away_until)]
    firsts = [day for day in week if is_first_digest_of_week(day, calendar, away_until)]
    assert firsts == digests[:1]


def test_a_digest_hour_that_spring_skips_comes_an_hour_later() -> None:
    on_sundays = DUTCH.__class__(DUTCH.zone, weekdays=frozenset({6}))
    assert next_digest(in_amsterdam("2026-03-28 12:00"), time(2, 30), on_sundays) == in_amsterdam(
        "2026-03-29 03:30"
    )
