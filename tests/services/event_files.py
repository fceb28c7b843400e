"""What XES (IEEE 1849-2016) and OCEL 2.0 demand of a file, written down as checks of our own.

Each check returns the list of what is wrong, in words; an empty list says that the file is sound.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree import ElementTree  # our own files only
from xml.etree.ElementTree import Element

NAMESPACE = "{http://www.xes-standard.org/}"
VALUES = ("string", "date", "int", "float", "boolean", "id")
ORDER = ("extension", "global", "classifier", *VALUES, "list", "container", "trace", "event")
OCEL_TYPES = {"string", "time", "integer", "float", "boolean"}


def xes_faults(text: str) -> list[str]:
    """Check a log against the schema: order of parts, declared prefixes, unique keys, kinds of value."""
    root = ElementTree.fromstring(text)  # noqa: S314 - our own file
    return list(_xes(root))


def _xes(root: Element) -> Iterator[str]:
    if root.tag != f"{NAMESPACE}log":
        yield f"the root is {root.tag}, no log of the standard's namespace"
    if not {"xes.version", "xes.features"} <= set(root.attrib):
        yield "a log names its version and features"
    places = [ORDER.index(_name(child)) if _name(child) in ORDER else -1 for child in root]
    if -1 in places or places != sorted(places):
        yield "the parts of a log stand in the order of the schema"
    prefixes = {child.get("prefix") for child in root if _name(child) == "extension"}
    for child in root:
        yield from _part(child, prefixes)


def _part(part: Element, prefixes: set[str | None]) -> Iterator[str]:
    name = _name(part)
    if name == "extension" and set(part.attrib) != {"name", "prefix", "uri"}:
        yield "an extension has name, prefix and uri"
    if name == "global":
        if part.get("scope") not in ("trace", "event"):
            yield "a global has the scope trace or event"
        yield from _attributes(part, prefixes)
    if name == "classifier" and set(part.attrib) != {"name", "keys"}:
        yield "a classifier has name and keys"
    if name in VALUES:
        yield from _attribute(part, prefixes)
    if name == "trace":
        yield from _attributes(part, prefixes)
        for event in part.iter(f"{NAMESPACE}event"):
            yield from _attributes(event, prefixes)
            keys = {child.get("key") for child in event}
            if not {"concept:name", "time:timestamp", "lifecycle:transition"} <= keys:
                yield "an event lacks what the globals promise"


def _attributes(part: Element, prefixes: set[str | None]) -> Iterator[str]:
    own = [child for child in part if _name(child) != "event"]
    keys = [child.get("key") for child in own]
    if len(keys) != len(set(keys)):
        yield f"a key occurs twice: {keys}"
    for child in own:
        yield from _attribute(child, prefixes)


def _attribute(part: Element, prefixes: set[str | None]) -> Iterator[str]:
    name, key, value = _name(part), part.get("key", ""), part.get("value")
    if name not in VALUES or not key or value is None:
        yield f"{name} {key} is no attribute with key and value"
        return
    if ":" in key and key.split(":")[0] not in prefixes:
        yield f"{key}: no extension has this prefix"
    if name == "date" and datetime.fromisoformat(value).tzinfo is None:
        yield f"{key}: an instant without a zone"


def _name(part: Element) -> str:
    return part.tag.removeprefix(NAMESPACE)


def ocel_faults(document: dict[str, Any]) -> list[str]:
    """Check a log against OCEL 2.0: declared types and attributes, unique ids, relations between objects."""
    return list(_ocel(document))


def _ocel(document: dict[str, Any]) -> Iterator[str]:
    if set(document) != {"objectTypes", "eventTypes", "objects", "events"}:
        yield f"the parts are {sorted(document)}"
        return
    types = {kind: _types(document[kind]) for kind in ("objectTypes", "eventTypes")}
    for kind in ("objectTypes", "eventTypes"):
        for one in document[kind]:
            if {"name", "attributes"} != set(one) or any(
                a["type"] not in OCEL_TYPES for a in one["attributes"]
            ):
                yield f"{kind}: {one} is no type"
    objects = [one["id"] for one in document["objects"]]
    events = [one["id"] for one in document["events"]]
    if len(set(objects)) != len(objects) or len(set(events)) != len(events):
        yield "an id occurs twice"
    known = set(objects)
    for one in document["objects"]:
        yield from _thing(one, types["objectTypes"], known, {"name", "time", "value"})
    for one in document["events"]:
        yield from _thing(one, types["eventTypes"], known, {"name", "value"})
        if datetime.fromisoformat(one.get("time", "")).tzinfo is None:
            yield "an event without an instant in a zone"
        if not one["relationships"]:
            yield "an event that concerns no object"


def _types(declared: list[dict[str, Any]]) -> dict[str, set[str]]:
    return {one["name"]: {attribute["name"] for attribute in one["attributes"]} for one in declared}


def _thing(one: dict[str, Any], types: dict[str, set[str]], known: set[str], keys: set[str]) -> Iterator[str]:
    if one["type"] not in types:
        yield f"{one['id']}: the type {one['type']} is not declared"
        return
    for attribute in one["attributes"]:
        if set(attribute) != keys or attribute["name"] not in types[one["type"]]:
            yield f"{one['id']}: {attribute} is not declared so"
    for relation in one["relationships"]:
        if set(relation) != {"objectId", "qualifier"} or relation["objectId"] not in known:
            yield f"{one['id']}: {relation} leads nowhere"
