"""The queue from which an officer came, carried from page to page in the address or in a form."""

from collections.abc import Mapping
from typing import Any

STAY = "o-lai"  # the wish to stay on a file after a decision
LONGEST = 80


def carried(sent_along: Mapping[str, str]) -> dict[str, Any]:
    """Return the queue, the search in it and the wish to stay; nothing for who came from no queue."""
    found = {name: sent_along.get(name, "")[:LONGEST] for name in ("hang", "q", STAY)}
    return {name: value for name, value in found.items() if value} if found["hang"] else {}
