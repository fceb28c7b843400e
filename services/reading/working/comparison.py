"""Reading what was declared beside what each register says: only facts that the procedure needs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from services.reading.case_pages import Agreement, Cell, ComparedRow, ComparisonTable, OneSource
from services.reading.parts import questions_of
from services.reading.sources import SOURCES, how_of, words_of
from services.unit_of_work import UnitOfWork
from storage.dossiers import DossierRow
from workflows.bundle import Bundle
from workflows.forms.answers import shown_questions
from workflows.forms.origins import HOSPITAL, Origin, read, register_of, same_value
from workflows.language import Input, Procedure
from workflows.questions import Declaration, How, Question
from workflows.words import Text

Side = Literal["declared", "notice", "register", "issued"]
COLUMNS: dict[Side, Text] = {
    "declared": Text(vi="Người dân khai", en="Declared"),
    "notice": Text(vi="Giấy báo điện tử (mô phỏng)", en="Electronic notice (simulated)"),
    "register": Text(vi="Cơ sở dữ liệu (mô phỏng)", en="Registers (simulated)"),
    "issued": Text(vi="Kết quả đã cấp", en="Issued results"),
}


@dataclass(frozen=True, slots=True)
class _Filed:
    """What one declaration says, with where each answer came from."""

    bundle: Bundle
    declaration: Declaration
    facts: Mapping[str, Any]
    asked: Mapping[str, Question]
    questions: Mapping[str, Question]
    origins: Mapping[str, Origin]
    copied: Mapping[str, str]  # of each issued item, the fact that it was copied from


def compared(
    uow: UnitOfWork, row: DossierRow, procedure: Procedure, facts: Mapping[str, Any]
) -> ComparisonTable:
    """Lay the inputs of a procedure side by side, in the open unit of work; nothing else is read."""
    bundle, declaration = uow.registry.bundle(row.bundle), uow.registry.declaration(row.declaration)
    filed = _Filed(
        bundle=bundle,
        declaration=declaration,
        facts=facts,
        asked={question.fact: question for _, question in shown_questions(declaration, row.facts)},
        questions=questions_of(uow, row),
        origins=read(row.origins),
        copied={
            f"{output.code}.{item.code}": item.fact
            for member in uow.registry.procedures_of(bundle).values()
            for output in member.outputs
            for item in output.items
        },
    )
    lines = list(dict(_lines(uow, procedure, filed)).values())
    rows = [(label, cells) for label, cells in lines if len(cells) > 1]
    sides = tuple(side for side in COLUMNS if any(side in cells for _, cells in rows))
    return ComparisonTable(
        columns=tuple(COLUMNS[side] for side in sides),
        rows=tuple(
            ComparedRow(label, tuple(cells.get(side) for side in sides), _verdict(list(cells.values())))
            for label, cells in rows
        ),
        alone=tuple(_alone([(label, cells) for label, cells in lines if len(cells) == 1])),
    )


_Line = tuple[Text, dict[Side, Cell]]


def _alone(lines: list[_Line]) -> Iterator[OneSource]:
    """Put together what one side alone says, in the order of the sides."""
    found: dict[Text, list[tuple[Text, Cell]]] = {}
    for side, column in COLUMNS.items():
        for label, cell in ((label, cells[side]) for label, cells in lines if side in cells):
            found.setdefault(cell.note or column, []).append((label, cell))
    yield from (OneSource(source, tuple(some)) for source, some in found.items())


def _lines(uow: UnitOfWork, procedure: Procedure, filed: _Filed) -> Iterator[tuple[str, _Line]]:
    """Give each input a line of its own, unless it is what another one is held against."""
    may_see = {needed.fact: needed for needed in procedure.inputs}
    beside = {fact: other for fact in may_see if (other := _held_against(fact, filed)) in may_see}
    for fact, needed in may_see.items():
        label = uow.registry.label(filed.bundle, fact)
        # What nobody calls by a name is between the rules; people see what follows from it.
        if fact in beside or filed.facts.get(fact) is None or label.vi == fact:
            continue
        cells = _cells(needed, filed)
        for other, held in beside.items():
            if held == fact and filed.facts.get(other) is not None:
                cells |= _cells(may_see[other], filed)
        yield fact, (label, cells)
    for fact, held in beside.items():  # what it is held against was not given, so it stands alone
        if filed.facts.get(held or "") is None and filed.facts.get(fact) is not None:
            yield fact, (uow.registry.label(filed.bundle, fact), _cells(may_see[fact], filed))


def _held_against(fact: str, filed: _Filed) -> str | None:
    """Name the declared fact that a fact from elsewhere says again."""
    question = filed.asked.get(fact)
    return question.compared_with if question else filed.copied.get(fact)


def _cells(needed: Input, filed: _Filed) -> dict[Side, Cell]:
    """Return what is known of one fact, on the side that says it; and what had been typed instead."""
    fact, question = needed.fact, filed.asked.get(needed.fact)
    words = question or filed.questions.get(fact)
    origin, value = filed.origins.get(fact), filed.facts[fact]
    if question is None:
        if fact in filed.copied:
            return {"issued": Cell(needed.kind, value, words)}
        return {"declared": Cell(needed.kind, value, words, SOURCES[How.AUTOMATIC])}
    how = how_of(question, filed.facts, origin)
    said = words_of(origin, how)
    side = _side(filed.declaration, question, how)
    cells = {side: Cell(needed.kind, value, words, None if said == SOURCES[How.TYPED] else said)}
    if origin is not None and origin.declared is not None and side != "declared":
        cells["declared"] = Cell(needed.kind, origin.declared, words)
    return cells


def _side(declaration: Declaration, question: Question, how: How) -> Side:
    if how is How.REGISTER:
        return "notice" if register_of(declaration, question) == HOSPITAL else "register"
    return "register" if how is How.IDENTITY else "declared"


def _verdict(cells: list[Cell]) -> Agreement:
    """Say whether all sides agree."""
    first = cells[0].value
    return "same" if all(same_value(first, cell.value) for cell in cells[1:]) else "different"
