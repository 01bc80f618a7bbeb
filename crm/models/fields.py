"""What a company adds to the building blocks: tags, and fields of its own."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from crm.models.base import Base, InWorkspace, Journaled, belongs_to, word
from crm.models.blocks import Block
from crm.rules.own_field import FieldKind


class Tag(InWorkspace, Journaled, Base):
    """key: folded name."""

    __tablename__ = "tag"
    __table_args__ = (Index("ix_tag_key", "workspace_id", "key"),)

    name: Mapped[str] = mapped_column(String(60))
    key: Mapped[str] = mapped_column(String(60))
    created_at: Mapped[datetime]


class Tagging(InWorkspace, Journaled, Base):
    """A tag on a row of a block."""

    __tablename__ = "tagging"
    __table_args__ = (
        belongs_to("tag", "tag_id"),
        Index("ix_tagging_entity", "workspace_id", "entity_id"),
        Index("ix_tagging_tag", "workspace_id", "tag_id", "block", "entity_id"),
    )

    tag_id: Mapped[int]
    block: Mapped[Block] = mapped_column(word(Block))
    entity_id: Mapped[int]


class CustomField(InWorkspace, Journaled, Base):
    """A field that the owner added to a block. key: folded name. choices: for FieldKind.CHOICE, as written."""

    __tablename__ = "custom_field"
    __table_args__ = (Index("ix_custom_field_block", "workspace_id", "block", "position"),)

    block: Mapped[Block] = mapped_column(word(Block))
    name: Mapped[str] = mapped_column(String(60))
    key: Mapped[str] = mapped_column(String(60))
    kind: Mapped[FieldKind] = mapped_column(word(FieldKind))
    choices: Mapped[list[Any]] = mapped_column(default=list)
    position: Mapped[int]
    created_at: Mapped[datetime]


class CustomValue(InWorkspace, Journaled, Base):
    """value: text as typed; a number in plain decimal notation ("12.5"), a date as ISO 8601, a choice as written."""

    __tablename__ = "custom_value"
    __table_args__ = (
        belongs_to("custom_field", "field_id"),
        UniqueConstraint("workspace_id", "field_id", "entity_id"),
        Index("ix_custom_value_entity", "workspace_id", "entity_id"),
    )

    field_id: Mapped[int]
    entity_id: Mapped[int]
    value: Mapped[str] = mapped_column(Text)

    @property
    def number(self) -> Decimal:
        return Decimal(self.value)

    @property
    def day(self) -> date:
        return date.fromisoformat(self.value)
