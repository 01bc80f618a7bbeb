"""A quote that was told with another amount, or gets one after all: what stood at its amount follows."""

from crm.models import Activity, Lead, Opportunity
from crm.money import Money
from crm.rules.visibility import may_edit
from crm.store.members import Who
from crm.store.turns import note_turn
from crm.store.value_of import value_of
from crm.store.work import Work
from crm.usecases.quote_stage import move_to_quote_stage


def reprice_quote(work: Work, who: Who, quote: Activity, value: Money | None) -> None:
    """Its opportunity, and a lead that has not converted, as far as they still say what the quote said before."""
    before = value_of(quote)
    if value is not None:
        value = value.or_in(who.currency)
    for row in (_opportunity(work, quote), _lead(work, quote)):
        if row is not None and value_of(row) == before and may_edit(who.access, row.holder_id):
            _set_value(row, value)
    _set_value(quote, value)


def price_quote(work: Work, who: Who, quote: Activity, value: Money) -> Money | None:
    """The amount of one that was logged without: it does what it would have done with it at once.

    Returns the amount that its opportunity had, where that changes.
    """
    note_turn(work, who.access, f"turn-{quote.kind.value}", quote.block_id)
    reprice_quote(work, who, quote, value)
    opportunity = _opportunity(work, quote)
    if opportunity is None or _lead(work, quote) is not None:
        return None
    return move_to_quote_stage(work, who, opportunity, quote)


def _set_value(row: Activity | Lead | Opportunity, value: Money | None) -> None:
    row.value_minor, row.currency = (value.minor, value.currency) if value else (None, None)


def _opportunity(work: Work, quote: Activity) -> Opportunity | None:
    return work.session.get(Opportunity, (quote.workspace_id, quote.opportunity_id or 0))


def _lead(work: Work, quote: Activity) -> Lead | None:
    lead = work.session.get(Lead, (quote.workspace_id, quote.lead_id or 0))
    return lead if lead is not None and lead.converted_at is None else None
