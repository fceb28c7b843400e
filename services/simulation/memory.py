"""What was counted once under a law is remembered: the same question has the same answer.

A registry never changes, so its results are kept beside it and go with it. Whatever else an answer
hangs on, the calendar's fingerprint and the knobs, is in the key.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock, RLock
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

from workflows.errors import TooManyAttempts
from workflows.registry import Registry
from workflows.words import Text

PATIENCE_SECONDS = 5.0
BUSY = Text(
    vi="Máy đang tính cho người khác. Hãy thử lại sau ít giây.",
    en="The machine is counting for somebody else. Try again in a few seconds.",
)
KEPT = 128  # answers for one law; the one that nobody asked for longest goes first
T = TypeVar("T")

_memory: WeakKeyDictionary[Registry, OrderedDict[Any, Any]] = WeakKeyDictionary()
_lock = Lock()
# Counting takes a processor for a while: one at a time, so that pages for families never wait for it.
_turn = RLock()


def remembered(registry: Registry, key: object, count: Callable[[], T]) -> T:
    """Return what was counted under this law for this key before, or count it now, one question at a time.

    Raises:
        TooManyAttempts: others are counting, and did not finish soon.
    """
    if (found := _known(registry, key)) is not None:
        return cast(T, found[0])
    if not _turn.acquire(timeout=PATIENCE_SECONDS):
        raise TooManyAttempts(text=BUSY)
    try:
        if (found := _known(registry, key)) is not None:
            return cast(T, found[0])  # whoever was first asked the same
        result = count()
        with _lock:
            known = _memory.setdefault(registry, OrderedDict())
            known[key] = result
            while len(known) > KEPT:
                known.popitem(last=False)
        return result
    finally:
        _turn.release()


def _known(registry: Registry, key: object) -> tuple[Any] | None:
    with _lock:
        known = _memory.setdefault(registry, OrderedDict())
        if key not in known:
            return None
        known.move_to_end(key)
        return (known[key],)
