"""Everything that is kept of one person, in every table, found for the dry run and for the erasure.

What is only a copy (inbox, outbox, texts of others) is found by its words as well.
"""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, null, or_, select, union
from sqlalchemy.orm import InstrumentedAttribute, Session

from crm.models import (
    Account,
    Activity,
    Change,
    Contact,
    CustomValue,
    File,
    FollowUp,
    Inbox,
    InboxState,
    Lead,
    Member,
    MessageLink,
    Opportunity,
    Outbox,
    OutboxState,
    Reach,
    Turn,
)
from crm.rules.person_traces import Person
from crm.store.blocks import MODELS
from crm.store.forgotten import PARTS, Forgotten, forgotten_by
from crm.store.inbox import write_workspaces

WORKED: tuple[type[Any], ...] = (FollowUp, File, Activity)
"""What was done and planned; and files."""
TEXTS: tuple[tuple[type[Any], str], ...] = (
    (Lead, "note"),
    (Account, "note"),
    (Contact, "note"),
    (Opportunity, "name"),
    (Opportunity, "lost_words"),
    (CustomValue, "value"),
    (Activity, "text"),
    (Activity, "subject"),
    (File, "name"),
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
    """gone: the rows of blocks that go. mentions: texts of others that certainly name the person. perhaps: those with the surname alone, which stay.

    stored: where bytes of files are kept that nobody else has.
    """

    person: Person
    gone: Forgotten
    reaches: int
    activities: int
    follow_ups: int
    files: int
    stored: tuple[str, ...]
    inbox: tuple[int, ...]
    outbox: tuple[int, ...]
    mentions: tuple[Mention, ...]
    perhaps: tuple[Mention, ...]

    @property
    def messages(self) -> int:
        """In and out."""
        return len(self.inbox) + len(self.outbox)


def traces_of(session: Session, who: Lead | Contact) -> Traces:
    """What an erasure would remove; changes nothing."""
    session.flush()
    gone = forgotten_by(session, who)
    person = _person(session, who, gone)
    counted: tuple[type[Any], ...] = (*WORKED, Reach)
    counts = {kind: len(session.scalars(gone.ids_of(kind)).all()) for kind in counted}
    mentions, perhaps = _mentions(session, gone, person)
    return Traces(
        person,
        gone,
        reaches=counts[Reach],
        activities=counts[Activity],
        follow_ups=counts[FollowUp],
        files=counts[File],
        stored=tuple(_stored(session, gone)),
        inbox=tuple(_inbox(session, gone, person)),
        outbox=tuple(_outbox(session, gone, person)),
        mentions=tuple(mentions),
        perhaps=tuple(perhaps),
    )


def entities_of(gone: Forgotten) -> Any:
    """A subquery of the ids of the rows that go and of every row that hangs on them."""
    return union(*(gone.ids_of(kind) for kind in (*MODELS.values(), *WORKED, *PARTS)))


def _person(session: Session, who: Lead | Contact, gone: Forgotten) -> Person:
    """Deleted ways to reach them count too."""
    reaches = session.scalars(select(Reach).where(gone.theirs(Reach))).all()
    emails = {text for reach in reaches if reach.kind == "email" for text in (reach.value, reach.written)}
    phones = {text for reach in reaches if reach.kind == "phone" for text in (reach.value, reach.written)}
    return Person(who.name or who.organisation or "", tuple(sorted(emails)), tuple(sorted(phones)))


def _stored(session: Session, gone: Forgotten) -> list[str]:
    """The same bytes may have come in with somebody else's mail: then they stay."""
    others = select(File.stored).where(
        File.workspace_id == gone.workspace_id,
        File.id.not_in(gone.ids_of(File)),
        File.stored.is_not(None),
    )
    query = select(File.stored).where(gone.theirs(File), File.stored.is_not(None), File.stored.not_in(others))
    return [key for key in session.scalars(query.distinct()) if key is not None]


def _turns(session: Session, gone: Forgotten) -> set[int]:
    """Turn ids, which are inbox ids."""
    changed = select(Change.turn_id).where(
        Change.workspace_id == gone.workspace_id, Change.entity_id.in_(entities_of(gone))
    )
    named = select(Turn.id).where(Turn.workspace_id == gone.workspace_id, Turn.about_id.in_(gone.all_ids))
    return {*session.scalars(changed), *session.scalars(named)}


def _inbox(session: Session, gone: Forgotten, person: Person) -> list[int]:
    """What a turn took up (only then it has its workspace), or what was given up and is certainly about them.

    What waits will be read as new.
    """
    write_workspaces(session)
    chats = session.scalars(select(Member.chat_id).where(Member.workspace_id == gone.workspace_id))
    lanes = [f"c{chat_id}" for chat_id in chats if chat_id is not None]
    given_up = Inbox.workspace_id.is_(None) & (Inbox.state == InboxState.PARKED) & Inbox.lane.in_(lanes)
    turns = _turns(session, gone)
    query = select(Inbox.id, Inbox.payload, Inbox.state).where(
        or_(Inbox.workspace_id == gone.workspace_id, given_up), Inbox.purged_at.is_(None)
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


def _outbox(session: Session, gone: Forgotten, person: Person) -> list[int]:
    """What waits to be sent only where it is certainly about them: somebody else's message must not get lost."""
    linked = set(
        session.scalars(
            select(MessageLink.outbox_id).where(
                MessageLink.workspace_id == gone.workspace_id,
                MessageLink.entity_id.in_(entities_of(gone)),
                MessageLink.outbox_id.is_not(None),
            )
        )
    )
    ids = set(session.scalars(entities_of(gone)))
    query = select(Outbox.id, Outbox.body, Outbox.links, Outbox.state).where(
        Outbox.workspace_id == gone.workspace_id, Outbox.purged_at.is_(None)
    )
    found = []
    for row in session.execute(query.execution_options(yield_per=READ_AT_ONCE)):
        text = json.dumps(row.body, ensure_ascii=False)
        is_about = row.id in linked or any(link[1] in ids for link in row.links)
        names = person.is_named_in if row.state is OutboxState.OPEN else person.may_be_meant_in
        if is_about or names(text):
            found.append(row.id)
    return found


def _mentions(session: Session, gone: Forgotten, person: Person) -> tuple[list[Mention], list[Mention]]:
    """Certain ones, and those with the surname alone.

    Reads through the texts of the workspace: slow (about a second for a million), and rare.
    """
    certain: list[Mention] = []
    perhaps: list[Mention] = []
    for kind, name in TEXTS:
        column: InstrumentedAttribute[str] = getattr(kind, name)
        lead_id = kind.id if kind is Lead else getattr(kind, "lead_id", null())
        query = select(kind.id, lead_id, column).where(
            kind.workspace_id == gone.workspace_id,
            kind.id.not_in(gone.ids_of(kind)),
            _contains_any(column, person),
        )
        for row_id, on_lead, text in session.execute(query):
            mention = Mention(kind, name, row_id, on_lead, text)
            if person.without(text) != text:
                certain.append(mention)
            if person.surname_stays_in(text):
                perhaps.append(mention)
    return certain, perhaps


def _contains_any(column: Any, person: Person) -> ColumnElement[bool]:
    said = [*person.emails, *person.phones, person.surname]
    return or_(False, *(column.icontains(part, autoescape=True) for part in said if part))
