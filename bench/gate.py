"""What must hold before anything is timed: a refused act leaves no trace, no act is acknowledged twice.

A gate that cannot fail proves nothing, so two sabotages must fail it in the same run: the plain way,
whose UPDATE has no guard, and an engine that writes down what it refuses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bench.contestants import CONTESTANTS, Contestant
from bench.definitions import ELSEWHERE
from bench.race import Race, race
from bench.rows import all_rows, case_ids, difference
from bench.world import ACTS, Act, file_bundles, make, officer, opened
from services.access import actors
from workflows.errors import LinkedServiceError
from workflows.vocabulary import Role

ACCEPT, CHECK, PROPOSE, ISSUE = ACTS[:4]
CLERK, LEADER = ACCEPT.by, ISSUE.by
NO_CASE = "0" * 32


class GateClosed(Exception):
    """The engine may not be timed; the text says why."""


@dataclass(frozen=True, slots=True)
class Passed:
    """The figures of a gate that let the engine through."""

    refusals: int
    race: Race
    sabotages: dict[str, str]


def check(folder: Path, *, bundles: int) -> Passed:
    """Let the engine through, or say why not.

    Raises:
        GateClosed: an act left a trace or was acknowledged twice, or a sabotage went unseen.
    """
    refusals, faults = traces(folder, "ours")
    raced = race(folder, "ours", bundles=bundles)
    faults += raced.faults
    if faults:
        raise GateClosed("the engine fails the gate: " + "; ".join(faults))
    _, trace_seen = traces(folder, "talkative")
    plain = race(folder, "plain", bundles=bundles)
    sabotages = {
        "writes down what it refuses": "; ".join(trace_seen[:1]),
        "plain way, no guard in the UPDATE": "; ".join(plain.faults if plain.doubled else ()),
    }
    unseen = [name for name, caught in sabotages.items() if not caught]
    if unseen:
        raise GateClosed(f"the gate itself is broken, it did not see a sabotage: {', '.join(unseen)}")
    return Passed(refusals, raced, sabotages)


def traces(folder: Path, contestant: str) -> tuple[int, tuple[str, ...]]:
    """Try every act that must be refused; count them, and name those that were not or left a trace."""
    path = folder / f"traces-{contestant}.db"
    make(path)
    with opened(path) as context:
        dossiers = file_bundles(context, 2)
    runner = CONTESTANTS[contestant](path, ids="traces")
    tried, faults = 0, []
    for what, act, case in _walk(path, runner, dossiers):
        tried += 1
        before = all_rows(path)
        if _acknowledged(runner, act, case):
            faults.append(f"{what} was acknowledged")
        if tables := difference(before, all_rows(path)):
            faults.append(f"{what} left a trace in {tables}")
    runner.close()
    return tried, tuple(faults)


def _walk(path: Path, runner: Contestant, dossiers: list[str]) -> Iterator[tuple[str, Act, str]]:
    """Move two bundles forward; at each place give the acts that must be refused there."""
    first, second = case_ids(path, dossiers, "certificate")
    yield from _strangers(ACCEPT, first)
    yield from (("out of order: " + act.step, act, first) for act in (CHECK, PROPOSE, ISSUE))
    yield "too early: a case that is not open", ACTS[4], NO_CASE
    runner.take(ACCEPT, first)
    yield "repeated: accept", ACCEPT, first
    yield "out of order: issue after accept", ISSUE, first
    yield "incomplete: check without its value", replace(CHECK, values={}), first
    runner.take(CHECK, first)
    yield from _strangers(PROPOSE, first)
    both = replace(CLERK, roles=frozenset({Role.CLERK, Role.LEADER}))
    runner.take(replace(PROPOSE, by=both), first)
    yield "four eyes: the proposer signs", replace(ISSUE, by=both), first
    yield from _strangers(ISSUE, first)
    runner.take(ISSUE, first)
    yield "repeated: issue", ISSUE, first
    (following,) = case_ids(path, dossiers[:1], "residence")
    yield "too early: propose the next", ACTS[6], following
    yield "wrong office: the issuer goes on", replace(ACTS[4], by=CLERK), following
    runner.take(ACCEPT, second)
    runner.take(replace(CHECK, values={"matches": False}), second)
    yield "too early: the condition does not hold", PROPOSE, second


def _strangers(act: Act, case: str) -> Iterator[tuple[str, Act, str]]:
    """The same act by everybody who may not take it."""
    other_role = LEADER if act.by.roles == CLERK.roles else CLERK
    (role,) = act.by.roles
    for who, by in (
        ("wrong role", other_role),
        ("wrong office: another commune", officer(act.member, role, ELSEWHERE)),
        ("wrong office: another authority", officer("card", role)),
        ("a citizen", actors.citizen("001100000001", "Nguyễn Thị Lan")),
        ("nobody", actors.NOBODY),
    ):
        yield f"{who}: {act.step}", replace(act, by=by), case


def _acknowledged(runner: Contestant, act: Act, case: str) -> bool:
    try:
        runner.take(act, case)
    except LinkedServiceError:
        return False
    return True
