"""How Alembic meets our tables: on the connection that it is given."""

from typing import Any

from alembic import context

from storage.base import metadata


def ours(name: str | None, kind: str, parents: Any) -> bool:
    """Leave the durable engine's own tables alone."""
    return kind != "table" or name in metadata.tables


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_name=ours,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
