"""Things to do at a time: a member's own follow-ups. What the cadence asks for stands on the lead."""

from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from crm.models.base import Base, InWorkspace, Journaled, belongs_to, word
from crm.models.blocks import OnBlocks, index_by_block, stands_on_blocks


class FollowUpState(StrEnum):
    OPEN = "open"
    DONE = "done"
    STOPPED = "stopped"


class FollowUp(InWorkspace, OnBlocks, Journaled, Base):
    """day, clock, zone: the local wall time as said; clock None: any time that day, shown in the digest.

    due_at: the instant that follows from them. reason: the words it was read from. rung_at: when the reminder was put
    into the outbox; None again when it is put off.
    """

    __tablename__ = "follow_up"
    __table_args__ = (
        *stands_on_blocks(),
        belongs_to("member", "member_id"),
        Index(
            "ix_follow_up_due",
            "due_at",
            postgresql_where=text(
                "state = 'open' AND rung_at IS NULL AND clock IS NOT NULL AND deleted_at IS NULL"
            ),
            sqlite_where=text(
                "state = 'open' AND rung_at IS NULL AND clock IS NOT NULL AND deleted_at IS NULL"
            ),
        ),
        Index(
            "ix_follow_up_agenda",
            "workspace_id",
            "member_id",
            "day",
            postgresql_where=text("state = 'open' AND deleted_at IS NULL"),
            sqlite_where=text("state = 'open' AND deleted_at IS NULL"),
        ),
        Index("ix_follow_up_lead", "workspace_id", "lead_id"),
        *index_by_block("follow_up"),
    )
    UNRECORDED = Journaled.UNRECORDED | {"rung_at", "account_id", "contact_id", "opportunity_id"}

    member_id: Mapped[int]
    created_by: Mapped[int]
    action: Mapped[str] = mapped_column(String(500), default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    day: Mapped[date]
    clock: Mapped[time | None]
    zone: Mapped[str] = mapped_column(String(64))
    due_at: Mapped[datetime]
    state: Mapped[FollowUpState] = mapped_column(word(FollowUpState), default=FollowUpState.OPEN)
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    rung_at: Mapped[datetime | None]
