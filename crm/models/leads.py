"""Leads: prospective customers and suppliers without a formal relation yet, and the ways to reach them."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from crm.models.base import Base, InWorkspace, Journaled, belongs_to, word


class Status(StrEnum):
    NEW = "new"
    CONTACTED = "contacted"
    QUALIFIED = "qualified"
    DISQUALIFIED = "disqualified"
    CONVERTED = "converted"


class ReachKind(StrEnum):
    EMAIL = "email"
    PHONE = "phone"


class Lead(InWorkspace, Journaled, Base):
    """note: what was typed and went into no other field. value_minor: integer minor units of `currency`.

    owed_since … cadence_day follow from the activities and follow-ups (crm/usecases/owing.py); None: nothing owed.
    conversion_asked_at: a quote stands logged, and whether it converts waits for the member's answer.
    converted_at: since then it is read-only, and account_id, contact_id say what it became; opportunity_id may stand before.
    hand_set: names of fields that a person corrected; re-reading an edited message leaves them alone.
    """

    __tablename__ = "lead"
    __table_args__ = (
        belongs_to("member", "holder_id"),
        belongs_to("fair", "fair_id"),
        belongs_to("account", "account_id"),
        belongs_to("contact", "contact_id"),
        belongs_to("opportunity", "opportunity_id", closes_circle=True),
        Index(
            "ix_lead_holder",
            "workspace_id",
            "holder_id",
            "hot",
            "id",
            postgresql_where=text("deleted_at IS NULL"),
            sqlite_where=text("deleted_at IS NULL"),
        ),
        Index(
            "ix_lead_period",
            "workspace_id",
            "holder_id",
            "id",
            postgresql_where=text("deleted_at IS NULL"),
            sqlite_where=text("deleted_at IS NULL"),
        ),
        Index(
            "ix_lead_workspace",
            "workspace_id",
            "hot",
            "id",
            postgresql_where=text("deleted_at IS NULL"),
            sqlite_where=text("deleted_at IS NULL"),
        ),
        Index(
            "ix_lead_owed",
            "workspace_id",
            "holder_id",
            "hot",
            "owed_since",
            postgresql_where=text("owed_since IS NOT NULL"),
            sqlite_where=text("owed_since IS NOT NULL"),
        ),
        Index(
            "ix_lead_cadence",
            "workspace_id",
            "holder_id",
            "cadence_day",
            postgresql_where=text("cadence_day IS NOT NULL"),
            sqlite_where=text("cadence_day IS NOT NULL"),
        ),
        Index(
            "ix_lead_fair",
            "workspace_id",
            "fair_id",
            "hot",
            "id",
            postgresql_where=text("fair_id IS NOT NULL"),
            sqlite_where=text("fair_id IS NOT NULL"),
        ),
        Index("ix_lead_status", "workspace_id", "status", "hot", "id"),
        Index(
            "ix_lead_conversion",
            "workspace_id",
            "holder_id",
            postgresql_where=text("conversion_asked_at IS NOT NULL"),
            sqlite_where=text("conversion_asked_at IS NOT NULL"),
        ),
        Index(
            "ix_lead_account",
            "workspace_id",
            "account_id",
            postgresql_where=text("account_id IS NOT NULL"),
            sqlite_where=text("account_id IS NOT NULL"),
        ),
        Index(
            "ix_lead_contact",
            "workspace_id",
            "contact_id",
            postgresql_where=text("contact_id IS NOT NULL"),
            sqlite_where=text("contact_id IS NOT NULL"),
        ),
        Index(
            "ix_lead_opportunity",
            "workspace_id",
            "opportunity_id",
            postgresql_where=text("opportunity_id IS NOT NULL"),
            sqlite_where=text("opportunity_id IS NOT NULL"),
        ),
    )
    UNRECORDED = Journaled.UNRECORDED | {
        "owed_since",
        "reached_at",
        "tries",
        "cadence_step",
        "cadence_day",
        "hand_set",
    }

    holder_id: Mapped[int]
    name: Mapped[str | None] = mapped_column(String(300))
    title: Mapped[str | None] = mapped_column(String(300))
    organisation: Mapped[str | None] = mapped_column(String(300))
    website: Mapped[str | None] = mapped_column(String(300))
    source: Mapped[str | None] = mapped_column(String(300))
    fair_id: Mapped[int | None]
    value_minor: Mapped[int | None]
    currency: Mapped[str | None] = mapped_column(String(3))
    note: Mapped[str] = mapped_column(Text, default="")
    hot: Mapped[bool] = mapped_column(default=False)
    supplier: Mapped[bool] = mapped_column(default=False)
    status: Mapped[Status] = mapped_column(word(Status), default=Status.NEW)
    reason: Mapped[str | None] = mapped_column(String(500))
    created_at: Mapped[datetime]
    conversion_asked_at: Mapped[datetime | None]
    converted_at: Mapped[datetime | None]
    account_id: Mapped[int | None]
    contact_id: Mapped[int | None]
    opportunity_id: Mapped[int | None]
    hand_set: Mapped[str] = mapped_column(String(300), default="")
    owed_since: Mapped[datetime | None]
    reached_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    cadence_step: Mapped[int] = mapped_column(default=0)
    cadence_day: Mapped[date | None]


class Reach(InWorkspace, Journaled, Base):
    """One e-mail address (lower case) or phone number (E.164) of a lead, a contact or an account: of one of them.

    country: of a phone number. guesses: other countries in which its digits are valid ("NL DE"), "" when certain.
    """

    __tablename__ = "reach"
    __table_args__ = (
        belongs_to("lead", "lead_id"),
        belongs_to("contact", "contact_id"),
        belongs_to("account", "account_id"),
        Index("ix_reach_lead", "workspace_id", "lead_id", "id"),
        Index("ix_reach_contact", "workspace_id", "contact_id", "id"),
        Index("ix_reach_account", "workspace_id", "account_id", "id"),
        Index("ix_reach_value", "workspace_id", "value"),
    )

    lead_id: Mapped[int | None]
    contact_id: Mapped[int | None]
    account_id: Mapped[int | None]
    kind: Mapped[ReachKind] = mapped_column(word(ReachKind))
    value: Mapped[str] = mapped_column(String(320))
    written: Mapped[str] = mapped_column(String(320))
    country: Mapped[str | None] = mapped_column(String(2))
    guesses: Mapped[str] = mapped_column(String(60), default="")
