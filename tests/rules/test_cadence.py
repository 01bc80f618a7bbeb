"""When leads that nobody has followed up come up by themselves."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.rules.cadence import Cadence, CadenceError, FairDays, cadence_day, escalation_day, parse_cadence

from .examples import DUTCH, calendars, days, property_test

USUAL = Cadence()
# Hannover Messe 2026 ends on a Friday; the Monday after it is King's Day.
HANNOVER = FairDays(date(2026, 4, 20), date(2026, 4, 24))

cadences = st.lists(st.integers(1, 15), min_size=1, max_size=5).map(lambda steps: Cadence(tuple(steps)))


@st.composite
def fairs(draw: st.DrawFn) -> tuple[FairDays, ...]:
    firsts = draw(st.lists(days, max_size=3))
    return tuple(FairDays(first, first + timedelta(days=draw(st.integers(0, 6)))) for first in firsts)


def all_days(owed, cadence, calendar, held=()):
    steps = [cadence_day(owed, step, cadence, calendar, held) for step in range(len(cadence.steps))]
    return [*steps, escalation_day(owed, cadence, calendar, held)]


def test_it_is_one_then_three_then_seven_working_days_and_then_the_manager() -> None:
    assert all_days(date(2026, 3, 2), USUAL, DUTCH) == [
        date(2026, 3, 3),
        date(2026, 3, 6),
        date(2026, 3, 17),
        date(2026, 3, 18),
    ]


def test_after_the_last_step_there_is_none() -> None:
    assert cadence_day(date(2026, 3, 2), 3, USUAL, DUTCH) is None


def test_a_lead_of_saturday_comes_up_on_monday() -> None:
    assert cadence_day(date(2026, 3, 14), 0, USUAL, DUTCH) == date(2026, 3, 16)


def test_a_lead_of_the_fair_waits_for_the_first_working_day_after_it_and_counts_from_there() -> None:
    assert all_days(date(2026, 4, 20), USUAL, DUTCH, (HANNOVER,)) == [
        date(2026, 4, 28),
        date(2026, 5, 1),
        date(2026, 5, 12),
        date(2026, 5, 13),
    ]


@pytest.mark.parametrize("day", [20, 21, 22, 23, 24])
def test_every_lead_of_a_fair_comes_up_on_the_same_day(day: int) -> None:
    assert cadence_day(date(2026, 4, day), 0, USUAL, DUTCH, (HANNOVER,)) == date(2026, 4, 28)


def test_a_step_that_rang_before_the_fair_stays_where_it_was_and_the_next_waits() -> None:
    steps = all_days(date(2026, 4, 16), USUAL, DUTCH, (HANNOVER,))
    assert steps[:3] == [date(2026, 4, 17), date(2026, 4, 28), date(2026, 5, 7)]


def test_a_fair_that_is_over_or_yet_to_come_changes_nothing() -> None:
    assert all_days(date(2026, 6, 1), USUAL, DUTCH, (HANNOVER,)) == all_days(date(2026, 6, 1), USUAL, DUTCH)
    assert all_days(date(2026, 1, 5), USUAL, DUTCH, (HANNOVER,)) == all_days(date(2026, 1, 5), USUAL, DUTCH)


def test_two_fairs_in_a_row_are_both_waited_for() -> None:
    second = FairDays(date(2026, 4, 28), date(2026, 4, 30))
    held = (second, HANNOVER)
    assert cadence_day(date(2026, 4, 22), 0, USUAL, DUTCH, held) == date(2026, 5, 1)


def test_the_manager_is_not_told_during_a_fair_either() -> None:
    assert escalation_day(date(2026, 4, 16), Cadence((1,)), DUTCH, (HANNOVER,)) == date(2026, 4, 28)


def test_the_longest_cadence_has_an_escalation_too() -> None:
    assert escalation_day(date(2026, 3, 2), Cadence((1,) * 6), DUTCH) == date(2026, 3, 11)


@property_test
@given(days, cadences, calendars(), fairs())
def test_steps_are_later_and_later_working_days_outside_of_fairs(owed, cadence, calendar, held) -> None:
    steps = all_days(owed, cadence, calendar, held)
    assert all(earlier < later for earlier, later in pairwise([owed, *steps]))
    assert all(calendar.is_working_day(day) for day in steps)
    assert not any(fair.first <= day <= fair.last for fair in held for day in steps)


@property_test
@given(days, cadences, calendars())
def test_without_fairs_the_working_days_between_steps_are_those_of_the_cadence(
    owed, cadence, calendar
) -> None:
    total = 0
    for step, pause in enumerate(cadence.steps):
        total += pause
        assert cadence_day(owed, step, cadence, calendar) == calendar.add_working_days(owed, total)


@property_test
@given(days, cadences, calendars(), fairs())
def test_a_fair_never_makes_anything_earlier(owed, cadence, calendar, held) -> None:
    with_fairs = all_days(owed, cadence, calendar, held)
    without = all_days(owed, cadence, calendar)
    assert all(held_day >= day for held_day, day in zip(with_fairs, without, strict=True))


@pytest.mark.parametrize("text", ["1, 3, 7", "1,3,7", " 1 3 7 ", "1/3/7", "1; 3; 7,"])
def test_a_cadence_is_read_however_its_numbers_are_separated(text: str) -> None:
    assert parse_cadence(text) == USUAL


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "cadence-empty"),
        (" , ", "cadence-empty"),
        ("soon", "cadence-not-numbers"),
        ("1, -3", "cadence-not-numbers"),
        ("1.5", "cadence-not-numbers"),
        ("¹", "cadence-not-numbers"),
        ("99999", "cadence-not-numbers"),
        ("1, 0", "cadence-out-of-range"),
        ("91", "cadence-out-of-range"),
        ("1 2 3 4 5 6 7", "cadence-too-many"),
    ],
)
def test_what_is_no_cadence_is_refused_with_its_reason(text: str, key: str) -> None:
    with pytest.raises(CadenceError) as refusal:
        parse_cadence(text)
    assert refusal.value.key == key
    assert isinstance(refusal.value, ValueError)


@property_test
@given(cadences)
def test_a_cadence_reads_back_as_it_is_written(cadence) -> None:
    assert parse_cadence(str(cadence)) == cadence


@property_test
@given(st.text())
def test_any_text_is_a_cadence_or_a_cadence_error(text) -> None:
    try:
        assert parse_cadence(text).steps
    except CadenceError as refusal:
        assert refusal.key.startswith("cadence-")
