"""A company's workspace, its members, and the links by which people come in."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from crm.access import Role, Visibility
from crm.models.base import Base, InWorkspace, belongs_to, word
from crm.rules.conversion import Formal, Opens


class Workspace(Base):
    """weekdays: digits, 0 is Monday. cadence: working days between the steps, "1,3,7". currency: that of
    reports; None: that of the country. set_up_at: None until the
    owner has confirmed zone, country and hours; until then the defaults hold."""

    __tablename__ = "workspace"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column(String(200))
    visibility: Mapped[Visibility] = mapped_column(word(Visibility), default=Visibility.OPEN)
    zone: Mapped[str] = mapped_column(String(64), default="Europe/Amsterdam")
    country: Mapped[str | None] = mapped_column(String(2))
    region: Mapped[str | None] = mapped_column(String(20))
    work_start: Mapped[time] = mapped_column(default=time(9))
    work_end: Mapped[time] = mapped_column(default=time(17, 30))
    weekdays: Mapped[str] = mapped_column(String(7), default="01234")
    digest_at: Mapped[time] = mapped_column(default=time(8, 30))
    cadence: Mapped[str] = mapped_column(String(40), default="1,3,7")
    formal: Mapped[Formal] = mapped_column(word(Formal), default=Formal.QUOTE)
    opens: Mapped[Opens] = mapped_column(word(Opens), default=Opens.AT_QUOTE)
    currency: Mapped[str | None] = mapped_column(String(3))
    created_at: Mapped[datetime]
    set_up_at: Mapped[datetime | None]


class Member(InWorkspace, Base):
    """zone … digest_at: None means as the workspace. dark: pictures on dark paper. removed_at: set by /team; holds from the next message on.

    last_shown_id, last_shown_at: the row of a building block that the member captured or opened last, and when that
    message was written.
    """

    __tablename__ = "member"
    __table_args__ = (
        UniqueConstraint("user_id", "workspace_id"),
        Index("ix_member_next_digest_at", "next_digest_at"),
    )

    workspace_id: Mapped[int] = mapped_column(
        ForeignKey("workspace.id"), primary_key=True, autoincrement=False
    )
    user_id: Mapped[int]
    chat_id: Mapped[int | None]
    name: Mapped[str] = mapped_column(String(200))
    username: Mapped[str | None] = mapped_column(String(64))
    role: Mapped[Role] = mapped_column(word(Role))
    language: Mapped[str] = mapped_column(String(2))
    zone: Mapped[str | None] = mapped_column(String(64))
    country: Mapped[str | None] = mapped_column(String(2))
    region: Mapped[str | None] = mapped_column(String(20))
    work_start: Mapped[time | None]
    work_end: Mapped[time | None]
    digest_at: Mapped[time | None]
    away_until: Mapped[date | None]
    next_digest_at: Mapped[datetime | None]
    dark: Mapped[bool] = mapped_column(default=False)
    last_shown_id: Mapped[int | None]
    last_shown_at: Mapped[datetime | None]
    joined_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class Invite(InWorkspace, Base):
    """token_hash: SHA-256 of the link's payload, in hex. uses_left: 0 when used up."""

    __tablename__ = "invite"

    workspace_id: Mapped[int] = mapped_column(
        ForeignKey("workspace.id"), primary_key=True, autoincrement=False
    )
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[Role] = mapped_column(word(Role))
    uses_left: Mapped[int]
    expires_at: Mapped[datetime | None]
    created_by: Mapped[int | None]
    created_at: Mapped[datetime]


class Unasked(InWorkspace, Base):
    """A message that a member got without asking: what may be sent once a day is unique here. day: local."""

    __tablename__ = "unasked"
    __table_args__ = (
        belongs_to("member", "member_id"),
        UniqueConstraint("workspace_id", "member_id", "day", "kind", "about"),
    )

    member_id: Mapped[int]
    day: Mapped[date]
    kind: Mapped[str] = mapped_column(String(20))
    about: Mapped[int] = mapped_column(default=0)
