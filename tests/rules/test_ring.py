"""When a follow-up really rings."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given

from crm.rules.calendar import WorkCalendar
from crm.rules.digest_time import is_digest_day
from crm.rules.local_time import local_day, to_instant
from crm.rules.ring import Ring, ring_at, ring_on, this_afternoon

from .examples import AMSTERDAM, DIGEST, DUTCH, calendars, clocks, days, in_amsterdam, moments, property_test


@pytest.mark.parametrize("said", ["2026-03-14 10:00", "2026-04-27 03:15", "2026-12-25 23:59"])
def test_a_clock_time_rings_at_that_minute_also_at_night_at_weekends_and_on_holidays(said: str) -> None:
    moment = in_amsterdam(said)
    ring = ring_at(moment.date(), moment.time(), DUTCH)
    assert ring == Ring(moment.date(), moment, None, in_digest=False)


def test_saturday_without_a_clock_time_rings_in_mondays_digest() -> None:
    ring = ring_on(date(2026, 3, 14), DIGEST, DUTCH, now=in_amsterdam("2026-03-11 12:00"))
    assert ring == Ring(date(2026, 3, 16), in_amsterdam("2026-03-16 08:30"), date(2026, 3, 14), True)


def test_a_working_day_rings_in_its_own_digest_and_was_not_moved() -> None:
    ring = ring_on(date(2026, 3, 13), DIGEST, DUTCH, now=in_amsterdam("2026-03-11 12:00"))
    assert ring == Ring(date(2026, 3, 13), in_amsterdam("2026-03-13 08:30"), None, True)


def test_today_before_the_digest_is_in_it() -> None:
    ring = ring_on(date(2026, 3, 11), DIGEST, DUTCH, now=in_amsterdam("2026-03-11 07:00"))
    assert ring == Ring(date(2026, 3, 11), in_amsterdam("2026-03-11 08:30"), None, True)


def test_today_after_the_digest_still_rings_today_by_itself() -> None:
    ring = ring_on(date(2026, 3, 11), DIGEST, DUTCH, now=in_amsterdam("2026-03-11 10:00"))
    assert ring == Ring(date(2026, 3, 11), in_amsterdam("2026-03-11 14:00"), None, in_digest=False)


def test_today_when_work_is_over_is_moved_to_the_next_digest() -> None:
    ring = ring_on(date(2026, 3, 13), DIGEST, DUTCH, now=in_amsterdam("2026-03-13 18:00"))
    assert ring == Ring(date(2026, 3, 16), in_amsterdam("2026-03-16 08:30"), date(2026, 3, 13), True)


def test_a_saturday_said_on_saturday_waits_for_monday() -> None:
    ring = ring_on(date(2026, 3, 14), DIGEST, DUTCH, now=in_amsterdam("2026-03-14 10:00"))
    assert (ring.day, ring.moved_from, ring.in_digest) == (date(2026, 3, 16), date(2026, 3, 14), True)


def test_a_day_that_is_past_rings_in_the_next_digest() -> None:
    ring = ring_on(date(2026, 3, 2), DIGEST, DUTCH, now=in_amsterdam("2026-03-10 20:00"))
    assert (ring.day, ring.moved_from, ring.in_digest) == (date(2026, 3, 11), date(2026, 3, 2), True)


def test_a_day_of_absence_rings_in_the_first_digest_after_it() -> None:
    ring = ring_on(
        date(2026, 3, 11), DIGEST, DUTCH, now=in_amsterdam("2026-03-10 10:00"), away_until=date(2026, 3, 13)
    )
    assert (ring.day, ring.moved_from) == (date(2026, 3, 16), date(2026, 3, 11))


@pytest.mark.parametrize(
    ("now", "clock"),
    [
        ("08:00", time(14)),
        ("13:30", time(14)),
        ("13:31", time(16, 30)),
        ("16:00", time(16, 30)),
        ("16:01", None),
        ("22:00", None),
    ],
)
def test_the_afternoon_is_two_o_clock_then_an_hour_before_work_ends_then_over(now, clock) -> None:
    afternoon = this_afternoon(in_amsterdam(f"2026-03-11 {now}"), DUTCH)
    day = date(2026, 3, 11)
    assert afternoon == (clock and to_instant(day, clock, AMSTERDAM))


def test_who_works_until_one_has_the_hour_from_noon() -> None:
    mornings = WorkCalendar(AMSTERDAM, "NL", None, time(8), time(13))
    assert this_afternoon(in_amsterdam("2026-03-11 09:00"), mornings) == in_amsterdam("2026-03-11 12:00")


def test_who_works_until_noon_has_no_afternoon() -> None:
    mornings = WorkCalendar(AMSTERDAM, "NL", None, time(8), time(12))
    assert this_afternoon(in_amsterdam("2026-03-11 09:00"), mornings) is None


@property_test
@given(days, clocks, calendars())
def test_the_members_minute_is_never_moved(day, clock, calendar) -> None:
    ring = ring_at(day, clock, calendar)
    assert ring.day == day
    assert ring.instant == to_instant(day, clock, calendar.zone)
    assert ring.moved_from is None


@property_test
@given(days, clocks, calendars(), moments)
def test_a_mere_day_rings_ahead_on_a_working_day_not_before_it_was_asked_for(
    day, digest, calendar, now
) -> None:
    ring = ring_on(day, digest, calendar, now)
    assert ring.instant > now
    assert ring.day >= day
    assert calendar.is_working_day(ring.day)
    assert ring.moved_from == (None if ring.day == day else day)
    if ring.in_digest:
        assert ring.instant == to_instant(ring.day, digest, calendar.zone)
    else:
        assert ring.day == local_day(now, calendar.zone)


@property_test
@given(days, calendars(), moments, days)
def test_no_mere_day_rings_while_its_member_is_away(day, calendar, now, away_until) -> None:
    assert is_digest_day(ring_on(day, DIGEST, calendar, now, away_until).day, calendar, away_until)


@property_test
@given(moments, calendars())
def test_the_afternoon_is_today_after_noon_ahead_and_before_work_ends(now, calendar) -> None:
    afternoon = this_afternoon(now, calendar)
    if afternoon is not None:
        wall: datetime = afternoon.astimezone(calendar.zone)
        assert wall.date() == local_day(now, calendar.zone)
        assert wall.time() >= time(12)
        assert afternoon - now >= timedelta(minutes=30)
        assert afternoon < to_instant(wall.date(), calendar.end, calendar.zone)
