"""The sweep of ended events: each member who holds leads of one is told once what it brought."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.cards.fair import fair_summary_card
from bot.chat import Priority
from bot.replies import put_out
from bot.ticks import Sweep
from crm.store.fair_summary import fair_summary
from crm.store.work import Session, start_work
from crm.usecases.due_fair_ends import claim_fair_ends


def make_fair_ends(bot_id: int, ids: Callable[[], int]) -> Sweep:
    def tell_fair_ends(session: Session, now: datetime) -> datetime | None:
        work = start_work(session, now, ids, ids())
        for end in claim_fair_ends(session, bot_id, ids, now):
            who, fair = end.who, end.fair
            summary = fair_summary(session, fair, who.member.id)
            reply = replace(
                fair_summary_card(work, who, fair, summary),
                key=f"fair-end-{fair.id}-{who.member.id}",
                sounds=True,
                priority=Priority.DIGEST,
            )
            put_out(work, bot_id, end.chat_id, who.workspace.id, who.member.language, [reply])
        return None

    return tell_fair_ends
