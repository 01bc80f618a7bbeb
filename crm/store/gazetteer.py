"""The names that a workspace already uses, for reading terse text. Kept in memory for a minute.

What members correct or enter by hand teaches it: it is read from the leads themselves, so that an undo, an erasure and
a correction of the correction unteach it, and a correction holds from the next message on. It never crosses a workspace;
in a private one a rep's is made of the rep's own leads, since a name that is read out of a message tells that somebody
has it. Events are the team's in both: /event makes them for all.
"""

import time
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.capture.draft import Gazetteer
from crm.capture.lexicon import CHANNELS, COMMON
from crm.models import Lead
from crm.rules.folding import words
from crm.store.fairs import fairs_of
from crm.store.members import team

TAUGHT = frozenset({"organisation", "title", "source"})
"""Fields of a lead whose values are read in later messages."""
_NEWEST = 1000
_FRESH_SECONDS = 60.0
_kept: dict[tuple[int, int | None], tuple[float, Gazetteer]] = {}


def gazetteer_of(session: Session, access: Access) -> Gazetteer:
    """Of the newest leads that this member may see; what was set by hand comes first."""
    scope = None if access.sees_team else access.member_id
    key = (access.workspace_id, scope)
    kept = _kept.get(key)
    if kept is not None and time.monotonic() - kept[0] < _FRESH_SECONDS:
        return kept[1]
    query = select(Lead.organisation, Lead.title, Lead.source, Lead.hand_set).where(
        Lead.workspace_id == access.workspace_id, Lead.deleted_at.is_(None)
    )
    if scope is not None:
        query = query.where(Lead.holder_id == scope)
    rows = session.execute(query.order_by(Lead.id.desc()).limit(_NEWEST)).all()
    by_hand = [(row, row.hand_set.split(",")) for row in rows if row.hand_set]
    organisations = [row.organisation for row, fields in by_hand if "organisation" in fields]
    titles = [row.title for row, fields in by_hand if "title" in fields]
    sources = [row.source for row, fields in by_hand if "source" in fields and _names_an_event(row.source)]
    made = Gazetteer(
        organisations=_each_once([*organisations, *(row.organisation for row in rows)]),
        fairs=_each_once([*(fair.name for fair in fairs_of(session, access)), *sources]),
        titles=_each_once([*titles, *(row.title for row in rows)]),
        members=tuple(member.name for member in team(session, access)),
    )
    _kept[key] = (time.monotonic(), made)
    return made


def forget_gazetteer(workspace_id: int) -> None:
    """After a correction, a new event, a new member, an erasure: what was kept is no longer right."""
    for key in [key for key in _kept if key[0] == workspace_id]:
        del _kept[key]


def _each_once(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _names_an_event(source: str | None) -> bool:
    """Not "website" or "referral", which stand in messages for other reasons."""
    said = words(source or "")
    return bool(said) and " ".join(said) not in CHANNELS and not all(word in COMMON for word in said)
