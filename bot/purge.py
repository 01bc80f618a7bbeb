"""Raw updates and sent texts are kept for seven days, then emptied: a sweep like any other."""

from datetime import datetime, timedelta

from crm.store import inbox, outbox
from crm.store.database import Session

KEPT = timedelta(days=7)
_SLICE = 500
_PAUSE = timedelta(seconds=1)


def purge(session: Session, now: datetime) -> datetime | None:
    """A slice at a time, so that turns need not wait; wants to be called again soon while there is more."""
    before = now - KEPT
    found = max(inbox.purge(session, before, now, _SLICE), outbox.purge(session, before, now, _SLICE))
    return now + _PAUSE if found == _SLICE else None
