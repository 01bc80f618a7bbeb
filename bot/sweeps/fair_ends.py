"""The sweep of ended events: each member who holds leads of one is told once what it brought."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.cards.fair import fair_summary_card
from bot.chat import Priority
from bot.replies import put_out
from bot.sweeps.one_by_one import one_by_one
from bot.sweeps.ticks import Sweep
from crm.rules.local_time import local_day
from crm.store.fair_summary import fair_summary
from crm.store.work import Session, Work, start_work
from crm.usecases.due_fair_ends import FairEnd, claim_fair_ends


def make_fair_ends(bot_id: int, ids: Callable[[], int]) -> Sweep:
    def tell_fair_ends(session: Session, now: datetime) -> datetime | None:
        work = start_work(session, now, ids, ids())
        ends = claim_fair_ends(session, bot_id, ids, now)
        one_by_one(session, ends, partial(_tell, work, bot_id))
        return None

    return tell_fair_ends


def _tell(work: Work, bot_id: int, end: FairEnd) -> None:
    who, fair = end.who, end.fair
    summary = fair_summary(work.session, fair, who.member.id)
    reply = replace(
        fair_summary_card(work, who, fair, summary),
        key=f"fair-end-{fair.id}-{who.member.id}-{local_day(work.now, who.zone)}",
        sounds=True,
        priority=Priority.DIGEST,
    )
    put_out(work, bot_id, end.chat_id, who.workspace.id, who.member.language, [reply])
