"""Brings a database to the newest shape of the tables; several processes may start at once."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import OperationalError

from storage import (
    after_filing,
    alerts,
    cases,
    consents,
    documents,
    dossiers,
    drafts,
    journal,
    messages,
    officer_views,
    officers,
    operations,
    outputs,
    papers,
    payments,
    people,
    reference,
    series,
    sessions,
)
from storage.base import metadata
from storage.engine import write_transaction

# Every module with tables is named here, so that `metadata` knows all of them.
TABLES = (
    after_filing,
    alerts,
    cases,
    consents,
    documents,
    dossiers,
    drafts,
    journal,
    messages,
    officer_views,
    officers,
    operations,
    outputs,
    papers,
    payments,
    people,
    reference,
    series,
    sessions,
)
MIGRATIONS = Path(__file__).parent / "migrations"
LOCK = 7_060_600  # any fixed number: the name of our lock on PostgreSQL


def upgrade(engine: Engine) -> None:
    """Run every migration that has not run yet, one process at a time."""
    with write_transaction(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        command.upgrade(configuration(connection), "head")


def is_there(engine: Engine) -> bool:
    """Say whether the product has ever made its tables in this database."""
    try:
        with engine.connect() as connection:
            return inspect(connection).has_table("journal")
    except OperationalError:  # no folder, no server
        return False


def configuration(connection: Connection) -> Config:
    """Return Alembic's configuration for an open connection."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def create(engine: Engine) -> None:
    """Make every table of an empty database at once; for simulations and tests."""
    metadata.create_all(engine)
