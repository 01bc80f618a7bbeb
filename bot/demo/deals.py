"""The demo's opportunities: quotes that were sent, and where they went from there."""

from crm.capture.draft import ActivityKind
from crm.models import Lead, StageKind
from crm.money import Money
from crm.store.members import Who
from crm.store.stages import lost_reasons_of, pipeline
from crm.store.work import Work
from crm.usecases.log_quote import log_quote
from crm.usecases.move_stage import move_stage

_WHY_LOST = "competitor"


def make_deal(work: Work, who: Who, lead: Lead, amount: Money, text: str, stage_word: str | None) -> None:
    """The quote converts the lead. stage_word: a standard stage that the opportunity went on to; None leaves it."""
    quoted = log_quote(work, who, lead, ActivityKind.QUOTE, happened_at=work.now, value=amount, text=text)
    work.session.flush()
    if stage_word is None or quoted.opportunity is None:
        return
    stage = next(s for s in pipeline(work, who.workspace.id) if s.standard == stage_word)
    reasons = lost_reasons_of(work.session, who.workspace.id)
    why = next((r for r in reasons if r.standard == _WHY_LOST), None)
    move_stage(
        work,
        who,
        quoted.opportunity,
        stage,
        happened_at=work.now,
        reason=why if stage.kind is StageKind.LOST else None,
    )
    work.session.flush()
