"""What cases of one dossier tell each other: a signal, and the step by which a case answers it."""

from collections.abc import Collection

from services import progress
from services.access.actors import SYSTEM, Actor
from services.unit_of_work import UnitOfWork
from storage.cases import CaseRow, cases_of
from storage.dossiers import DossierRow
from workflows import chain
from workflows.bundle import Bundle
from workflows.language import Procedure, Step
from workflows.machine import compiled
from workflows.vocabulary import Signal


def tell(
    uow: UnitOfWork,
    dossier: DossierRow,
    bundle: Bundle,
    giver: str,
    output: str,
    what: Signal,
    changed: Collection[str] | None,
    besides: str = "",
) -> None:
    """Give a signal to the receivers of an output that use what changed (all of them when None)."""
    used = (
        tuple(link.receiver for link in bundle.links if link.giver == giver and link.output == output)
        if changed is None
        else chain.affected(bundle, uow.registry.procedures_of(bundle), giver, output, changed)
    )
    for case in cases_of(uow.connection, dossier.id):
        if case.member in used and case.member != besides:
            signal(uow, case, what)


def signal(uow: UnitOfWork, case: CaseRow, what: Signal, *, by: Actor = SYSTEM) -> bool:
    """Let a case take the step that listens to a signal in its state; say whether there was one."""
    step = listener(uow.registry.procedure(case.procedure), case.state, what)
    if step is None:
        return False
    progress.move(uow, progress.read(uow, case.id), step.code, by=by)
    return True


def listener(procedure: Procedure, state: str, signal: Signal) -> Step | None:
    """Find the step by which a case in this state answers a signal."""
    return next((s for s in compiled(procedure).steps_from.get(state, ()) if s.signal is signal), None)
