"""What must be true whenever the product is dead, whatever killed it: each rule says what breaks it.

The ledger says what was acknowledged, the definitions say what must follow from each step, and the
agencies' own books say what was done outside. None of the three is asked through the product.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tests.kill import invariants_of_acts as acts
from tests.kill import invariants_of_cases as cases
from tests.kill import invariants_of_documents as documents
from tests.kill import invariants_outside as outside
from tests.kill.evidence import Evidence
from tests.kill.ledger import Ledger
from workflows.registry import Registry

Rule = Callable[[Evidence, Ledger, Registry], Iterator[str]]

RULES: Mapping[str, Rule] = {
    "files undamaged": acts.undamaged,
    "answers made sense": acts.answers_made_sense,
    "submissions stand": acts.submissions_stand,
    "saved pages stand": acts.saved_pages_stand,
    "steps stand": acts.steps_stand,
    "citizens' acts stand": acts.citizens_acts_stand,
    "journal tells the state": cases.journal_tells_the_state,
    "every step had its effects": cases.every_step_had_its_effects,
    "nobody is stuck": cases.nobody_is_stuck,
    "every result has its document": documents.every_result_has_its_document,
    "nothing is done twice": outside.nothing_is_done_twice,
    "keys are ours": outside.keys_are_ours,
    "every answer was applied once": outside.every_answer_was_applied_once,
}
FINAL_RULES: Mapping[str, Rule] = {
    "everything ended": cases.everything_ended,
    "every document is made": documents.every_document_is_made,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One broken rule."""

    rule: str
    words: str


def check(
    evidence: Evidence, ledger: Ledger, law: Registry, *, final: bool = False, only: str = ""
) -> list[Problem]:
    """Apply every rule, or only one; at the end of a run also that everything has come to its end."""
    rules = {**RULES, **(FINAL_RULES if final else {})}
    with ledger.open():
        return [
            Problem(name, words)
            for name, rule in rules.items()
            if only in ("", name)
            for words in rule(evidence, ledger, law)
        ]
