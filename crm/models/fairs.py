"""Events (fairs, conferences) as sources of leads; in code Fair, so that it is not confused with other events."""

from datetime import date, datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from crm.models.base import Base, InWorkspace, Journaled, belongs_to


class Fair(InWorkspace, Journaled, Base):
    """key: folded name. closed_at: when its summary went out. spread_at: when the rest was planned."""

    __tablename__ = "fair"
    __table_args__ = (belongs_to("member", "created_by"), Index("ix_fair_key", "workspace_id", "key"))
    UNRECORDED = Journaled.UNRECORDED | {"closed_at"}

    name: Mapped[str] = mapped_column(String(200))
    key: Mapped[str] = mapped_column(String(200))
    country: Mapped[str | None] = mapped_column(String(2))
    last_day: Mapped[date]
    created_by: Mapped[int]
    created_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    spread_at: Mapped[datetime | None]
