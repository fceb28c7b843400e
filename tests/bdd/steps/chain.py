"""Steps about the whole file: which procedures run, what each came to, what was issued.

    Then "{procedure}" is "{state}"                          "{procedure}" đang ở "{state}"
    Then "{procedure}" has not opened: "{why}"               "{procedure}" chưa mở: "{why}"
    Then the result "{result}" shows: | term | value |       kết quả "{result}" có:
    Then the result "{result}" does not show "{term}"        kết quả "{result}" không có "{term}"
    Then the file says "{headline}"                          hồ sơ ghi "{headline}"
    Then the file has these procedures: | procedure |        hồ sơ gồm các thủ tục:
    Then "{a}" opened in the minute in which "{b}" ended     "{a}" mở trong đúng phút "{b}" có kết quả
    Then the file follows "{bundle}"                         hồ sơ theo quy trình "{bundle}"
    Then {n} officers of {m} offices have worked on the file  {n} cán bộ của {m} cơ quan đã giải quyết hồ sơ

They read the tracking page of whoever filed.
"""

from pytest_bdd import then

from tests.bdd import looking
from tests.bdd.html import said
from tests.bdd.town import Town
from tests.bdd.words import says

Table = list[list[str]]


@then(says('"{procedure}" is "{state}"'))
@then(says('"{procedure}" đang ở "{state}"'))
def is_in_state(town: Town, procedure: str, state: str) -> None:
    part = said(looking.result(town, procedure))
    assert f"{state} ·" in part, part


@then(says('"{procedure}" has not opened: "{why}"'))
@then(says('"{procedure}" chưa mở: "{why}"'))
def has_not_opened(town: Town, procedure: str, why: str) -> None:
    part = said(looking.result(town, procedure))
    assert part.endswith(why), part


@then(says('the result "{result}" shows:'))
@then(says('kết quả "{result}" có:'))
def result_shows(town: Town, result: str, datatable: Table) -> None:
    terms = looking.output(town, result)
    wrong = {term: terms.get(term) for term, value in datatable if terms.get(term) != value}
    assert wrong == {}, terms


@then(says('the result "{result}" does not show "{term}"'))
@then(says('kết quả "{result}" không có "{term}"'))
def result_does_not_show(town: Town, result: str, term: str) -> None:
    assert term not in looking.output(town, result)


@then(says('the file says "{headline}"'))
@then(says('hồ sơ ghi "{headline}"'))
def file_says(town: Town, headline: str) -> None:
    assert looking.track(town).heading == headline


@then(says("the file has these procedures:"))
@then(says("hồ sơ gồm các thủ tục:"))
def has_procedures(town: Town, datatable: Table) -> None:
    assert looking.results(town) == [procedure for (procedure,) in datatable]


@then(says('"{later}" opened in the minute in which "{earlier}" ended'))
@then(says('"{later}" mở trong đúng phút "{earlier}" có kết quả'))
def opened_at_once(town: Town, later: str, earlier: str) -> None:
    assert town.case(later).opened_at == town.case(earlier).entered_at


@then(says('the file follows "{bundle}"'))
@then(says('hồ sơ theo quy trình "{bundle}"'))
def follows(town: Town, bundle: str) -> None:
    assert town.file_row.bundle == bundle


@then(says("{people:d} officers of {offices:d} offices have worked on the file"))
@then(says("{people:d} cán bộ của {offices:d} cơ quan đã giải quyết hồ sơ"))
def worked_on(town: Town, people: int, offices: int) -> None:
    takers = looking.takers(town)
    assert (len(takers), len(set(takers.values()))) == (people, offices), takers
