"""Which office is competent for an area on a day; an office is written down when it is first needed."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection

from services.jurisdiction.areas import Area, known_areas
from services.unit_of_work import UnitOfWork
from storage import people, reference
from storage.people import OfficeRow
from storage.reference import AreaRow
from workflows.calendar import in_vietnam
from workflows.errors import TransitionRefused
from workflows.forms.cleaning import fold
from workflows.language import Authority
from workflows.vocabulary import Level
from workflows.words import Text


def enter_known_areas(connection: Connection) -> int:
    """Enter the areas of the list that the table lacks; return how many there were."""
    there = reference.area_keys(connection)
    missing = [_columns(area) for area in known_areas() if (area.code, area.since) not in there]
    reference.enter_areas(connection, missing)
    return len(missing)


def standing_area(connection: Connection, code: str, day: date) -> AreaRow | None:
    """Return the area that a code stands for on a day: itself, or what took its place (sáp nhập).

    Nothing when no such area was there yet, or when nobody has said what took its place.
    """
    return next((row for row in _successors(connection, code, day) if _lasts(row, day)), None)


def competent_office(uow: UnitOfWork, authority_code: str, area: str) -> str:
    """Find the office of an authority for the area that a dossier names, as the areas are today.

    The law gives every commune, or every province, one office of each authority; the first dossier that
    needs one writes it down. In a demonstration it gets its people with it.

    Raises:
        TransitionRefused: no such area is known; the words name the authority and the area.
    """
    authority = uow.registry.authority(authority_code)
    row = standing_area(uow.connection, area, in_vietnam(uow.now).date())
    if row is None and people.office(uow.connection, entered := f"{authority.code}:{area}"):
        return entered  # an office that somebody entered for an area of their own
    if row is None:
        raise TransitionRefused(
            text=Text(
                vi=f"Chưa có cơ quan “{authority.text.vi}” cho địa bàn mã “{area}”. Hãy chọn lại.",
                en=f"There is no “{authority.text.en}” office for area “{area}”. Choose the commune again.",
            )
        )
    office = office_of(authority, row)
    if people.office(uow.connection, office.id) is None:
        people.add_office(uow.connection, office)
        people.add_officers(uow.connection, uow.context.staff(uow.connection, office))
    return office.id


def office_of(authority: Authority, area: Area | AreaRow) -> OfficeRow:
    """Return the office that an authority has for a commune: that of the commune, or of its province."""
    provincial = authority.level is Level.PROVINCE
    place = area.province_code if provincial else area.code
    name = area.province if provincial else area.label
    return OfficeRow(
        id=f"{authority.code}:{place}",
        authority=authority.code,
        area=place,
        vi=f"{authority.short.vi} – {name}",
        en=f"{authority.short.en} – {name}",
    )


def _successors(connection: Connection, code: str, day: date) -> Iterator[AreaRow]:
    """Yield what a code stands for, then what took its place, and so on; each once."""
    seen: set[str] = set()
    wanted: str | None = code
    while wanted and wanted not in seen:
        seen.add(wanted)
        row = reference.area_on(connection, wanted, day)
        if row is None:
            return
        yield row
        wanted = row.successor


def _lasts(row: AreaRow, day: date) -> bool:
    return row.until is None or day < row.until


def _columns(area: Area) -> dict[str, object]:
    return {
        "code": area.code,
        "since": area.since,
        "until": area.until,
        "name": area.name,
        "folded": fold(area.name),
        "province_code": area.province_code,
        "province": area.province,
        "act": area.act,
        "successor": area.successor,
    }
