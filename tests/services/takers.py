"""Who takes a step on a stage of the demonstration."""

from __future__ import annotations

from dataclasses import replace

from services.access.actors import Actor
from services.demo.stage import Stage
from storage import people
from storage.engine import read_transaction
from workflows.vocabulary import Role


def officer(stage: Stage, office: str, by: str) -> Actor:
    """Return who takes such a step there: the clerk, or the head for what the head signs."""
    with read_transaction(stage.context.engine) as connection:
        rows = sorted(people.officers_of(connection, office), key=lambda one: (len(one.roles), one.id))
    row = next(row for row in rows if by in row.roles)
    roles = frozenset(Role(role) for role in row.roles)
    return replace(Actor(row.id, row.name, roles, personal_id=row.personal_id), office_id=office)
