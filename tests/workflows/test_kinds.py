"""How each kind of value is read from what people type, and what they are told when it does not fit."""

import unicodedata
from datetime import date

import pytest

from tests.workflows.toy_declaration import BRANCHES, LISTS, TODAY, question
from workflows.errors import DefinitionError
from workflows.forms.cleaning import PICTURE, UNSEEN
from workflows.forms.kinds import Value, as_typed, parse, parse_all
from workflows.forms.lists import COMMUNES, FixedLists
from workflows.forms.problems import FieldProblem, first_field, unanswered
from workflows.questions import How
from workflows.words import Kind, Text

F = "toy.fact"


def read(kind: Kind, typed: str | dict[str, str], **more: object) -> Value | FieldProblem | None:
    raw = {F: typed} if isinstance(typed, str) else {f"{F}-{part}": value for part, value in typed.items()}
    return parse(question(F, kind, **more), raw, today=TODAY, lists=LISTS)


def refused(kind: Kind, typed: str | dict[str, str], **more: object) -> FieldProblem:
    problem = read(kind, typed, **more)
    assert isinstance(problem, FieldProblem), f"{typed!r} became {problem!r}"
    assert problem.kind == "wrong"
    assert problem.fact == F
    for words in (problem.text.vi, problem.text.en):
        assert words.startswith("toy.fact: ")
        assert words.endswith(".")
        assert "invalid" not in words.lower()
    return problem


def day(typed: str) -> dict[str, str]:
    return dict(zip(("day", "month", "year"), typed.split("|"), strict=False))


@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_typed_is_no_answer_and_no_problem(kind: Kind) -> None:
    for raw in ({}, {F: ""}, {F: "  "}, {f"{F}-day": " ", f"{F}-1-name": "", f"{F}-time": ""}):
        assert parse_all(question(F, kind), raw, today=TODAY, lists=LISTS) == (None, ())


# Names


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Ngọc Ánh",
        "Đặng Đình Bách",
        "Y Ƀlik Ê̆ban",
        "H'Hen Niê",
        "K'Brơi",
        "A Lăng Pơ̆ Ŭt",
        "Rơ Châm H'Ñuê Čơ̆",
        "Trần-Lê Thị A.",
        "Siu Ŏ",
        "Y",
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_of_all_peoples_of_vietnam_are_names(name: str, form: str) -> None:
    assert read(Kind.NAME, unicodedata.normalize(form, name)) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("  Lan   Anh ", "Lan Anh"),
        ("H’Hen Niê", "H'Hen Niê"),
        ("Hʼ Hen", "H' Hen"),
        ("Ðặng Văn Ðức", "Đặng Văn Đức"),
        ("Ɖinh", "Đinh"),
    ],
)
def test_letters_and_signs_drawn_alike_become_one(typed: str, name: str) -> None:
    assert read(Kind.NAME, typed) == name


@pytest.mark.parametrize("typed", ["Lan 2", "Nguyễn Văn ２", "An Thứ ٣", "007"])
def test_a_name_has_no_digits(typed: str) -> None:
    assert "chữ số" in refused(Kind.NAME, typed).text.vi


@pytest.mark.parametrize("typed", ["-", "'", ".", "Lan - Anh", "Nguyễn . An"])
def test_a_single_sign_is_no_name(typed: str) -> None:
    assert "ít nhất một chữ cái" in refused(Kind.NAME, typed).text.vi


@pytest.mark.parametrize(
    ("typed", "character"), [("Nguyеn", "е"), ("Lan@", "@"), ("Łukasz", "Ł"), ("李", "李"), ("Straſe", "ſ")]
)
def test_a_foreign_or_look_alike_letter_is_named(typed: str, character: str) -> None:
    assert f"“{character}”" in refused(Kind.NAME, typed).text.vi


@pytest.mark.parametrize("typed", ["a\u0301\u0302\u0300\u0303n", "-\u0301a", "\u0301Lan"])
def test_marks_stand_on_letters(typed: str) -> None:
    refused(Kind.NAME, typed)


def test_a_long_name_is_no_problem_below_a_generous_limit() -> None:
    assert read(Kind.NAME, "Lan " * 29 + "Anh.") == "Lan " * 29 + "Anh."
    assert "120" in refused(Kind.NAME, "L" * 121).text.vi


# Texts


def test_a_text_is_one_clean_line() -> None:
    assert read(Kind.TEXT, " Thôn 3,  xã Mường Hum ") == "Thôn 3, xã Mường Hum"
    assert "một dòng" in refused(Kind.TEXT, "Thôn 3\nMường Hum").text.vi


