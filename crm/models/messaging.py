"""The way of one message: inbox, lane, chat, dialogue, outbox, message_link; and the lease of the leader."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, Integer, SmallInteger, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from crm.models.base import Base, word


class Source(StrEnum):
    TELEGRAM = "telegram"
    JOB = "job"
    TIMER = "timer"
    WEB = "web"
    MAIL = "mail"


class InboxState(StrEnum):
    OPEN = "open"
    HANDLED = "handled"
    PARKED = "parked"


class OutboxState(StrEnum):
    """OPEN: to be sent. SENT. DROPPED: overtaken by a newer edit, or pointless. FAILED: shown by doctor."""

    OPEN = "open"
    SENT = "sent"
    DROPPED = "dropped"
    FAILED = "failed"


class OutboxKind(StrEnum):
    SEND = "send"
    EDIT = "edit"
    DELETE = "delete"
    DOCUMENT = "document"


class Lane(Base):
    """The lock of one lane on PostgreSQL: "c<chat id>" or "u<user id>"."""

    __tablename__ = "lane"

    bot_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[str] = mapped_column(String(40), primary_key=True)


class Inbox(Base):
    """One thing that came in. external_id: Telegram's update_id, or the sender's own key; unique per bot and source.

    payload: raw JSON, emptied by the purge. due_at: not before. tries: failed turns so far.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("bot_id", "source", "external_id"),
        Index(
            "ix_inbox_open",
            "bot_id",
            "lane",
            "id",
            postgresql_where=text("state = 'open'"),
            sqlite_where=text("state = 'open'"),
        ),
        Index(
            "ix_inbox_unpurged",
            "received_at",
            postgresql_where=text("purged_at IS NULL"),
            sqlite_where=text("purged_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    bot_id: Mapped[int]
    source: Mapped[Source] = mapped_column(word(Source))
    external_id: Mapped[str] = mapped_column(String(80))
    lane: Mapped[str] = mapped_column(String(40))
    payload: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    state: Mapped[InboxState] = mapped_column(word(InboxState), default=InboxState.OPEN)
    tries: Mapped[int] = mapped_column(SmallInteger, default=0)
    error: Mapped[str | None] = mapped_column(String(500))
    handled_at: Mapped[datetime | None]
    purged_at: Mapped[datetime | None]
    workspace_id: Mapped[int | None]


class Chat(Base):
    """blocked_at: the person blocked the bot. migrated_to: the supergroup that this group became."""

    __tablename__ = "chat"

    bot_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    type: Mapped[str] = mapped_column(String(20))
    workspace_id: Mapped[int | None]
    blocked_at: Mapped[datetime | None]
    migrated_to: Mapped[int | None]


class Dialogue(Base):
    """The open question of one person in one chat and thread. version: of the conversation's draft."""

    __tablename__ = "dialogue"

    bot_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    thread_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    user_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    workspace_id: Mapped[int | None]
    conversation: Mapped[str] = mapped_column(String(40))
    version: Mapped[int] = mapped_column(Integer)
    step: Mapped[str] = mapped_column(String(40))
    draft: Mapped[dict[str, Any]]
    asked_at: Mapped[datetime]


class Outbox(Base):
    """One message to be sent or changed. body: {"text", "keyboard", …} as rendered, emptied by the purge.

    priority: 0 reply, 1 reminder, 2 digest. target_id: the outbox row whose message an edit or delete changes.
    links: [[entity, id, turn_id], …] what the message shows; copied to message_link with the sent mark.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("bot_id", "idempotency_key"),
        Index(
            "ix_outbox_open",
            "bot_id",
            "priority",
            "id",
            postgresql_where=text("state = 'open'"),
            sqlite_where=text("state = 'open'"),
        ),
        Index(
            "ix_outbox_chat",
            "bot_id",
            "chat_id",
            "id",
            postgresql_where=text("state = 'open'"),
            sqlite_where=text("state = 'open'"),
        ),
        Index(
            "ix_outbox_target",
            "target_id",
            postgresql_where=text("target_id IS NOT NULL"),
            sqlite_where=text("target_id IS NOT NULL"),
        ),
        Index(
            "ix_outbox_unpurged",
            "created_at",
            postgresql_where=text("purged_at IS NULL"),
            sqlite_where=text("purged_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    bot_id: Mapped[int]
    chat_id: Mapped[int]
    workspace_id: Mapped[int | None]
    kind: Mapped[OutboxKind] = mapped_column(word(OutboxKind), default=OutboxKind.SEND)
    priority: Mapped[int] = mapped_column(SmallInteger, default=0)
    idempotency_key: Mapped[str] = mapped_column(String(80))
    body: Mapped[dict[str, Any]]
    links: Mapped[list[Any]] = mapped_column(default=list)
    target_id: Mapped[int | None]
    message_id: Mapped[int | None]
    state: Mapped[OutboxState] = mapped_column(word(OutboxState), default=OutboxState.OPEN)
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    purged_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(String(500))


class MessageLink(Base):
    """Which rows a Telegram message is about, in and out. entity "list" (id 0): more than one lead was shown.
    entity "also": the lead of a further person in a member's message.

    turn_id: the turn that the message tells of. outbox_id: None for a message that came in.
    """

    __tablename__ = "message_link"
    __table_args__ = (Index("ix_message_link_entity", "workspace_id", "entity_id"),)

    bot_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    message_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    part: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    workspace_id: Mapped[int]
    entity: Mapped[str] = mapped_column(String(20))
    entity_id: Mapped[int]
    turn_id: Mapped[int | None]
    outbox_id: Mapped[int | None]


class Lease(Base):
    """Who leads (polls, sends, sweeps). One row a bot; free when expires_at has passed."""

    __tablename__ = "lease"

    bot_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    holder: Mapped[str] = mapped_column(String(60))
    expires_at: Mapped[datetime]


class Node(Base):
    """Counts process starts, so that ids made at the same moment by two processes differ."""

    __tablename__ = "node"

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    starts: Mapped[int]
