"""Removes for good everything that is kept of one person: hard deletes, past the journal.

What stays is a record that somebody was erased, by whom, when, and how many rows: nothing in it says who it was.
"""

import json
from collections.abc import Collection, Sequence

from sqlalchemy import and_, delete, exists, or_, select, update
from sqlalchemy.orm import Session

from crm.models import (
    Block,
    Change,
    Contact,
    Dialogue,
    File,
    Inbox,
    Lead,
    Member,
    MessageLink,
    Opportunity,
    Outbox,
    OutboxState,
    Turn,
    Unasked,
)
from crm.rules.folding import words
from crm.rules.person_traces import Person
from crm.store.blocks import MODELS
from crm.store.blot_imports import blot_imports
from crm.store.drop_jobs import drop_jobs
from crm.store.forgotten import PARTS, Forgotten
from crm.store.mentions import TEXTS
from crm.store.own_mail import forget_own_mail
from crm.store.recorder import CREATED, to_json
from crm.store.search.index import forget_words, remove
from crm.store.traces import READ_AT_ONCE, WORKED, Traces, entities_of, traces_of
from crm.store.work import Work

ERASURE = "erasure"
"""Change.entity of that record; the id is its own."""


def erase(work: Work, who: Lead | Contact, *, accounts: Collection[int] = ()) -> Traces:
    """Removes the person and all that is kept of them, the entry in hand too. The caller checks who may.

    accounts: ids of emptied ones that go along.
    """
    session = work.session
    found = traces_of(session, who, accounts=accounts)
    gone, workspace_id = found.gone, who.workspace_id
    _empty_messages(work, found)
    _close_dialogues(session, gone, found.person)
    blot_imports(session, workspace_id, found.person)
    drop_jobs(session, workspace_id, found.person, session.scalars(gone.ids_of(File)).all())
    for mention in found.mentions:
        where = (mention.kind.workspace_id == workspace_id, mention.kind.id == mention.row_id)
        blotted = {mention.column: found.person.without(mention.text)}
        session.execute(update(mention.kind).where(*where).values(blotted))
    _blot_journal(session, gone, found.person)
    _erase_index(work, gone)
    forget_own_mail(session, workspace_id, found.person.emails)
    _delete_rows(session, gone)
    _record(work, workspace_id, found)
    return found


def _record(work: Work, workspace_id: int, gone: Traces) -> None:
    rows = {
        "reaches": gone.reaches,
        "activities": gone.activities,
        "follow_ups": gone.follow_ups,
        "files": gone.files,
        "messages": gone.messages,
        "mentions": len(gone.mentions),
    }
    work.session.add(
        Change(
            workspace_id=workspace_id,
            id=work.ids(),
            turn_id=work.turn_id,
            actor_id=work.actor_id,
            entity=ERASURE,
            entity_id=work.ids(),
            field=CREATED,
            old=None,
            new={"at": to_json(work.now), "rows": rows},
        )
    )


def _empty_messages(work: Work, found: Traces) -> None:
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


def _close_dialogues(session: Session, gone: Forgotten, person: Person) -> None:
    """Open questions about them."""
    for dialogue in session.scalars(select(Dialogue).where(Dialogue.workspace_id == gone.workspace_id)):
        draft = json.dumps(dialogue.draft, ensure_ascii=False)
        if any(f'"{id}"' in draft for id in gone.all_ids) or person.may_be_meant_in(draft):
            session.delete(dialogue)


def _blot_journal(session: Session, gone: Forgotten, person: Person) -> None:
    """The journal of others, where it quotes a text that names them."""
    texts = (and_(Change.entity == kind.__tablename__, Change.field == column) for kind, column in TEXTS)
    query = select(Change.id, Change.old, Change.new).where(
        Change.workspace_id == gone.workspace_id, Change.entity_id.not_in(entities_of(gone)), or_(*texts)
    )
    for change_id, *sides in session.execute(query).all():
        blotted = [person.without(side) if isinstance(side, str) else side for side in sides]
        if blotted != sides:
            where = (Change.workspace_id == gone.workspace_id, Change.id == change_id)
            session.execute(update(Change).where(*where).values(old=blotted[0], new=blotted[1]))


def _erase_index(work: Work, gone: Forgotten) -> None:
    """Words that they once had stand in the vocabulary too."""
    changes = select(Change.old, Change.new).where(
        Change.workspace_id == gone.workspace_id, Change.entity_id.in_(entities_of(gone))
    )
    once = {
        word
        for values in work.session.execute(changes)
        for value in values
        if isinstance(value, str)
        for word in words(value)
    }
    for block, ids in gone.ids.items():
        for id in ids:
            remove(work, gone.workspace_id, block, id)
    forget_words(work.session, gone.workspace_id, sorted(once))


def _delete_rows(session: Session, gone: Forgotten) -> None:
    workspace_id = gone.workspace_id
    entities = list(session.scalars(entities_of(gone)))
    for ids in _slices(entities):
        session.execute(delete(Change).where(Change.workspace_id == workspace_id, Change.entity_id.in_(ids)))
        session.execute(
            delete(MessageLink).where(
                MessageLink.workspace_id == workspace_id, MessageLink.entity_id.in_(ids)
            )
        )
        session.execute(delete(Unasked).where(Unasked.workspace_id == workspace_id, Unasked.about.in_(ids)))
    of_them = (Turn.workspace_id == workspace_id, Turn.about_id.in_(gone.all_ids))
    changed = exists().where(Change.workspace_id == workspace_id, Change.turn_id == Turn.id)
    session.execute(delete(Turn).where(*of_them, ~changed).execution_options(synchronize_session=False))
    # what else such a turn did stays: nobody could say what they would take back
    closed = update(Turn).where(*of_them).values(about_id=None, undone_by=Turn.id)
    session.execute(closed.execution_options(synchronize_session=False))
    session.execute(
        update(Member)
        .where(Member.workspace_id == workspace_id, Member.last_shown_id.in_(gone.all_ids))
        .values(last_shown_id=None, last_shown_at=None)
        .execution_options(synchronize_session="fetch")
    )
    session.execute(
        update(Opportunity)
        .where(Opportunity.workspace_id == workspace_id, Opportunity.lead_id.in_(gone.ids[Block.LEAD]))
        .values(lead_id=None)
        .execution_options(synchronize_session="fetch")
    )
    for kind in (*WORKED, *PARTS, *MODELS.values()):
        session.execute(delete(kind).where(gone.theirs(kind)).execution_options(synchronize_session="fetch"))


def _slices(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[i : i + READ_AT_ONCE] for i in range(0, len(ids), READ_AT_ONCE)]
