"""By what a mail is known to be the workspace's own."""

from datetime import datetime

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from crm.models.base import Base, InWorkspace, Journaled, belongs_to


class OwnMail(InWorkspace, Journaled, Base):
    """value: an address of a member (member_id), or a domain (None) that the owner has set; in small letters.

    One that was taken back is brought to life again: a value stands here once.
    """

    __tablename__ = "own_mail"
    __table_args__ = (belongs_to("member", "member_id"), UniqueConstraint("workspace_id", "value"))

    value: Mapped[str] = mapped_column(String(320))
    member_id: Mapped[int | None]
    created_at: Mapped[datetime]
