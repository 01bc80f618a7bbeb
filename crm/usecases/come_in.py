"""How people come in: the first workspace and its owner, invite links, and going again."""

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from crm.access import Access, Role
from crm.errors import DoneAlready, NotYours, Refused
from crm.models import Invite, Member, Workspace
from crm.rules.digest_time import next_digest
from crm.rules.visibility import may_invite, may_remove
from crm.store.members import Who

INVITE_LASTS = timedelta(days=7)


def first_workspace(session: Session) -> Workspace | None:
    return session.scalars(select(Workspace).order_by(Workspace.id).limit(1)).first()


def make_workspace(session: Session, ids: Callable[[], int], now: datetime, name: str) -> Workspace:
    workspace = Workspace(id=ids(), name=name, created_at=now)
    session.add(workspace)
    session.flush()
    return workspace


def has_owner(session: Session, workspace_id: int) -> bool:
    query = select(func.count()).where(
        Member.workspace_id == workspace_id, Member.role == Role.OWNER, Member.removed_at.is_(None)
    )
    return bool(session.scalar(query))


def make_owner_link(session: Session, ids: Callable[[], int], now: datetime, workspace: Workspace) -> str:
    """A token that makes whoever uses it first an owner. Valid until used; it takes back earlier unused ones."""
    _take_back_owner_links(session, workspace.id)
    return _make_token(session, ids, now, workspace.id, Role.OWNER, uses=1, expires_at=None, created_by=None)


def make_invite(
    session: Session,
    ids: Callable[[], int],
    now: datetime,
    access: Access,
    role: Role,
    *,
    uses: int = 1,
    lasts: timedelta = INVITE_LASTS,
) -> str:
    """The payload of an invite link. Raises Refused("not-allowed") for a role above one's own."""
    if not may_invite(access, role):
        raise Refused("not-allowed")
    return _make_token(
        session,
        ids,
        now,
        access.workspace_id,
        role,
        uses=uses,
        expires_at=now + lasts,
        created_by=access.member_id,
    )


def find_invite(session: Session, token: str) -> Invite | None:
    return session.scalars(select(Invite).where(Invite.token_hash == _hash(token)).with_for_update()).first()


def widen_invite(session: Session, now: datetime, access: Access, invite_id: int, uses: int) -> Invite:
    """The same link for several people. Raises NotYours, Refused("invite-unknown") where it no longer works, DoneAlready."""
    invite = session.get(Invite, (access.workspace_id, invite_id))
    if invite is None or invite.role is Role.OWNER or not may_invite(access, invite.role):
        raise NotYours
    if invite.uses_left < 1 or (invite.expires_at is not None and invite.expires_at < now):
        raise Refused("invite-unknown")
    if invite.uses_left > 1:
        raise DoneAlready("invite-several", count=uses)
    invite.uses_left = uses
    return invite


def join(
    session: Session,
    ids: Callable[[], int],
    now: datetime,
    token: str,
    *,
    user_id: int,
    name: str,
    username: str | None,
    language: str,
) -> Who:
    """Uses an invite. Raises Refused("invite-unknown") for one that is used, expired or was never made.

    A member who uses one again keeps the higher role; the link is not used up by it where nothing changes.
    """
    invite = find_invite(session, token)
    if invite is None or invite.uses_left < 1 or (invite.expires_at is not None and invite.expires_at < now):
        raise Refused("invite-unknown")
    workspace = session.get_one(Workspace, invite.workspace_id)
    member = _member_of(session, workspace.id, user_id)
    rank = [Role.REP, Role.MANAGER, Role.OWNER].index
    if member is not None and member.removed_at is None and rank(member.role) >= rank(invite.role):
        return Who(member, workspace)
    invite.uses_left -= 1
    if invite.role is Role.OWNER:
        _take_back_owner_links(session, workspace.id)
    return take_in(
        session,
        ids,
        now,
        workspace,
        invite.role,
        user_id=user_id,
        name=name,
        username=username,
        language=language,
    )


def take_in(
    session: Session,
    ids: Callable[[], int],
    now: datetime,
    workspace: Workspace,
    role: Role,
    *,
    user_id: int,
    name: str,
    username: str | None,
    language: str,
) -> Who:
    """Makes somebody a member; one who was removed comes back as the same member."""
    member = _member_of(session, workspace.id, user_id)
    if member is None:
        member = Member(
            workspace_id=workspace.id,
            id=ids(),
            user_id=user_id,
            joined_at=now,
            language=language,
            role=role,
            name=name,
        )
        session.add(member)
    member.role, member.removed_at = role, None
    member.name, member.username = name[:200], username
    who = Who(member, workspace)
    member.next_digest_at = next_digest(now, who.digest_at, who.calendar, member.away_until)
    session.flush()
    return who


def remove_member(session: Session, now: datetime, access: Access, member_id: int) -> Member:
    """Holds from that member's next message or tap on. What they hold stays theirs until it is given away.

    Raises NotYours, Refused("not-allowed"), Refused("last-owner").
    """
    member = session.get(Member, (access.workspace_id, member_id))
    if member is None or member.removed_at is not None:
        raise NotYours
    is_last_owner = _is_last_owner(session, member)
    if not may_remove(access, member.role, is_last_owner=is_last_owner):
        raise Refused("last-owner" if is_last_owner and access.role is Role.OWNER else "not-allowed")
    member.removed_at = now
    member.next_digest_at = None
    return member


def change_role(session: Session, access: Access, member_id: int, role: Role) -> Member:
    """Raises NotYours, Refused("not-allowed") for anybody but an owner, Refused("last-owner")."""
    member = session.get(Member, (access.workspace_id, member_id))
    if member is None or member.removed_at is not None:
        raise NotYours
    if access.role is not Role.OWNER:
        raise Refused("not-allowed")
    if role is not Role.OWNER and _is_last_owner(session, member):
        raise Refused("last-owner")
    member.role = role
    return member


def _is_last_owner(session: Session, member: Member) -> bool:
    owners = select(func.count()).where(
        Member.workspace_id == member.workspace_id, Member.role == Role.OWNER, Member.removed_at.is_(None)
    )
    return member.role is Role.OWNER and session.scalar(owners) == 1


def _make_token(
    session: Session,
    ids: Callable[[], int],
    now: datetime,
    workspace_id: int,
    role: Role,
    *,
    uses: int,
    expires_at: datetime | None,
    created_by: int | None,
) -> str:
    token = secrets.token_urlsafe(18)
    session.add(
        Invite(
            workspace_id=workspace_id,
            id=ids(),
            token_hash=_hash(token),
            role=role,
            uses_left=uses,
            expires_at=expires_at,
            created_by=created_by,
            created_at=now,
        )
    )
    session.flush()
    return token


def _take_back_owner_links(session: Session, workspace_id: int) -> None:
    session.execute(
        update(Invite)
        .where(Invite.workspace_id == workspace_id, Invite.created_by.is_(None), Invite.uses_left > 0)
        .values(uses_left=0)
    )


def _member_of(session: Session, workspace_id: int, user_id: int) -> Member | None:
    return session.scalars(
        select(Member).where(Member.workspace_id == workspace_id, Member.user_id == user_id)
    ).first()


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
