"""Finds the ways of wires between the boxes of a map, so that no wire crosses a box or lies on another.

Wires run up and down in the gutters between columns and across in the channel above each row. All that
lead to one box share one wire, those that go on and those that go back one each; every wire has a track
of its own wherever another runs beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from workflows.sheets.graphs import Graph
from workflows.sheets.maps import CARD, GAP, Box, Card, Say, boxes, cards, layers

TRACK = 9  # between two wires side by side
BESIDE = 13  # between a box and the nearest wire
ABOVE = 13  # between a row of cards and the channel above it
ARROW = 8
STEP = 6  # heights of what leaves a box are multiples of it; what enters lies between them

Point = tuple[float, float]
Heights = Mapping[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Wire:
    """One drawn wire: its path, the arrow at its end, the dots where others join; dashed if it goes back."""

    code: str
    path: str
    arrow: str
    dots: tuple[Point, ...]
    back: bool
    tone: str


@dataclass(frozen=True, slots=True)
class StateMap:
    """A whole map, ready to be drawn; lengths are pixels."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    wires: tuple[Wire, ...]


@dataclass(slots=True)
class _Net:
    """A wire before it is drawn: from some boxes to one, over the channel above the row of that one."""

    code: str
    back: bool
    tone: str
    sink: str
    column: int
    row: int
    from_above: bool
    pins: list[tuple[str, int]] = field(default_factory=list)  # a box, and the gutter behind it
    channel: int = 0
    tracks: dict[int, float] = field(default_factory=dict)  # where it runs in each gutter

    @property
    def crosses(self) -> bool:
        return self.from_above or any(gutter != self.column for _, gutter in self.pins)

    @property
    def gutters(self) -> tuple[int, ...]:
        own = () if self.from_above else (self.column,)
        return tuple(sorted({*own, *(gutter for _, gutter in self.pins)}))

    @property
    def span(self) -> Point:
        """From which gutter to which it runs across; the middle of a card lies half-way."""
        ends = (*self.gutters, self.column + 0.5) if self.from_above else self.gutters
        return min(ends), max(ends)


def drawn(graph: Graph, say: Say) -> StateMap:
    """Lay out a graph in the words of one reader; the same graph and words always look the same."""
    placed = cards(graph)
    nets = _nets(graph, placed)
    tops = _rows(placed, _channels(placed, nets), say)
    heights = _heights(_drawn(placed, tops, {}, say), nets)
    starts = _columns(placed, nets, tops, heights)
    found = _drawn(placed, tops, starts, say)
    shelf = {box.code: box for box in found}
    wires = tuple(_wire(net, _across(net, tops), heights, shelf) for net in nets)
    below = max((box.y + box.height for box in found), default=0.0)
    return StateMap(round(starts[len(starts) - 1]), round(below + ABOVE), found, wires)


def _nets(graph: Graph, placed: tuple[Card, ...]) -> tuple[_Net, ...]:
    """Collect the wires: one to each state for the steps under other states, one to each step of several."""
    layer, at = layers(graph), {card.node.code: card for card in placed}
    nets: dict[tuple[str, bool], _Net] = {}
    for way in graph.ways:
        target, several = at[way.target], len(way.sources) > 1
        sink = way.code if several else way.target
        for source in way.sources:
            back = layer[way.target] <= layer[source]
            above = not (back or several or target.entering)
            fresh = _Net(sink, back, target.node.tone, sink, target.column, target.row, above)
            net = nets.setdefault((f"{several} {sink}", back), fresh)
            net.pins.append((source if several else way.code, at[source].column + 1))
    return tuple(nets.values())


def _drawn(
    placed: tuple[Card, ...], tops: Mapping[int, float], starts: Mapping[int, float], say: Say
) -> tuple[Box, ...]:
    return tuple(
        box for card in placed for box in boxes(card, starts.get(card.column, 0.0), tops[card.row], say)
    )


def _channels(placed: tuple[Card, ...], nets: tuple[_Net, ...]) -> dict[int, int]:
    """Give each wire that crosses columns a track above its row; say how many tracks each row has."""
    used: dict[int, list[tuple[int, float, float]]] = {card.row: [] for card in placed}
    for net in nets:
        if net.crosses:
            net.channel = _free(used[net.row], *net.span)
            used[net.row].append((net.channel, *net.span))
    return {row: max((track for track, _, _ in some), default=-1) + 1 for row, some in used.items()}


def _free(taken: Iterable[tuple[int, float, float]], low: float, high: float) -> int:
    """Return the first track on which nothing lies between these two ends."""
    blocked = {track for track, first, last in taken if first <= high and low <= last}
    return next(track for track in range(len(blocked) + 1) if track not in blocked)


