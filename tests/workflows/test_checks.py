"""Each check is proven to fire: every sabotage below breaks a sound toy in one way."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

import pytest

from tests.toy_procedures import (
    ASK_AGAIN,
    BYLAW,
    DOG,
    DOG_LICENCE,
    LIBRARY,
    LIBRARY_CARD,
    PET_READER,
    PET_READER_FORM,
    PRINT_CARD,
    TOY_REGISTRY,
    TOYS,
    YOU,
)
from workflows.checking import bundle_checks, checks, declaration_checks, procedure_checks
from workflows.checking.checks import Problem, problems
from workflows.checking.world_checks import Whole
from workflows.conditions import all_of, at_least, equals, is_true, known
from workflows.language import (
    Allowance,
    Bundle,
    Deadline,
    Exemption,
    Figure,
    Link,
    Member,
    OnFailure,
    Procedure,
    Role,
    Standing,
    Waits,
)
from workflows.lock import Lockable, key_of, kind_of
from workflows.questions import Declaration, Derived, Feed, How, Option, Question, Section
from workflows.registry import Registry
from workflows.skeletons import REASON, REQUEST_SECOND_SUPPLEMENT
from workflows.words import Kind, Text, text

W = TypeVar("W", Procedure, Declaration, Bundle)
CARD, FORM, LICENCE = LIBRARY_CARD, PET_READER_FORM, DOG_LICENCE


def registry_with(*broken: Lockable) -> Registry:
    """Put the broken definitions in the place of the sound ones of the same name."""
    names = {(kind_of(one), key_of(one)) for one in broken}
    return Registry.of(*(toy for toy in TOYS if (kind_of(toy), key_of(toy)) not in names), *broken)


def step(procedure: Procedure, code: str, /, **changes: Any) -> Procedure:
    return procedure.revised(steps=_changed(procedure.steps, code, changes))


def state(procedure: Procedure, code: str, /, **changes: Any) -> Procedure:
    return procedure.revised(states=_changed(procedure.states, code, changes))


def ask(**changes: Any) -> Procedure:
    """Change the message with which a card is printed, wherever it is sent."""
    changed = PRINT_CARD.model_copy(update=changes)
    first = CARD.step("approve")
    assert first is not None
    effects = (changed, *first.effects[1:])
    return step(step(CARD, "approve", effects=effects), "ask-again", effects=(changed,))


def without_step(procedure: Procedure, code: str) -> Procedure:
    return procedure.revised(steps=tuple(one for one in procedure.steps if one.code != code))


def question(fact: str, /, **changes: Any) -> Declaration:
    """Change one question of the form."""
    return FORM.revised(sections=tuple(_page(page, fact, changes) for page in FORM.sections))


def _page(page: Section, fact: str, changes: dict[str, Any]) -> Section:
    asked_here = fact in {one.fact for one in page.questions}
    rows = _changed(page.questions, fact, changes, "fact") if asked_here else page.questions
    return page.model_copy(update={"questions": rows})


def asked(*more: Question) -> Declaration:
    """Ask more on the page about the dog."""
    return FORM.revised(sections=(YOU, DOG.model_copy(update={"questions": (*DOG.questions, *more)})))


def derived(**changes: Any) -> Declaration:
    return FORM.revised(
        derived=(*FORM.derived, Derived(**{"fact": "new", "text": text("a", "b"), **changes}))
    )


def yes_no(fact: str, **more: Any) -> Question:
    return Question(fact=fact, kind=Kind.YES_NO, text=text("a", "b"), **more)


def _changed(rows: Any, code: str, changes: Any, name: str = "code") -> Any:
    assert any(getattr(row, name) == code for row in rows), f"no {code} to break"
    return tuple(row.model_copy(update=changes) if getattr(row, name) == code else row for row in rows)


LATE = Deadline(working_days=9, when=is_true("no.such"), source=BYLAW)
TWO_WAYS = (
    *PET_READER.links,
    Link(giver="licence", output="dog-licence", receiver="card", serves_as="photo"),
)
RETURN = DOG_LICENCE.step("return-to-issuer")
assert RETURN is not None

EXEMPT = Exemption(code="one", text=text("Miễn", "Exempt"), source=BYLAW)
HELP = Allowance(
    code="help",
    text=text("Trợ cấp", "Help"),
    source=BYLAW,
    on="dog.birth-date",
    level=text("mức chuẩn", "the standard"),
    times=2,
    figures=(Figure(amount=100, source=BYLAW),),
)

PROCEDURES: dict[str, tuple[str, Procedure]] = {
    "two exemptions at once": (
        "exemptions-overlap",
        LICENCE.revised(
            fees=(
                LICENCE.fees[0].model_copy(
                    update={"exemptions": (EXEMPT, EXEMPT.model_copy(update={"code": "two"}))}
                ),
            )
        ),
    ),
    "an allowance without a formula": (
        "unexplained-allowance",
        LICENCE.revised(pays=(HELP.model_copy(update={"level": None}),)),
    ),
    "two states of one name": ("same-name-twice", CARD.revised(states=(*CARD.states, CARD.states[0]))),
    "two steps of one name": ("same-name-twice", CARD.revised(steps=(*CARD.steps, CARD.steps[0]))),
    "a step from nowhere": ("unknown-state", step(CARD, "accept", source=("nowhere",))),
    "a step to nowhere": ("unknown-state", step(CARD, "accept", target="nowhere")),
    "a start nowhere": (
        "unknown-state",
        CARD.revised(starts=(CARD.starts[0].model_copy(update={"state": "nowhere"}),)),
    ),
    "a timer without its step": ("unknown-step", without_step(CARD, "refuse-unanswered")),
    "four eyes on no step": ("unknown-step", step(LICENCE, "issue", not_by=("no-such",))),
    "an answer without its step": (
        "unknown-step",
        ask(answers=(PRINT_CARD.answers[0].model_copy(update={"step": "no-such"}), *PRINT_CARD.answers[1:])),
    ),
    "a result that is not there": ("unknown-output", step(CARD, "issue", issues=("no-such",))),
    "keeping what is not there": ("unknown-output", step(CARD, "keep", keeps="no-such")),
    "a state nobody gets to": ("unreachable-state", without_step(CARD, "reopen-for-correction")),
    "a state without a way out": (
        "no-way-out",
        step(step(CARD, "correct", target="under-correction"), "keep", target="under-correction"),
    ),
    "an ending that waits": ("waits-for-nobody", state(CARD, "issued", waits_for=Waits.OFFICER)),
    "waiting for nobody": ("waits-for-nobody", state(CARD, "received", waits_for=Waits.NOBODY)),
    "nothing for the citizen to do": (
        "nobody-can-act",
        step(state(CARD, "received", waits_for=Waits.CITIZEN), "withdraw", by=Role.CLERK, takes=(REASON,)),
    ),
    "a step of an operator": ("step-of-operator", step(CARD, "accept", by=Role.OPERATOR)),
    "nothing for the officer to do": ("nobody-can-act", step(CARD, "ask-again", by=Role.SYSTEM)),
    "consent of nobody": ("consent-of-nobody", state(LICENCE, "awaiting-consent", consent_of=())),
    "consent that asks for more": ("consent-unclear", step(LICENCE, "confirm-consent", takes=(REASON,))),
    "a timer that takes a person's step": ("timer-step", step(CARD, "refuse-unanswered", by=Role.CLERK)),
    "a timer from elsewhere": (
        "timer-step",
        step(CARD, "refuse-unanswered", source=("received",), target="refused"),
    ),
    "an answer by a person": ("answer-step", step(CARD, "issue", by=Role.CLERK)),
    "an answer from before": (
        "answer-step",
        ask(answers=(*PRINT_CARD.answers, PRINT_CARD.answers[0].model_copy(update={"step": "accept"}))),
    ),
    "an answer nobody hears": ("answer-unheard", step(CARD, "ask-again", target="under-correction")),
    "one answer twice": ("same-name-twice", ask(answers=(*PRINT_CARD.answers, PRINT_CARD.answers[0]))),
    "no answer for silence": ("no-unreachable-answer", ask(answers=PRINT_CARD.answers[:2])),
    "silence that leads to no officer": (
        "stuck-at-agency",
        state(CARD, "register-obstacle", waits_for=Waits.CITIZEN),
    ),
    "silence heard on a condition": (
        "stuck-at-agency",
        step(CARD, "record-register-obstacle", when=known("card-number")),
    ),
    "waiting for a neighbour that may be right": (
        "correction-unheard",
        without_step(LICENCE, "resume-unchanged"),
    ),
    "waiting for a neighbour that is gone": ("stuck-at-agency", without_step(LICENCE, "stop-waiting")),
    "sending what one may not see": ("beyond-inputs", ask(carries=("partner.personal-id",))),
    "a result nobody issues": (
        "output-never-issued",
        step(step(CARD, "issue", issues=()), "correct", issues=()),
    ),
    "issued without a result": ("issued-without-result", step(CARD, "issue", issues=())),
    "a refusal without a reason": ("refusal-without-reason", step(CARD, "refuse", takes=())),
    "a supplement again and again": ("second-supplement", step(CARD, "request-supplement", when=None)),
    "a second supplement as often as the head likes": (
        "second-supplement",
        CARD.revised(steps=(*CARD.steps, REQUEST_SECOND_SUPPLEMENT.model_copy(update={"sets": ()}))),
    ),
    "a second supplement without its reason": (
        "second-supplement",
        CARD.revised(
            steps=(*CARD.steps, REQUEST_SECOND_SUPPLEMENT.model_copy(update={"takes": (REASON,)})),
        ),
    ),
    "a supplement that is forgotten": (
        "second-supplement",
        step(CARD, "answer-supplement", sets=(("supplement.asked", False),)),
    ),
    "forwarded to nowhere": ("forward-to-nowhere", step(CARD, "forward", takes=(REASON,))),
    "no deadline for some": ("deadline-order", CARD.revised(deadlines=(LATE,))),
    "a deadline that never counts": (
        "deadline-order",
        LICENCE.revised(deadlines=(LICENCE.deadlines[1], *LICENCE.deadlines)),
    ),
    "no start for some": ("start-order", LICENCE.revised(starts=LICENCE.starts[:1])),
    "no such authority": ("unknown-authority", CARD.revised(authority="no-such")),
    "no Vietnamese text": ("text-missing", CARD.revised(short=Text(vi=" ", en="Card"))),
    "no English text": ("text-missing", step(CARD, "accept", text=Text(vi="Nhận", en=""))),
    "letters taken apart": ("text-not-nfc", CARD.revised(short=Text(vi="The\u0309", en="Card"))),
    "a field of no meaning": ("not-well-formed", step(CARD, "accept", targett="x")),
    "a word for a list": ("not-well-formed", step(CARD, "accept", not_by="x")),
}
FACTS: dict[str, tuple[str, Lockable]] = {
    "an input nobody asks": ("fact-not-supplied", question("dog.size", fact="dog.sizes")),
    "an input of another kind": ("kind-differs", question("dog.size", kind=Kind.TEXT, options=())),
    "a step that needs what nobody says": (
        "fact-not-supplied",
        step(CARD, "accept", when=is_true("no.such")),
    ),
    "a step that waits for itself": (
        "fact-not-supplied",
        step(CARD, "request-supplement", when=is_true("asked.before"), sets=(("asked.before", True),)),
    ),
    "a deadline on what comes later": (
        "fact-not-supplied",
        LICENCE.revised(
            deadlines=(LATE.model_copy(update={"when": is_true("dog.healthy")}), *LICENCE.deadlines)
        ),
    ),
    "a start on what nobody says": (
        "fact-not-supplied",
        LICENCE.revised(
            starts=(LICENCE.starts[0].model_copy(update={"when": is_true("no.such")}), LICENCE.starts[1])
        ),
    ),
    "a paper on what nobody says": (
        "fact-not-supplied",
        CARD.revised(evidence=(CARD.evidence[0].model_copy(update={"when": is_true("no.such")}),)),
    ),
    "a fee on what nobody says": (
        "fact-not-supplied",
        LICENCE.revised(fees=(LICENCE.fees[0].model_copy(update={"when": is_true("no.such")}),)),
    ),
    "a fee for copies nobody counts": (
        "fact-not-supplied",
        LICENCE.revised(fees=(LICENCE.fees[0].model_copy(update={"per": "copies"}),)),
    ),
    "yes or no of a date": ("kind-differs", step(LICENCE, "accept", when=is_true("dog.birth-date"))),
    "a number of a name": ("kind-differs", step(CARD, "accept", when=at_least("reader.full-name", 3))),
    "a choice of a number": ("kind-differs", step(LICENCE, "accept", when=equals("dog.age-in-months", "3"))),
    "a word nobody can choose": ("unknown-option", step(LICENCE, "accept", when=equals("dog.size", "huge"))),
    "no office to go to": ("fact-not-supplied", CARD.revised(area="no.such")),
    "an office by name": ("kind-differs", CARD.revised(area="reader.full-name")),
    "consent of an unknown person": (
        "fact-not-supplied",
        state(LICENCE, "awaiting-consent", consent_of=("no.such",)),
    ),
    "a message with nothing in it": ("fact-not-supplied", ask(carries=("no.such",))),
    "a result made of nothing": ("fact-not-supplied", ask(gives=())),
    "a procedure alone in the dark": (
        "fact-not-supplied",
        CARD.revised(code="alone", evidence=(CARD.evidence[0].model_copy(update={"when": is_true("x")}),)),
    ),
    "a member on what nobody says": (
        "fact-not-supplied",
        PET_READER.revised(
            members=(
                PET_READER.members[0],
                PET_READER.members[1].model_copy(update={"when": is_true("dog.healthy")}),
            )
        ),
    ),
    "a flag on what nobody says": (
        "fact-not-supplied",
        PET_READER.revised(flags=(PET_READER.flags[0].model_copy(update={"when": is_true("no.such")}),)),
    ),
    "a promise on what nobody says": (
        "fact-not-supplied",
        PET_READER.revised(deadlines=(LATE, *PET_READER.deadlines)),
    ),
    "twins told apart by nothing": ("fact-not-supplied", PET_READER.revised(unlike=is_true("no.such"))),
    "one event by nothing": ("fact-not-supplied", PET_READER.revised(same_event=("no.such",))),
}
BUNDLES: dict[str, tuple[str, Lockable]] = {
    "two payers of one allowance": ("two-payers", LICENCE.revised(pays=(HELP,))),
    "no such declaration": ("unknown-declaration", PET_READER.revised(declaration="no-such@2026-01")),
    "no such procedure": (
        "unknown-procedure",
        PET_READER.revised(members=(Member(code="card", procedure="no-such"), PET_READER.members[1])),
    ),
    "two members of one name": (
        "same-name-twice",
        PET_READER.revised(members=(*PET_READER.members, PET_READER.members[0])),
    ),
    "two flags of one name": ("same-name-twice", PET_READER.revised(flags=PET_READER.flags * 2)),
    "a link to nobody": (
        "unknown-member",
        PET_READER.revised(links=(PET_READER.links[0].model_copy(update={"receiver": "no-such"}),)),
    ),
    "a link of nothing": (
        "unknown-output",
        PET_READER.revised(links=(PET_READER.links[0].model_copy(update={"output": "no-such"}),)),
    ),
    "a link that serves as nothing": (
        "unknown-evidence",
        PET_READER.revised(links=(PET_READER.links[0].model_copy(update={"serves_as": "no-such"}),)),
    ),
    "a circle": ("link-cycle", PET_READER.revised(links=TWO_WAYS)),
    "no link for an output that is used": ("fact-not-supplied", PET_READER.revised(links=())),
    "a procedure not yet in force": ("member-not-in-force", CARD.revised(effective_from=date(2026, 2, 1))),
    "a procedure that ends too early": ("member-not-in-force", CARD.revised(effective_to=date(2026, 6, 30))),
    "a correction nobody hears": ("correction-unheard", step(CARD, "reopen-for-correction", signal=None)),
    "a correction nobody makes": ("correction-unheard", step(CARD, "correct", corrects=False)),
    "a correction nobody denies": (
        "correction-unheard",
        step(CARD, "keep", keeps=None, issues=("library-card",)),
    ),
    "returned to nobody": ("returns-to-nobody", step(LICENCE, "return-to-issuer", returns="dog-licence")),
    "returned without a word": ("returns-nothing", step(LICENCE, "return-to-issuer", takes=(REASON,))),
    "wrong in what is not there": (
        "unknown-option",
        step(
            LICENCE,
            "return-to-issuer",
            takes=(RETURN.takes[0].model_copy(update={"options": (("colour", text("Màu", "Colour")),)}),),
        ),
    ),
    "wrong in what is not used": ("correction-unseen", LICENCE.revised(inputs=LICENCE.inputs[:-1])),
    "a member decided by a hidden question": (
        "may-be-missing",
        PET_READER.revised(
            members=(
                PET_READER.members[0],
                PET_READER.members[1].model_copy(update={"when": equals("dog.size", "large")}),
            )
        ),
    ),
    "a promise by a hidden question": (
        "may-be-missing",
        PET_READER.revised(
            deadlines=(
                Deadline(working_days=5, when=equals("dog.size", "large"), source=BYLAW),
                Deadline(working_days=3, source=BYLAW),
            )
        ),
    ),
    "a start by a hidden question": (
        "may-be-missing",
        CARD.revised(
            starts=(CARD.starts[0].model_copy(update={"when": equals("dog.size", "large")}), *CARD.starts)
        ),
    ),
    "a deadline by what only one start sets": (
        "may-be-missing",
        LICENCE.revised(
            starts=(LICENCE.starts[0].model_copy(update={"sets": (("slow", True),)}), LICENCE.starts[1]),
            deadlines=(Deadline(working_days=3, when=is_true("slow"), source=BYLAW), *LICENCE.deadlines),
        ),
    ),
    "a deadline by a question that may stay open": ("may-be-missing", question("dog.size", required=False)),
    "an office that may stay open": ("may-be-missing", question("reader.commune", required=False)),
    "a result of what may stay open": ("may-be-missing", question("reader.full-name", required=False)),
    "an age of a dog not yet born": ("may-be-missing", question("dog.birth-date", not_future=False)),
    "an input that may not arrive": (
        "may-be-missing",
        PET_READER.revised(
            links=(PET_READER.links[0].model_copy(update={"on_failure": OnFailure.INDEPENDENT}),)
        ),
    ),
    "an input of a member that takes no part": (
        "may-be-missing",
        PET_READER.revised(
            members=(
                PET_READER.members[0].model_copy(update={"when": is_true("reader.shares-home")}),
                PET_READER.members[1],
            )
        ),
    ),
    "consent of a person who is not named": (
        "nobody-can-consent",
        question("partner.personal-id", required=False),
    ),
    "no promise for some": ("deadline-order", PET_READER.revised(deadlines=PET_READER.deadlines[:1])),
    "a promise nobody can keep": (
        "deadlines-do-not-fit",
        LICENCE.revised(
            deadlines=(
                LICENCE.deadlines[0].model_copy(update={"working_days": 5}),
                LICENCE.deadlines[1],
            )
        ),
    ),
    "too many questions to prove": (
        "too-tangled",
        PET_READER.revised(
            members=(
                PET_READER.members[0],
                PET_READER.members[1].model_copy(
                    update={
                        "when": all_of(is_true("dog.wanted"), *(is_true(f"tangle.{n}") for n in range(20)))
                    }
                ),
            )
        ),
    ),
}
TANGLED_FORM = asked(*(yes_no(f"tangle.{n}") for n in range(20)))
FORMS: dict[str, tuple[str, Lockable]] = {
    "two pages of one name": ("same-name-twice", FORM.revised(sections=(*FORM.sections, FORM.sections[0]))),
    "a long page": ("long-section", asked(*(yes_no(f"more.{n}") for n in range(6)))),
    "asked once more": ("asked-twice", asked(yes_no("reader.shares-home"))),
    "asked as something else": (
        "kind-differs",
        asked(Question(fact="dog.wanted", kind=Kind.DATE, text=text("a", "b"), when=is_true("dog.wanted"))),
    ),
    "a question behind nothing": ("fact-not-supplied", asked(yes_no("more", when=is_true("no.such")))),
    "a page behind nothing": (
        "fact-not-supplied",
        FORM.revised(sections=(YOU, DOG.model_copy(update={"when": is_true("no.such")}))),
    ),
    "shown by what is asked later": (
        "asked-too-early",
        FORM.revised(sections=(YOU.model_copy(update={"when": is_true("dog.wanted")}), DOG)),
    ),
    "derived from nothing": ("fact-not-supplied", derived(rule="first", of=("no.such",))),
    "derived from what is derived later": (
        "fact-not-supplied",
        FORM.revised(
            derived=(Derived(fact="new", rule="first", of=("dog.large",), text=text("a", "b")), *FORM.derived)
        ),
    ),
    "months since a name": ("kind-differs", derived(rule="months-since", of=("reader.full-name",))),
    "chosen what nobody can choose": (
        "unknown-option",
        derived(rule="chosen", of=("dog.size",), value="huge"),
    ),
    "the same as nothing else": ("derived-badly", derived(rule="same", of=("dog.size",))),
    "chosen without a value": ("derived-badly", derived(rule="chosen", of=("dog.size",))),
    "derived and asked": ("asked-twice", derived(fact="dog.size", rule="first", of=("dog.wanted",))),
    "automatic without a rule": ("fact-not-supplied", question("reader.full-name", how=How.AUTOMATIC)),
    "shown as something else": (
        "kind-differs",
        asked(Question(fact="dog.large", kind=Kind.DATE, how=How.AUTOMATIC, text=text("a", "b"))),
    ),
    "a register without a number": ("not-fetched", question("reader.full-name", fetched_by=None)),
    "a register by an unknown number": (
        "fact-not-supplied",
        question("reader.full-name", fetched_by="no.such"),
    ),
    "a choice of nothing": ("no-choice", question("dog.size", options=())),
    "one choice twice": (
        "same-name-twice",
        question("dog.size", options=(Option(value="large", text=text("a", "b")),) * 2),
    ),
    "nobody to call": ("fact-not-supplied", FORM.revised(phone="no.such")),
    "about nobody": ("fact-not-supplied", FORM.revised(subject="no.such")),
    "boxes of an unknown form": (
        "unknown-feed",
        question("dog.size", feeds=(Feed(procedure="fishing-licence", boxes=1),)),
    ),
}
AMONG: dict[str, tuple[str, Lockable]] = {
    "two versions at once": ("versions-overlap", CARD.revised(version="2026-02")),
    "two bundles at one address": ("same-address", PET_READER.revised(code="other")),
}
SABOTAGES: dict[str, tuple[str, Lockable]] = {**PROCEDURES, **FACTS, **BUNDLES, **FORMS, **AMONG}
BESIDES: dict[str, tuple[Lockable, ...]] = {
    "too many questions to prove": (TANGLED_FORM,),
    "two payers of one allowance": (CARD.revised(pays=(HELP,)),),
}


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
