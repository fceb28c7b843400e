"""The families of the death tests, what they answer, and what is known when they file."""

from datetime import date
from typing import Any

from workflows.bundle import Bundle
from workflows.bundles.death import DEATH_2024_07, DEATH_2025_07, DEATH_2026_03, DEATH_2026_09
from workflows.chain import taking_part
from workflows.conditions import holds_safely
from workflows.declarations.death import DEATH_DECLARATION_2026_09
from workflows.forms.answers import completed
from workflows.language import Procedure
from workflows.machine import limit
from workflows.registry import registry

FILED_ON = date(2026, 11, 20)
DEMO_IDENTITY: dict[str, Any] = {
    "requester.full-name": "Nguyễn Thị Hòa",
    "requester.personal-id": "001175004567",
    "requester.birth-date": "1975-08-14",
    "requester.address": "12 phố Đội Cấn, phường Ba Đình, thành phố Hà Nội",
}
DEMO_RECORD: dict[str, Any] = {
    "deceased.full-name": "Nguyễn Văn An",
    "deceased.birth-date": "1945-03-02",
    "deceased.sex": "male",
    "deceased.ethnicity": "kinh",
    "deceased.nationality": "Việt Nam",
    "deceased.residence-commune": "00004",
    "deceased.residence-address": "12 phố Đội Cấn, phường Ba Đình, thành phố Hà Nội",
    "deceased.household-head-name": "Nguyễn Văn An",
}
DEMO_DEATH_2: dict[str, Any] = {
    "wants.procedures": "two",
    "requester.relation": "child",
    "requester.phone": "0912345678",
    "deceased.personal-id": "001045000123",
    "death.date": "2026-11-18",
    "death.hour": "5 giờ 40 phút",
    "death.place": "Bệnh viện Bạch Mai, thành phố Hà Nội",
    "death.place-commune": "00004",
    "death.cause": "Nhồi máu cơ tim",
    "death.case": "facility",
    "death.notice-number": "118/2026",
    "death.notice-issuer": "Bệnh viện Bạch Mai",
    "death.notice-date": "2026-11-18",
    "result.copies": 0,
}
DEMO_DEATH_3: dict[str, Any] = {
    **DEMO_DEATH_2,
    "wants.procedures": "three",
    "deceased.status": "pensioner",
    "funeral.arranged-by": "requester",
    "funeral.paid-by": "bank",
    "funeral.bank-name": "Ngân hàng Nông nghiệp và Phát triển nông thôn Việt Nam",
    "funeral.bank-account": "1500205123456",
    "result.copies": 3,
    "result.delivery": "counter",
}
DEMO_DEATH_4: dict[str, Any] = {
    **DEMO_DEATH_3,
    "wants.procedures": "four",
    "survivor.kind": "lump-sum",
    "survivor.form-09": False,
    "survivor.relatives": [
        {"name": "Trần Thị Lan", "personal-id": "001148000777", "relation": "spouse"},
        {"name": "Nguyễn Văn Bình", "personal-id": "001078009876", "relation": "child"},
    ],
}
DEMOS = {"two": DEMO_DEATH_2, "three": DEMO_DEATH_3, "four": DEMO_DEATH_4}
BUNDLES = (DEATH_2024_07, DEATH_2025_07, DEATH_2026_03, DEATH_2026_09)
MEMBER_CODES = [member.code for member in DEATH_2026_09.members]
PAYERS = {
    "pensioner": ("funeral-allowance-insurance", 9, 11, 8),
    "reserved": ("funeral-allowance-insurance", 9, 11, 8),
    "voluntary": ("funeral-allowance-insurance", 9, 11, 8),
    "social-protection": ("funeral-allowance-protection", 6, 8, 5),
    "survivor-80": ("funeral-allowance-protection", 11, 13, 5),
    "merit": ("funeral-allowance-merit", 18, 20, 17),
}


def facts(answers: dict[str, Any]) -> dict[str, Any]:
    """What is known when these answers are filed."""
    given = {**DEMO_IDENTITY, **DEMO_RECORD, **answers}
    return completed(DEATH_DECLARATION_2026_09, given, filed_on=FILED_ON)


def with_status(answers: dict[str, Any], status: str) -> dict[str, Any]:
    return facts({**answers, "deceased.status": status})


def members(bundle: Bundle, known: dict[str, Any]) -> set[str]:
    return {member.code for member in taking_part(bundle, known)}


def promise(bundle: Bundle, known: dict[str, Any], *, verified: bool = False) -> int:
    return limit(bundle.deadlines, {"death.verification": verified, **known}).working_days


def procedure(code: str, bundle: Bundle = DEATH_2026_09) -> Procedure:
    return registry().procedure(bundle.member(code).procedure)


def flags(known: dict[str, Any]) -> set[str]:
    return {flag.code for flag in DEATH_2026_09.flags if holds_safely(flag.when, known)}
