"""Lists of leads: 🔥 first, then the newest; one page at a time, and counted no further than anybody reads."""

from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.models import Lead, Status
from crm.store.leads import visible_leads

COUNT_LIMIT = 1000
"""Counting stops here: "1,000+" says enough, and a list of a million costs what a short one does."""


@dataclass(frozen=True, slots=True)
class LeadFilter:
    """holder_id: that member's only; None: all that the asking member may see. owed: not followed up.

    Converted ones are shown only where their status, or what an event brought, is asked for: they go on as contacts.
    """

    holder_id: int | None = None
    owed: bool = False
    status: Status | None = None
    fair_id: int | None = None


@dataclass(frozen=True, slots=True)
class LeadPage:
    """count, hot: of the whole list, each COUNT_LIMIT at most."""

    leads: tuple[Lead, ...]
    count: int
    hot: int


def page_of_leads(
    session: Session, access: Access, which: LeadFilter, *, limit: int, offset: int = 0
) -> LeadPage:
    """Only what this member may see, whatever the filter asks for."""
    session.flush()
    query = _filtered(access, which)
    leads = session.scalars(query.order_by(Lead.hot.desc(), Lead.id.desc()).limit(limit).offset(offset))
    return LeadPage(tuple(leads), _count(session, query), _count(session, query.where(Lead.hot.is_(True))))


def _filtered(access: Access, which: LeadFilter) -> Select[Lead]:
    query = visible_leads(access)
    if which.holder_id is not None:
        query = query.where(Lead.holder_id == which.holder_id)
    if which.owed:
        query = query.where(Lead.owed_since.is_not(None), Lead.status != Status.DISQUALIFIED)
    if which.status is not None:
        query = query.where(Lead.status == which.status)
    elif which.fair_id is None:
        query = query.where(Lead.converted_at.is_(None))
    if which.fair_id is not None:
        query = query.where(Lead.fair_id == which.fair_id)
    return query


def _count(session: Session, query: Select[Lead]) -> int:
    some = query.with_only_columns(Lead.id).limit(COUNT_LIMIT).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0
