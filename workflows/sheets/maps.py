"""Lays a graph out as a map: boxes in layers, wires between them; the page only has to draw it.

A place is a card: on top the steps that lead to it from several places, then its own box, under it the
steps that leave it alone. So every state and every step is drawn once. Cards stand in layers by their
longest way from the start, in columns that are the same for all layers: between the columns and above
each layer only wires run (`wires`). Nothing is measured in a browser: letters are taken a little wider
than any common font has them, and the page is drawn the same by every machine. All lengths are pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from workflows.sheets.graphs import Graph, Node, Way
from workflows.words import Text

Say = Callable[[Text], str]

COLUMNS = 3  # cards side by side at most; a fuller layer takes two rows
CARD = 204
INSET = 12  # by which a step is narrower than its state
GAP = 4  # between the boxes of one card
EDGE = 10  # between a box and its words
STATE_LETTER, STEP_LETTER = 13.5, 12.5
STATE_LINE, STEP_LINE = 19, 17
NARROW, WIDE = frozenset("iíìỉĩịIÍÌltfjr.,:;'’|()[]/ "), frozenset("mwMW@%…–—")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words, its middle on the base line."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Box:
    """A state (`way` is None) or a step, with its words broken into lines that fit."""

    code: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[Line, ...]
    node: Node | None = None
    way: Way | None = None
    tone: str = ""

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Card:
    """One place with its steps: codes from top to bottom, and where it stands in the grid."""

    node: Node
    entering: tuple[Way, ...]
    leaving: tuple[Way, ...]
    shared: int  # steps that leave it as one of several states: each has its own wire at the state's box
    row: int
    column: int


def layers(graph: Graph) -> dict[str, int]:
    """Give each place its layer: the longest way to it over moves that go on; endings come last."""
    ordered = sorted(graph.nodes, key=lambda node: node.end)
    place = {node.code: number for number, node in enumerate(ordered)}
    layer = dict.fromkeys(place, 0)
    for node in ordered:
        for way in graph.ways:
            before = [one for one in way.sources if place[one] < place[node.code]]
            if way.target == node.code and before:
                layer[node.code] = max(layer[node.code], *(layer[one] + 1 for one in before))
    last = max(layer.values(), default=0)
    return {code: last if node.end else layer[code] for code, node in _by_code(ordered)}


def cards(graph: Graph) -> tuple[Card, ...]:
    """Put every place into the grid: its layer from top to bottom, near those it follows from."""
    layer, column, placed = layers(graph), {}, []  # type: ignore[var-annotated]
    row = 0
    for number in sorted(set(layer.values())):
        here = [node for node in graph.nodes if layer[node.code] == number]
        weights = {node.code: _pull(node.code, graph, column) for node in here}
        here.sort(key=lambda node: weights[node.code])
        for first in range(0, len(here), COLUMNS):
            some = here[first : first + COLUMNS]
            free = list(range(max(len(some), 2)))
            for node in some:
                near = min(free, key=lambda one: (abs(one - weights[node.code]), one))
                free.remove(near)
                column[node.code] = near
                placed.append((node, row, near))
            row += 1
    return tuple(_card(graph, node, row, near) for node, row, near in placed)


def boxes(card: Card, x: float, y: float, say: Say) -> tuple[Box, ...]:
    """Draw the boxes of a card from its upper corner down."""
    drawn: list[Box] = []
    for way in card.entering:
        drawn.append(_step(way, x, y, say))
        y += drawn[-1].height + GAP
    lines = wrapped(say(card.node.text), CARD - 2 * EDGE - 10, STATE_LETTER * 1.08)
    height = max(len(lines) * STATE_LINE + 16, (card.shared + 1) * 7)
    words = _lines(lines, x + CARD / 2 + 5, y + height / 2, STATE_LINE)
    drawn.append(Box(card.node.code, x, y, CARD, height, words, node=card.node, tone=card.node.tone))
    y += height + GAP
    for way in card.leaving:
        drawn.append(_step(way, x, y, say))
        y += drawn[-1].height + GAP
    return tuple(drawn)


def width_of(words: str, letter: float) -> float:
    """Return how wide words are at most, in letters of this size."""
    return letter * sum(_share(character) for character in words)


def wrapped(words: str, room: float, letter: float) -> tuple[str, ...]:
    """Break words into lines that fit the room; a word that alone is too long is broken too."""
    lines = [""]
    for word in words.split():
        for part in _parts(word, room, letter):
            longer = f"{lines[-1]} {part}".strip()
            if width_of(longer, letter) <= room:
                lines[-1] = longer
            else:
                lines.append(part)
    return tuple(line for line in lines if line)


def _share(character: str) -> float:
    if character in NARROW:
        return 0.4
    if character in WIDE:
        return 1.0
    return 0.78 if character.isupper() else 0.61


def _parts(word: str, room: float, letter: float) -> Iterable[str]:
    part = ""
    for character in word:
        if part and width_of(part + character, letter) > room:
            yield part
            part = ""
        part += character
    yield part


def _pull(code: str, graph: Graph, column: Mapping[str, int]) -> float:
    """Say near which column a place wants to stand: the middle of those that lead to it, or the first."""
    before = [column[s] for way in graph.ways if way.target == code for s in way.sources if s in column]
    return sum(before) / len(before) if before else 0.0


def _card(graph: Graph, node: Node, row: int, column: int) -> Card:
    several = [way for way in graph.ways if way.target == node.code and len(way.sources) > 1]
    alone = [way for way in graph.ways if way.sources == (node.code,)]
    shared = sum(1 for way in graph.ways if node.code in way.sources and len(way.sources) > 1)
    return Card(node, tuple(several), tuple(alone), shared, row, column)


def _step(way: Way, x: float, y: float, say: Say) -> Box:
    room = CARD - 2 * INSET
    lines = wrapped(say(way.text), room - 2 * EDGE, STEP_LETTER)
    height = len(lines) * STEP_LINE + 9
    words = _lines(lines, x + CARD / 2, y + height / 2, STEP_LINE)
    return Box(way.code, x + INSET, y, room, height, words, way=way)


def _lines(lines: tuple[str, ...], x: float, middle: float, line: float) -> tuple[Line, ...]:
    top = middle - (len(lines) - 1) * line / 2
    return tuple(Line(x, round(top + place * line + 4.5, 1), words) for place, words in enumerate(lines))


def _by_code(nodes: Iterable[Node]) -> Iterable[tuple[str, Node]]:
    return ((node.code, node) for node in nodes)
