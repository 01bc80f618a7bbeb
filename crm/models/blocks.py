"""The four building blocks, and how a row says which of them it stands on."""

from enum import StrEnum
from typing import ClassVar

from sqlalchemy import ForeignKeyConstraint, Index, text
from sqlalchemy.orm import Mapped

from crm.models.base import belongs_to


class Block(StrEnum):
    """The value is the table's name."""

    LEAD = "lead"
    ACCOUNT = "account"
    CONTACT = "contact"
    OPPORTUNITY = "opportunity"


class NotALead:
    """Mixin of the other blocks: what only leads say of themselves, so that all four are named alike."""

    organisation: ClassVar[None] = None


class OnBlocks:
    """Mixin of activities, follow-ups and files: what each stands on, and where else it is seen.

    A row of a lead is seen from the account, the contact and the opportunity that the lead became
    (crm/usecases/place_history.py keeps that); a row of a contact or an opportunity from its account too.
    """

    lead_id: Mapped[int | None]
    account_id: Mapped[int | None]
    contact_id: Mapped[int | None]
    opportunity_id: Mapped[int | None]

    @property
    def block(self) -> Block:
        """What it is shown as. What a lead brought along belongs to the person, or else to the organisation."""
        if self.contact_id is not None:
            return Block.CONTACT
        if self.lead_id is not None and self.account_id is None:
            return Block.LEAD
        return Block.OPPORTUNITY if self.opportunity_id is not None else Block.ACCOUNT

    @property
    def block_id(self) -> int:
        """The id of the row of `block`."""
        found: int = getattr(self, f"{self.block.value}_id")
        return found


def stands_on_blocks() -> tuple[ForeignKeyConstraint, ...]:
    """The foreign keys of OnBlocks."""
    return tuple(belongs_to(block.value, f"{block.value}_id") for block in Block)


def index_by_block(table: str, *columns: str) -> tuple[Index, ...]:
    """An index for each block but the lead, which has one of its own; only of the rows that stand on it."""
    return tuple(
        Index(
            f"ix_{table}_{block.value}",
            "workspace_id",
            f"{block.value}_id",
            *columns,
            postgresql_where=text(f"{block.value}_id IS NOT NULL"),
            sqlite_where=text(f"{block.value}_id IS NOT NULL"),
        )
        for block in Block
        if block is not Block.LEAD
    )
