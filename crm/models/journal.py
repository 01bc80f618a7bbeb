"""The change journal: append-only, written by one recorder (crm/store/recorder.py). Undo and audit read it."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from crm.models.base import Base, InWorkspace, Json


class Turn(InWorkspace, Base):
    """One handled inbox entry that changed something; the id is the inbox id. what: a text key that names it.

    about_id: the row of a building block, or the event, that it was about. import_id: the import that it is a part of.
    """

    __tablename__ = "turn"
    __table_args__ = (
        Index("ix_turn_member", "workspace_id", "member_id", "id"),
        Index(
            "ix_turn_import",
            "workspace_id",
            "import_id",
            postgresql_where=text("import_id IS NOT NULL"),
            sqlite_where=text("import_id IS NOT NULL"),
        ),
    )

    member_id: Mapped[int]
    at: Mapped[datetime]
    what: Mapped[str] = mapped_column(String(40), default="")
    about_id: Mapped[int | None]
    import_id: Mapped[int | None]
    undoes: Mapped[int | None]
    undone_by: Mapped[int | None]


class Change(InWorkspace, Base):
    """field: a column's name; "" for the creation of the row. old, new: JSON values; instants as ISO 8601."""

    __tablename__ = "change"
    __table_args__ = (
        Index("ix_change_turn", "workspace_id", "turn_id"),
        Index("ix_change_entity", "workspace_id", "entity_id"),
    )

    turn_id: Mapped[int]
    actor_id: Mapped[int]
    entity: Mapped[str] = mapped_column(String(20))
    entity_id: Mapped[int]
    field: Mapped[str] = mapped_column(String(40))
    old: Mapped[Any] = mapped_column(Json, nullable=True)
    new: Mapped[Any] = mapped_column(Json, nullable=True)
