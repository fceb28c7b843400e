"""The figures: what is counted of each dossier, added up and held against the target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import ceil

from services.reading.supervising.measures import Kind, Measure, Reading
from services.reading.supervising.tally import Span, Tally


def readings(measures: Iterable[Measure], tallies: Iterable[Tally], span: Span) -> tuple[Reading, ...]:
    """Count several measures; the dossiers that some of them are among are picked once for all of these."""
    wanted, tallies = tuple(measures), tuple(tallies)
    groups = {among: [one for one in tallies if among(one, span)] for among in {one.among for one in wanted}}
    return tuple(reading(measure, groups[measure.among], span) for measure in wanted)


def reading(measure: Measure, tallies: Iterable[Tally], span: Span) -> Reading:
    """Count one measure over some dossiers."""
    count = measure.count
    # Thousands of dossiers come to a few different counts: each of those is then looked at once.
    counts = Counter(count(tally, span) for tally in tallies)
    found = {counted: times for counted, times in counts.items() if counted is not None}
    value = _value(measure.kind, found)
    dossiers = sum(found.values())
    of = dossiers if measure.kind == "count" else _sum(found, 1)
    missed = sum(times for counted, times in found.items() if fails(measure, counted))
    kept = None if value is None or measure.target is None else measure.target.kept_by(value)
    return Reading(measure, value, int(of), missed, kept)


def fails(measure: Measure, counted: tuple[float, int]) -> bool:
    """Say whether a dossier is one to look at: it does not keep what its measure asks."""
    good, of = counted
    if measure.kind in ("share", "others"):
        return good < of
    if measure.kind == "count":
        return True
    return measure.target is not None and good > measure.target.value


Found = Mapping[tuple[float, int], int]  # how many dossiers came to these counts


def _sum(found: Found, place: int) -> float:
    return sum(counted[place] * times for counted, times in found.items())


def _value(kind: Kind, found: Found) -> float | None:
    if kind == "count":
        return sum(found.values())
    of = _sum(found, 1)
    if of == 0:
        return None
    if kind in ("half", "most"):
        return _quantile(found, 0.5 if kind == "half" else 0.9)
    good = _sum(found, 0)
    if kind == "mean":
        return good / of
    return 100 * (good if kind == "share" else of - good) / of


def _quantile(found: Found, share: float) -> float:
    """Return the least amount that this share of the dossiers do not go over."""
    left = ceil(share * sum(found.values()))
    for (amount, _), times in sorted(found.items()):
        left -= times
        if left <= 0:
            return amount
    raise ValueError("nothing was counted")