def test_a_long_text_keeps_its_lines() -> None:
    assert read(Kind.LONG_TEXT, "Một\r\nHai ") == "Một\nHai"
    assert read(Kind.LONG_TEXT, "x" * 4000) == "x" * 4000
    assert "4000" in refused(Kind.LONG_TEXT, "x" * 4001).text.vi


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_refuses_what_nobody_sees_and_pictures(kind: Kind) -> None:
    parts = ("", "-day", "-time", "-1-name", "-1-personal-id")
    for part in parts:
        for typed, why in (("La\u202en", UNSEEN), ("La\x00n", UNSEEN), ("La😀n", PICTURE)):
            value, found = parse_all(question(F, kind), {F + part: typed}, today=TODAY, lists=LISTS)
            assert value is None
            assert not found or any(why.vi[1:] in problem.text.vi for problem in found)


# Days and moments


@pytest.mark.parametrize(
    "typed",
    [
        "20|11|2026",
        "20|tháng 11|2026",
        "20|Tháng mười một|2026",
        "20|thg 11|2026",
        "20|T11|2026",
        "20|Nov|2026",
        "20|NOVEMBER|năm 2026",
        "ngày 20|11|2026",
        "20/11/2026",
        "20-11-2026",
        "20.11.2026",
        "20 11 2026",
        "20 tháng 11 năm 2026",
        "ngày 20 tháng mười một, 2026",
        "Ngày 20 tháng Mười Một năm 2026",
        "20 Nov 2026",
        "2026-11-20",
    ],
)
def test_a_day_is_read_however_it_is_written(typed: str) -> None:
    assert read(Kind.DATE, day(typed)) == "2026-11-20"


@pytest.mark.parametrize(
    ("month", "number"),
    [
        ("giêng", None),
        ("1", "01"),
        ("09", "09"),
        ("tám", "08"),
        ("tháng tư", "04"),
        ("tháng năm", "05"),
        ("năm", "05"),
    ],
)
def test_months_are_numbers_or_words(month: str, number: str | None) -> None:
    found = read(Kind.DATE, day(f"3|{month}|2026"))
    assert isinstance(found, FieldProblem) if number is None else found == f"2026-{number}-03"


@pytest.mark.parametrize(
    ("typed", "words", "field"),
    [
        ("31|11|2026", "tháng 11 năm 2026 chỉ có 30 ngày", "day"),
        ("29|2|2026", "tháng 2 năm 2026 chỉ có 28 ngày", "day"),
        ("31/02/2026", "chỉ có 28 ngày", "day"),
        ("0|11|2026", "từ 1 đến 31", "day"),
        ("32|11|2026", "từ 1 đến 31", "day"),
        ("x|11|2026", "từ 1 đến 31", "day"),
        ("20|13|2026", "từ 1 đến 12", "month"),
        ("20|0|2026", "từ 1 đến 12", "month"),
        ("20|Brumaire|2026", "từ 1 đến 12", "month"),
        ("20|11|26", "bốn chữ số", "year"),
        ("20|11|0026", "từ 1900 đến 2099", "year"),
        ("20|11|９９９９", "bốn chữ số", "year"),
        ("20||", "thiếu tháng và năm", "month"),
        ("|11|2026", "thiếu ngày", "day"),
        ("20/11/2026|11|", "thiếu năm", "year"),
    ],
)
def test_an_impossible_day_is_explained_where_it_is_wrong(typed: str, words: str, field: str) -> None:
    problem = refused(Kind.DATE, day(typed))
    assert words in problem.text.vi
    assert problem.anchor == f"{F}-{field}"


def test_29_february_exists_in_leap_years_only() -> None:
    assert read(Kind.DATE, day("29|2|2024")) == "2024-02-29"
    refused(Kind.DATE, day("29|2|1900"))


def test_a_day_to_come_is_refused_where_it_cannot_be() -> None:
    assert read(Kind.DATE, day("21|11|2026")) == "2026-11-21"
    assert read(Kind.DATE, day("20|11|2026"), not_future=True) == "2026-11-20"
    problem = refused(Kind.DATE, day("21|11|2026"), not_future=True)
    assert "chưa đến, hôm nay là 20/11/2026" in problem.text.vi
    refused(Kind.MOMENT, {**day("21|11|2026"), "time": "09:00"}, not_future=True)


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("14:30", "14:30"), ("14h30", "14:30"), ("14 giờ 30", "14:30"), ("14 giờ 30 phút", "14:30"),
        ("14g30", "14:30"), ("14.30", "14:30"), ("7:05", "07:05"), ("7h", "07:00"), ("0 giờ", "00:00"),
        ("23:59", "23:59"), ("9:15:00", "09:15"),
    ],
)  # fmt: skip
def test_a_time_is_read_however_it_is_written(typed: str, time: str) -> None:
    assert read(Kind.MOMENT, {**day("20|11|2026"), "time": typed}) == f"2026-11-20T{time}"


