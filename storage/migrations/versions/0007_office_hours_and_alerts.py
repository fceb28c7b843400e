"""Office hours and alerts."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_STRING = sqlmodel.sql.sqltypes.AutoString
_INSTANT = sqlmodel.sql.sqltypes.UTCDateTime
_SEQUENCE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the tables forward."""
    _calendar()
    _alerts()


def _entered() -> tuple[sa.Column, ...]:
    return (
        sa.Column("source", _STRING(), nullable=False),
        sa.Column("entered_by", _STRING(), nullable=False),
        sa.Column("entered_at", _INSTANT(), nullable=False),
        sa.Column("reason", _STRING(), nullable=False),
    )


def _calendar() -> None:
    op.create_table(
        "calendar_entry",
        sa.Column("seq", _SEQUENCE, nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("scope", _STRING(), nullable=False),
        sa.Column("kind", _STRING(), nullable=False),
        sa.Column("shut", sa.JSON(), nullable=False),
        sa.Column("vi", _STRING(), nullable=False),
        sa.Column("en", _STRING(), nullable=False),
        *_entered(),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_calendar_entry")),
    )
    with op.batch_alter_table("calendar_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calendar_entry_on"), ["on"], unique=False)
    op.create_table(
        "office_session",
        sa.Column("seq", _SEQUENCE, nullable=False),
        sa.Column("scope", _STRING(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("opens", sa.JSON(), nullable=False),
        *_entered(),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_office_session")),
    )
    op.create_table(
        "calendar_year",
        sa.Column("year", sa.Integer(), nullable=False),
        *_entered(),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_calendar_year")),
    )


def _alerts() -> None:
    op.create_table(
        "alert",
        sa.Column("id", _STRING(), nullable=False),
        sa.Column("kind", _STRING(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("case_id", _STRING(), nullable=True),
        sa.Column("office_id", _STRING(), nullable=False),
        sa.Column("parties", sa.JSON(), nullable=False),
        sa.Column("due_at", _INSTANT(), nullable=True),
        sa.Column("raised_at", _INSTANT(), nullable=False),
        sa.Column("vi", _STRING(), nullable=False),
        sa.Column("en", _STRING(), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_alert_dossier_id_dossier")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert")),
    )
    with op.batch_alter_table("alert", schema=None) as batch_op:
        for column in ("case_id", "dossier_id", "office_id", "raised_at"):
            batch_op.create_index(batch_op.f(f"ix_alert_{column}"), [column], unique=False)
    op.create_table(
        "apology",
        sa.Column("id", _STRING(), nullable=False),
        sa.Column("dossier_id", sa.String(), nullable=False),
        sa.Column("case_id", _STRING(), nullable=True),
        sa.Column("old_due_at", _INSTANT(), nullable=False),
        sa.Column("new_due_at", _INSTANT(), nullable=True),
        sa.Column("vi", _STRING(), nullable=False),
        sa.Column("en", _STRING(), nullable=False),
        sa.Column("at", _INSTANT(), nullable=False),
        sa.Column("given_by", _STRING(), nullable=False),
        sa.Column("early", sa.Boolean(), nullable=False),
        sa.Column("reworded_by", _STRING(), nullable=True),
        sa.Column("reworded_at", _INSTANT(), nullable=True),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_apology_dossier_id_dossier")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_apology")),
    )
    with op.batch_alter_table("apology", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_apology_dossier_id"), ["dossier_id"], unique=False)
    op.create_table(
        "digest",
        sa.Column("office_id", _STRING(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("sent_at", _INSTANT(), nullable=False),
        sa.Column("open", sa.Integer(), nullable=False),
        sa.Column("due_today", sa.Integer(), nullable=False),
        sa.Column("overdue", sa.Integer(), nullable=False),
        sa.Column("alerts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("office_id", "on", name=op.f("pk_digest")),
    )


def downgrade() -> None:
    """Take the tables back."""
    for table in ("digest", "apology", "alert", "calendar_year", "office_session", "calendar_entry"):
        op.drop_table(table)
