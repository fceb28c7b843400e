"""Which papers are asked for: each once, only where its condition holds, none that somebody has already."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests import toy_procedures as toys
from workflows import papers
from workflows.language import Evidence
from workflows.registry import Registry, registry
from workflows.words import text

LAW = registry()
TODAY = date(2026, 11, 20)
BIRTH: dict[str, Any] = {
    "child.case": "both-parents",
    "residence.with": "mother",
    "wants.identity-card": False,
}
DEATH: dict[str, Any] = {
    "wants.funeral": True,
    "wants.survivor": False,
    "deceased.status": "pensioner",
    "death.case": "facility",
}


def needed(slug: str, **facts: Any) -> dict[str, tuple[str, ...]]:
    """Return the papers that a filing of today needs, each with the members that want it."""
    bundle = LAW.bundle_by_slug(slug, TODAY)
    found = papers.needed(bundle, LAW.procedures_of(bundle), facts)
    return {paper.code: paper.wanted_by for paper in found}


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ({"child.birth-evidence": "notice"}, {"birth-notice"}),
        ({"child.birth-evidence": "witness"}, {"witness-statement"}),
        ({"child.birth-evidence": "commitment"}, {"written-commitment"}),
        ({"child.case": "surrogacy", "child.birth-evidence": "notice"}, {"surrogacy-proof", "birth-notice"}),
        ({"child.case": "abandoned"}, {"abandoned-child-minutes"}),
        # The hospital's signed data are there, so nothing is asked for on paper.
        ({"birth-notice.number": "1", "birth-notice.birth-moment": "2026-11-16T04:20"}, set()),
        # A number without its data proves nothing.
        ({"birth-notice.number": "1"}, {"birth-notice"}),
        ({"residence.consent": "attached"}, {"householder-consent"}),
        ({"residence.consent": "vneid"}, set()),
        ({"residence.with": "other"}, {"parents-consent", "residence-papers"}),
    ],
    ids=lambda part: str(sorted(part)),
)
def test_a_birth_needs(facts: dict[str, Any], wanted: set[str]) -> None:
    assert set(needed("khai-sinh", **{**BIRTH, **facts})) == wanted


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        ({}, {"facility-death-notice"}),
        ({"death.case": "elsewhere"}, {"commune-death-notice"}),
        ({"death.case": "accident"}, {"police-or-forensic-paper"}),
        ({"wants.survivor": True, "survivor.kind": "lump-sum", "survivor.form-09": True,
          "survivor.relatives": [{"name": "Lan"}]},
         {"facility-death-notice", "form-09-hsb"}),
    ],
    ids=lambda part: str(sorted(part)),
)  # fmt: skip
def test_a_death_needs(facts: dict[str, Any], wanted: set[str]) -> None:
    assert set(needed("khai-tu", **{**DEATH, **facts})) == wanted


def test_a_paper_that_several_procedures_want_is_asked_for_once() -> None:
    found = needed("khai-tu", **{**DEATH, "death.case": "court"})
    assert found["court-decision"] == ("death-registration", "funeral-allowance-insurance")


@pytest.mark.parametrize("slug", ["khai-sinh", "khai-tu", "karaoke"])
def test_what_a_link_brings_is_never_asked_for(slug: str) -> None:
    bundle = LAW.bundle_by_slug(slug, TODAY)
    brought = {(link.receiver, link.serves_as) for link in bundle.links}
    everything = {
        paper.code: paper.model_copy(update={"comes": "attached", "when": None})
        for procedure in LAW.procedures_of(bundle).values()
        for paper in procedure.evidence
    }
    procedures = {
        code: one.model_copy(update={"evidence": tuple(everything[paper.code] for paper in one.evidence)})
        for code, one in LAW.procedures_of(bundle).items()
    }
    bundle = bundle.model_copy(
        update={"members": tuple(member.model_copy(update={"when": None}) for member in bundle.members)}
    )
    asked = {(who, paper.code) for paper in papers.needed(bundle, procedures, {}) for who in paper.wanted_by}
    assert asked
    assert asked & brought == set()


def test_every_paper_of_a_filing_in_force_says_how_it_comes() -> None:
    lost = [
        (bundle.key, code, paper.code)
        for bundle in LAW.all_bundles()
        for code, procedure in LAW.procedures_of(bundle).items()
        for paper in procedure.evidence
        if paper.comes is None
        and not any(link.receiver == code and link.serves_as == paper.code for link in bundle.links)
    ]
    assert lost == []


def test_what_is_missing_is_said_in_whole_sentences() -> None:
    card = papers.NeededPaper("photo", text("Ảnh", "Photograph"), None, ("library-card",))
    (problem,) = papers.missing([card], [])
    assert (problem.fact, problem.kind, problem.section) == ("photo", "missing", papers.SECTION)
    assert problem.text.vi.startswith("Ảnh: chưa đính kèm.")
    assert papers.missing([card], ["photo"]) == ()


def test_a_supplement_may_be_any_paper_of_the_procedure_or_another() -> None:
    procedure = LAW.procedures_of(LAW.bundle_by_slug("khai-sinh", TODAY))["birth-registration"]
    offered = papers.answering(procedure, {**BIRTH, "child.birth-evidence": "witness"})
    assert [paper.code for paper in offered] == ["witness-statement", papers.OTHER]
    by_witness, marked = {"child.birth-evidence": "witness"}, "fact:child.sex\npaper:birth-notice"
    ticked = papers.answering(procedure, by_witness, marked)
    assert [paper.code for paper in ticked] == ["birth-notice", "witness-statement", papers.OTHER]


def test_only_what_a_procedure_rests_on_is_for_its_officers() -> None:
    procedures = LAW.procedures_of(LAW.bundle_by_slug("khai-sinh", TODAY))
    assert papers.wants(procedures["birth-registration"], "birth-notice")
    assert not papers.wants(procedures["child-health-insurance"], "birth-notice")
    assert not papers.wants(procedures["permanent-residence"], "birth-certificate")


def test_a_toy_that_wants_a_photograph() -> None:
    photo = Evidence(code="photo", text=text("Ảnh", "Photograph"), comes="attached")
    card = toys.LIBRARY_CARD.revised(evidence=(photo,))
    law = Registry.of(
        toys.LIBRARY, toys.COUNCIL, card, toys.DOG_LICENCE, toys.PET_READER_FORM, toys.PET_READER
    )
    found = papers.needed(toys.PET_READER, law.procedures_of(toys.PET_READER), {"dog.wanted": True})
    assert [paper.code for paper in found] == ["photo"]