@pytest.mark.parametrize("typed", ["24:00", "12:60", "2 giờ chiều", "14", "", "1430"])
def test_an_impossible_time_is_explained(typed: str) -> None:
    assert refused(Kind.MOMENT, {**day("20|11|2026"), "time": typed}).anchor == f"{F}-time"


def test_a_day_or_moment_may_also_come_in_one_piece() -> None:
    assert read(Kind.DATE, "2026-11-20") == "2026-11-20"
    assert read(Kind.MOMENT, "2026-11-20T14:30") == "2026-11-20T14:30"
    refused(Kind.DATE, "soon")
    refused(Kind.MOMENT, "2026-11-20")


# Yes or no, numbers, money, choices


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


# Numbers of people and papers


@pytest.mark.parametrize("typed", ["001190000017", "001 190 000 017", "001.190.000.017", " 0011 9000 0017 "])
def test_a_personal_id_has_twelve_digits(typed: str) -> None:
    assert read(Kind.PERSONAL_ID, typed) == "001190000017"


@pytest.mark.parametrize("typed", ["00119000001", "0011900000178", "00119000001x", "٠٠١١٩٠٠٠٠٠١٧", "-"])
def test_another_number_of_digits_is_refused(typed: str) -> None:
    assert "12 chữ số" in refused(Kind.PERSONAL_ID, typed).text.vi


def test_the_old_identity_card_number_is_recognised() -> None:
    assert "chứng minh nhân dân 9 số" in refused(Kind.PERSONAL_ID, "012345678").text.vi


@pytest.mark.parametrize(
    "typed",
    [
        "10123.GCS.00456.26",
        "10123.gcs.00456.26",
        "10123 GCS 00456 26",
        "10123GCS0045626",
        "10123-GCS-00456/26",
    ],
)
def test_a_birth_notice_number_follows_its_pattern(typed: str) -> None:
    assert read(Kind.BIRTH_NOTICE, typed) == "10123.GCS.00456.26"


@pytest.mark.parametrize(
    "typed", ["10123.GCT.00456.26", "1012.GCS.00456.26", "10123.GCS.0045.26", "456/2026", "x" * 18]
)
def test_another_pattern_is_refused(typed: str) -> None:
    assert "18 ký tự" in refused(Kind.BIRTH_NOTICE, typed).text.vi


@pytest.mark.parametrize(
    "typed",
    [
        "0912345678",
        "0912 345 678",
        "091.234.5678",
        "+84912345678",
        "+84 (0)912 345 678",
        "84912345678",
        "0084912345678",
    ],
)
def test_a_phone_number_is_normalised(typed: str) -> None:
    assert read(Kind.PHONE, typed) == "0912345678"


@pytest.mark.parametrize(
    "typed", ["912345678", "09123456789", "091234567", "+1 202 555 0100", "phone", "0912345678x"]
)
def test_another_phone_number_is_refused(typed: str) -> None:
    assert "10 chữ số" in refused(Kind.PHONE, typed).text.vi


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("lan.nguyen@example.vn", "lan.nguyen@example.vn"),
        ("Lan+card@Mail.Example.COM", "Lan+card@mail.example.com"),
    ],
)
def test_an_email_address_is_sane(typed: str, address: str) -> None:
    assert read(Kind.EMAIL, typed) == address


@pytest.mark.parametrize(
    "typed",
    ["lan", "lan@", "@example.vn", "lan@example", "lan nguyen@example.vn", "lân@example.vn", "a@b@example.vn",
     "lan@example.vn, mai@example.vn", ".lan@example.vn", "<lan@example.vn>", "a" * 250 + "@example.vn"],
)  # fmt: skip
def test_another_address_is_refused(typed: str) -> None:
    assert "lan.nguyen@example.vn" in refused(Kind.EMAIL, typed).text.vi


# Communes


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


# People


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


# Back to the page, and what is missing


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


def test_today_comes_from_outside() -> None:
    asked = question(F, Kind.DATE, not_future=True)
    assert parse(asked, {F: "2030-01-01"}, today=date(2030, 1, 1), lists=LISTS) == "2030-01-01"
