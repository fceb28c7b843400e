from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from markdown_it import MarkdownIt

from tests.toy_procedures import BYLAW, DOG_LICENCE, LIBRARY_CARD, PET_READER, TOY_REGISTRY
from workflows.bundle import Flag
from workflows.charges import Allowance, Exemption, Fee, Figure
from workflows.language import Deadline, Procedure
from workflows.sheets.diagrams import bundle_diagram, diagram
from workflows.sheets.drawing import bundle_sheet, labels_of, sheet
from workflows.vocabulary import Standing
from workflows.words import secondary, text

SHEETS = {
    "card": sheet(LIBRARY_CARD),
    "licence": sheet(DOG_LICENCE, labels_of(PET_READER, TOY_REGISTRY)),
    "bundle": bundle_sheet(PET_READER, TOY_REGISTRY),
}


@pytest.mark.parametrize("procedure", [LIBRARY_CARD, DOG_LICENCE], ids=lambda one: one.code)
def test_the_diagram_shows_every_state_and_every_way(procedure: Procedure) -> None:
    drawn = diagram(procedure)
    assert drawn.startswith("stateDiagram-v2\n")
    for state in procedure.states:
        assert f"{state.text.vi} / {state.text.en}".replace(":", " –") in drawn
    ways = sum(len(step.source) for step in procedure.steps)
    assert drawn.count(" --> ") == len(procedure.starts) + ways + sum(
        bool(s.ending) for s in procedure.states
    )
    assert drawn.count("[*] --> ") == len(procedure.starts)


def test_nothing_in_a_text_can_break_the_diagram() -> None:
    tricky = DOG_LICENCE.states[0].model_copy(update={"text": text('Chờ "ai"; gì: đó', "Waiting: a; b")})
    drawn = diagram(DOG_LICENCE.revised(states=(tricky, *DOG_LICENCE.states[1:])))
    assert "state \"Chờ 'ai', gì – đó / Waiting – a, b\" as s0" in drawn
    for line in drawn.splitlines():
        assert line.count('"') in (0, 2)
        assert line.removeprefix("    classDef").count(":") <= 1


def test_the_bundle_diagram_shows_how_results_flow() -> None:
    drawn = bundle_diagram(PET_READER, TOY_REGISTRY)
    assert drawn.startswith("flowchart LR\n")
    assert 'm0 -->|"Thẻ thư viện / Library card"| m1' in drawn


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_good_markdown(name: str) -> None:
    written = SHEETS[name]
    tokens = MarkdownIt().enable("table").parse(written)
    assert next(token.tag for token in tokens if token.type == "heading_open") == "h1"
    assert sum(token.tag == "h1" for token in tokens if token.type == "heading_open") == 1
    rows = [line for line in written.splitlines() if line.startswith("|")]
    tables = sum(token.type == "table_open" for token in tokens)
    assert sum(token.type == "tr_open" for token in tokens) == len(rows) - tables
    assert written.endswith("\n")
    assert "\n\n\n" not in written
    assert unicodedata.is_normalized("NFC", written)


@pytest.mark.parametrize("name", SHEETS)
def test_every_table_is_as_wide_as_its_head(name: str) -> None:
    width = 0
    for line in SHEETS[name].splitlines():
        if not line.startswith("|"):
            width = 0
        else:
            cells = line.replace("\\|", "").count("|")
            assert cells == (width or cells)
            width = cells


def test_a_sheet_says_vietnamese_first_and_english_beside() -> None:
    lines = SHEETS["licence"].splitlines()
    assert lines[:3] == ["# Cấp giấy phép nuôi chó", "", "*Dog licence*"]
    assert any(line.startswith("| Cấp giấy phép | Issue the licence |") for line in lines)


def test_a_sheet_shows_states_steps_deadlines_and_sources() -> None:
    written = SHEETS["licence"]
    for step in DOG_LICENCE.steps:
        assert f"| {step.text.vi} | {step.text.en} |" in written
    for state in DOG_LICENCE.states:
        assert f"`{state.code}`" in written
    assert (
        "| 4 ngày làm việc nếu “Chó lớn” = có | 4 working days if “Large dog” = yes | Town by-law Art. 1 |"
        in (written)
    )
    assert "sau 5 ngày làm việc thì “Đóng vì không có ý kiến”" in written


