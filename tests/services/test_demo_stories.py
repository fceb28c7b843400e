"""The demonstration's families go through the real law with the fake agencies to the end of their stories."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from services.access import actors
from services.access.actors import Actor
from services.agencies.directory import demo_agencies
from services.agencies.fake import FakeAgency
from services.citizens import consents
from services.demo.families import NAMES
from services.demo.seed import register_data, seed
from services.exchange import registers
from services.exchange.fake_faults import ANSWERS, breaks, delays
from storage import people
from storage.dossiers import DossierRow
from storage.engine import close_engine, read_transaction, write_transaction
from tests.workflows.birth_families import DEMO_BIRTH
from tests.workflows.death_families import DEMO_DEATH_3, DEMO_DEATH_4
from tests.workflows.test_karaoke_definitions import DEMO_KARAOKE
from tests.world import World, build_world
from workflows.errors import NotAllowed
from workflows.registry import registry
from workflows.vocabulary import Role

LAW = registry()
CERTIFICATE = {"certificate-number": "12/2026", "certificate-date": "2026-11-20"}


class Demonstration:
    """The world of the demonstration, at nine o'clock on a Friday."""

    def __init__(self, folder: Path) -> None:
        self.world: World = build_world(folder, LAW, {}, [], at="2026-11-20T09:00")
        self.agencies: dict[str, FakeAgency] = demo_agencies(folder / "agencies.sqlite", self.world.clock)
        self.world.agencies = self.agencies
        with write_transaction(self.world.context.engine) as connection:
            seed(connection, LAW, lambda password: password, production=False)
        register_data(self.agencies)

    def file(self, who: str, slug: str, answers: dict[str, Any]) -> DossierRow:
        """File as one of the demonstration's people, with what the registers know put in."""
        today = self.world.context.calendar().local_date(self.world.clock.now())
        bundle = LAW.bundle_by_slug(slug, today)
        declaration = LAW.declaration(bundle.declaration)
        identity = {"requester.personal-id": who, "requester.full-name": NAMES[who]}
        known = registers.fetch(self.agencies, declaration, {**identity, **answers})
        return self.world.submit(actors.citizen(who, NAMES[who]), slug, known)

    def officer(self, user: str) -> Actor:
        with read_transaction(self.world.context.engine) as connection:
            row = people.officer(connection, user)
        assert row is not None, user
        roles = frozenset(Role(role) for role in row.roles)
        return Actor(row.id, row.name, roles, office_id=row.office_id, personal_id=row.personal_id)

    def act(self, user: str, dossier: DossierRow, member: str, *steps: str, **values: Any) -> None:
        """Take steps one after the other, and let every message travel after each."""
        case = self.world.cases(dossier.id)[member]
        for step in steps:
            self.world.act(self.officer(user), case.id, step, **values)
            self.world.run()

    def agree(self, who: str, dossier: DossierRow, member: str) -> None:
        case = self.world.cases(dossier.id)[member]
        consents.give_consent(self.world.context.work(actors.citizen(who, NAMES[who])), case.id)
        self.world.run()

    def endings(self, dossier: DossierRow) -> dict[str, str | None]:
        return {member: case.ending for member, case in self.world.cases(dossier.id).items()}

    def register_birth(self, dossier: DossierRow, commune: str) -> None:
        head = f"lanhdao.hotich.{commune}"
        self.act(head, dossier, "birth-registration", "accept", "request-personal-id")
        self.act(f"pho{head}", dossier, "birth-registration", "sign")

    def register_death(self, dossier: DossierRow, commune: str) -> None:
        self.act(f"hotich.{commune}", dossier, "death-registration", "accept", "prepare-signature")
        self.act(f"lanhdao.hotich.{commune}", dossier, "death-registration", "sign")


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demonstration]:
    demonstration = Demonstration(tmp_path)
    yield demonstration
    close_engine(demonstration.world.context.engine)


def test_a_child_is_registered_housed_and_insured(demo: Demonstration) -> None:
    dossier = demo.file("001192004321", "khai-sinh", {**DEMO_BIRTH, "wants.identity-card": True})
    demo.register_birth(dossier, "badinh")
    for user, member in (
        ("congan.badinh", "permanent-residence"),
        ("bhxh.badinh", "child-health-insurance"),
        ("congan.badinh", "under-six-identity-card"),
    ):
        demo.act(user, dossier, member, "accept", "approve")
    assert set(demo.endings(dossier).values()) == {"issued"}
    assert len(demo.endings(dossier)) == 4
    facts = demo.world.dossier(dossier.id).facts
    assert str(facts["birth-certificate.personal-id"]).startswith("001326")
    assert facts["health-insurance-card.valid-until"] == "2032-11-30"
    assert demo.world.dossier(dossier.id).state == "finished"


