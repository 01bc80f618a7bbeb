"""The leads that came in: how many we reached, how many became accounts, and how long that took."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ScalarSelect, and_, func, or_, select
from sqlalchemy.orm import Session

from crm.capture.draft import ActivityKind, Direction, Outcome
from crm.models import Activity, Lead
from crm.store.reports.scope import Scope, is_reached, leads_of, median_of, sum_if


@dataclass(frozen=True, slots=True)
class Leads:
    """Those that came in. reached: how many we reached, converted: that became an account.

    to_reach, to_account: the median of how long that took, None where nobody got there.
    """

    count: int = 0
    hot: int = 0
    reached: int = 0
    converted: int = 0
    to_reach: timedelta | None = None
    to_account: timedelta | None = None


def leads_in(session: Session, scope: Scope) -> Leads:
    session.flush()
    counts = session.execute(
        select(
            func.count(),
            sum_if(Lead.hot.is_(True)),
            sum_if(is_reached()),
            sum_if(Lead.converted_at.is_not(None)),
        ).where(*leads_of(scope))
    ).one()
    count, hot, reached, converted = (int(number) for number in counts)
    reached_at = select(Lead.created_at, first_reached()).where(*leads_of(scope))
    account = select(Lead.created_at, Lead.converted_at).where(
        *leads_of(scope), Lead.converted_at.is_not(None)
    )
    return Leads(
        count,
        hot,
        reached,
        converted,
        median_of(session.execute(reached_at)),
        median_of(session.execute(account)),
    )


def first_reached() -> ScalarSelect[datetime]:
    """When we first reached a lead, if ever: as crm/rules/owing.py says what reaches."""
    ours = Activity.kind.in_(
        [ActivityKind.EMAIL, ActivityKind.MESSAGE, ActivityKind.QUOTE, ActivityKind.CONTRACT]
    )
    reaches = or_(
        and_(Activity.kind == ActivityKind.CALL, Activity.outcome == Outcome.SPOKE),
        and_(ours, Activity.direction == Direction.OUT),
        and_(
            Activity.kind.in_([ActivityKind.VISIT, ActivityKind.MEETING]),
            or_(Activity.outcome.is_(None), Activity.outcome == Outcome.SPOKE),
        ),
    )
    return (
        select(func.min(Activity.happened_at))
        .where(
            Activity.workspace_id == Lead.workspace_id,
            Activity.lead_id == Lead.id,
            reaches,
            Activity.deleted_at.is_(None),
        )
        .scalar_subquery()
    )
