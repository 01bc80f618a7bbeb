"""Lists of a block: 🔥 first, then the newest, one page at a time, and counted no further than anybody reads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, not_, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.models import Account, Block, Contact, Lead, Opportunity, Status
from crm.store.blocks import MODELS, Subject, own_contacts, visible
from crm.store.not_followed_up import is_not_followed_up
from crm.store.opportunities import has_next_step, is_open

COUNT_LIMIT = 1000
"""Counting stops here: "1,000+" says enough, and a list of a million costs what a short one does."""


@dataclass(frozen=True, slots=True)
class RowFilter:
    """holder_id: that member's only; None: all that the asking member may see. To a rep of a private workspace all contacts
    that they may see are theirs: those of their accounts too.

    fair_id: what an event brought. owed_on, status: of leads; owed_on: not followed up, as it is on that local day; of
    what an event brought also while it runs. Converted leads are shown only where their status, or what an event brought,
    is asked for: they go on as contacts.

    customer, supplier: of accounts, which way the relation goes. stage_id, open_only, without_step: of opportunities.
    """

    holder_id: int | None = None
    fair_id: int | None = None
    owed_on: date | None = None
    status: Status | None = None
    customer: bool = False
    supplier: bool = False
    stage_id: int | None = None
    open_only: bool = False
    without_step: bool = False


@dataclass(frozen=True, slots=True)
class RowPage:
    """count, hot: of the whole list, each COUNT_LIMIT at most. hot: only of leads."""

    rows: tuple[Subject, ...]
    count: int
    hot: int


def page_of_rows(
    session: Session, access: Access, block: Block, which: RowFilter, *, limit: int, offset: int = 0
) -> RowPage:
    """Only what this member may see, whatever the filter asks for."""
    session.flush()
    kind = MODELS[block]
    query = _filtered(access, block, which)
    order: list[ColumnElement[Any]] = [kind.id.desc()]
    hot = 0
    if block is Block.LEAD:
        order.insert(0, Lead.hot.desc())
        hot = _count(session, query.where(Lead.hot.is_(True)), block)
    rows = session.scalars(query.order_by(*order).limit(limit).offset(offset))
    return RowPage(tuple(rows), _count(session, query, block), hot)


def _count(session: Session, query: Select[Any], block: Block) -> int:
    some = query.with_only_columns(MODELS[block].id).limit(COUNT_LIMIT).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0


def without_step(session: Session, opportunities: Sequence[Opportunity]) -> set[int]:
    """The ids of those that are open and for which nobody plans anything."""
    if not opportunities:
        return set()
    query = select(Opportunity.id).where(
        Opportunity.workspace_id == opportunities[0].workspace_id,
        Opportunity.id.in_([row.id for row in opportunities]),
        is_open(),
        not_(has_next_step()),
    )
    return set(session.scalars(query))


def _filtered(access: Access, block: Block, which: RowFilter) -> Select[Any]:
    query = visible(access, block)
    if block is Block.CONTACT and not access.sees_team and which.holder_id in (None, access.member_id):
        query = query.where(Contact.id.in_(own_contacts(access)))
    elif which.holder_id is not None:
        query = query.where(MODELS[block].holder_id == which.holder_id)
    if which.fair_id is not None:
        query = query.where(MODELS[block].fair_id == which.fair_id)
    match block:
        case Block.LEAD:
            return query.where(*_of_leads(which))
        case Block.ACCOUNT:
            return query.where(*_of_accounts(which))
        case Block.OPPORTUNITY:
            return query.where(*_of_opportunities(which))
        case Block.CONTACT:
            return query


def _of_leads(which: RowFilter) -> Iterator[ColumnElement[bool]]:
    if which.owed_on is not None:
        yield from is_not_followed_up(which.owed_on if which.fair_id is None else None)
    if which.status is not None:
        yield Lead.status == which.status
    elif which.fair_id is None:
        yield Lead.converted_at.is_(None)


def _of_accounts(which: RowFilter) -> Iterator[ColumnElement[bool]]:
    if which.customer:
        yield Account.customer.is_(True)
    if which.supplier:
        yield Account.supplier.is_(True)


def _of_opportunities(which: RowFilter) -> Iterator[ColumnElement[bool]]:
    if which.stage_id is not None:
        yield Opportunity.stage_id == which.stage_id
    if which.open_only or which.without_step:
        yield is_open()
    if which.without_step:
        yield not_(has_next_step())
