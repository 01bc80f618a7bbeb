"""Who is told of what is due for a member: themselves, or somebody who leads the team where nobody answers there."""

from collections.abc import Iterable, Sequence

from sqlalchemy import or_, select

from crm.access import Role
from crm.models import Chat, Member
from crm.store.members import Who
from crm.store.work import Session


def tell_whom(session: Session, bot_id: int, members: Iterable[Who]) -> dict[int, Who]:
    """By the member's id. For one who has left, never wrote to the bot or has blocked it: a manager, else an owner.

    Left out where nobody can be told.
    """
    waiting = list(members)
    open_chats = _open_chats(session, bot_id, [who.member for who in waiting])
    told: dict[int, Who] = {}
    for who in waiting:
        member = who.member
        if member.removed_at is None and member.chat_id in open_chats:
            told[member.id] = who
        elif (leader := _leader(session, bot_id, who)) is not None:
            told[member.id] = Who(leader, who.workspace)
    return told


def _leader(session: Session, bot_id: int, who: Who) -> Member | None:
    query = select(Member).where(
        Member.workspace_id == who.workspace.id,
        Member.id != who.member.id,
        Member.removed_at.is_(None),
        or_(Member.role == Role.MANAGER, Member.role == Role.OWNER),
    )
    leaders = session.scalars(query.order_by(Member.role, Member.joined_at, Member.id)).all()
    open_chats = _open_chats(session, bot_id, leaders)
    return next((leader for leader in leaders if leader.chat_id in open_chats), None)


def _open_chats(session: Session, bot_id: int, members: Sequence[Member]) -> set[int]:
    chat_ids = {member.chat_id for member in members if member.chat_id is not None}
    blocked = select(Chat.chat_id).where(
        Chat.bot_id == bot_id, Chat.chat_id.in_(chat_ids), Chat.blocked_at.is_not(None)
    )
    return chat_ids - set(session.scalars(blocked))
