"""Anything that happened. One timeline, newest first."""

from datetime import date, datetime

from sqlalchemy import Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from crm.capture.draft import ActivityKind, Direction, Outcome
from crm.models.base import Base, InWorkspace, Journaled, belongs_to, word
from crm.models.blocks import OnBlocks, index_by_block, stands_on_blocks


class Activity(InWorkspace, OnBlocks, Journaled, Base):
    """happened_at: when the member wrote it, not when it arrived. text: as typed. valid_until: of a quote.

    subject, mail_id: of a mail; mail_id is its Message-ID, by which a second copy is known.
    """

    __tablename__ = "activity"
    __table_args__ = (
        *stands_on_blocks(),
        belongs_to("member", "member_id"),
        Index("ix_activity_timeline", "workspace_id", "lead_id", "happened_at", "id"),
        Index(
            "ix_activity_mail",
            "workspace_id",
            "mail_id",
            postgresql_where=text("mail_id IS NOT NULL"),
            sqlite_where=text("mail_id IS NOT NULL"),
        ),
        Index("ix_activity_member", "workspace_id", "member_id", "id"),
        *index_by_block("activity", "happened_at", "id"),
    )
    UNRECORDED = Journaled.UNRECORDED | {"account_id", "contact_id", "opportunity_id"}

    member_id: Mapped[int]
    kind: Mapped[ActivityKind] = mapped_column(word(ActivityKind))
    direction: Mapped[Direction | None] = mapped_column(word(Direction))
    outcome: Mapped[Outcome | None] = mapped_column(word(Outcome))
    text: Mapped[str] = mapped_column(Text, default="")
    happened_at: Mapped[datetime]
    created_at: Mapped[datetime]
    value_minor: Mapped[int | None]
    currency: Mapped[str | None] = mapped_column(String(3))
    valid_until: Mapped[date | None]
    subject: Mapped[str | None] = mapped_column(String(500))
    mail_id: Mapped[str | None] = mapped_column(String(320))
