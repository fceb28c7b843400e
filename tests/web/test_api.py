"""The API of a file: the same derivation as on the pages, for the same people, and for nobody else."""

from tests.bdd import looking, shortcuts
from tests.bdd.html import all_of, said
from tests.bdd.town import Town
from tests.bdd.words import TYPES

MAI = TYPES["Person"]("Trần Thị Mai")
OTHER = TYPES["Person"]("Giàng Thị Mai")


def filed(town: Town) -> str:
    answers = shortcuts.answers(town, "khai-sinh", MAI)
    shortcuts.file(town, "khai-sinh", MAI, answers)
    return f"/api/v1/files/{town.number}"


def test_the_owner_reads_every_derivation_as_the_page_shows_it(town: Town) -> None:
    address = filed(town)
    shortcuts.carry(town, "Khai sinh")
    visitor = town.citizen(MAI)
    answer = visitor.fetch(address).get_json()
    page = visitor.open(f"/ho-so/{town.number}")
    shown = [said(line) for line in all_of(all_of(page.main, "details")[0], "li")]
    assert [line["text"]["vi"] for line in answer["promise"]["derivation"]] == shown
    assert answer["promise"]["source"]["act"] in shown[-2] + shown[-1] or answer["promise"]["source"]["note"]
    assert answer["code"] == town.number
    for part in answer["cases"]:
        on_page = said(looking.result(town, part["text"]["vi"]))
        assert all(line["text"]["vi"] in on_page for line in part["promise"]["derivation"]), on_page
    assert answer["critical_path"][0]["member"] == "birth-registration"
    ends = [leg["due_at"] for leg in answer["critical_path"]]
    assert ends == sorted(ends)
    assert len(ends) == 2


def test_after_the_check_of_code_and_phone_it_answers_and_before_it_does_not(town: Town) -> None:
    address = filed(town)
    stranger = town.stranger()
    refused = stranger.fetch(address)
    assert refused.status_code == 404
    assert refused.mimetype == "application/problem+json"
    stranger.open("/tra-cuu")
    stranger.press(town.said("Tìm hồ sơ"), {"ma": town.number, "so": town.file_row.phone_tail})
    assert stranger.fetch(address).get_json()["code"] == town.number
    assert "facts" not in stranger.fetch(address).get_data(as_text=True)
    assert town.citizen(OTHER).fetch(address).status_code == 404
    assert stranger.fetch("/api/v1/files/K00.000.00-000000-000000").status_code == 404
