"""Large databases to measure with: leads with their ways to reach them, search index, activity and follow-up."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from bot.bench.bulk import index_leads, insert_rows, use_a_large_cache
from bot.bench.messages import email_of, name_of, organisation_of, phone_of
from crm.access import Role
from crm.capture.draft import ActivityKind
from crm.models import (
    Activity,
    FollowUp,
    FollowUpState,
    Lead,
    Member,
    Reach,
    ReachKind,
    Status,
    Workspace,
)
from crm.store.database import Database

WORKSPACE = 1
LEADS_A_MEMBER = 100
LEADS_A_FOLLOW_UP = 10
_AT_ONCE = 50_000
_OLD = timedelta(days=3)

Values = dict[str, Any]


def fill(database: Database, leads: int, now: datetime) -> int:
    """One workspace, a member for each hundred leads, a follow-up for each ten; how many members.

    A member's id is their number, their Telegram user and chat the same; a lead's id and its follow-up's are its number,
    and its holder the member with the rest of dividing that by the members, plus one.
    """
    members = max(1, leads // LEADS_A_MEMBER)
    words: set[str] = set()
    use_a_large_cache(database)
    with database.begin() as session:
        session.add(Workspace(id=WORKSPACE, name="Bench", country="DE", created_at=now, set_up_at=now))
        session.flush()
        insert_rows(session, Member, [_member(number, now) for number in range(1, members + 1)])
    for first in range(1, leads + 1, _AT_ONCE):
        numbers = range(first, min(first + _AT_ONCE, leads + 1))
        made = [_lead(number, members, now) for number in numbers]
        reaches = {number: _reaches(number) for number in numbers}
        with database.begin() as session:
            insert_rows(session, Lead, made)
            insert_rows(session, Reach, [reach for some in reaches.values() for reach in some])
            insert_rows(session, Activity, [_activity(lead) for lead in made])
            insert_rows(session, FollowUp, _follow_ups(made, members, now))
            index_leads(session, (_as_indexed(lead, reaches[lead["id"]]) for lead in made), words)
    return members


def _member(number: int, now: datetime) -> Values:
    return {
        "workspace_id": WORKSPACE,
        "id": number,
        "user_id": number,
        "chat_id": number,
        "name": f"Member {number}",
        "role": Role.REP,
        "language": "en",
        "joined_at": now,
    }


def _lead(number: int, members: int, now: datetime) -> Values:
    """Member after member gets one, so that each one's leads lie all over the table, as in life."""
    return {
        "workspace_id": WORKSPACE,
        "id": number,
        "rev": 1,
        "holder_id": number % members + 1,
        "name": " ".join(name_of(number)),
        "organisation": organisation_of(number),
        "note": "wants 40 sensors for the new line",
        "hot": number % 9 == 0,
        "status": Status.NEW,
        "created_at": now - _OLD,
        "hand_set": "",
        "owed_since": now - _OLD,
        "cadence_day": (now - _OLD).date(),
    }


def _reaches(number: int) -> list[Values]:
    email, phone = email_of(number), phone_of(number)
    return [
        _reach(number, 2 * number, ReachKind.EMAIL, email.lower(), email),
        _reach(number, 2 * number + 1, ReachKind.PHONE, phone, phone),
    ]


def _reach(lead: int, number: int, kind: ReachKind, value: str, written: str) -> Values:
    return {
        "workspace_id": WORKSPACE,
        "id": number,
        "rev": 1,
        "lead_id": lead,
        "kind": kind,
        "value": value,
        "written": written,
        "country": "DE" if kind is ReachKind.PHONE else None,
        "guesses": "",
    }


def _activity(lead: Values) -> Values:
    return {
        "workspace_id": WORKSPACE,
        "id": lead["id"],
        "rev": 1,
        "lead_id": lead["id"],
        "member_id": lead["holder_id"],
        "kind": ActivityKind.CAPTURE,
        "text": lead["note"],
        "happened_at": lead["created_at"],
        "created_at": lead["created_at"],
    }


def _follow_ups(leads: Iterable[Values], members: int, now: datetime) -> list[Values]:
    """For every tenth lead of each member; a member's lie on the days around today."""
    return [
        _follow_up(lead, lead["id"] // members // LEADS_A_FOLLOW_UP, now)
        for lead in leads
        if not lead["id"] // members % LEADS_A_FOLLOW_UP
    ]


def _follow_up(lead: Values, place: int, now: datetime) -> Values:
    """What was due before now has rung."""
    due_at = now + timedelta(days=place % 9 - 4, hours=6)
    return {
        "workspace_id": WORKSPACE,
        "id": lead["id"],
        "rev": 1,
        "lead_id": lead["id"],
        "member_id": lead["holder_id"],
        "created_by": lead["holder_id"],
        "action": "mail him",
        "reason": "mail him friday",
        "day": due_at.date(),
        "clock": due_at.time().replace(microsecond=0),
        "zone": "UTC",
        "due_at": due_at,
        "state": FollowUpState.OPEN,
        "created_at": lead["created_at"],
        "rung_at": due_at if due_at < now else None,
    }


def _as_indexed(lead: Values, reaches: list[Values]) -> tuple[Lead, list[Reach]]:
    """Only what the index looks at."""
    named = ("workspace_id", "id", "holder_id", "name", "organisation")
    ways = [Reach(kind=reach["kind"], value=reach["value"]) for reach in reaches]
    return Lead(**{name: lead[name] for name in named}), ways
