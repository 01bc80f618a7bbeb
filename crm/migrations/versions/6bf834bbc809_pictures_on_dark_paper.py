"""pictures on dark paper"""

import sqlalchemy as sa
from alembic import op

revision = "6bf834bbc809"
down_revision = "6ccef9afbfe0"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.add_column(sa.Column("dark", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_column("dark")
