"""Amounts that come again every year, "3 ton", and bare numbers before tax."""

from decimal import Decimal

import pytest

from crm.capture.read import read_lead
from tests.capture.surroundings import around


@pytest.mark.parametrize(
    ("text", "language", "region", "value", "currency"),
    [
        ("Onderhoud €3.200 per jaar, Ruben Slagter, Sportcentrum Zuid, bellen", "nl", "NL", 3200, "EUR"),
        ("Licence deal $85k/yr for Leo Marsh, Marsh Bakery, call Friday", "en", "US", 85000, "USD"),
        ("Wartung 3.200 € pro Jahr, Falk Sandmann, Druckerei Sandmann", "de", "DE", 3200, "EUR"),
        ("Wartung 1.800 p.a., Falk Sandmann, Druckerei Sandmann", "de", "DE", 1800, None),
        ("Gijs Vos van Vos Verpakkingen, wikkelaar, 3 ton, bel hem donderdag", "nl", "NL", 300000, None),
        ("Gijs Vos van Vos Verpakkingen, deal van 2,5 ton, bellen", "nl", "NL", 250000, None),
        ("Josef Ranftl, Gemeinde Oberwinkel, Schulküche, 28.000 netto, anrufen", "de", "AT", 28000, None),
        ("Ellen Prins, Prins Zonwering, 9500 excl btw, bellen", "nl", "NL", 9500, None),
    ],
)
def test_what_a_deal_is_worth(
    text: str, language: str, region: str, value: int, currency: str | None
) -> None:
    money = read_lead(text, around(language, region)).value
    assert money is not None
    assert (money.amount, money.currency) == (Decimal(value), currency)


@pytest.mark.parametrize(
    ("text", "language", "region"),
    [
        ("Gijs Vos van Vos Staalhandel zoekt 3 ton staal, bellen", "nl", "NL"),
        ("Mia Voss, Voss Bakery, crane, 3 ton, call her Friday", "en", "GB"),
        ("Mia Voss, Voss Labels, wants a price on 40k labels", "en", "GB"),
        ("Mia Voss, Voss Labels, 12 users at €20 per month, call", "en", "GB"),
        ("Mia Voss, Voss Labels, turnover 3 million a year, call", "en", "GB"),
    ],
)
def test_what_is_no_deal(text: str, language: str, region: str) -> None:
    assert read_lead(text, around(language, region)).value is None