def test_the_grandmother_of_muong_hum_has_to_agree(demo: Demonstration) -> None:
    dossier = demo.file(
        "010198002231",
        "khai-sinh",
        {
            **DEMO_BIRTH,
            "mother.personal-id": "010198002231",
            "father.personal-id": "001096007714",
            "child.full-name": "Nguyễn Gia Hân",
            "child.birth-date": "2026-11-14",
            "child.home-place": "Xã Mường Hum, tỉnh Lào Cai",
            "birth-notice.number": "10123.GCS.00112.26",
            "child.chosen-ethnicity": "mong",
            "office.chosen": "02728",
            "residence.relation": "maternal-grandchild",
            "residence.consent": "vneid",
            "card.facility": "tyt-02728",
        },
    )
    demo.register_birth(dossier, "muonghum")
    assert demo.world.cases(dossier.id)["permanent-residence"].state == "awaiting-consent"
    demo.agree("010170000315", dossier, "permanent-residence")
    demo.act("congan.muonghum", dossier, "permanent-residence", "accept", "approve")
    demo.act("bhxh.muonghum", dossier, "child-health-insurance", "accept", "approve")
    assert set(demo.endings(dossier).values()) == {"issued"}


def test_an_officer_may_not_touch_the_file_of_his_own_family(demo: Demonstration) -> None:
    dossier = demo.file(
        "092199003415",
        "khai-sinh",
        {
            **{fact: value for fact, value in DEMO_BIRTH.items() if fact != "father.personal-id"},
            "child.case": "mother-only",
            "mother.personal-id": "092199003415",
            "child.full-name": "Huỳnh Gia Khang",
            "child.birth-date": "2026-11-10",
            "child.sex": "male",
            "child.home-place": "Phường Ninh Kiều, thành phố Cần Thơ",
            "birth-notice.number": "92010.GCS.00233.26",
            "residence.relation": "maternal-grandchild",
            "residence.consent": "vneid",
            "card.facility": "bv-can-tho",
        },
    )
    with pytest.raises(NotAllowed):
        demo.act("hotich.ninhkieu", dossier, "birth-registration", "accept")
    demo.register_birth(dossier, "ninhkieu")
    assert demo.endings(dossier)["birth-registration"] == "issued"


def test_twins_get_a_number_each(demo: Demonstration) -> None:
    twins = {
        **DEMO_BIRTH,
        "mother.personal-id": "048193001520",
        "father.personal-id": "048091002277",
        "child.birth-date": "2026-11-12",
        "child.multiple-birth": True,
        "child.home-place": "Phường Hải Châu, thành phố Đà Nẵng",
        "card.facility": "bv-da-nang",
    }
    numbers = set()
    for name, notice in (("Lê Phan Hà My", "48007.GCS.00871.26"), ("Lê Phan Hà Vy", "48007.GCS.00872.26")):
        answers = {**twins, "child.full-name": name, "birth-notice.number": notice}
        dossier = demo.file("048193001520", "khai-sinh", answers)
        demo.register_birth(dossier, "haichau")
        numbers.add(demo.world.dossier(dossier.id).facts["birth-certificate.personal-id"])
    assert len(numbers) == 2


def test_after_a_pensioners_death_social_insurance_pays_and_the_relatives_agree(demo: Demonstration) -> None:
    dossier = demo.file("001175004567", "khai-tu", DEMO_DEATH_4)
    demo.register_death(dossier, "badinh")
    for relative in ("001148000777", "001078009876"):
        demo.agree(relative, dossier, "survivor-benefit")
    for member in ("funeral-allowance-insurance", "survivor-benefit"):
        demo.act("bhxh.badinh", dossier, member, "accept", "decide")
    assert set(demo.endings(dossier).values()) == {"issued"}
    decided = [effect.items["amount"] for effect in demo.agencies["social-insurance"].effects()]
    assert sorted(decided) == [23_400_000, 28_080_000]


def after_death(who: str, notice: str, **changes: Any) -> dict[str, Any]:
    changed = {name.replace("__", ".").replace("_", "-"): value for name, value in changes.items()}
    return {**DEMO_DEATH_3, "deceased.personal-id": who, "death.notice-number": notice, **changed}


PAYERS = {
    "an elder on the social pension": (
        "010168000933",
        after_death("010040000417", "27/2026", deceased__status="social-protection"),
        ("sapa", "baotro.sapa", "funeral-allowance-protection", "issued"),
    ),
    "a person with merit": (
        "038174000651",
        after_death("038047000275", "91/2026", deceased__status="merit"),
        ("hacthanh", "nguoicocong.thanhhoa", "funeral-allowance-merit", "issued"),
    ),
    "somebody without permanent residence": (
        "079063002416",
        after_death("079058001999", "305/2026", deceased__status="reserved", death__place_commune="26743"),
        ("benthanh", "bhxh.benthanh", "funeral-allowance-insurance", "not-applicable"),
    ),
}


