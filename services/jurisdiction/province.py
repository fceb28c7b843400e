"""A supervisor's own area: the offices of their province, and nothing beyond it."""

from __future__ import annotations

from services.unit_of_work import UnitOfWork
from storage import people, reference
from workflows.errors import NotAllowed
from workflows.vocabulary import Role
from workflows.words import Text

FOR_SUPERVISORS = Text(vi="Trang này dành cho lãnh đạo giám sát.", en="This page is for supervisors.")


def require_supervisor(uow: UnitOfWork) -> None:
    """Refuse whoever is no supervisor of some office.

    Raises:
        NotAllowed: that is so.
    """
    if Role.SUPERVISOR not in uow.actor.roles or uow.actor.office_id is None:
        raise NotAllowed(text=FOR_SUPERVISORS)


def own_area(uow: UnitOfWork) -> str:
    """Return the area of the supervisor's own office: a commune, or a whole province."""
    return str(uow.actor.office_id).partition(":")[2]


def own_province(uow: UnitOfWork) -> str:
    """Return the code of the province in which the supervisor's own office lies."""
    return province_of(uow, own_area(uow))


def province_of(uow: UnitOfWork, area: str) -> str:
    """Return the code of the province of a commune; a province lies in itself."""
    return reference.province_of(uow.connection, area) or area


def own_offices(uow: UnitOfWork) -> dict[str, Text]:
    """Name the offices of that province."""
    provinces, ours = reference.province_codes(uow.connection), own_province(uow)
    return {
        row.id: row.text
        for row in people.offices(uow.connection).values()
        if provinces.get(row.area, row.area) == ours
    }


def concerns_us(uow: UnitOfWork, scope: str) -> bool:
    """Say whether a scope of the calendar is no place of another province: everybody, a level, or ours."""
    kind, _, name = scope.partition(":")
    area = {"office": name.partition(":")[2], "area": name}.get(kind)
    return area is None or province_of(uow, area) == own_province(uow)
