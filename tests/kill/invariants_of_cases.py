"""What each step must have left behind, by its definition, and that nobody waits for nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from tests.kill.evidence import Evidence, Row
from tests.kill.ledger import Ledger
from workflows import chain
from workflows.chain import MemberProgress
from workflows.language import Ask, Notify, Step
from workflows.registry import Registry
from workflows.vocabulary import Ending, Role


def journal_tells_the_state(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """Replaying the journal of a case by its definition gives the case as it stands."""
    for case in evidence.rows["dossier_case"]:
        opened = [
            line for line in evidence.by("journal", "case_id", case["id"]) if line["event"] == "case-opened"
        ]
        known: dict[str, Any] = {}
        state = opened[0]["state_after"] if opened else None
        procedure = law.procedure(case["procedure"])
        moves = evidence.moves(case["id"])
        for move in moves:
            step = procedure.step(move["event"])
            legal = step is not None and state in step.source and move["state_after"] == step.target
            if not legal or move["state_before"] != state:
                yield f"{case['id']} went {move['event']} from {move['state_before']}, being in {state}"
            state = move["state_after"]
            known |= {**move["data"], **dict(step.sets if step else ())}
            if step is not None and step.by in (Role.CLERK, Role.LEADER):
                known[f"taker.{step.code}"] = move["actor_id"]  # four eyes rest on it
        if len(opened) != 1 or (state, len(moves) + 1) != (case["state"], case["round"]):
            is_in, told = (case["state"], case["round"]), (state, len(moves) + 1)
            yield f"{case['id']} is in {is_in}; its journal says {told}"
        ending = procedure.state(case["state"]).ending
        if case["ending"] != (ending.value if ending else None):
            yield f"{case['id']} in {case['state']} has the ending {case['ending']}"
        yield from (
            f"{case['id']} says {fact} is {case['facts'].get(fact)!r}, its journal {value!r}"
            for fact, value in known.items()
            if case["facts"].get(fact) != value
        )


def every_step_had_its_effects(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """Messages, letters and results are exactly those that the steps taken ask for."""
    for case in evidence.rows["dossier_case"]:
        steps = _steps_of(evidence, law, case)
        opened = _opened_in(evidence, case)
        starts = law.procedure(case["procedure"]).starts
        effects = [*next((start.effects for start in starts if start.state == opened), ())]
        effects += [effect for step in steps for effect in step.effects]
        wanted = Counter(effect.about for effect in effects if isinstance(effect, Ask))
        sent = Counter(message["about"] for message in evidence.by("message", "case_id", case["id"]))
        if wanted != sent:
            yield f"{case['id']} was to ask {dict(wanted)} and asked {dict(sent)}"
        wanted = Counter(effect.letter for effect in effects if isinstance(effect, Notify))
        sent = Counter(letter["letter"] for letter in evidence.by("letter", "case_id", case["id"]))
        if wanted != sent:
            yield f"{case['id']} was to write {dict(wanted)} and wrote {dict(sent)}"
        yield from _results_of(evidence, case, steps)
    for dossier in evidence.rows["dossier"]:
        letters = [one["letter"] for one in evidence.by("letter", "dossier_id", dossier["id"])]
        if letters.count("received") != (dossier["state"] != "draft"):
            yield f"{dossier['number']} has {letters.count('received')} receipts"


def _results_of(evidence: Evidence, case: Row, steps: Sequence[Step]) -> Iterator[str]:
    """Each issuing of an output left one version, and only the last one is valid."""
    wanted = Counter(code for step in steps for code in step.issues)
    outputs = evidence.by("output", "case_id", case["id"])
    if wanted != Counter(output["code"] for output in outputs):
        yield f"{case['id']} was to issue {dict(wanted)} and issued {[o['code'] for o in outputs]}"
    dossier = evidence.one("dossier", case["dossier_id"])
    for code in wanted:
        versions = sorted((o["version"], o["standing"], o["items"]) for o in outputs if o["code"] == code)
        numbers = [number for number, _, _ in versions]
        standings = [standing for _, standing, _ in versions]
        if (
            numbers != list(range(1, len(versions) + 1))
            or standings[:-1].count("valid")
            or standings[-1] != "valid"
        ):
            yield f"{case['id']} has versions {list(zip(numbers, standings, strict=True))} of {code}"
        items = {f"{code}.{name}": value for name, value in versions[-1][2].items()}
        if dossier is None or not items.items() <= dossier["facts"].items():
            yield f"{code} of {case['id']} is not what the dossier says"


def nobody_is_stuck(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """Whoever waits, waits for a person, a message on its way, or a timer that will fire."""
    for message in evidence.rows["message"]:
        if message["state"] in ("waiting", "acknowledged") and not evidence.is_alive(message["id"]):
            yield f"nobody delivers {message['about']} {message['id']}, {message['state']}"
    for case in evidence.rows["dossier_case"]:
        if case["ending"] is None:
            yield from _is_looked_after(evidence, law, case)
    for dossier in evidence.rows["dossier"]:
        if dossier["state"] == "in-progress":
            yield from _goes_on(evidence, law, dossier)


def _is_looked_after(evidence: Evidence, law: Registry, case: Row) -> Iterator[str]:
    procedure = law.procedure(case["procedure"])
    state = procedure.state(case["state"])
    alive = []
    for timer in state.timers:
        alive.append(evidence.is_alive(f"timer:{case['id']}:{case['round']}:{timer.step}"))
        if not alive[-1]:
            yield f"{case['id']} in {case['state']} has lost its timer {timer.step}"
    people = {Role.CLERK, Role.LEADER, Role.CITIZEN, Role.RELATIVE}
    by_people = any(case["state"] in s.source and s.by in people and not s.signal for s in procedure.steps)
    if state.waits_for.value != "agency" or any(alive) or by_people:
        return
    messages = evidence.by("message", "case_id", case["id"])
    if not any(message["state"] in ("waiting", "acknowledged") for message in messages):
        yield f"{case['id']} in {case['state']} waits for a system that was asked nothing"


def _goes_on(evidence: Evidence, law: Registry, dossier: Row) -> Iterator[str]:
    """Every member that may open is open, and a dossier with nothing left to do has ended."""
    progress = {
        case["member"]: MemberProgress(
            Ending(case["ending"]) if case["ending"] else None,
            frozenset(output["code"] for output in evidence.by("output", "case_id", case["id"])),
        )
        for case in evidence.by("dossier_case", "dossier_id", dossier["id"])
    }
    bundle = law.bundle(dossier["bundle"])
    if ready := chain.openable(bundle, dossier["facts"], progress):
        yield f"{dossier['number']}: {[member.code for member in ready]} may open and is not"
    elif chain.settled(bundle, dossier["facts"], progress):
        yield f"{dossier['number']} has nothing left to do and has not ended"


def everything_ended(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    for dossier in evidence.rows["dossier"]:
        if dossier["state"] == "in-progress":
            cases = evidence.by("dossier_case", "dossier_id", dossier["id"])
            still_open = [(case["member"], case["state"]) for case in cases if not case["ending"]]
            yield f"{dossier['number']} did not end: {still_open}"
    for message in evidence.rows["message"]:
        if evidence.is_alive(message["id"]):
            yield f"{message['about']} {message['id']} is still being delivered"
    for job, states in evidence.jobs.items():
        sent = evidence.one("message", job)
        ended = sent is not None and sent["state"] in ("answered", "dead")
        if not ended and not evidence.is_alive(job):
            yield f"job {job} died unseen: {states}"


# --- parts ----------------------------------------------------------------------------------------


def _opened_in(evidence: Evidence, case: Row) -> str:
    lines = evidence.by("journal", "case_id", case["id"])
    return str(next((line["state_after"] for line in lines if line["event"] == "case-opened"), ""))


def _steps_of(evidence: Evidence, law: Registry, case: Row) -> list[Step]:
    procedure = law.procedure(case["procedure"])
    found = [procedure.step(move["event"]) for move in evidence.moves(case["id"])]
    return [step for step in found if step is not None]
