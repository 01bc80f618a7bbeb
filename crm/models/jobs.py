"""Slow work outside any transaction: a file to fetch, a table to read. Asked for in a turn, done after its commit."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from crm.models.base import Base, word


class JobState(StrEnum):
    """FAILED: given up after some tries; the turn that asked for it is told."""

    OPEN = "open"
    DONE = "done"
    FAILED = "failed"


class Job(Base):
    """what: the name under which a room does it. file_id: what Telegram is asked for, None where nothing is fetched.

    lane: where its result is received. asked: what the room needs to go on, user and workspace among it.
    """

    __tablename__ = "job"
    __table_args__ = (
        Index(
            "ix_job_open",
            "bot_id",
            "id",
            postgresql_where=text("state = 'open'"),
            sqlite_where=text("state = 'open'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    bot_id: Mapped[int]
    workspace_id: Mapped[int]
    what: Mapped[str] = mapped_column(String(40))
    lane: Mapped[str] = mapped_column(String(40))
    file_id: Mapped[str | None] = mapped_column(String(200))
    asked: Mapped[dict[str, Any]]
    state: Mapped[JobState] = mapped_column(word(JobState), default=JobState.OPEN)
    tries: Mapped[int] = mapped_column(SmallInteger, default=0)
    due_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(String(500))
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
