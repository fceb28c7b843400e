"""Reading for operators: links, messages, proposals, reconciliations, and what was done."""

import re
from datetime import datetime, timedelta

from services.access import permissions
from services.access.agency_names import name_of
from services.agencies.contract import Agencies
from services.operators import acts, ending, pages, reconciling, resending
from services.operators.acts import Matter
from services.operators.judging import RESULTS
from services.unit_of_work import UnitOfWork
from storage import links, operations
from storage.cases import look_at_case
from storage.links import Line
from storage.operations import DifferenceRow, ForceEndRow, OperationRow, ReconciliationRow
from workflows.errors import NotFound
from workflows.language import Procedure
from workflows.machine import compiled
from workflows.vocabulary import Role
from workflows.words import Text

PAGE = 25
RUNS = 20
# Messages older than this say nothing about the link of today.
OF_LATE = timedelta(days=7)
# Longer than this without the answer that was announced, and a link counts as slow.
SLOW_AFTER = timedelta(minutes=10)
RESEND, STOP, END = "gui-lai", "thoi-cho", "ket-thuc"
_LONG_NUMBER = re.compile(r"\d{6,}")
_DIFFERENT = tuple(result for result in RESULTS if result != "matches")


def links_page(uow: UnitOfWork, agencies: Agencies) -> pages.LinksPage:
    """Read how the way to every agency stands, from what happened to its messages.

    Raises:
        NotAllowed: the person is no operator.
    """
    with uow:
        acts.require(uow)
        counts = links.counts(uow.connection)
        known = sorted({*agencies, *(agency for agency, _ in counts)})
        lines = tuple(_link(uow, agency, counts) for agency in known)
        open_ = [row for row in operations.undecided(uow.connection) if row.until >= uow.now]
        return pages.LinksPage(uow.now, lines, len(open_))


def messages_page(uow: UnitOfWork, agency: str | None, queue: str, page: int) -> pages.MessagesPage:
    """Read one queue of messages, oldest first.

    Raises:
        NotAllowed: the person is no operator.
        NotFound: there is no such queue.
    """
    with uow:
        acts.require(uow)
        if queue not in links.QUEUES:
            raise NotFound(text=Text(vi="Không có danh sách này.", en="There is no such list."))
        page = max(1, page)
        found, count = links.listed(uow.connection, agency, queue, PAGE, (page - 1) * PAGE)
        name = name_of(agency) if agency else None
        lines = tuple(_line(uow, line) for line in found)
        return pages.MessagesPage(agency, name, queue, lines, count, page, _pages(count))


def message_page(uow: UnitOfWork, message_id: str) -> pages.MessagePage:
    """Read one message and what may be done about it.

    Raises:
        NotAllowed: the person is no operator.
        NotFound: there is no such message.
    """
    with uow:
        acts.require(uow)
        line = links.lines(uow.connection, [message_id]).get(message_id)
        case = look_at_case(uow.connection, line[0].case_id) if line else None
        if line is None or case is None:
            raise NotFound(text=acts.NO_SUCH_MESSAGE)
        row, found = line[0], Matter(line[0], case, line[1])
        procedure = uow.registry.procedure(case.procedure)
        return pages.MessagePage(
            line=_line(uow, line),
            acknowledged_at=row.acknowledged_at,
            answered_at=row.answered_at,
            failed_at=row.failed_at,
            resent_at=row.resent_at,
            answers=tuple(
                pages.AnswerLine(one.received_at, one.outcome, _step(procedure, one.step))
                for one in links.answers_to(uow.connection, message_id)
            ),
            acts=_acts(uow, found),
            officer_steps=_officer_steps(uow, found, procedure),
            done=tuple(_done(one) for one in operations.operations_on(uow.connection, message_id)),
        )


def proposals(uow: UnitOfWork) -> tuple[pages.ProposalLine, ...]:
    """Read the proposals that wait for a second person, oldest first; after them those that have lapsed.

    A lapsed one is told of while its message is still open and nobody has proposed it anew.

    Raises:
        NotAllowed: the person is no operator.
    """
    with uow:
        acts.require(uow)
        rows = operations.undecided(uow.connection)
        newest = {row.message_id: row.id for row in rows}
        known = links.lines(uow.connection, list(newest))
        lines = [
            _proposal(uow, row, known[row.message_id]) for row in rows if newest[row.message_id] == row.id
        ]
        waiting = [line for line in lines if not line.lapsed]
        lapsed = [line for line in lines if line.lapsed and line.line.state not in ("answered", "ended")]
        return (*waiting, *lapsed)


def reconciliations_page(uow: UnitOfWork, agencies: Agencies) -> pages.ReconciliationsPage:
    """Read the newest reconciliations.

    Raises:
        NotAllowed: the person is no operator.
    """
    with uow:
        acts.require(uow)
        runs = operations.reconciliations(uow.connection, RUNS)
        choice = tuple((agency, name_of(agency)) for agency in sorted(agencies))
        return pages.ReconciliationsPage(tuple(_run(row, results) for row, results in runs), choice)


def report_page(uow: UnitOfWork, reconciliation_id: str, page: int) -> pages.ReportPage:
    """Read one reconciliation with its differences.

    Raises:
        NotAllowed: the person is no operator.
        NotFound: there is no such reconciliation.
    """
    with uow:
        acts.require(uow)
        row = operations.reconciliation(uow.connection, reconciliation_id)
        if row is None:
            raise NotFound(text=Text(vi="Không có lần đối soát này.", en="There is no such reconciliation."))
        results, page = operations.results_of(uow.connection, reconciliation_id), max(1, page)
        items = operations.items(uow.connection, reconciliation_id, _DIFFERENT, PAGE, (page - 1) * PAGE)
        known = links.lines(uow.connection, [item.message_id for item in items])
        lines = tuple(_difference(uow, item, known[item.message_id]) for item in items)
        count = sum(results.get(result, 0) for result in _DIFFERENT)
        return pages.ReportPage(_run(row, results), lines, page, _pages(count))


