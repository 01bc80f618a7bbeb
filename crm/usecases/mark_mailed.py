"""One mail to many: after a mailing, everybody in it counts as mailed, in one turn and with one undo."""

from collections.abc import Sequence
from datetime import datetime

from crm.access import Access
from crm.capture.draft import ActivityKind, Direction
from crm.models import Lead
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.log_activity import log_activity


def mark_mailed(work: Work, access: Access, leads: Sequence[Lead], *, happened_at: datetime) -> None:
    """Each of the leads was mailed at that moment (aware)."""
    note_turn(work, access, "turn-mailed-all")
    for lead in leads:
        log_activity(work, access, lead, ActivityKind.EMAIL, happened_at=happened_at, direction=Direction.OUT)
