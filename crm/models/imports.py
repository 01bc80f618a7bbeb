"""Imports: one row a file, so that it can be watched, goes on after a restart, and is undone whole."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from crm.models.base import Base, InWorkspace, belongs_to, word
from crm.models.blocks import Block


class ImportState(StrEnum):
    """READING: its rows are put into pieces. ASKED: its mapping is shown and may be changed. CHECKING, CHECKED: the dry run.

    RUNNING, DONE, UNDOING, UNDONE. STOPPED: by the member, or since they left; what it did stays, and can be undone.
    """

    READING = "reading"
    ASKED = "asked"
    CHECKING = "checking"
    CHECKED = "checked"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    UNDOING = "undoing"
    UNDONE = "undone"


class Import(InWorkspace, Base):
    """head: names of the file's columns. mapping: {"columns": {"0": "name", "1": "<id of a field of the workspace's own>"},
    "decimal", "day_first"}. position: pieces read so far.

    updates: whether rows that match are updated, or skipped. made, updated, skipped, bad: rows so far; of the dry run until
    it runs. Its turns are found by Turn.import_id.
    """

    __tablename__ = "import"
    __table_args__ = (belongs_to("member", "member_id"),)

    member_id: Mapped[int]
    block: Mapped[Block] = mapped_column(word(Block))
    name: Mapped[str] = mapped_column(String(300))
    head: Mapped[list[Any]] = mapped_column(default=list)
    mapping: Mapped[dict[str, Any]]
    updates: Mapped[bool] = mapped_column(default=False)
    state: Mapped[ImportState] = mapped_column(word(ImportState), default=ImportState.READING)
    total: Mapped[int] = mapped_column(default=0)
    position: Mapped[int] = mapped_column(default=0)
    made: Mapped[int] = mapped_column(default=0)
    updated: Mapped[int] = mapped_column(default=0)
    skipped: Mapped[int] = mapped_column(default=0)
    bad: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class ImportPiece(InWorkspace, Base):
    """Some rows of the file, as many as one turn takes. number: from 0. rows: cells as crm/exchange/cells.py has them.

    faults: [[place in rows, [[text key, column or None], …]], …] of the rows that did not fit.
    """

    __tablename__ = "import_piece"
    __table_args__ = (
        belongs_to("import", "import_id"),
        UniqueConstraint("workspace_id", "import_id", "number"),
    )

    import_id: Mapped[int]
    number: Mapped[int] = mapped_column(Integer)
    rows: Mapped[list[Any]]
    faults: Mapped[list[Any]] = mapped_column(default=list)
