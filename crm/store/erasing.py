"""Everything that is kept of one lead, in every table: found for the dry run, removed for good by the erasure.

Hard deletes, past the journal. What is only a copy (inbox, outbox, open questions) is found by its words as well.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, exists, or_, select, union, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from crm.models import (
    Activity,
    Change,
    Dialogue,
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
    Unasked,
)
from crm.rules.folding import words
from crm.rules.person_traces import Person
from crm.store.inbox import write_workspaces
from crm.store.search.index import forget_words, remove_lead
from crm.store.work import Work

_OF_LEAD: tuple[type[Any], ...] = (FollowUp, Activity, Reach)
_TEXTS: tuple[tuple[type[Any], str], ...] = (
    (Lead, "note"),
    (Activity, "text"),
    (FollowUp, "action"),
    (FollowUp, "reason"),
)
_READ_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Traces:
    """How much there is. messages: in and out. mentions: texts of other leads that name the person."""

    reaches: int
    activities: int
    follow_ups: int
    messages: int
    mentions: int


@dataclass(frozen=True, slots=True)
class _Found:
    person: Person
    inbox: tuple[int, ...]
    outbox: tuple[int, ...]
    mentions: tuple[tuple[type[Any], str, int, str], ...]
    """(table, column, id, text) of other leads."""


def traces_of(session: Session, lead: Lead) -> Traces:
    """What an erasure would remove; changes nothing."""
    return _traces(session, lead, _find(session, lead))


def erase_lead(work: Work, lead: Lead) -> Traces:
    """Removes the lead and all that is kept of it, the entry in hand too. The caller checks who may."""
    session = work.session
    session.flush()
    found = _find(session, lead)
    traces = _traces(session, lead, found)
    _empty_messages(work, found)
    _close_dialogues(session, lead, found.person)
    for kind, column, row_id, text in found.mentions:
        where = (kind.workspace_id == lead.workspace_id, kind.id == row_id)
        session.execute(update(kind).where(*where).values({column: found.person.without(text)}))
    _blot_journal(session, lead, found.person)
    _erase_index(work, lead)
    _delete_rows(session, lead)
    return traces


def _traces(session: Session, lead: Lead, found: _Found) -> Traces:
    counts = {kind: len(session.scalars(_ids_of(kind, lead)).all()) for kind in _OF_LEAD}
    return Traces(
        reaches=counts[Reach],
        activities=counts[Activity],
        follow_ups=counts[FollowUp],
        messages=len(found.inbox) + len(found.outbox),
        mentions=len(found.mentions),
    )


def _find(session: Session, lead: Lead) -> _Found:
    person = _person(session, lead)
    return _Found(
        person,
        inbox=tuple(_inbox(session, lead, person)),
        outbox=tuple(_outbox(session, lead, person)),
        mentions=tuple(_mentions(session, lead, person)),
    )


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


def _entities(lead: Lead) -> Any:
    """A subquery of the ids of the lead and of every row that hangs on it."""
    own = select(Lead.id).where(Lead.workspace_id == lead.workspace_id, Lead.id == lead.id)
    return union(own, *(_ids_of(kind, lead) for kind in _OF_LEAD))


def _turns(session: Session, lead: Lead) -> set[int]:
    """Turn ids, which are inbox ids."""
    changed = select(Change.turn_id).where(
        Change.workspace_id == lead.workspace_id, Change.entity_id.in_(_entities(lead))
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
    rows = session.execute(query.execution_options(yield_per=_READ_AT_ONCE))
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
                MessageLink.entity_id.in_(_entities(lead)),
                MessageLink.outbox_id.is_not(None),
            )
        )
    )
    ids = set(session.scalars(_entities(lead)))
    query = select(Outbox.id, Outbox.body, Outbox.links, Outbox.state).where(
        Outbox.workspace_id == lead.workspace_id, Outbox.purged_at.is_(None)
    )
    found = []
    for row in session.execute(query.execution_options(yield_per=_READ_AT_ONCE)):
        text = json.dumps(row.body, ensure_ascii=False)
        is_about = row.id in linked or any(link[1] in ids for link in row.links)
        names = person.is_named_in if row.state is OutboxState.OPEN else person.may_be_meant_in
        if is_about or names(text):
            found.append(row.id)
    return found


def _mentions(session: Session, lead: Lead, person: Person) -> list[tuple[type[Any], str, int, str]]:
    """Reads through the texts of the workspace: slow (about a second for a million), and rare."""
    found: list[tuple[type[Any], str, int, str]] = []
    for kind, name in _TEXTS:
        column: InstrumentedAttribute[str] = getattr(kind, name)
        of_others = kind.id != lead.id if kind is Lead else kind.lead_id != lead.id
        query = select(kind.id, column).where(
            kind.workspace_id == lead.workspace_id, of_others, _contains_any(column, person)
        )
        found += [
            (kind, name, row_id, text)
            for row_id, text in session.execute(query)
            if person.without(text) != text
        ]
    return found


def _contains_any(column: Any, person: Person) -> ColumnElement[bool]:
    said = [*person.emails, *person.phones]
    if len(person.name.split()) > 1:
        said.append(person.name.split()[-1])
    return or_(False, *(column.icontains(part, autoescape=True) for part in said if part))


def _empty_messages(work: Work, found: _Found) -> None:
    session, now = work.session, work.now
    for ids in _slices([*found.inbox, work.turn_id]):
        session.execute(
            update(Inbox)
            .where(Inbox.id.in_(ids))
            .values(payload="", error=None, purged_at=now)
            .execution_options(synchronize_session="fetch")
        )
    for ids in _slices(found.outbox):
        gone = update(Outbox).where(Outbox.id.in_(ids)).execution_options(synchronize_session=False)
        session.execute(gone.where(Outbox.state == OutboxState.OPEN).values(state=OutboxState.DROPPED))
        session.execute(gone.values(body={}, links=[], error=None, purged_at=now))


def _close_dialogues(session: Session, lead: Lead, person: Person) -> None:
    """Open questions about them."""
    for dialogue in session.scalars(select(Dialogue).where(Dialogue.workspace_id == lead.workspace_id)):
        draft = json.dumps(dialogue.draft, ensure_ascii=False)
        if f'"{lead.id}"' in draft or person.may_be_meant_in(draft):
            session.delete(dialogue)


def _blot_journal(session: Session, lead: Lead, person: Person) -> None:
    """The journal of other leads, where it quotes a text that names them."""
    query = select(Change.id, Change.old, Change.new).where(
        Change.workspace_id == lead.workspace_id,
        Change.entity_id.not_in(_entities(lead)),
        Change.field.in_([column for _, column in _TEXTS]),
    )
    for change_id, *sides in session.execute(query).all():
        blotted = [person.without(side) if isinstance(side, str) else side for side in sides]
        if blotted != sides:
            where = (Change.workspace_id == lead.workspace_id, Change.id == change_id)
            session.execute(update(Change).where(*where).values(old=blotted[0], new=blotted[1]))


def _erase_index(work: Work, lead: Lead) -> None:
    """Words that the lead once had stand in the vocabulary too."""
    changes = select(Change.old, Change.new).where(
        Change.workspace_id == lead.workspace_id, Change.entity_id.in_(_entities(lead))
    )
    once = {
        word
        for values in work.session.execute(changes)
        for value in values
        if isinstance(value, str)
        for word in words(value)
    }
    remove_lead(work, lead.workspace_id, lead.id)
    forget_words(work.session, lead.workspace_id, sorted(once))


def _delete_rows(session: Session, lead: Lead) -> None:
    workspace_id, lead_id = lead.workspace_id, lead.id
    entities = list(session.scalars(_entities(lead)))
    for ids in _slices(entities):
        session.execute(delete(Change).where(Change.workspace_id == workspace_id, Change.entity_id.in_(ids)))
        session.execute(
            delete(MessageLink).where(
                MessageLink.workspace_id == workspace_id, MessageLink.entity_id.in_(ids)
            )
        )
        session.execute(delete(Unasked).where(Unasked.workspace_id == workspace_id, Unasked.about.in_(ids)))
    of_lead = (Turn.workspace_id == workspace_id, Turn.about_id == lead_id)
    changed = exists().where(Change.workspace_id == workspace_id, Change.turn_id == Turn.id)
    session.execute(delete(Turn).where(*of_lead, ~changed).execution_options(synchronize_session=False))
    session.execute(
        update(Turn).where(*of_lead).values(about_id=None).execution_options(synchronize_session=False)
    )
    session.execute(
        update(Member)
        .where(Member.workspace_id == workspace_id, Member.last_shown_id == lead_id)
        .values(last_shown_id=None, last_shown_at=None)
        .execution_options(synchronize_session="fetch")
    )
    session.expunge(lead)
    for kind in _OF_LEAD:
        session.execute(
            delete(kind)
            .where(kind.workspace_id == workspace_id, kind.lead_id == lead_id)
            .execution_options(synchronize_session="fetch")
        )
    session.execute(delete(Lead).where(Lead.workspace_id == workspace_id, Lead.id == lead_id))


def _slices(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[i : i + _READ_AT_ONCE] for i in range(0, len(ids), _READ_AT_ONCE)]
