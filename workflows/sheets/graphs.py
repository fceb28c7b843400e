"""What a map shows, without coordinates: states and steps of a procedure, members and links of a bundle."""

from __future__ import annotations

from dataclasses import dataclass

from workflows.bundle import Bundle
from workflows.checking.findings import spread
from workflows.checking.supply import moves
from workflows.language import Procedure, State
from workflows.lock import Lockable
from workflows.registry import Registry
from workflows.vocabulary import Role, Waits
from workflows.words import Text, text

FAMILY, OTHER_SYSTEM, NOBODY = "citizen", "hub", "nobody"
WORDS = {
    FAMILY: text("Gia đình", "The family"),
    OTHER_SYSTEM: text("Hệ thống của cơ quan khác", "Another agency’s system"),
    NOBODY: text("Đã kết thúc", "Ended"),
}
TONES = {Waits.CITIZEN: FAMILY, Waits.RELATIVE: FAMILY, Waits.AGENCY: OTHER_SYSTEM, Waits.NOBODY: NOBODY}


@dataclass(frozen=True, slots=True)
class Node:
    """A place on the map: a state, or a member of a bundle. `tone` says whom it waits for."""

    code: str
    text: Text
    tone: str
    start: bool = False
    end: bool = False
    reached: bool = True


@dataclass(frozen=True, slots=True)
class Way:
    """A move on the map: a step, or a link. It may lead from several places to one."""

    code: str
    text: Text
    sources: tuple[str, ...]
    target: str
    by: Role | None = None


@dataclass(frozen=True, slots=True)
class Graph:
    """Every place and every move of one definition, in its own order."""

    nodes: tuple[Node, ...]
    ways: tuple[Way, ...]

    @property
    def arrows(self) -> int:
        """Count the single moves: a step that leaves three states is three of them."""
        return sum(len(way.sources) for way in self.ways)


def graph_of(procedure: Procedure, registry: Registry) -> Graph:
    """Return the states and steps of a procedure; a name that leads nowhere is left out."""
    authority = registry.authorities.get(procedure.authority)
    own = authority.tone if authority else OTHER_SYSTEM
    starts = {start.state for start in procedure.starts}
    reached = spread(starts, moves(procedure))
    nodes = tuple(_node(state, own, starts, reached) for state in procedure.states)
    known = {node.code for node in nodes}
    ways = []
    for step in procedure.steps:
        sources = tuple(one for one in dict.fromkeys(step.source) if one in known)
        if sources and step.target in known:
            ways.append(Way(step.code, step.text, sources, step.target, step.by))
    return Graph(nodes, tuple(ways))


def _node(state: State, own: str, starts: set[str], reached: set[str]) -> Node:
    return Node(
        state.code,
        state.text,
        TONES.get(state.waits_for, own),
        start=state.code in starts,
        end=state.ending is not None,
        reached=state.code in reached,
    )


def graph_of_bundle(bundle: Bundle, registry: Registry) -> Graph:
    """Return the members of a bundle, and which result of one opens which other."""
    procedures = {
        member.code: registry.procedures[member.procedure]
        for member in bundle.members
        if member.procedure in registry.procedures
    }
    receivers = {link.receiver for link in bundle.links}
    nodes = tuple(
        Node(code, one.short, _tone(one, registry), start=code not in receivers)
        for code, one in procedures.items()
    )
    ways = tuple(
        Way(f"{link.giver}:{link.output}:{link.receiver}", output.text, (link.giver,), link.receiver)
        for link in bundle.links
        if link.giver in procedures and link.receiver in procedures
        for output in procedures[link.giver].outputs
        if output.code == link.output
    )
    return Graph(nodes, ways)


def _tone(procedure: Procedure, registry: Registry) -> str:
    authority = registry.authorities.get(procedure.authority)
    return authority.tone if authority else OTHER_SYSTEM


def legend(registry: Registry, definition: Lockable) -> tuple[tuple[str, Text], ...]:
    """Say what each colour of the map of a definition stands for, in order of first use."""
    match definition:
        case Procedure():
            graph, codes = graph_of(definition, registry), [definition.authority]
        case Bundle():
            graph = graph_of_bundle(definition, registry)
            members = (registry.procedures.get(member.procedure) for member in definition.members)
            codes = [one.authority for one in members if one]
        case _:
            return ()
    words = WORDS if isinstance(definition, Procedure) else {}
    for code in dict.fromkeys(codes):
        if one := registry.authorities.get(code):
            known = words.get(one.tone)
            both = (
                Text(vi=f"{known.vi}; {one.short.vi}", en=f"{known.en}; {one.short.en}")
                if known
                else one.short
            )
            words = {**words, one.tone: both}
    return tuple(
        (tone, words[tone]) for tone in dict.fromkeys(node.tone for node in graph.nodes) if tone in words
    )
