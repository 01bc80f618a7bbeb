"""The sweep of reminders: what is due goes into the outbox, in the transaction that marks it as rung."""

from collections.abc import Callable
from datetime import datetime

import structlog

from bot.cards.reminder import reminder_card, reminders_card
from bot.chat import Reply
from bot.replies import put_out
from bot.sweeps.ticks import Sweep
from crm.rules.local_time import local_day
from crm.store.work import Session, start_work
from crm.usecases.ring_follow_ups import SINGLY, Rings, claim_due, next_due

log = structlog.get_logger(__name__)


def make_reminders(bot_id: int, ids: Callable[[], int]) -> Sweep:
    def ring_reminders(session: Session, now: datetime) -> datetime | None:
        """A bounded batch; wants to be called at once while there is more, else when the next one is due."""
        work = start_work(session, now, ids, ids())
        claimed = claim_due(session, bot_id, now)
        for ring in claimed.rings:
            for reply in _replies(ring, now):
                who = ring.who
                put_out(work, bot_id, ring.chat_id, who.workspace.id, who.member.language, [reply])
        return now if claimed.again else next_due(session)

    return ring_reminders


def _replies(ring: Rings, now: datetime) -> list[Reply]:
    """One that cannot be shown must not keep the others back: it is told in the log, and stays in the agenda."""
    try:
        today = local_day(now, ring.who.zone)
        if ring.count > SINGLY:
            return [reminders_card(ring, today)]
    except Exception as error:
        log.error("reminders cannot be shown", member=ring.who.member.id, error=error)
        return []
    replies = []
    for due in ring.due:
        try:
            replies.append(reminder_card(ring, due, today))
        except Exception as error:
            log.error("a reminder cannot be shown", follow_up=due.follow_up.id, error=error)
    return replies
