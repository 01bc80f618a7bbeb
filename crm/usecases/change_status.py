"""Another status for a lead, and the line on its timeline that says so."""

from datetime import datetime

from crm.access import Access
from crm.capture.draft import ActivityKind
from crm.models import Lead, Status
from crm.store.work import Work
from crm.usecases.edit_lead import set_status
from crm.usecases.log_activity import log_activity

REASONS = ("no-need", "no-budget", "competitor", "timing", "not-reachable")
"""Reasons kept as these words and shown in each reader's language; any other reason is somebody's own words."""
_SEPARATOR = ": "


def change_status(
    work: Work,
    access: Access,
    lead: Lead,
    status: Status,
    reason: str | None = None,
    *,
    happened_at: datetime,
) -> None:
    """reason: one of REASONS or own words; needed for disqualified. Raises Colleagues, Refused("reason-needed")."""
    set_status(work, access, lead, status, reason)
    text = _SEPARATOR.join(part for part in (status.value, lead.reason) if part)
    log_activity(work, access, lead, ActivityKind.STATUS, happened_at=happened_at, text=text)


def read_status_text(text: str) -> tuple[Status | None, str]:
    """The status and the reason that an activity of this kind holds; None where it was not written by this use case."""
    status, _, reason = text.partition(_SEPARATOR)
    known = status in [known.value for known in Status]
    return (Status(status), reason) if known else (None, text)
