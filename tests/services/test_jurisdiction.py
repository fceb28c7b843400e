"""The areas of the country by day, and the office that is competent for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Connection, Engine

from services.access import actors
from services.demo.newcomers import newcomers
from services.demo.seed import RANKS, seed
from services.demo.user_names import places, slugs
from services.jurisdiction import competence
from services.jurisdiction.areas import Area, areas_on, known_areas, read_areas
from services.product import build_context, lists_of
from services.reference import reference_lists
from services.time.clock import VirtualClock, counted_ids
from services.unit_of_work import Staff, no_staff
from services.virtual_jobs import VirtualJobs
from storage import people, reference
from storage.engine import close_engine, open_engine, read_transaction, write_transaction
from storage.people import OfficeRow
from storage.schema import create
from workflows.errors import TransitionRefused
from workflows.forms.cleaning import fold
from workflows.forms.lines import is_long, parse_line
from workflows.questions import Question
from workflows.registry import registry
from workflows.words import Kind, Text

LAW = registry()
NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
REFORM, TODAY = date(2025, 7, 1), date(2026, 11, 20)

# Communes (xã), wards (phường) and special zones (đặc khu) of each province, as they are reported of the 34
# resolutions of 16 June 2025. The resolutions could not be read here: this is a second account, no source.
REPORTED = """
An Giang 85 14 3 · Bắc Ninh 66 33 0 · Cà Mau 55 9 0 · Cần Thơ 72 31 0 · Cao Bằng 53 3 0 · Đà Nẵng 70 23 1
Đắk Lắk 88 14 0 · Điện Biên 42 3 0 · Đồng Nai 72 23 0 · Đồng Tháp 82 20 0 · Gia Lai 110 25 0 · Hà Nội 75 51 0
Hà Tĩnh 60 9 0 · Hải Phòng 67 45 2 · Hồ Chí Minh 54 113 1 · Huế 19 21 0 · Hưng Yên 93 11 0 · Khánh Hòa 48 16 1
Lai Châu 36 2 0 · Lạng Sơn 61 4 0 · Lào Cai 89 10 0 · Lâm Đồng 103 20 1 · Nghệ An 119 11 0 · Ninh Bình 97 32 0
Phú Thọ 133 15 0 · Quảng Ngãi 86 9 1 · Quảng Ninh 22 30 2 · Quảng Trị 69 8 1 · Sơn La 67 8 0
Tây Ninh 82 14 0 · Thái Nguyên 77 15 0 · Thanh Hóa 147 19 0 · Tuyên Quang 117 7 0 · Vĩnh Long 105 19 0
"""


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{tmp_path / 'areas.sqlite'}")
    create(engine)
    yield engine
    close_engine(engine)


def counted(day: date) -> dict[str, tuple[int, ...]]:
    """Count the kinds of areas of each province, by its name without its level."""
    found: dict[str, Counter[str]] = {}
    for area in areas_on(day).values():
        province = area.province.removeprefix("Thành phố ").removeprefix("Tỉnh ")
        found.setdefault(province, Counter())[area.name.split()[0]] += 1
    return {name: tuple(kinds[kind] for kind in ("Xã", "Phường", "Đặc")) for name, kinds in found.items()}


# --- the list -------------------------------------------------------------------------------------


def test_the_reform_made_3321_areas_of_the_reported_kinds_in_34_provinces() -> None:
    wanted = {}
    for entry in REPORTED.replace("\n", "·").split("·"):
        if entry.strip():
            name, *numbers = entry.rsplit(maxsplit=3)
            wanted[name.strip()] = tuple(int(number) for number in numbers)
    found = counted(REFORM)
    assert found == wanted
    assert tuple(map(sum, zip(*found.values(), strict=True))) == (2621, 687, 13)
    assert (len(found), len(areas_on(REFORM))) == (34, 3321)
    assert len({area.province_code for area in areas_on(REFORM).values()}) == 34


def test_a_name_holds_from_its_day_until_the_next_and_says_which_act_gave_it() -> None:
    names = [(a.name, a.province, a.since, a.until, a.act) for a in known_areas() if a.code == "07294"]
    day = date(2026, 9, 20)
    assert names == [
        ("Xã Bố Hạ", "Tỉnh Bắc Ninh", REFORM, day, "19/2025/QĐ-TTg"),
        ("Phường Bố Hạ", "Thành phố Bắc Ninh", day, None, "39/2026/QH16, 388/NQ-UBTVQH16"),
    ]
    assert areas_on(date(2026, 9, 19))["07294"].name == "Xã Bố Hạ"
    assert areas_on(date(2026, 9, 20))["07294"].name == "Phường Bố Hạ"
    assert areas_on(date(2025, 6, 30)) == {}
    today = tuple(map(sum, zip(*counted(TODAY).values(), strict=True)))
    assert today == (2621 - 22, 687 + 22, 13)


def test_of_each_code_one_name_holds_on_a_day_and_no_label_is_borne_twice() -> None:
    named: dict[str, list[Area]] = {}
    for area in known_areas():
        named.setdefault(area.code, []).append(area)
    for code in named:
        rows = named[code]
        assert all(one.until == after.since for one, after in pairwise(rows)), code
        assert rows[-1].until is None
    labels = [area.label for area in areas_on(TODAY).values()]
    assert len(set(labels)) == len(labels) == 3321


@pytest.mark.parametrize(
    "line", ["Xã Ba Đình", "1 Hà Nội", "00004 q Ba Đình", "00004 p Ba Đình", "00004 > 1"]
)
def test_a_line_that_says_nothing_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=line[:3]):
        read_areas(["@ 2025-07-01 | an act", line])


# --- what people type -------------------------------------------------------------------------------


def test_every_area_is_found_by_its_label_and_without_marks_is_among_the_few() -> None:
    lists = reference_lists(areas_on(TODAY).values())
    ambiguous = 0
    for commune in lists.communes:
        assert lists.find_commune(commune.label) == ((commune.code, commune.label),)
        found = [code for code, _ in lists.find_commune(fold(commune.label))]
        assert commune.code in found, commune.label
        ambiguous += len(found) > 1
    assert 0 < ambiguous <= 20  # Sơn Hà and Sơn Hạ of Quảng Ngãi, and such


def test_a_bare_name_without_marks_means_every_place_that_is_written_so() -> None:
    lists = reference_lists(areas_on(TODAY).values())
    assert {code for code, _ in lists.find_commune("ba dinh")} == {"00004", "16171", "21499"}
    assert {code for code, _ in lists.find_commune("Ba Đình")} == {"00004", "16171"}
    assert {code for code, _ in lists.find_commune("Ba Dinh, Quảng Ngãi")} == {"21499"}
    assert len(lists.find_commune("Tân Thành")) > 5


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("tyt-02728", "tyt-02728"),
        ("Mường Hum", "tyt-02728"),
        ("tram y te muong hum, lao cai", "tyt-02728"),
        ("Bệnh viện Bạch Mai", "bv-bach-mai"),
        ("bach mai ha noi", "tyt-00292"),
        ("Trạm Y tế Ba Đình, Thanh Hóa", "tyt-16171"),
        ("Sơn Hạ, Quảng Ngãi", "tyt-21292"),
        ("son ha, quang ngai", None),
        ("Ba Đình", None),
        ("Atlantis", None),
        ("???", None),
    ],
)
def test_an_answer_from_a_long_list_is_found_by_a_part_of_its_name(typed: str, means: str | None) -> None:
    lists = reference_lists(areas_on(TODAY).values())
    asked = Question(
        fact="f", kind=Kind.CHOICE, text=Text(vi="Nơi nào?", en="Where?"), options_from="care-facilities"
    )
    assert is_long(lists.options("care-facilities"))
    assert not is_long(lists.options("ethnicities"))
    found = parse_line(typed, asked, lists)
    assert found == means if means else isinstance(found, Text)


def test_an_area_that_has_ended_keeps_its_name_and_cannot_be_chosen(engine: Engine) -> None:
    with write_transaction(engine) as connection:
        merged(connection)
    lists = lists_of(engine, date(2026, 3, 1))
    assert lists.find_commune("Cũ") == ()
    former = lists.label("communes", "90001")
    assert former is not None
    assert former.vi == "Xã Cũ, tỉnh Thử"
    assert lists_of(engine, date(2026, 1, 31)).find_commune("Cũ") == (("90001", "Xã Cũ, tỉnh Thử"),)


# --- the competent office ---------------------------------------------------------------------------


TOY = (
    "@ 2025-07-01 | act one",
    "90 Tỉnh Thử",
    "90001 x Cũ",
    "90002 x Giữa",
    "@ 2026-02-01 | act two",
    "90001 > 90002",
    "@ 2026-06-01 | act three",
    "90 Tỉnh Thử",
    "90003 p Mới",
    "90002 > 90003",
)


def merged(connection: Connection, areas: tuple[Area, ...] | None = None) -> None:
    """Enter areas of which one was merged into the next, twice."""
    rows = areas if areas is not None else read_areas(TOY)
    reference.enter_areas(connection, [competence._columns(area) for area in rows])


def unit(engine: Engine, at: datetime = NOW, staff: Staff = no_staff) -> Any:
    clock = VirtualClock(at)
    context = build_context(engine, LAW, VirtualJobs(engine, clock), clock, counted_ids(), staff=staff)
    return context.work(actors.SYSTEM)


@pytest.mark.parametrize(
    ("day", "code", "stands_for"),
    [
        (date(2025, 6, 30), "90001", None),
        (date(2025, 7, 1), "90001", "90001"),
        (date(2026, 1, 31), "90001", "90001"),
        (date(2026, 2, 1), "90001", "90002"),
        (date(2026, 5, 31), "90001", "90002"),
        (date(2026, 6, 1), "90001", "90003"),
        (date(2026, 5, 31), "90003", None),
        (date(2026, 6, 1), "99999", None),
    ],
)
def test_a_code_leads_to_what_took_its_place_by_that_day(
    engine: Engine, day: date, code: str, stands_for: str | None
) -> None:
    with write_transaction(engine) as connection:
        merged(connection)
        found = competence.standing_area(connection, code, day)
    assert (found.code if found else None) == stands_for


def test_areas_that_lead_to_each_other_lead_nowhere(engine: Engine) -> None:
    until = date(2026, 1, 1)
    ring = tuple(
        Area(one, one, "90", "Tỉnh Thử", REFORM, until, other)
        for one, other in (("90001", "90002"), ("90002", "90001"))
    )
    with write_transaction(engine) as connection:
        merged(connection, ring)
        assert competence.standing_area(connection, "90001", TODAY) is None


def test_a_dossier_that_names_a_merged_commune_goes_to_the_office_that_took_it_over(engine: Engine) -> None:
    with write_transaction(engine) as connection:
        merged(connection)
    for month, office in ((1, "90001"), (3, "90002"), (7, "90003")):
        with unit(engine, datetime(2026, month, 15, tzinfo=UTC)) as uow:
            assert competence.competent_office(uow, "civil-status", "90001") == f"civil-status:{office}"


def test_an_office_is_written_down_when_it_is_first_needed_and_not_again(engine: Engine) -> None:
    with write_transaction(engine) as connection:
        assert competence.enter_known_areas(connection) == len(known_areas())
        assert competence.enter_known_areas(connection) == 0
        assert people.offices(connection) == {}
    for _ in range(2):
        with unit(engine) as uow:
            assert competence.competent_office(uow, "police", "07294") == "police:07294"
    with unit(engine) as uow:
        assert competence.competent_office(uow, "merit-service", "07294") == "merit-service:24"
        rows = people.offices(uow.connection)
        assert people.officers_of(uow.connection, "police:07294") == []
    assert {row.id: row.area for row in rows.values()} == {"police:07294": "07294", "merit-service:24": "24"}
    assert rows["police:07294"].vi.endswith(" – Phường Bố Hạ, thành phố Bắc Ninh")
    assert rows["merit-service:24"].vi.endswith(" – Thành phố Bắc Ninh")


def test_two_who_need_the_same_office_at_once_write_it_down_once(engine: Engine) -> None:
    row = OfficeRow(id="police:1", authority="police", area="1", vi="một", en="one")
    with write_transaction(engine) as connection:
        people.add_office(connection, row)
        people.add_office(connection, row.model_copy(update={"vi": "hai"}))
    with read_transaction(engine) as connection:
        assert people.offices(connection)["police:1"].vi == "một"


def test_no_office_is_made_up_for_an_area_that_nobody_knows(engine: Engine) -> None:
    with write_transaction(engine) as connection:
        competence.enter_known_areas(connection)
    with pytest.raises(TransitionRefused) as refused, unit(engine) as uow:
        competence.competent_office(uow, "civil-status", "99999")
    assert refused.value.text is not None
    assert "99999" in refused.value.text.vi
    with read_transaction(engine) as connection:
        assert people.offices(connection) == {}


# --- the people of the demonstration ------------------------------------------------------------------


def test_a_new_office_of_the_demonstration_has_its_people_at_once(engine: Engine) -> None:
    with write_transaction(engine) as connection:
        seed(connection, LAW, lambda password: f"hash of {password}", production=False)
    with unit(engine, staff=newcomers(LAW)) as uow:
        competence.competent_office(uow, "civil-status", "14797")  # one of the first communes: as it was
        before = people.officers_of(uow.connection, "civil-status:14797")
        competence.competent_office(uow, "civil-status", "00008")
        competence.competent_office(uow, "civil-status", "07294")
        staff = people.officers_of(uow.connection, "civil-status:07294")
        near = people.officers_of(uow.connection, "civil-status:00008")
    assert [row.id for row in near if row.roles == ["clerk"]] == ["hotich.ngocha"]
    assert len({row.personal_id for row in near}) == len(near)
    assert [row.roles for row in near] == [row.roles for row in before if row.roles != ["supervisor"]]
    assert {"hotich.boha", "lanhdao.hotich.boha", "giamsat.bacninh"} <= {row.id for row in staff}
    assert {row.password_hash for row in staff} == {"hash of khai-mot-lan"}
    with read_transaction(engine) as connection:
        clerk = people.officer(connection, "hotich.boha")
    assert clerk is not None
    assert clerk.office_id == "civil-status:07294"


def test_no_two_places_share_a_user_name_and_no_two_officers_a_number() -> None:
    names = slugs()
    communes = [name for code, name in names.items() if len(code) == 5]
    assert len(set(communes)) == len(communes) == 3321
    assert names["16171"] == "badinh.thanhhoa"
    staff = newcomers(LAW)
    known = SimpleNamespace(password_hash="hash")
    authorities = ["civil-status", "police", "social-insurance", "order-police"]
    last = max(places(), key=lambda code: places()[code])
    numbers: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people, "officer", lambda *_: known)
        for area in ("00008", "07294", last):
            for authority in authorities:
                office = OfficeRow(id=f"{authority}:{area}", authority=authority, area=area, vi="", en="")
                numbers += [row.personal_id for row in staff(None, office)]  # type: ignore[arg-type]
    assert len(set(numbers)) == len(numbers) >= 3 * len(authorities) * len(RANKS)
    assert all(len(number) == 12 for number in numbers)
