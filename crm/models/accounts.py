"""Accounts: organisations with a formal relation. Contacts: their people, with a role in the buying process."""

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from sqlalchemy import Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from crm.models.base import Base, InWorkspace, Journaled, belongs_to, word
from crm.models.blocks import NotALead


class ContactRole(StrEnum):
    DECISION_MAKER = "decision-maker"
    INFLUENCER = "influencer"
    USER = "user"
    BUYER = "buyer"
    GATEKEEPER = "gatekeeper"
    OTHER = "other"


class Account(InWorkspace, NotALead, Journaled, Base):
    """key: organisation_key of the name, by which a second capture finds it. private: the person is the customer.

    customer, supplier: which way the relation goes; both may hold. domain: the organisation's own, never a freemail one.
    """

    __tablename__ = "account"
    __table_args__ = (
        belongs_to("member", "holder_id"),
        belongs_to("fair", "fair_id"),
        Index("ix_account_key", "workspace_id", "key"),
        Index("ix_account_domain", "workspace_id", "domain"),
        Index(
            "ix_account_holder",
            "workspace_id",
            "holder_id",
            "id",
            postgresql_where=text("deleted_at IS NULL"),
            sqlite_where=text("deleted_at IS NULL"),
        ),
        Index(
            "ix_account_workspace",
            "workspace_id",
            "id",
            postgresql_where=text("deleted_at IS NULL"),
            sqlite_where=text("deleted_at IS NULL"),
        ),
    )

    hot: ClassVar[bool] = False

    holder_id: Mapped[int]
    name: Mapped[str] = mapped_column(String(300))
    key: Mapped[str] = mapped_column(String(300))
    domain: Mapped[str | None] = mapped_column(String(300))
    website: Mapped[str | None] = mapped_column(String(300))
    customer: Mapped[bool] = mapped_column(default=True)
    supplier: Mapped[bool] = mapped_column(default=False)
    private: Mapped[bool] = mapped_column(default=False)
    source: Mapped[str | None] = mapped_column(String(300))
    fair_id: Mapped[int | None]
    note: Mapped[str] = mapped_column(Text, default="")
    created_at: Mapped[datetime]


class Contact(InWorkspace, NotALead, Journaled, Base):
    """holder_id: that of the account they came with. Ways to reach them are rows of Reach."""

    __tablename__ = "contact"
    __table_args__ = (
        belongs_to("member", "holder_id"),
        belongs_to("fair", "fair_id"),
        Index(
            "ix_contact_holder",
            "workspace_id",
            "holder_id",
            "id",
            postgresql_where=text("deleted_at IS NULL"),
            sqlite_where=text("deleted_at IS NULL"),
        ),
        Index(
            "ix_contact_workspace",
            "workspace_id",
            "id",
            postgresql_where=text("deleted_at IS NULL"),
            sqlite_where=text("deleted_at IS NULL"),
        ),
    )

    holder_id: Mapped[int]
    name: Mapped[str | None] = mapped_column(String(300))
    title: Mapped[str | None] = mapped_column(String(300))
    source: Mapped[str | None] = mapped_column(String(300))
    fair_id: Mapped[int | None]
    note: Mapped[str] = mapped_column(Text, default="")
    hot: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]


class AccountContact(InWorkspace, Journaled, Base):
    """A contact's place at an account. The oldest one that is left is the contact's main account."""

    __tablename__ = "account_contact"
    __table_args__ = (
        belongs_to("account", "account_id"),
        belongs_to("contact", "contact_id"),
        Index("ix_account_contact_account", "workspace_id", "account_id", "id"),
        Index("ix_account_contact_contact", "workspace_id", "contact_id", "id"),
    )

    account_id: Mapped[int]
    contact_id: Mapped[int]
    role: Mapped[ContactRole] = mapped_column(word(ContactRole), default=ContactRole.OTHER)
    created_at: Mapped[datetime]
