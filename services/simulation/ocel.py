"""Event logs as OCEL 2.0 (JSON): events relate to the family's dossier, the case, and the office at once."""

from collections.abc import Iterable
from typing import Any

from services.simulation.eventlog import Entry

EVENT_ATTRIBUTES = ("role", "state-before", "state-after")
OBJECT_TYPES = {"dossier": (), "case": ("procedure", "member"), "office": (), "officer": ()}


def ocel(entries: Iterable[Entry]) -> dict[str, Any]:
    """Return the log as a document of OCEL 2.0."""
    objects: dict[str, dict[str, Any]] = {}
    events: list[dict[str, Any]] = []
    for number, entry in enumerate(entries):
        _know(objects, entry)
        events.append(_event(number, entry))
    return {
        "objectTypes": [
            {"name": name, "attributes": _declared(with_)} for name, with_ in OBJECT_TYPES.items()
        ],
        "eventTypes": [
            {"name": name, "attributes": _declared(EVENT_ATTRIBUTES)}
            for name in sorted({event["type"] for event in events})
        ],
        "objects": list(objects.values()),
        "events": events,
    }


def _declared(names: Iterable[str]) -> list[dict[str, str]]:
    return [{"name": name, "type": "string"} for name in names]


def _event(number: int, entry: Entry) -> dict[str, Any]:
    values = (entry.by, entry.state, entry.target)
    related = [
        ("case", entry.case, "of"),
        ("dossier", entry.dossier, "part of"),
        ("office", entry.office, "at"),
    ]
    if entry.officer:
        related.append(("officer", entry.officer, "by"))
    return {
        "id": f"e{number}",
        "type": f"{entry.member}: {entry.step}",
        "time": entry.at.isoformat(),
        "attributes": [
            {"name": name, "value": value} for name, value in zip(EVENT_ATTRIBUTES, values, strict=True)
        ],
        "relationships": [
            {"objectId": _named(kind, code), "qualifier": qualifier} for kind, code, qualifier in related
        ],
    }


def _know(objects: dict[str, dict[str, Any]], entry: Entry) -> None:
    """Enter the objects that an event names, each once."""
    dossier, case = _named("dossier", entry.dossier), _named("case", entry.case)
    if case not in objects:
        values = {"procedure": entry.procedure, "member": entry.member}
        at = entry.ready.isoformat()
        attributes = [{"name": name, "time": at, "value": value} for name, value in values.items()]
        relation = [{"objectId": dossier, "qualifier": "belongs to"}]
        objects[case] = _object(case, "case", attributes, relation)
    objects.setdefault(dossier, _object(dossier, "dossier"))
    office = _named("office", entry.office)
    objects.setdefault(office, _object(office, "office"))
    if entry.officer:
        officer = _named("officer", entry.officer)
        relation = [{"objectId": office, "qualifier": "works at"}]
        objects.setdefault(officer, _object(officer, "officer", [], relation))


def _object(
    name: str,
    kind: str,
    attributes: list[dict[str, str]] | None = None,
    related: list[dict[str, str]] | None = None,
) -> dict[str, Any]:
    return {"id": name, "type": kind, "attributes": attributes or [], "relationships": related or []}


def _named(kind: str, code: str) -> str:
    return f"{kind}:{code}"
