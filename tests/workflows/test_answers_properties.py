"""Whatever anybody types or sends, a page gives a value or a problem, and never an error."""

import unicodedata
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflows.toy_declaration import BRANCHES, LIBRARY_CARD, LISTS, QUESTIONS, TODAY, question
from workflows.forms.answers import as_typed, completed, missing, parse, prune, read_section, shown_questions
from workflows.forms.cleaning import LINE_LIMIT, TEXT_LIMIT, clean_line, clean_text, fold, spelling
from workflows.forms.fetched import not_found
from workflows.forms.kinds import parse_all
from workflows.forms.problems import FieldProblem
from workflows.words import Kind, Text

F = "toy.fact"
ASKED = {kind: question(F, kind, options=BRANCHES if kind is Kind.CHOICE else ()) for kind in Kind}
PARTS = ("", "-day", "-month", "-year", "-time", "-1-name", "-1-personal-id", "-1-relation", "-11-name")

VIETNAMESE = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬƀŏĭñč"
anything = st.text(st.characters(exclude_categories=()))
likely = st.sampled_from(
    [
        "20", "11", "2026", "tháng 2", "31", "20/11/2026", "2026-11-20T14:30", "14h30", "yes", "no", "16.000",
        "001190000017", "10123.GCS.00456.26", "+84912345678", "lan@example.vn", "02692", "ba dinh", "east",
        "Lê Mai", "H'Hen Niê", "\ud800", "\x00", "\u202e", "😀", "", " ", "a" * 5000, "1" * 5000, "=1+1",
    ]
)  # fmt: skip
typed = st.one_of(likely, anything, st.text(VIETNAMESE + " '-."), st.text("0123456789 .:/-+"))
inputs = st.dictionaries(st.sampled_from([F + part for part in PARTS]), typed)
pages = st.dictionaries(
    st.sampled_from([fact + part for fact in QUESTIONS for part in PARTS] + ["state", "reader.months"]),
    typed,
    max_size=12,
)
names = st.text(VIETNAMESE, min_size=1, max_size=10)


def is_of(kind: Kind, value: Any) -> bool:
    """Say whether the value is of the JSON type behind the kind."""
    expected: dict[Kind, type] = {Kind.YES_NO: bool, Kind.NUMBER: int, Kind.MONEY: int, Kind.PEOPLE: list}
    return type(value) is expected.get(kind, str) and value not in ("", [])


@given(st.sampled_from(Kind), inputs)
def test_anything_gives_a_value_or_a_problem(kind: Kind, raw: dict[str, str]) -> None:
    value, problems = parse_all(ASKED[kind], raw, today=TODAY, lists=LISTS)
    assert (value is None) if problems else (value is None or is_of(kind, value))
    for problem in problems:
        assert problem.text.vi
        assert problem.text.en
        assert problem.anchor.startswith(F)
        assert problem.model_dump_json()  # no lone surrogate gets into a message


@given(st.sampled_from(Kind), inputs)
def test_a_value_is_read_again_as_itself(kind: Kind, raw: dict[str, str]) -> None:
    value = parse(ASKED[kind], raw, today=TODAY, lists=LISTS)
    if not isinstance(value, FieldProblem):
        assert parse(ASKED[kind], as_typed(ASKED[kind], value), today=TODAY, lists=LISTS) == value


@given(st.sampled_from(Kind), inputs)
def test_both_normal_forms_give_the_same(kind: Kind, raw: dict[str, str]) -> None:
    readings = [
        parse(
            ASKED[kind], {f: unicodedata.normalize(form, t) for f, t in raw.items()}, today=TODAY, lists=LISTS
        )
        for form in ("NFC", "NFD")
        if all(len(unicodedata.normalize("NFD", t)) < LINE_LIMIT for t in raw.values())
    ]
    assert readings == readings[:1] * len(readings)


@given(st.lists(names, min_size=1, max_size=5))
def test_names_are_read_in_both_normal_forms_alike(words: list[str]) -> None:
    name = " ".join(words)
    for form in ("NFC", "NFD"):
        raw = {F: unicodedata.normalize(form, name)}
        assert parse(ASKED[Kind.NAME], raw, today=TODAY, lists=LISTS) == unicodedata.normalize("NFC", name)


