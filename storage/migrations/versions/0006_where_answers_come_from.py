"""Where each answer of a dossier came from, and when."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables forward."""
    with op.batch_alter_table("dossier") as table:
        table.add_column(sa.Column("origins", sa.JSON(), nullable=False, server_default=sa.text("'{}'")))


def downgrade() -> None:
    """Take the tables back."""
    with op.batch_alter_table("dossier") as table:
        table.drop_column("origins")
