"""An opportunity goes to another stage; won and lost close it. Every move stands on its timeline."""

from dataclasses import dataclass
from datetime import datetime

from crm.access import Access
from crm.capture.draft import ActivityKind
from crm.errors import Refused
from crm.models import LostReason, Opportunity, Stage, StageKind
from crm.money import Money
from crm.rules.local_time import local_day
from crm.rules.stages import OTHER_REASON, is_probability
from crm.store.members import Who
from crm.store.opportunities import expected_before_end
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.log_activity import log_activity

_TO = " > "
_OWN = "="


def move_stage(
    work: Work,
    who: Who,
    opportunity: Opportunity,
    stage: Stage,
    *,
    happened_at: datetime,
    rev: int = 0,
    reason: LostReason | None = None,
    words: str | None = None,
    value: Money | None = None,
) -> None:
    """rev: of the card that the member looked at, 0 where it does not matter. reason, words: why it is lost.

    value: the amount that it was won for, where there was none.

    Raises Colleagues, Stale where somebody moved it since, Refused("reason-needed") for a lost one
    without a reason (or "other" without words), Refused("amount-needed") for a won one without an amount.
    """
    check_may_edit(who.access, opportunity, rev=rev)
    if stage.id == opportunity.stage_id:
        raise Refused("passed")
    if value is not None:
        opportunity.value_minor, opportunity.currency = value.minor, value.currency
    if stage.kind is StageKind.WON and opportunity.value_minor is None:
        raise Refused("amount-needed")
    opportunity.lost_reason_id = opportunity.lost_words = None
    if stage.kind is StageKind.LOST:
        _set_reason(opportunity, reason, words)
    before = work.session.get(Stage, (opportunity.workspace_id, opportunity.stage_id))
    opportunity.stage_id, opportunity.stage_since = stage.id, work.now
    opportunity.probability, opportunity.probability_by_hand = stage.probability, False
    _close(work, who, opportunity, stage)
    note_turn(work, who.access, "turn-stage", opportunity.id)
    log_activity(
        work,
        who.access,
        opportunity,
        ActivityKind.STAGE,
        happened_at=happened_at,
        text=f"{_label(before)}{_TO}{_label(stage)}",
    )


@dataclass(frozen=True, slots=True)
class StageLabel:
    """A stage as it was called when an opportunity moved. standard: a standard stage's word; name: a company's own."""

    standard: str = ""
    name: str = ""


def read_move(text: str) -> tuple[StageLabel, StageLabel]:
    """From where and to where, of the text of ActivityKind.STAGE."""
    before, _, after = text.partition(_TO)
    return _read_label(before), _read_label(after)


def _label(stage: Stage | None) -> str:
    if stage is None:
        return _OWN
    return f"{_OWN}{stage.name}" if stage.name else stage.standard


def _read_label(text: str) -> StageLabel:
    return StageLabel(name=text.removeprefix(_OWN)) if text.startswith(_OWN) else StageLabel(standard=text)


def set_probability(
    work: Work, access: Access, opportunity: Opportunity, percent: int, *, rev: int = 0
) -> None:
    """By hand: it stays until the stage changes. Raises Refused("probability-bounds") outside 10–90, or closed; Stale."""
    check_may_edit(access, opportunity, rev=rev)
    if opportunity.closed_at is not None or not is_probability(StageKind.OPEN, percent):
        raise Refused("probability-bounds")
    opportunity.probability, opportunity.probability_by_hand = percent, True
    note_turn(work, access, "turn-edited", opportunity.id)


def _set_reason(opportunity: Opportunity, reason: LostReason | None, words: str | None) -> None:
    said = (words or "").strip()
    if reason is None or (reason.standard == OTHER_REASON and not said):
        raise Refused("reason-needed")
    opportunity.lost_reason_id, opportunity.lost_words = reason.id, said[:500] or None


def _close(work: Work, who: Who, opportunity: Opportunity, stage: Stage) -> None:
    """A closed one has the day on which it closed; one that opens again the day that was expected before."""
    if stage.kind is StageKind.OPEN:
        if opportunity.closed_at is not None:
            opportunity.closed_at = None
            expected = expected_before_end(work.session, opportunity)
            opportunity.close_day, opportunity.close_guessed = expected or (opportunity.close_day, True)
        return
    opportunity.closed_at = work.now
    opportunity.close_day, opportunity.close_guessed = local_day(work.now, who.zone), False
