"""What `handslag doctor` asks the database: what was given up, what waits, which chats are blocked."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from crm.models import Chat, Inbox, InboxState, Outbox, OutboxState
from crm.store import inbox, outbox


def waiting(session: Session, bot_id: int) -> tuple[int, int]:
    """How many entries wait for their turn, and how many messages to be sent."""
    entries = select(func.count()).where(Inbox.bot_id == bot_id, Inbox.state == InboxState.OPEN)
    messages = select(func.count()).where(Outbox.bot_id == bot_id, Outbox.state == OutboxState.OPEN)
    return session.scalar(entries) or 0, session.scalar(messages) or 0


def blocked_chats(session: Session, bot_id: int) -> int:
    query = select(func.count()).where(Chat.bot_id == bot_id, Chat.blocked_at.is_not(None))
    return session.scalar(query) or 0


def failed_messages(session: Session, bot_id: int) -> list[Outbox]:
    """Messages that Telegram refused, oldest first; those to blocked chats are left out, nothing can be done there."""
    blocked = set(
        session.scalars(select(Chat.chat_id).where(Chat.bot_id == bot_id, Chat.blocked_at.is_not(None)))
    )
    return [row for row in outbox.failed(session, bot_id) if row.chat_id not in blocked]


def requeue_all(session: Session, bot_id: int) -> tuple[int, int]:
    """Parked entries and failed messages get a new start; how many of each. Purged ones stay."""
    entries = [inbox.requeue(session, entry.id) for entry in inbox.parked(session, bot_id)]
    messages = [outbox.requeue(session, row.id) for row in failed_messages(session, bot_id)]
    return sum(entries), sum(messages)