def _rows(placed: tuple[Card, ...], channels: Mapping[int, int], say: Say) -> dict[int, float]:
    """Say at which height each row of cards begins, under its channel."""
    tops: dict[int, float] = {}
    y = 0.0
    for row in sorted(channels):
        tops[row] = y + 2 * ABOVE + channels[row] * TRACK
        tall = (sum(box.height + GAP for box in boxes(card, 0, 0, say)) for card in placed if card.row == row)
        y = tops[row] + max(tall)
    return tops


def _heights(found: tuple[Box, ...], nets: tuple[_Net, ...]) -> dict[tuple[str, str], float]:
    """Say at which height each wire leaves or enters a box; what leaves and what enters never meet."""
    heights: dict[tuple[str, str], float] = {}
    for box in found:
        leaving = [(name, net) for net in nets for name, _ in net.pins if name == box.code]
        entering = [net for net in nets if net.sink == box.code and not net.from_above]
        for some, shift, end in ((leaving, 0, "out"), ([("", net) for net in entering], STEP / 2, "in")):
            for place, (_, net) in enumerate(some, start=1):
                exact = box.y + place * box.height / (len(some) + 1)
                heights[_pin(net, box.code, end)] = (exact - shift) // STEP * STEP + shift
    return heights


def _pin(net: _Net, box: str, end: str) -> tuple[str, str]:
    return f"{net.code} {net.back} {end}", box


def _across(net: _Net, tops: Mapping[int, float]) -> float:
    """Return the height at which a wire runs across."""
    return tops[net.row] - ABOVE - net.channel * TRACK


def _ends(net: _Net, gutter: int, tops: Mapping[int, float], heights: Heights) -> Point:
    """Say from where to where a wire runs in one gutter."""
    ys = [heights[_pin(net, box, "out")] for box, behind in net.pins if behind == gutter]
    if not net.from_above and gutter == net.column:
        ys.append(heights[_pin(net, net.sink, "in")])
    if net.from_above or any(behind != net.column for _, behind in net.pins):
        ys.append(_across(net, tops))
    return min(ys), max(ys)


def _columns(
    placed: tuple[Card, ...], nets: tuple[_Net, ...], tops: Mapping[int, float], heights: Heights
) -> dict[int, float]:
    """Give each wire a track in its gutters; say where each column begins, and after the last the margin."""
    columns = max((card.column for card in placed), default=0) + 1
    starts: dict[int, float] = {}
    x = 0.0
    for gutter in range(columns + 1):
        used: list[tuple[int, float, float]] = []
        for net in (one for one in nets if gutter in one.gutters):
            low, high = _ends(net, gutter, tops, heights)
            track = _free(used, low - STEP, high + STEP)
            used.append((track, low, high))
            net.tracks[gutter] = x + BESIDE + track * TRACK
        tracks = max((track for track, _, _ in used), default=0) + 1
        starts[gutter] = x + 2 * BESIDE + (tracks - 1) * TRACK
        x = starts[gutter] + CARD
    return starts


def _wire(net: _Net, across: float, heights: Heights, shelf: Mapping[str, Box]) -> Wire:
    path: list[str] = []
    dots: list[Point] = []
    ends: dict[int, list[float]] = {gutter: [] for gutter in net.gutters}
    for name, gutter in net.pins:
        y, box, x = heights[_pin(net, name, "out")], shelf[name], net.tracks[gutter]
        path.append(f"M{box.x + box.width:g} {y:g}H{x:g}")
        ends[gutter].append(y)
    sink = shelf[net.sink]
    middle = sink.x + CARD / 2
    enters = heights.get(_pin(net, net.sink, "in"), 0.0)
    if not net.from_above:
        ends[net.column].append(enters)
    if net.crosses:
        xs = [net.tracks[gutter] for gutter in net.gutters] + ([middle] if net.from_above else [])
        path.append(f"M{min(xs):g} {across:g}H{max(xs):g}")
        dots += [(x, across) for x in xs if min(xs) < x < max(xs)]
    for gutter, ys in ends.items():
        joined = [*ys, across] if net.crosses else ys
        path.append(f"M{net.tracks[gutter]:g} {min(joined):g}V{max(joined):g}")
        dots += [(net.tracks[gutter], y) for y in dict.fromkeys(joined) if min(joined) < y < max(joined)]
    last, arrow = _arrow(net, sink, middle, across, enters)
    return Wire(net.code, "".join([*path, last]), arrow, tuple(dict.fromkeys(dots)), net.back, net.tone)


def _arrow(net: _Net, sink: Box, middle: float, across: float, enters: float) -> tuple[str, str]:
    """Return the last piece of a wire and the head at its end: down into a box, or along into its side."""
    if net.from_above:
        y = sink.y
        return f"M{middle:g} {across:g}V{y - ARROW:g}", f"M{middle - 4:g} {y - ARROW:g}h8l-4 {ARROW}z"
    x = sink.x
    return (
        f"M{net.tracks[net.column]:g} {enters:g}H{x - ARROW:g}",
        f"M{x - ARROW:g} {enters - 4:g}v8l{ARROW}-4z",
    )
