"""Chats and the open question in each: where a member was when they last spoke."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from crm.models import Chat, Dialogue, MessageLink


def _link_statement(dialect: Any) -> Any:
    statement = dialect.insert(MessageLink.__table__)
    changed = {name: statement.excluded[name] for name in ("workspace_id", "entity", "entity_id", "turn_id")}
    return statement.on_conflict_do_update(
        index_elements=["bot_id", "chat_id", "message_id", "part"], set_=changed
    )


_LINK = {"sqlite": _link_statement(sqlite), "postgresql": _link_statement(postgresql)}


def get_chat(session: Session, bot_id: int, chat_id: int) -> Chat | None:
    return session.get(Chat, (bot_id, chat_id))


def make_chat(session: Session, bot_id: int, chat_id: int, type: str) -> Chat:
    chat = Chat(bot_id=bot_id, chat_id=chat_id, type=type)
    session.add(chat)
    return chat


def get_dialogue(
    session: Session, bot_id: int, chat_id: int, thread_id: int, user_id: int
) -> Dialogue | None:
    return session.get(Dialogue, (bot_id, chat_id, thread_id, user_id))


def save_dialogue(
    session: Session,
    key: tuple[int, int, int, int],
    *,
    workspace_id: int,
    conversation: str,
    version: int,
    step: str,
    draft: dict[str, Any],
    asked_at: datetime,
) -> None:
    """key: bot, chat, thread, user."""
    row = session.get(Dialogue, key)
    if row is None:
        bot_id, chat_id, thread_id, user_id = key
        row = Dialogue(bot_id=bot_id, chat_id=chat_id, thread_id=thread_id, user_id=user_id)
        session.add(row)
    row.workspace_id, row.conversation, row.version = workspace_id, conversation, version
    row.step, row.draft, row.asked_at = step, draft, asked_at


def end_dialogue(session: Session, key: tuple[int, int, int, int]) -> None:
    bot_id, chat_id, thread_id, user_id = key
    session.execute(
        delete(Dialogue).where(
            Dialogue.bot_id == bot_id,
            Dialogue.chat_id == chat_id,
            Dialogue.thread_id == thread_id,
            Dialogue.user_id == user_id,
        )
    )


def links_of(
    session: Session, bot_id: int, chat_id: int, message_id: int, workspace_id: int
) -> list[MessageLink]:
    """What a message of the chat is about, in and out; rows of other workspaces are not there."""
    query = select(MessageLink).where(
        MessageLink.bot_id == bot_id,
        MessageLink.chat_id == chat_id,
        MessageLink.message_id == message_id,
        MessageLink.workspace_id == workspace_id,
    )
    return list(session.scalars(query.order_by(MessageLink.part)))


def link_incoming(
    session: Session,
    bot_id: int,
    chat_id: int,
    message_id: int,
    workspace_id: int,
    entity: str,
    entity_id: int,
    turn_id: int,
    part: int = 0,
) -> None:
    """What a member's own message became: replies to it and edits of it find the row.

    part: 0 for whom it is about; entity "also" with 1 and on for the further people in it, which replies do not mean.
    """
    row = {
        "bot_id": bot_id,
        "chat_id": chat_id,
        "message_id": message_id,
        "part": part,
        "workspace_id": workspace_id,
        "entity": entity,
        "entity_id": entity_id,
        "turn_id": turn_id,
    }
    session.connection().execute(_LINK[session.get_bind().dialect.name], row)
