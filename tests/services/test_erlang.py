"""An office against the theory of queues: exponential arrivals and service, several officers (M/M/c)."""

from __future__ import annotations

from math import factorial

import pytest

from services.simulation.chance import stream
from services.simulation.desks import Office
from services.simulation.hours import DAY, ROUND_THE_CLOCK, Hours


def erlang_c(servers: int, load: float) -> float:
    """Return the probability that an arrival waits (M/M/c); `load` is arrivals times mean service."""
    waiting = load**servers / factorial(servers) * servers / (servers - load)
    return waiting / (sum(load**n / factorial(n) for n in range(servers)) + waiting)


def waiting_time(servers: int, between: float, service: float, files: int, seed: str) -> float:
    """Return the mean wait of exponential arrivals at officers who work round the clock."""
    horizon = int(files * between / DAY * 1.2) + 20
    clock = Hours.of(range(horizon), horizon, ROUND_THE_CLOCK)
    office = Office([clock] * servers)
    arrive, work = stream(seed, "arrive").expovariate, stream(seed, "work").expovariate
    at, waited = 0.0, 0
    for _ in range(files):
        at += arrive(1 / between)
        now = int(at)
        waited += office.take(now, round(work(1 / service))).start - now
    return waited / files


@pytest.mark.parametrize(("servers", "load"), [(1, 0.5), (3, 2.1)])
def test_a_desk_waits_as_long_as_erlang_says(servers: int, load: float) -> None:
    service = 2000.0
    expected = erlang_c(servers, load) * service / (servers - load)
    found = waiting_time(servers, service / load, service, 250_000, "erlang 7")
    assert found == pytest.approx(expected, rel=0.02)


def test_one_officer_too_few_is_not_what_erlang_says() -> None:
    """The comparison can fail: with an officer less the wait is another one."""
    expected = erlang_c(3, 2.1) * 2000 / 0.9
    assert waiting_time(4, 2000 / 2.1, 2000, 20_000, "erlang 7") < 0.7 * expected
