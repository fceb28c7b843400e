"""What agencies did, by their own books, and what became of their answers here."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from tests.kill.evidence import Evidence
from tests.kill.ledger import Ledger
from workflows.registry import Registry

# The name of the person a message is about, under the names that it has in different messages.
WHO = (
    *("child.full-name", "birth-certificate.child-full-name"),
    *("deceased.full-name", "death-extract.full-name"),
)


def nothing_is_done_twice(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """An agency did for each person no more of one kind than the steps taken asked for."""
    wanted: Counter[tuple[str, str, str]] = Counter()
    for message in evidence.rows["message"]:
        wanted[message["agency"], message["about"], _who(message["payload"])] += 1
    done = Counter((e["agency"], e["about"], _who(e["payload"])) for e in evidence.effects)
    yield from (
        f"{what} was asked {wanted[what]} times and done {n} times"
        for what, n in done.items()
        if n > wanted[what]
    )


def keys_are_ours(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """Every message has one key, and agencies know no other."""
    for effect in evidence.effects:
        message = evidence.one("message", effect["key"])
        if message is None or (message["agency"], message["about"]) != (effect["agency"], effect["about"]):
            yield f"{effect['agency']} did {effect['about']} under the unknown key {effect['key']}"


def every_answer_was_applied_once(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """An answer's inbox row, the message's state and the step in the journal stand or fall together."""
    effects = {effect["key"]: effect for effect in evidence.effects}
    for message in evidence.rows["message"]:
        received = evidence.by("inbox", "message_id", message["id"])
        # An answer that comes after we gave up is welcome: giving up is no answer of the agency's.
        applied = [one["step"] for one in received if one["step"] and one["outcome"] != "unreachable"]
        name = f"{message['about']} {message['id']}, {message['state']},"
        # A silence that was reported stands in the inbox too, and leaves the message open.
        silence = message["state"] == "acknowledged" and all(
            answer["outcome"] == "unreachable" for answer in received
        )
        if (message["state"] in ("answered", "dead")) != bool(received) and not silence:
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
        told = Counter(answer["step"] for answer in answers if answer["step"])
        moved = Counter(
            move["event"] for move in evidence.moves(case["id"]) if move["actor_role"] == "agency"
        )
        if told != moved:
            yield f"{case['id']} moved {dict(moved)} by agencies, its answers say {dict(told)}"


def _who(payload: Mapping[str, Any]) -> str:
    return next((str(payload[name]) for name in WHO if name in payload), "")
