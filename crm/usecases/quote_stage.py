"""What a quote or contract does to the opportunity that it is about."""

from crm.capture.draft import ActivityKind
from crm.models import Activity, Opportunity, Stage, StageKind
from crm.money import Money
from crm.rules.visibility import may_edit
from crm.store.members import Who
from crm.store.stages import pipeline, quote_stage
from crm.store.value_of import value_of
from crm.store.work import Session, Work
from crm.usecases.move_stage import move_stage


def move_to_quote_stage(work: Work, who: Who, opportunity: Opportunity, quote: Activity) -> Money | None:
    """Its amount is that of the quote. A quote takes it on to "quote sent", never back; a contract, with an amount, to won.

    One that has closed stays as it closed, and a colleague's stays as it is: what was quoted stands on its timeline.
    Returns the amount that it had, where the quote gives it another.
    """
    if not may_edit(who.access, opportunity.holder_id) or opportunity.closed_at is not None:
        return None
    before = value_of(opportunity)
    if quote.value_minor is not None:
        opportunity.value_minor, opportunity.currency = quote.value_minor, quote.currency
    stages = pipeline(work, opportunity.workspace_id)
    current = next((s for s in stages if s.id == opportunity.stage_id), None)
    target = stage_by_quote(work.session, stages, quote, has_amount=opportunity.value_minor is not None)
    if current is not None and target is not None and target.position > current.position:
        now = value_of(opportunity)
        move_stage(work, who, opportunity, target, happened_at=quote.happened_at, value=now)
    return before if before != value_of(opportunity) else None


def begins_anew(session: Session, opportunity: Opportunity, kind: ActivityKind) -> bool:
    """It has closed, so that a quote is about a new one. The contract of one that was won is its own."""
    if opportunity.closed_at is None:
        return False
    stage = session.get(Stage, (opportunity.workspace_id, opportunity.stage_id))
    is_won = stage is not None and stage.kind is StageKind.WON
    return not (kind is ActivityKind.CONTRACT and is_won)


def stage_by_quote(
    session: Session, stages: list[Stage], quote: Activity, *, has_amount: bool
) -> Stage | None:
    """Where a quote or contract takes an opportunity that is not there yet. has_amount: the opportunity, with it."""
    if quote.kind is not ActivityKind.CONTRACT:
        return quote_stage(session, quote.workspace_id)
    if has_amount:
        return next((s for s in stages if s.kind is StageKind.WON), None)
    open_stages = [s for s in stages if s.kind is StageKind.OPEN]
    return open_stages[-1] if open_stages else None
