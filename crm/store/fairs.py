"""Events of a workspace: the one that runs, and finding one by its name."""

from datetime import date, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.models import Fair
from crm.rules.event_names import is_same_event
from crm.rules.folding import fold

_LATELY = timedelta(days=90)
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
    """The newest event of that name, in any spelling that means it."""
    known = fairs_of(session, access)
    exact = (fair for fair in known if fair.key == fold(name))
    return next(exact, next((fair for fair in known if is_same_event(fair.name, name)), None))


def fair_of_source(
    session: Session, access: Access, source: str | None, running: Fair | None, day: date
) -> Fair | None:
    """The event that a lead of that local day came from: the running one, unless another is named that was lately.

    None where none runs, and where the source is no event of the workspace.
    """
    if source is None or (running is not None and is_same_event(running.name, source)):
        return running
    named = fair_named(session, access, source)
    return named if named is not None and day - named.last_day <= _LATELY else None
