"""What amounts are worth in the workspace's own currency, by the rates that the owner set."""

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from crm.models import Rate, Workspace
from crm.money import Money, currency_of

MILLION = Decimal(1_000_000)


@dataclass(frozen=True, slots=True)
class Rates:
    """own: the reporting currency. of: what one unit of another currency is worth in it."""

    own: str
    of: dict[str, Decimal]

    def in_own(self, money: Money) -> Money | None:
        """Exact to the minor unit, rounded half up; None where there is no rate. An amount without a currency is in `own`."""
        if money.currency in (None, self.own):
            return Money(money.minor, self.own)
        rate = self.of.get(money.currency or "")
        return Money.of(money.amount * rate, self.own) if rate is not None else None


def rates_of(session: Session, workspace: Workspace) -> Rates:
    rows = session.scalars(
        select(Rate).where(Rate.workspace_id == workspace.id, Rate.deleted_at.is_(None)).order_by(Rate.id)
    )
    own = workspace.currency or currency_of(workspace.country)
    return Rates(own, {rate.currency: Decimal(rate.millionths) / MILLION for rate in rows})
