"""What a quote or contract does to the opportunity that it is about."""

from crm.capture.draft import ActivityKind
from crm.models import Activity, Opportunity, Stage, StageKind
from crm.money import Money
from crm.rules.stages import QUOTE_SENT
from crm.rules.visibility import may_edit
from crm.store.members import Who
from crm.store.stages import pipeline
from crm.store.work import Work
from crm.usecases.move_stage import move_stage


def move_to_quote_stage(work: Work, who: Who, opportunity: Opportunity, quote: Activity) -> None:
    """Its amount is that of the quote. A quote takes it on to "quote sent", never back; a contract, with an amount, to won.

    A colleague's stays as it is: what was quoted stands on its timeline.
    """
    if not may_edit(who.access, opportunity.holder_id):
        return
    if quote.value_minor is not None:
        opportunity.value_minor, opportunity.currency = quote.value_minor, quote.currency
    stages = pipeline(work, opportunity.workspace_id)
    current = next((s for s in stages if s.id == opportunity.stage_id), None)
    target = stage_by_quote(stages, quote, has_amount=opportunity.value_minor is not None)
    if current is None or target is None or current.kind is not StageKind.OPEN:
        return
    if target.position > current.position:
        value = (
            Money(opportunity.value_minor, opportunity.currency)
            if opportunity.value_minor is not None
            else None
        )
        move_stage(work, who, opportunity, target, happened_at=quote.happened_at, value=value)


def stage_by_quote(stages: list[Stage], quote: Activity, *, has_amount: bool) -> Stage | None:
    """Where a quote or contract takes an opportunity that is not there yet. has_amount: the opportunity, with it."""
    open_stages = [s for s in stages if s.kind is StageKind.OPEN]
    if quote.kind is ActivityKind.CONTRACT:
        if has_amount:
            return next((s for s in stages if s.kind is StageKind.WON), None)
        return open_stages[-1] if open_stages else None
    return next((s for s in open_stages if s.standard == QUOTE_SENT), None)
