"""What an event brought: for one member, or for the team."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, case, func, not_, select
from sqlalchemy.orm import Session

from crm.models import Fair, FollowUp, FollowUpState, Lead, Reach
from crm.store.not_followed_up import is_not_followed_up


@dataclass(frozen=True, slots=True)
class FairSummary:
    """planned: leads with a next step. unreachable: without phone or e-mail, and none planned. open: the rest of those
    that are not followed up."""

    leads: int
    hot: int
    planned: int
    unreachable: int
    open: int


def fair_summary(session: Session, fair: Fair, holder_id: int | None) -> FairSummary:
    """holder_id: None for the whole team."""
    session.flush()
    unreachable = and_(not_(_planned()), not_(_reachable()))
    counts = session.execute(
        select(
            func.count(),
            _count(Lead.hot.is_(True)),
            _count(_planned()),
            _count(unreachable),
            _count(_is_open()),
        ).where(*_of(fair, holder_id))
    ).one()
    return FairSummary(*(int(count) for count in counts))


def open_leads(session: Session, fair: Fair, holder_id: int) -> list[Lead]:
    """Those to be spread over the next days, in the order in which they came."""
    session.flush()
    return list(session.scalars(select(Lead).where(*_of(fair, holder_id), _is_open()).order_by(Lead.id)))


def unreachable_leads(session: Session, fair: Fair, holder_id: int | None, *, limit: int) -> Sequence[Lead]:
    session.flush()
    query = select(Lead).where(*_of(fair, holder_id), not_(_planned()), not_(_reachable()))
    return session.scalars(query.order_by(Lead.hot.desc(), Lead.id).limit(limit)).all()


def holders_at(session: Session, fair: Fair) -> list[int]:
    """The members who hold leads of the event."""
    query = select(Lead.holder_id).where(*_of(fair, None)).distinct()
    return sorted(session.scalars(query))


def _of(fair: Fair, holder_id: int | None) -> tuple[ColumnElement[bool], ...]:
    held = (Lead.holder_id == holder_id,) if holder_id is not None else ()
    return (
        Lead.workspace_id == fair.workspace_id,
        Lead.fair_id == fair.id,
        Lead.deleted_at.is_(None),
        *held,
    )


def _is_open() -> ColumnElement[bool]:
    return and_(*is_not_followed_up(None), _reachable())


def _planned() -> ColumnElement[bool]:
    return (
        select(FollowUp.id)
        .where(
            FollowUp.workspace_id == Lead.workspace_id,
            FollowUp.lead_id == Lead.id,
            FollowUp.state == FollowUpState.OPEN,
            FollowUp.deleted_at.is_(None),
        )
        .exists()
    )


def _reachable() -> ColumnElement[bool]:
    return (
        select(Reach.id)
        .where(Reach.workspace_id == Lead.workspace_id, Reach.lead_id == Lead.id, Reach.deleted_at.is_(None))
        .exists()
    )


def _count(which: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((which, 1), else_=0)), 0)
