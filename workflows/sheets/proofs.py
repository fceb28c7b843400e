"""The proofs of a definition as a reader meets them: grouped, each passed, failed or not run, in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from workflows.bundle import Bundle
from workflows.checking.checks import AMONG, problems_of
from workflows.checking.findings import Finding
from workflows.checking.procedure_checks import reachable_states, ways_out, wrong_names
from workflows.critical_path import longest
from workflows.language import Procedure
from workflows.lock import Lockable, key_of, kind_of
from workflows.registry import Registry
from workflows.sheets.groups import GROUPS, OTHER, Group
from workflows.words import Text

QUOTED = re.compile(r"'([^']+)'")
NAMES, REACHED, ENDS = "names", "reachability", "termination"


class Verdict(StrEnum):
    """How a proof ended."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_RUN = "not-run"  # a name leads nowhere; until that is mended this cannot be asked


@dataclass(frozen=True, slots=True)
class Detail:
    """One finding: what it is about, as people call it, and the message of the check (in English)."""

    about: tuple[Text, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Proof:
    """One group of checks; `good` of `total` hold where they are counted, and `figure` says it in words."""

    code: str
    text: Text
    verdict: Verdict
    details: tuple[Detail, ...] = ()
    good: int | None = None
    total: int | None = None
    figure: Text | None = None


def proofs(registry: Registry, definition: Lockable) -> tuple[Proof, ...]:
    """Run every check on one definition and sort what it finds; nothing found is left out."""
    findings = list(dict.fromkeys(_findings(registry, definition)))
    blocked = _blocked(registry, definition)
    found = [_proof(registry, definition, group, findings, blocked) for group in _groups(definition)]
    placed = {code for group in _groups(definition) for code in group.findings}
    rest = [finding for finding in findings if finding[0] not in placed]
    return (*found, _made(OTHER, definition, rest)) if rest else tuple(found)


def _groups(definition: Lockable) -> Iterator[Group]:
    return (group for group in GROUPS if kind_of(definition) in group.kinds)


def _findings(registry: Registry, definition: Lockable) -> Iterator[Finding]:
    yield from ((problem.code, problem.message) for problem in problems_of(registry, definition))
    for check in AMONG:
        for problem in check(registry):
            if (problem.kind, problem.definition) == (kind_of(definition), key_of(definition)):
                yield problem.code, problem.message
    if isinstance(definition, Procedure):  # these two stand on their own feet, whatever names are wrong
        yield from reachable_states(definition)
        yield from ways_out(definition)


def _blocked(registry: Registry, definition: Lockable) -> bool:
    """Say whether a wrong name keeps the deeper checks from being run."""
    match definition:
        case Procedure():
            return bool(wrong_names(definition))
        case Bundle():
            known = [registry.procedures.get(member.procedure) for member in definition.members]
            return any(one is None or wrong_names(one) for one in known)
        case _:
            return False


def _proof(
    registry: Registry, definition: Lockable, group: Group, findings: list[Finding], blocked: bool
) -> Proof:
    mine = [finding for finding in findings if finding[0] in group.findings]
    if blocked and not mine and group.code not in (NAMES, REACHED, ENDS):
        return Proof(group.code, group.text, Verdict.NOT_RUN)
    good, total = _count(definition, group.code, mine)
    return _made(group, definition, mine, good, total, _figure(registry, definition, group))


def _made(
    group: Group,
    definition: Lockable,
    found: list[Finding],
    good: int | None = None,
    total: int | None = None,
    figure: Text | None = None,
) -> Proof:
    names = dict(_called(definition))
    details = tuple(
        Detail(tuple(names[code] for code in QUOTED.findall(message) if code in names), message)
        for _, message in found
    )
    verdict = Verdict.FAILED if found else Verdict.PASSED
    return Proof(group.code, group.text, verdict, details, good, total, figure)


def _called(definition: Lockable) -> Iterator[tuple[str, Text]]:
    """Name the parts that messages speak of by their codes."""
    if isinstance(definition, Procedure):
        yield from ((output.code, output.text) for output in definition.outputs)
        yield from ((step.code, step.text) for step in definition.steps)
        yield from ((state.code, state.text) for state in definition.states)


def _count(definition: Lockable, code: str, found: Iterable[Finding]) -> tuple[int | None, int | None]:
    """Count of how many things a claim speaks, and for how many it holds."""
    if not isinstance(definition, Procedure):
        return None, None
    everything = {
        REACHED: len(definition.states),
        ENDS: len(definition.states),
        "owner": len(definition.states),
        "refusals": sum(1 for step in definition.steps if _ends_in_failure(definition, step.target)),
    }
    if code not in everything:
        return None, None
    wrong = {QUOTED.findall(message)[:1][0] for _, message in found if QUOTED.search(message)}
    return everything[code] - len(wrong), everything[code]


def _ends_in_failure(procedure: Procedure, code: str) -> bool:
    ending = next((state.ending for state in procedure.states if state.code == code), None)
    return ending is not None and ending.failed


def _figure(registry: Registry, definition: Lockable, group: Group) -> Text | None:
    """Say the longest way of a bundle beside its promise, where no special condition holds."""
    if not isinstance(definition, Bundle) or group.code != "promise":
        return None
    always = (member for member in definition.members if member.when is None)
    procedures = {member.code: registry.procedures.get(member.procedure) for member in always}
    days = {code: one.deadlines[-1].working_days for code, one in procedures.items() if one and one.deadlines}
    if not days or not definition.deadlines:
        return None
    way, promised = longest(definition, days), definition.deadlines[-1].working_days
    sums = " + ".join(str(days[code]) for code in way)
    total = sum(days[code] for code in way)
    return Text(
        vi=f"Trường hợp thường: {sums} = {total} ngày làm việc, thời hạn chung {promised}.",
        en=f"The ordinary case: {sums} = {total} working days, promised {promised}.",
    )
