"""What a row is worth."""

from crm.models import Activity, Lead, Opportunity
from crm.money import Money


def value_of(row: Activity | Lead | Opportunity | None) -> Money | None:
    """None where no amount is known."""
    return Money(row.value_minor, row.currency) if row is not None and row.value_minor is not None else None
