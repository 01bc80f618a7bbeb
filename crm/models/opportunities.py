"""Opportunities: concrete chances of a sale, and the stages that a company takes them through."""

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from crm.models.accounts import ContactRole
from crm.models.base import Base, InWorkspace, Journaled, belongs_to, word
from crm.models.blocks import NotALead
from crm.rules.stages import StageKind


class Stage(InWorkspace, Journaled, Base):
    """A step of the pipeline. standard: the word of the default stage that it was ("quote-sent"), shown in the reader's language
    until somebody names it: then `name` is shown. probability: percent, 10–90 open, 100 won, 0 lost.

    stale_days: without activity or plan for so long, an opportunity in it goes stale.
    """

    __tablename__ = "stage"
    __table_args__ = (Index("ix_stage_workspace", "workspace_id", "position"),)

    standard: Mapped[str] = mapped_column(String(40), default="")
    name: Mapped[str | None] = mapped_column(String(100))
    kind: Mapped[StageKind] = mapped_column(word(StageKind), default=StageKind.OPEN)
    position: Mapped[int]
    probability: Mapped[int]
    stale_days: Mapped[int] = mapped_column(default=14)


class LostReason(InWorkspace, Journaled, Base):
    """Why opportunities are lost, as the workspace words it. standard, name: as for a stage. "other" asks for words."""

    __tablename__ = "lost_reason"

    standard: Mapped[str] = mapped_column(String(40), default="")
    name: Mapped[str | None] = mapped_column(String(100))
    position: Mapped[int]


class Opportunity(InWorkspace, NotALead, Journaled, Base):
    """On an account, or on a lead until that converts. value_minor: integer minor units of `currency`.

    probability: percent; of the stage, unless set by hand, which lasts until the stage changes.
    close_guessed: nobody has set close_day yet. closed_at: since when it stands in a won or lost stage.
    lost_words: the reason in somebody's own words. active_at: the latest activity; it follows from the timeline.
    """

    __tablename__ = "opportunity"
    __table_args__ = (
        belongs_to("member", "holder_id"),
        belongs_to("account", "account_id"),
        belongs_to("lead", "lead_id"),
        belongs_to("stage", "stage_id"),
        belongs_to("lost_reason", "lost_reason_id"),
        belongs_to("fair", "fair_id"),
        Index("ix_opportunity_account", "workspace_id", "account_id", "id"),
        Index("ix_opportunity_lead", "workspace_id", "lead_id", "id"),
        Index(
            "ix_opportunity_stage",
            "workspace_id",
            "stage_id",
            "holder_id",
            postgresql_where=text("deleted_at IS NULL"),
            sqlite_where=text("deleted_at IS NULL"),
        ),
        Index(
            "ix_opportunity_holder",
            "workspace_id",
            "holder_id",
            "id",
            postgresql_where=text("deleted_at IS NULL"),
            sqlite_where=text("deleted_at IS NULL"),
        ),
        Index(
            "ix_opportunity_pipeline",
            "workspace_id",
            "holder_id",
            "stage_id",
            "currency",
            postgresql_where=text("deleted_at IS NULL AND closed_at IS NULL"),
            sqlite_where=text("deleted_at IS NULL AND closed_at IS NULL"),
        ),
        Index(
            "ix_opportunity_period",
            "workspace_id",
            "holder_id",
            "closed_at",
            postgresql_where=text("closed_at IS NOT NULL"),
            sqlite_where=text("closed_at IS NOT NULL"),
        ),
        Index(
            "ix_opportunity_closed",
            "workspace_id",
            "closed_at",
            postgresql_where=text("closed_at IS NOT NULL"),
            sqlite_where=text("closed_at IS NOT NULL"),
        ),
    )
    UNRECORDED = Journaled.UNRECORDED | {"active_at"}
    hot: ClassVar[bool] = False

    holder_id: Mapped[int]
    account_id: Mapped[int | None]
    lead_id: Mapped[int | None]
    name: Mapped[str] = mapped_column(String(300))
    value_minor: Mapped[int | None]
    currency: Mapped[str | None] = mapped_column(String(3))
    stage_id: Mapped[int]
    stage_since: Mapped[datetime]
    probability: Mapped[int]
    probability_by_hand: Mapped[bool] = mapped_column(default=False)
    close_day: Mapped[date]
    close_guessed: Mapped[bool] = mapped_column(default=True)
    closed_at: Mapped[datetime | None]
    lost_reason_id: Mapped[int | None]
    lost_words: Mapped[str | None] = mapped_column(String(500))
    source: Mapped[str | None] = mapped_column(String(300))
    fair_id: Mapped[int | None]
    created_at: Mapped[datetime]
    active_at: Mapped[datetime]


class OpportunityContact(InWorkspace, Journaled, Base):
    """Who takes part in the buying process of one opportunity, and as what."""

    __tablename__ = "opportunity_contact"
    __table_args__ = (
        belongs_to("opportunity", "opportunity_id"),
        belongs_to("contact", "contact_id"),
        Index("ix_opportunity_contact_opportunity", "workspace_id", "opportunity_id", "id"),
        Index("ix_opportunity_contact_contact", "workspace_id", "contact_id", "id"),
    )

    opportunity_id: Mapped[int]
    contact_id: Mapped[int]
    role: Mapped[ContactRole] = mapped_column(word(ContactRole), default=ContactRole.OTHER)


class Rate(InWorkspace, Journaled, Base):
    """What one unit of `currency` is worth in the workspace's own, in millionths; set by the owner."""

    __tablename__ = "rate"
    __table_args__ = (Index("ix_rate_currency", "workspace_id", "currency"),)

    currency: Mapped[str] = mapped_column(String(3))
    millionths: Mapped[int]