def log_page(uow: UnitOfWork, page: int) -> pages.LogPage:
    """Read what operators did, newest first.

    Raises:
        NotAllowed: the person is neither operator nor supervisor.
    """
    if not uow.actor.roles & {Role.OPERATOR, Role.SUPERVISOR}:
        acts.require(uow)
    page = max(1, page)
    with uow:
        found, count = operations.operations(uow.connection, PAGE, (page - 1) * PAGE)
        return pages.LogPage(tuple(_done(row) for row in found), count, page, _pages(count))


def _link(
    uow: UnitOfWork, agency: str, counts: dict[tuple[str, str], tuple[int, datetime]]
) -> pages.LinkLine:
    own = {queue: counts[agency, queue] for queue in links.QUEUES if (agency, queue) in counts}
    reached, failed = links.last_contact(uow.connection, agency, uow.now - OF_LATE)
    held = links.held_since(uow.connection, agency)
    waiting = [at for queue, (_, at) in own.items() if queue not in ("dead", "ended")]
    state = "up"
    if failed and (reached is None or failed >= reached):
        state = "down"
    elif held and uow.now - held > SLOW_AFTER:
        state = "slow"
    elif reached is None:
        state = "quiet"
    return pages.LinkLine(
        agency=agency,
        name=name_of(agency),
        state=state,
        reached_at=reached,
        failed_at=failed,
        held_since=held,
        oldest_at=min(waiting, default=None),
        counts={queue: own[queue][0] if queue in own else 0 for queue in links.QUEUES},
    )


def _line(uow: UnitOfWork, line: Line) -> pages.MessageLine:
    row, number, key, state = line
    procedure = uow.registry.procedure(key)
    return pages.MessageLine(
        id=row.id,
        number=number or "",
        procedure=procedure.short,
        case_state=procedure.state(state).text,
        agency=name_of(row.agency),
        about=row.about,
        state="failed" if row.state == "waiting" and row.attempts else row.state,
        attempts=row.attempts,
        error=_safe(row.last_error),
        created_at=row.created_at,
    )


def _safe(error: str | None) -> str:
    """Return the beginning of what went wrong, without any long number: it might be a person's."""
    return _LONG_NUMBER.sub("…", error or "")[:160]


def _acts(uow: UnitOfWork, found: Matter) -> tuple[pages.Act, ...]:
    refusals = {
        RESEND: resending.why_not_resend,
        STOP: resending.why_not_stop,
        END: ending.why_not_propose,
    }
    if permissions.is_family(uow.actor, found.case.dossier_facts):
        return tuple(pages.Act(code, permissions.RELATED) for code in refusals)
    return tuple(pages.Act(code, why_not(uow, found)) for code, why_not in refusals.items())


def _officer_steps(uow: UnitOfWork, found: Matter, procedure: Procedure) -> tuple[Text, ...]:
    """List what the definition lets an officer do once the case no longer waits for this answer."""
    code = resending.way_out(uow, found)
    out = procedure.step(code) if code else None
    target = out.target if out else found.case.state
    officers = (Role.CLERK, Role.LEADER)
    return tuple(step.text for step in compiled(procedure).steps_from.get(target, ()) if step.by in officers)


def _step(procedure: Procedure, code: str | None) -> Text | None:
    step = procedure.step(code) if code else None
    return step.text if step else None


def _proposal(uow: UnitOfWork, row: ForceEndRow, line: Line) -> pages.ProposalLine:
    own, lapsed = row.proposed_by == uow.actor.id, row.until < uow.now
    answered = line[0].state == "answered"
    refusals = ((ending.TOO_LATE, lapsed), (ending.SAME_PERSON, own), (resending.ANSWERED, answered))
    return pages.ProposalLine(
        id=row.id,
        line=_line(uow, line),
        by=row.proposed_name,
        at=row.proposed_at,
        until=row.until,
        reason=row.reason,
        own=own,
        lapsed=lapsed,
        refusal=next((why for why, holds in refusals if holds), None),
    )


def _run(row: ReconciliationRow, results: dict[str, int]) -> pages.RunLine:
    return pages.RunLine(
        id=row.id,
        agency=name_of(row.agency),
        since=row.since,
        until=row.until - timedelta(seconds=1),
        total=row.total,
        asked=row.asked,
        by=row.ordered_name,
        at=row.ordered_at,
        reason=row.reason,
        finished_at=row.finished_at,
        results={result: results.get(result, 0) for result in RESULTS},
    )


def _difference(uow: UnitOfWork, item: DifferenceRow, line: Line) -> pages.DifferenceLine:
    return pages.DifferenceLine(
        line=_line(uow, line),
        result=item.result,
        items=item.items,
        repeatable=reconciling.can_be_repeated(item, line[0]) and item.repeated_at is None,
        repeated_at=item.repeated_at,
        note=item.note,
        noted_by=item.noted_by,
    )


def _done(row: OperationRow) -> pages.DoneLine:
    return pages.DoneLine(
        at=row.at,
        who=row.actor_name,
        act=acts.ACTS.get(row.act, Text(vi=row.act, en=row.act)),
        reason=row.reason,
        agency=name_of(row.agency) if row.agency else None,
        message_id=row.message_id,
        number=row.number,
    )


def _pages(count: int) -> int:
    return max(1, -(-count // PAGE))
