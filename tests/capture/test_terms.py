"""What is said with /quote: the amount, until when it holds, and the rest, in three languages."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from crm.capture.draft import Surroundings
from crm.capture.terms import read_terms
from crm.money import Money

AROUND = Surroundings(datetime(2026, 3, 10, 9, tzinfo=UTC), ZoneInfo("Europe/Amsterdam"))


@pytest.mark.parametrize(
    ("said", "minor", "currency", "until", "words"),
    [
        ("", None, None, None, ""),
        ("12.4k", 1_240_000, None, None, ""),
        ("12400", 1_240_000, None, None, ""),
        ("12.4k valid until 30 June", 1_240_000, None, date(2026, 6, 30), ""),
        ("12400 valid for 30 days", 1_240_000, None, date(2026, 4, 9), ""),
        ("12k geldig tot 30 juni", 1_200_000, None, date(2026, 6, 30), ""),
        ("12400 geldig 30 dagen", 1_240_000, None, date(2026, 4, 9), ""),
        ("€ 12.400,50 gültig bis 30.6.", 1_240_050, "EUR", date(2026, 6, 30), ""),
        ("Berger 30 Tage gültig 5000 EUR", 500_000, "EUR", date(2026, 4, 9), "Berger"),
        ("Jansen 12.4k", 1_240_000, None, None, "Jansen"),
        ("Jansen 12400", 1_240_000, None, None, "Jansen"),
        ("12.4k Klaus Berger valid until Friday", 1_240_000, None, date(2026, 3, 13), "Klaus Berger"),
        ("12k 40 sensors", 1_200_000, None, None, "sensors"),
        ("40 sensors", None, None, None, "sensors"),
    ],
)
def test_amount_validity_and_words(
    said: str, minor: int | None, currency: str | None, until: date | None, words: str
) -> None:
    terms = read_terms(said, AROUND)
    assert terms.value == (Money(minor, currency) if minor is not None else None)
    assert (terms.valid_until, terms.words) == (until, words)


@pytest.mark.parametrize(
    ("said", "unread", "words"),
    [
        ("-5", "-5", ""),
        ("Klaus -€5k", "-€5k", "Klaus"),
        ("€0", "€0", ""),
        ("€ 0", "0", ""),
        ("1O k", "1O", ""),
        ("Jansen 5", "5", "Jansen"),
        ("Jansen", "", "Jansen"),
        ("40 sensors", "", "sensors"),
        ("12.4k", "", ""),
        ("Q2024-118 12.4k", "", "Q2024-118"),
    ],
)
def test_what_looks_like_an_amount_and_is_none(said: str, unread: str, words: str) -> None:
    terms = read_terms(said, AROUND)
    assert (terms.unread, terms.words) == (unread, words)
    assert not unread or terms.value is None


@pytest.mark.parametrize("said", ["6k until gibberish", "6k geldig tot ooit", "6k gültig bis irgendwann"])
def test_a_day_that_it_holds_until_is_missed(said: str) -> None:
    terms = read_terms(said, AROUND)
    assert terms.value == Money(600_000, None) and terms.open_end
    assert not read_terms("6k until 30 June", AROUND).open_end and not read_terms("6k", AROUND).open_end
