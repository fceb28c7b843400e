"""Broken declarations, each with the problem that must be found in it."""

from __future__ import annotations

from tests.toy_procedures import DOG, YOU
from tests.workflows.breaking import FORM, asked, derived, question, yes_no
from workflows.conditions import is_true
from workflows.lock import Lockable
from workflows.questions import Derived, Feed, How, Option, Question
from workflows.words import Kind, text

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
