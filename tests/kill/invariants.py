"""What must be true whenever the product is dead, whatever killed it: each rule returns what breaks it.

The ledger says what was acknowledged, the definitions say what must follow from each step, and the
agencies' own books say what was done outside. None of the three is asked through the product.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.kill.evidence import Evidence, Row
from tests.kill.ledger import Attempt, Ledger
from workflows import chain
from workflows.chain import MemberProgress
from workflows.language import Ask, Ending, Notify, Procedure, Role, Step
from workflows.registry import Registry

# The name of the person a message is about, under the names that it has in different messages.
WHO = (
    *("child.full-name", "birth-certificate.child-full-name"),
    *("deceased.full-name", "death-extract.full-name"),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One broken rule."""

    rule: str
    words: str


Rule = Callable[[Evidence, Ledger, Registry], Iterator[str]]


def check(evidence: Evidence, ledger: Ledger, law: Registry, *, final: bool = False) -> list[Problem]:
    """Apply every rule; at the end of a run also that everything has come to its end."""
    with ledger.open():
        rules = {**RULES, **(FINAL_RULES if final else {})}
        return [
            Problem(name, words) for name, rule in rules.items() for words in rule(evidence, ledger, law)
        ]


# --- what was acknowledged ------------------------------------------------------------------------


def _undamaged(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    yield from evidence.damage


def _answers_made_sense(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    yield from ledger.problems


def _submissions_stand(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """Every acknowledged submission is there once, under the number that was acknowledged."""
    asked = {attempt.subject: attempt for attempt in ledger.of("submit")}
    for draft, attempt in asked.items():
        row = evidence.one("dossier", draft)
        if attempt.acknowledged and (row is None or row["number"] != attempt.answer):
            yield f"{attempt.answer} was acknowledged, there is {row and row['number']} in state {row and row['state']}"
        if attempt.certainly_refused and row is not None and row["state"] != "draft":
            yield f"{draft} was refused and is submitted"
    subjects: Counter[str] = Counter()
    for row in evidence.rows["dossier"]:
        lines = [line for line in evidence.by("journal", "dossier_id", row["id"]) if line["event"] == "submitted"]
        if row["state"] == "draft":
            continue
        subjects[row["subject"]] += 1
        if row["id"] not in asked:
            yield f"{row['number']} was never asked for"
        if [line["data"]["number"] for line in lines] != [row["number"]]:
            yield f"{row['number']} has {len(lines)} lines about its submission"
    yield from (f"{who} has {n} dossiers" for who, n in subjects.items() if n > 1)


def _saved_pages_stand(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    for attempt in ledger.of("save"):
        row = evidence.one("dossier", attempt.subject)
        if attempt.acknowledged and (row is None or row["answers"].get("requester.phone") != attempt.text):
            yield f"the phone saved for {attempt.subject} is gone"


def _steps_stand(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """Every acknowledged step of an officer is the one move of its round, and no move was made unasked."""
    asked: dict[tuple[str, int], list[Attempt]] = {}
    for attempt in ledger.of("step"):
        asked.setdefault((attempt.subject, attempt.round), []).append(attempt)
    for (case_id, round_), attempts in asked.items():
        moves = evidence.moves(case_id)
        move = moves[round_ - 1] if round_ <= len(moves) else None
        taken = (move["event"], move["actor_id"]) if move else None
        for attempt in attempts:
            there = taken == (attempt.step, attempt.actor)
            if attempt.acknowledged and not there:
                yield f"{attempt.step} of {case_id} in round {round_} was acknowledged; there is {taken}"
            if attempt.certainly_refused and there:
                yield f"{attempt.step} of {case_id} in round {round_} was refused and is there"
        if sum(attempt.acknowledged for attempt in attempts) > 1:
            yield f"round {round_} of {case_id} was acknowledged to {[one.actor for one in attempts]}"
    for case in evidence.rows["dossier_case"]:
        for round_, move in enumerate(evidence.moves(case["id"]), start=1):
            who = (move["event"], move["actor_id"])
            wanted = [(one.step, one.actor) for one in asked.get((case["id"], round_), [])]
            if "clerk" in move["actor_role"] and who not in wanted:
                yield f"{who} in round {round_} of {case['id']} was never asked for"


def _citizens_acts_stand(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """Every acknowledged supplement and withdrawal is there once, and none was made unasked."""
    texts = Counter(
        value
        for line in evidence.rows["journal"]
        if "citizen" in line["actor_role"] and line["case_id"] and line["state_before"]
        for value in line["data"].values()
        if isinstance(value, str)
    )
    known = {attempt.text: attempt for attempt in ledger.of("supplement")}
    for text, attempt in known.items():
        if texts[text] > 1 or texts[text] < attempt.acknowledged:
            yield f"the supplement {text!r} of {attempt.subject} is there {texts[text]} times"
    yield from (f"the supplement {text!r} was never sent" for text in texts if text not in known)
    for number, attempt in {attempt.subject: attempt for attempt in ledger.of("withdraw")}.items():
        dossier = next(iter(evidence.by("dossier", "number", number)), None)
        lines = evidence.by("journal", "dossier_id", dossier["id"]) if dossier else []
        times = sum(line["event"] == "withdrawal-asked" for line in lines)
        if times > 1 or times < attempt.acknowledged:
            yield f"the withdrawal of {number} is there {times} times"


# --- what must follow -----------------------------------------------------------------------------


def _journal_tells_the_state(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """Replaying the journal of a case by its definition gives the case as it stands."""
    for case in evidence.rows["dossier_case"]:
        opened = [line for line in evidence.by("journal", "case_id", case["id"]) if line["event"] == "case-opened"]
        state, known = opened[0]["state_after"] if opened else None, {}
        procedure = law.procedure(case["procedure"])
        moves = evidence.moves(case["id"])
        for move in moves:
            step = procedure.step(move["event"])
            legal = step is not None and state in step.source and move["state_after"] == step.target
            if not legal or move["state_before"] != state:
                yield f"{case['id']} went {move['event']} from {move['state_before']}, being in {state}"
            state = move["state_after"]
            known |= {**move["data"], **dict(step.sets if step else ())}
        if len(opened) != 1 or (state, len(moves) + 1) != (case["state"], case["round"]):
            yield f"{case['id']} is in {case['state']}, round {case['round']}; its journal says {state}, {len(moves) + 1}"
        ending = procedure.state(case["state"]).ending
        if case["ending"] != (ending.value if ending else None):
            yield f"{case['id']} in {case['state']} has the ending {case['ending']}"
        yield from (
            f"{case['id']} says {fact} is {case['facts'].get(fact)!r}, its journal {value!r}"
            for fact, value in known.items()
            if case["facts"].get(fact) != value
        )


def _every_step_had_its_effects(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """Messages, letters and results are exactly those that the steps taken ask for."""
    for case in evidence.rows["dossier_case"]:
        steps = _steps_of(evidence, law, case)
        start = next(s for s in law.procedure(case["procedure"]).starts if s.state == _opened_in(evidence, case))
        effects = [effect for source in (start, *steps) for effect in source.effects]
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
        if numbers != list(range(1, len(versions) + 1)) or standings[:-1].count("valid") or standings[-1] != "valid":
            yield f"{case['id']} has versions {list(zip(numbers, standings, strict=True))} of {code}"
        items = {f"{code}.{name}": value for name, value in versions[-1][2].items()}
        if dossier is None or not items.items() <= dossier["facts"].items():
            yield f"{code} of {case['id']} is not what the dossier says"


def _nobody_is_stuck(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
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


# --- at the agencies ------------------------------------------------------------------------------


def _one_key_for_one_message(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """An agency did for each matter no more than was asked, and knows no key that we do not know."""
    wanted: Counter[tuple[str, str, str]] = Counter()
    for message in evidence.rows["message"]:
        wanted[message["agency"], message["about"], _who(message["payload"])] += 1
    done = Counter((e["agency"], e["about"], _who(e["payload"])) for e in evidence.effects)
    yield from (f"{what} was asked {wanted[what]} times and done {n} times" for what, n in done.items() if n > wanted[what])
    for effect in evidence.effects:
        message = evidence.one("message", effect["key"])
        if message is None or (message["agency"], message["about"]) != (effect["agency"], effect["about"]):
            yield f"{effect['agency']} did {effect['about']} under the unknown key {effect['key']}"


def _every_answer_was_applied_once(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """An answer's inbox row, the message's state and the step in the journal stand or fall together."""
    effects = {effect["key"]: effect for effect in evidence.effects}
    for message in evidence.rows["message"]:
        received = evidence.by("inbox", "message_id", message["id"])
        # An answer that comes after we gave up is welcome: giving up is no answer of the agency's.
        applied = [one["step"] for one in received if one["step"] and one["outcome"] != "unreachable"]
        name = f"{message['about']} {message['id']}, {message['state']},"
        if (message["state"] in ("answered", "dead")) != bool(received):
            yield f"{name} has {len(received)} answers"
        if message["state"] == "dead" and any(answer["outcome"] != "unreachable" for answer in received):
            yield f"{name} was answered all the same"
        if len(applied) > 1:
            yield f"{name} was applied as {applied}"
        if message["state"] == "answered" and message["id"] not in effects:
            yield f"{name} is not in the agency's books"
        for answer in received:
            effect = effects.get(message["id"])
            if answer["outcome"] != "unreachable" and effect and answer["outcome"] != effect["outcome"]:
                yield f"{name} was answered {effect['outcome']} and we have {answer['outcome']}"
    for case in evidence.rows["dossier_case"]:
        messages = [message["id"] for message in evidence.by("message", "case_id", case["id"])]
        answers = [answer for one in messages for answer in evidence.by("inbox", "message_id", one)]
        applied = Counter(answer["step"] for answer in answers if answer["step"])
        moved = Counter(move["event"] for move in evidence.moves(case["id"]) if move["actor_role"] == "agency")
        if applied != moved:
            yield f"{case['id']} moved {dict(moved)} by agencies, its answers say {dict(applied)}"


# --- at the end -----------------------------------------------------------------------------------


def _everything_ended(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    for dossier in evidence.rows["dossier"]:
        if dossier["state"] == "in-progress":
            cases = evidence.by("dossier_case", "dossier_id", dossier["id"])
            yield f"{dossier['number']} did not end: {[(c['member'], c['state']) for c in cases if not c['ending']]}"
    for message in evidence.rows["message"]:
        if evidence.is_alive(message["id"]):
            yield f"{message['about']} {message['id']} is still being delivered"
    lost = [job for job, states in evidence.jobs.items() if not evidence.is_alive(job) and states]
    for job in lost:
        message = evidence.one("message", job)
        if message is None or message["state"] not in ("answered", "dead"):
            yield f"job {job} died unseen: {evidence.jobs[job]}"


# --- parts ----------------------------------------------------------------------------------------


def _opened_in(evidence: Evidence, case: Row) -> str:
    lines = evidence.by("journal", "case_id", case["id"])
    return str(next((line["state_after"] for line in lines if line["event"] == "case-opened"), ""))


def _steps_of(evidence: Evidence, law: Registry, case: Row) -> list[Step]:
    procedure: Procedure = law.procedure(case["procedure"])
    found = [procedure.step(move["event"]) for move in evidence.moves(case["id"])]
    return [step for step in found if step is not None]


def _who(payload: Mapping[str, Any]) -> str:
    return next((str(payload[name]) for name in WHO if name in payload), "")


RULES: Mapping[str, Rule] = {
    "files undamaged": _undamaged,
    "answers made sense": _answers_made_sense,
    "submissions stand": _submissions_stand,
    "saved pages stand": _saved_pages_stand,
    "steps stand": _steps_stand,
    "citizens' acts stand": _citizens_acts_stand,
    "journal tells the state": _journal_tells_the_state,
    "every step had its effects": _every_step_had_its_effects,
    "nobody is stuck": _nobody_is_stuck,
    "one key for one message": _one_key_for_one_message,
    "every answer was applied once": _every_answer_was_applied_once,
}
FINAL_RULES: Mapping[str, Rule] = {"everything ended": _everything_ended}
