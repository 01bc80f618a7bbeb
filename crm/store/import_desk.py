"""Imports outside the chat: who imports, which one goes on."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from crm.models import Import, ImportState, Member
from crm.rules.folding import fold


def members_named(session: Session, said: str) -> Sequence[Member]:
    """Of all workspaces, by name, user name or Telegram's number; removed ones left out."""
    found = session.scalars(select(Member).where(Member.removed_at.is_(None)).order_by(Member.id))
    wanted = fold(said)
    return [
        member
        for member in found
        if str(member.user_id) == said or wanted in (fold(member.name), fold(member.username or ""))
    ]


def broken_off(session: Session, member: Member, name: str) -> Import | None:
    """The import of this file that still runs, as far as the database knows."""
    query = select(Import).where(
        Import.workspace_id == member.workspace_id,
        Import.member_id == member.id,
        Import.name == name,
        Import.state == ImportState.RUNNING,
    )
    return session.scalars(query.order_by(Import.id.desc()).limit(1)).first()


def import_of_id(session: Session, import_id: int) -> Import | None:
    """Of whichever workspace: ids are unique."""
    return session.scalars(select(Import).where(Import.id == import_id)).first()
