"""Chance that can be replayed: streams of numbers from a seed, one stream for each purpose.

Two runs with one seed draw the same number for the same purpose of the same family, whatever
else differs between them. So a what-if compares like with like, and the same seed gives the
same bytes on every machine (text seeds are hashed with SHA-512 by the standard library).
"""

from collections.abc import Callable, Sequence
from math import exp, log, sqrt
from random import Random  # noqa: TID251 - every stream is made from a seed that the caller passes

from workflows.load import Spread

__all__ = ["Draw", "Random", "choose", "drawer", "mean_of", "stream"]

Draw = Callable[[], float]


def stream(seed: str, purpose: str) -> Random:
    """Return the stream of a purpose; nothing else draws from it."""
    return Random(f"{seed}:{purpose}")  # noqa: S311 - a simulation keeps no secret


def drawer(spread: Spread, source: Random) -> Draw:
    """Return a function that draws one value after the other."""
    middle = spread.middle
    if spread.shape == "fixed":
        return lambda: middle
    if spread.shape == "exponential":
        uniform = source.random
        return lambda: -log(1.0 - uniform()) * middle
    if spread.shape == "lognormal":
        gauss, sigma = source.gauss, spread.sigma
        return lambda: middle * exp(sigma * gauss(0.0, 1.0))
    return _triangle(spread.low, middle, spread.high, source.random)


def _triangle(low: float, mode: float, high: float, uniform: Draw) -> Draw:
    """Draw by the inverse of the distribution: one number in, one number out."""
    width = high - low
    knee = (mode - low) / width
    rising, falling = sqrt(width * (mode - low)), sqrt(width * (high - mode))

    def draw() -> float:
        u = uniform()
        return low + rising * sqrt(u) if u < knee else high - falling * sqrt(1.0 - u)

    return draw


def mean_of(spread: Spread) -> float:
    """Return the mean of what a spread gives."""
    if spread.shape == "lognormal":
        return spread.middle * exp(spread.sigma**2 / 2)
    if spread.shape == "triangular":
        return (spread.low + spread.middle + spread.high) / 3
    return spread.middle


def choose(source: Random, among: Sequence[str]) -> str:
    """Pick one of some, each as likely as the other."""
    return among[int(source.random() * len(among))]
