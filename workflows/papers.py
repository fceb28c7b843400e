"""Which papers a filing needs now (giấy tờ phải nộp): each once, and none that a register gives already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workflows import chain
from workflows.bundle import Bundle
from workflows.conditions import Facts, holds_safely
from workflows.forms.problems import FieldProblem
from workflows.language import Evidence, Procedure
from workflows.words import Source, Text

SECTION = "attached-papers"  # the part of a filing in which they are sent; no form has one so called
OTHER = "other-paper"
_TICKED = re.compile(r"paper:([\w-]+)")
OTHER_PAPER = Text(vi="Giấy tờ khác mà cán bộ yêu cầu", en="Another paper that the officer asks for")


@dataclass(frozen=True, slots=True)
class NeededPaper:
    """One paper that the requester attaches, and the members of the bundle that want it."""

    code: str
    text: Text
    source: Source | None
    wanted_by: tuple[str, ...]


def needed(bundle: Bundle, procedures: Mapping[str, Procedure], facts: Facts) -> tuple[NeededPaper, ...]:
    """List the papers to attach for what was declared so far, in the order in which offices want them.

    Data that comes by itself is not asked for on paper (63/2024/NĐ-CP Art. 4), nor is what a linked
    procedure hands over. A paper that several procedures want is attached once.
    """
    part = chain.order(bundle, facts)
    found: dict[str, NeededPaper] = {}
    for member in part:
        linked = {link.serves_as for link in bundle.links if link.receiver == member.code}
        for paper in procedures[member.code].evidence:
            if paper.code not in linked and _wanted(paper, facts):
                found[paper.code] = _also(found.get(paper.code), paper, member.code)
    return tuple(found.values())


def answering(procedure: Procedure, facts: Facts, marked: str = "") -> tuple[NeededPaper, ...]:
    """List the papers by which the requester may answer one procedure's request for a supplement.

    `marked` is what the officer ticked, each paper as `paper:<evidence>`: it may be one that the
    answers alone would not have asked for.
    """
    ticked = set(_TICKED.findall(marked))
    own = tuple(
        _also(None, paper, procedure.code)
        for paper in procedure.evidence
        if paper.comes == "attached" and (paper.code in ticked or holds_safely(paper.when, facts))
    )
    return (*own, NeededPaper(OTHER, OTHER_PAPER, None, (procedure.code,)))


def wants(procedure: Procedure, code: str) -> bool:
    """Say whether a procedure rests on this paper, so that its officers may read it (least data)."""
    return any(paper.code == code and paper.comes == "attached" for paper in procedure.evidence)


def missing(papers: Iterable[NeededPaper], attached: Iterable[str]) -> tuple[FieldProblem, ...]:
    """Say of each needed paper that is not attached yet what to do about it."""
    there = set(attached)
    return tuple(
        FieldProblem(
            fact=paper.code,
            text=Text(
                vi=f"{paper.text.vi}: chưa đính kèm. Hãy chụp ảnh hoặc chọn tệp PDF rồi gửi.",
                en=f"{paper.text.en}: not attached yet. Take a photo or choose a PDF file, and send it.",
            ),
            kind="missing",
            section=SECTION,
        )
        for paper in papers
        if paper.code not in there
    )


def _wanted(paper: Evidence, facts: Facts) -> bool:
    return paper.comes == "attached" and holds_safely(paper.when, facts)


def _also(before: NeededPaper | None, paper: Evidence, member: str) -> NeededPaper:
    if before is None:
        return NeededPaper(paper.code, paper.text, paper.source, (member,))
    return NeededPaper(before.code, before.text, before.source, (*before.wanted_by, member))
