"""The first rows of a demonstration: calendar, areas, offices, officers, citizens; and what agencies know."""

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from typing import Any

from sqlalchemy import Connection
from sqlmodel import SQLModel

from services.agencies.contract import Agencies
from services.agencies.fake import FakeAgency
from services.demo.areas import AREAS, PROVINCES
from services.demo.families import FAMILIES, NAMES, OFFICERS_WITH_FAMILY, PEOPLE, THE_DEAD
from services.demo.operators import centre_row, operator_rows
from services.demo.user_names import slugs
from services.jurisdiction.competence import enter_known_areas, office_of
from services.time.calendar_seed import seed_days
from storage import people, reference
from storage.people import CitizenRow, OfficeRow, OfficerRow
from storage.reference import CalendarDayRow
from storage.rows import add
from workflows.language import Authority
from workflows.registry import Registry
from workflows.vocabulary import Level, Role, Standing

PASSWORD = "khai-mot-lan"  # noqa: S105 - it stands on the sign-in page of the demonstration

# How the user names of an authority's officers begin; another authority gives its own code.
SHORT_NAMES = {
    "civil-status": "hotich",
    "police": "congan",
    "social-insurance": "bhxh",
    "social-protection": "baotro",
    "merit-service": "nguoicocong",
    "business-registration": "kinhdoanh",
    "order-police": "trattu",
    "culture": "vanhoa",
}
_LEADER = "lanhdao"
DEPUTY = "pholanhdao"
SUPERVISOR = "giamsat"

# Invented officers: those with an even turn are men, as their numbers say too.
_FAMILY_NAMES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
)
_GIVEN_NAMES = (
    ("Văn Sơn", "Quang Huy", "Đức Long", "Minh Tuấn", "Hữu Phước", "Công Thành", "Anh Dũng", "Xuân Bách"),
    ("Thị Lan", "Thị Hồng", "Thị Nga", "Thu Trang", "Thị Yến", "Ngọc Diệp", "Thị Hoa", "Bích Ngọc"),
)


def seed(
    connection: Connection, registry: Registry, hash_password: Callable[[str], str], *, production: bool
) -> int:
    """Fill an empty database with the demonstration; return how many rows were added.

    A second time adds nothing but what new definitions need. Everybody has the same
    password, hashed once, since whoever reads this file knows it: therefore never in
    production.

    Raises:
        RuntimeError: it was asked for in production.
    """
    if production:
        raise RuntimeError("demonstration people and passwords never go into production")
    password_hash = hash_password(PASSWORD)
    calendar = () if reference.calendar_days(connection) else _calendar()
    areas = enter_known_areas(connection)
    have = people.offices(connection)
    offices = [row for row in (*office_rows(registry), centre_row()) if row.id not in have]
    staff = (*officer_rows(registry, password_hash), *operator_rows(password_hash))
    officers = [row for row in staff if not people.officer(connection, row.id)]
    citizens = [row for row in citizen_rows(password_hash) if not people.citizen(connection, row.id)]
    return areas + _add(connection, calendar, offices, officers, citizens)


def register_data(agencies: Agencies) -> None:
    """Enter the people and their papers into the registers of the agencies that are fakes.

    What an agency has done since stays as it is; a real agency's registers are not ours to fill.
    """
    for code, registers in _registers().items():
        agency = agencies.get(code)
        if isinstance(agency, FakeAgency):
            for register, records in registers.items():
                agency.enter_missing(register, records)


def office_rows(registry: Registry) -> list[OfficeRow]:
    """List one office for each authority in use and each area of the demonstration."""
    found = (office_of(authority, area) for authority in authorities_in_use(registry) for area in AREAS)
    return list({row.id: row for row in found}.values())


