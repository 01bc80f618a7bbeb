"""The same numbers by source and by member: the way from lead to followed up, to account, to won."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import Row, Select, SQLColumnExpression, and_, func, select
from sqlalchemy.orm import Session

from crm.models import Fair, Lead, Member, Opportunity, Stage, StageKind
from crm.money import Money
from crm.store.rates import Rates
from crm.store.reports.leads import first_reached
from crm.store.reports.scope import Scope, closed_of, is_reached, leads_of, median_of, since_lead

_MOST_LINES = 4
_Key = TypeVar("_Key")
_Span = tuple[datetime, datetime | None]


@dataclass(frozen=True, slots=True)
class Line:
    """One source or member. won: minor units of the reporting currency. to_…: the median time from the lead."""

    leads: int
    reached: int
    converted: int
    won: int
    to_reach: timedelta | None = None
    to_account: timedelta | None = None
    to_won: timedelta | None = None


@dataclass(slots=True)
class _Tally:
    """Of one line, while rows are read."""

    leads: int = 0
    reached: int = 0
    won: int = 0
    reached_in: list[_Span] = field(default_factory=list)
    converted_in: list[_Span] = field(default_factory=list)
    won_in: list[_Span] = field(default_factory=list)

    def line(self) -> Line:
        return Line(
            self.leads,
            self.reached,
            len(self.converted_in),
            self.won,
            median_of(self.reached_in),
            median_of(self.converted_in),
            median_of(self.won_in),
        )


def by_source(session: Session, scope: Scope, rates: Rates) -> list[tuple[str, Line]]:
    """The sources that brought most; "" for leads without one."""
    session.flush()
    leads = _leads_by(func.coalesce(Fair.name, Lead.source, ""), scope).outerjoin(
        Fair, and_(Fair.workspace_id == Lead.workspace_id, Fair.id == Lead.fair_id)
    )
    won = _won_by(func.coalesce(Fair.name, Opportunity.source, ""), scope).outerjoin(
        Fair, and_(Fair.workspace_id == Opportunity.workspace_id, Fair.id == Opportunity.fair_id)
    )
    return _most(_tallied(session.execute(leads), session.execute(won), rates).items())


def by_member(session: Session, scope: Scope, rates: Rates) -> list[tuple[str, Line]]:
    """The holders who brought most."""
    session.flush()
    leads, won = _leads_by(Lead.holder_id, scope), _won_by(Opportunity.holder_id, scope)
    tallies = _tallied(session.execute(leads), session.execute(won), rates)
    names = select(Member.id, Member.name).where(
        Member.workspace_id == scope.access.workspace_id, Member.id.in_(tallies)
    )
    return _most((name, tallies[holder_id]) for holder_id, name in session.execute(names))


def _leads_by(
    key: SQLColumnExpression[_Key], scope: Scope
) -> Select[_Key, datetime, datetime | None, datetime | None, bool]:
    return select(key, Lead.created_at, first_reached(), Lead.converted_at, is_reached()).where(
        *leads_of(scope)
    )


def _won_by(
    key: SQLColumnExpression[_Key], scope: Scope
) -> Select[_Key, datetime, datetime | None, int | None, str | None]:
    return (
        select(key, since_lead(), Opportunity.closed_at, Opportunity.value_minor, Opportunity.currency)
        .join(Stage, and_(Stage.workspace_id == Opportunity.workspace_id, Stage.id == Opportunity.stage_id))
        .outerjoin(Lead, and_(Lead.workspace_id == Opportunity.workspace_id, Lead.id == Opportunity.lead_id))
        .where(*closed_of(scope), Stage.kind == StageKind.WON)
    )


def _tallied(
    leads: Iterable[Row[_Key, datetime, datetime | None, datetime | None, bool]],
    won: Iterable[Row[_Key, datetime, datetime | None, int | None, str | None]],
    rates: Rates,
) -> dict[_Key, _Tally]:
    tallies: dict[_Key, _Tally] = defaultdict(_Tally)
    for key, created_at, reached_at, converted_at, was_reached in leads:
        tally = tallies[key]
        tally.leads += 1
        tally.reached += bool(was_reached)
        tally.reached_in.append((created_at, reached_at))
        if converted_at is not None:
            tally.converted_in.append((created_at, converted_at))
    for key, since, closed_at, minor, currency in won:
        own = rates.in_own(Money(minor, currency)) if minor is not None else None
        tallies[key].won += own.minor if own else 0
        tallies[key].won_in.append((since, closed_at))
    return tallies


def _most(tallies: Iterable[tuple[str, _Tally]]) -> list[tuple[str, Line]]:
    lines = [(name, tally.line()) for name, tally in tallies]
    return sorted(lines, key=lambda item: (-item[1].won, -item[1].leads, item[0]))[:_MOST_LINES]
