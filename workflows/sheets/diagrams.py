"""Draws definitions as Mermaid diagrams."""

from __future__ import annotations

from workflows.bundle import Bundle
from workflows.language import Procedure
from workflows.registry import Registry
from workflows.sheets.wording import in_both
from workflows.vocabulary import Waits


def diagram(procedure: Procedure) -> str:
    """Draw the states and steps of a procedure as a Mermaid state diagram."""
    ids = {state.code: f"s{place}" for place, state in enumerate(procedure.states)}
    lines = ["stateDiagram-v2"]
    lines += [
        f'    state "{_quoted(in_both(state.text))}" as {ids[state.code]}' for state in procedure.states
    ]
    lines += [f"    [*] --> {ids[start.state]}" for start in procedure.starts]
    lines += [
        f"    {ids[source]} --> {ids[step.target]}: {_quoted(in_both(step.text))}"
        for step in procedure.steps
        for source in step.source
    ]
    lines += [f"    {ids[state.code]} --> [*]" for state in procedure.states if state.ending]
    lines += [
        f"    class {ids[state.code]} {waits}"
        for waits in (Waits.AGENCY, Waits.CITIZEN)
        for state in procedure.states
        if state.waits_for is waits
    ]
    lines += ["    classDef agency stroke-dasharray: 4 3", "    classDef citizen stroke-width: 3px"]
    return "\n".join(lines) + "\n"


def bundle_diagram(bundle: Bundle, registry: Registry) -> str:
    """Draw which member's result opens which other member, as a Mermaid flow chart."""
    procedures = registry.procedures_of(bundle)
    ids = {member.code: f"m{place}" for place, member in enumerate(bundle.members)}
    lines = ["flowchart LR"]
    lines += [f'    {ids[code]}["{_quoted(in_both(one.text))}"]' for code, one in procedures.items()]
    lines += [
        f'    {ids[link.giver]} -->|"{_quoted(in_both(procedures[link.giver].output(link.output).text))}"| '
        f"{ids[link.receiver]}"
        for link in bundle.links
    ]
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    """Keep words from ending a Mermaid label."""
    return words.replace('"', "'").replace(";", ",").replace(":", " –")
