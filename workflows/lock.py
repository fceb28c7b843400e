"""The locked form of a definition: canonical JSON that says everything and never varies.

A lock leaves out a field that stands at its default of None or nothing, so the language
can grow by optional fields without changing the digest of what was published before.
"""

from __future__ import annotations

import json
from datetime import date, time
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from workflows.bundle import Bundle
from workflows.errors import DefinitionError
from workflows.language import Authority, Procedure
from workflows.questions import Declaration

Lockable: TypeAlias = Procedure | Bundle | Declaration | Authority

KINDS: dict[str, type[Lockable]] = {
    "procedure": Procedure,
    "bundle": Bundle,
    "declaration": Declaration,
    "authority": Authority,
}


def key_of(definition: Lockable) -> str:
    """Return `code@version`, or the code of an authority, which has no versions."""
    return definition.code if isinstance(definition, Authority) else definition.key


def kind_of(definition: Lockable) -> str:
    """Return the word for what it is: a bundle and its declaration may bear the same key."""
    return next(word for word, kind in KINDS.items() if type(definition) is kind)


def file_of(folder: Path, definition: Lockable) -> Path:
    """Return where its lock lies."""
    return folder / f"{kind_of(definition)}s" / f"{key_of(definition)}.json"


def canonical(definition: Lockable) -> str:
    """Write the definition as JSON with sorted keys, without fields that say nothing."""
    document = {"definition": kind_of(definition), **_plain(definition)}
    return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def digest(definition: Lockable) -> str:
    """Return the SHA-256 of the canonical form, in hexadecimal."""
    return sha256(canonical(definition).encode()).hexdigest()


def load(text: str) -> Lockable:
    """Read a definition back from its lock.

    Raises:
        DefinitionError: the text is no lock, or the language does not know what it says.
    """
    try:
        document = json.loads(text)
        kind = KINDS[document.pop("definition")]
        return kind.model_validate(document)
    except (ValueError, KeyError, AttributeError, TypeError, ValidationError) as error:
        raise DefinitionError(f"this lock cannot be read: {error}") from error


def _plain(value: Any) -> Any:
    """Turn a value of the language into what JSON knows."""
    match value:
        case BaseModel():
            fields = type(value).model_fields.items()
            kept = {name: getattr(value, name) for name, field in fields}
            return {name: _plain(kept[name]) for name, field in fields if not _silent(kept[name], field)}
        case tuple() | list():
            return [_plain(part) for part in value]
        case Enum():
            return value.value
        case date() | time():
            return value.isoformat()
        case _:
            return value


def _silent(value: Any, field: FieldInfo) -> bool:
    """Say whether the field stands at its default of None or nothing, so that nothing is lost without it."""
    return not field.is_required() and value in (None, ()) and value == field.default
