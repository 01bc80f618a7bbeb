"""Everything that is kept of one person, in every table, found for the dry run and for the erasure.

What is only a copy (inbox, outbox, texts of others in mentions.py) is found by its words as well.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select, union
from sqlalchemy.orm import Session

from crm.models import (
    Activity,
    Change,
    Contact,
    File,
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
from crm.store.blocks import MODELS
from crm.store.emptied import Emptied, emptied_by
from crm.store.forgotten import PARTS, Forgotten, forgotten_by
from crm.store.inbox import write_workspaces
from crm.store.mentions import Mention, mentions_of
from crm.store.who_is_forgotten import person_of

WORKED: tuple[type[Any], ...] = (FollowUp, File, Activity)
"""What was done and planned; and files."""
READ_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Traces:
    """gone: the rows of blocks that go. mentions: texts of others that certainly name the person. perhaps: those with the surname alone, which stay.

    stored: where bytes of files are kept that nobody else has. emptied: accounts that have no contacts then.
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
    emptied: tuple[Emptied, ...]

    @property
    def messages(self) -> int:
        """In and out."""
        return len(self.inbox) + len(self.outbox)


def traces_of(session: Session, who: Lead | Contact, *, accounts: Collection[int] = ()) -> Traces:
    """What an erasure would remove; changes nothing. accounts: ids of emptied ones that go along."""
    session.flush()
    gone = forgotten_by(session, who)
    person = person_of(session, who, gone)
    emptied = emptied_by(session, gone, person)
    gone = gone.with_accounts(one.id for one in emptied if one.may_go and one.id in accounts)
    counted: tuple[type[Any], ...] = (*WORKED, Reach)
    counts = {kind: len(session.scalars(gone.ids_of(kind)).all()) for kind in counted}
    mentions, perhaps = mentions_of(session, gone, person)
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
        emptied=emptied,
    )


def entities_of(gone: Forgotten) -> Any:
    """A subquery of the ids of the rows that go and of every row that hangs on them."""
    return union(*(gone.ids_of(kind) for kind in (*MODELS.values(), *WORKED, *PARTS)))


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


def _said_in(value: Any) -> str:
    """All texts of a JSON value, each on a line of its own."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list):
        return "\n".join(filter(None, map(_said_in, value)))
    return "" if value is None else str(value)


def _readable(payload: str) -> str:
    """As said; what is no JSON as it stands."""
    try:
        return _said_in(json.loads(payload))
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
        text = _said_in(row.body)
        is_about = row.id in linked or any(link[1] in ids for link in row.links)
        names = person.is_named_in if row.state is OutboxState.OPEN else person.may_be_meant_in
        if is_about or names(text):
            found.append(row.id)
    return found
