"""Every result draws, with every letter that was typed and none of them taken for anything but text."""

import unicodedata
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from services.documents.codes import grouped, new_code
from services.documents.contents import Contents, Line, in_words, printable
from services.documents.rendering import FORMS, GENERAL, form_of, render
from services.reference import reference_lists
from workflows.language import Output
from workflows.registry import registry
from workflows.vocabulary import Standing
from workflows.words import Kind, Text

NOW = datetime(2026, 11, 20, 3, 0, 0, 123456, tzinfo=UTC)  # clocks tell microseconds, PDF files do not
NAME = "Nguyễn Thị Ỷ Ngọc Ưỡn Đường Giằng Sứ Quỳnh Hoẵng Chuyện Tường Vỹ"
SAMPLES: dict[Kind, Any] = {
    Kind.NAME: NAME,
    Kind.TEXT: "Số 43 phố Tràng Thi, phường Hoàn Kiếm, thành phố Hà Nội",
    Kind.LONG_TEXT: "Dòng một\nDòng hai",
    Kind.DATE: "2026-11-17",
    Kind.MOMENT: "2026-11-17T09:30",
    Kind.YES_NO: True,
    Kind.NUMBER: 12,
    Kind.MONEY: 23400000,
    Kind.CHOICE: "bru-van-kieu",
    Kind.PERSONAL_ID: "001226004321",
    Kind.BIRTH_NOTICE: "01001.GCS.00456.26",
    Kind.PHONE: "0912345678",
    Kind.EMAIL: "lan@example.vn",
    Kind.COMMUNE: "00004",
    Kind.PEOPLE: [{"name": NAME, "personal-id": "001226004321", "relation": "child"}],
}
HOSTILE = (
    '#import "x": *',
    "#sys.inputs #eval(1) #{ 1 } [x] {y}",
    "$x^2$ *đậm* _nghiêng_ `mã` = Tiêu đề",
    "<b>Tên</b> <label> @ref -- --- ~ ... \\ // /* */",
    '"}],"lines":[] {{ 7*7 }} {% x %}',
    "\\u{202e} \\n",
)
OUTPUTS = {
    (output.code, tuple(item.code for item in output.items)): output
    for procedure in registry().procedures.values()
    if procedure.standing is not Standing.BASELINE
    for output in procedure.outputs
}


def contents(output: Output, lines: tuple[Line, ...]) -> Contents:
    office = Text(vi="Hộ tịch – Phường Ba Đình", en="Civil status – Ba Đình")
    return Contents(
        output_id="o",
        output=output.code,
        title=output.text,
        version=1,
        standing="valid",
        lines=lines,
        office_id="civil-status:00004",
        office=office,
        authority=Text(vi="Ủy ban nhân dân cấp xã", en="People's Committee"),
        owner="001192004321",
        dossier_id="d",
        number="K00.000.00-261120-010001",
        issued_at=NOW,
    )


def text_of(pdf: bytes) -> str:
    """Return every letter of a PDF in its order, without spaces: lines may break anywhere."""
    return squeezed("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def squeezed(words: str) -> str:
    return "".join(unicodedata.normalize("NFC", words).split())


def drawn(made: Contents) -> str:
    code = new_code()
    text = text_of(render(made, code=code, address=f"http://127.0.0.1:8000/xac-thuc/{code}", at=NOW))
    assert grouped(code) in text
    assert "khôngphảigiấytờchínhthức" in text
    return text


@pytest.mark.parametrize("output", OUTPUTS.values(), ids=[code for code, _ in OUTPUTS])
def test_every_result_of_every_procedure_draws_from_its_definition(output: Output) -> None:
    lists = reference_lists(())
    lines = tuple(
        Line(item.code, item.text, item.kind, in_words(SAMPLES[item.kind], item.kind, None, lists))
        for item in output.items
    )
    text = drawn(contents(output, lines))
    assert squeezed(output.text.vi.upper()) in text
    for line in lines:
        assert squeezed(line.value) in text, line.code
        assert squeezed(line.label.vi) in text
        assert squeezed(line.label.en) in text


@pytest.mark.parametrize("output", ["birth-certificate", "karaoke-licence"])
def test_hostile_words_come_out_as_words(output: str) -> None:
    found = next(one for (code, _), one in OUTPUTS.items() if code == output)
    lines = tuple(
        Line(item.code, item.text, item.kind, HOSTILE[number % len(HOSTILE)])
        for number, item in enumerate(found.items)
    )
    text = drawn(contents(found, lines))
    for line in lines:
        assert squeezed(line.value) in text, line.value


def test_letters_that_turn_the_direction_or_hide_are_left_out_and_accents_are_composed() -> None:
    turned = "Lan\u202eabc\u2066x\u2069\u200f\u0007\x00"
    assert printable(turned) == "Lanabcx"
    assert printable(unicodedata.normalize("NFD", NAME)) == NAME
    assert printable("một\n hai\t ba") == "một hai ba"
    found = OUTPUTS[next(key for key in OUTPUTS if key[0] == "death-extract")]
    line = Line(
        "full-name", Text(vi="Họ tên", en="Name"), Kind.NAME, unicodedata.normalize("NFD", turned + NAME)
    )
    assert squeezed(f"Lanabcx{NAME}") in drawn(contents(found, (line,)))


def test_a_tall_result_goes_on_overleaf_and_still_says_how_to_check_it() -> None:
    found = next(iter(OUTPUTS.values()))
    tall = tuple(Line(f"i{n}", Text(vi=f"Mục {n}", en=f"Item {n}"), Kind.TEXT, NAME * 3) for n in range(60))
    pdf = render(contents(found, tall), code="X" * 24, address="http://127.0.0.1:8000/xac-thuc/X", at=NOW)
    pages = PdfReader(BytesIO(pdf)).pages
    assert len(pages) > 1
    assert "KHÔNGCÓGIÁTRỊPHÁPLÝ" in squeezed(pages[-1].extract_text()).upper()
    assert "Kiểmtrabảnnày" in squeezed(pages[-1].extract_text())


def test_an_item_that_a_form_of_its_own_does_not_know_is_not_lost() -> None:
    found = OUTPUTS[next(key for key in OUTPUTS if key[0] == "birth-certificate")]
    line = Line("new-in-2030", Text(vi="Mục mới", en="New item"), Kind.TEXT, "Giá trị mới")
    assert "Giátrịmới" in drawn(contents(found, (line,)))


def test_a_result_without_a_form_of_its_own_takes_the_general_one() -> None:
    assert form_of("karaoke-licence") == FORMS / f"{GENERAL}.typ"
    assert form_of("birth-certificate") == FORMS / "birth-certificate.typ"


def test_the_same_result_at_the_same_moment_is_the_same_file() -> None:
    found = next(iter(OUTPUTS.values()))
    same = contents(found, ())
    files = {render(same, code="A" * 24, address="http://127.0.0.1/A", at=NOW) for _ in range(3)}
    assert len(files) == 1
