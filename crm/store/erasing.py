"""Removes for good everything that is kept of one lead: hard deletes, past the journal.

What stays is a record that somebody was erased, by whom, when, and how many rows: nothing in it says who it was.
"""

import json
from collections.abc import Sequence

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from crm.models import Change, Dialogue, Inbox, Lead, Member, MessageLink, Outbox, OutboxState, Turn, Unasked
from crm.rules.folding import words
from crm.rules.person_traces import Person
from crm.store.blot_imports import blot_imports
from crm.store.recorder import CREATED, to_json
from crm.store.search.index import forget_words, remove_lead
from crm.store.traces import OF_LEAD, READ_AT_ONCE, TEXTS, Traces, entities_of, traces_of
from crm.store.work import Work

ERASURE = "erasure"
"""Change.entity of that record; the id is its own."""


def erase_lead(work: Work, lead: Lead) -> Traces:
    """Removes the lead and all that is kept of it, the entry in hand too. The caller checks who may."""
    session = work.session
    found = traces_of(session, lead)
    _empty_messages(work, found)
    _close_dialogues(session, lead, found.person)
    blot_imports(session, lead.workspace_id, found.person)
    for mention in found.mentions:
        where = (mention.kind.workspace_id == lead.workspace_id, mention.kind.id == mention.row_id)
        blotted = {mention.column: found.person.without(mention.text)}
        session.execute(update(mention.kind).where(*where).values(blotted))
    _blot_journal(session, lead, found.person)
    _erase_index(work, lead)
    workspace_id = lead.workspace_id
    _delete_rows(session, lead)
    _record(work, workspace_id, found)
    return found


def _record(work: Work, workspace_id: int, gone: Traces) -> None:
    rows = {
        "reaches": gone.reaches,
        "activities": gone.activities,
        "follow_ups": gone.follow_ups,
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
        Change.entity_id.not_in(entities_of(lead)),
        Change.field.in_([column for _, column in TEXTS]),
    )
    for change_id, *sides in session.execute(query).all():
        blotted = [person.without(side) if isinstance(side, str) else side for side in sides]
        if blotted != sides:
            where = (Change.workspace_id == lead.workspace_id, Change.id == change_id)
            session.execute(update(Change).where(*where).values(old=blotted[0], new=blotted[1]))


def _erase_index(work: Work, lead: Lead) -> None:
    """Words that the lead once had stand in the vocabulary too."""
    changes = select(Change.old, Change.new).where(
        Change.workspace_id == lead.workspace_id, Change.entity_id.in_(entities_of(lead))
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
    entities = list(session.scalars(entities_of(lead)))
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
    for kind in OF_LEAD:
        session.execute(
            delete(kind)
            .where(kind.workspace_id == workspace_id, kind.lead_id == lead_id)
            .execution_options(synchronize_session="fetch")
        )
    session.execute(delete(Lead).where(Lead.workspace_id == workspace_id, Lead.id == lead_id))


def _slices(ids: Sequence[int]) -> list[Sequence[int]]:
    return [ids[i : i + READ_AT_ONCE] for i in range(0, len(ids), READ_AT_ONCE)]
