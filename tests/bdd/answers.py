"""What people of the demonstration type into a declaration: by life event, by person, by fact.

Words are those that somebody types or chooses; a fact that is not asked for stays unused. Facts
that hang on the day are written `{4 days ago}`. Another life event adds its own table to `ANSWERS`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from tests.bdd.answers_death import DEATHS
from tests.bdd.answers_karaoke import HOUSES

Answers = dict[str, str]

_DAYS_AGO = re.compile(r"\{(\d+) days ago\}")

# What is the same for every birth of these stories.
_BIRTH: Answers = {
    "requester.relation": "mother",
    "requester.phone": "0912 345 678",
    "child.birth-date": "{4 days ago}",
    "child.sex": "female",
    "child.multiple-birth": "no",
    "child.birth-evidence": "notice",
    "residence.with": "mother",
    "wants.identity-card": "no",
    "result.copies": "0",
    "result.delivery": "electronic",
}
BIRTHS: dict[str, Answers] = {
    # Both parents in one commune, the father heads the household.
    "Trần Thị Mai": {
        **_BIRTH,
        "child.case": "both-parents",
        "mother.personal-id": "001192004321",
        "father.personal-id": "001090001234",
        "child.home-place": "Phường Ba Đình, thành phố Hà Nội",
        "child.full-name": "Nguyễn Minh Anh",
        "child.birth-place": "Bệnh viện Bạch Mai, thành phố Hà Nội",
        "card.facility": "bv-bach-mai",
        # Asked only when the parents do not settle it, as for a child that was abandoned.
        "office.chosen": "Ba Đình, Hà Nội",
        "child.chosen-ethnicity": "kinh",
        "residence.other-commune": "Ba Đình, Hà Nội",
        "residence.other-address": "5 phố Ngọc Hà",
        "householder.stated-personal-id": "001090001234",
        "residence.relation": "other-relative",
        "residence.consent": "vneid",
    },
    # The parents live in two communes, the grandmother heads the household.
    "Giàng Thị Mai": {
        **_BIRTH,
        "child.case": "both-parents",
        "mother.personal-id": "010198002231",
        "father.personal-id": "001096007714",
        "child.home-place": "Xã Mường Hum, tỉnh Lào Cai",
        "office.chosen": "Mường Hum, Lào Cai",
        "child.full-name": "Nguyễn Giàng Súa Chi",
        "child.chosen-ethnicity": "mong",
        "child.birth-place": "Trạm Y tế xã Mường Hum, tỉnh Lào Cai",
        "residence.relation": "maternal-grandchild",
        "residence.consent": "vneid",
        "card.facility": "tyt-02728",
    },
    # Twins: this is the first of them.
    "Phan Thị Thu Hà": {
        **_BIRTH,
        "child.case": "both-parents",
        "mother.personal-id": "048193001520",
        "father.personal-id": "048091002277",
        "child.home-place": "Phường Hải Châu, thành phố Đà Nẵng",
        "child.full-name": "Lê Bảo Châu",
        "child.multiple-birth": "yes",
        "child.birth-place": "Bệnh viện Đà Nẵng, thành phố Đà Nẵng",
        "card.facility": "bv-da-nang",
    },
    # A mother alone, in the household of her father, who is an officer.
    "Huỳnh Thị Ngọc Trâm": {
        **_BIRTH,
        "child.case": "mother-only",
        "mother.personal-id": "092199003415",
        "child.home-place": "Phường Ninh Kiều, thành phố Cần Thơ",
        "child.full-name": "Huỳnh Gia Bảo",
        "child.sex": "male",
        "child.birth-place": "Bệnh viện Đa khoa trung ương Cần Thơ, thành phố Cần Thơ",
        "residence.relation": "maternal-grandchild",
        "residence.consent": "attached",
        "card.facility": "bv-can-tho",
    },
    # Born at home, filed late.
    "Sùng Thị Chứ": {
        **_BIRTH,
        "child.case": "both-parents",
        "mother.personal-id": "010195001180",
        "father.personal-id": "010092000771",
        "child.home-place": "Xã Y Tý, tỉnh Lào Cai",
        "child.full-name": "Thào A Chớ",
        "child.sex": "male",
        "child.birth-date": "{75 days ago}",
        "child.chosen-ethnicity": "mong",
        "child.birth-evidence": "witness",
        "child.birth-place": "Thôn Choản Thèn, xã Y Tý, tỉnh Lào Cai",
        "card.facility": "tyt-02701",
    },
    # Neither parent has a permanent or temporary residence.
    "Trần Thị Út": {
        **_BIRTH,
        "child.case": "both-parents",
        "mother.personal-id": "096197000559",
        "father.personal-id": "096095000448",
        "child.home-place": "Tỉnh Cà Mau",
        "office.chosen": "Củ Chi, Thành phố Hồ Chí Minh",
        "child.full-name": "Lâm Gia Huy",
        "child.sex": "male",
        "child.birth-place": "Bệnh viện Từ Dũ, Thành phố Hồ Chí Minh",
        "residence.with": "none",
        "residence.other-commune": "Củ Chi, Thành phố Hồ Chí Minh",
        "residence.other-address": "Phòng trọ số 4, ấp 1",
        "card.facility": "bv-tu-du",
    },
}
# The father of the first family may file as well.
BIRTHS["Nguyễn Văn Hùng"] = {**BIRTHS["Trần Thị Mai"], "requester.relation": "father"}
ANSWERS: dict[str, dict[str, Answers]] = {"khai-sinh": BIRTHS, "khai-tu": DEATHS, "karaoke": HOUSES}


def answers_of(event: str, name: str, today: date) -> Answers:
    """Return what this person types for this life event on this day."""

    def day(found: re.Match[str]) -> str:
        return f"{today - timedelta(days=int(found[1])):%d/%m/%Y}"

    return {fact: _DAYS_AGO.sub(day, words) for fact, words in ANSWERS[event][name].items()}