@pytest.mark.parametrize(("requester", "answers", "expected"), PAYERS.values(), ids=list(PAYERS))
def test_whoever_is_to_pay_for_a_funeral_pays(
    demo: Demonstration, requester: str, answers: dict[str, Any], expected: tuple[str, str, str, str]
) -> None:
    commune, payer, member, removal = expected
    dossier = demo.file(requester, "khai-tu", answers)
    demo.register_death(dossier, commune)
    demo.act(payer, dossier, member, "accept", "decide")
    assert demo.endings(dossier) == {
        "death-registration": "issued",
        member: "issued",
        "residence-removal": removal,
    }


def test_over_eighty_the_monthly_benefit_stops_before_the_support_is_paid(demo: Demonstration) -> None:
    answers = after_death("092143000808", "64/2026", deceased__status="survivor-80")
    dossier = demo.file("092070000303", "khai-tu", answers)
    demo.register_death(dossier, "cairang")
    stopped = {"stop.number": "5/QĐ-BHXH", "stop.from": "2026-12-01"}
    demo.act("bhxh.cairang", dossier, "monthly-benefit-stop", "accept")
    demo.act("bhxh.cairang", dossier, "monthly-benefit-stop", "stop-benefit", **stopped)
    demo.act("baotro.cairang", dossier, "funeral-allowance-protection", "accept", "decide")
    assert set(demo.endings(dossier).values()) == {"issued"}


def test_a_karaoke_house_is_licensed_by_its_commune_then_by_its_province(demo: Demonstration) -> None:
    dossier = demo.file("001085002468", "karaoke", DEMO_KARAOKE)
    for user, member in (
        ("kinhdoanh.badinh", "household-business"),
        ("trattu.hanoi", "security-order-certificate"),
        ("vanhoa.hanoi", "karaoke-licence"),
    ):
        demo.act(user, dossier, member, "accept")
        demo.act(user, dossier, member, "issue", **CERTIFICATE)
    assert set(demo.endings(dossier).values()) == {"issued"}


def test_a_lost_reply_registers_nobody_twice(demo: Demonstration) -> None:
    demo.agencies["civil-status"].plan("birth.register", breaks(2, error="unavailable", after_work=True))
    dossier = demo.file("001192004321", "khai-sinh", DEMO_BIRTH)
    demo.register_birth(dossier, "badinh")
    demo.world.run_until(demo.world.clock.now() + timedelta(minutes=10))
    assert demo.endings(dossier)["birth-registration"] == "issued"
    assert len(demo.agencies["civil-status"].effects()) == 1
    assert demo.agencies["civil-status"].repeats() == 2


def test_an_answer_that_nobody_can_read_leaves_an_obstacle_and_the_entry_stays_one(
    demo: Demonstration,
) -> None:
    registrar = demo.agencies["civil-status"]
    registrar.plan("birth.register", breaks(error="broken", after_work=True))
    dossier = demo.file("001192004321", "khai-sinh", DEMO_BIRTH)
    demo.register_birth(dossier, "badinh")
    assert demo.world.cases(dossier.id)["birth-registration"].state == "register-obstacle"
    registrar.plan("birth.register", ANSWERS)
    demo.act("hotich.badinh", dossier, "birth-registration", "register-again")
    assert demo.endings(dossier)["birth-registration"] == "issued"
    assert {effect.items["register-number"] for effect in registrar.effects()} == {"1/2026"}


def test_a_population_database_that_takes_an_hour_only_delays(demo: Demonstration) -> None:
    demo.agencies["population-database"].plan("personal-id.assign", delays(seconds=3600))
    dossier = demo.file("001192004321", "khai-sinh", DEMO_BIRTH)
    demo.act("hotich.badinh", dossier, "birth-registration", "accept", "request-personal-id")
    assert demo.world.cases(dossier.id)["birth-registration"].state == "awaiting-personal-id"
    demo.world.run_until(demo.world.clock.now() + timedelta(minutes=70))  # asked every six minutes by then
    assert demo.world.cases(dossier.id)["birth-registration"].state == "ready-to-sign"


def test_a_number_that_was_lost_on_its_way_is_found_again_once_the_suspicion_is_settled(
    demo: Demonstration,
) -> None:
    population = demo.agencies["population-database"]
    population.plan("personal-id.assign", breaks(error="broken", after_work=True))
    dossier = demo.file("001192004321", "khai-sinh", DEMO_BIRTH)
    demo.act("hotich.badinh", dossier, "birth-registration", "accept", "request-personal-id")
    population.plan("personal-id.assign", ANSWERS)
    demo.act("hotich.badinh", dossier, "birth-registration", "ask-again-for-personal-id")
    assert demo.world.cases(dossier.id)["birth-registration"].state == "personal-id-obstacle"
    demo.act("hotich.badinh", dossier, "birth-registration", "resolve-duplicate", reason="Một em bé.")
    demo.act("hotich.badinh", dossier, "birth-registration", "request-personal-id")
    assert demo.world.cases(dossier.id)["birth-registration"].state == "ready-to-sign"
    given = {effect.items.get("personal-id") for effect in population.effects()} - {None}
    assert len(given) == 1
