"""Writes a procedure or a bundle as a sheet (Markdown) with its diagram, from its definition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from workflows.allowances import formula
from workflows.bundle import Bundle
from workflows.charges import Exemption
from workflows.checking.supply import asking
from workflows.conditions import Condition
from workflows.fees import dong
from workflows.language import Ask, Deadline, Definition, Procedure, State, Step
from workflows.registry import Registry
from workflows.sheets.diagrams import bundle_diagram, diagram
from workflows.sheets.markdown import Row, cell, document, table
from workflows.sheets.wording import (
    Label,
    by_code,
    condition_in_words,
    day_in_words,
    days_in_words,
    if_in_words,
    in_both,
    joined,
    name_of,
    source_in_words,
    taker_in_words,
)
from workflows.words import ClockRules, Source, Text, text

TITLE = text("Tạo tự động từ định nghĩa, không sửa tay.", "Generated from the definition; do not edit.")
NOT_SETTLED = text(
    "⚠ Có nội dung suy luận hoặc chưa xác định; xem các dòng có dấu ⚠.",
    "⚠ Some of this is inferred or unknown; see the lines marked ⚠.",
)
NONE = text("—", "—")


def sheet(procedure: Procedure, label: Label = by_code) -> str:
    """Write a procedure as a Markdown sheet: Vietnamese first, English beside it."""
    return document(
        _head(procedure, [("Cơ quan / Authority", f"`{procedure.authority}`"), _counting(procedure.clock)]),
        table("Thời hạn", "Deadlines", (_deadline(one, label) for one in procedure.deadlines), _LIMIT),
        table("Phí, lệ phí", "Fees", _fees(procedure, label), _SOURCED),
        table("Mức hưởng", "What is paid out", _pays(procedure), _PAID),
        table("Thông tin cơ quan được biết", "What the office may see", _inputs(procedure, label), _NEED),
        table("Thành phần hồ sơ", "Papers", _papers(procedure, label), _SOURCED),
        table("Kết quả", "Results", _outputs(procedure), _NAMED),
        ["## Sơ đồ trạng thái / State diagram", "", "```mermaid", diagram(procedure).rstrip(), "```", ""],
        table("Trạng thái", "States", map(_state, procedure.states), _STATE),
        table("Các bước", "Steps", (_step(procedure, step, label) for step in procedure.steps), _STEP),
        table("Hạn tự động", "Timers", _timers(procedure), _LIMIT),
        table("Trao đổi với cơ quan khác", "Messages to agencies", _messages(procedure, label), _MESSAGE),
    )


def labels_of(bundle: Bundle, registry: Registry) -> Label:
    """Call the facts of a bundle, inside a sentence, what people call them."""

    def label(fact: str) -> Text:
        words = registry.label(bundle, fact)
        return by_code(fact) if words.vi == fact else Text(vi=f"“{words.vi}”", en=f"“{words.en}”")

    return label


def bundle_sheet(bundle: Bundle, registry: Registry) -> str:
    """Write a bundle as a Markdown sheet: members, links, promises, and what the rules remark."""
    label = labels_of(bundle, registry)
    return document(
        _head(
            bundle,
            [
                ("Tờ khai / Declaration", f"`{bundle.declaration}`"),
                ("Địa chỉ / Address", bundle.slug),
                _counting(bundle.clock),
            ],
        ),
        table("Thời hạn chung", "Deadlines", (_deadline(one, label) for one in bundle.deadlines), _LIMIT),
        table("Có thể trễ khi chuyển tiếp", "Late hand-overs accepted", _accepted(bundle, registry), _LIMIT),
        table("Thủ tục thành phần", "Members", _members(bundle, registry, label), _MEMBER),
        ["## Sơ đồ liên thông / How results flow", "", "```mermaid"],
        [bundle_diagram(bundle, registry).rstrip(), "```", ""],
        table("Lưu ý khi khai", "Remarks of the rules", _flags(bundle, label), _SOURCED),
    )


_LIMIT = ("Thời hạn", "Deadline", "Căn cứ / Source")
_SOURCED = ("Nội dung", "What", "Khi nào / When", "Căn cứ / Source")
_PAID = ("Mức hưởng", "Sum", "Căn cứ / Source")
_NEED = ("Thông tin", "Fact", "Mã / Code", "Mức độ / Need")
_NAMED = ("Nội dung", "What", "Mã / Code")
_MEMBER = ("Thủ tục", "Procedure", "Phiên bản / Version", "Khi nào / When")
_STATE = ("Trạng thái", "State", "Mã / Code", "Chờ ai / Waits for", "Đồng hồ / Clock")
_STEP = (
    "Bước",
    "Step",
    "Từ → đến / From → to",
    "Người thực hiện / By",
    "Điều kiện / Condition",
    "Căn cứ / Source",
)
_MESSAGE = ("Gửi đến / To", "Nội dung / About", "Dữ liệu gửi / Facts sent", "Trả lời → bước / Answer → step")


def _head(definition: Definition, more: Iterable[tuple[str, str]]) -> list[str]:
    until = day_in_words(definition.effective_to) if definition.effective_to else text("nay", "now")
    since = day_in_words(definition.effective_from)
    marked = any(source.provisional for source in _sources(definition))
    basis = "; ".join(map(_source, definition.legal_basis))
    rows = [
        ("Phiên bản / Version", f"`{definition.key}`"),
        ("Mã thủ tục / Official code", str(getattr(definition, "official_code", None) or "—")),
        ("Hiệu lực / In force", f"{since.vi} – {until.vi} / {since.en} – {until.en}"),
        ("Tình trạng / Standing", f"**{in_both(name_of(definition.standing))}**"),
        ("Căn cứ pháp lý / Legal basis", basis),
        *more,
    ]
    return [
        f"# {definition.text.vi}",
        "",
        f"*{definition.text.en}*",
        "",
        f"> {in_both(TITLE)}",
        *([">", f"> **{in_both(NOT_SETTLED)}**"] if marked else []),
        "",
        "| | |",
        "|---|---|",
        *(f"| {cell(name)} | {cell(value)} |" for name, value in rows),
        "",
    ]


def _counting(rules: ClockRules) -> tuple[str, str]:
    """Say from when a time limit counts, and until which hour."""
    first = text("ngày tiếp nhận", "the day of receipt")
    if rules.first_day == "next-working-day":
        first = text("ngày làm việc liền sau ngày tiếp nhận", "the working day after the day of receipt")
    vi = f"Nhận sau {rules.cut_off:%H:%M} là nhận vào ngày làm việc liền sau. Ngày thứ nhất là {first.vi}."
    en = f"After {rules.cut_off:%H:%M} counts as received on the next working day. Day one is {first.en}."
    return "Cách tính thời hạn / Counting", f"{in_both(Text(vi=vi, en=en))} {_source(rules.source)}"


def _sources(value: object) -> Iterator[Source]:
    """Find every source that a definition cites."""
    if isinstance(value, Source):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _sources(part)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _sources(getattr(value, name))


def _deadline(deadline: Deadline, label: Label) -> Row:
    days = joined((days_in_words(deadline.working_days), if_in_words(deadline.when, label)), "", "")
    source = _source(deadline.source)
    if deadline.target is None:
        return days, source
    goal = days_in_words(deadline.target)
    return Text(vi=f"{days.vi} (mục tiêu: {goal.vi})", en=f"{days.en} (target: {goal.en})"), source


def _accepted(bundle: Bundle, registry: Registry) -> Iterator[Row]:
    """Say which parts may end after the promise when what they wait for comes at closing time."""
    for one in bundle.accepted:
        part = registry.procedure(bundle.member(one.member).procedure).short
        days = days_in_words(one.days)
        yield Text(vi=f"{part.vi}: {days.vi}", en=f"{part.en}: {days.en}"), _source(one.source)


def _timers(procedure: Procedure) -> Iterator[Row]:
    for state in procedure.states:
        for timer in state.timers:
            days, step = days_in_words(timer.working_days), procedure.step(timer.step)
            name = step.text if step else NONE
            vi = f"{state.text.vi}: sau {days.vi} thì “{name.vi}”"
            yield (
                Text(vi=vi, en=f"{state.text.en}: after {days.en} “{name.en}”"),
                _source(timer.source),
            )


def _fees(procedure: Procedure, label: Label) -> Iterator[Row]:
    for fee in procedure.fees:
        amount = text("⚠ chưa rõ mức thu", "⚠ amount unknown")
        if fee.amount is not None:
            amount = Text(vi=f"{fee.amount:,} đồng".replace(",", "."), en=f"VND {fee.amount:,}")
        yield joined((fee.text, amount), ": ", ": "), _when(fee.when, label), _source(fee.source)
        for one in fee.exemptions:
            parts = (text("Miễn", "Exempt"), one.text, *_until(one))
            yield joined(parts, ": ", ": "), _when(one.when, label), _source(one.source)


def _until(one: Exemption) -> Iterator[Text]:
    """Say the last day of an exemption, when it has one."""
    if one.effective_to is not None:
        yield text(f"đến {one.effective_to:%d/%m/%Y}", f"until {one.effective_to:%d/%m/%Y}")


def _pays(procedure: Procedure) -> Iterator[Row]:
    for one in procedure.pays:
        yield joined((one.text, formula(one)), ": ", ": "), _source(one.source)
        yield from ((dong(figure.amount), _source(figure.source)) for figure in one.figures)


def _inputs(procedure: Procedure, label: Label) -> Iterator[Row]:
    for needed in procedure.inputs:
        need = "bắt buộc / required" if needed.required else "nếu có / if there is"
        yield label(needed.fact), f"`{needed.fact}`", need


def _papers(procedure: Procedure, label: Label) -> Iterator[Row]:
    for paper in procedure.evidence:
        yield paper.text, _when(paper.when, label), _source(paper.source)


def _outputs(procedure: Procedure) -> Iterator[Row]:
    for output in procedure.outputs:
        yield output.text, f"`{output.code}`"
        for item in output.items:
            yield Text(vi=f"· {item.text.vi}", en=f"· {item.text.en}"), f"`{output.code}.{item.code}`"


def _state(state: State) -> Row:
    name = state.text
    if state.ending:
        name = Text(vi=f"{name.vi} (kết thúc)", en=f"{name.en} (ending)")
    return name, f"`{state.code}`", in_both(name_of(state.waits_for)), in_both(name_of(state.clock))


def _step(procedure: Procedure, step: Step, label: Label) -> Row:
    sources = ", ".join(f"`{source}`" for source in step.source)
    condition = in_both(condition_in_words(step.when, label)) if step.when else "—"
    who = in_both(taker_in_words(procedure, step))
    return step.text, f"{sources} → `{step.target}`", who, condition, _source(step.rule)


def _messages(procedure: Procedure, label: Label) -> Iterator[Row]:
    seen: list[Ask] = []
    for _, _, ask in asking(procedure):
        if ask not in seen:
            seen.append(ask)
            sent = "; ".join(in_both(label(fact)) for fact in ask.carries) or "—"
            answers = "<br>".join(f"{answer.outcome} → `{answer.step}`" for answer in ask.answers)
            yield f"`{ask.agency}`", f"`{ask.about}`", sent, answers


def _members(bundle: Bundle, registry: Registry, label: Label) -> Iterator[Row]:
    for member, procedure in zip(bundle.members, registry.procedures_of(bundle).values(), strict=True):
        yield procedure.text, f"[`{procedure.key}`]({procedure.key}.md)", _when(member.when, label)


def _when(condition: Condition | None, label: Label) -> str:
    return in_both(condition_in_words(condition, label)) if condition else "luôn luôn / always"


def _source(source: Source | None) -> str:
    """Name the article once, and whatever is not settled about it in both languages."""
    if source is None:
        return "—"
    words = source_in_words(source)
    if words.vi == source.act:
        return source.act
    marks = (one.removeprefix(f"{source.act} (").removesuffix(")") for one in (words.vi, words.en))
    return f"{source.act} ({' / '.join(marks)})"


def _flags(bundle: Bundle, label: Label) -> Iterator[Row]:
    for flag in bundle.flags:
        stop = text("⛔ ", "⛔ ") if flag.refuses else text("", "")
        yield joined((stop, flag.text), "", ""), _when(flag.when, label), _source(flag.source)
