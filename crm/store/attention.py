"""Opportunities that are left alone: without a next step, or stale; and leads whose quote waits for an answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, false, func, not_, or_, select
from sqlalchemy.orm import Session

from crm.models import Lead, Opportunity, Stage, StageKind
from crm.store.accounts import organisations_of
from crm.store.members import Who
from crm.store.opportunities import has_next_step
from crm.store.stages import stages_of

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Attention:
    """Of one member's own. without_step: open opportunities for which nothing is planned; stale: those of them that
    nothing happened with for too long; stalest: some of these, each with its organisation's name. waiting: leads with a
    quote that may have to convert."""

    without_step: int = 0
    stale: int = 0
    stalest: tuple[tuple[Opportunity, str | None], ...] = ()
    waiting: int = 0

    def __bool__(self) -> bool:
        return bool(self.without_step or self.stale or self.waiting)


def attention_of(session: Session, who: Who, now: datetime) -> Attention:
    """now: aware. Costs what the member's own open opportunities cost."""
    mine = (
        Opportunity.workspace_id == who.workspace.id,
        Opportunity.holder_id == who.member.id,
        Opportunity.deleted_at.is_(None),
        Opportunity.closed_at.is_(None),
        not_(has_next_step()),
    )
    stages = stages_of(session, who.workspace.id)
    without = session.scalar(select(func.count()).where(*mine)) or 0 if stages else 0
    deals: list[Opportunity] = []
    stale = 0
    if without:
        late = is_stale(stages, now)
        stale = session.scalar(select(func.count()).where(*mine, late)) or 0
        query = select(Opportunity).where(*mine, late).order_by(Opportunity.active_at).limit(_NAMED)
        deals = list(session.scalars(query)) if stale else []
    organisations = organisations_of(session, deals)
    stalest = tuple((deal, organisations.get(deal.id)) for deal in deals)
    return Attention(without, stale, stalest, _waiting(session, who))


def is_stale(stages: list[Stage], now: datetime) -> ColumnElement[bool]:
    """As a condition on Opportunity that has no next step: without activity for longer than its stage allows."""
    return or_(
        false(),
        *(
            and_(
                Opportunity.stage_id == stage.id,
                Opportunity.active_at < now - timedelta(days=stage.stale_days),
            )
            for stage in stages
            if stage.kind is StageKind.OPEN
        ),
    )


def _waiting(session: Session, who: Who) -> int:
    query = select(func.count()).where(
        Lead.workspace_id == who.workspace.id,
        Lead.holder_id == who.member.id,
        Lead.conversion_asked_at.is_not(None),
        Lead.deleted_at.is_(None),
    )
    return session.scalar(query) or 0
