"""A declaration of another birth, begun in a copied town: what tests of bad input and bad luck begin with."""

from __future__ import annotations

from werkzeug.test import TestResponse

from storage import dossiers
from storage.dossiers import DossierRow
from storage.engine import read_transaction
from tests.web.house import MOTHER, Guest, House, mistakes, words

BABY = "/khai-sinh/phan/em-be"
NAME = "child.full-name"
BORN = {"child.birth-date-day": "16", "child.birth-date-month": "11", "child.birth-date-year": "2026"}
ANSWERS = {
    NAME: "Nguyễn Đình Phúc",
    **BORN,
    "child.sex": "male",
    "child.multiple-birth": "no",
    "child.chosen-ethnicity": "mong",
}
PARENTS = {
    "child.case": "both-parents",
    "mother.personal-id": MOTHER.id,
    "father.personal-id": "001096007714",
    "child.home-place": "Xã Mường Hum, tỉnh Lào Cai",
    "office.chosen": "Mường Hum, Lào Cai",
}
STEP = "accept-written-consent"


def begin(house: House) -> Guest:
    """Let the mother begin a declaration of another birth and type the parents."""
    someone = house.guests["owner"]
    assert someone.post("/khai-sinh/bat-dau").status_code == 303
    assert someone.post("/khai-sinh/phan/cha-me", PARENTS).status_code in (200, 303)
    assert someone.post("/khai-sinh/phan/cha-me", PARENTS).status_code in (200, 303)
    return someone


def draft(house: House, person: str = MOTHER.id, slug: str = "khai-sinh") -> DossierRow:
    """Read this person's draft of a life event, as it is stored."""
    with read_transaction(house.product.context.engine) as connection:
        rows = dossiers.dossiers_of(connection, person)
    law = house.product.context.registry
    return next(row for row in rows if row.state == "draft" and law.bundle(row.bundle).slug == slug)


def assert_page(answer: TestResponse, status: int, someone: Guest) -> str:
    """Check that an answer is a whole page with this status, and return what it says."""
    assert answer.status_code == status, words(answer)
    assert mistakes(answer, someone.language) == []
    return words(answer)
