"""The list behind a figure: the very dossiers that were counted, without a word of what they say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from services.access.agency_names import name_of
from services.jurisdiction.province import require_supervisor
from services.reading.supervising.measures import BY_CODE, Counted, Measure, Reading, stuck_hops
from services.reading.supervising.readings import fails, reading
from services.reading.supervising.scope import Asked, View, look
from services.reading.supervising.tally import CaseTally, Tally
from services.unit_of_work import UnitOfWork
from storage import figures
from workflows.errors import NotFound
from workflows.vocabulary import Waits
from workflows.words import Text

PAGE = 25
NO_SUCH_FIGURE = Text(vi="Không có chỉ tiêu này.", en="There is no such figure.")
WAITING_FOR = {
    Waits.OFFICER.value: Text(vi="chờ cán bộ xử lý", en="waits for an officer"),
    Waits.CITIZEN.value: Text(vi="chờ người nộp", en="waits for the requester"),
    Waits.RELATIVE.value: Text(vi="chờ người liên quan đồng ý", en="waits for somebody's consent"),
    Waits.AGENCY.value: Text(vi="chờ hệ thống khác", en="waits for another system"),
    Waits.NOBODY.value: Text(vi="đã kết thúc", en="has ended"),
}
NO_TEXT = Text(vi="", en="")


@dataclass(frozen=True, slots=True)
class FileLine:
    """One dossier of a list: code, where it lies and whose it is, its dates; no data of the family.

    `kept` says whether it keeps what the measure asks; `amount` is what was counted of it.
    """

    number: str
    bundle: Text
    procedure: Text
    state: Text
    office: Text
    holder: str
    reason: Text
    submitted_at: datetime
    due_at: datetime | None
    ended_at: datetime | None
    days: int | None
    amount: float
    kept: bool
    apologised_at: datetime | None


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of the dossiers behind a figure; `only` leaves those that keep it out."""

    asked: Asked
    province: Text | None
    office: Text | None
    reading: Reading
    only: bool
    lines: tuple[FileLine, ...]
    page: int
    pages: int
    found: int
    since: datetime
    now: datetime


def file_list(uow: UnitOfWork, code: str, asked: Asked, *, only: bool, page: int | None) -> ListPage:
    """Read the dossiers behind a figure, those to look at first; without a page number all of them.

    Raises:
        NotAllowed: the person is no supervisor.
        NotFound: there is no such figure, or no such office in the province.
    """
    require_supervisor(uow)
    measure = BY_CODE.get(code)
    if measure is None:
        raise NotFound(text=NO_SUCH_FIGURE)
    with uow:
        view = look(uow, asked)
        found = counted(measure, view, only=only)
        pages = max(1, -(-len(found) // PAGE))
        at = min(max(1, page), pages) if page else 1
        shown = found[(at - 1) * PAGE : at * PAGE] if page else found
        return ListPage(
            asked=asked,
            province=view.province,
            office=view.offices.get(asked.office),
            reading=reading(measure, view.tallies, view.span),
            only=only,
            lines=tuple(_lines(uow, view, measure, shown)),
            page=at,
            pages=pages,
            found=len(found),
            since=view.span.since,
            now=view.span.now,
        )


def counted(measure: Measure, view: View, *, only: bool) -> list[tuple[Tally, tuple[float, int]]]:
    """List what a measure counts, with its counts: what fails first, then the largest amount, the oldest."""
    found = [(tally, counted) for tally, counted in _all(measure, view) if counted is not None]
    wanted = [one for one in found if fails(measure, one[1])] if only else found
    return sorted(wanted, key=lambda one: _order(measure, *one))


def _all(measure: Measure, view: View) -> Iterable[tuple[Tally, Counted]]:
    return ((tally, measure.count(tally, view.span)) for tally in view.tallies)


def _order(measure: Measure, tally: Tally, found: tuple[float, int]) -> tuple[bool, float, datetime, str]:
    due = tally.due_at if measure.kind == "count" and tally.due_at else tally.submitted_at
    return not fails(measure, found), -found[0], due, tally.id


def _lines(
    uow: UnitOfWork, view: View, measure: Measure, shown: list[tuple[Tally, tuple[float, int]]]
) -> Iterable[FileLine]:
    holders = {case.officer_id for tally, _ in shown for case in view.own(tally) if case.officer_id}
    names = figures.officer_names(uow.connection, holders)
    return (_line(uow, view, measure, tally, found, names) for tally, found in shown)


def _line(
    uow: UnitOfWork,
    view: View,
    measure: Measure,
    tally: Tally,
    found: tuple[float, int],
    names: Mapping[str, str],
) -> FileLine:
    case = in_question(view, tally)
    procedure = uow.registry.procedure(case.procedure)
    return FileLine(
        number=tally.number,
        bundle=uow.registry.bundle(tally.key).text,
        procedure=procedure.short,
        state=procedure.state(case.state).text,
        office=view.offices[case.office_id],
        holder=names.get(case.officer_id or "", ""),
        reason=_reason(view, tally, case),
        submitted_at=tally.submitted_at,
        due_at=tally.due_at,
        ended_at=tally.ended_at,
        days=tally.days,
        amount=found[0],
        kept=not fails(measure, found),
        apologised_at=tally.apologised_at,
    )


def in_question(view: View, tally: Tally) -> CaseTally:
    """Return the case that a line speaks of: the running one due first, or the one that ended last."""
    cases = view.own(tally)
    running = [case for case in cases if case.ended_at is None]
    if running:
        return min(running, key=lambda case: (case.due_at is None, case.due_at or view.span.now, case.id))
    return max(cases, key=lambda case: (case.ended_at or view.span.since, case.id))


def _reason(view: View, tally: Tally, case: CaseTally) -> Text:
    """Say what a running dossier waits for; never in an officer's free words: those may name people."""
    if tally.ended_at is not None:
        return NO_TEXT
    if stuck := stuck_hops(tally, view.span):
        name = name_of(stuck[0].agency)
        return Text(vi=f"{name.vi} chưa nhận dữ liệu", en=f"{name.en} does not have the data")
    return WAITING_FOR[case.waits_for]
