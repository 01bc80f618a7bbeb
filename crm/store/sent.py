"""What Telegram took: its number goes into the outbox row, and what the message shows into the links that a reply finds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from crm.models import MessageLink, Outbox, OutboxKind, OutboxState
from crm.store.inbox import is_postgresql
from crm.store.outbox import Message

_TABLE = Outbox.__table__
_LINKS = MessageLink.__table__
_SENT = (
    update(_TABLE)  # type: ignore[arg-type]
    .where(_TABLE.c.id == bindparam("row_id"))
    .values(state=OutboxState.SENT, message_id=bindparam("number"), sent_at=bindparam("at"), error=None)
)
_RENUMBER = (
    update(_TABLE)  # type: ignore[arg-type]
    .where(_TABLE.c.id == bindparam("row_id"))
    .values(message_id=bindparam("number"))
)
_LINK_KEY = ["bot_id", "chat_id", "message_id", "part"]
_LINK_VALUES = ["workspace_id", "entity", "entity_id", "turn_id", "outbox_id"]


def _link_statement(insert: Any) -> Any:
    statement = insert(_LINKS)
    return statement.on_conflict_do_update(
        index_elements=_LINK_KEY, set_={name: statement.excluded[name] for name in _LINK_VALUES}
    )


_LINK_SQLITE = _link_statement(sqlite.insert)
_LINK_POSTGRESQL = _link_statement(postgresql.insert)


_UNLINK = delete(_LINKS).where(  # type: ignore[arg-type]
    _LINKS.c.bot_id == bindparam("bot"),
    _LINKS.c.chat_id == bindparam("chat"),
    _LINKS.c.message_id == bindparam("number"),
    _LINKS.c.part >= bindparam("parts"),
)
"""What an edit shows no longer: a list that became a card is about one lead only."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that Telegram took. message_id: Telegram's number; None for a deletion.

    anew: it was to change a message that is gone, and became a new one; later edits go there.
    """

    message: Message
    message_id: int | None
    anew: bool = False


def mark_sent(session: Session, bot_id: int, sent: Sequence[Sent], now: datetime) -> None:
    """Marks them, and notes which rows each message shows, so that a reply to it finds them."""
    connection = session.connection()
    connection.execute(_SENT, [{"row_id": s.message.id, "number": s.message_id, "at": now} for s in sent])
    for one in sent:
        if one.anew and one.message.target_id is not None:
            connection.execute(_RENUMBER, {"row_id": one.message.target_id, "number": one.message_id})
    links = [
        {
            "bot_id": bot_id,
            "chat_id": one.message.chat_id,
            "message_id": one.message_id,
            "part": part,
            "workspace_id": one.message.workspace_id,
            "entity": entity,
            "entity_id": entity_id,
            "turn_id": turn_id,
            "outbox_id": one.message.id,
        }
        for one in sent
        if one.message_id is not None
        for part, (entity, entity_id, turn_id) in enumerate(one.message.links)
    ]
    edited = [
        {
            "bot": bot_id,
            "chat": one.message.chat_id,
            "number": one.message_id,
            "parts": len(one.message.links),
        }
        for one in sent
        if one.message.kind is OutboxKind.EDIT and one.message_id is not None and one.message.links
    ]
    if edited:
        connection.execute(_UNLINK, edited)
    if links:
        connection.execute(_LINK_POSTGRESQL if is_postgresql(session) else _LINK_SQLITE, links)
