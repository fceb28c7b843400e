"""What the move of one case does to its neighbours: the chain of a bundle (liên thông)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from services import effects, progress, search_words
from services.access.actors import Actor
from services.progress import Moved
from services.signals import signal, tell
from services.time import timekeeping, watch
from services.unit_of_work import UnitOfWork
from storage import dossiers
from storage.cases import CaseRecord, CaseRow, cases_of
from storage.dossiers import DossierRow
from storage.outputs import OutputRow, issued_in, replace_outputs
from storage.rows import add
from workflows import chain
from workflows.bundle import Bundle
from workflows.chain import MemberProgress
from workflows.errors import ConcurrentChange, TransitionRefused
from workflows.forms.cleaning import fold
from workflows.language import Output, Procedure
from workflows.letters import ENDED, RESULTS_READY
from workflows.vocabulary import Ending, Signal
from workflows.words import Text


def advance(
    uow: UnitOfWork,
    case_id: str,
    code: str,
    values: Mapping[str, Any] | None = None,
    *,
    corrections: Mapping[str, Any] | None = None,
    by: Actor | None = None,
) -> Moved:
    """Take a step of a case and let its neighbours follow, all in the open unit of work.

    `corrections` are new values for facts of an output that a `corrects` step mends.

    Raises:
        NotFound, NotAllowed, TransitionRefused, ConcurrentChange: as `progress.move`.
    """
    case = progress.read(uow, case_id)
    if corrections:
        _correct_facts(uow, case, code, corrections)
        case = progress.read(uow, case_id)
    moved = progress.move(uow, case, code, {**(values or {}), **(corrections or {})}, by=by)
    if _touches_neighbours(moved):
        _follow(uow, moved)
    return moved


def open_what_may(uow: UnitOfWork, dossier: DossierRow) -> DossierRow:
    """Open every member that may open now, tell the dossier's own end and due date, and return it anew.

    Opening can end a case at once (nothing to do for this family), which may open
    the next; so this goes on until nothing moves any more.
    """
    if dossier.state == "withdrawn":  # an act that was under way still ends, but nothing opens after it
        return dossier
    bundle = uow.registry.bundle(dossier.bundle)
    cases = cases_of(uow.connection, dossier.id)
    issued = issued_in(uow.connection, dossier.id)
    while ready := chain.openable(bundle, dossier.facts, _progress(cases, issued)):
        cases += [progress.open_case(uow, dossier, member) for member in ready]
    ended = chain.settled(bundle, dossier.facts, _progress(cases, issued))
    return _settle(uow, dossier, bundle, cases, "finished" if ended else "in-progress")


def withdraw_all(uow: UnitOfWork, dossier: DossierRow) -> int:
    """Stop every case that still runs (118/2025/NĐ-CP Art. 21); say how many. Finished acts stand."""
    stopped = 0
    for case in cases_of(uow.connection, dossier.id):
        if signal(uow, case, Signal.WITHDRAWN, by=uow.actor):
            stopped += 1
    dossier = _again(uow, dossier.id)
    cases = cases_of(uow.connection, dossier.id)
    _settle(uow, dossier, uow.registry.bundle(dossier.bundle), cases, "withdrawn")
    return stopped


def _touches_neighbours(moved: Moved) -> bool:
    step, state = moved.outcome.step, moved.outcome.state
    return bool(
        moved.outcome.issues
        or step.returns
        or step.keeps
        or state.ending
        or moved.clock_changed
        or step.signal
    )


def _follow(uow: UnitOfWork, moved: Moved) -> None:
    dossier = _again(uow, moved.case.dossier_id)
    bundle = uow.registry.bundle(dossier.bundle)
    step = moved.outcome.step
    for code in moved.outcome.issues:
        dossier = _issue(uow, dossier, bundle, moved, code)
    if step.returns:
        _return_to_issuer(uow, dossier, bundle, moved)
    if step.keeps:
        tell(uow, dossier, bundle, moved.case.member, step.keeps, Signal.INPUT_STANDS, None)
    open_what_may(uow, dossier)


# --- issuing ------------------------------------------------------------------------------------


def _issue(uow: UnitOfWork, dossier: DossierRow, bundle: Bundle, moved: Moved, code: str) -> DossierRow:
    """Write an output, hand its items to the bundle, and reopen whoever used an item that changed."""
    procedure = uow.registry.procedure(moved.case.procedure)
    output = procedure.output(code)
    items = _items(output, {**dossier.facts, **moved.facts})
    earlier = sum(1 for _, other in issued_in(uow.connection, dossier.id) if other == code)
    if earlier:
        replace_outputs(uow.connection, moved.case.id, code)
    row = _output_row(uow, moved, code, earlier + 1, items)
    add(uow.connection, row)
    effects.order_document(uow, row.id)
    issued = {f"{code}.{name}": value for name, value in items.items()}
    changed = {fact for fact, value in issued.items() if dossier.facts.get(fact) not in (None, value)}
    dossier = _change(uow, dossier, facts={**dossier.facts, **issued})
    if earlier:
        tell(uow, dossier, bundle, moved.case.member, code, Signal.INPUT_CORRECTED, changed)
        # Whoever still waits relied on nothing that changed: the output stands for them.
        tell(uow, dossier, bundle, moved.case.member, code, Signal.INPUT_STANDS, None)
    return dossier


def _items(output: Output, facts: Mapping[str, Any]) -> dict[str, Any]:
    absent = [item.text for item in output.items if item.required and facts.get(item.fact) is None]
    if absent:
        raise TransitionRefused(
            text=Text(
                vi=f"Chưa cấp được “{output.text.vi}”: thiếu {', '.join(text.vi for text in absent)}.",
                en=f"“{output.text.en}” cannot be issued: {', '.join(text.en for text in absent)} missing.",
            )
        )
    return {item.code: facts[item.fact] for item in output.items if facts.get(item.fact) is not None}


def _output_row(uow: UnitOfWork, moved: Moved, code: str, version: int, items: dict[str, Any]) -> OutputRow:
    return OutputRow(
        id=uow.new_id(),
        dossier_id=moved.case.dossier_id,
        case_id=moved.case.id,
        code=code,
        version=version,
        standing="valid",
        items=items,
        issued_at=uow.now,
    )


# --- correction ---------------------------------------------------------------------------------


def _return_to_issuer(uow: UnitOfWork, dossier: DossierRow, bundle: Bundle, moved: Moved) -> None:
    """Send a wrong output back to who issued it, and hold exactly those who use what is in doubt."""
    output = str(moved.outcome.step.returns)
    giver = chain.giver_of(bundle, moved.case.member, output)
    case = next((c for c in cases_of(uow.connection, dossier.id) if c.member == giver), None)
    wrong = f"{output}.{moved.facts.get('wrong-items', '')}"
    if case is None or not signal(uow, case, Signal.CORRECTION_ASKED):
        raise TransitionRefused(
            text=Text(
                vi="Nơi cấp giấy này đang sửa hoặc không còn giữ hồ sơ, chưa thể trả lại.",
                en="The issuer is already correcting it, or no longer holds the file.",
            )
        )
    tell(uow, dossier, bundle, case.member, output, Signal.INPUT_IN_DOUBT, {wrong}, besides=moved.case.member)


def _correct_facts(uow: UnitOfWork, case: CaseRecord, code: str, corrections: Mapping[str, Any]) -> None:
    """Mend the facts behind the issuer's outputs before the step sends them on.

    Raises:
        TransitionRefused: the step corrects nothing, or a fact is not in the issuer's outputs.
    """
    procedure = uow.registry.procedure(case.procedure)
    step = procedure.step(code)
    mendable = {item.fact for output in procedure.outputs for item in output.items}
    strange = sorted(set(corrections) - mendable) if step and step.corrects else sorted(corrections)
    if strange:
        raise TransitionRefused(
            text=Text(
                vi=f"Không sửa được ở đây: {', '.join(strange)}.",
                en=f"These cannot be corrected here: {', '.join(strange)}.",
            )
        )
    dossier = _again(uow, case.dossier_id)
    before = {fact: dossier.facts.get(fact) for fact in corrections}
    uow.record(
        "facts-corrected",
        dossier_id=dossier.id,
        case_id=case.id,
        data={"before": before, "after": dict(corrections)},
    )
    facts = {**dossier.facts, **corrections}
    subject = str(facts.get(uow.registry.declaration(dossier.declaration).subject, ""))
    _change(uow, dossier, facts=facts, subject=subject, subject_folded=fold(subject))
    search_words.refresh(uow, dossier.id)


# --- the dossier as a whole -----------------------------------------------------------------------


def _settle(
    uow: UnitOfWork, dossier: DossierRow, bundle: Bundle, cases: list[CaseRow], state: str
) -> DossierRow:
    """Write the dossier's due date, and its end when nothing more can happen."""
    ended = state != "in-progress"
    if ended and dossier.state == "withdrawn":
        state = "withdrawn"
    due = dossier.due_at if ended else due_of(uow, dossier, bundle, cases)
    if (state, due) == (dossier.state, dossier.due_at):
        return dossier
    if ended and dossier.state == "in-progress":
        uow.record("dossier-ended", dossier_id=dossier.id, before=dossier.state, after=state)
        if state == "finished":
            granted = not any(Ending(case.ending).failed for case in cases if case.ending)
            effects.write_letter(uow, dossier.id, RESULTS_READY if granted else ENDED)
    event_key = None if state == "withdrawn" else dossier.event_key
    if not ended:
        watch.arm_dossier(uow, dossier.id, due)
    return _change(
        uow, dossier, state=state, due_at=due, ended_at=uow.now if ended else None, event_key=event_key
    )


