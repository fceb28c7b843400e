"""Each check is proven to fire: every sabotage below breaks a sound toy in one way."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.toy_procedures import ASK_AGAIN, BYLAW, LIBRARY, PET_READER, PRINT_CARD, TOY_REGISTRY, TOYS
from tests.workflows.breaking import CARD, LICENCE, ask, registry_with, step
from tests.workflows.broken_bundles import AMONG, BESIDES, BUNDLES
from tests.workflows.broken_forms import FORMS
from tests.workflows.broken_procedures import FACTS, PROCEDURES
from workflows.checking import bundle_checks, checks, declaration_checks, procedure_checks
from workflows.checking.checks import Problem, problems
from workflows.checking.world_checks import Whole
from workflows.conditions import all_of, equals, is_true
from workflows.language import Deadline, Procedure
from workflows.lock import Lockable, key_of
from workflows.questions import Declaration
from workflows.vocabulary import Role, Standing
from workflows.words import Text

SABOTAGES: dict[str, tuple[str, Lockable]] = {**PROCEDURES, **FACTS, **BUNDLES, **FORMS, **AMONG}


def found(name: str) -> tuple[Problem, ...]:
    return problems(registry_with(SABOTAGES[name][1], *BESIDES.get(name, ())))


def test_the_toys_are_sound() -> None:
    assert problems(TOY_REGISTRY) == ()


@pytest.mark.parametrize("name", SABOTAGES)
def test_the_sabotage_is_found(name: str) -> None:
    assert SABOTAGES[name][0] in {problem.code for problem in found(name)}


@pytest.mark.parametrize("name", SABOTAGES)
def test_a_problem_names_the_definition_and_speaks_in_sentences(name: str) -> None:
    known = {key_of(toy) for toy in (*TOYS, SABOTAGES[name][1])}
    for problem in found(name):
        assert problem.definition in known
        assert problem.message[0].isupper()
        assert problem.message.endswith(".")
        assert str(problem).startswith(f"{problem.kind} {problem.definition}: {problem.code}: ")


def test_every_check_of_a_procedure_has_fired() -> None:
    broken = [one for _, one in SABOTAGES.values() if isinstance(one, Procedure)]
    named = [one for one in broken if not procedure_checks.wrong_names(one)]
    silent = [check for check in procedure_checks.NAMES if not any(list(check(one)) for one in broken)]
    silent += [check for check in procedure_checks.CHECKS if not any(list(check(one)) for one in named)]
    assert silent == []


def test_every_check_of_a_declaration_has_fired() -> None:
    broken = [one for _, one in SABOTAGES.values() if isinstance(one, Declaration)]
    silent = [check for check in declaration_checks.CHECKS if not any(list(check(one)) for one in broken)]
    assert silent == []


def test_every_check_of_a_bundle_has_fired() -> None:
    registries = [
        registry_with(SABOTAGES[name][1], *BESIDES.get(name, ())) for name in {**FACTS, **BUNDLES, **FORMS}
    ]
    broken = [(one, one.bundle(PET_READER.key)) for one in registries]
    silent: list[Any] = [
        check for check in bundle_checks.NAMES if not any(list(check(*one)) for one in broken)
    ]
    wholes = [Whole.of(*one) for one in broken if not any(list(check(*one)) for check in bundle_checks.NAMES)]
    for check in bundle_checks.CHECKS:
        if not any(_fires(check, whole) for whole in wholes):
            silent.append(check)
    assert silent == []


def test_every_check_among_definitions_has_fired() -> None:
    registries = [registry_with(one) for _, one in {**AMONG, **FORMS}.values()]
    assert [check for check in checks.AMONG if not any(list(check(one)) for one in registries)] == []


def _fires(check: Any, whole: Whole) -> bool:
    return not any(map(procedure_checks.wrong_names, whole.procedures.values())) and any(check(whole))


def test_a_wrong_name_is_mended_before_anything_else_is_said() -> None:
    codes = {problem.code for problem in problems(registry_with(step(CARD, "accept", target="nowhere")))}
    assert codes == {"unknown-state"}


def test_the_member_that_breaks_the_promise_is_named() -> None:
    messages = [problem.message for problem in found("a promise nobody can keep")]
    assert messages == [
        "It takes 1 (card) + 5 (licence) = 6 working days, but promises 5: 'licence' breaks the promise."
    ]


def test_a_promise_is_measured_only_where_its_members_take_part() -> None:
    slow = LICENCE.revised(deadlines=(Deadline(working_days=9, source=BYLAW),))
    never = PET_READER.members[1].model_copy(
        update={"when": all_of(is_true("dog.wanted"), equals("dog.size", "large"))}
    )
    patient = PET_READER.revised(
        members=(PET_READER.members[0], never),
        deadlines=(
            Deadline(
                working_days=10, when=all_of(is_true("dog.wanted"), equals("dog.size", "large")), source=BYLAW
            ),
            Deadline(working_days=1, source=BYLAW),
        ),
    )
    assert problems(registry_with(slow, patient)) == ()


def test_a_baseline_may_overlap_and_pin_what_is_long_gone() -> None:
    old = CARD.revised(version="2020-01", effective_to=date(2020, 12, 31), effective_from=date(2020, 1, 1))
    baseline = PET_READER.revised(
        version="2020-01",
        standing=Standing.BASELINE,
        members=(PET_READER.members[0].model_copy(update={"procedure": old.key}), PET_READER.members[1]),
    )
    assert problems(registry_with(old, baseline)) == ()


def test_a_late_answer_may_find_the_case_further_on() -> None:
    late = ASK_AGAIN.model_copy(
        update={"code": "late", "by": Role.AGENCY, "source": ("register-obstacle",), "effects": ()}
    )
    answers = (*PRINT_CARD.answers, PRINT_CARD.answers[0].model_copy(update={"step": "late"}))
    procedure = ask(answers=answers)
    procedure = procedure.revised(steps=(*procedure.steps, late))
    assert problems(registry_with(procedure)) == ()


def test_an_authority_is_checked_too() -> None:
    nameless = LIBRARY.model_copy(update={"short": Text(vi="", en="Library")})
    assert {problem.code for problem in problems(registry_with(nameless))} == {"text-missing"}
