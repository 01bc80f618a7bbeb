"""The opportunities that closed: won and lost, and why."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from crm.models import Lead, LostReason, Opportunity, Stage, StageKind
from crm.money import Money
from crm.store.rates import Rates
from crm.store.reports.scope import Scope, closed_of, median_of, since_lead

_MOST_REASONS = 5


@dataclass(frozen=True, slots=True)
class Closed:
    """won, lost: how many. won_amount, lost_amount: minor units of the reporting currency. to_won: the median time from
    the lead. reasons: why they were lost, the most frequent first. no_amount, no_rate: won or lost ones in no sum;
    won_left_out, lost_left_out: how many of these of each."""

    won: int = 0
    lost: int = 0
    won_amount: int = 0
    lost_amount: int = 0
    to_won: timedelta | None = None
    reasons: tuple[tuple[LostReason | None, int], ...] = ()
    no_amount: int = 0
    no_rate: int = 0
    won_left_out: int = 0
    lost_left_out: int = 0


def closed_in(session: Session, scope: Scope, rates: Rates) -> Closed:
    """By the moment of closing; for an event without a period all that ever closed."""
    session.flush()
    rows = session.execute(
        select(
            Stage.kind,
            Opportunity.value_minor,
            Opportunity.currency,
            Opportunity.closed_at,
            since_lead().label("since"),
            Opportunity.lost_reason_id,
        )
        .join(Stage, and_(Stage.workspace_id == Opportunity.workspace_id, Stage.id == Opportunity.stage_id))
        .outerjoin(Lead, and_(Lead.workspace_id == Opportunity.workspace_id, Lead.id == Opportunity.lead_id))
        .where(*closed_of(scope))
    ).all()
    sums = {StageKind.WON: 0, StageKind.LOST: 0}
    numbers = {StageKind.WON: 0, StageKind.LOST: 0}
    left_out = {StageKind.WON: 0, StageKind.LOST: 0}
    reasons: dict[int | None, int] = defaultdict(int)
    no_amount = no_rate = 0
    for row in rows:
        if row.kind not in sums:
            continue
        numbers[row.kind] += 1
        if row.kind is StageKind.LOST:
            reasons[row.lost_reason_id] += 1
        own = rates.in_own(Money(row.value_minor, row.currency)) if row.value_minor is not None else None
        if own is not None:
            sums[row.kind] += own.minor
            continue
        left_out[row.kind] += 1
        no_amount += row.value_minor is None
        no_rate += row.value_minor is not None
    won = [(row.since, row.closed_at) for row in rows if row.kind is StageKind.WON]
    return Closed(
        numbers[StageKind.WON],
        numbers[StageKind.LOST],
        sums[StageKind.WON],
        sums[StageKind.LOST],
        median_of(won),
        _reasons(session, scope, reasons),
        no_amount,
        no_rate,
        left_out[StageKind.WON],
        left_out[StageKind.LOST],
    )


def _reasons(
    session: Session, scope: Scope, counts: dict[int | None, int]
) -> tuple[tuple[LostReason | None, int], ...]:
    ids = [reason_id for reason_id in counts if reason_id is not None]
    query = select(LostReason).where(
        LostReason.workspace_id == scope.access.workspace_id, LostReason.id.in_(ids)
    )
    known = {reason.id: reason for reason in session.scalars(query)}
    ranked = sorted(counts.items(), key=lambda item: -item[1])[:_MOST_REASONS]
    return tuple((known.get(reason_id or 0), count) for reason_id, count in ranked)
