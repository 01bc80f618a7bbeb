"""The way out: every message is first a row here, and stays one until Telegram has it.

Within a chat rows go in order of their ids; across chats replies before reminders before digests. An edit or delete
names its message by `target_id` (an outbox row) or, where Telegram's number is known, by body["message_id"].
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from crm.models import Chat, Outbox, OutboxKind, OutboxState
from crm.store.inbox import is_postgresql

_TABLE = Outbox.__table__
_INSERT_SQLITE = sqlite.insert(_TABLE).on_conflict_do_nothing()  # type: ignore[arg-type]
_INSERT_POSTGRESQL = postgresql.insert(_TABLE).on_conflict_do_nothing()  # type: ignore[arg-type]
_OPEN = Outbox.state == OutboxState.OPEN
_ROWS_A_CHAT = 4
_FIRST_ANSWERS = 3


@dataclass(frozen=True, slots=True)
class Message:
    """An outbox row to be sent. body: arguments of the Bot API method, and "document": {"name", "content"}."""

    id: int
    chat_id: int
    workspace_id: int | None
    kind: OutboxKind
    priority: int
    body: dict[str, Any]
    links: list[Any]
    target_id: int | None


def enqueue(
    session: Session,
    *,
    id: int,
    bot_id: int,
    chat_id: int,
    workspace_id: int | None,
    idempotency_key: str,
    body: dict[str, Any],
    created_at: datetime,
    kind: OutboxKind = OutboxKind.SEND,
    priority: int = 0,
    links: Sequence[Any] = (),
    target_id: int | None = None,
) -> bool:
    """Adds one message. False: one with this key is there already, nothing is added.

    Unsent edits of the same message are dropped: the newest says it all.
    """
    if kind in (OutboxKind.EDIT, OutboxKind.DELETE):
        _drop_older_edits(session, bot_id, chat_id, target_id, body.get("message_id"))
    statement = _INSERT_POSTGRESQL if is_postgresql(session) else _INSERT_SQLITE
    result = session.connection().execute(
        statement,
        {
            "id": id,
            "bot_id": bot_id,
            "chat_id": chat_id,
            "workspace_id": workspace_id,
            "kind": kind,
            "priority": priority,
            "idempotency_key": idempotency_key,
            "body": body,
            "links": list(links),
            "target_id": target_id,
            "message_id": body.get("message_id"),
            "created_at": created_at,
        },
    )
    return bool(result.rowcount)


def _drop_older_edits(
    session: Session, bot_id: int, chat_id: int, target_id: int | None, message_id: int | None
) -> None:
    same = Outbox.message_id == message_id if target_id is None else Outbox.target_id == target_id
    session.execute(
        update(Outbox)
        .where(
            Outbox.bot_id == bot_id, Outbox.chat_id == chat_id, _OPEN, Outbox.kind == OutboxKind.EDIT, same
        )
        .values(state=OutboxState.DROPPED)
        .execution_options(synchronize_session=False)
    )


def _next_statement() -> Select[Any]:
    """bot, busy (chat ids), chats (how many)."""
    mine = (_TABLE.c.bot_id == bindparam("bot"), _TABLE.c.state == OutboxState.OPEN)
    urgent = (
        select(_TABLE.c.chat_id)
        .where(*mine, _TABLE.c.chat_id.not_in(bindparam("busy", expanding=True)))
        .order_by(_TABLE.c.priority, _TABLE.c.id)
        .limit(bindparam("chats"))
        .subquery()
    )
    numbered = (
        select(
            *(_TABLE.c[name] for name in Message.__slots__),
            func.row_number().over(partition_by=_TABLE.c.chat_id, order_by=_TABLE.c.id).label("place"),
            func.min(_TABLE.c.priority).over(partition_by=_TABLE.c.chat_id).label("urgency"),
        )
        .where(*mine, _TABLE.c.chat_id.in_(select(urgent.c.chat_id)))
        .subquery()
    )
    first_ones = select(numbered).where(numbered.c.place <= _ROWS_A_CHAT)
    return first_ones.order_by(numbered.c.urgency, numbered.c.id)


_NEXT = _next_statement()


def next_batch(
    session: Session, bot_id: int, *, busy: Iterable[int] = (), chats: int = 32
) -> list[list[Message]]:
    """What to send next: for each of at most `chats` chats its oldest few rows; the most urgent chat first.

    busy: chats to leave alone, because they are being served or must wait.
    """
    rows = session.connection().execute(_NEXT, {"bot": bot_id, "busy": list(busy), "chats": chats})
    by_chat: dict[int, list[Message]] = {}
    for row in rows:
        by_chat.setdefault(row.chat_id, []).append(Message(*row[: len(Message.__slots__)]))
    return list(by_chat.values())


def message_of(session: Session, outbox_id: int) -> int | None:
    """Telegram's number of the message that this row sent or changed; None while it has none."""
    for _ in range(20):  # an edit of an edit …
        row = session.execute(
            select(Outbox.message_id, Outbox.target_id).where(Outbox.id == outbox_id)
        ).first()
        if row is None or row.message_id is not None or row.target_id is None:
            return row.message_id if row else None
        outbox_id = row.target_id
    return None


