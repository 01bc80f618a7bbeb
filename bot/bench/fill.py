"""Large databases to measure with: leads with their ways to reach them, search index, activity and follow-up; and deals."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from bot.bench.bulk import index_rows, insert_rows, use_a_large_cache
from bot.bench.fill_deals import Deals, is_converted, with_places
from bot.bench.messages import email_of, name_of, organisation_of, phone_of
from bot.bench.numbers import AGE, LEADS_A_FOLLOW_UP, Numbers
from crm.access import Role
from crm.capture.draft import ActivityKind
from crm.models import Activity, FollowUp, FollowUpState, Lead, Member, Reach, ReachKind, Status, Workspace
from crm.store.database import Database
from crm.store.search.findable import Findable, of_lead

WORKSPACE = 1
_AT_ONCE = 50_000

Values = dict[str, Any]


def fill(database: Database, leads: int, now: datetime) -> Numbers:
    """One workspace, a member for each hundred leads, a follow-up for each ten and a deal for each ten."""
    numbers = Numbers(leads, now)
    words: set[str] = set()
    use_a_large_cache(database)
    with database.begin() as session:
        session.add(Workspace(id=WORKSPACE, name="Bench", country="DE", created_at=now, set_up_at=now))
        session.flush()
        insert_rows(session, Member, [_member(number, now) for number in range(1, numbers.members + 1)])
        deals = Deals(session, WORKSPACE, numbers)
    for first in range(1, leads + 1, _AT_ONCE):
        some = range(first, min(first + _AT_ONCE, leads + 1))
        made = [_lead(number, numbers) for number in some]
        reaches = [_reaches(number, lead["id"]) for number, lead in zip(some, made, strict=True)]
        with database.begin() as session:
            deals.before_their_leads(session, some)
            insert_rows(session, Lead, made)
            deals.after_their_leads(session, some)
            insert_rows(session, Reach, [reach for both in reaches for reach in both])
            insert_rows(session, Activity, [_activity(lead) for lead in made])
            insert_rows(session, FollowUp, _follow_ups(some, numbers))
            index_rows(session, map(_as_indexed, made, reaches), words)
    with database.begin() as session:
        deals.talk_a_lot_with_the_first(session)
    return numbers


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


def _lead(number: int, numbers: Numbers) -> Values:
    owed = numbers.now - AGE
    lead: Values = {
        "workspace_id": WORKSPACE,
        "id": numbers.id(number),
        "rev": 1,
        "holder_id": numbers.holder(number),
        "name": " ".join(name_of(number)),
        "organisation": organisation_of(number),
        "note": "wants 40 sensors for the new line",
        "hot": number % 9 == 0,
        "status": Status.NEW,
        "created_at": numbers.came_at(number),
        "hand_set": "",
        "owed_since": owed,
        "cadence_day": owed.date(),
        "converted_at": None,
        **with_places(None, None, None),
    }
    return lead | is_converted(number, numbers) if numbers.is_deal(number) else lead


def _reaches(number: int, lead_id: int) -> list[Values]:
    email, phone = email_of(number), phone_of(number)
    return [
        _reach(lead_id, 2 * number, ReachKind.EMAIL, email.lower(), email),
        _reach(lead_id, 2 * number + 1, ReachKind.PHONE, phone, phone),
    ]


def _reach(lead_id: int, id: int, kind: ReachKind, value: str, written: str) -> Values:
    return {
        "workspace_id": WORKSPACE,
        "id": id,
        "rev": 1,
        "lead_id": lead_id,
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
        **with_places(lead["account_id"], lead["contact_id"], lead["opportunity_id"]),
        "member_id": lead["holder_id"],
        "kind": ActivityKind.CAPTURE,
        "text": lead["note"],
        "happened_at": lead["created_at"],
        "created_at": lead["created_at"],
    }


def _follow_ups(some: Iterable[int], numbers: Numbers) -> list[Values]:
    """A member's lie on the days around today."""
    return [_follow_up(number, numbers) for number in some if numbers.has_follow_up(number)]


def _follow_up(number: int, numbers: Numbers) -> Values:
    """What was due before now has rung."""
    now, holder = numbers.now, numbers.holder(number)
    due_at = now + timedelta(days=numbers.place(number) // LEADS_A_FOLLOW_UP % 9 - 4, hours=6)
    return {
        "workspace_id": WORKSPACE,
        "id": numbers.id(number),
        "rev": 1,
        "lead_id": numbers.id(number),
        "member_id": holder,
        "created_by": holder,
        "action": "mail him",
        "reason": "mail him friday",
        "day": due_at.date(),
        "clock": due_at.time().replace(microsecond=0),
        "zone": "UTC",
        "due_at": due_at,
        "state": FollowUpState.OPEN,
        "created_at": now - AGE,
        "rung_at": due_at if due_at < now else None,
    }


def _as_indexed(lead: Values, reaches: list[Values]) -> Findable:
    """Only what the index looks at."""
    named = ("workspace_id", "id", "holder_id", "name", "organisation")
    ways = [Reach(kind=reach["kind"], value=reach["value"]) for reach in reaches]
    return of_lead(Lead(**{name: lead[name] for name in named}), ways)
