"""The demonstration's first rows: everybody has an office, a password, a story; never in production."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, func, select

from services.agencies.directory import demo_agencies
from services.agencies.fake import FakeAgency
from services.demo.areas import AREAS, PROVINCES
from services.demo.families import FAMILIES, OFFICERS_WITH_FAMILY, PEOPLE, THE_DEAD
from services.demo.seed import PASSWORD, citizen_rows, office_rows, officer_rows, register_data, seed
from services.exchange import registers
from services.reference import ETHNICITIES, RELATIONS, reference_lists, station_code
from services.time.calendar_seed import seed_days
from services.time.clock import VirtualClock
from storage import people, reference
from storage.base import metadata
from storage.engine import close_engine, open_engine, read_transaction, write_transaction
from storage.people import CitizenRow, OfficerRow
from storage.reference import CalendarDayRow
from storage.schema import create
from tests.workflows.birth_families import (
    DEMO_BIRTH,
    DEMO_NOTICES,
    DEMO_PEOPLE,
)
from tests.workflows.birth_families import (
    DEMO_IDENTITY as WHO_FILES_A_BIRTH,
)
from tests.workflows.death_families import DEMO_DEATH_4, DEMO_RECORD
from tests.workflows.death_families import DEMO_IDENTITY as WHO_FILES_A_DEATH
from tests.workflows.test_karaoke_definitions import DEMO_IDENTITY as WHO_OPENS_A_HOUSE
from tests.workflows.test_karaoke_definitions import DEMO_KARAOKE
from tests.world import ScriptedAgency
from workflows.declarations.birth import BIRTH_DECLARATION_2026_09
from workflows.registry import registry
from workflows.vocabulary import Level, Role, Standing
from workflows.words import Kind

LAW = registry()
PERSONAL_ID = re.compile(r"\d{3}([0-3])(\d{2})\d{6}")
NOTICE = re.compile(r"[0-9A-Z]{5}\.GCS\.\d{5}\.\d{2}")


def hashed(password: str) -> str:
    return f"hash of {password}"


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    engine = open_engine(f"sqlite:///{tmp_path / 'seed.sqlite'}")
    create(engine)
    with write_transaction(engine) as connection:
        yield connection
    close_engine(engine)


@pytest.fixture
def agencies(tmp_path: Path) -> dict[str, FakeAgency]:
    clock = VirtualClock(datetime(2026, 11, 20, 3, tzinfo=UTC))
    agencies = demo_agencies(tmp_path / "agencies.sqlite", clock)
    register_data(agencies)
    return agencies


def filled(connection: Connection) -> int:
    return seed(connection, LAW, hashed, production=False)


def rows_in_all_tables(connection: Connection) -> int:
    counts = (connection.scalar(select(func.count()).select_from(table)) for table in metadata.sorted_tables)
    return sum(count or 0 for count in counts)


# --- the database ---------------------------------------------------------------------------------


def test_it_fills_an_empty_database(connection: Connection) -> None:
    assert filled(connection) == rows_in_all_tables(connection)
    assert len(reference.calendar_days(connection)) == len(seed_days())
    assert {area.code for area in AREAS} < {row.code for row in reference.areas(connection)}
    assert len(people.offices(connection)) == len(office_rows(LAW)) + 1  # that of the operators


def test_a_second_time_adds_nothing(connection: Connection) -> None:
    before = filled(connection)
    assert filled(connection) == 0
    assert rows_in_all_tables(connection) == before


def test_a_day_that_a_clerk_took_out_of_the_calendar_stays_out(connection: Connection) -> None:
    filled(connection)
    connection.execute(delete(CalendarDayRow).where(CalendarDayRow.on == date(2026, 11, 24)))
    assert filled(connection) == 0
    assert date(2026, 11, 24) not in {row.on for row in reference.calendar_days(connection)}


def test_an_office_that_is_missing_comes_back_with_its_officers(connection: Connection) -> None:
    filled(connection)
    connection.execute(delete(OfficerRow).where(OfficerRow.id == "hotich.muonghum"))
    assert filled(connection) == 1
    assert people.officer(connection, "hotich.muonghum") is not None


def test_a_password_that_was_changed_stays_changed(connection: Connection) -> None:
    filled(connection)
    people.change_officer(connection, "hotich.muonghum", password_hash="mine")
    filled(connection)
    officer = people.officer(connection, "hotich.muonghum")
    assert officer is not None
    assert officer.password_hash == "mine"


def test_in_production_it_refuses_and_writes_nothing(connection: Connection) -> None:
    with pytest.raises(RuntimeError, match="production"):
        seed(connection, LAW, hashed, production=True)
    assert rows_in_all_tables(connection) == 0


def test_everybody_has_the_demonstration_password_hashed_once(connection: Connection) -> None:
    asked: list[str] = []
    seed(connection, LAW, lambda password: asked.append(password) or "hash", production=False)
    assert asked == [PASSWORD]
    for table in (OfficerRow, CitizenRow):
        assert set(connection.scalars(select(table.password_hash))) == {"hash"}


def test_what_was_written_can_be_read_back(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'again.sqlite'}")
    create(engine)
    with write_transaction(engine) as connection:
        filled(connection)
    with read_transaction(engine) as connection:
        assert reference.province_of(connection, "02728") == "15"
        officer = people.officer(connection, "lanhdao.hotich.muonghum")
    close_engine(engine)
    assert officer is not None
    assert officer.roles == ["clerk", "leader"]
    assert officer.office_id == "civil-status:02728"


# --- offices and officers -------------------------------------------------------------------------


def test_every_authority_in_use_has_an_office_in_every_area_of_its_level() -> None:
    offices = {row.id for row in office_rows(LAW)}
    for procedure in LAW.procedures.values():
        if procedure.standing is Standing.BASELINE:
            continue
        authority = LAW.authority(procedure.authority)
        places = PROVINCES if authority.level is Level.PROVINCE else [area.code for area in AREAS]
        assert {f"{authority.code}:{place}" for place in places} <= offices


def test_every_office_has_a_clerk_and_a_leader_who_may_stand_in() -> None:
    officers = officer_rows(LAW, "hash")
    for office in office_rows(LAW):
        here = [set(row.roles) for row in officers if row.office_id == office.id]
        assert {Role.CLERK.value} in here
        assert {Role.CLERK.value, Role.LEADER.value} in here


def test_every_province_has_a_supervisor() -> None:
    offices = {row.id for row in office_rows(LAW)}
    supervisors = [row for row in officer_rows(LAW, "hash") if row.roles == [Role.SUPERVISOR.value]]
    assert len(supervisors) == len(PROVINCES)
    assert {row.office_id for row in supervisors} <= offices


def test_user_names_and_numbers_are_each_given_once() -> None:
    officers = officer_rows(LAW, "hash")
    assert len({row.id for row in officers}) == len(officers)
    assert len({row.personal_id for row in officers}) == len(officers)
    strangers = {row.personal_id for row in officers} - set(OFFICERS_WITH_FAMILY.values())
    assert strangers.isdisjoint(person.id for person in PEOPLE)


@pytest.mark.parametrize(
    ("user", "office"),
    [
        ("hotich.muonghum", "civil-status:02728"),
        ("congan.badinh", "police:00004"),
        ("hotich.badinh.thanhhoa", "civil-status:16171"),
        ("lanhdao.bhxh.haichau", "social-insurance:20242"),
        ("vanhoa.hanoi", "culture:01"),
        ("trattu.hanoi", "order-police:01"),
        ("nguoicocong.thanhhoa", "merit-service:38"),
        ("giamsat.laocai", "civil-status:02647"),
    ],
)
def test_user_names_say_where_one_works(user: str, office: str) -> None:
    assert {row.id: row.office_id for row in officer_rows(LAW, "hash")}[user] == office


def test_some_officers_meet_their_own_family() -> None:
    officers = {row.id: row for row in officer_rows(LAW, "hash")}
    for user, number in OFFICERS_WITH_FAMILY.items():
        assert officers[user].personal_id == number
        assert officers[user].name == next(person.name for person in PEOPLE if person.id == number)


# --- people ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("person", PEOPLE, ids=[person.id for person in PEOPLE])
def test_a_number_agrees_with_sex_and_year_of_birth(person: Any) -> None:
    found = PERSONAL_ID.fullmatch(person.id)
    assert found is not None
    century = 1900 + 100 * (int(found[1]) // 2)
    assert century + int(found[2]) == int(person.born[:4])
    assert (int(found[1]) % 2 == 1) == (person.sex == "female")


def test_nobody_is_two_people() -> None:
    assert len({person.id for person in PEOPLE}) == len(PEOPLE)
    assert len({person.name for person in PEOPLE}) == len(PEOPLE)


def test_the_dead_do_not_sign_in_and_the_living_do() -> None:
    citizens = {row.id for row in citizen_rows("hash")}
    assert citizens == {person.id for person in PEOPLE} - THE_DEAD
    assert len(THE_DEAD) == 5


def test_birth_notices_bear_numbers_of_the_right_shape() -> None:
    births = {
        number: notice
        for family in FAMILIES
        for number, notice in family.notices.items()
        if "mother-id" in notice
    }
    assert all(NOTICE.fullmatch(number) for number in births)
    mothers = {person.id for person in PEOPLE if person.sex == "female"}
    assert {notice["mother-id"] for notice in births.values()} <= mothers


def test_values_of_the_records_are_in_the_reference_lists(agencies: dict[str, FakeAgency]) -> None:
    lists = reference_lists(AREAS)
    for person in PEOPLE:
        record = agencies["population-database"].look_up("person", person.id)
        assert record is not None
        assert lists.label("ethnicities", record.items["ethnicity"]) is not None
        if "residence-commune" in record.items:
            assert lists.label("communes", record.items["residence-commune"]) is not None


def test_entering_them_again_leaves_alone_what_agencies_have_done_since(
    agencies: dict[str, FakeAgency],
) -> None:
    agencies["residence"].enter("resident", "001045000123", {"removed": True})
    register_data(agencies)
    record = agencies["residence"].look_up("resident", "001045000123")
    assert record is not None
    assert record.items == {"removed": True}


def test_the_registers_of_real_agencies_are_left_alone() -> None:
    register_data({"population-database": ScriptedAgency()})


# --- agreement with the demonstration's answers ---------------------------------------------------


def record_of(agencies: dict[str, FakeAgency], agency: str, register: str, number: str) -> dict[str, Any]:
    record = agencies[agency].look_up(register, number)
    assert record is not None
    return dict(record.items)


@pytest.mark.parametrize("number", DEMO_PEOPLE)
def test_the_parents_of_the_demonstration_are_in_the_register(
    agencies: dict[str, FakeAgency], number: str
) -> None:
    known = record_of(agencies, "population-database", "person", number)
    assert DEMO_PEOPLE[number].items() <= known.items()


@pytest.mark.parametrize("number", DEMO_NOTICES)
def test_the_notices_of_the_demonstration_are_at_the_hospital(
    agencies: dict[str, FakeAgency], number: str
) -> None:
    assert record_of(agencies, "hospital", "notice", number) == DEMO_NOTICES[number]


def test_the_deceased_of_the_demonstration_is_in_the_register(agencies: dict[str, FakeAgency]) -> None:
    known = record_of(agencies, "population-database", "person", DEMO_DEATH_4["deceased.personal-id"])
    assert {f"deceased.{item}": value for item, value in known.items()}.items() >= DEMO_RECORD.items()
    notice = record_of(agencies, "hospital", "notice", DEMO_DEATH_4["death.notice-number"])
    assert notice["deceased-id"] == DEMO_DEATH_4["deceased.personal-id"]


def test_the_survivors_of_the_demonstration_are_in_the_register(agencies: dict[str, FakeAgency]) -> None:
    for relative in DEMO_DEATH_4["survivor.relatives"]:
        known = record_of(agencies, "population-database", "person", relative["personal-id"])
        assert known["full-name"] == relative["name"]


@pytest.mark.parametrize("who", [WHO_FILES_A_BIRTH, WHO_FILES_A_DEATH, WHO_OPENS_A_HOUSE])
def test_whoever_files_can_sign_in_and_is_in_the_register(
    agencies: dict[str, FakeAgency], who: dict[str, Any]
) -> None:
    number = who["requester.personal-id"]
    assert {row.id: row.name for row in citizen_rows("hash")}[number] == who["requester.full-name"]
    known = record_of(agencies, "population-database", "person", number)
    assert who.get("requester.birth-date", known["birth-date"]) == known["birth-date"]
    assert who.get("requester.address", known["residence-address"]) == known["residence-address"]


def test_the_answers_of_the_demonstration_are_in_the_reference_lists() -> None:
    lists = reference_lists(AREAS)
    questions = {question.fact: question for question in BIRTH_DECLARATION_2026_09.questions()}
    for fact, value in DEMO_BIRTH.items():
        if source := questions[fact].options_from:
            assert lists.label(source, value) is not None, fact
    assert lists.label("communes", DEMO_KARAOKE["business.commune"]) is not None
    assert lists.label("communes", DEMO_DEATH_4["death.place-commune"]) is not None


def test_registers_fill_the_form_of_the_demonstration(agencies: dict[str, FakeAgency]) -> None:
    known = registers.fetch(agencies, BIRTH_DECLARATION_2026_09, {**WHO_FILES_A_BIRTH, **DEMO_BIRTH})
    assert known["mother.full-name"] == "Trần Thị Mai"
    assert known["child.birth-place"] == "Bệnh viện Bạch Mai, thành phố Hà Nội"
    assert [fact for fact in known if fact.endswith(".not-found")] == []


# --- reference lists ------------------------------------------------------------------------------


def test_areas_are_communes_of_known_provinces() -> None:
    assert all(re.fullmatch(r"\d{5}", area.code) for area in AREAS)
    assert {area.province_code for area in AREAS} == set(PROVINCES)
    assert len({area.code for area in AREAS}) == len(AREAS) == 24


def test_every_list_that_a_form_names_is_there() -> None:
    lists = reference_lists(AREAS)
    wanted = {
        question.options_from
        for declaration in LAW.declarations.values()
        for question in declaration.questions()
        if question.options_from and question.kind is not Kind.COMMUNE
    }
    for name in wanted | {"ethnicities", "relations", "care-facilities", "communes", "provinces"}:
        options = lists.options(name)
        assert len({option.value for option in options}) == len(options) > 1


def test_there_are_fifty_four_ethnic_groups_and_the_foreigners() -> None:
    assert len(ETHNICITIES) == 55
    assert ETHNICITIES[0].text.vi == "Kinh"


def test_the_live_form_offers_twenty_six_relations() -> None:
    assert len(RELATIONS) == 26


def test_each_commune_has_a_health_station() -> None:
    label = reference_lists(AREAS).label("care-facilities", station_code("02728"))
    assert label is not None
    assert label.vi == "Trạm Y tế xã Mường Hum, tỉnh Lào Cai"


def test_a_commune_is_found_by_name_and_two_of_one_name_by_their_provinces() -> None:
    lists = reference_lists(AREAS)
    assert lists.find_commune("muong hum") == (("02728", "Xã Mường Hum, tỉnh Lào Cai"),)
    assert {code for code, _ in lists.find_commune("Ba Đình")} == {"00004", "16171"}
    assert [code for code, _ in lists.find_commune("Ba Đình, Thanh Hóa")] == ["16171"]


def test_the_lists_can_be_made_from_the_rows_of_the_table(connection: Connection) -> None:
    filled(connection)
    lists = reference_lists(reference.places_on(connection, date(2026, 11, 20)))
    assert set(reference_lists(AREAS).options("communes")) < set(lists.options("communes"))
