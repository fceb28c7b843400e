"""From measured times to the few figures that are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Spread:
    """Times of one kind of act in milliseconds."""

    p50: float
    p95: float
    p99: float


def spread(seconds: Sequence[float]) -> Spread:
    """Return the percentiles of some times."""
    return Spread(*(round(percentile(seconds, share) * 1000, 3) for share in (0.50, 0.95, 0.99)))


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, min(len(ordered) - 1, -int(-share * len(ordered) // 1) - 1))]


def ratio(above: Sequence[float], below: Sequence[float]) -> float:
    """Return the median of the ratios of values that were measured side by side."""
    return round(median(a / b for a, b in zip(above, below, strict=True)), 2)


def ratio_range(above: Sequence[float], below: Sequence[float]) -> tuple[float, float]:
    """Return the smallest and the largest of the ratios of values that were measured side by side."""
    ratios = [round(a / b, 2) for a, b in zip(above, below, strict=True)]
    return min(ratios), max(ratios)
