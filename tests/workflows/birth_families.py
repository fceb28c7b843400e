"""The families of the birth tests, what they answer, and what is known when they file."""

from datetime import date
from typing import Any

from workflows.bundle import Bundle
from workflows.bundles.birth import (
    BIRTH_2023_07,
    BIRTH_2024_07,
    BIRTH_2026_07,
    BIRTH_2026_09,
    BIRTH_SEPARATE,
    BIRTH_SEPARATE_PUBLISHED,
)
from workflows.chain import MemberProgress
from workflows.conditions import holds_safely
from workflows.declarations.birth import (
    BIRTH_DECLARATION_2023_07,
    BIRTH_DECLARATION_2024_07,
    BIRTH_DECLARATION_2026_07,
    BIRTH_DECLARATION_2026_09,
)
from workflows.forms.answers import prune
from workflows.forms.reuse import Reuse, reuse
from workflows.language import Ask, Procedure
from workflows.machine import Outcome, limit, take
from workflows.questions import Declaration, How
from workflows.registry import registry
from workflows.vocabulary import Ending

FILED_ON = date(2026, 11, 20)
# One family: the mother files, both parents are recorded, the father heads the household they live in.
DEMO_IDENTITY: dict[str, Any] = {
    "requester.full-name": "Trần Thị Mai",
    "requester.personal-id": "001192004321",
    "requester.birth-date": "1992-05-04",
    "requester.address": "12 phố Đội Cấn, phường Ba Đình, thành phố Hà Nội",
}
DEMO_BIRTH: dict[str, Any] = {
    "requester.relation": "mother",
    "requester.phone": "0912345678",
    "child.case": "both-parents",
    "father.personal-id": "001090001234",
    "child.home-place": "Phường Ba Đình, thành phố Hà Nội",
    "child.full-name": "Nguyễn Minh Anh",
    "child.birth-date": "2026-11-16",
    "child.sex": "female",
    "child.multiple-birth": False,
    "birth-notice.number": "01001.GCS.00456.26",
    "residence.with": "mother",
    "card.issued-before": False,
    "card.facility": "bv-bach-mai",
    "wants.identity-card": False,
    "result.copies": 0,
    "result.delivery": "electronic",
}
# What the population database knows of the parents, and the hospital of the birth.
DEMO_PEOPLE: dict[str, dict[str, Any]] = {
    "001192004321": {
        "full-name": "Trần Thị Mai",
        "birth-date": "1992-05-04",
        "sex": "female",
        "ethnicity": "kinh",
        "nationality": "Việt Nam",
        "home-place": "Phường Tây Hồ, thành phố Hà Nội",
        "residence-commune": "00004",
        "residence-address": "12 phố Đội Cấn, phường Ba Đình, thành phố Hà Nội",
        "household-head-name": "Nguyễn Văn Hùng",
        "household-head-id": "001090001234",
    },
    "001090001234": {
        "full-name": "Nguyễn Văn Hùng",
        "birth-date": "1990-02-14",
        "sex": "male",
        "ethnicity": "kinh",
        "nationality": "Việt Nam",
        "home-place": "Phường Ba Đình, thành phố Hà Nội",
        "residence-commune": "00004",
        "residence-address": "12 phố Đội Cấn, phường Ba Đình, thành phố Hà Nội",
        "household-head-name": "Nguyễn Văn Hùng",
        "household-head-id": "001090001234",
    },
    "001062000888": {"full-name": "Nguyễn Văn Phúc"},
}
DEMO_NOTICES: dict[str, dict[str, Any]] = {
    "01001.GCS.00456.26": {
        "mother-id": "001192004321",
        "child-birth-moment": "2026-11-16T04:20",
        "child-sex": "female",
        "facility": "Bệnh viện Bạch Mai, thành phố Hà Nội",
    },
}
# The same family in the household of the father's father, who agrees by VNeID.
GRANDFATHER = "001062000888"
DEMO_BIRTH_WITH_GRANDFATHER: dict[str, Any] = {
    **DEMO_BIRTH,
    "residence.relation": "paternal-grandchild",
    "residence.consent": "vneid",
}
FORMS = ("birth-registration", "permanent-residence", "child-health-insurance")
BUNDLES = (BIRTH_2023_07, BIRTH_2024_07, BIRTH_2026_07, BIRTH_2026_09)
BASELINES = (BIRTH_SEPARATE_PUBLISHED, BIRTH_SEPARATE)
DECLARATIONS = (
    BIRTH_DECLARATION_2023_07,
    BIRTH_DECLARATION_2024_07,
    BIRTH_DECLARATION_2026_07,
    BIRTH_DECLARATION_2026_09,
)
ANSWERS_IN_2023 = {"child.birth-evidence": "notice", "child.birth-place": "Bệnh viện Bạch Mai"}
ISSUED = MemberProgress(Ending.ISSUED, frozenset({"birth-certificate"}))
AT_OPENING = {"supplement.asked": False, "personal-id.recorded": False, "correction.open": False}


def facts(answers: dict[str, Any], declaration: Declaration = BIRTH_DECLARATION_2026_09) -> dict[str, Any]:
    """What is known when these answers are filed, the registers having told what they know."""
    known = {fact: value for fact, value in {**DEMO_IDENTITY, **answers}.items() if value is not None}
    if known.get("requester.relation") in ("mother", "father"):
        known.setdefault(f"{known['requester.relation']}.personal-id", known["requester.personal-id"])
    known |= {
        question.fact: record[question.record_item]
        for question in declaration.questions()
        if question.how is How.REGISTER
        and (record := (DEMO_PEOPLE | DEMO_NOTICES).get(str(known.get(str(question.fetched_by))), {}))
        and question.record_item in record
    }
    return prune(declaration, known, filed_on=FILED_ON)


def with_grandfather(**more: Any) -> dict[str, Any]:
    """The family whose household the grandfather heads."""
    head = {"householder.id-at-mother": GRANDFATHER, "householder.name-at-mother": "Nguyễn Văn Phúc"}
    known = {**facts(DEMO_BIRTH_WITH_GRANDFATHER), **DEMO_BIRTH_WITH_GRANDFATHER, **head, **more}
    return prune(BIRTH_DECLARATION_2026_09, known, filed_on=FILED_ON)


def counted(known: dict[str, Any], declaration: Declaration = BIRTH_DECLARATION_2026_09) -> Reuse:
    return reuse(declaration, known, FORMS)


def procedure(code: str, bundle: Bundle = BIRTH_2026_09) -> Procedure:
    return registry().procedure(bundle.member(code).procedure)


def days(definition: Procedure | Bundle, **known: Any) -> int:
    start = {"residence-verification.needed": False, "wants.identity-card": False}
    return limit(definition.deadlines, {**start, **known}).working_days


def flags(known: dict[str, Any], bundle: Bundle = BIRTH_2026_09) -> set[str]:
    return {flag.code for flag in bundle.flags if holds_safely(flag.when, known)}


def papers(known: dict[str, Any]) -> set[str]:
    return {one.code for one in procedure("birth-registration").evidence if holds_safely(one.when, known)}


def birth(state: str, step: str, **known: Any) -> Outcome:
    """Take a step of the birth registration in force."""
    start = {**AT_OPENING, "draft.sent": False, "duplicate.suspected": False}
    return take(procedure("birth-registration"), state, step, {**start, **known})


def messages(definition: Procedure) -> list[Ask]:
    return [effect for step in definition.steps for effect in step.effects if isinstance(effect, Ask)]
