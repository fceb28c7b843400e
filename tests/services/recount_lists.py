"""The lists behind the supervisor's figures, counted again: which dossiers, and what each line says."""

from __future__ import annotations

from typing import NamedTuple

from services.access.actors import AGENCIES
from tests.services.raw_books import Case, File
from tests.services.recount import MEASURES, Look, sorry_at, stuck
from tests.services.recount_stays import Each, Recount, one
from workflows.vocabulary import Waits

A_PAGE = 25
WORDS = {
    Waits.OFFICER: "chờ cán bộ xử lý",
    Waits.CITIZEN: "chờ người nộp",
    Waits.RELATIVE: "chờ người liên quan đồng ý",
    Waits.AGENCY: "chờ hệ thống khác",
    Waits.NOBODY: "đã kết thúc",
}


class Line(NamedTuple):
    """What a line of a list says of a dossier, in Vietnamese."""

    number: str
    procedure: str
    state: str
    office: str
    holder: str
    reason: str
    submitted: str
    due: str
    apologised: str


def lines(look: Look, code: str) -> set[Line]:
    """Write every line of the list behind a measure."""
    wanted = look.counts[code]
    return {_line(look, file) for file in look.files if file.number in wanted}


def amounts(look: Look, code: str) -> dict[str, tuple[float, bool]]:
    """Say of each dossier of a list how much was counted, and whether it keeps what is asked."""
    return {number: (one[0], not look.fails(code, one)) for number, one in look.counts[code].items()}


def _line(look: Look, file: File) -> Line:
    case = _in_question(look, file)
    sorry = sorry_at(file)
    return Line(
        number=file.number,
        procedure=case.procedure.short.vi,
        state=case.procedure.state(case.state).text.vi,
        office=look.books.names[case.office],
        holder=case.holder,
        reason=_reason(look, file, case),
        submitted=str(file.submitted.timestamp()),
        due=str(file.due.timestamp()) if file.due else "",
        apologised=str(sorry.timestamp()) if sorry else "",
    )


def _in_question(look: Look, file: File) -> Case:
    """Choose the case that runs and is due first, or the one that ended last."""
    here = [case for case in file.cases.values() if case.office in look.offices]
    running = [case for case in here if case.ended is None]
    if running:
        return min(running, key=lambda case: (case.due is None, case.due or look.now, case.id))
    return max(here, key=lambda case: (case.ended or look.since, case.id))


def _reason(look: Look, file: File, case: Case) -> str:
    if file.ended is not None:
        return ""
    if held_up := stuck(file, look):
        return f"{AGENCIES[held_up[0]['agency']]} chưa nhận dữ liệu"
    return WORDS[case.procedure.state(case.state).waits_for]


def numbers(code: str) -> dict[str, Recount]:
    """Say which function recounts each number of the list behind a measure, on its first page."""

    def days(look: Look) -> Each:
        wanted = (file for file in look.files if file.number in look.counts[code])
        return {(file.number,): file.days_until(file.ended) if file.ended else None for file in wanted}

    return {
        "reading.value": one(lambda look: look.figure(code)[0]),
        "reading.of": one(lambda look: look.figure(code)[1]),
        "reading.missed": one(lambda look: look.missed(code)),
        "found": one(lambda look: len(look.counts[code])),
        "page": one(lambda look: 1),
        "pages": one(lambda look: max(1, -(-len(look.counts[code]) // A_PAGE))),
        "lines[].days": days,
        "lines[].amount": lambda look: {(number,): c[0] for number, c in look.counts[code].items()},
    }


LISTS: dict[str, dict[str, Recount]] = {code: numbers(code) for code in MEASURES}
