"""The owner sets the reporting currency and what other currencies are worth in it."""

from decimal import Decimal

from babel import Locale
from sqlalchemy import Select, select

from crm.access import Access
from crm.errors import Refused
from crm.models import Rate, Workspace
from crm.store.rates import MILLION
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.check_owner import check_owner

_HIGHEST = Decimal(1_000_000)


def set_currency(work: Work, access: Access, workspace: Workspace, currency: str) -> None:
    """currency: ISO 4217. The rates that were set were in the old one, so they go.

    Raises Refused("owner-only"), Refused("not-a-currency").
    """
    _check(access, currency)
    if workspace.currency == currency:
        return
    workspace.currency = currency
    for rate in work.session.scalars(_rates(access)):
        rate.deleted_at = work.now
    note_turn(work, access, "turn-rates")


def set_rate(work: Work, access: Access, currency: str, worth: Decimal) -> None:
    """worth: of one unit, in the workspace's own currency; kept to a millionth. Raises Refused("rate-bounds") too."""
    _check(access, currency)
    if not 0 < worth < _HIGHEST or int(worth * MILLION) == 0:
        raise Refused("rate-bounds")
    rate = work.session.scalars(_rates(access).where(Rate.currency == currency)).first()
    if rate is None:
        rate = Rate(workspace_id=access.workspace_id, id=work.ids(), currency=currency)
        work.session.add(rate)
    rate.millionths = int((worth * MILLION).to_integral_value(rounding="ROUND_HALF_UP"))
    note_turn(work, access, "turn-rates")


def is_currency(code: str) -> bool:
    """ISO 4217, as Babel knows it."""
    return code in Locale("en").currencies


def _rates(access: Access) -> Select[Rate]:
    return select(Rate).where(Rate.workspace_id == access.workspace_id, Rate.deleted_at.is_(None))


def _check(access: Access, currency: str) -> None:
    check_owner(access)
    if not is_currency(currency):
        raise Refused("not-a-currency")
