"""Giving everything that one member holds to another: after somebody left, or changed jobs."""

from collections import Counter
from typing import Any

from sqlalchemy import Select, func, select

from crm.access import Access
from crm.errors import NotYours, Refused
from crm.models import Account, Contact, Lead, Member, Opportunity
from crm.store.members import Who
from crm.store.opportunities import is_open
from crm.store.turns import note_turn
from crm.store.work import Session, Work
from crm.usecases.hand_over import hand_over

SLICE = 200
"""So many rows a turn: others need not wait long."""

_KINDS: tuple[type[Any], ...] = (Account, Lead, Contact, Opportunity)
"""Accounts first: they take their people and opportunities along."""


def held_by(session: Session, access: Access, member_id: int) -> int:
    """How many leads, accounts, contacts and open opportunities a member of the workspace holds, removed members too."""
    return sum(
        session.scalar(_held(kind, access, member_id).with_only_columns(func.count())) or 0 for kind in _KINDS
    )


def former_holders(session: Session, access: Access) -> list[tuple[Member, int]]:
    """Members who were removed and still hold something, with how many rows."""
    counts: Counter[int] = Counter()
    for kind in _KINDS:
        held = (
            _held(kind, access)
            .join(Member, (Member.workspace_id == kind.workspace_id) & (Member.id == kind.holder_id))
            .where(Member.removed_at.is_not(None))
            .with_only_columns(kind.holder_id, func.count())
            .group_by(kind.holder_id)
        )
        counts.update(dict(session.execute(held).all()))
    former = select(Member).where(Member.workspace_id == access.workspace_id, Member.id.in_(counts))
    return [(member, counts[member.id]) for member in session.scalars(former.order_by(Member.name))]


def hand_over_all(work: Work, giver: Who, from_id: int, receiver: Who) -> int:
    """About SLICE rows of `from_id`, newest first; how many it were. Call again while some are left.

    Raises Refused("not-allowed") for those who do not lead others, NotYours for somebody outside the workspace.
    """
    access = giver.access
    if not access.leads_others:
        raise Refused("not-allowed")
    if work.session.get(Member, (access.workspace_id, from_id)) is None or from_id == receiver.member.id:
        raise NotYours
    given = 0
    for kind in _KINDS:
        query = _held(kind, access, from_id).order_by(kind.id.desc()).limit(max(0, SLICE - given))
        for row in work.session.scalars(query).all():
            note_turn(work, access, "turn-given-all")
            given += hand_over(work, giver, row, receiver)
    return given


def _held(kind: type[Any], access: Access, member_id: int | None = None) -> Select[Any]:
    """member_id: None for everybody's."""
    query = select(kind).where(kind.workspace_id == access.workspace_id, kind.deleted_at.is_(None))
    if member_id is not None:
        query = query.where(kind.holder_id == member_id)
    return query.where(is_open()) if kind is Opportunity else query