def first_answers(session: Session, bot_id: int, chat_id: int, turn_id: int) -> list[tuple[int, list[Any]]]:
    """The first answers of a turn in a chat: (row id, links). A card is among them: a notice may go before it."""
    keys = [f"{turn_id}-{number}" for number in range(_FIRST_ANSWERS)]
    query = select(Outbox.id, Outbox.links).where(
        Outbox.bot_id == bot_id, Outbox.chat_id == chat_id, Outbox.idempotency_key.in_(keys)
    )
    return [(row.id, row.links) for row in session.execute(query.order_by(Outbox.id))]


def mark_failed(session: Session, outbox_id: int, error: str) -> None:
    """Telegram will never take it. error: Telegram's words, without what was sent."""
    _set_state(session, Outbox.id == outbox_id, OutboxState.FAILED, error)


def mark_blocked(session: Session, bot_id: int, chat_id: int, error: str, now: datetime) -> None:
    """The person blocked the bot, or is gone: the chat is marked and whatever waits for it fails."""
    session.execute(
        update(Chat)
        .where(Chat.bot_id == bot_id, Chat.chat_id == chat_id, Chat.blocked_at.is_(None))
        .values(blocked_at=now)
        .execution_options(synchronize_session=False)
    )
    _set_state(session, (Outbox.bot_id == bot_id) & (Outbox.chat_id == chat_id), OutboxState.FAILED, error)


def drop(session: Session, outbox_id: int) -> None:
    """It has become pointless and is not sent."""
    _set_state(session, Outbox.id == outbox_id, OutboxState.DROPPED, None)


def _set_state(session: Session, which: ColumnElement[bool], state: OutboxState, error: str | None) -> None:
    session.execute(
        update(Outbox)
        .where(which, _OPEN)
        .values(state=state, error=error[:500] if error else None)
        .execution_options(synchronize_session=False)
    )


def migrate_chat(session: Session, bot_id: int, old: int, new: int) -> None:
    """A group became a supergroup: its chat row says so, a row for the new chat exists, what waits goes there."""
    chat = session.get(Chat, (bot_id, old))
    if chat is None:
        chat = Chat(bot_id=bot_id, chat_id=old, type="group")
        session.add(chat)
    chat.migrated_to = new
    if session.get(Chat, (bot_id, new)) is None:
        session.add(Chat(bot_id=bot_id, chat_id=new, type="supergroup", workspace_id=chat.workspace_id))
    session.flush()
    session.execute(
        update(Outbox)
        .where(Outbox.bot_id == bot_id, Outbox.chat_id == old, _OPEN)
        .values(chat_id=new)
        .execution_options(synchronize_session=False)
    )


def failed(session: Session, bot_id: int) -> list[Outbox]:
    """Messages that Telegram refused, oldest first."""
    return list(
        session.scalars(
            select(Outbox)
            .where(Outbox.bot_id == bot_id, Outbox.state == OutboxState.FAILED)
            .order_by(Outbox.id)
        )
    )


def requeue(session: Session, outbox_id: int) -> bool:
    """To be tried again. False: there is no such failed message, or its text has been purged."""
    row = session.get(Outbox, outbox_id)
    if row is None or row.state is not OutboxState.FAILED or not row.body:
        return False
    row.state, row.error = OutboxState.OPEN, None
    return True


def purge(session: Session, before: datetime, now: datetime, limit: int = 500) -> int:
    """Empties at most `limit` messages that were sent or dropped and are older than that moment; says how many."""
    old = (
        select(Outbox.id)
        .where(
            Outbox.created_at < before,
            Outbox.purged_at.is_(None),
            Outbox.state.in_((OutboxState.SENT, OutboxState.DROPPED)),
        )
        .limit(limit)
    )
    result = session.execute(
        update(Outbox)
        .where(Outbox.id.in_(old))
        .values(body={}, purged_at=now)
        .execution_options(synchronize_session=False)
    )
    return int(result.rowcount)  # type: ignore[attr-defined]