@given(typed)
def test_clean_is_clean(raw: str) -> None:
    for clean, limit in ((clean_line, LINE_LIMIT), (clean_text, TEXT_LIMIT)):
        once = clean(raw)
        if isinstance(once, str):
            assert clean(once) == once
            assert unicodedata.is_normalized("NFC", once)
            assert len(once) <= limit
            assert len(once.encode()) <= 3 * limit


@given(anything)
def test_folding_twice_is_folding_once(raw: str) -> None:
    assert fold(fold(raw)) == fold(raw)
    assert fold(unicodedata.normalize("NFC", raw)) == fold(unicodedata.normalize("NFD", raw))
    assert spelling(unicodedata.normalize("NFC", raw)) == spelling(unicodedata.normalize("NFD", raw))


@given(anything)
def test_a_commune_search_never_fails(raw: str) -> None:
    assert all(
        LISTS.label("communes", code) == Text(vi=label, en=label) for code, label in LISTS.find_commune(raw)
    )


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("piece", ["a", "1", " ", "e\u0302\u0301", "1.", "a@", "Tân Tiến ", "84", "\n", "😀"])
def test_a_megabyte_in_any_input_is_refused_at_once(kind: Kind, piece: str) -> None:
    for part in PARTS:
        begin = perf_counter()
        value, problems = parse_all(
            ASKED[kind], {F + part: piece * (1_000_000 // len(piece))}, today=TODAY, lists=LISTS
        )
        assert perf_counter() - begin < 0.2
        assert value is None
        assert all(problem.text.vi for problem in problems)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize(
    "piece", ["a", "1", "1.", "a.", "1 ", "a@a.", "xã ", "Tân Tiến ", "84", "thang ", "a,"]
)
def test_no_line_of_any_shape_takes_long(kind: Kind, piece: str) -> None:
    for length in (LINE_LIMIT, TEXT_LIMIT):
        begin = perf_counter()
        parse_all(ASKED[kind], {F: (piece * length)[:length]}, today=TODAY, lists=LISTS)
        assert perf_counter() - begin < 0.2


@given(pages, st.booleans())
def test_any_page_reads_and_reads_again_alike(raw: dict[str, str], lacking: bool) -> None:
    known: dict[str, Any] = {"requester.full-name": "Lê Ba", not_found("guardian.full-name"): lacking}
    for section in LIBRARY_CARD.sections:
        reading = read_section(LIBRARY_CARD, section, raw, known, today=TODAY, lists=LISTS)
        asked = {one.fact for one in section.questions}
        assert {p.fact for p in (*reading.problems, *reading.warnings)} <= asked
        assert {p.section for p in (*reading.problems, *reading.warnings)} <= {section.code}
        assert reading.values.keys() <= asked
        assert not reading.values.keys() & {p.fact for p in reading.problems}
        known = reading.applied_to(known)
        again = {
            name: t for fact, v in reading.values.items() for name, t in as_typed(QUESTIONS[fact], v).items()
        }
        second = read_section(LIBRARY_CARD, section, again, known, today=TODAY, lists=LISTS)
        assert second.values == reading.values
    assert known["requester.full-name"] == "Lê Ba"


@given(pages)
def test_what_is_left_after_pruning_is_shown_and_stays(raw: dict[str, str]) -> None:
    values = {f: parse(QUESTIONS[f], raw, today=TODAY, lists=LISTS) for f in QUESTIONS}
    facts = {f: v for f, v in values.items() if v is not None and not isinstance(v, FieldProblem)}
    left = prune(LIBRARY_CARD, facts, filed_on=TODAY)
    open_ = {one.fact for _, one in shown_questions(LIBRARY_CARD, left)}
    asked = {f for f, one in QUESTIONS.items() if one.how in ("typed", "register")}
    assert left.keys() & asked <= open_
    assert prune(LIBRARY_CARD, left, filed_on=TODAY) == left == completed(LIBRARY_CARD, left, filed_on=TODAY)
    assert {p.fact for p in missing(LIBRARY_CARD, left)} <= open_ - left.keys()
