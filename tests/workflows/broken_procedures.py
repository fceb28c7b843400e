"""Broken procedures, each with the problem that must be found in it."""

from __future__ import annotations

from tests.toy_procedures import BYLAW, DOG_LICENCE, PET_READER, PRINT_CARD
from tests.workflows.breaking import CARD, LICENCE, ask, question, state, step, without_step
from workflows.bundle import Link
from workflows.charges import Allowance, Exemption, Figure
from workflows.conditions import at_least, equals, is_true, known
from workflows.language import Deadline, Procedure
from workflows.lock import Lockable
from workflows.skeletons.review import REASON
from workflows.skeletons.supplement import REQUEST_SECOND_SUPPLEMENT
from workflows.vocabulary import Role, Waits
from workflows.words import Kind, Text, text

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
