"""Everything that is kept of one lead, in every table, found for the dry run and for the erasure.

What is only a copy (inbox, outbox, texts of others) is found by its words as well.
"""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select, union
from sqlalchemy.orm import InstrumentedAttribute, Session

from crm.models import (
    Activity,
    Change,
    FollowUp,
    Inbox,
    InboxState,
    Lead,
    Member,
    MessageLink,
    Outbox,
    OutboxState,
    Reach,
    Turn,
)
from crm.rules.person_traces import Person
from crm.store.inbox import write_workspaces

OF_LEAD: tuple[type[Any], ...] = (FollowUp, Activity, Reach)
TEXTS: tuple[tuple[type[Any], str], ...] = (
    (Lead, "note"),
    (Activity, "text"),
    (FollowUp, "action"),
    (FollowUp, "reason"),
)
READ_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Mention:
    """A text of somebody else: a column of a row, and the lead that it stands on, None for another block."""

    kind: type[Any]
    column: str
    row_id: int
    lead_id: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Traces:
    """mentions: texts of others that certainly name the person. perhaps: those with the surname alone, which stay."""

    person: Person
    reaches: int
    activities: int
    follow_ups: int
    inbox: tuple[int, ...]
    outbox: tuple[int, ...]
    mentions: tuple[Mention, ...]
    perhaps: tuple[Mention, ...]

    @property
    def messages(self) -> int:
        """In and out."""
        return len(self.inbox) + len(self.outbox)


def traces_of(session: Session, lead: Lead) -> Traces:
    """What an erasure would remove; changes nothing."""
    session.flush()
    person = _person(session, lead)
    counts = {kind: len(session.scalars(_ids_of(kind, lead)).all()) for kind in OF_LEAD}
    mentions, perhaps = _mentions(session, lead, person)
    return Traces(
        person,
        reaches=counts[Reach],
        activities=counts[Activity],
        follow_ups=counts[FollowUp],
        inbox=tuple(_inbox(session, lead, person)),
        outbox=tuple(_outbox(session, lead, person)),
        mentions=tuple(mentions),
        perhaps=tuple(perhaps),
    )


def entities_of(lead: Lead) -> Any:
    """A subquery of the ids of the lead and of every row that hangs on it."""
    own = select(Lead.id).where(Lead.workspace_id == lead.workspace_id, Lead.id == lead.id)
    return union(own, *(_ids_of(kind, lead) for kind in OF_LEAD))


def _person(session: Session, lead: Lead) -> Person:
    """Deleted ways to reach them count too."""
    reaches = session.scalars(
        select(Reach).where(Reach.workspace_id == lead.workspace_id, Reach.lead_id == lead.id)
    ).all()
    emails = {text for reach in reaches if reach.kind == "email" for text in (reach.value, reach.written)}
    phones = {text for reach in reaches if reach.kind == "phone" for text in (reach.value, reach.written)}
    return Person(lead.name or lead.organisation or "", tuple(sorted(emails)), tuple(sorted(phones)))


def _ids_of(kind: type[Any], lead: Lead) -> Select[tuple[int]]:
    return select(kind.id).where(kind.workspace_id == lead.workspace_id, kind.lead_id == lead.id)


def _turns(session: Session, lead: Lead) -> set[int]:
    """Turn ids, which are inbox ids."""
    changed = select(Change.turn_id).where(
        Change.workspace_id == lead.workspace_id, Change.entity_id.in_(entities_of(lead))
    )
    named = select(Turn.id).where(Turn.workspace_id == lead.workspace_id, Turn.about_id == lead.id)
    return {*session.scalars(changed), *session.scalars(named)}


def _inbox(session: Session, lead: Lead, person: Person) -> list[int]:
    """What a turn took up (only then it has its workspace), or what was given up and is certainly about them.

    What waits will be read as new.
    """
    write_workspaces(session)
    chats = session.scalars(select(Member.chat_id).where(Member.workspace_id == lead.workspace_id))
    lanes = [f"c{chat_id}" for chat_id in chats if chat_id is not None]
    given_up = Inbox.workspace_id.is_(None) & (Inbox.state == InboxState.PARKED) & Inbox.lane.in_(lanes)
    turns = _turns(session, lead)
    query = select(Inbox.id, Inbox.payload, Inbox.state).where(
        or_(Inbox.workspace_id == lead.workspace_id, given_up), Inbox.purged_at.is_(None)
    )
    rows = session.execute(query.execution_options(yield_per=READ_AT_ONCE))
    found = []
    for row in rows:
        names = person.is_named_in if row.state is InboxState.PARKED else person.may_be_meant_in
        if row.id in turns or names(_readable(row.payload)):
            found.append(row.id)
    return found


def _readable(payload: str) -> str:
    """JSON with its letters as letters."""
    try:
        return json.dumps(json.loads(payload), ensure_ascii=False)
    except ValueError:
        return payload


def _outbox(session: Session, lead: Lead, person: Person) -> list[int]:
    """What waits to be sent only where it is certainly about them: somebody else's message must not get lost."""
    linked = set(
        session.scalars(
            select(MessageLink.outbox_id).where(
                MessageLink.workspace_id == lead.workspace_id,
                MessageLink.entity_id.in_(entities_of(lead)),
                MessageLink.outbox_id.is_not(None),
            )
        )
    )
    ids = set(session.scalars(entities_of(lead)))
    query = select(Outbox.id, Outbox.body, Outbox.links, Outbox.state).where(
        Outbox.workspace_id == lead.workspace_id, Outbox.purged_at.is_(None)
    )
    found = []
    for row in session.execute(query.execution_options(yield_per=READ_AT_ONCE)):
        text = json.dumps(row.body, ensure_ascii=False)
        is_about = row.id in linked or any(link[1] in ids for link in row.links)
        names = person.is_named_in if row.state is OutboxState.OPEN else person.may_be_meant_in
        if is_about or names(text):
            found.append(row.id)
    return found


def _mentions(session: Session, lead: Lead, person: Person) -> tuple[list[Mention], list[Mention]]:
    """Certain ones, and those with the surname alone.

    Reads through the texts of the workspace: slow (about a second for a million), and rare.
    """
    certain: list[Mention] = []
    perhaps: list[Mention] = []
    for kind, name in TEXTS:
        column: InstrumentedAttribute[str] = getattr(kind, name)
        stands_on: InstrumentedAttribute[Any] = kind.id if kind is Lead else kind.lead_id
        query = select(kind.id, stands_on, column).where(
            kind.workspace_id == lead.workspace_id,
            or_(stands_on.is_(None), stands_on != lead.id),
            _contains_any(column, person),
        )
        for row_id, lead_id, text in session.execute(query):
            mention = Mention(kind, name, row_id, lead_id, text)
            if person.without(text) != text:
                certain.append(mention)
            if person.surname_stays_in(text):
                perhaps.append(mention)
    return certain, perhaps


def _contains_any(column: Any, person: Person) -> ColumnElement[bool]:
    said = [*person.emails, *person.phones, person.surname]
    return or_(False, *(column.icontains(part, autoescape=True) for part in said if part))
