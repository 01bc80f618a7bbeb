"""Which mail is ours"""

import sqlalchemy as sa
from alembic import op

import crm.models.base

revision = "a1c0f5d27b64"
down_revision = "04c7c09ad1b9"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "own_mail",
        sa.Column("value", sa.String(length=320), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", crm.models.base.UtcDateTime(timezone=True), nullable=False),
        sa.Column("workspace_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("rev", sa.BigInteger(), nullable=False),
        sa.Column("deleted_at", crm.models.base.UtcDateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["member.workspace_id", "member.id"],
            name=op.f("fk_own_mail_workspace_id_member_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id", name=op.f("pk_own_mail")),
        sa.UniqueConstraint("workspace_id", "value", name=op.f("uq_own_mail_workspace_id_value")),
    )


def downgrade() -> None:
    op.drop_table("own_mail")
