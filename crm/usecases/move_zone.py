"""When somebody's zone, holidays, hours, digest or cadence change: what was planned is put right."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import select

from crm.access import Access
from crm.models import FollowUp, FollowUpState
from crm.rules.digest_time import digest_day_from, next_digest
from crm.rules.local_time import FollowUpTime, local_day, moved, to_instant
from crm.store.members import Who, team, who_is
from crm.store.work import Work
from crm.usecases.owing import replan_cadence


def reschedule_member(work: Work, who: Who) -> None:
    """To be called after the change. A clock time keeps its instant, for it was agreed with somebody; days and the
    cadence go with the member: at the digest hour of their new clock, on working days of their new calendar."""
    work.session.flush()
    today = local_day(work.now, who.zone)
    for follow_up in _open_follow_ups(work, who):
        _move(follow_up, who, today)
    replan_cadence(work.session, who)
    member = who.member
    if member.removed_at is None:
        member.next_digest_at = next_digest(work.now, who.digest_at, who.calendar, member.away_until)


def reschedule_team(work: Work, access: Access) -> None:
    """After a change that holds for the whole workspace."""
    for member in team(work.session, access):
        who = who_is(work.session, access.workspace_id, member.id)
        if who is not None:
            reschedule_member(work, who)


def _open_follow_ups(work: Work, who: Who) -> list[FollowUp]:
    query = select(FollowUp).where(
        FollowUp.workspace_id == who.workspace.id,
        FollowUp.member_id == who.member.id,
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.deleted_at.is_(None),
    )
    return list(work.session.scalars(query))


def _move(follow_up: FollowUp, who: Who, today: date) -> None:
    before = FollowUpTime(follow_up.day, follow_up.clock, ZoneInfo(follow_up.zone), follow_up.due_at)
    after = moved(before, who.zone)
    day, instant = after.day, after.instant
    if after.clock is None:
        if day >= today:
            day = digest_day_from(day, who.calendar)
        instant = to_instant(day, who.digest_at, who.zone)
    follow_up.day, follow_up.clock, follow_up.zone = day, after.clock, str(who.zone)
    follow_up.due_at = instant
