"""The leads of a fair over the days after it."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.rules.spread import spread

from .examples import DUTCH, calendars, days, property_test

# (number, hot)
some_leads = st.lists(st.booleans(), max_size=150).map(lambda hot: list(enumerate(hot)))


def is_hot(lead: tuple[int, bool]) -> bool:
    return lead[1]


def test_seventy_seven_leads_of_hannover_are_twenty_a_day_from_tuesday() -> None:
    leads = [(number, number % 4 == 0) for number in range(77)]
    spread_days = spread(leads, is_hot, date(2026, 4, 25), DUTCH)
    assert [(one.day, len(one.leads)) for one in spread_days] == [
        (date(2026, 4, 28), 20),
        (date(2026, 4, 29), 20),
        (date(2026, 4, 30), 20),
        (date(2026, 5, 1), 17),
    ]
    assert all(is_hot(lead) for lead in spread_days[0].leads)


def test_no_leads_take_no_days() -> None:
    assert spread([], is_hot, date(2026, 4, 25), DUTCH) == ()


def test_no_lead_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="0 leads a day"):
        spread([(1, True)], is_hot, date(2026, 4, 25), DUTCH, a_day=0)


@property_test
@given(some_leads, days, calendars(), st.integers(1, 30))
def test_every_lead_once_hot_first_else_in_order_and_no_day_too_full(
    leads, earliest, calendar, a_day
) -> None:
    spread_days = spread(leads, is_hot, earliest, calendar, a_day)
    planned = [lead for one in spread_days for lead in one.leads]
    assert planned == [lead for lead in leads if lead[1]] + [lead for lead in leads if not lead[1]]
    assert all(len(one.leads) == a_day for one in spread_days[:-1])
    assert all(1 <= len(one.leads) <= a_day for one in spread_days)


@property_test
@given(some_leads, days, calendars())
def test_the_days_are_successive_working_days_from_the_earliest(leads, earliest, calendar) -> None:
    used = [one.day for one in spread(leads, is_hot, earliest, calendar)]
    if used:
        assert used[0] == calendar.first_working_day_from(earliest)
    assert all(calendar.next_working_day(day) == following for day, following in pairwise(used))
