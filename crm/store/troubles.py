"""What was said about an entry that failed: found again when it goes through, or is given up."""

from sqlalchemy import select

from crm.access import Role
from crm.models import Member, Outbox
from crm.store.work import Session


def outbox_row(session: Session, bot_id: int, key: str) -> int | None:
    """The id of the outbox row with this idempotency key."""
    return session.scalar(select(Outbox.id).where(Outbox.bot_id == bot_id, Outbox.idempotency_key == key))


def owners_to_tell(session: Session) -> list[Member]:
    """The owners of all workspaces who have spoken with the bot: they run it."""
    query = select(Member).where(
        Member.role == Role.OWNER, Member.removed_at.is_(None), Member.chat_id.is_not(None)
    )
    return list(session.scalars(query))
