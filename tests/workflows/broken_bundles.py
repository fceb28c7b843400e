"""Broken bundles, each with the problem that must be found in it, and definitions that quarrel."""

from __future__ import annotations

from datetime import date

from tests.toy_procedures import BYLAW, PET_READER
from tests.workflows.breaking import CARD, LICENCE, question, step
from tests.workflows.broken_forms import TANGLED_FORM
from tests.workflows.broken_procedures import HELP, RETURN, TWO_WAYS
from workflows.bundle import Member
from workflows.conditions import all_of, equals, is_true
from workflows.language import Deadline
from workflows.lock import Lockable
from workflows.skeletons.review import REASON
from workflows.vocabulary import OnFailure
from workflows.words import text

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
AMONG: dict[str, tuple[str, Lockable]] = {
    "two versions at once": ("versions-overlap", CARD.revised(version="2026-02")),
    "two bundles at one address": ("same-address", PET_READER.revised(code="other")),
}
BESIDES: dict[str, tuple[Lockable, ...]] = {
    "too many questions to prove": (TANGLED_FORM,),
    "two payers of one allowance": (CARD.revised(pays=(HELP,)),),
}
