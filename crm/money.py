"""Money as exact minor units and an ISO 4217 currency; formatting is the bot's business."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel.numbers import get_territory_currencies

MINOR_DIGITS = {
    "JPY": 0,
    "KRW": 0,
    "VND": 0,
    "CLP": 0,
    "ISK": 0,
    "BHD": 3,
    "KWD": 3,
    "OMR": 3,
    "TND": 3,
    "JOD": 3,
}


@dataclass(frozen=True, slots=True)
class Money:
    """minor: integer minor units (cents). currency: ISO 4217, or None where none was said."""

    minor: int
    currency: str | None

    @property
    def amount(self) -> Decimal:
        return Decimal(self.minor).scaleb(-MINOR_DIGITS.get(self.currency or "", 2))

    @classmethod
    def of(cls, amount: Decimal, currency: str | None) -> "Money":
        """Round half up to whole minor units."""
        scaled = amount.scaleb(MINOR_DIGITS.get(currency or "", 2))
        return cls(int(scaled.to_integral_value(rounding="ROUND_HALF_UP")), currency)

    def or_in(self, currency: str) -> "Money":
        """Itself; where no currency was said, the same amount in this one, which may have no cents."""
        return self if self.currency else Money.of(self.amount, currency)


@cache
def currency_of(country: str | None) -> str:
    """The currency of a country (ISO 3166 alpha-2), else EUR."""
    current = get_territory_currencies(country) if country else []
    return current[0] if current else "EUR"
