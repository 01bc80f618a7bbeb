"""Who speaks, and where they were: one read for what nearly every turn begins with."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session, aliased

from crm.models import Chat, Dialogue, Fair, Lead, Member, Workspace
from crm.store.chats import get_chat, get_dialogue
from crm.store.members import Who

_A_DAY = timedelta(days=1)
_OTHER = aliased(Fair)
_NEWEST_FAIR = (
    select(_OTHER.id)
    .where(
        _OTHER.workspace_id == Workspace.id, _OTHER.last_day >= bindparam("day"), _OTHER.deleted_at.is_(None)
    )
    .order_by(_OTHER.id.desc())
    .limit(1)
    .scalar_subquery()
)
_SPEAKING = (
    select(Member, Workspace, Chat, Dialogue, Fair, Lead)
    .join(Workspace, Workspace.id == Member.workspace_id)
    .outerjoin(Chat, and_(Chat.bot_id == bindparam("bot"), Chat.chat_id == bindparam("chat")))
    .outerjoin(
        Dialogue,
        and_(
            Dialogue.bot_id == bindparam("bot"),
            Dialogue.chat_id == bindparam("chat"),
            Dialogue.thread_id == bindparam("thread"),
            Dialogue.user_id == bindparam("user"),
        ),
    )
    .outerjoin(Fair, and_(Fair.workspace_id == Workspace.id, Fair.id == _NEWEST_FAIR))
    .outerjoin(Lead, and_(Lead.workspace_id == Member.workspace_id, Lead.id == Member.last_shown_id))
    .where(Member.user_id == bindparam("user"), Member.removed_at.is_(None))
    .order_by(Member.joined_at)
)


@dataclass(frozen=True, slots=True)
class Speaking:
    """chat: None where it is new. dialogue: the open question. memberships: as crm/store/members.py gives them.

    fairs: of each of their workspaces the event made last that had not ended two days before; None: there is none.
    shown: the leads that they were shown last; as long as somebody holds them, the session need not read them again.
    """

    chat: Chat | None
    dialogue: Dialogue | None
    memberships: list[Who]
    fairs: dict[int, Fair | None]
    shown: list[Lead]


def who_speaks(
    session: Session, bot_id: int, chat_id: int, thread_id: int, user_id: int, day: date
) -> Speaking:
    """day: that of the message in UTC; anywhere on earth it is that day, the one before or the one after."""
    asked = {"bot": bot_id, "chat": chat_id, "thread": thread_id, "user": user_id, "day": day - _A_DAY}
    rows = session.execute(_SPEAKING, asked).all()
    if not rows:
        chat = get_chat(session, bot_id, chat_id)
        return Speaking(chat, get_dialogue(session, bot_id, chat_id, thread_id, user_id), [], {}, [])
    return Speaking(
        rows[0].Chat,
        rows[0].Dialogue,
        [Who(row.Member, row.Workspace) for row in rows],
        {row.Workspace.id: row.Fair for row in rows},
        [row.Lead for row in rows if row.Lead],
    )
