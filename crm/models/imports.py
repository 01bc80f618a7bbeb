"""Imports: one row a file, so that it can be watched, and undone whole."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from crm.models.base import Base, InWorkspace, belongs_to, word
from crm.models.blocks import Block


class ImportState(StrEnum):
    """ASKED: its mapping is shown and may be changed. RUNNING, DONE, UNDOING, UNDONE, STOPPED: by the member."""

    ASKED = "asked"
    RUNNING = "running"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"
    STOPPED = "stopped"


class Import(InWorkspace, Base):
    """mapping: column of the file -> field. stored: where the file lies. position: rows read so far.

    updates: whether rows that match are updated, or skipped. made, updated, skipped, bad: rows so far.
    Its turns are found by Turn.import_id.
    """

    __tablename__ = "import"
    __table_args__ = (belongs_to("member", "member_id"),)

    member_id: Mapped[int]
    block: Mapped[Block] = mapped_column(word(Block))
    name: Mapped[str] = mapped_column(String(300))
    stored: Mapped[str] = mapped_column(String(300))
    mapping: Mapped[dict[str, Any]]
    updates: Mapped[bool] = mapped_column(default=False)
    state: Mapped[ImportState] = mapped_column(word(ImportState), default=ImportState.ASKED)
    total: Mapped[int] = mapped_column(default=0)
    position: Mapped[int] = mapped_column(default=0)
    made: Mapped[int] = mapped_column(default=0)
    updated: Mapped[int] = mapped_column(default=0)
    skipped: Mapped[int] = mapped_column(default=0)
    bad: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
