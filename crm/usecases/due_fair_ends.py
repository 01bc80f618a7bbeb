"""Which events have ended, and whose summary is due: on the first working day after, at the member's digest hour."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import select

from crm.models import Chat, Fair
from crm.models import Unasked as UnaskedRow
from crm.rules.budget import Unasked
from crm.rules.calendar import ONE_DAY
from crm.rules.digest_time import digest_day_from
from crm.rules.local_time import local_day
from crm.store.fair_summary import fair_summary, holders_at
from crm.store.members import Who, who_is
from crm.store.unasked import FAIR_LATER, note_unasked
from crm.store.work import Session
from crm.usecases.due_digests import is_digest_time

log = structlog.get_logger(__name__)

_AT_ONCE = 20
_GIVEN_UP_AFTER = timedelta(days=30)
_UNREADABLE = (LookupError, ValueError, TypeError)
_EAST_OF_GREENWICH = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class FairEnd:
    fair: Fair
    who: Who
    chat_id: int


def claim_fair_ends(session: Session, bot_id: int, ids: Callable[[], int], now: datetime) -> list[FairEnd]:
    """One for each member who holds leads of it, once, and once more for who wanted it later. What is over a member's
    budget today comes tomorrow."""
    ended = session.scalars(
        select(Fair)
        .where(
            Fair.closed_at.is_(None),
            Fair.deleted_at.is_(None),
            Fair.last_day < (now + _EAST_OF_GREENWICH).date(),
        )
        .order_by(Fair.last_day, Fair.id)
        .limit(_AT_ONCE)
        .with_for_update(skip_locked=True, key_share=True)
    ).all()
    due: list[FairEnd] = []
    for fair in ended:
        holders = _holders(session, fair)
        untold = [who for who in holders if not _told_on(session, fair, who, Unasked.FAIR_END.value)]
        told = [who for who in holders if who not in untold]
        later = [who for who in told if _told_on(session, fair, who, FAIR_LATER)]
        ends = [_end_for(session, bot_id, ids, fair, who, now) for who in untold]
        again = [_again_for(session, bot_id, ids, fair, who, now) for who in later]
        due.extend(end for end in (*ends, *again) if end is not None)
        is_old = fair.last_day < (now - _GIVEN_UP_AFTER).date()
        if None not in again and (is_old or (None not in ends and fair.last_day < now.date())):
            fair.closed_at = now
    session.flush()
    return due


def _end_for(
    session: Session, bot_id: int, ids: Callable[[], int], fair: Fair, who: Who, now: datetime
) -> FairEnd | None:
    """None: not yet, or not today any more."""
    chat_id = _open_chat(session, bot_id, who)
    try:
        if chat_id is None or not _is_due(fair, who, now):
            return None
        day = local_day(now, who.zone)
    except _UNREADABLE as error:
        log.error("the end of an event cannot be told", member=who.member.id, error=error)
        return None
    noted = note_unasked(session, ids, who, day, Unasked.FAIR_END, fair.id)
    return FairEnd(fair, who, chat_id) if noted else None


def _again_for(
    session: Session, bot_id: int, ids: Callable[[], int], fair: Fair, who: Who, now: datetime
) -> FairEnd | None:
    """As `_end_for`, from the day on which the member wanted it, if something is open still."""
    wanted = _told_on(session, fair, who, FAIR_LATER)
    if wanted is None or local_day(now, who.zone) < wanted.day:
        return None
    if not fair_summary(session, fair, who.member.id).open:
        session.delete(wanted)
        return None
    end = _end_for(session, bot_id, ids, fair, who, now)
    if end is not None:
        session.delete(wanted)
    return end


def _holders(session: Session, fair: Fair) -> list[Who]:
    found = [who_is(session, fair.workspace_id, holder_id) for holder_id in holders_at(session, fair)]
    return [who for who in found if who is not None]


def _is_due(fair: Fair, who: Who, now: datetime) -> bool:
    day = local_day(now, who.zone)
    first = digest_day_from(fair.last_day + ONE_DAY, who.calendar, who.member.away_until)
    return day >= first and is_digest_time(who, day, now)


def _told_on(session: Session, fair: Fair, who: Who, kind: str) -> UnaskedRow | None:
    query = select(UnaskedRow).where(
        UnaskedRow.workspace_id == fair.workspace_id,
        UnaskedRow.member_id == who.member.id,
        UnaskedRow.kind == kind,
        UnaskedRow.about == fair.id,
    )
    return session.scalars(query.limit(1)).first()


def _open_chat(session: Session, bot_id: int, who: Who) -> int | None:
    if who.member.chat_id is None:
        return None
    chat = session.get(Chat, (bot_id, who.member.chat_id))
    return None if chat is not None and chat.blocked_at is not None else who.member.chat_id