def officer_rows(registry: Registry, password_hash: str) -> list[OfficerRow]:
    """List a clerk and a leader for each office and a supervisor for each province.

    A leader may act as a clerk too, for when the clerk is family or has taken an earlier step.
    """
    rows: list[OfficerRow] = []
    names = slugs()
    for authority, (start, roles) in product(authorities_in_use(registry), RANKS):
        short = SHORT_NAMES.get(authority.code, authority.code.replace("-", ""))
        for code, _name in _places(authority):
            user = ".".join(part for part in (start, short, names[code]) if part)
            rows.append(officer_row(len(rows), user, f"{authority.code}:{code}", roles, password_hash))
    for code in PROVINCES if rows else ():
        office = next(f"civil-status:{area.code}" for area in AREAS if area.province_code == code)
        user = f"{SUPERVISOR}.{names[code]}"
        rows.append(officer_row(len(rows), user, office, (Role.SUPERVISOR,), password_hash))
    for authority in signing_authorities(registry):  # a deputy signs what the head has prepared (four eyes)
        for code, _name in _places(authority):
            office = f"{authority.code}:{code}"
            user = f"{DEPUTY}.{SHORT_NAMES[authority.code]}.{names[code]}"
            rows.append(officer_row(len(rows), user, office, (Role.CLERK, Role.LEADER), password_hash))
    return rows


def citizen_rows(password_hash: str) -> list[CitizenRow]:
    """List the people of the demonstration who can sign in: all but the dead."""
    return [
        CitizenRow(id=person.id, password_hash=password_hash, name=person.name)
        for person in PEOPLE
        if person.id not in THE_DEAD
    ]


RANKS: tuple[tuple[str, tuple[Role, ...]], ...] = (
    ("", (Role.CLERK,)),
    (_LEADER, (Role.CLERK, Role.LEADER)),
)


def _registers() -> dict[str, dict[str, dict[str, Mapping[str, Any]]]]:
    """Return, for each agency, what its registers hold at first, by number."""
    homes: dict[str, Mapping[str, Any]] = {
        person.id: (
            {"residence": "permanent", "commune": person.commune} if person.commune else {"residence": "none"}
        )
        for person in PEOPLE
    }
    return {
        "population-database": {"person": {person.id: person.record(NAMES) for person in PEOPLE}},
        "residence": {"resident": homes},
        "social-insurance": {"insured": {p.id: {"insured-status": p.insured} for p in PEOPLE}},
        "hospital": {"notice": {number: n for family in FAMILIES for number, n in family.notices.items()}},
    }


def _add(connection: Connection, *groups: Iterable[SQLModel]) -> int:
    rows = [row for group in groups for row in group]
    add(connection, *rows)
    return len(rows)


def _calendar() -> tuple[CalendarDayRow, ...]:
    return tuple(
        CalendarDayRow(
            on=day.on,
            kind=day.kind.value,
            vi=day.reason.vi,
            en=day.reason.en,
            source=day.source,
            provisional=day.provisional,
        )
        for day in seed_days()
    )


def authorities_in_use(registry: Registry) -> list[Authority]:
    """List the authorities that have a procedure in force or to come."""
    used = {p.authority for p in registry.procedures.values() if p.standing is not Standing.BASELINE}
    return [registry.authority(code) for code in sorted(used)]


def signing_authorities(registry: Registry) -> list[Authority]:
    """List the authorities in which the head signs what somebody else must have prepared."""
    steps = [(p.authority, step) for p in registry.procedures.values() for step in p.steps]
    signed = {code for code, step in steps if step.by is Role.LEADER and step.not_by}
    return [authority for authority in authorities_in_use(registry) if authority.code in signed]


def _places(authority: Authority) -> list[tuple[str, str]]:
    if authority.level is Level.PROVINCE:
        return list(PROVINCES.items())
    return [(area.code, area.label) for area in AREAS]


def officer_row(
    nth: int, user: str, office_id: str, roles: tuple[Role, ...], password_hash: str
) -> OfficerRow:
    """Invent an officer; whoever has the same number `nth` is the same person."""
    number = OFFICERS_WITH_FAMILY.get(user) or _officer_number(nth)
    return OfficerRow(
        id=user,
        password_hash=password_hash,
        name=NAMES.get(number) or _name(nth),
        personal_id=number,
        office_id=office_id,
        roles=[role.value for role in roles],
    )


def _officer_number(nth: int) -> str:
    """Invent a number for an officer; the demonstration's own people have none that begins so late."""
    born = 70 + nth % 30
    return f"001{nth % 2}{born:02d}{900_000 + nth:06d}"


def _name(nth: int) -> str:
    given = _GIVEN_NAMES[nth % 2]
    return f"{_FAMILY_NAMES[nth % len(_FAMILY_NAMES)]} {given[nth // 2 % len(given)]}"
