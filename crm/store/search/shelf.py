"""Where is looked: the postings of one block, as far as one member may see its rows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, literal, select, union_all
from sqlalchemy.orm import Session

from crm.access import Access
from crm.models import Block
from crm.models.search import Posting, SharedPosting
from crm.store.blocks import MODELS, visible

CANDIDATES = 100
"""So many rows are looked at, at most."""

Which = Callable[[Any], ColumnElement[bool]]
"""A condition on the column of terms."""


@dataclass(frozen=True, slots=True)
class Shelf:
    session: Session
    access: Access
    block: Block
    vocabulary: dict[tuple[str, bool, bool], dict[str, int]] = field(default_factory=dict)
    """What typed words may stand for, as far as it was looked up; the same for all shelves of a search."""


def some(shelf: Shelf, which: Which, limit: int) -> Subquery:
    """`entity_id` of rows with such a term that the member may see; of those held by colleagues another `limit`."""
    return _read(shelf, which, limit, newest=False)


def newest(shelf: Shelf, which: Which, limit: int) -> Subquery:
    """As `some`: the newest ones."""
    return _read(shelf, which, limit, newest=True)


def alive(shelf: Shelf, cost_of: dict[int, int]) -> list[int]:
    """Cheapest first, then hot ones, then the newest; deleted and hidden ones are not there."""
    if not cost_of:
        return []
    kind = MODELS[shelf.block]
    hot = kind.hot if shelf.block in (Block.LEAD, Block.CONTACT) else literal(False)
    query = visible(shelf.access, shelf.block).where(kind.id.in_(cost_of))
    rows = shelf.session.execute(query.with_only_columns(kind.id, hot.label("hot")))
    return [row.id for row in sorted(rows, key=lambda row: (cost_of[row.id], not row.hot, -row.id))]


def _read(shelf: Shelf, which: Which, limit: int, *, newest: bool) -> Subquery:
    access = shelf.access
    of_block = select(Posting.entity_id).where(
        Posting.workspace_id == access.workspace_id, Posting.block == shelf.block, which(Posting.term)
    )
    if access.sees_team:
        return _bounded(of_block, Posting.entity_id, limit, newest)
    held = _bounded(of_block.where(Posting.holder_id == access.member_id), Posting.entity_id, limit, newest)
    if shelf.block is not Block.CONTACT:
        return held
    at_own_accounts = select(SharedPosting.entity_id).where(
        SharedPosting.workspace_id == access.workspace_id,
        SharedPosting.member_id == access.member_id,
        which(SharedPosting.term),
    )
    shared = _bounded(at_own_accounts, SharedPosting.entity_id, limit, newest)
    return union_all(select(held), select(shared)).subquery()


def _bounded(query: Select[Any], id: Any, limit: int, newest: bool) -> Subquery:
    return (query.order_by(id.desc()) if newest else query).limit(limit).subquery()
