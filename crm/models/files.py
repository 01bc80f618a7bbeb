"""Files that came through Telegram or a mail: kept by Telegram's id, and optionally as bytes."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from crm.models.base import Base, InWorkspace, Journaled, belongs_to
from crm.models.blocks import OnBlocks, index_by_block, stands_on_blocks


class File(InWorkspace, OnBlocks, Journaled, Base):
    """kind: "photo", "document", "voice" … file_id: valid for bot_id only; None for an attachment of a mail.

    stored: the key of its bytes in the file store, None where only Telegram has them. size: bytes. sha256: hex.
    """

    __tablename__ = "file"
    __table_args__ = (
        *stands_on_blocks(),
        belongs_to("activity", "activity_id"),
        belongs_to("member", "member_id"),
        Index("ix_file_lead", "workspace_id", "lead_id"),
        Index("ix_file_activity", "workspace_id", "activity_id"),
        *index_by_block("file"),
    )

    UNRECORDED = Journaled.UNRECORDED | {"account_id", "contact_id", "opportunity_id"}

    activity_id: Mapped[int | None]
    member_id: Mapped[int]
    kind: Mapped[str] = mapped_column(String(20))
    bot_id: Mapped[int]
    file_id: Mapped[str | None] = mapped_column(String(200))
    unique_id: Mapped[str | None] = mapped_column(String(100))
    name: Mapped[str | None] = mapped_column(String(300))
    mime: Mapped[str | None] = mapped_column(String(100))
    size: Mapped[int | None]
    sha256: Mapped[str | None] = mapped_column(String(64))
    stored: Mapped[str | None] = mapped_column(String(300))
    created_at: Mapped[datetime]
