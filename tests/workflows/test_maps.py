"""Maps of definitions: everything is on them once, nothing lies on anything else, and words stay inside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from operator import attrgetter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.toy_procedures import LIBRARY_CARD, TOY_REGISTRY
from workflows.bundle import Bundle
from workflows.checking import checks
from workflows.language import Procedure
from workflows.registry import registry
from workflows.sheets.graphs import Graph, Node, Way, graph_of, graph_of_bundle, legend
from workflows.sheets.groups import GROUPS
from workflows.sheets.maps import EDGE, STATE_LETTER, STEP_LETTER, Box, layers, width_of, wrapped
from workflows.sheets.proofs import Verdict, proofs
from workflows.sheets.wires import StateMap, drawn
from workflows.words import text

LAW = registry()
SAYS = {"vi": attrgetter("vi"), "en": attrgetter("en")}
PIECE = re.compile(r"M(-?[\d.]+) (-?[\d.]+)([HV])(-?[\d.]+)")
Segment = tuple[float, float, float, float]


def graph(definition: Procedure | Bundle) -> Graph:
    if isinstance(definition, Procedure):
        return graph_of(definition, LAW)
    return graph_of_bundle(definition, LAW)


# Versions that look the same need to be looked at once.
DEFINITIONS = list({graph(one): one for one in (*LAW.procedures.values(), *LAW.bundles.values())}.values())


def segments(path: str) -> list[Segment]:
    """Read the straight pieces of a wire, each from its smaller to its larger end."""
    found = []
    for x, y, way, to in PIECE.findall(path):
        xs, ys = sorted((float(x), float(to))), sorted((float(y), float(to)))
        found.append((xs[0], float(y), xs[1], float(y)) if way == "H" else (float(x), ys[0], float(x), ys[1]))
    assert len(found) == path.count("M"), path
    return found


def mistakes(chart: StateMap, graph: Graph) -> Iterator[str]:
    """List what is wrong with a map."""
    yield from _missing(chart, graph)
    for one, other in combinations(chart.boxes, 2):
        if _overlap(one, other):
            yield f"{one.code} lies on {other.code}"
    for box in chart.boxes:
        yield from _misfits(box, chart)
    cut = [(wire.code, piece) for wire in chart.wires for piece in segments(wire.path)]
    for code, piece in cut:
        yield from (f"the wire {code} crosses {box.code}" for box in chart.boxes if _through(piece, box))
    for (code, piece), (other, second) in combinations(cut, 2):
        if code != other and _run_together(piece, second):
            yield f"the wires {code} and {other} lie on each other"


def _missing(chart: StateMap, graph: Graph) -> Iterator[str]:
    drawn_ = Counter((box.code, box.node is not None) for box in chart.boxes)
    wanted = Counter([(n.code, True) for n in graph.nodes] + [(w.code, False) for w in graph.ways])
    if drawn_ != wanted:
        yield f"not each once: {drawn_ - wanted} {wanted - drawn_}"
    for way in graph.ways:  # whoever follows the wires gets from each source to the target
        several = len(way.sources) > 1
        ends = [wire for wire in chart.wires if wire.code == (way.code if several else way.target)]
        boxes = {box.code: box for box in chart.boxes if (box.node is None) is not several}
        for source in way.sources if several else (way.code,):
            edge = boxes[source].x + boxes[source].width
            height = (boxes[source].y, boxes[source].y + boxes[source].height)
            starts = [s for wire in ends for s in segments(wire.path)]
            if not any(s[0] == edge and height[0] <= s[1] <= height[1] and s[1] == s[3] for s in starts):
                yield f"no wire leaves {source} for {way.target} by {way.code}"


def _misfits(box: Box, chart: StateMap) -> Iterator[str]:
    letter = STATE_LETTER * 1.08 if box.node else STEP_LETTER
    for line in box.lines:
        half = width_of(line.words, letter) / 2
        if line.x - half < box.x + EDGE - 1 or line.x + half > box.x + box.width - EDGE + 1:
            yield f"{line.words!r} is wider than {box.code}"
        if not box.y + 9 <= line.y <= box.y + box.height - 3:
            yield f"{line.words!r} is above or below {box.code}"
    if box.x < 0 or box.y < 0 or box.x + box.width > chart.width or box.y + box.height > chart.height:
        yield f"{box.code} is outside"


def _overlap(one: Box, other: Box) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not (beside or one.y + one.height <= other.y or other.y + other.height <= one.y)


def _through(piece: Segment, box: Box) -> bool:
    left, top, right, bottom = piece
    inside = left < box.x + box.width and right > box.x
    return inside and top < box.y + box.height and bottom > box.y


def _run_together(one: Segment, other: Segment) -> bool:
    """Say whether two pieces that run the same way share more than a point."""
    across = one[1] == one[3] == other[1] == other[3]
    along = one[0] == one[2] == other[0] == other[2]
    if across:
        return min(one[2], other[2]) > max(one[0], other[0])
    return along and min(one[3], other[3]) > max(one[1], other[1])


# --- maps -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", SAYS)
@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda one: one.key)
def test_a_map_shows_everything_once_and_nothing_on_top_of_anything(
    definition: Procedure | Bundle, language: str
) -> None:
    shown = graph(definition)
    chart = drawn(shown, SAYS[language])
    assert list(mistakes(chart, shown)) == []
    assert drawn(shown, SAYS[language]) == chart
    said = {box.code: " ".join(line.words for line in box.lines) for box in chart.boxes if box.node}
    assert said == {node.code: " ".join(SAYS[language](node.text).split()) for node in shown.nodes}
    assert {tone for tone, _ in legend(LAW, definition)} == {node.tone for node in shown.nodes}


WORDS = st.text("abcđếmwộ ", min_size=1, max_size=60).filter(str.strip)


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    codes = [f"n{number}" for number in range(draw(st.integers(1, 9)))]
    nodes = tuple(
        Node(code, text(draw(WORDS), "x"), "justice", end=place > 0 and draw(st.booleans()))
        for place, code in enumerate(codes)
    )
    ways = []
    for number in range(draw(st.integers(0, 14))):
        sources = draw(st.lists(st.sampled_from(codes), min_size=1, max_size=5, unique=True))
        ways.append(Way(f"w{number}", text(draw(WORDS), "x"), tuple(sources), draw(st.sampled_from(codes))))
    return Graph(nodes, tuple(ways))


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_any_graph_at_all_becomes_such_a_map(some: Graph) -> None:
    assert list(mistakes(drawn(some, SAYS["vi"]), some)) == []


def test_layers_follow_the_longest_way_and_endings_come_last() -> None:
    found = layers(graph_of(LIBRARY_CARD, TOY_REGISTRY))
    assert found["received"] == 0
    assert found["received"] < found["under-review"] < found["awaiting-register"]
    ends = {state.code for state in LIBRARY_CARD.states if state.ending}
    assert {found[code] for code in ends} == {max(found.values())}


def test_only_moves_back_are_dashed() -> None:
    shown = graph_of(LIBRARY_CARD, TOY_REGISTRY)
    layer = layers(shown)
    back = {way.target for way in shown.ways for one in way.sources if layer[way.target] <= layer[one]}
    chart = drawn(shown, SAYS["vi"])
    assert {wire.tone for wire in chart.wires if wire.back}
    dashed = {wire.code for wire in chart.wires if wire.back}
    assert {way.target for way in shown.ways if dashed & {way.code, way.target}} >= back


def test_a_long_word_is_broken_rather_than_cut() -> None:
    lines = wrapped("W" * 60 + " a", 100, 10)
    assert "".join(lines).replace("a", "") == "W" * 60
    assert all(width_of(line, 10) <= 100 for line in lines)


# --- the checks of a map find what they are for -----------------------------------------------------


def test_planted_mistakes_on_a_map_are_found() -> None:
    shown = graph_of(LIBRARY_CARD, TOY_REGISTRY)
    chart = drawn(shown, SAYS["vi"])
    first, second, *rest = chart.boxes
    moved = replace(chart, boxes=(first, replace(second, y=first.y + 1), *rest))
    narrow = replace(chart, boxes=(replace(first, width=20), second, *rest))
    unwired = replace(chart, wires=chart.wires[1:])
    doubled = replace(chart, wires=(*chart.wires, replace(chart.wires[0], code="twice")))
    for planted, complaint in (
        (replace(chart, boxes=chart.boxes[1:]), "not each once"),
        (moved, "lies on"),
        (narrow, "is wider than"),
        (unwired, "no wire leaves"),
        (doubled, "lie on each other"),
    ):
        assert any(complaint in one for one in mistakes_or_missing(planted, shown)), complaint


def mistakes_or_missing(chart: StateMap, shown: Graph) -> list[str]:
    try:
        return list(mistakes(chart, shown))
    except KeyError:  # the wires of a box that is not there
        return list(_found_first(chart, shown))


def _found_first(chart: StateMap, shown: Graph) -> Iterator[str]:
    try:
        yield from mistakes(chart, shown)
    except KeyError:
        return


# --- proofs -----------------------------------------------------------------------------------------


def verdicts(definition: Procedure) -> dict[str, str]:
    law = type(LAW).of(*(one for one in LAW.all_definitions() if one != definition), definition)
    return {proof.code: proof.verdict.value for proof in proofs(law, definition)}


def without(procedure: Procedure, *steps: str) -> Procedure:
    return procedure.revised(
        version="2099-01", steps=tuple(step for step in procedure.steps if step.code not in steps)
    )


BIRTH = LAW.procedure("birth-registration@2026-09")


def test_without_the_step_that_leads_there_a_state_is_out_of_reach() -> None:
    changed = without(BIRTH, "send-draft")
    [proof] = [one for one in proofs(LAW, changed) if one.code == "reachability"]
    states = len(BIRTH.states)
    assert (proof.verdict, proof.good, proof.total) == (Verdict.FAILED, states - 1, states)
    assert proof.details[0].about == (BIRTH.state("awaiting-draft-answer").text,)
    [lost] = [node for node in graph_of(changed, LAW).nodes if not node.reached]
    assert lost.code == "awaiting-draft-answer"
    assert list(mistakes(drawn(graph_of(changed, LAW), SAYS["vi"]), graph_of(changed, LAW))) == []


def test_a_wrong_name_leaves_the_deeper_proofs_unasked_and_not_passed() -> None:
    found = verdicts(without(BIRTH, "take-silence-as-consent"))  # a timer still names it
    assert found["names"] == "failed"
    assert found["refusals"] == found["least-data"] == "not-run"
    assert found["reachability"] == "passed"


def test_every_definition_passes_and_every_claim_has_its_turn() -> None:
    procedure = LAW.procedure("household-business@2025-11")
    declaration, bundle = LAW.declarations["karaoke@2025-11"], LAW.bundles["karaoke@2025-11"]
    seen = set()
    for one in (procedure, declaration, bundle, *LAW.authorities.values()):
        found = proofs(LAW, one)
        assert {proof.verdict for proof in found} == {Verdict.PASSED}
        seen |= {proof.code for proof in found}
    assert seen == {group.code for group in GROUPS}


def test_every_finding_of_the_checks_belongs_to_a_claim() -> None:
    source = "".join(file.read_text() for file in Path(checks.__file__).parent.glob("*.py"))
    yielded = set(re.findall(r'yield(?: from)? \(?\(?\s*"([a-z]+(?:-[a-z]+)+)",', source))
    yielded |= set(re.findall(r'\(\(?"([a-z]+(?:-[a-z]+)+)", f?"', source))
    known = {code for group in GROUPS for code in group.findings}
    assert len(yielded) > 50
    assert yielded - known == set()
