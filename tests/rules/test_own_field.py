"""What may stand in a field of the company's own, as people type it."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.rules.own_field import FieldKind, read_value


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("12500", "12500"),
        ("12.500", "12500"),
        ("12,500.5", "12500.5"),
        ("12.500,50", "12500.50"),
        ("12,5", "12.5"),
        ("1 250 000", "1250000"),
        ("-3,25", "-3.25"),
        ("1'000", "1000"),
        ("twelve", None),
        ("12 m", None),
        ("", None),
        ("NaN", None),
        ("1e9", None),
    ],
)
def test_numbers_as_each_country_writes_them(said: str, kept: str | None) -> None:
    assert read_value(FieldKind.NUMBER, [], said) == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("2026-03-31", "2026-03-31"),
        ("31.3.2026", "2026-03-31"),
        ("31/03/2026", "2026-03-31"),
        ("31-3-2026", "2026-03-31"),
        ("31.2.2026", None),
        ("tomorrow", None),
    ],
)
def test_dates_day_first_or_iso(said: str, kept: str | None) -> None:
    assert read_value(FieldKind.DATE, [], said) == kept


def test_a_choice_is_one_of_its_own_however_it_is_written() -> None:
    assert read_value(FieldKind.CHOICE, ["Gold", "Silber"], " GOLD ") == "Gold"
    assert read_value(FieldKind.CHOICE, ["Gold", "Silber"], "Bronze") is None


@given(st.text(max_size=60), st.sampled_from(list(FieldKind)))
def test_anything_typed_is_read_or_refused_and_what_is_kept_can_be_used(said: str, kind: FieldKind) -> None:
    kept = read_value(kind, ["Gold"], said)
    if kept is None:
        return
    if kind is FieldKind.NUMBER:
        assert Decimal(kept).is_finite()
    elif kind is FieldKind.DATE:
        date.fromisoformat(kept)
    assert read_value(kind, ["Gold"], kept) is not None
