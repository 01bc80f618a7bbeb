"""Whose digest is due: each once a day at the member's hour, on working days, late ones once."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import structlog
from sqlalchemy import select

from crm.models import Chat, Member, Workspace
from crm.rules.digest_time import is_digest_day, next_digest
from crm.rules.local_time import local_day, to_instant
from crm.store.members import Who
from crm.store.work import Session

log = structlog.get_logger(__name__)

_AT_ONCE = 10
_NOT_READABLE_AGAIN_IN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DigestDue:
    """day: the member's local day."""

    who: Who
    chat_id: int
    day: date


@dataclass(frozen=True, slots=True)
class ClaimedDigests:
    """again: there are more."""

    due: list[DigestDue] = field(default_factory=list)
    again: bool = False


def claim_digests(session: Session, bot_id: int, now: datetime) -> ClaimedDigests:
    """Sets the time of the next digest for a bounded number of members, and returns those whose digest is to go out now.

    Of two sweeps at once each member goes to one: the row is locked, and one that is in hand elsewhere is left.
    """
    rows = session.execute(
        select(Member, Workspace)
        .join(Workspace, Workspace.id == Member.workspace_id)
        .where(Member.next_digest_at <= now, Member.removed_at.is_(None))
        .order_by(Member.next_digest_at, Member.id)
        .limit(_AT_ONCE)
        .with_for_update(of=Member, skip_locked=True, key_share=True)
    ).all()
    due = []
    for member, workspace in rows:
        who = Who(member, workspace)
        try:
            day = local_day(now, who.zone)
            goes_out = is_digest_time(who, day, now)
            member.next_digest_at = next_digest(now, who.digest_at, who.calendar, member.away_until)
        except Exception as error:
            log.error("a digest cannot be planned", member=member.id, error=error)
            member.next_digest_at = now + _NOT_READABLE_AGAIN_IN
            continue
        if goes_out and member.chat_id is not None and not _is_blocked(session, bot_id, member.chat_id):
            due.append(DigestDue(who, member.chat_id, day))
    session.flush()
    return ClaimedDigests(due, again=len(rows) == _AT_ONCE)


def next_digest_moment(session: Session) -> datetime | None:
    """When the next digest of anybody is due."""
    query = select(Member.next_digest_at).where(
        Member.next_digest_at.is_not(None), Member.removed_at.is_(None)
    )
    return session.scalars(query.order_by(Member.next_digest_at).limit(1)).first()


def is_digest_time(who: Who, day: date, now: datetime) -> bool:
    """From the member's hour until work ends: a late one still helps then, and later it would only disturb."""
    calendar = who.calendar
    if not is_digest_day(day, calendar, who.member.away_until):
        return False
    if now < to_instant(day, who.digest_at, who.zone):
        return False
    return who.digest_at >= calendar.end or now < to_instant(day, calendar.end, who.zone)


def _is_blocked(session: Session, bot_id: int, chat_id: int) -> bool:
    chat = session.get(Chat, (bot_id, chat_id))
    return chat is not None and chat.blocked_at is not None