def due_of(uow: UnitOfWork, dossier: DossierRow, bundle: Bundle, cases: list[CaseRow]) -> datetime | None:
    """Compute when the whole bundle is due, by what is known of it now."""
    facts = {**_assumed(uow, bundle), **dossier.facts}
    for case in cases:
        facts.update(case.facts)
    clock = timekeeping.dossier_clock(dossier.submitted_at or uow.now, cases)
    days = timekeeping.bundle_limit(bundle, facts)
    return timekeeping.bundle_due(uow, clock, days, bundle.clock, cases)


def _assumed(uow: UnitOfWork, bundle: Bundle) -> dict[str, Any]:
    return {
        fact: value for procedure in _procedures(uow, bundle).values() for fact, value in procedure.assumes
    }


def _progress(cases: list[CaseRow], issued: list[tuple[str, str]]) -> dict[str, MemberProgress]:
    return {
        case.member: MemberProgress(
            Ending(case.ending) if case.ending else None,
            frozenset(code for case_id, code in issued if case_id == case.id),
        )
        for case in cases
    }


def _procedures(uow: UnitOfWork, bundle: Bundle) -> Mapping[str, Procedure]:
    return uow.registry.procedures_of(bundle)


def _again(uow: UnitOfWork, dossier_id: str) -> DossierRow:
    dossier = dossiers.dossier(uow.connection, dossier_id, lock=True)
    if dossier is None:
        raise ConcurrentChange(text=progress.GONE_ELSEWHERE)
    return dossier


def _change(uow: UnitOfWork, dossier: DossierRow, **values: Any) -> DossierRow:
    if not dossiers.change_dossier(uow.connection, dossier.id, dossier.row_version, **values):
        raise ConcurrentChange(text=progress.GONE_ELSEWHERE)
    return dossier.model_copy(update={**values, "row_version": dossier.row_version + 1})
