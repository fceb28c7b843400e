"""What in a case needs an officer's eye before it is opened: marks for the lines of a worklist."""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import Any

from services.unit_of_work import UnitOfWork
from storage.worklists import WorkRow
from workflows.forms.origins import same_value
from workflows.language import Procedure
from workflows.questions import Declaration
from workflows.words import Text

DUPLICATE = "duplicate-suspected"
_VERIFICATION = "verification"  # stands in the name of every state and fact of a verification


class Mark(StrEnum):
    """One thing to look at; the most urgent first."""

    MISMATCH = "mismatch"
    DUPLICATE = "duplicate"
    VERIFY = "verify"
    REMARK = "remark"


WORDS = {
    Mark.MISMATCH: Text(vi="Lệch dữ liệu", en="Differs from a register"),
    Mark.DUPLICATE: Text(vi="Nghi trùng", en="May be a duplicate"),
    Mark.VERIFY: Text(vi="Cần xác minh", en="Needs verification"),
    Mark.REMARK: Text(vi="Có lưu ý", en="Has a remark"),
}


def marks_of(uow: UnitOfWork, row: WorkRow, procedure: Procedure) -> tuple[Mark, ...]:
    """Return the marks of a case, only from what its procedure's declared inputs contain (least data)."""
    return tuple(_marks(uow, row, procedure))


def _marks(uow: UnitOfWork, row: WorkRow, procedure: Procedure) -> Iterator[Mark]:
    visible = {needed.fact for needed in procedure.inputs}
    if _differs(uow, row, visible):
        yield Mark.MISMATCH
    if DUPLICATE in row.flags:
        yield Mark.DUPLICATE
    if _VERIFICATION in row.state or _verified(row.own_facts):
        yield Mark.VERIFY
    if any(flag != DUPLICATE for flag in row.flags):
        yield Mark.REMARK


def _differs(uow: UnitOfWork, row: WorkRow, visible: Collection[str]) -> bool:
    """Say whether a register has another value than was declared, now or before it was put right."""
    return any(
        row.facts.get(held) is not None and not same_value(row.facts.get(declared), row.facts[held])
        for held, declared in _pairs(uow.registry.declaration(row.declaration))
        if held in visible and declared in visible
    ) or any(fact in visible and "declared" in origin for fact, origin in row.origins.items())


def _pairs(declaration: Declaration) -> Iterator[tuple[str, str]]:
    """Give the facts that a register holds against declared ones."""
    for question in declaration.questions():
        if question.compared_with:
            yield question.fact, question.compared_with


def _verified(own: Mapping[str, Any]) -> bool:
    return any(value is True and _VERIFICATION in fact for fact, value in own.items())
