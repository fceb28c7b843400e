"""Who files what: invented families without end, each with a name that no other has."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

COMMUNE = "00004"
PROVINCE = "01"
FIRST_DAY = date(2026, 10, 5)  # a Monday on which every definition used here is in force

# The officers whose accounts the drivers use, by the authorities of their offices.
COMMUNE_OFFICES = ("civil-status", "police", "social-insurance", "social-protection")
PROVINCE_OFFICES = ("merit-service",)

_SYLLABLES = (
    *("An", "Bảo", "Chi", "Diệp", "Đan", "Gia", "Hà", "Khánh", "Lam", "Minh", "Nam", "Oanh", "Phúc"),
    *("Quân", "Sơn", "Thảo", "Uyên", "Vân", "Xuân", "Yến"),
)


@dataclass(frozen=True, slots=True)
class Citizen:
    """One person who signs in and files; mother of some, daughter of others."""

    personal_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Filing:
    """One declaration to be made: its answers, what registers know, and which detours officers shall take.

    `who` is the person it is about: the name by which the agencies' books are compared with ours.
    """

    slug: str
    owner: Citizen
    who: str
    answers: dict[str, Any]
    records: list[tuple[str, str, str, dict[str, Any]]]
    detours: dict[str, str] = field(default_factory=dict)
    withdraws: bool = False


def citizens(count: int) -> list[Citizen]:
    """List the people who file, always the same ones."""
    return [Citizen(f"001192{700_000 + n:06d}", f"Trần Thị {_name(n)}") for n in range(count)]


def filing(owner: Citizen, number: int, nth_of_owner: int, rng: Random) -> Filing:
    """Invent a filing; most are births, since these have the longest chain."""
    detours = dict(_DETOURS[rng.randrange(len(_DETOURS))])
    withdraws = rng.random() < 0.1
    make = _birth if rng.random() < 0.7 else _death
    return make(owner, number, nth_of_owner, rng, detours, withdraws)


# What an office does besides the straight way, by its authority; once in each of its cases.
_DETOURS: tuple[dict[str, str], ...] = (
    *({},) * 5,
    {"civil-status": "request-supplement"},
    {"police": "request-supplement", "social-insurance": "request-supplement"},
    {"civil-status": "send-draft"},
    {"civil-status": "start-verification", "police": "return-to-issuer"},
    {"social-insurance": "return-to-issuer"},
    {"police": "refuse", "social-protection": "refuse"},
)


def _birth(
    owner: Citizen, number: int, nth: int, rng: Random, detours: dict[str, str], withdraws: bool
) -> Filing:
    child = f"Nguyễn {_name(number)}"
    born = FIRST_DAY - timedelta(days=2 + nth)  # one mother, one day, one birth: else it is a suspicion
    notice = f"01001.GCS.{10_000 + number:05d}.26"
    father = f"001090{number:06d}"
    answers = {
        "requester.relation": "mother",
        "requester.phone": "0912345678",
        "child.case": "both-parents",
        "mother.personal-id": owner.personal_id,
        "father.personal-id": father,
        "child.home-place": "Phường Ba Đình, thành phố Hà Nội",
        "child.full-name": child,
        "child.birth-date": born.isoformat(),
        "child.sex": "female",
        "child.multiple-birth": False,
        "birth-notice.number": notice,
        "residence.with": "mother",
        "card.facility": "bv-bach-mai",
        "wants.identity-card": rng.random() < 0.3,
        "result.copies": 0,
        "result.delivery": "electronic",
    }
    home = {"household-head-name": "Nguyễn Văn Cha", "household-head-id": father}
    records = [
        ("population-database", "person", owner.personal_id, {**_person(owner.name, "female", 1992), **home}),
        ("population-database", "person", father, {**_person("Nguyễn Văn Cha", "male", 1990), **home}),
        (
            "hospital",
            "notice",
            notice,
            {
                "mother-id": owner.personal_id,
                "child-birth-moment": f"{born.isoformat()}T04:20",
                "child-sex": "female",
                "facility": "Bệnh viện Bạch Mai, thành phố Hà Nội",
            },
        ),
    ]
    return Filing("khai-sinh", owner, child, answers, records, detours, withdraws)


def _death(
    owner: Citizen, number: int, _nth: int, rng: Random, detours: dict[str, str], withdraws: bool
) -> Filing:
    dead = f"Lê {_name(number)}"
    dead_id = f"001045{number:06d}"
    day = (FIRST_DAY - timedelta(days=2)).isoformat()
    wants = rng.choice(("two", "three", "four"))
    answers: dict[str, Any] = {
        "wants.procedures": wants,
        "requester.relation": "child",
        "requester.phone": "0912345678",
        "deceased.personal-id": dead_id,
        "death.date": day,
        "death.hour": "5 giờ 40 phút",
        "death.place": "Bệnh viện Bạch Mai, thành phố Hà Nội",
        "death.place-commune": COMMUNE,
        "death.cause": "Nhồi máu cơ tim",
        "death.case": "facility",
        "death.notice-number": f"{number}/2026",
        "death.notice-issuer": "Bệnh viện Bạch Mai",
        "death.notice-date": day,
        "result.copies": 0,
    }
    if wants != "two":
        answers |= {
            "deceased.status": rng.choice(("pensioner", "social-protection", "merit")),
            "funeral.arranged-by": "requester",
            "funeral.paid-by": "bank",
            "funeral.bank-name": "Ngân hàng Nông nghiệp và Phát triển nông thôn Việt Nam",
            "funeral.bank-account": "1500205123456",
            "result.copies": 3,
            "result.delivery": "counter",
        }
    if wants == "four":
        relative = {"name": "Trần Thị Lan", "personal-id": "001148000777", "relation": "spouse"}
        answers |= {
            "survivor.kind": "lump-sum",
            "survivor.form-09": False,
            "survivor.relatives": [relative],
        }
    head = {"household-head-name": dead, "household-head-id": dead_id}
    records = [("population-database", "person", dead_id, {**_person(dead, "male", 1945), **head})]
    return Filing("khai-tu", owner, dead, answers, records, detours, withdraws)


def _person(name: str, sex: str, born: int) -> dict[str, Any]:
    return {
        "full-name": name,
        "birth-date": f"{born}-05-04",
        "sex": sex,
        "ethnicity": "kinh",
        "nationality": "Việt Nam",
        "home-place": "Phường Ba Đình, thành phố Hà Nội",
        "residence-commune": COMMUNE,
        "residence-address": "12 phố Đội Cấn, phường Ba Đình, thành phố Hà Nội",
    }


def _name(number: int) -> str:
    """Write a number in syllables, so that every one makes another name."""
    first, rest = divmod(number, len(_SYLLABLES) ** 2)
    second, third = divmod(rest, len(_SYLLABLES))
    return f"{_SYLLABLES[first]} {_SYLLABLES[second]} {_SYLLABLES[third]}"
