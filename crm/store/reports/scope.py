"""Whose numbers a report shows, of which period or event, and how they are counted.

Leads and activities of a period are a range of ids, which are in time order: a report costs what the period holds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from sqlalchemy import ColumnElement, case, func, or_

from crm.access import Access
from crm.ids import first_id_at
from crm.models import Lead, Opportunity
from crm.rules.periods import Span


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose numbers. holder_id: one member's; None for all that the asker may see. span: None for all time (an event)."""

    access: Access
    span: Span | None = None
    holder_id: int | None = None
    fair_id: int | None = None

    @property
    def only(self) -> int | None:
        return self.holder_id if self.access.sees_team else self.access.member_id


def leads_of(scope: Scope) -> list[ColumnElement[bool]]:
    where = [Lead.workspace_id == scope.access.workspace_id, Lead.deleted_at.is_(None)]
    if scope.span is not None:
        where += [Lead.id >= first_id_at(scope.span.start), Lead.id < first_id_at(scope.span.end)]
    if scope.fair_id is not None:
        where.append(Lead.fair_id == scope.fair_id)
    if scope.only is not None:
        where.append(Lead.holder_id == scope.only)
    return where


def closed_of(scope: Scope) -> list[ColumnElement[bool]]:
    where = [Opportunity.workspace_id == scope.access.workspace_id, Opportunity.deleted_at.is_(None)]
    if scope.span is None:
        where.append(Opportunity.closed_at.is_not(None))
    else:  # without "is not null", which makes SQLite take the index of the whole team
        where += [Opportunity.closed_at >= scope.span.start, Opportunity.closed_at < scope.span.end]
    if scope.fair_id is not None:
        where.append(Opportunity.fair_id == scope.fair_id)
    if scope.only is not None:
        where.append(Opportunity.holder_id == scope.only)
    return where


def is_reached() -> ColumnElement[bool]:
    return or_(Lead.reached_at.is_not(None), Lead.converted_at.is_not(None))


def sum_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def since_lead() -> ColumnElement[datetime]:
    """From when the time to a closed opportunity counts: its lead, which has to be joined; its own opening without one."""
    return func.coalesce(Lead.created_at, Opportunity.created_at)


def median_of(pairs: Iterable[tuple[datetime, datetime | None]]) -> timedelta | None:
    took = [(until - since).total_seconds() for since, until in pairs if until is not None]
    return timedelta(seconds=max(0.0, median(took))) if took else None
