"""Whatever a shut step says is needed opens it, and nothing less does: all definitions, and any condition."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflows.why_not_judge import Opens, atoms, complaints, worlds
from workflows.conditions import (
    Condition,
    Is,
    all_of,
    any_of,
    at_least,
    below,
    equals,
    facts_of,
    holds_safely,
    is_false,
    is_true,
    known,
    not_,
    one_of,
)
from workflows.errors import FactMissing, TransitionRefused
from workflows.language import Procedure, Step
from workflows.machine import choices, elsewhere, take
from workflows.obstacles import Need, Obstacle, obstacle, ways
from workflows.reasons import reason
from workflows.registry import registry
from workflows.vocabulary import Role
from workflows.voices import BundleVoice

LAW = registry()
OFFICERS = frozenset({Role.CLERK, Role.LEADER})
GUARDED = [
    (procedure, step)
    for procedure in LAW.procedures.values()
    for step in procedure.steps
    if step.when is not None
]


# --- every definition --------------------------------------------------------------------------------


def by_the_engine(procedure: Procedure, step: Step) -> Opens:
    def opens(state: str, facts: dict[str, Any]) -> bool:
        try:
            take(procedure, state, step.code, facts)
        except (TransitionRefused, FactMissing):
            return False
        return True

    return opens


def named(pair: object) -> str:
    return pair.key if isinstance(pair, Procedure) else pair.code if isinstance(pair, Step) else str(pair)


@pytest.mark.parametrize(("procedure", "step"), GUARDED, ids=named)
def test_what_a_shut_step_names_opens_it_and_nothing_less_does(procedure: Procedure, step: Step) -> None:
    assert step.when is not None
    opens = by_the_engine(procedure, step)
    away = next(state.code for state in procedure.states if state.code not in step.source)
    for state in (*step.source, away):
        for facts in worlds(step.when):
            met = obstacle(procedure, step, state, facts)
            found = list(complaints(step.when, state, facts, met, opens))
            assert found == [], (state, facts, met)


def test_each_step_is_shown_once_open_or_shut_as_the_engine_has_it() -> None:
    seen = 0
    for procedure in LAW.procedures.values():
        facts = dict(procedure.assumes)
        for state in procedure.states:
            here = choices(procedure, state.code, frozenset(Role), facts)
            there = elsewhere(procedure, state.code, frozenset(Role), facts)
            assert sorted(one.step.code for one in (*here, *there)) == sorted(s.code for s in procedure.steps)
            for one in (*here, *there):
                seen += 1
                assert one.open is by_the_engine(procedure, one.step)(state.code, facts), one
    assert seen > 1000


def test_no_officer_reads_a_code_instead_of_words() -> None:
    said = set()
    for bundle in LAW.all_bundles():
        voice = BundleVoice(LAW, bundle.key)
        for procedure in LAW.procedures_of(bundle).values():
            for step in (one for one in procedure.steps if one.when is not None and one.by in OFFICERS):
                assert step.when is not None
                for facts in worlds(step.when):
                    met = obstacle(procedure, step, step.source[0], facts)
                    words = reason(procedure, step, met, voice) if met else None
                    for code in facts_of(step.when) if words else ():
                        assert words
                        assert code not in words.vi + words.en, words
                        said.add(words.vi)
    both = [words for words in said if words.endswith("Đang cần: hồ sơ không còn bị nghi trùng.")]
    assert both, "of two facts only the one in the way is named"


def test_a_taken_step_and_the_page_say_the_same_sentence() -> None:
    checked = 0
    for bundle in LAW.all_bundles():
        voice = BundleVoice(LAW, bundle.key)
        for procedure in LAW.procedures_of(bundle).values():
            for step in (one for one in procedure.steps if one.when is not None):
                assert step.when is not None
                for facts in worlds(step.when):
                    offered = choices(procedure, step.source[0], frozenset(Role), facts, voice=voice)
                    [one] = [choice for choice in offered if choice.step is step]
                    if one.open:
                        continue
                    with pytest.raises((TransitionRefused, FactMissing)) as refused:
                        take(procedure, step.source[0], step.code, facts, voice=voice)
                    if isinstance(refused.value, TransitionRefused):
                        assert refused.value.text == one.why_not
                        checked += 1
    assert checked > 100


# --- conditions that nobody has written yet -----------------------------------------------------------

ATOMS = st.sampled_from(
    [
        *(is_true("a"), is_false("a"), is_true("b"), is_false("b"), known("a"), known("w")),
        *(equals("w", "red"), one_of("w", "red", "blue"), equals("w", "blue"), known("n")),
        *(below("n", 3), at_least("n", 1), at_least("n", 5)),
    ]
)
CONDITIONS = st.recursive(
    ATOMS,
    lambda part: st.one_of(
        st.lists(part, min_size=1, max_size=3).map(lambda parts: all_of(*parts)),
        st.lists(part, min_size=1, max_size=3).map(lambda parts: any_of(*parts)),
        part.map(not_),
    ),
    max_leaves=5,
)
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "a": st.booleans(),
        "b": st.booleans(),
        "w": st.sampled_from(["red", "blue", "green"]),
        "n": st.integers(0, 7),
    },
)


def explained(condition: Condition, facts: dict[str, Any]) -> Obstacle | None:
    found = ways(condition, facts)
    return None if found == ((),) else Obstacle((), found, never=not found)


@settings(max_examples=150, deadline=None)
@given(condition=CONDITIONS, facts=FACTS)
def test_it_holds_for_any_condition(condition: Condition, facts: dict[str, Any]) -> None:
    def opens(_state: str, now: dict[str, Any]) -> bool:
        return holds_safely(condition, now)

    assert list(complaints(condition, "", facts, explained(condition, facts), opens)) == []


# --- the judge is no fool ------------------------------------------------------------------------------

TANGLED = all_of(
    is_true("a"),
    any_of(equals("w", "red"), all_of(is_false("b"), at_least("n", 3))),
    not_(equals("w", "blue")),
)
START: dict[str, Any] = {"a": False, "b": True, "w": "green", "n": 1}
RIGHT = Obstacle((), ((Need("a", is_true("a")), Need("w", equals("w", "red"))),))
A, W = RIGHT.ways[0]
WRONG = {
    "too few": replace(RIGHT, ways=((A,),)),
    "too many": replace(RIGHT, ways=((A, W, Need("b", is_false("b"))),)),
    "the wrong value": replace(RIGHT, ways=((Need("a", is_false("a")), W),)),
    "a value too many": replace(RIGHT, ways=((A, Need("w", one_of("w", "red", "blue"))),)),
    "another fact": replace(RIGHT, ways=((A, Need("n", at_least("n", 3))),)),
    "a longer way": replace(
        RIGHT, ways=((A, Need("b", is_false("b")), Need("n", at_least("n", 3))),)
    ),
    "never": replace(RIGHT, ways=(), never=True),
    "nothing": None,
    "a state that is not needed": replace(RIGHT, states=("elsewhere",)),
}  # fmt: skip


def by_the_condition(_state: str, facts: dict[str, Any]) -> bool:
    return holds_safely(TANGLED, facts)


def test_the_right_explanation_is_found_and_passes() -> None:
    assert explained(TANGLED, START) == RIGHT
    assert list(complaints(TANGLED, "", START, RIGHT, by_the_condition)) == []


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_wrong_explanation_is_caught(wrong: Obstacle | None) -> None:
    assert list(complaints(TANGLED, "", START, wrong, by_the_condition)) != []


def test_a_way_that_is_left_out_is_caught() -> None:
    either = any_of(is_true("a"), is_true("b"))
    facts = {"a": False, "b": False}
    met = explained(either, facts)
    assert met is not None
    assert len(met.ways) == 2

    def opens(_state: str, now: dict[str, Any]) -> bool:
        return holds_safely(either, now)

    assert list(complaints(either, "", facts, met, opens)) == []
    assert list(complaints(either, "", facts, replace(met, ways=met.ways[:1]), opens)) != []


def test_one_that_says_whatever_the_condition_names_is_caught() -> None:
    """The plain way, to name every fact of the condition, is what the judge is there to refuse."""
    caught = 0
    for procedure, step in GUARDED:
        assert step.when is not None
        every = tuple(Need(atom.fact, atom) for atom in atoms(step.when) if isinstance(atom, Is))
        if len(every) < 2 or len(every) != len(facts_of(step.when)):
            continue
        opens = by_the_engine(procedure, step)
        lazy = Obstacle((), (every,))
        state = step.source[0]
        caught += any(
            list(complaints(step.when, state, facts, lazy, opens))
            for facts in worlds(step.when)
            if not opens(state, facts)
        )
    assert caught > 0
