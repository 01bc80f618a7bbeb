"""accounts contacts opportunities"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Text
from sqlalchemy.dialects import postgresql

import crm.models.base

revision = "01d3a7e12140"
down_revision = "d35ec58e496c"
branch_labels = None
depends_on = None


def _create_posting(*last_of_key: str) -> None:
    """last_of_key: the columns of the primary key after the term."""
    block = sa.Column("block", sa.String(length=20), nullable=False)
    op.create_table(
        "posting",
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column(
            "term",
            sa.String(length=330).with_variant(sa.String(length=330, collation="C"), "postgresql"),
            nullable=False,
        ),
        *([block] if "block" in last_of_key else []),
        sa.Column(last_of_key[-1], sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("holder_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "term", *last_of_key, name=op.f("pk_posting")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_posting_holder",
        "posting",
        ["workspace_id", "term", *last_of_key[:-1], "holder_id", last_of_key[-1]],
    )


def upgrade() -> None:

    op.create_table(
        "custom_field",
        sa.Column(
            "block",
            sa.Enum("lead", "account", "contact", "opportunity", name="block", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("text", "number", "date", "choice", name="fieldkind", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column(
            "choices",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True, astext_type=Text()), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("created_at", crm.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_custom_field")),
    )
    with op.batch_alter_table("custom_field", schema=None) as batch_op:
        batch_op.create_index("ix_custom_field_block", ["workspace_id", "block", "position"], unique=False)

    op.create_table(
        "indexed",
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("entity_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column(
            "block",
            sa.Enum("lead", "account", "contact", "opportunity", name="block", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("holder_id", sa.BigInteger(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "entity_id", name=op.f("pk_indexed")),
    )
    op.create_table(
        "lost_reason",
        sa.Column("standard", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=True),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_lost_reason")),
    )
    op.create_table(
        "rate",
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("millionths", sa.BigInteger(), nullable=False),
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_rate")),
    )
    with op.batch_alter_table("rate", schema=None) as batch_op:
        batch_op.create_index("ix_rate_currency", ["workspace_id", "currency"], unique=False)

    op.create_table(
        "stage",
        sa.Column("standard", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=True),
        sa.Column(
            "kind",
            sa.Enum("open", "won", "lost", name="stagekind", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("probability", sa.BigInteger(), nullable=False),
        sa.Column("stale_days", sa.BigInteger(), nullable=False),
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_stage")),
    )
    with op.batch_alter_table("stage", schema=None) as batch_op:
        batch_op.create_index("ix_stage_workspace", ["workspace_id", "position"], unique=False)

    op.create_table(
        "tag",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("created_at", crm.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_tag")),
    )
    with op.batch_alter_table("tag", schema=None) as batch_op:
        batch_op.create_index("ix_tag_key", ["workspace_id", "key"], unique=False)

    op.create_table(
        "custom_value",
        sa.Column("field_id", sa.BigInteger(), nullable=False),
        sa.Column("entity_id", sa.BigInteger(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "field_id"],
            ["custom_field.workspace_id", "custom_field.id"],
            name=op.f("fk_custom_value_workspace_id_field_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_custom_value")),
        sa.UniqueConstraint(
            "workspace_id",
            "field_id",
            "entity_id",
            name=op.f("uq_custom_value_workspace_id_field_id_entity_id"),
        ),
    )
    with op.batch_alter_table("custom_value", schema=None) as batch_op:
        batch_op.create_index("ix_custom_value_entity", ["workspace_id", "entity_id"], unique=False)

    op.create_table(
        "tagging",
        sa.Column("tag_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "block",
            sa.Enum("lead", "account", "contact", "opportunity", name="block", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("entity_id", sa.BigInteger(), nullable=False),
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "tag_id"],
            ["tag.workspace_id", "tag.id"],
            name=op.f("fk_tagging_workspace_id_tag_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_tagging")),
    )
    with op.batch_alter_table("tagging", schema=None) as batch_op:
        batch_op.create_index("ix_tagging_entity", ["workspace_id", "entity_id"], unique=False)
        batch_op.create_index(
            "ix_tagging_tag", ["workspace_id", "tag_id", "block", "entity_id"], unique=False
        )

    op.create_table(
        "import",
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "block",
            sa.Enum("lead", "account", "contact", "opportunity", name="block", native_enum=False, length=20),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("stored", sa.String(length=300), nullable=False),
        sa.Column(
            "mapping",
            sa.JSON(none_as_null=True).with_variant(
                postgresql.JSONB(none_as_null=True, astext_type=Text()), "postgresql"
            ),
            nullable=False,
        ),
        sa.Column("updates", sa.Boolean(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "asked",
                "running",
                "done",
                "undoing",
                "undone",
                "stopped",
                name="importstate",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("made", sa.BigInteger(), nullable=False),
        sa.Column("updated", sa.BigInteger(), nullable=False),
        sa.Column("skipped", sa.BigInteger(), nullable=False),
        sa.Column("bad", sa.BigInteger(), nullable=False),
        sa.Column("created_at", crm.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("finished_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_import_workspace_id_member_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_import")),
    )
    op.create_table(
        "account",
        sa.Column("holder_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("key", sa.String(length=300), nullable=False),
        sa.Column("domain", sa.String(length=300), nullable=True),
        sa.Column("website", sa.String(length=300), nullable=True),
        sa.Column("customer", sa.Boolean(), nullable=False),
        sa.Column("supplier", sa.Boolean(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=300), nullable=True),
        sa.Column("fair_id", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("created_at", crm.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "fair_id"],
            ["fair.workspace_id", "fair.id"],
            name=op.f("fk_account_workspace_id_fair_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "holder_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_account_workspace_id_holder_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_account")),
    )
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.create_index("ix_account_domain", ["workspace_id", "domain"], unique=False)
        batch_op.create_index(
            "ix_account_holder",
            ["workspace_id", "holder_id", "id"],
            unique=False,
            postgresql_where=sa.text("deleted_at IS NULL"),
            sqlite_where=sa.text("deleted_at IS NULL"),
        )
        batch_op.create_index("ix_account_key", ["workspace_id", "key"], unique=False)
        batch_op.create_index(
            "ix_account_workspace",
            ["workspace_id", "id"],
            unique=False,
            postgresql_where=sa.text("deleted_at IS NULL"),
            sqlite_where=sa.text("deleted_at IS NULL"),
        )

    op.create_table(
        "contact",
        sa.Column("holder_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=True),
        sa.Column("title", sa.String(length=300), nullable=True),
        sa.Column("source", sa.String(length=300), nullable=True),
        sa.Column("fair_id", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("hot", sa.Boolean(), nullable=False),
        sa.Column("created_at", crm.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "fair_id"],
            ["fair.workspace_id", "fair.id"],
            name=op.f("fk_contact_workspace_id_fair_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "holder_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_contact_workspace_id_holder_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_contact")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(
            "ix_contact_holder",
            ["workspace_id", "holder_id", "id"],
            unique=False,
            postgresql_where=sa.text("deleted_at IS NULL"),
            sqlite_where=sa.text("deleted_at IS NULL"),
        )
        batch_op.create_index(
            "ix_contact_workspace",
            ["workspace_id", "id"],
            unique=False,
            postgresql_where=sa.text("deleted_at IS NULL"),
            sqlite_where=sa.text("deleted_at IS NULL"),
        )

    op.create_table(
        "account_contact",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "decision-maker",
                "influencer",
                "user",
                "buyer",
                "gatekeeper",
                "other",
                name="contactrole",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("created_at", crm.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "account_id"],
            ["account.workspace_id", "account.id"],
            name=op.f("fk_account_contact_workspace_id_account_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "contact_id"],
            ["contact.workspace_id", "contact.id"],
            name=op.f("fk_account_contact_workspace_id_contact_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_account_contact")),
    )
    with op.batch_alter_table("account_contact", schema=None) as batch_op:
        batch_op.create_index("ix_account_contact_account", ["workspace_id", "account_id"], unique=False)
        batch_op.create_index("ix_account_contact_contact", ["workspace_id", "contact_id"], unique=False)

    op.create_table(
        "opportunity",
        sa.Column("holder_id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("lead_id", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("value_minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("stage_id", sa.BigInteger(), nullable=False),
        sa.Column("stage_since", crm.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("probability", sa.BigInteger(), nullable=False),
        sa.Column("probability_by_hand", sa.Boolean(), nullable=False),
        sa.Column("close_day", sa.Date(), nullable=False),
        sa.Column("close_guessed", sa.Boolean(), nullable=False),
        sa.Column("closed_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.Column("lost_reason_id", sa.BigInteger(), nullable=True),
        sa.Column("lost_words", sa.String(length=500), nullable=True),
        sa.Column("source", sa.String(length=300), nullable=True),
        sa.Column("fair_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", crm.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("active_at", crm.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "account_id"],
            ["account.workspace_id", "account.id"],
            name=op.f("fk_opportunity_workspace_id_account_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "fair_id"],
            ["fair.workspace_id", "fair.id"],
            name=op.f("fk_opportunity_workspace_id_fair_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "holder_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_opportunity_workspace_id_holder_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "lead_id"],
            ["lead.workspace_id", "lead.id"],
            name=op.f("fk_opportunity_workspace_id_lead_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "lost_reason_id"],
            ["lost_reason.workspace_id", "lost_reason.id"],
            name=op.f("fk_opportunity_workspace_id_lost_reason_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "stage_id"],
            ["stage.workspace_id", "stage.id"],
            name=op.f("fk_opportunity_workspace_id_stage_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_opportunity")),
    )
    with op.batch_alter_table("opportunity", schema=None) as batch_op:
        batch_op.create_index("ix_opportunity_account", ["workspace_id", "account_id"], unique=False)
        batch_op.create_index(
            "ix_opportunity_closed",
            ["workspace_id", "closed_at"],
            unique=False,
            postgresql_where=sa.text("closed_at IS NOT NULL"),
            sqlite_where=sa.text("closed_at IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_opportunity_holder",
            ["workspace_id", "holder_id", "id"],
            unique=False,
            postgresql_where=sa.text("deleted_at IS NULL"),
            sqlite_where=sa.text("deleted_at IS NULL"),
        )
        batch_op.create_index("ix_opportunity_lead", ["workspace_id", "lead_id"], unique=False)
        batch_op.create_index(
            "ix_opportunity_stage",
            ["workspace_id", "stage_id", "holder_id"],
            unique=False,
            postgresql_where=sa.text("deleted_at IS NULL"),
            sqlite_where=sa.text("deleted_at IS NULL"),
        )

    op.create_table(
        "opportunity_contact",
        sa.Column("opportunity_id", sa.BigInteger(), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "decision-maker",
                "influencer",
                "user",
                "buyer",
                "gatekeeper",
                "other",
                name="contactrole",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "contact_id"],
            ["contact.workspace_id", "contact.id"],
            name=op.f("fk_opportunity_contact_workspace_id_contact_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "opportunity_id"],
            ["opportunity.workspace_id", "opportunity.id"],
            name=op.f("fk_opportunity_contact_workspace_id_opportunity_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_opportunity_contact")),
    )
    with op.batch_alter_table("opportunity_contact", schema=None) as batch_op:
        batch_op.create_index("ix_opportunity_contact_contact", ["workspace_id", "contact_id"], unique=False)
        batch_op.create_index(
            "ix_opportunity_contact_opportunity", ["workspace_id", "opportunity_id"], unique=False
        )

    op.create_table(
        "file",
        sa.Column("activity_id", sa.BigInteger(), nullable=True),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("file_id", sa.String(length=200), nullable=True),
        sa.Column("unique_id", sa.String(length=100), nullable=True),
        sa.Column("name", sa.String(length=300), nullable=True),
        sa.Column("mime", sa.String(length=100), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("stored", sa.String(length=300), nullable=True),
        sa.Column("created_at", crm.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lead_id", sa.BigInteger(), nullable=True),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("contact_id", sa.BigInteger(), nullable=True),
        sa.Column("opportunity_id", sa.BigInteger(), nullable=True),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "account_id"],
            ["account.workspace_id", "account.id"],
            name=op.f("fk_file_workspace_id_account_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "activity_id"],
            ["activity.workspace_id", "activity.id"],
            name=op.f("fk_file_workspace_id_activity_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "contact_id"],
            ["contact.workspace_id", "contact.id"],
            name=op.f("fk_file_workspace_id_contact_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "lead_id"],
            ["lead.workspace_id", "lead.id"],
            name=op.f("fk_file_workspace_id_lead_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_file_workspace_id_member_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "opportunity_id"],
            ["opportunity.workspace_id", "opportunity.id"],
            name=op.f("fk_file_workspace_id_opportunity_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_file")),
    )
    with op.batch_alter_table("file", schema=None) as batch_op:
        batch_op.create_index(
            "ix_file_account",
            ["workspace_id", "account_id"],
            unique=False,
            postgresql_where=sa.text("account_id IS NOT NULL"),
            sqlite_where=sa.text("account_id IS NOT NULL"),
        )
        batch_op.create_index("ix_file_activity", ["workspace_id", "activity_id"], unique=False)
        batch_op.create_index(
            "ix_file_contact",
            ["workspace_id", "contact_id"],
            unique=False,
            postgresql_where=sa.text("contact_id IS NOT NULL"),
            sqlite_where=sa.text("contact_id IS NOT NULL"),
        )
        batch_op.create_index("ix_file_lead", ["workspace_id", "lead_id"], unique=False)
        batch_op.create_index(
            "ix_file_opportunity",
            ["workspace_id", "opportunity_id"],
            unique=False,
            postgresql_where=sa.text("opportunity_id IS NOT NULL"),
            sqlite_where=sa.text("opportunity_id IS NOT NULL"),
        )

    op.execute(
        "INSERT INTO indexed (workspace_id, entity_id, block, holder_id, terms)"
        " SELECT workspace_id, lead_id, 'lead', holder_id, terms FROM indexed_lead"
    )
    op.drop_table("indexed_lead")
    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.add_column(sa.Column("valid_until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("subject", sa.String(length=500), nullable=True))
        batch_op.add_column(sa.Column("mail_id", sa.String(length=320), nullable=True))
        batch_op.add_column(sa.Column("account_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("contact_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("opportunity_id", sa.BigInteger(), nullable=True))
        batch_op.alter_column("lead_id", existing_type=sa.BIGINT(), nullable=True)
        batch_op.create_index(
            "ix_activity_account",
            ["workspace_id", "account_id", "happened_at", "id"],
            unique=False,
            postgresql_where=sa.text("account_id IS NOT NULL"),
            sqlite_where=sa.text("account_id IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_activity_contact",
            ["workspace_id", "contact_id", "happened_at", "id"],
            unique=False,
            postgresql_where=sa.text("contact_id IS NOT NULL"),
            sqlite_where=sa.text("contact_id IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_activity_mail",
            ["workspace_id", "mail_id"],
            unique=False,
            postgresql_where=sa.text("mail_id IS NOT NULL"),
            sqlite_where=sa.text("mail_id IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_activity_opportunity",
            ["workspace_id", "opportunity_id", "happened_at", "id"],
            unique=False,
            postgresql_where=sa.text("opportunity_id IS NOT NULL"),
            sqlite_where=sa.text("opportunity_id IS NOT NULL"),
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_activity_workspace_id_contact_id"),
            "contact",
            ["workspace_id", "contact_id"],
            ["workspace_id", "id"],
            initially="DEFERRED",
            deferrable=True,
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_activity_workspace_id_opportunity_id"),
            "opportunity",
            ["workspace_id", "opportunity_id"],
            ["workspace_id", "id"],
            initially="DEFERRED",
            deferrable=True,
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_activity_workspace_id_account_id"),
            "account",
            ["workspace_id", "account_id"],
            ["workspace_id", "id"],
            initially="DEFERRED",
            deferrable=True,
        )

    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.add_column(sa.Column("account_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("contact_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("opportunity_id", sa.BigInteger(), nullable=True))
        batch_op.alter_column("lead_id", existing_type=sa.BIGINT(), nullable=True)
        batch_op.create_index(
            "ix_follow_up_account",
            ["workspace_id", "account_id"],
            unique=False,
            postgresql_where=sa.text("account_id IS NOT NULL"),
            sqlite_where=sa.text("account_id IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_follow_up_contact",
            ["workspace_id", "contact_id"],
            unique=False,
            postgresql_where=sa.text("contact_id IS NOT NULL"),
            sqlite_where=sa.text("contact_id IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_follow_up_opportunity",
            ["workspace_id", "opportunity_id"],
            unique=False,
            postgresql_where=sa.text("opportunity_id IS NOT NULL"),
            sqlite_where=sa.text("opportunity_id IS NOT NULL"),
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_follow_up_workspace_id_contact_id"),
            "contact",
            ["workspace_id", "contact_id"],
            ["workspace_id", "id"],
            initially="DEFERRED",
            deferrable=True,
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_follow_up_workspace_id_account_id"),
            "account",
            ["workspace_id", "account_id"],
            ["workspace_id", "id"],
            initially="DEFERRED",
            deferrable=True,
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_follow_up_workspace_id_opportunity_id"),
            "opportunity",
            ["workspace_id", "opportunity_id"],
            ["workspace_id", "id"],
            initially="DEFERRED",
            deferrable=True,
        )

    with op.batch_alter_table("lead", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("conversion_asked_at", crm.models.base.UtcDateTime(timezone=True), nullable=True)
        )
        batch_op.add_column(
            sa.Column("converted_at", crm.models.base.UtcDateTime(timezone=True), nullable=True)
        )
        batch_op.add_column(sa.Column("account_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("contact_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("opportunity_id", sa.BigInteger(), nullable=True))
        batch_op.create_index(
            "ix_lead_account",
            ["workspace_id", "account_id"],
            unique=False,
            postgresql_where=sa.text("account_id IS NOT NULL"),
            sqlite_where=sa.text("account_id IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_lead_conversion",
            ["workspace_id", "holder_id"],
            unique=False,
            postgresql_where=sa.text("conversion_asked_at IS NOT NULL"),
            sqlite_where=sa.text("conversion_asked_at IS NOT NULL"),
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_lead_workspace_id_contact_id"),
            "contact",
            ["workspace_id", "contact_id"],
            ["workspace_id", "id"],
            initially="DEFERRED",
            deferrable=True,
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_lead_workspace_id_opportunity_id"),
            "opportunity",
            ["workspace_id", "opportunity_id"],
            ["workspace_id", "id"],
            initially="DEFERRED",
            deferrable=True,
            use_alter=True,
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_lead_workspace_id_account_id"),
            "account",
            ["workspace_id", "account_id"],
            ["workspace_id", "id"],
            initially="DEFERRED",
            deferrable=True,
        )

    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.alter_column("last_lead_id", new_column_name="last_shown_id")
        batch_op.alter_column("last_lead_at", new_column_name="last_shown_at")

    op.execute("CREATE TABLE posting_kept AS SELECT * FROM posting")
    op.drop_table("posting")
    _create_posting("block", "entity_id")
    op.execute(
        "INSERT INTO posting (workspace_id, term, block, entity_id, holder_id)"
        " SELECT workspace_id, term, 'lead', lead_id, holder_id FROM posting_kept"
    )
    op.drop_table("posting_kept")

    with op.batch_alter_table("reach", schema=None) as batch_op:
        batch_op.add_column(sa.Column("contact_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("account_id", sa.BigInteger(), nullable=True))
        batch_op.alter_column("lead_id", existing_type=sa.BIGINT(), nullable=True)
        batch_op.create_index("ix_reach_account", ["workspace_id", "account_id"], unique=False)
        batch_op.create_index("ix_reach_contact", ["workspace_id", "contact_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_reach_workspace_id_account_id"),
            "account",
            ["workspace_id", "account_id"],
            ["workspace_id", "id"],
            initially="DEFERRED",
            deferrable=True,
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_reach_workspace_id_contact_id"),
            "contact",
            ["workspace_id", "contact_id"],
            ["workspace_id", "id"],
            initially="DEFERRED",
            deferrable=True,
        )

    with op.batch_alter_table("turn", schema=None) as batch_op:
        batch_op.alter_column("lead_id", new_column_name="about_id")
        batch_op.add_column(sa.Column("import_id", sa.BigInteger(), nullable=True))
        batch_op.create_index(
            "ix_turn_import",
            ["workspace_id", "import_id"],
            unique=False,
            postgresql_where=sa.text("import_id IS NOT NULL"),
            sqlite_where=sa.text("import_id IS NOT NULL"),
        )

    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "formal",
                sa.Enum("quote", "contract", "both", name="formal", native_enum=False, length=20),
                nullable=False,
                server_default="quote",
            )
        )
        batch_op.add_column(
            sa.Column(
                "opens",
                sa.Enum("quote", "first-contact", name="opens", native_enum=False, length=20),
                nullable=False,
                server_default="quote",
            )
        )
        batch_op.add_column(sa.Column("currency", sa.String(length=3), nullable=True))


def _forget_what_stands_on_no_lead() -> None:
    for table in ("file", "activity", "follow_up", "reach"):
        op.execute(f"DELETE FROM {table} WHERE lead_id IS NULL")  # noqa: S608
    if op.get_bind().dialect.name == "postgresql":  # it changes no table that still has something to check
        op.execute("SET CONSTRAINTS ALL IMMEDIATE")


def downgrade() -> None:
    _forget_what_stands_on_no_lead()

    with op.batch_alter_table("workspace", schema=None) as batch_op:
        batch_op.drop_column("currency")
        batch_op.drop_column("opens")
        batch_op.drop_column("formal")

    with op.batch_alter_table("turn", schema=None) as batch_op:
        batch_op.alter_column("about_id", new_column_name="lead_id")
        batch_op.drop_index(
            "ix_turn_import",
            postgresql_where=sa.text("import_id IS NOT NULL"),
            sqlite_where=sa.text("import_id IS NOT NULL"),
        )
        batch_op.drop_column("import_id")

    with op.batch_alter_table("reach", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_reach_workspace_id_contact_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_reach_workspace_id_account_id"), type_="foreignkey")
        batch_op.drop_index("ix_reach_contact")
        batch_op.drop_index("ix_reach_account")
        batch_op.alter_column("lead_id", existing_type=sa.BIGINT(), nullable=False)
        batch_op.drop_column("account_id")
        batch_op.drop_column("contact_id")

    op.execute("CREATE TABLE posting_kept AS SELECT * FROM posting WHERE block = 'lead'")
    op.drop_table("posting")
    _create_posting("lead_id")
    op.execute(
        "INSERT INTO posting (workspace_id, term, lead_id, holder_id)"
        " SELECT workspace_id, term, entity_id, holder_id FROM posting_kept"
    )
    op.drop_table("posting_kept")

    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.alter_column("last_shown_id", new_column_name="last_lead_id")
        batch_op.alter_column("last_shown_at", new_column_name="last_lead_at")

    with op.batch_alter_table("lead", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_lead_workspace_id_account_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_lead_workspace_id_opportunity_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_lead_workspace_id_contact_id"), type_="foreignkey")
        batch_op.drop_index(
            "ix_lead_conversion",
            postgresql_where=sa.text("conversion_asked_at IS NOT NULL"),
            sqlite_where=sa.text("conversion_asked_at IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_lead_account",
            postgresql_where=sa.text("account_id IS NOT NULL"),
            sqlite_where=sa.text("account_id IS NOT NULL"),
        )
        batch_op.drop_column("opportunity_id")
        batch_op.drop_column("contact_id")
        batch_op.drop_column("account_id")
        batch_op.drop_column("converted_at")
        batch_op.drop_column("conversion_asked_at")

    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_follow_up_workspace_id_opportunity_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_follow_up_workspace_id_account_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_follow_up_workspace_id_contact_id"), type_="foreignkey")
        batch_op.drop_index(
            "ix_follow_up_opportunity",
            postgresql_where=sa.text("opportunity_id IS NOT NULL"),
            sqlite_where=sa.text("opportunity_id IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_follow_up_contact",
            postgresql_where=sa.text("contact_id IS NOT NULL"),
            sqlite_where=sa.text("contact_id IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_follow_up_account",
            postgresql_where=sa.text("account_id IS NOT NULL"),
            sqlite_where=sa.text("account_id IS NOT NULL"),
        )
        batch_op.alter_column("lead_id", existing_type=sa.BIGINT(), nullable=False)
        batch_op.drop_column("opportunity_id")
        batch_op.drop_column("contact_id")
        batch_op.drop_column("account_id")

    with op.batch_alter_table("activity", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_activity_workspace_id_account_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_activity_workspace_id_opportunity_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_activity_workspace_id_contact_id"), type_="foreignkey")
        batch_op.drop_index(
            "ix_activity_opportunity",
            postgresql_where=sa.text("opportunity_id IS NOT NULL"),
            sqlite_where=sa.text("opportunity_id IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_activity_mail",
            postgresql_where=sa.text("mail_id IS NOT NULL"),
            sqlite_where=sa.text("mail_id IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_activity_contact",
            postgresql_where=sa.text("contact_id IS NOT NULL"),
            sqlite_where=sa.text("contact_id IS NOT NULL"),
        )
        batch_op.drop_index(
            "ix_activity_account",
            postgresql_where=sa.text("account_id IS NOT NULL"),
            sqlite_where=sa.text("account_id IS NOT NULL"),
        )
        batch_op.alter_column("lead_id", existing_type=sa.BIGINT(), nullable=False)
        batch_op.drop_column("opportunity_id")
        batch_op.drop_column("contact_id")
        batch_op.drop_column("account_id")
        batch_op.drop_column("mail_id")
        batch_op.drop_column("subject")
        batch_op.drop_column("valid_until")

    op.create_table(
        "indexed_lead",
        sa.Column("workspace_id", sa.BIGINT(), nullable=False),
        sa.Column("lead_id", sa.BIGINT(), nullable=False),
        sa.Column("holder_id", sa.BIGINT(), nullable=False),
        sa.Column("terms", sa.TEXT(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "lead_id", name=op.f("pk_indexed_lead")),
    )
    op.execute(
        "INSERT INTO indexed_lead (workspace_id, lead_id, holder_id, terms)"
        " SELECT workspace_id, entity_id, holder_id, terms FROM indexed WHERE block = 'lead'"
    )
    with op.batch_alter_table("file", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_file_opportunity",
            postgresql_where=sa.text("opportunity_id IS NOT NULL"),
            sqlite_where=sa.text("opportunity_id IS NOT NULL"),
        )
        batch_op.drop_index("ix_file_lead")
        batch_op.drop_index(
            "ix_file_contact",
            postgresql_where=sa.text("contact_id IS NOT NULL"),
            sqlite_where=sa.text("contact_id IS NOT NULL"),
        )
        batch_op.drop_index("ix_file_activity")
        batch_op.drop_index(
            "ix_file_account",
            postgresql_where=sa.text("account_id IS NOT NULL"),
            sqlite_where=sa.text("account_id IS NOT NULL"),
        )

    op.drop_table("file")
    with op.batch_alter_table("opportunity_contact", schema=None) as batch_op:
        batch_op.drop_index("ix_opportunity_contact_opportunity")
        batch_op.drop_index("ix_opportunity_contact_contact")

    op.drop_table("opportunity_contact")
    with op.batch_alter_table("opportunity", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_opportunity_stage",
            postgresql_where=sa.text("deleted_at IS NULL"),
            sqlite_where=sa.text("deleted_at IS NULL"),
        )
        batch_op.drop_index("ix_opportunity_lead")
        batch_op.drop_index(
            "ix_opportunity_holder",
            postgresql_where=sa.text("deleted_at IS NULL"),
            sqlite_where=sa.text("deleted_at IS NULL"),
        )
        batch_op.drop_index(
            "ix_opportunity_closed",
            postgresql_where=sa.text("closed_at IS NOT NULL"),
            sqlite_where=sa.text("closed_at IS NOT NULL"),
        )
        batch_op.drop_index("ix_opportunity_account")

    op.drop_table("opportunity")
    with op.batch_alter_table("account_contact", schema=None) as batch_op:
        batch_op.drop_index("ix_account_contact_contact")
        batch_op.drop_index("ix_account_contact_account")

    op.drop_table("account_contact")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_contact_workspace",
            postgresql_where=sa.text("deleted_at IS NULL"),
            sqlite_where=sa.text("deleted_at IS NULL"),
        )
        batch_op.drop_index(
            "ix_contact_holder",
            postgresql_where=sa.text("deleted_at IS NULL"),
            sqlite_where=sa.text("deleted_at IS NULL"),
        )

    op.drop_table("contact")
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_account_workspace",
            postgresql_where=sa.text("deleted_at IS NULL"),
            sqlite_where=sa.text("deleted_at IS NULL"),
        )
        batch_op.drop_index("ix_account_key")
        batch_op.drop_index(
            "ix_account_holder",
            postgresql_where=sa.text("deleted_at IS NULL"),
            sqlite_where=sa.text("deleted_at IS NULL"),
        )
        batch_op.drop_index("ix_account_domain")

    op.drop_table("account")
    op.drop_table("import")
    with op.batch_alter_table("tagging", schema=None) as batch_op:
        batch_op.drop_index("ix_tagging_tag")
        batch_op.drop_index("ix_tagging_entity")

    op.drop_table("tagging")
    with op.batch_alter_table("custom_value", schema=None) as batch_op:
        batch_op.drop_index("ix_custom_value_entity")

    op.drop_table("custom_value")
    with op.batch_alter_table("tag", schema=None) as batch_op:
        batch_op.drop_index("ix_tag_key")

    op.drop_table("tag")
    with op.batch_alter_table("stage", schema=None) as batch_op:
        batch_op.drop_index("ix_stage_workspace")

    op.drop_table("stage")
    with op.batch_alter_table("rate", schema=None) as batch_op:
        batch_op.drop_index("ix_rate_currency")

    op.drop_table("rate")
    op.drop_table("lost_reason")
    op.drop_table("indexed")
    with op.batch_alter_table("custom_field", schema=None) as batch_op:
        batch_op.drop_index("ix_custom_field_block")

    op.drop_table("custom_field")
