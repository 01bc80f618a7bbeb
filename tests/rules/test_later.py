"""What [Later] offers."""

from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from crm.rules.later import Later, LaterChoice, later_choices
from crm.rules.local_time import local_day

from .examples import DIGEST, DUTCH, calendars, clocks, in_amsterdam, moments, property_test


def offered(now: str, clock: time | None = None) -> dict[Later, LaterChoice]:
    return {choice.which: choice for choice in later_choices(in_amsterdam(now), clock, DIGEST, DUTCH)}


def test_on_a_wednesday_morning_all_four_are_offered() -> None:
    choices = offered("2026-03-11 10:06:40", time(10))
    assert list(choices) == [Later.HOUR, Later.AFTERNOON, Later.TOMORROW, Later.NEXT_WEEK]
    assert [choice.ring.instant for choice in choices.values()] == [
        in_amsterdam("2026-03-11 11:06"),
        in_amsterdam("2026-03-11 14:00"),
        in_amsterdam("2026-03-12 09:00"),
        in_amsterdam("2026-03-16 10:00"),
    ]
    assert not any(choice.ring.in_digest for choice in choices.values())


def test_a_mere_day_is_put_off_to_a_digest() -> None:
    choices = offered("2026-03-11 10:00")
    for which, day in ((Later.TOMORROW, date(2026, 3, 12)), (Later.NEXT_WEEK, date(2026, 3, 16))):
        assert choices[which].clock is None
        assert choices[which].ring.in_digest
        assert choices[which].ring.day == day


def test_the_afternoon_is_not_offered_when_it_is_over() -> None:
    assert Later.AFTERNOON not in offered("2026-03-11 17:00")


def test_before_kings_weekend_it_is_next_week_and_that_begins_on_tuesday() -> None:
    choices = offered("2026-04-24 10:00", time(10))
    assert Later.TOMORROW not in choices
    assert choices[Later.NEXT_WEEK].ring.instant == in_amsterdam("2026-04-28 10:00")


def test_on_sunday_monday_is_tomorrow() -> None:
    choices = offered("2026-03-15 20:00", time(10))
    assert choices[Later.TOMORROW].ring.instant == in_amsterdam("2026-03-16 09:00")
    assert Later.NEXT_WEEK not in choices


def test_in_an_hour_is_an_hour_also_while_the_clocks_go_back() -> None:
    first_half_past_two = in_amsterdam("2026-10-25 02:30")
    hour = later_choices(first_half_past_two, None, DIGEST, DUTCH)[0]
    assert hour.clock == time(2, 30)
    assert hour.ring.instant.timestamp() - first_half_past_two.timestamp() == 3600


@property_test
@given(moments, st.none() | clocks, clocks, calendars())
def test_every_choice_is_ahead_and_none_is_offered_twice(now, clock, digest, calendar) -> None:
    choices = later_choices(now, clock, digest, calendar)
    assert choices[0].which is Later.HOUR
    assert timedelta(minutes=59) < choices[0].ring.instant - now <= timedelta(hours=1)
    assert all(choice.ring.instant > now for choice in choices)
    assert len({choice.which for choice in choices}) == len(choices)


@property_test
@given(moments, st.none() | clocks, clocks, calendars())
def test_later_days_are_different_working_days(now, clock, digest, calendar) -> None:
    choices = later_choices(now, clock, digest, calendar)
    later_days = [choice.ring.day for choice in choices if choice.which in (Later.TOMORROW, Later.NEXT_WEEK)]
    assert later_days
    assert len(set(later_days)) == len(later_days)
    assert all(calendar.is_working_day(day) and day > local_day(now, calendar.zone) for day in later_days)
