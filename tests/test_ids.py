"""Ids: unique, in the order of time, short in a button."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.ids import IdMaker, from_base36, to_base36
from tests.clock import Clock


def test_ids_rise_and_never_repeat_even_when_the_clock_goes_back() -> None:
    clock = Clock()
    ids = IdMaker(1, clock)
    made = [ids() for _ in range(5000)]
    clock.set(clock() - timedelta(hours=1))
    made += [ids() for _ in range(5000)]
    assert made == sorted(set(made))


def test_two_processes_never_make_the_same_id() -> None:
    clock = Clock()
    one, other = IdMaker(1, clock), IdMaker(2, clock)
    assert not {one() for _ in range(3000)} & {other() for _ in range(3000)}


def test_ids_fit_a_signed_64_bit_column_until_2090() -> None:
    clock = Clock()
    clock.set(clock().replace(year=2090))
    assert IdMaker(1023, clock)() < 1 << 63


@given(st.integers(0, (1 << 63) - 1))
def test_base36_goes_there_and_back(number: int) -> None:
    assert from_base36(to_base36(number)) == number


@given(st.text(max_size=20))
def test_what_is_no_id_is_refused_rather_than_guessed(text: str) -> None:
    try:
        number = from_base36(text)
    except ValueError:
        return
    assert 0 <= number < 1 << 63


def test_negative_numbers_are_no_ids() -> None:
    with pytest.raises(ValueError, match="negative"):
        to_base36(-1)
