"""Events of a workspace: the one that runs, and finding one by its name."""

from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.models import Fair
from crm.rules.folding import fold

_RUNNING = (
    select(Fair)
    .where(
        Fair.workspace_id == bindparam("workspace"),
        Fair.last_day >= bindparam("day"),
        Fair.deleted_at.is_(None),
    )
    .order_by(Fair.id.desc())
    .limit(1)
)


def running_fair(session: Session, access: Access, day: date) -> Fair | None:
    """The event that runs on that local day; of several, the one made last."""
    return session.scalars(_RUNNING, {"workspace": access.workspace_id, "day": day}).first()


def fairs_of(session: Session, access: Access, *, limit: int = 50) -> list[Fair]:
    """The workspace's events, the last made first."""
    query = select(Fair).where(Fair.workspace_id == access.workspace_id, Fair.deleted_at.is_(None))
    return list(session.scalars(query.order_by(Fair.id.desc()).limit(limit)))


def fair_named(session: Session, access: Access, name: str) -> Fair | None:
    """The newest event of that name, in any spelling that folds to the same."""
    return session.scalars(
        select(Fair)
        .where(Fair.workspace_id == access.workspace_id, Fair.key == fold(name), Fair.deleted_at.is_(None))
        .order_by(Fair.id.desc())
        .limit(1)
    ).first()
