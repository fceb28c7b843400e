"""What every kind of question has in common; yes and no, numbers, money, choices, communes, people."""

import pytest

from tests.workflows.kinds import F, read, refused
from tests.workflows.toy_declaration import BRANCHES, LISTS, TODAY, question
from workflows.errors import DefinitionError
from workflows.forms.cleaning import PICTURE, UNSEEN
from workflows.forms.kinds import as_typed, parse, parse_all
from workflows.forms.lists import COMMUNES, FixedLists
from workflows.forms.problems import first_field, unanswered
from workflows.questions import How
from workflows.words import Kind, Text


@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_typed_is_no_answer_and_no_problem(kind: Kind) -> None:
    for raw in ({}, {F: ""}, {F: "  "}, {f"{F}-day": " ", f"{F}-1-name": "", f"{F}-time": ""}):
        assert parse_all(question(F, kind), raw, today=TODAY, lists=LISTS) == (None, ())


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_refuses_what_nobody_sees_and_pictures(kind: Kind) -> None:
    parts = ("", "-day", "-time", "-1-name", "-1-personal-id")
    for part in parts:
        for typed, why in (("La\u202en", UNSEEN), ("La\x00n", UNSEEN), ("La😀n", PICTURE)):
            value, found = parse_all(question(F, kind), {F + part: typed}, today=TODAY, lists=LISTS)
            assert value is None
            assert not found or any(why.vi[1:] in problem.text.vi for problem in found)


def test_yes_and_no() -> None:
    assert read(Kind.YES_NO, "yes") is True
    assert read(Kind.YES_NO, "no") is False
    assert "“Có” hoặc “Không”" in refused(Kind.YES_NO, "maybe").text.vi


@pytest.mark.parametrize(("typed", "number"), [("0", 0), ("2", 2), ("007", 7), ("999999999", 999_999_999)])
def test_a_number_is_digits(typed: str, number: int) -> None:
    assert read(Kind.NUMBER, typed) == number


@pytest.mark.parametrize("typed", ["-1", "1.5", "hai", "1e3", "٣", "1" * 10, "0x1"])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    refused(Kind.NUMBER, typed)


@pytest.mark.parametrize(
    "typed",
    ["16000", "16.000", "16,000", "16 000", "16.000 đ", "16.000đ", "16000 đồng", "16.000 VND", "16.000 ₫"],
)
def test_money_may_be_grouped_and_named(typed: str) -> None:
    assert read(Kind.MONEY, typed) == 16_000


@pytest.mark.parametrize("typed", ["16.00", "16,5", "1.6000", "1.000,000", "-5", "16k", "đ", "1" * 13])
def test_other_money_is_refused(typed: str) -> None:
    assert "16.000" in refused(Kind.MONEY, typed).text.vi


def test_large_sums_are_money() -> None:
    assert read(Kind.MONEY, "999.999.999.999") == 999_999_999_999


def test_a_choice_is_one_of_the_options_by_value_or_by_words() -> None:
    assert read(Kind.CHOICE, "east", options=BRANCHES) == "east"
    assert read(Kind.CHOICE, "east", options_from="branches") == "east"
    assert read(Kind.CHOICE, "chi nhánh tây", options_from="branches") == "west"
    assert read(Kind.CHOICE, "West branch", options_from="branches") == "west"
    assert "danh sách" in refused(Kind.CHOICE, "north", options=BRANCHES).text.vi
    refused(Kind.CHOICE, "anything")


def test_a_list_that_nobody_has_is_a_mistake_in_the_definition() -> None:
    with pytest.raises(DefinitionError, match="planets"):
        read(Kind.CHOICE, "mars", options_from="planets")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("02692", "02692"),
        ("Mường Hum, Lào Cai", "02692"),
        ("muong hum lao cai", "02692"),
        ("Xã Mường Hum, tỉnh Lào Cai", "02692"),
        ("MƯỜNG HUM", "02692"),
        ("Mường Hum, Bát Xát, Lào Cai", "02692"),
        ("Ba Đình, Hà Nội", "00004"),
        ("phường Ba Đình", "00004"),
        ("ba dinh, thanh hoa", "16021"),
        ("Xa Dung", "03313"),
        ("xã Xa Dung, Điện Biên", "03313"),
        ("Bến Thành, TP.HCM", "26740"),
        ("Bến Thành, TP Hồ Chí Minh", "26740"),
        ("P. Bến Thành", "26740"),
        ("Hòa An", "09001"),
        ("Hoà An, Cao Bằng", "09001"),
        ("Hoà Ân", "09002"),
    ],
)
def test_a_commune_is_found_by_code_or_name(typed: str, code: str) -> None:
    assert read(Kind.COMMUNE, typed) == code


@pytest.mark.parametrize("typed", ["Mường Hum, Hà Nội", "Tân Lập", "99999", ",", "lào cai", "xã"])
def test_an_unknown_commune_is_said_to_be_unknown(typed: str) -> None:
    assert "không tìm thấy" in refused(Kind.COMMUNE, typed).text.vi


def test_an_ambiguous_commune_lists_up_to_five_places() -> None:
    two = refused(Kind.COMMUNE, "ba dinh").text.vi
    assert "Phường Ba Đình, thành phố Hà Nội; Xã Ba Đình, tỉnh Thanh Hóa." in two
    many = refused(Kind.COMMUNE, "Tân Tiến").text.vi
    assert many.count("Xã Tân Tiến") == 5
    assert "; …" in many
    assert "hoa" not in refused(Kind.COMMUNE, "hoa an").text.vi


