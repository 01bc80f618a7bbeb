"""Lists of accounts, contacts and opportunities: the newest first, one page at a time, counted no further than anybody reads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, not_, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.models import Account, Block, Contact, Opportunity
from crm.store.blocks import MODELS, Subject, own_contacts, visible
from crm.store.lead_lists import COUNT_LIMIT
from crm.store.opportunities import has_next_step, is_open


@dataclass(frozen=True, slots=True)
class RowFilter:
    """holder_id: that member's only; None: all that the asking member may see. To a rep of a private workspace all contacts
    that they may see are theirs: those of their accounts too.

    customer, supplier: of accounts, which way the relation goes. stage_id, open_only, without_step: of opportunities.
    """

    holder_id: int | None = None
    customer: bool = False
    supplier: bool = False
    stage_id: int | None = None
    open_only: bool = False
    without_step: bool = False


@dataclass(frozen=True, slots=True)
class RowPage:
    """count: of the whole list, COUNT_LIMIT at most."""

    rows: tuple[Subject, ...]
    count: int


def page_of_rows(
    session: Session, access: Access, block: Block, which: RowFilter, *, limit: int, offset: int = 0
) -> RowPage:
    """Only what this member may see, whatever the filter asks for."""
    session.flush()
    kind = MODELS[block]
    query = _filtered(access, block, which)
    rows = session.scalars(query.order_by(kind.id.desc()).limit(limit).offset(offset))
    some = query.with_only_columns(kind.id).limit(COUNT_LIMIT).subquery()
    return RowPage(tuple(rows), session.scalar(select(func.count()).select_from(some)) or 0)


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
    if which.customer:
        query = query.where(Account.customer.is_(True))
    if which.supplier:
        query = query.where(Account.supplier.is_(True))
    if which.stage_id is not None:
        query = query.where(Opportunity.stage_id == which.stage_id)
    if which.open_only or which.without_step:
        query = query.where(is_open())
    if which.without_step:
        query = query.where(not_(has_next_step()))
    return query
