"""Anything that happened with a lead. One timeline, newest first."""

from datetime import datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from crm.capture.draft import ActivityKind, Direction, Outcome
from crm.models.base import Base, InWorkspace, Journaled, belongs_to, word


class Activity(InWorkspace, Journaled, Base):
    """happened_at: when the member wrote it, not when it arrived. text: as typed."""

    __tablename__ = "activity"
    __table_args__ = (
        belongs_to("lead", "lead_id"),
        belongs_to("member", "member_id"),
        Index("ix_activity_timeline", "workspace_id", "lead_id", "happened_at", "id"),
    )

    lead_id: Mapped[int]
    member_id: Mapped[int]
    kind: Mapped[ActivityKind] = mapped_column(word(ActivityKind))
    direction: Mapped[Direction | None] = mapped_column(word(Direction))
    outcome: Mapped[Outcome | None] = mapped_column(word(Outcome))
    text: Mapped[str] = mapped_column(Text, default="")
    happened_at: Mapped[datetime]
    created_at: Mapped[datetime]
    value_minor: Mapped[int | None]
    currency: Mapped[str | None] = mapped_column(String(3))