def test_lists_give_their_words_and_their_order() -> None:
    assert LISTS.options("branches") == BRANCHES
    assert LISTS.label("branches", "east") == Text(vi="Chi nhánh Đông", en="East branch")
    assert LISTS.label("branches", "north") is None
    assert LISTS.label("planets", "mars") is None
    assert [option.value for option in LISTS.options(COMMUNES)][:2] == ["02692", "00004"]
    assert LISTS.label(COMMUNES, "02692") == Text(
        vi="Xã Mường Hum, tỉnh Lào Cai", en="Xã Mường Hum, tỉnh Lào Cai"
    )
    assert FixedLists(lists={}).find_commune("Mường Hum") == ()


def row(number: int, name: str, personal_id: str, relation: str) -> dict[str, str]:
    return {f"{number}-name": name, f"{number}-personal-id": personal_id, f"{number}-relation": relation}


LAN = {"name": "Trần Thị Lan", "personal-id": "001190000017", "relation": "mother"}
BA = {"name": "Lê Ba", "personal-id": "001090000018", "relation": "father"}


def test_people_are_rows_and_empty_rows_do_not_count() -> None:
    typed = {
        **row(1, "Trần Thị  Lan", "001 190 000 017", "mother"),
        **row(2, "", " ", ""),
        **row(10, "Lê Ba", "001090000018", "Cha"),
    }
    assert read(Kind.PEOPLE, typed, options_from="relations") == [LAN, BA]


def test_the_relation_is_free_text_where_no_list_is_given() -> None:
    assert read(Kind.PEOPLE, row(1, "Lan", "001190000017", "em họ")) == [
        {"name": "Lan", "personal-id": "001190000017", "relation": "em họ"}
    ]


def test_every_problem_of_every_row_is_told() -> None:
    raw = {
        f"{F}-{part}": typed
        for part, typed in (row(1, "Lan 2", "001190000017", "") | row(3, "Ba", "12", "aunt")).items()
    }
    asked = question(F, Kind.PEOPLE, options_from="relations")
    value, problems = parse_all(asked, raw, today=TODAY, lists=LISTS)
    assert value is None
    assert [problem.anchor for problem in problems] == [
        f"{F}-1-name", f"{F}-1-relation", f"{F}-3-personal-id", f"{F}-3-relation",
    ]  # fmt: skip
    assert (
        "người thứ 3, số định danh cá nhân: số định danh cá nhân phải có đúng 12 chữ số"
        in problems[2].text.vi
    )
    assert parse(asked, raw, today=TODAY, lists=LISTS) == problems[0]


def test_nobody_is_named_twice() -> None:
    problem = refused(Kind.PEOPLE, row(1, "Lan", "001190000017", "x") | row(2, "Ba", "001190000017", "y"))
    assert problem.anchor == f"{F}-2-personal-id"


def test_at_most_ten_people_fit() -> None:
    ten = {}
    for number in range(1, 11):
        ten |= row(number, "Lan", f"0011900000{number:02}", "x")
    people = read(Kind.PEOPLE, ten)
    assert isinstance(people, list)
    assert len(people) == 10
    assert "tối đa 10" in refused(Kind.PEOPLE, ten | row(11, "Ba", "001090000018", "x")).text.vi


@pytest.mark.parametrize(
    ("kind", "value", "fields"),
    [
        (Kind.DATE, "2026-11-05", {"-day": "05", "-month": "11", "-year": "2026"}),
        (Kind.MOMENT, "2026-11-05T07:30", {"-day": "05", "-month": "11", "-year": "2026", "-time": "07:30"}),
        (Kind.YES_NO, False, {"": "no"}),
        (Kind.MONEY, 1_600_000, {"": "1.600.000"}),
        (Kind.NUMBER, 3, {"": "3"}),
        (
            Kind.PEOPLE,
            [LAN],
            {"-1-name": LAN["name"], "-1-personal-id": LAN["personal-id"], "-1-relation": "mother"},
        ),
        (Kind.LONG_TEXT, "a\nb", {"": "a\nb"}),
        (Kind.DATE, "1990", {"": "1990"}),
        (Kind.TEXT, None, {}),
    ],
)
def test_a_value_fills_the_inputs_it_came_from(kind: Kind, value: object, fields: dict[str, str]) -> None:
    assert as_typed(question(F, kind), value) == {F + part: typed for part, typed in fields.items()}


def test_a_missing_answer_says_how_to_give_it() -> None:
    assert unanswered(question(F, Kind.DATE)).text.vi == "toy.fact: chưa điền. Hãy điền đủ ngày, tháng, năm."
    assert unanswered(question(F, Kind.CHOICE)).text.en == "toy.fact: nothing chosen yet. Choose one answer."
    assert "đăng nhập" in unanswered(question(F, Kind.NAME, how=How.IDENTITY)).text.vi
    assert first_field(question(F, Kind.PEOPLE)) == f"{F}-1-name"
    whole = question(F, Kind.YES_NO).model_copy(
        update={"text": Text(vi="Con đã mất?", en="Has the child died?")}
    )
    assert unanswered(whole).text.vi == "Con đã mất? Chưa chọn. Hãy chọn một câu trả lời."
    assert unanswered(whole).text.en == "Has the child died? Nothing chosen yet. Choose one answer."
