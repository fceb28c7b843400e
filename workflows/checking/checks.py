"""Proves the definitions sound; whatever is wrong comes back as a list of problems in words."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import chain, combinations
from typing import Any

from pydantic import BaseModel

from workflows.bundle import Bundle
from workflows.checking.bundle_checks import check_bundle
from workflows.checking.declaration_checks import check_declaration
from workflows.checking.fact_checks import fact_findings, member_findings
from workflows.checking.findings import Findings
from workflows.checking.procedure_checks import check_procedure
from workflows.checking.supply import ENGINE_FACTS, collect, declared, outputs, pairs
from workflows.errors import DefinitionError
from workflows.language import Authority, Definition, Procedure
from workflows.lock import Lockable, canonical, key_of, kind_of, load
from workflows.questions import Declaration, How
from workflows.registry import Registry
from workflows.vocabulary import Standing
from workflows.words import Kind, Text, Word

__all__ = ["ENGINE_FACTS", "Problem", "problems", "problems_of"]


class Problem(Word):
    """One thing that is wrong with a definition."""

    kind: str
    definition: str
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.kind} {self.definition}: {self.code}: {self.message}"


def problems(registry: Registry) -> tuple[Problem, ...]:
    """Prove every definition of the registry sound, or list what is wrong."""
    single = (problems_of(registry, definition) for definition in registry.all_definitions())
    among = (check(registry) for check in AMONG)
    return tuple(chain(chain.from_iterable(single), chain.from_iterable(among)))


def problems_of(registry: Registry, definition: Lockable) -> tuple[Problem, ...]:
    """Prove one definition sound, or list what is wrong with it."""
    return tuple(
        _problem(definition, code, message)
        for code, message in dict.fromkeys(_findings(registry, definition))
    )


def _problem(definition: Lockable, code: str, message: str) -> Problem:
    return Problem(kind=kind_of(definition), definition=key_of(definition), code=code, message=message)


def _findings(registry: Registry, definition: Lockable) -> Findings:
    yield from well_formed(definition)
    yield from texts(definition)
    match definition:
        case Procedure():
            yield from known_authority(registry, definition)
            yield from check_procedure(definition)
            yield from alone(registry, definition)
        case Declaration():
            yield from check_declaration(definition)
        case Bundle():
            yield from check_bundle(registry, definition)


# --- every definition --------------------------------------------------------------------------


def well_formed(definition: Lockable) -> Findings:
    """Nothing slipped in past the language: `model_copy` takes any field and any value without looking."""
    for path, value in _values(definition, ""):
        if isinstance(value, BaseModel):
            strange = sorted(vars(value).keys() - type(value).model_fields.keys())
            yield from (
                ("not-well-formed", f"There is no field {name!r} at {path or 'the top'}.") for name in strange
            )
    try:
        if load(canonical(definition)) != definition:
            yield "not-well-formed", "Its lock reads back as something else: a value is of the wrong kind."
    except (DefinitionError, TypeError) as error:
        yield "not-well-formed", f"The language does not know this: {error}."


def texts(definition: Lockable) -> Findings:
    """Every text is there in both languages, and every string is in normal form (NFC)."""
    for path, value in _values(definition, ""):
        if isinstance(value, Text):
            words = {"Vietnamese": value.vi, "English": value.en}
            empty = [language for language, written in words.items() if not written.strip()]
            yield from (("text-missing", f"At {path} the {language} text is missing.") for language in empty)
        elif isinstance(value, str) and not unicodedata.is_normalized("NFC", value):
            yield "text-not-nfc", f"At {path} {value!r} is not in Unicode normal form C."


def _values(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Walk through everything that a definition says."""
    yield path, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _values(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, tuple):
        for place, part in enumerate(value):
            yield from _values(part, f"{path}.{place}")


def known_authority(registry: Registry, procedure: Procedure) -> Findings:
    """The competent authority of a procedure exists."""
    if procedure.authority not in registry.authorities:
        yield "unknown-authority", f"There is no authority {procedure.authority!r}."


