"""Raw updates, sent texts, jobs and the rows of imported files are kept for seven days, then emptied: a sweep like any other."""

from datetime import datetime, timedelta

from crm.store import imports, inbox, jobs, outbox
from crm.store.database import Session

KEPT = timedelta(days=7)
_SLICE = 500
_PIECES = 50
_PAUSE = timedelta(seconds=1)


def purge(session: Session, now: datetime) -> datetime | None:
    """A slice at a time, so that turns need not wait; wants to be called again soon while there is more."""
    before = now - KEPT
    more = [
        inbox.purge(session, before, now, _SLICE) == _SLICE,
        outbox.purge(session, before, now, _SLICE) == _SLICE,
        jobs.purge_jobs(session, before, _SLICE) == _SLICE,
        imports.purge_pieces(session, before, _PIECES) == _PIECES,
    ]
    return now + _PAUSE if any(more) else None
