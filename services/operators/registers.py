"""Which entry of which register an answer speaks of, where the agency lets it be read by number."""

from collections.abc import Callable, Mapping
from typing import Any

from services.agencies.contract import Reply
from storage.messages import MessageRow

Facts = Mapping[str, Any]


def entry_of(message: MessageRow, reply: Reply) -> tuple[str, str] | None:
    """Return the register and the number of the entry, or nothing when it is not to be read by a number.

    Civil status keeps its books by family and day, and decisions on allowances by event: those have no
    number to ask by, so their answer under the message's key is all that is compared.
    """
    known = _ENTRIES.get((message.agency, message.about))
    if known is None or reply.outcome not in known[1]:
        return None
    number = known[2]({**message.payload, **reply.items})
    return (known[0], str(number)) if number else None


def _fact(*names: str) -> Callable[[Facts], Any]:
    return lambda facts: next((facts[name] for name in names if facts.get(name)), None)


_CHILD = _fact("birth-certificate.personal-id")
# Agency and message: the register, the outcomes that leave an entry in it, and what the entry is found by.
_ENTRIES: Mapping[tuple[str, str], tuple[str, tuple[str, ...], Callable[[Facts], Any]]] = {
    ("population-database", "personal-id.assign"): ("person", ("assigned",), _fact("personal-id")),
    ("residence", "residence.record"): ("resident", ("recorded",), _CHILD),
    ("residence", "identity-card.issue"): ("identity-card", ("issued",), _CHILD),
    ("social-insurance", "card.issue"): ("card", ("issued", "already-issued"), _CHILD),
}
