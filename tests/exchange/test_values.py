"""Cells as each country writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from crm.exchange.cells import Cell
from crm.exchange.values import (
    Habits,
    UnreadableValueError,
    habits_of,
    is_yes,
    read_amount,
    read_day,
    read_emails,
    read_moment,
    read_number,
    read_phones,
)
from crm.money import Money

DUTCH, AMERICAN = Habits(",", day_first=True), Habits(".", day_first=False)


@pytest.mark.parametrize(
    ("cell", "habits", "amount", "currency"),
    [
        ("1.234,56", DUTCH, "1234.56", "EUR"),
        ("1,234.56", DUTCH, "1234.56", "EUR"),
        ("1.234", DUTCH, "1234", "EUR"),
        ("1,234", AMERICAN, "1234", "EUR"),
        ("1,234", DUTCH, "1.23", "EUR"),
        ("12.5", DUTCH, "12.5", "EUR"),
        ("€ 12.500,-", DUTCH, "12500", "EUR"),
        ("$1,000,000", DUTCH, "1000000", "USD"),
        ("CHF 1'234.50", DUTCH, "1234.50", "CHF"),
        ("1 234,5 PLN", DUTCH, "1234.5", "PLN"),
        (12345.67, DUTCH, "12345.67", "EUR"),
        (0.1, DUTCH, "0.10", "EUR"),
        (1234, DUTCH, "1234", "EUR"),
        ("1234.567", DUTCH, "1234.57", "EUR"),
    ],
)
def test_amounts(cell: Cell, habits: Habits, amount: str, currency: str) -> None:
    assert read_amount(cell, "EUR", habits) == Money.of(Decimal(amount), currency)


@pytest.mark.parametrize("cell", ["lots", "12 or 13", "-5", "1e99", "12k", "XYZ 5", "", 1e300])
def test_what_is_no_amount_is_said(cell: Cell) -> None:
    with pytest.raises(UnreadableValueError):
        read_amount(cell, "EUR", DUTCH)


@pytest.mark.parametrize(
    ("cell", "habits", "day"),
    [
        ("2026-04-24", AMERICAN, date(2026, 4, 24)),
        ("24.4.2026", DUTCH, date(2026, 4, 24)),
        ("4/5/2026", DUTCH, date(2026, 5, 4)),
        ("4/5/2026", AMERICAN, date(2026, 4, 5)),
        ("24-04-26", DUTCH, date(2026, 4, 24)),
        ("2026/4/24 10:30", DUTCH, date(2026, 4, 24)),
        ("2026-04-24T10:30:00+02:00", DUTCH, date(2026, 4, 24)),
    ],
)
def test_days(cell: str, habits: Habits, day: date) -> None:
    assert read_day(cell, habits) == day


@pytest.mark.parametrize("cell", ["soon", "31-02-2026", "13/13/2026", "0", "99999"])
def test_what_is_no_day_is_said(cell: str) -> None:
    with pytest.raises(UnreadableValueError, match="bad-date"):
        read_day(cell, DUTCH)


def test_moments_without_a_zone_are_local() -> None:
    zone = ZoneInfo("Europe/Amsterdam")
    assert read_moment("24-04-2026 10:30", DUTCH, zone) == datetime(2026, 4, 24, 8, 30, tzinfo=UTC)
    assert read_moment("4/24/2026 1:05 PM", AMERICAN, zone) == datetime(2026, 4, 24, 11, 5, tzinfo=UTC)
    assert read_moment("2026-04-24T10:30:00+00:00", DUTCH, zone) == datetime(2026, 4, 24, 10, 30, tzinfo=UTC)


def test_a_files_habits_are_told_by_what_is_beyond_doubt() -> None:
    assert habits_of(["1.234,50", "1/2/2026", "25/2/2026"], "en", "US") == Habits(",", day_first=True)
    assert habits_of(["1,234.50", "2/25/2026"], "nl", "NL") == Habits(".", day_first=False)
    assert habits_of(["1.234"], "nl", "NL") == DUTCH
    assert habits_of(["1,234"], "en", None) == AMERICAN


@pytest.mark.parametrize(
    ("cell", "region", "found"),
    [
        ("06-20304050", "NL", ["+31620304050"]),
        ("+31 6 20304050", "DE", ["+31620304050"]),
        ("0031620304050", "NL", ["+31620304050"]),
        (31620304050, "NL", ["+31620304050"]),
        ("31620304050", "NL", ["+31620304050"]),
        ("0711 123456; +49 711 654321", "DE", ["+49711123456", "+49711654321"]),
        ("(212) 555-0123", "US", ["+12125550123"]),
        ("040 2345678 / 0171 2345678", "DE", ["+49402345678", "+491712345678"]),
    ],
)
def test_phones_of_the_members_region(cell: Cell, region: str, found: list[str]) -> None:
    assert [phone.e164 for phone in read_phones(cell, region)] == found


@pytest.mark.parametrize("cell", ["ask Klaus", "12", "1" * 80, "06"])
def test_what_is_no_phone_is_said(cell: str) -> None:
    with pytest.raises(UnreadableValueError, match="bad-phone"):
        read_phones(cell, "NL")


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("a@x.nl", ["a@x.nl"]),
        ("a@x.nl; b@y.de, c@z.com", ["a@x.nl", "b@y.de", "c@z.com"]),
        ("Klaus Berger <k@bosch.example>", ["k@bosch.example"]),
        ("mailto:K@Bosch.example", ["K@Bosch.example"]),
    ],
)
def test_emails(cell: str, found: list[str]) -> None:
    assert read_emails(cell) == found


@pytest.mark.parametrize("cell", ["none", "a@b", "@x.nl", "a b@", "k.berger@"])
def test_what_is_no_email_is_said(cell: str) -> None:
    with pytest.raises(UnreadableValueError, match="bad-email"):
        read_emails(cell)


def test_yes_and_no() -> None:
    assert all(map(is_yes, ("yes", "Ja", "TRUE", "x", 1, "🔥", "Hot")))
    assert not any(map(is_yes, ("no", "nee", "", 0, "cold", "false")))


def test_numbers_of_the_workspaces_own_fields() -> None:
    assert read_number("1.234,5", DUTCH) == Decimal("1234.5")
    with pytest.raises(UnreadableValueError, match="bad-number"):
        read_number("many", DUTCH)
