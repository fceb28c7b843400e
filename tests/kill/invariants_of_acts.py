"""What was acknowledged is there, once; what was not asked for is not there."""

from collections import Counter
from collections.abc import Iterator

from tests.kill.evidence import Evidence
from tests.kill.ledger import Attempt, Ledger
from workflows.registry import Registry


def undamaged(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    yield from evidence.damage


def answers_made_sense(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    yield from ledger.problems


def submissions_stand(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """Every acknowledged submission is there once, under the number that was acknowledged."""
    asked = {attempt.subject: attempt for attempt in ledger.of("submit")}
    for draft, attempt in asked.items():
        row = evidence.one("dossier", draft)
        if attempt.acknowledged and (row is None or row["number"] != attempt.answer):
            there = (row["number"], row["state"]) if row else None
            yield f"{attempt.answer} was acknowledged, there is {there}"
        if attempt.certainly_refused and row is not None and row["state"] != "draft":
            yield f"{draft} was refused and is submitted"
    subjects: Counter[str] = Counter()
    for row in evidence.rows["dossier"]:
        lines = [
            line for line in evidence.by("journal", "dossier_id", row["id"]) if line["event"] == "submitted"
        ]
        if row["state"] == "draft":
            continue
        subjects[row["subject"]] += 1
        if row["id"] not in asked:
            yield f"{row['number']} was never asked for"
        if [line["data"]["number"] for line in lines] != [row["number"]]:
            yield f"{row['number']} has {len(lines)} lines about its submission"
    yield from (f"{who} has {n} dossiers" for who, n in subjects.items() if n > 1)


def saved_pages_stand(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """The phone number of each draft is the last one that was saved."""
    for draft, attempt in {attempt.subject: attempt for attempt in ledger.of("save")}.items():
        row = evidence.one("dossier", draft)
        if attempt.acknowledged and (row is None or row["answers"].get("requester.phone") != attempt.text):
            yield f"the phone saved for {draft} is gone"


def steps_stand(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """Every acknowledged step of an officer is the one move of its round, and no move was made unasked."""
    asked: dict[tuple[str, int], dict[tuple[str, str], list[Attempt]]] = {}
    for attempt in ledger.of("step"):
        same_round = asked.setdefault((attempt.subject, attempt.round), {})
        same_round.setdefault((attempt.step, attempt.actor), []).append(attempt)
    for (case_id, round_), acts in asked.items():
        moves = evidence.moves(case_id)
        move = moves[round_ - 1] if round_ <= len(moves) else None
        taken = (move["event"], move["actor_id"]) if move else None
        for act, attempts in acts.items():
            if any(attempt.acknowledged for attempt in attempts) and taken != act:
                yield f"{act} in round {round_} of {case_id} was acknowledged; there is {taken}"
            if all(attempt.certainly_refused for attempt in attempts) and taken == act:
                yield f"{act} in round {round_} of {case_id} was refused and is there"
        times = sum(attempt.acknowledged for attempts in acts.values() for attempt in attempts)
        if times > 1:
            yield f"round {round_} of {case_id} was acknowledged {times} times: {list(acts)}"
    for case in evidence.rows["dossier_case"]:
        for round_, move in enumerate(evidence.moves(case["id"]), start=1):
            act = (move["event"], move["actor_id"])
            if "clerk" in move["actor_role"] and act not in asked.get((case["id"], round_), {}):
                yield f"{act} in round {round_} of {case['id']} was never asked for"


def citizens_acts_stand(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
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
