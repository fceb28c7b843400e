"""The words of a scripted story: one family, the ways in which offices may deal with it, and what is assumed.

How long things take is not said here. It comes out of the run of the bundle that a
scenario names; a scenario adds only what no law settles, and says so.
"""

from __future__ import annotations

from workflows.words import Source, Text, Word

Value = bool | int | str


class Assumption(Word):
    """Something that the picture rests on; without a source it is our own."""

    text: Text
    source: Source | None = None


class Stint(Word):
    """A stretch of hands-on work on the dossier, in working days of one person (assumed)."""

    days: float
    text: Text


class Pace(Word):
    """What an office does by hand for one member of the bundle; the rest of its time the dossier waits."""

    member: str
    stints: tuple[Stint, ...]


class Handover(Word):
    """How results travel between offices without the family: by a platform, within so many minutes."""

    minutes: int
    source: Source


class Detour(Word):
    """A step that an office takes on the way although the shortest way does not need it."""

    member: str
    step: str


class Scenario(Word):
    """One way of dealing with the story, by one version of a bundle.

    Without a `handover` the family carries the papers from office to office. `facts`
    are declared besides those of the story, or in their place. An `illustrative`
    scenario rests on figures that no act breaks down like this.
    """

    slug: str
    bundle: str
    text: Text
    handover: Handover | None = None
    facts: tuple[tuple[str, Value], ...] = ()
    detours: tuple[Detour, ...] = ()
    paces: tuple[Pace, ...]
    assumptions: tuple[Assumption, ...]
    illustrative: bool = False


class Story(Word):
    """A life event of one family, dealt with one office after the other (`before`) and linked (`after`).

    `facts` are what the family declares; `dates` are days, so many before the day of filing.
    """

    slug: str
    text: Text
    heading: Text
    lead: Text
    facts: tuple[tuple[str, Value], ...]
    dates: tuple[tuple[str, int], ...] = ()
    before: tuple[Scenario, ...]
    after: tuple[Scenario, ...]
