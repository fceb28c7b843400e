"""Reading what the results of a procedure open: which output, and which of the linked procedures."""

from collections.abc import Iterable, Mapping

from services.reading.case_pages import Unlock
from services.unit_of_work import UnitOfWork
from storage.cases import CaseRow
from storage.dossiers import DossierRow
from storage.outputs import OutputRow
from workflows import chain


def unlocks(
    uow: UnitOfWork, row: DossierRow, cases: Iterable[CaseRow], outputs: Iterable[OutputRow]
) -> Mapping[str, tuple[Unlock, ...]]:
    """Return by member what its outputs open; a procedure that does not take part is not named."""
    bundle = uow.registry.bundle(row.bundle)
    part = [member.code for member in chain.taking_part(bundle, row.facts)]
    procedures = uow.registry.procedures_of(bundle)
    member_of = {case.id: case.member for case in cases}
    issued = {
        (member_of.get(output.case_id), output.code) for output in outputs if output.standing == "valid"
    }
    found: dict[str, tuple[Unlock, ...]] = {}
    for giver in part:
        links = [link for link in bundle.links if link.giver == giver and link.receiver in part]
        found[giver] = tuple(
            Unlock(
                output=procedures[giver].output(code).text,
                opens=tuple(procedures[link.receiver].short for link in links if link.output == code),
                issued=(giver, code) in issued,
            )
            for code in dict.fromkeys(link.output for link in links)
        )
    return found
