"""The names that a workspace already uses, for reading terse text. Kept in memory for a minute."""

import time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from crm.access import Access
from crm.capture.draft import Gazetteer
from crm.models import Lead
from crm.store.fairs import fairs_of
from crm.store.members import team

_NEWEST = 1000
_FRESH_SECONDS = 60.0
_kept: dict[tuple[int, int | None], tuple[float, Gazetteer]] = {}


def gazetteer_of(session: Session, access: Access) -> Gazetteer:
    """Of the newest leads that this member may see: somebody else's names must not shine through."""
    scope = None if access.sees_team else access.member_id
    key = (access.workspace_id, scope)
    kept = _kept.get(key)
    if kept is not None and time.monotonic() - kept[0] < _FRESH_SECONDS:
        return kept[1]
    made = Gazetteer(
        organisations=_newest(session, access, Lead.organisation),
        fairs=tuple(fair.name for fair in fairs_of(session, access)),
        titles=_newest(session, access, Lead.title),
        members=tuple(member.name for member in team(session, access)),
    )
    _kept[key] = (time.monotonic(), made)
    return made


def forget_gazetteer(workspace_id: int) -> None:
    """After a new event, a new member, an erasure: what was kept is no longer right."""
    for key in [key for key in _kept if key[0] == workspace_id]:
        del _kept[key]


def _newest(session: Session, access: Access, column: InstrumentedAttribute[Any]) -> tuple[str, ...]:
    query = select(column).where(Lead.workspace_id == access.workspace_id, Lead.deleted_at.is_(None))
    if not access.sees_team:
        query = query.where(Lead.holder_id == access.member_id)
    values = session.scalars(query.order_by(Lead.id.desc()).limit(_NEWEST))
    return tuple(dict.fromkeys(value for value in values if value))
