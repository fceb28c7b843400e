"""What was counted once under a law is remembered: the same question has the same answer.

A registry never changes, so its results are kept beside it and go with it. Whatever else an answer
hangs on, the calendar's fingerprint and the knobs, is in the key.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from workflows.registry import Registry

KEPT = 128  # answers for one law; the one that nobody asked for longest goes first
T = TypeVar("T")

_memory: WeakKeyDictionary[Registry, OrderedDict[Any, Any]] = WeakKeyDictionary()
_lock = Lock()


def remembered(registry: Registry, key: object, count: Callable[[], T]) -> T:
    """Return what was counted under this law for this key before, or count it now.

    Two who ask at the same time for the first time both count; they find the same.
    """
    with _lock:
        known = _memory.setdefault(registry, OrderedDict())
        if key in known:
            known.move_to_end(key)
            found: T = known[key]
            return found
    result = count()
    with _lock:
        known[key] = result
        while len(known) > KEPT:
            known.popitem(last=False)
    return result
