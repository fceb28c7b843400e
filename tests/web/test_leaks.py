"""No officer reads a fact that their procedure has not declared (dữ liệu tối thiểu, 63/2024/NĐ-CP Art. 7).

Every declared fact of a birth and of a death is made unmistakable; then everybody who works somewhere opens
everything they can: pages, previews, exports, the API, documents and the search; and the log is read.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from services.reading.pages import OfficerCasePage
from storage.engine import write_transaction
from storage.people import OfficerRow
from tests.bdd import shortcuts
from tests.bdd.town import Town
from tests.web import leaks
from tests.web.house import Guest, guest
from web import clerk

# Who looks on from elsewhere: another commune, another authority, those who supervise and operate.
ONLOOKERS = ("hotich.hoankiem", "congan.muonghum", "giamsat.hanoi", "vanhanh1")


@dataclass(frozen=True)
class Planted:
    """A town with one dossier in which every fact is unmistakable."""

    town: Town
    written: dict[str, tuple[str, ...]]

    def someone(self, officer: OfficerRow) -> Guest:
        person = guest(self.town.app)
        assert person.sign_in(officer.id).location == "/tro-giup"
        return person

    def hidden(self, officer: OfficerRow) -> set[str]:
        return self.written.keys() - self.may(officer)

    def may(self, officer: OfficerRow) -> set[str]:
        return leaks.allowed(self.town, officer, self.written)


def birth(town: Town) -> Planted:
    mother = next(person for person in leaks.PEOPLE if person.name == "Trần Thị Mai")
    shortcuts.file(town, "khai-sinh", mother, shortcuts.answers(town, "khai-sinh", mother))
    written = leaks.plant(town)
    shortcuts.carry(town, "Khai sinh")
    return Planted(town, written)


def death(town: Town) -> Planted:
    filer = next(person for person in leaks.PEOPLE if person.name == "Nguyễn Thị Hòa")
    choice = [("Bạn muốn làm những thủ tục nào?", "three")]
    shortcuts.file(town, "khai-tu", filer, shortcuts.answers(town, "khai-tu", filer, choice))
    written = leaks.plant(town)
    shortcuts.carry(town, "Khai tử")
    return Planted(town, written)


pytestmark = pytest.mark.timeout(300)  # a walk through everything, on a machine that may be busy
EVENTS = {"birth": birth, "death": death}


@pytest.mark.parametrize("event", EVENTS)
def test_nobody_reads_a_fact_that_their_procedure_has_not_declared(
    town: Town, event: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    planted = EVENTS[event](town)
    town.draw_documents()
    assert len(planted.written) > 15
    read: set[str] = set()
    for officer in leaks.staff_of(town, *ONLOOKERS):
        may = planted.may(officer)
        seen = list(leaks.walk(town, planted.someone(officer)))
        assert leaks.found(seen, planted.written, may) == set(), officer.id
        assert len(seen) > 5, officer.id
        read |= {fact for fact, _ in leaks.found(seen, planted.written, set())}
        if {"clerk", "leader"} & set(officer.roles):
            assert planted.hidden(officer), f"nothing is hidden from {officer.id}"
    assert len(read) > 10, "the walk has read next to nothing"
    everything = [form for forms in planted.written.values() for form in forms]
    assert [form for form in everything if form in caplog.text] == []


@pytest.mark.parametrize("event", EVENTS)
def test_nobody_finds_a_dossier_by_a_fact_that_their_procedure_has_not_declared(
    town: Town, event: str
) -> None:
    planted = EVENTS[event](town)
    subject = planted.town.file_row.subject
    finders = 0
    for officer in leaks.staff_of(town, *ONLOOKERS[:2]):
        if "clerk" not in officer.roles:
            continue
        someone = planted.someone(officer)
        wrongly = {f for f in planted.hidden(officer) if leaks.search(town, someone, planted.written[f][0])}
        assert wrongly == set(), officer.id
        finders += leaks.search(town, someone, subject)
    assert finders >= 2, "a search that finds nothing proves nothing"


# --- sabotages: each of these leaks one fact, and the walk must say so -------------------------------


def _through_a_page(planted: Planted, monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    real: Callable[..., OfficerCasePage] = clerk.casework.case_page

    def page(*args: Any, **kwargs: Any) -> OfficerCasePage:
        return replace(real(*args, **kwargs), subject=secret)

    monkeypatch.setattr(clerk.casework, "case_page", page)


def _through_a_worklist(planted: Planted, _monkeypatch: pytest.MonkeyPatch, secret: str) -> None:
    with write_transaction(planted.town.context.engine) as connection:
        connection.exec_driver_sql("UPDATE dossier SET subject = ? WHERE subject <> ''", (secret,))


@pytest.mark.parametrize("leak", [_through_a_page, _through_a_worklist])
def test_one_fact_too_many_on_a_page_is_noticed(
    town: Town, monkeypatch: pytest.MonkeyPatch, leak: Callable[..., None]
) -> None:
    planted = birth(town)
    officer = next(row for row in leaks.staff_of(town) if row.id == "bhxh.badinh")
    secret = sorted(planted.hidden(officer))[0]
    leak(planted, monkeypatch, planted.written[secret][0])
    seen = list(leaks.walk(town, planted.someone(officer)))
    assert secret in {fact for fact, _ in leaks.found(seen, planted.written, planted.may(officer))}


def test_one_word_too_many_in_the_search_is_noticed(town: Town) -> None:
    planted = birth(town)
    officer = next(row for row in leaks.staff_of(town) if row.id == "bhxh.badinh")
    secret = planted.written[sorted(planted.hidden(officer))[0]][0]
    someone = planted.someone(officer)
    assert not leaks.search(town, someone, secret)
    with write_transaction(town.context.engine) as connection:
        words = "search_words || ' ' || ?"
        connection.exec_driver_sql(f"UPDATE dossier_case SET search_words = {words}", (secret.lower(),))  # noqa: S608
    assert leaks.search(town, someone, secret)
