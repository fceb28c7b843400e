"""Views that officers saved, and the words by which an office finds a case."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_INDEX = "ix_case_worklist"
_BEFORE = ["office_id", "due_at", "id", "waits_for", "officer_id"]
_OPEN = sa.text("ending IS NULL")
# Open cases of before are found by code and name at least.
_WORDS = """UPDATE dossier_case SET search_words = coalesce((
    SELECT lower(replace(replace(number, '.', ''), '-', '')) || ' ' || subject_folded
    FROM dossier WHERE dossier.id = dossier_case.dossier_id), '') WHERE ending IS NULL"""


def upgrade() -> None:
    """Bring the tables forward."""
    op.create_table(
        "officer_view",
        sa.Column("id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("officer_id", sa.String(), nullable=False),
        sa.Column("name", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("queue", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("words", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("saved_at", sqlmodel.sql.sqltypes.UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["officer_id"], ["officer.id"], name=op.f("fk_officer_view_officer_id_officer")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer_view")),
    )
    op.create_index("ix_officer_view_name", "officer_view", ["officer_id", "name"], unique=True)
    with op.batch_alter_table("dossier_case", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("search_words", sqlmodel.sql.sqltypes.AutoString(), nullable=False, server_default="")
        )
    op.execute(_WORDS)
    _worklist_index([*_BEFORE, "search_words"])


def downgrade() -> None:
    """Take them back."""
    _worklist_index(_BEFORE)
    with op.batch_alter_table("dossier_case", schema=None) as batch_op:
        batch_op.drop_column("search_words")
    op.drop_index("ix_officer_view_name", "officer_view")
    op.drop_table("officer_view")


def _worklist_index(columns: list[str]) -> None:
    op.drop_index(_INDEX, "dossier_case")
    op.create_index(_INDEX, "dossier_case", columns, sqlite_where=_OPEN, postgresql_where=_OPEN)
