"""The legal grounds on which a case may be refused: articles that its definition itself rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workflows.language import Item, Procedure
from workflows.words import Kind, Source, Text

GROUND = "reason.law"  # the item of a refusing step that names the article
_ARTICLES = re.compile(r"(?P<act>.+?) Art\. (?P<numbers>.+)")
_RANGE = re.compile(r"(\d+)-(\d+)")


def grounds(procedure: Procedure) -> tuple[Text, ...]:
    """List the single articles of a definition's sources, the act of the refusing steps first.

    A reading of ours and what is unknown are no ground: nobody is refused by an inference.
    """
    found = [one for source in _sources(procedure) if not source.provisional for one in _single(source.act)]
    return tuple(Text(vi=act.replace("Art.", "Điều"), en=act) for act in dict.fromkeys(found))


def is_ground(procedure: Procedure, typed: str) -> bool:
    """Say whether what was given names one of them, in either language."""
    return typed.replace("Điều", "Art.") in {ground.en for ground in grounds(procedure)}


def with_grounds(procedure: Procedure, takes: tuple[Item, ...]) -> tuple[Item, ...]:
    """Let the item that names the legal ground offer exactly the grounds there are."""
    if all(item.code != GROUND for item in takes):
        return takes
    options = tuple((ground.vi, ground) for ground in grounds(procedure))
    offered = {"kind": Kind.CHOICE, "options": options}
    return tuple(item.model_copy(update=offered) if item.code == GROUND else item for item in takes)


def in_english(ground: str) -> str:
    """Write a ground as English pages do; it is kept as the law itself is written."""
    return ground.replace("Điều", "Art.")


def _sources(procedure: Procedure) -> Iterator[Source]:
    refusing = [step for step in procedure.steps if any(item.code == GROUND for item in step.takes)]
    yield from (step.rule for step in refusing if step.rule)
    yield from procedure.legal_basis
    yield from (deadline.source for deadline in procedure.deadlines)
    yield from (paper.source for paper in procedure.evidence if paper.source)
    yield from (step.rule for step in procedure.steps if step.rule)


def _single(act: str) -> Iterator[str]:
    """Split `A Art. 5, 13-14; B` into `A Art. 5`, `A Art. 13`, `A Art. 14` and `B`."""
    for part in re.split(r";\s*", act):
        matched = _ARTICLES.fullmatch(part.strip())
        if matched is None:
            yield part.strip()
            continue
        yield from (f"{matched['act']} Art. {number}" for number in _numbers(matched["numbers"].split(",")))


def _numbers(written: Iterable[str]) -> Iterator[str]:
    for number in written:
        span = _RANGE.fullmatch(number.strip())
        if span is None:
            yield number.strip()
        else:
            yield from map(str, range(int(span[1]), int(span[2]) + 1))
