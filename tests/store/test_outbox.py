"""The outbox: in order per chat, replies first across chats, each message once."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from crm.models import Chat, MessageLink, Outbox, OutboxKind, OutboxState
from crm.store import outbox
from crm.store.database import Database, Session
from crm.store.outbox import Message
from crm.store.sent import Sent, mark_sent
from tests.clock import START, Clock
from tests.factories import next_id

BOT = 77
WORKSPACE = 5


def put(session: Session, chat_id: int, text: str = "hello", **fields: Any) -> int:
    fields = {"id": next_id(), "body": {"text": text}} | fields
    fields.setdefault("idempotency_key", str(fields["id"]))
    outbox.enqueue(session, bot_id=BOT, chat_id=chat_id, workspace_id=WORKSPACE, created_at=START, **fields)
    return int(fields["id"])


def edit(session: Session, chat_id: int, text: str, target_id: int, **fields: Any) -> int:
    return put(session, chat_id, text, kind=OutboxKind.EDIT, target_id=target_id, **fields)


def texts(batch: list[list[Message]]) -> list[list[str]]:
    return [[message.body["text"] for message in messages] for messages in batch]


def send(session: Session, number: int = 900) -> None:
    """Everything open, as Telegram would take it."""
    for messages in outbox.next_batch(session, BOT):
        mark_sent(session, BOT, [Sent(m, number + i) for i, m in enumerate(messages)], START)


def state_of(session: Session, row_id: int) -> OutboxState:
    return session.get_one(Outbox, row_id, populate_existing=True).state


def test_rows_of_a_chat_come_in_order_and_a_few_at_a_time(database: Database) -> None:
    with database.begin() as session:
        for number in range(6):
            put(session, 1, str(number))
        assert texts(outbox.next_batch(session, BOT)) == [["0", "1", "2", "3"]]


def test_replies_go_before_reminders_before_digests_across_chats(database: Database) -> None:
    with database.begin() as session:
        put(session, 1, "digest", priority=2)
        put(session, 2, "reminder", priority=1)
        put(session, 3, "reply")
        assert texts(outbox.next_batch(session, BOT)) == [["reply"], ["reminder"], ["digest"]]


def test_a_reply_overtakes_ten_thousand_reminders_to_others(database: Database) -> None:
    with database.begin() as session:
        for chat_id in range(200):
            put(session, chat_id, "reminder", priority=1)
        put(session, 999, "reply")
        assert texts(outbox.next_batch(session, BOT, chats=5))[0] == ["reply"]


def test_within_a_chat_nothing_overtakes(database: Database) -> None:
    with database.begin() as session:
        put(session, 1, "digest", priority=2)
        put(session, 1, "reply")
        assert texts(outbox.next_batch(session, BOT)) == [["digest", "reply"]]


def test_busy_chats_are_left_alone(database: Database) -> None:
    with database.begin() as session:
        put(session, 1)
        put(session, 2, "other")
        assert texts(outbox.next_batch(session, BOT, busy=[1])) == [["other"]]


def test_the_same_key_is_enqueued_once(database: Database) -> None:
    with database.begin() as session:
        put(session, 1, idempotency_key="reminder-8")
        put(session, 1, idempotency_key="reminder-8")
        assert len(session.scalars(select(Outbox)).all()) == 1


def test_only_the_newest_unsent_edit_of_a_message_remains(database: Database) -> None:
    with database.begin() as session:
        card = put(session, 1, "card")
        send(session)
        older = edit(session, 1, "older", card)
        newer = edit(session, 1, "newer", card)
        elsewhere = edit(session, 1, "another message", next_id())
        assert state_of(session, older) is OutboxState.DROPPED
        assert {state_of(session, newer), state_of(session, elsewhere)} == {OutboxState.OPEN}


def test_edits_that_name_telegrams_number_coalesce_too(database: Database) -> None:
    with database.begin() as session:
        older = put(session, 1, kind=OutboxKind.EDIT, body={"text": "older", "message_id": 9})
        other = put(session, 1, kind=OutboxKind.EDIT, body={"text": "other", "message_id": 10})
        put(session, 1, kind=OutboxKind.EDIT, body={"text": "newer", "message_id": 9})
        assert state_of(session, older) is OutboxState.DROPPED
        assert state_of(session, other) is OutboxState.OPEN


def test_an_edit_of_an_unsent_message_waits_behind_it(database: Database) -> None:
    with database.begin() as session:
        card = put(session, 1, "card")
        edit(session, 1, "edited", card)
        assert texts(outbox.next_batch(session, BOT)) == [["card", "edited"]]


def test_the_sent_mark_notes_what_the_message_shows(database: Database) -> None:
    with database.begin() as session:
        row_id = put(session, 1, links=[["lead", 11, 12], ["lead", 13, None]])
        send(session, number=900)
        links = session.scalars(select(MessageLink).order_by(MessageLink.part)).all()
        assert [(link.message_id, link.entity, link.entity_id, link.turn_id) for link in links] == [
            (900, "lead", 11, 12),
            (900, "lead", 13, None),
        ]
        assert {link.outbox_id for link in links} == {row_id}
        assert outbox.next_batch(session, BOT) == []


def test_an_edit_changes_what_its_message_is_about(database: Database) -> None:
    with database.begin() as session:
        card = put(session, 1, links=[["lead", 11, None]])
        send(session, number=900)
        edit(session, 1, "edited", card, links=[["lead", 22, None]])
        send(session, number=900)
        assert session.scalars(select(MessageLink.entity_id)).all() == [22]


def test_the_number_of_a_message_is_found_through_its_edits(database: Database) -> None:
    with database.begin() as session:
        card = put(session, 1)
        assert outbox.message_of(session, card) is None
        send(session, number=900)
        dropped = edit(session, 1, "dropped", card)
        edit(session, 1, "kept", card)
        assert outbox.message_of(session, card) == 900
        assert outbox.message_of(session, dropped) == 900
        assert outbox.message_of(session, next_id()) is None


def test_a_message_sent_anew_takes_the_place_of_the_vanished_one(database: Database) -> None:
    with database.begin() as session:
        card = put(session, 1)
        send(session, number=900)
        edit(session, 1, "edited", card)
        (message,) = outbox.next_batch(session, BOT)[0]
        mark_sent(session, BOT, [Sent(message, 901, anew=True)], START)
        assert outbox.message_of(session, card) == 901


def test_what_waits_for_somebody_who_blocked_the_bot_fails(database: Database, clock: Clock) -> None:
    with database.begin() as session:
        session.add(Chat(bot_id=BOT, chat_id=1, type="private"))
        session.flush()
        put(session, 1)
        other = put(session, 2)
        outbox.mark_blocked(session, BOT, 1, "Forbidden: bot was blocked by the user", clock())
        assert len(outbox.failed(session, BOT)) == 1
        assert state_of(session, other) is OutboxState.OPEN
        chat = session.get_one(Chat, (BOT, 1), populate_existing=True)
        assert chat.blocked_at == clock()


def test_a_failed_message_can_be_requeued(database: Database) -> None:
    with database.begin() as session:
        row_id = put(session, 1)
        outbox.mark_failed(session, row_id, "Bad Request: chat not found")
        assert outbox.next_batch(session, BOT) == []
    with database.begin() as session:
        assert outbox.requeue(session, row_id)
        assert not outbox.requeue(session, row_id)
    with database.begin() as session:
        assert texts(outbox.next_batch(session, BOT)) == [["hello"]]


def test_a_dropped_message_is_not_sent(database: Database) -> None:
    with database.begin() as session:
        outbox.drop(session, put(session, 1))
        assert outbox.next_batch(session, BOT) == []


def test_what_waits_for_a_group_follows_it_into_its_supergroup(database: Database) -> None:
    with database.begin() as session:
        session.add(Chat(bot_id=BOT, chat_id=-1, type="group", workspace_id=WORKSPACE))
        session.flush()
        put(session, -1)
        outbox.migrate_chat(session, BOT, -1, -1001)
        outbox.migrate_chat(session, BOT, -1, -1001)
        ((message,),) = outbox.next_batch(session, BOT)
        assert message.chat_id == -1001
        assert session.get_one(Chat, (BOT, -1)).migrated_to == -1001
        assert session.get_one(Chat, (BOT, -1001)).workspace_id == WORKSPACE


def test_the_purge_empties_what_was_sent_and_leaves_what_was_not(database: Database, clock: Clock) -> None:
    with database.begin() as session:
        sent = put(session, 1, "sent")
        send(session)
        failed = put(session, 1, "failed")
        outbox.mark_failed(session, failed, "refused")
    clock.move(days=8)
    with database.begin() as session:
        assert outbox.purge(session, clock() - timedelta(days=7), clock()) == 1
        assert outbox.purge(session, clock() - timedelta(days=7), clock()) == 0
        assert session.get_one(Outbox, sent).body == {}
        assert session.get_one(Outbox, failed).body == {"text": "failed"}
