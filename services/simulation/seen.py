"""What a run with queues tells of each family, and of each act: small values, given away as they happen."""

from collections.abc import Callable
from typing import NamedTuple


class Spent(NamedTuple):
    """What one case cost: minutes of office time waiting and worked, and whether it kept its limit."""

    member: str
    waited: int
    worked: int
    on_time: bool


class Finished(NamedTuple):
    """One family has everything: on which working day, counted from 1, and at what price.

    `lawful` says that each case kept its own limit, and the group the group's, pauses left out;
    `promised` that the family had everything on the day that the programme names. Times are
    minutes of the calendar.
    """

    number: int
    filed: int
    ended: int
    days: int
    lawful: bool
    promised: bool
    trips: int
    incomplete: bool
    cases: tuple[Spent, ...]


class Acted(NamedTuple):
    """One step that was taken: when its turn came, when work on it began, when it was done."""

    number: int
    member: str
    procedure: str
    state: str
    step: str
    by: str
    target: str
    ready: int
    started: int
    at: int
    office: str
    officer: int


Watch = Callable[[Finished], None]
Log = Callable[[Acted], None]
