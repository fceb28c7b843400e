"""What operators do: their log, proposals to end a waiting, reconciliations; and when messages failed."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables forward."""
    words, instant = sqlmodel.sql.sqltypes.AutoString, sqlmodel.sql.sqltypes.UTCDateTime
    with op.batch_alter_table("message") as message:
        message.add_column(sa.Column("failed_at", instant(), nullable=True))
        message.add_column(sa.Column("resent_at", instant(), nullable=True))
        message.create_index("ix_message_agency_created_at", ["agency", "created_at"])
    op.create_table(
        "operation",
        sa.Column("id", words(), nullable=False),
        sa.Column("at", instant(), nullable=False),
        sa.Column("actor_id", words(), nullable=False),
        sa.Column("actor_name", words(), nullable=False),
        sa.Column("act", words(), nullable=False),
        sa.Column("reason", words(), nullable=False),
        sa.Column("agency", words(), nullable=True),
        sa.Column("message_id", words(), nullable=True),
        sa.Column("number", words(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operation")),
    )
    op.create_index(op.f("ix_operation_at"), "operation", ["at"])
    op.create_index(op.f("ix_operation_message_id"), "operation", ["message_id"])
    op.create_table(
        "force_end",
        sa.Column("id", words(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("proposed_by", words(), nullable=False),
        sa.Column("proposed_name", words(), nullable=False),
        sa.Column("proposed_at", instant(), nullable=False),
        sa.Column("reason", words(), nullable=False),
        sa.Column("until", instant(), nullable=False),
        sa.Column("decided_by", words(), nullable=True),
        sa.Column("decided_name", words(), nullable=True),
        sa.Column("decided_at", instant(), nullable=True),
        sa.Column("confirmed", sa.Boolean(), nullable=True),
        sa.Column("decided_reason", words(), nullable=True),
        sa.ForeignKeyConstraint(
            ["message_id"], ["message.id"], name=op.f("fk_force_end_message_id_message"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_force_end")),
    )
    op.create_index(op.f("ix_force_end_message_id"), "force_end", ["message_id"])
    op.create_index(op.f("ix_force_end_decided_at"), "force_end", ["decided_at"])
    op.create_table(
        "reconciliation",
        sa.Column("id", words(), nullable=False),
        sa.Column("agency", words(), nullable=False),
        sa.Column("since", instant(), nullable=False),
        sa.Column("until", instant(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("ordered_by", words(), nullable=False),
        sa.Column("ordered_name", words(), nullable=False),
        sa.Column("ordered_at", instant(), nullable=False),
        sa.Column("reason", words(), nullable=False),
        sa.Column("finished_at", instant(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reconciliation")),
    )
    op.create_index(op.f("ix_reconciliation_ordered_at"), "reconciliation", ["ordered_at"])
    op.create_table(
        "reconciliation_item",
        sa.Column("reconciliation_id", sa.String(), nullable=False),
        sa.Column("message_id", words(), nullable=False),
        sa.Column("nth", sa.Integer(), nullable=False),
        sa.Column("result", words(), nullable=False),
        sa.Column("items", words(), nullable=False),
        sa.Column("asked_at", instant(), nullable=True),
        sa.Column("repeated_at", instant(), nullable=True),
        sa.Column("note", words(), nullable=True),
        sa.Column("noted_by", words(), nullable=True),
        sa.Column("noted_at", instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reconciliation_id"],
            ["reconciliation.id"],
            name=op.f("fk_reconciliation_item_reconciliation_id_reconciliation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("reconciliation_id", "message_id", name=op.f("pk_reconciliation_item")),
    )


def downgrade() -> None:
    """Take the tables back."""
    for table in ("reconciliation_item", "reconciliation", "force_end", "operation"):
        op.drop_table(table)
    with op.batch_alter_table("message") as message:
        message.drop_index("ix_message_agency_created_at")
        message.drop_column("resent_at")
        message.drop_column("failed_at")
