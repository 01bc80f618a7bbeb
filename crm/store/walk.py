"""Walking through what is due, card by card: which one comes next, and whether one is still to be answered.

Where the walk is stands in its buttons, so nothing is stored, and a second tap on the same button finds the same next
one. What was tried today is not brought up again on the same day.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, not_, or_, select
from sqlalchemy.orm import Session

from crm.capture.draft import ActivityKind
from crm.models import Activity, FollowUp, FollowUpState, Lead
from crm.rules.local_time import local_day, to_instant
from crm.store.agenda import PLANNED_ORDER, AgendaItem, planned, subject_in
from crm.store.blocks import Subject
from crm.store.members import Who
from crm.store.not_followed_up import held_not_followed_up
from crm.store.subjects import is_hot

_CONTACTS = tuple(
    kind
    for kind in ActivityKind
    if kind not in (ActivityKind.CAPTURE, ActivityKind.NOTE, ActivityKind.STATUS)
)


class Through(StrEnum):
    """ALL: what is due, then what is not followed up. HOT: of those the 🔥. OWED: only what is not followed up."""

    ALL = "a"
    HOT = "h"
    OWED = "n"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a walk is: at a follow-up as it was shown (id, day, clock), or at a lead (id, hot, tries)."""

    id: int
    day: date | None = None
    clock: time | None = None
    hot: bool = False
    tries: int = 0

    @property
    def at_follow_up(self) -> bool:
        return self.day is not None


def place_of(item: AgendaItem) -> Place:
    if item.follow_up is not None:
        return Place(item.follow_up.id, item.follow_up.day, item.follow_up.clock)
    lead = item.subject
    return Place(lead.id, hot=lead.hot, tries=lead.tries if isinstance(lead, Lead) else 0)


def is_still_open(subject: Subject, follow_up: FollowUp | None, place: Place) -> bool:
    """Whether it is as it was shown: nobody has answered it or put it off since."""
    if follow_up is not None:
        shown = (place.day, place.clock)
        return follow_up.state is FollowUpState.OPEN and (follow_up.day, follow_up.clock) == shown
    return isinstance(subject, Lead) and subject.owed_since is not None and subject.tries == place.tries


def next_item(
    session: Session, who: Who, through: Through, now: datetime, after: Place | None = None
) -> AgendaItem | None:
    """The first to answer, or the one after a place; None at the end. now: aware."""
    session.flush()
    if through is not Through.OWED and (after is None or after.at_follow_up):
        found = _next_due(session, who, through, now, after)
        if found is not None:
            return found
        after = None
    query = _waiting(who, through, now)
    if after is not None:
        lower: ColumnElement[bool] = Lead.hot.is_(False) if after.hot else false()
        query = query.where(or_(lower, and_(Lead.hot.is_(after.hot), Lead.id < after.id)))
    lead = session.scalars(query.order_by(Lead.hot.desc(), Lead.id.desc()).limit(1)).first()
    return AgendaItem(lead) if lead else None


def count_items(session: Session, who: Who, through: Through, now: datetime) -> int:
    """How many a walk from the start has."""
    session.flush()
    waiting = session.scalar(_waiting(who, through, now).with_only_columns(func.count())) or 0
    if through is Through.OWED:
        return waiting
    return waiting + (session.scalar(_due(who, through, now).with_only_columns(func.count())) or 0)


def _next_due(
    session: Session, who: Who, through: Through, now: datetime, after: Place | None
) -> AgendaItem | None:
    """Only the keys are read of all that is due; the row and its lead of the one that comes next."""
    keys = _due(who, through, now).with_only_columns(FollowUp.id, FollowUp.day, FollowUp.clock)
    places = [Place(*row) for row in session.execute(keys.order_by(*PLANNED_ORDER))]
    place = next((place for place in places if after is None or _key(place) > _key(after)), None)
    if place is None:
        return None
    row = session.execute(planned(who).where(FollowUp.id == place.id)).one()
    return AgendaItem(subject_in(row), row.FollowUp)


def _key(place: Place) -> tuple[date, bool, time, int]:
    """As PLANNED_ORDER sorts."""
    assert place.day is not None
    return place.day, place.clock is None, place.clock or time(0), place.id


def _due(who: Who, through: Through, now: datetime) -> Select[Any]:
    query = planned(who).where(FollowUp.day <= local_day(now, who.zone))
    return query.where(is_hot()) if through is Through.HOT else query


def _waiting(who: Who, through: Through, now: datetime) -> Select[Lead]:
    today = local_day(now, who.zone)
    midnight = to_instant(today, time(0), who.zone)
    tried_today = select(Activity.id).where(
        Activity.workspace_id == Lead.workspace_id,
        Activity.lead_id == Lead.id,
        Activity.happened_at >= midnight,
        Activity.kind.in_(_CONTACTS),
        Activity.deleted_at.is_(None),
    )
    query = held_not_followed_up(who, today).where(not_(tried_today.exists()))
    return query.where(Lead.hot.is_(True)) if through is Through.HOT else query