def test_what_is_not_settled_is_marked() -> None:
    written = SHEETS["licence"]
    assert "⚠ SUY LUẬN, TẠM ÁP DỤNG: Suy từ thông lệ. / ⚠ INFERRED, PROVISIONAL: Inferred from" in written
    assert "⚠ CHƯA XÁC ĐỊNH" in written
    assert "⚠ chưa rõ mức thu" in written
    assert "> **⚠ Có nội dung suy luận hoặc chưa xác định" in written


def test_what_is_settled_is_not_marked() -> None:
    settled = DOG_LICENCE.revised(
        deadlines=(Deadline(working_days=2, source=BYLAW),), fees=(), steps=(), states=(), starts=()
    )
    assert "⚠" not in sheet(settled)


def test_a_secondary_source_is_named_as_such() -> None:
    quoted = Deadline(working_days=2, source=secondary("Decree 9", "Báo dẫn lại.", "Quoted in the press."))
    written = sheet(LIBRARY_CARD.revised(deadlines=(quoted,)))
    assert (
        "Decree 9 (theo nguồn dẫn lại: Báo dẫn lại. / from a secondary source: Quoted in the press.)"
        in written
    )


def test_a_provisional_definition_says_so_at_its_head() -> None:
    written = sheet(LIBRARY_CARD.revised(standing=Standing.PROVISIONAL))
    assert "**⚠ TẠM ÁP DỤNG / ⚠ PROVISIONAL**" in written


def test_a_fee_is_written_as_money() -> None:
    fee = Fee(code="card", text=text("Lệ phí", "Fee"), amount=20_000, source=BYLAW)
    assert "| Lệ phí: 20.000 đồng | Fee: VND 20,000 |" in sheet(LIBRARY_CARD.revised(fees=(fee,)))


def test_an_exemption_and_a_sum_that_is_paid_out_are_written_with_their_source() -> None:
    free = Exemption(
        code="old", text=text("Người già", "The old"), source=BYLAW, effective_to=date(2026, 12, 31)
    )
    fee = Fee(code="card", text=text("Lệ phí", "Fee"), amount=20_000, source=BYLAW, exemptions=(free,))
    grant = Allowance(
        code="grant",
        text=text("Trợ cấp sách", "Book grant"),
        source=BYLAW,
        on="dog.birth-date",
        level=text("giá sách", "the price of a book"),
        times=3,
        figures=(Figure(amount=50_000, source=BYLAW),),
    )
    written = sheet(LIBRARY_CARD.revised(fees=(fee,), pays=(grant,)))
    assert "| Miễn: Người già: đến 31/12/2026 | Exempt: The old: until 31/12/2026 |" in written
    assert "Book grant: The sum is 3 times the price of a book." in written
    assert "| 50.000 đ | 50,000 VND | Town by-law Art. 1 |" in written


def test_a_target_stands_beside_its_deadline() -> None:
    promised = Deadline(working_days=3, source=BYLAW, target=2)
    written = sheet(LIBRARY_CARD.revised(deadlines=(promised,)))
    assert "3 working days (target: 2 working days)" in written


def test_a_bar_in_a_text_does_not_break_the_table() -> None:
    written = sheet(LIBRARY_CARD.revised(text=text("Thẻ", "Card"), official_code="1|2"))
    assert "1\\|2" in written


def test_a_bundle_sheet_shows_members_promises_and_remarks() -> None:
    written = SHEETS["bundle"]
    assert "[`dog-licence@2026-01`](dog-licence@2026-01.md)" in written
    assert "| “Muốn nuôi chó?” = có / “Do you want a dog?” = yes |" in written
    assert "| 3 ngày làm việc | 3 working days |" in written
    assert "| Chó đã già. | The dog is old. |" in written


def test_a_remark_that_stops_the_filing_is_marked() -> None:
    flag = PET_READER.flags[0]
    stops = Flag(
        code="no", when=flag.when, text=text("Không được.", "Not allowed."), source=BYLAW, refuses=True
    )
    assert "| ⛔ Không được. | ⛔ Not allowed. |" in bundle_sheet(
        PET_READER.revised(flags=(stops,)), TOY_REGISTRY
    )