def alone(registry: Registry, procedure: Procedure) -> Findings:
    """A procedure outside all bundles must get along with its own inputs."""
    if any(member.procedure == procedure.key for one in registry.all_bundles() for member in one.members):
        return
    inputs = ((needed.fact, needed.kind) for needed in procedure.inputs)
    office = ((procedure.area, Kind.COMMUNE),)
    yield from member_findings("Standing alone", procedure, collect(inputs, office, ENGINE_FACTS.items()), {})


# --- definitions among each other --------------------------------------------------------------


def versions_do_not_overlap(registry: Registry) -> Iterator[Problem]:
    """On any day at most one version of a definition is in force; a baseline is never in force."""
    by_code: dict[tuple[str, str], list[Procedure | Bundle | Declaration]] = defaultdict(list)
    for definition in registry.all_definitions():
        if not isinstance(definition, Authority) and definition.standing is not Standing.BASELINE:
            by_code[kind_of(definition), definition.code].append(definition)
    for versions in by_code.values():
        for one, other in combinations(sorted(versions, key=lambda one: one.effective_from), 2):
            if _overlap(one, other):
                message = f"It is in force from {other.effective_from}, when {one.key} still is."
                yield _problem(other, "versions-overlap", message)


def addresses_are_unique(registry: Registry) -> Iterator[Problem]:
    """No two bundles have the same address at the same time."""
    filed = [bundle for bundle in registry.all_bundles() if bundle.standing is not Standing.BASELINE]
    for one, other in combinations(filed, 2):
        if one.slug == other.slug and one.code != other.code and _overlap(one, other):
            yield _problem(other, "same-address", f"Its address {other.slug!r} is also that of {one.key}.")


def feeds_name_procedures(registry: Registry) -> Iterator[Problem]:
    """The boxes that an answer fills belong to procedures of a bundle that uses the form."""
    for declaration, procedures in _served(registry):
        fed = {feed.procedure for question in declaration.questions() for feed in question.feeds}
        for code in sorted(fed - {procedure.code for procedure in procedures}):
            yield _problem(
                declaration, "unknown-feed", f"Answers fill boxes of {code!r}, which its bundle has not."
            )
        named = {form.procedure for form in declaration.forms}
        for code in sorted(named - {procedure.code for procedure in procedures}):
            yield _problem(
                declaration, "unknown-feed", f"A separate form stands for {code!r}, not in its bundle."
            )


def automatic_facts_follow(registry: Registry) -> Iterator[Problem]:
    """What a form shows as filled in by itself is derived, or is issued by a procedure of its bundle."""
    for declaration, procedures in _served(registry):
        supply = collect(pairs(declared(declaration)), *(outputs(procedure) for procedure in procedures))
        for question in (one for one in declaration.questions() if one.how is How.AUTOMATIC):
            where = f"Question {question.fact!r}, shown as filled in,"
            for code, message in fact_findings(where, question.fact, supply, frozenset({question.kind})):
                yield _problem(declaration, code, message)


def _served(registry: Registry) -> Iterator[tuple[Declaration, list[Procedure]]]:
    """List every form that a bundle uses, with the procedures that it serves."""
    served: dict[str, list[Procedure]] = defaultdict(list)
    for bundle in registry.all_bundles():
        keys = (member.procedure for member in bundle.members)
        served[bundle.declaration] += [registry.procedures[key] for key in keys if key in registry.procedures]
    for key, procedures in served.items():
        if key in registry.declarations:
            yield registry.declarations[key], procedures


def _overlap(one: Definition, other: Definition) -> bool:
    return one.in_force_on(other.effective_from) or other.in_force_on(one.effective_from)


AMONG: tuple[Callable[[Registry], Iterator[Problem]], ...] = (
    versions_do_not_overlap,
    addresses_are_unique,
    feeds_name_procedures,
    automatic_facts_follow,
)
