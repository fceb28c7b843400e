"""What a definition says, as rows: the moves of a procedure, the members of a bundle, the parts of a form."""

from __future__ import annotations

from dataclasses import dataclass

from workflows.bundle import Bundle
from workflows.language import Authority, Procedure, Step
from workflows.lock import Lockable
from workflows.questions import Declaration
from workflows.registry import Registry
from workflows.sheets.drawing import labels_of
from workflows.sheets.wording import Label, condition_in_words, days_in_words, name_of
from workflows.words import Text, text

NOTHING = text("–", "–")
Row = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under their headings; `code` names the table for its caption and its anchor."""

    code: str
    columns: Row
    rows: tuple[Row, ...]


def tables_of(registry: Registry, definition: Lockable) -> tuple[Table, ...]:
    """Return everything a reader who cannot see the map needs, and more."""
    match definition:
        case Procedure():
            return _moves(definition, _words(registry, definition)), _states(definition)
        case Bundle():
            return _members(registry, definition), _links(registry, definition)
        case Declaration():
            return (_sections(definition),)
        case Authority():
            return (_procedures(registry, definition),)


def _words(registry: Registry, procedure: Procedure) -> Label:
    """Call facts as the newest bundle does that the procedure belongs to."""
    for bundle in reversed(registry.all_bundles()):
        known = all(member.procedure in registry.procedures for member in bundle.members)
        if known and any(member.procedure == procedure.key for member in bundle.members):
            return _called(bundle, registry)
    return _code


def _called(bundle: Bundle, registry: Registry) -> Label:
    """Call facts what the form and the officers' boxes call them; what has no name there by its code."""
    if bundle.declaration not in registry.declarations:
        return _code
    known = labels_of(bundle, registry)
    return lambda fact: _bare(known(fact))


def _bare(words: Text) -> Text:
    return Text(vi=words.vi.strip("`"), en=words.en.strip("`"))


def _moves(procedure: Procedure, label: Label) -> Table:
    names = {state.code: state.text for state in procedure.states}
    rows = []
    for step in procedure.steps:
        sources = _together([names.get(one, _code(one)) for one in step.source])
        target = names.get(step.target, _code(step.target))
        rows.append((step.text, sources, target, name_of(step.by), _condition(step, label)))
    columns = (
        text("Bước", "Step"),
        text("Từ", "From"),
        text("Đến", "To"),
        text("Ai làm", "Taken by"),
        text("Điều kiện", "Condition"),
    )
    return Table("moves", columns, tuple(rows))


def _states(procedure: Procedure) -> Table:
    rows = tuple(
        (
            state.text,
            name_of(state.waits_for),
            name_of(state.clock),
            name_of(state.ending) if state.ending else NOTHING,
        )
        for state in procedure.states
    )
    columns = (
        text("Trạng thái", "State"),
        text("Chờ ai", "Waits for"),
        text("Đồng hồ", "Clock"),
        text("Kết thúc", "Ending"),
    )
    return Table("states", columns, rows)


def _members(registry: Registry, bundle: Bundle) -> Table:
    label = _called(bundle, registry)
    rows = []
    for member in bundle.members:
        procedure = registry.procedures.get(member.procedure)
        if procedure is None:
            rows.append((_code(member.code), _code(member.procedure), NOTHING, NOTHING))
            continue
        when = condition_in_words(member.when, label) if member.when else text("luôn luôn", "always")
        limit = days_in_words(procedure.deadlines[-1].working_days) if procedure.deadlines else NOTHING
        rows.append((procedure.text, _code(procedure.version), limit, when))
    columns = (
        text("Thủ tục", "Procedure"),
        text("Phiên bản", "Version"),
        text("Thời hạn", "Time limit"),
        text("Khi nào", "When"),
    )
    return Table("members", columns, tuple(rows))


def _links(registry: Registry, bundle: Bundle) -> Table:
    known = {
        m.code: registry.procedures[m.procedure] for m in bundle.members if m.procedure in registry.procedures
    }
    rows = []
    for link in bundle.links:
        giver, receiver = known.get(link.giver), known.get(link.receiver)
        output = next((one.text for one in giver.outputs if one.code == link.output), None) if giver else None
        names = (
            giver.short if giver else _code(link.giver),
            receiver.short if receiver else _code(link.receiver),
        )
        rows.append((names[0], output or _code(link.output), names[1], name_of(link.on_failure)))
    columns = (
        text("Từ thủ tục", "From"),
        text("Kết quả", "Result"),
        text("Mở thủ tục", "Opens"),
        text("Khi không có kết quả", "When there is no result"),
    )
    return Table("links", columns, tuple(rows))


def _sections(declaration: Declaration) -> Table:
    rows = tuple(
        (
            section.text,
            _number(len(section.questions)),
            _number(sum(1 for one in section.questions if one.when)),
        )
        for section in declaration.sections
    )
    columns = (
        text("Phần", "Part"),
        text("Số câu hỏi", "Questions"),
        text("Chỉ hỏi khi cần", "Asked only if needed"),
    )
    return Table("sections", columns, rows)


def _procedures(registry: Registry, authority: Authority) -> Table:
    rows = tuple(
        (one.text, _code(one.version), name_of(authority.level), name_of(one.standing))
        for one in registry.procedures.values()
        if one.authority == authority.code
    )
    columns = (
        text("Thủ tục", "Procedure"),
        text("Phiên bản", "Version"),
        text("Cấp", "Level"),
        text("Tình trạng", "Standing"),
    )
    return Table("procedures", columns, rows)


def _condition(step: Step, label: Label) -> Text:
    return condition_in_words(step.when, label) if step.when else NOTHING


def _together(names: list[Text]) -> Text:
    return Text(vi="; ".join(one.vi for one in names), en="; ".join(one.en for one in names))


def _code(code: str) -> Text:
    return Text(vi=code, en=code)


def _number(count: int) -> Text:
    return _code(str(count))
