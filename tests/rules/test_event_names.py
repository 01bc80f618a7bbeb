"""Which names of events mean one event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.rules.event_names import event_key, is_same_event

from .examples import property_test


@pytest.mark.parametrize(
    "variant",
    [
        "hannovermesse",
        "HANNOVER MESSE",
        "Hannover-Messe",
        "Hannover Messe 2026",
        "hannover messe 26",
        "Hanover Messe",
        "Hannover  Mese",
    ],
)
def test_spellings_of_one_event(variant: str) -> None:
    assert is_same_event("Hannover Messe", variant)
    assert is_same_event(variant, "Hannover Messe")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("IFA", "IFAT"),
        ("Hannover Messe 2025", "Hannover Messe 2026"),
        ("Open dag hal 1", "Open dag hal 2"),
        ("Hannover Messe", "Messe Düsseldorf"),
        ("Metavak Gorinchem", "Metavak Hardenberg"),
        ("", "Hannover Messe"),
    ],
)
def test_events_of_their_own(one: str, other: str) -> None:
    assert not is_same_event(one, other)


def test_a_name_that_is_only_a_year_keeps_it() -> None:
    assert event_key("2026") == "2026"


@property_test
@given(st.text(min_size=1), st.text(min_size=1))
def test_it_is_the_same_both_ways_round(one: str, other: str) -> None:
    assert is_same_event(one, other) == is_same_event(other, one)
