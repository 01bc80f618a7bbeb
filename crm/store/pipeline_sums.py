"""What is in the pipeline: per stage how many, for how much, and for how much as likely as they are; in one currency."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.models import Opportunity, Stage, StageKind
from crm.money import Money
from crm.store.rates import Rates


@dataclass(slots=True)
class Sum:
    """amount, weighted: minor units of the reporting currency; weighted by probability. no_amount, guessed: what is
    wrong with the numbers. no_rate: how many are in a currency without a rate, and are in no sum."""

    count: int = 0
    amount: int = 0
    weighted: int = 0
    no_amount: int = 0
    guessed: int = 0
    no_rate: int = 0

    def add(self, other: "Sum") -> None:
        self.count += other.count
        self.amount += other.amount
        self.weighted += other.weighted
        self.no_amount += other.no_amount
        self.guessed += other.guessed
        self.no_rate += other.no_rate


@dataclass(frozen=True, slots=True)
class StageSum:
    stage: Stage
    sum: Sum


@dataclass(frozen=True, slots=True)
class Pipeline:
    """own: the reporting currency. stages: the open ones in their order. total: of all of them."""

    own: str
    stages: tuple[StageSum, ...]
    total: Sum

    def money(self, minor: int) -> Money:
        return Money(minor, self.own)


@dataclass(frozen=True, slots=True)
class Month:
    """What is expected to close in a month. first: its first day. sum: all; guessed: those whose day is only guessed."""

    first: date
    sum: Sum = field(default_factory=Sum)
    guessed: Sum = field(default_factory=Sum)


def pipeline_of(
    session: Session, access: Access, stages: list[Stage], rates: Rates, *, holder_id: int | None = None
) -> Pipeline:
    """holder_id: only this member's; None for all that the member may see."""
    rows = session.execute(
        select(Opportunity.stage_id, *_columns())
        .where(*open_ones(access, holder_id))
        .group_by(Opportunity.stage_id, Opportunity.currency)
    )
    by_stage: dict[int, Sum] = defaultdict(Sum)
    for row in rows:
        by_stage[row.stage_id].add(_sum(row, rates))
    shown = tuple(StageSum(s, by_stage[s.id]) for s in stages if s.kind is StageKind.OPEN)
    total = Sum()
    for stage_sum in shown:
        total.add(stage_sum.sum)
    return Pipeline(rates.own, shown, total)


def forecast_of(
    session: Session, access: Access, rates: Rates, *, holder_id: int | None = None
) -> list[Month]:
    """Open opportunities by the month in which they are expected to close; guessed days counted apart. Oldest first."""
    rows = session.execute(
        select(Opportunity.close_day, Opportunity.close_guessed, *_columns())
        .where(*open_ones(access, holder_id))
        .group_by(Opportunity.close_day, Opportunity.close_guessed, Opportunity.currency)
    )
    months: dict[date, Month] = {}
    for row in rows:
        first = row.close_day.replace(day=1)
        month = months.setdefault(first, Month(first))
        (month.guessed if row.close_guessed else month.sum).add(_sum(row, rates))
    return [months[first] for first in sorted(months)]


def open_ones(access: Access, holder_id: int | None) -> tuple[ColumnElement[bool], ...]:
    """Conditions on Opportunity: open, and to be seen by this member."""
    where: list[ColumnElement[bool]] = [
        Opportunity.workspace_id == access.workspace_id,
        Opportunity.deleted_at.is_(None),
        Opportunity.closed_at.is_(None),
    ]
    if not access.sees_team:
        holder_id = access.member_id
    if holder_id is not None:
        where.append(Opportunity.holder_id == holder_id)
    return tuple(where)


def _columns() -> tuple[ColumnElement[Any], ...]:
    amount = func.coalesce(Opportunity.value_minor, 0)
    return (
        Opportunity.currency.label("currency"),
        func.count().label("count"),
        func.sum(amount).label("amount"),
        func.sum(amount * Opportunity.probability).label("hundredfold"),
        func.sum(case((Opportunity.value_minor.is_(None), 1), else_=0)).label("no_amount"),
        func.sum(case((Opportunity.close_guessed.is_(True), 1), else_=0)).label("guessed"),
    )


def _sum(row: Any, rates: Rates) -> Sum:
    """Exact up to the conversion, which rounds the sum of a currency once."""
    amount = rates.in_own(Money(int(row.amount), row.currency))
    weighted = rates.in_own(Money(int(row.hundredfold), row.currency))
    has_rate = amount is not None and weighted is not None
    return Sum(
        count=row.count,
        amount=amount.minor if amount else 0,
        weighted=(weighted.minor + 50) // 100 if weighted else 0,
        no_amount=int(row.no_amount),
        guessed=int(row.guessed),
        no_rate=0 if has_rate else row.count,
    )
