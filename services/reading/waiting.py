"""What a procedure waits for from people: a supplement, an answer to a draft, a consent."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from services import effects
from services.access import permissions
from services.citizens import consent_links
from services.reading.pages import Asked, Invited, Lapse
from services.unit_of_work import UnitOfWork
from storage import after_filing
from storage.cases import CaseRow
from storage.consents import consents_of
from storage.dossiers import DossierRow
from workflows.language import Procedure, State
from workflows.vocabulary import OfficialStatus
from workflows.words import Text

FACT, PAPER = "fact:", "paper:"


def supplement(case: CaseRow, state: State) -> tuple[str, ...]:
    """Return the lines of the request for a supplement, while it waits for its answer."""
    return request_lines(case.facts) if state.status is OfficialStatus.SUPPLEMENT else ()


def request_lines(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what was asked for with the one request of a case, line by line."""
    lines = str(facts.get("supplement.list", "")).splitlines()
    return tuple(line.strip() for line in lines if line.strip())


def asked(
    uow: UnitOfWork, row: DossierRow, case: CaseRow, procedure: Procedure, state: State
) -> tuple[Asked, ...]:
    """Return what a supplement must hold: questions of the form, papers, and what is said in words only."""
    if state.status is not OfficialStatus.SUPPLEMENT:
        return ()
    return everything_asked(uow, row, procedure, case.facts)


def everything_asked(
    uow: UnitOfWork, row: DossierRow, procedure: Procedure, facts: Mapping[str, Any]
) -> tuple[Asked, ...]:
    """Return each thing that the request of a case names."""
    lines = list(request_lines(facts))
    questions = {q.fact: q.text for q in uow.registry.declaration(row.declaration).questions()}
    papers = {evidence.code: evidence.text for evidence in procedure.evidence}
    found = []
    for code in str(facts.get("supplement.codes", "")).split():
        fact, paper = code.removeprefix(FACT), code.removeprefix(PAPER)
        if code.startswith(FACT) and fact in questions:
            found.append(Asked(questions[fact], _why(lines, questions[fact]), fact=fact))
        elif code.startswith(PAPER) and paper in papers:
            found.append(Asked(papers[paper], _why(lines, papers[paper]), paper=paper))
    return (*found, *(Asked(Text(vi=line, en=line)) for line in lines))


def request_line(label: Text, why: str) -> str:
    """Write the line of the request for one question or paper, with what is wrong with it."""
    return f"{label.vi}: {why}" if why else label.vi


def answer_by(uow: UnitOfWork, case: CaseRow, procedure: Procedure, state: State) -> datetime | None:
    """Return until when the state may last."""
    if not state.timers:
        return None
    return effects.timer_ends(uow, state.timers[0], procedure, case.entered_at)


def lapse(procedure: Procedure, state: State) -> Lapse | None:
    """Return what happens when that moment has passed, by the definition itself."""
    if not state.timers:
        return None
    timer = state.timers[0]
    step = procedure.step(timer.step)
    if step is None:
        return None
    return Lapse(step.text, procedure.state(step.target).ending, timer.working_days, timer.source)


def invited(uow: UnitOfWork, row: DossierRow, case: CaseRow, state: State) -> tuple[Invited, ...]:
    """List whose consent a case waits for; only who filed reads it, with the link of each to pass on."""
    if not state.consent_of or uow.actor.personal_id != row.owner:
        return ()
    links = after_filing.links_of(uow.connection, case.id)
    given = consents_of(uow.connection, case.id)
    found = []
    for person in sorted(permissions.consenting(state, row.facts)):
        link = links.get(person)
        answered = link.answered_at if link else None
        open_ = link is not None and person not in given and consent_links.is_open(link, uow.now)
        token = consent_links.token_of(uow, link) if link and open_ else None
        if person in given and answered is None:
            answered = case.entered_at
        name = consent_links.name_of(person, state, row.facts)
        found.append(Invited(name, person, answered, token, link.expires_at if link else None))
    return tuple(found)


def _why(lines: list[str], label: Text) -> str:
    """Take the line that speaks of a label out of the lines, and return what it says of it."""
    for line in lines:
        if line == label.vi or line.startswith(f"{label.vi}: "):
            lines.remove(line)
            return line[len(label.vi) + 2 :]
    return ""
