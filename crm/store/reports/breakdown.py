"""The same numbers by source and by member."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import ColumnElement, Row, Select, SQLColumnExpression, and_, func, select
from sqlalchemy.orm import Session

from crm.models import Fair, Lead, Member, Opportunity, Stage, StageKind
from crm.money import Money
from crm.store.rates import Rates
from crm.store.reports.scope import Scope, closed_of, is_reached, leads_of, sum_if

_MOST_LINES = 5
_Key = TypeVar("_Key")


@dataclass(slots=True)
class Line:
    """One source or member. won: minor units of the reporting currency."""

    leads: int = 0
    reached: int = 0
    converted: int = 0
    won: int = 0


def by_source(session: Session, scope: Scope, rates: Rates) -> list[tuple[str, Line]]:
    """The sources with the most leads; "" for leads without one."""
    session.flush()
    source = func.coalesce(Fair.name, Lead.source, "")
    lines: dict[str, Line] = defaultdict(Line)
    rows = session.execute(
        select(source, *_line_columns())
        .select_from(Lead)
        .outerjoin(Fair, and_(Fair.workspace_id == Lead.workspace_id, Fair.id == Lead.fair_id))
        .where(*leads_of(scope))
        .group_by(source)
    )
    for name, *numbers in rows:
        lines[name] = Line(*(int(number) for number in numbers))
    named = func.coalesce(Fair.name, Opportunity.source, "")
    won = _won_by(named, scope).outerjoin(
        Fair, and_(Fair.workspace_id == Opportunity.workspace_id, Fair.id == Opportunity.fair_id)
    )
    _add_won(lines, session.execute(won), rates)
    return _most(lines)


def by_member(session: Session, scope: Scope, rates: Rates) -> list[tuple[str, Line]]:
    """The holders with the most leads."""
    session.flush()
    lines: dict[int, Line] = defaultdict(Line)
    rows = session.execute(
        select(Lead.holder_id, *_line_columns()).where(*leads_of(scope)).group_by(Lead.holder_id)
    )
    for holder_id, *numbers in rows:
        lines[holder_id] = Line(*(int(number) for number in numbers))
    _add_won(lines, session.execute(_won_by(Opportunity.holder_id, scope)), rates)
    names = select(Member.id, Member.name).where(
        Member.workspace_id == scope.access.workspace_id, Member.id.in_(lines)
    )
    name_of = dict(session.execute(names).all())
    return _most({name_of[holder_id]: line for holder_id, line in lines.items() if holder_id in name_of})


def _line_columns() -> tuple[ColumnElement[int], ...]:
    return func.count(), sum_if(is_reached()), sum_if(Lead.converted_at.is_not(None))


def _won_by(key: SQLColumnExpression[_Key], scope: Scope) -> Select[_Key, str | None, int | None]:
    """What was won, in minor units, by key and currency."""
    return (
        select(key, Opportunity.currency, func.sum(Opportunity.value_minor))
        .join(Stage, and_(Stage.workspace_id == Opportunity.workspace_id, Stage.id == Opportunity.stage_id))
        .where(*closed_of(scope), Stage.kind == StageKind.WON, Opportunity.value_minor.is_not(None))
        .group_by(key, Opportunity.currency)
    )


def _add_won(lines: dict[_Key, Line], won: Iterable[Row[_Key, str | None, int | None]], rates: Rates) -> None:
    for key, currency, minor in won:
        own = rates.in_own(Money(int(minor or 0), currency))
        lines[key].won += own.minor if own else 0


def _most(lines: dict[str, Line]) -> list[tuple[str, Line]]:
    return sorted(lines.items(), key=lambda item: (-item[1].won, -item[1].leads, item[0]))[:_MOST_LINES]
