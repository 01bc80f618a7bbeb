"""The hot path: how few statements a turn takes, and that what is refused leaves nothing, in whatever batch it stands."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, func, select

from bot.callback import encode
from crm.access import Visibility
from crm.errors import NotYours
from crm.models import Chat, Fair, Inbox, Lead, Outbox, Source
from crm.store import inbox
from crm.store.database import Database, Session
from crm.store.speaking import who_speaks
from crm.store.work import nothing_left_if_refused
from tests.chat_client import BOT_ID, Office
from tests.clock import START, Clock
from tests.factories import add_lead, add_member, add_workspace, next_id

EVA, TOM = 503, 504
CARD = {"contact": {"phone_number": "+31612345678", "first_name": "Klaus", "last_name": "Berger"}}
TEXT = "Klaus Berger, Bosch Rexroth, klaus@rexroth.example, +4915112345678, hot, 12k, mail him friday"


@pytest.fixture
def team(database: Database, clock: Clock) -> Office:
    """Eva and Tom, who see only their own; Tom has a lead, and both have written before."""
    with database.begin() as session:
        workspace = add_workspace(session, visibility=Visibility.PRIVATE, zone="Europe/Amsterdam")
        for user_id in (EVA, TOM):
            member = add_member(session, workspace, user_id=user_id, chat_id=user_id)
            session.add(Chat(bot_id=BOT_ID, chat_id=user_id, type="private", workspace_id=workspace.id))
        add_lead(session, member, "Tom's own", id=77)
    return Office(database, clock)


def message(office: Office, **parts: Any) -> dict[str, Any]:
    said = {"message_id": office.next_message_id(), "date": int(office.clock().timestamp())}
    return {"message": said | {"chat": {"id": EVA, "type": "private"}, "from": eva()} | parts}


def tap(data: str) -> dict[str, Any]:
    below = {"message_id": 1, "date": 1, "chat": {"id": EVA, "type": "private"}, "text": "…"}
    return {
        "callback_query": {"id": "1", "from": eva(), "chat_instance": "1", "data": data, "message": below}
    }


def eva() -> dict[str, Any]:
    return {"id": EVA, "is_bot": False, "first_name": "Eva", "language_code": "en"}


def handle(office: Office, *updates: dict[str, Any]) -> list[str]:
    """All of them in one transaction, as the runner does it; the statements that it took."""
    with office.database.begin() as session:
        entries = [
            inbox.NewEntry(str(next_id()), f"c{EVA}", json.dumps({"update_id": number, **update}))
            for number, update in enumerate(updates)
        ]
        stored = inbox.receive(session, BOT_ID, Source.TELEGRAM, entries, office.clock(), office.ids)
    ids = [entry.id for entry in stored]
    with counted(office.database) as statements, office.database.begin() as session:
        for row in inbox.read_open(session, ids):
            office.handler.handle(session, row)
            session.flush()
        inbox.mark_handled(session, ids, office.clock())
    return statements


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_: object, __: object, statement: str, *more: object) -> None:
        statements.append(" ".join(statement.split())[:60])

    event.listen(database.engine, "before_cursor_execute", note)
    yield statements
    event.remove(database.engine, "before_cursor_execute", note)


def number_of(session: Session, table: type[Any]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.mark.parametrize(("parts", "most"), [(CARD, 19), ({"text": TEXT}, 20)], ids=["card", "text"])
def test_a_capture_is_a_handful_of_statements(team: Office, parts: dict[str, Any], most: int) -> None:
    """With those that read the entry and mark it, and those for words that nobody has used yet."""
    handle(team, message(team, text="Lotte Prins, Studio Prins, lotte@prins.example"))
    statements = handle(team, message(team, **parts))
    assert len(statements) <= most, "\n".join(statements)
    with team.database.read() as session:
        assert number_of(session, Lead) == 3


def test_what_is_refused_leaves_nothing_and_keeps_what_went_before(database: Database) -> None:
    with database.begin() as session:
        member = add_member(session, add_workspace(session))
        add_lead(session, member, "stays")
        with pytest.raises(NotYours), nothing_left_if_refused(session):
            add_lead(session, member, "flushed")
            session.add(Chat(bot_id=1, chat_id=1, type="private"))
            member.name = "changed"
            raise NotYours
        assert not session.new and not session.dirty
        add_lead(session, session.merge(member, load=True), "goes on")
    with database.read() as session:
        assert {lead.name for lead in session.scalars(select(Lead))} == {"stays", "goes on"}
        assert number_of(session, Chat) == 0


def test_a_refusal_between_two_captures_takes_neither_with_it(team: Office) -> None:
    first, last = message(team, **CARD), message(team, text=TEXT.replace("Klaus", "Anna"))
    handle(team, first, tap(encode("open", 77)), last)
    with team.database.read() as session:
        assert {lead.name for lead in session.scalars(select(Lead))} == {
            "Tom's own",
            "Klaus Berger",
            "Anna Berger",
        }
        workspaces = {entry.workspace_id for entry in session.scalars(select(Inbox))}
        assert None not in workspaces
        assert number_of(session, Outbox) >= 2


def test_whose_an_entry_is_can_be_asked_for_before_it_is_marked(database: Database) -> None:
    with database.begin() as session:
        entries = [inbox.NewEntry("1", "c1", "{}")]
        (stored,) = inbox.receive(session, BOT_ID, Source.TELEGRAM, entries, START, next_id)
    with database.begin() as session:
        inbox.note_workspace(session, stored.id, 5)
        inbox.write_workspaces(session)
        assert session.scalar(select(Inbox.workspace_id).where(Inbox.id == stored.id)) == 5
        inbox.mark_handled(session, [stored.id], START)
    with database.read() as session:
        assert session.scalar(select(Inbox.workspace_id).where(Inbox.id == stored.id)) == 5


def test_an_event_that_has_just_ended_does_not_hide_the_one_that_runs(team: Office) -> None:
    today = START.date()
    with team.database.begin() as session:
        (who,) = who_speaks(session, BOT_ID, EVA, 0, EVA, today).memberships
        for name, last_day in (("Hannover", today), ("Dubai", today - timedelta(days=1))):
            key = {"workspace_id": who.workspace.id, "id": next_id(), "key": name.lower()}
            made = {"created_by": who.member.id, "created_at": START}
            session.add(Fair(name=name, last_day=last_day, country="DE", rev=1, **key, **made))
    handle(team, message(team, **CARD))
    with team.database.read() as session:
        assert session.scalar(select(Lead.source).where(Lead.name == "Klaus Berger")) == "Hannover"


def test_a_person_in_two_workspaces_speaks_with_the_dialogue_and_the_events_of_each(
    database: Database,
) -> None:
    with database.begin() as session:
        for number in (1, 2):
            workspace = add_workspace(session, name=f"W{number}")
            add_member(session, workspace, user_id=EVA, joined_at=START + timedelta(days=number))
        speaking = who_speaks(session, BOT_ID, EVA, 0, EVA, START.date())
    assert [who.workspace.name for who in speaking.memberships] == ["W1", "W2"]
    assert set(speaking.fairs.values()) == {None} and speaking.chat is None and speaking.dialogue is None
