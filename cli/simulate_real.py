"""The real half of `python -m cli.simulate`: it reads the journal of the product and writes nothing."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from cli.simulate_runs import print_table, write_log
from config import Settings
from services.access.actors import SYSTEM
from services.reading import histories
from services.reading.offline import close, open_reading
from services.unit_of_work import UnitOfWork


@contextmanager
def _reading(asked: argparse.Namespace) -> Iterator[UnitOfWork]:
    settings = Settings(data=asked.data) if asked.data else Settings()
    context = open_reading(settings.url())
    try:
        yield context.reading(SYSTEM)
    finally:
        close(context)


def fit(asked: argparse.Namespace) -> int:
    """Print what the journal says of arrivals, minutes of work, waiting and registers."""
    with _reading(asked) as uow:
        fits = histories.measured(uow)
    rows = [
        [
            f"{one.figure} {one.member} {one.step}".strip(),
            *(f"{v:.2f}" for v in (one.value, one.low, one.high)),
            str(one.count),
        ]
        for one in fits
    ]
    print_table(("figure", "value", "low", "high", "n"), rows)
    return 0


def replay_cases(asked: argparse.Namespace) -> int:
    """Print for each case whether another version would do the same, and why not."""
    with _reading(asked) as uow:
        found = histories.replayed(uow, asked.code, asked.version)
    rows = [
        [
            one.dossier,
            one.procedure,
            one.verdict,
            " ".join(w.en if asked.lang == "en" else w.vi for w in one.words),
        ]
        for one in found
    ]
    print_table(("dossier", "procedure", "verdict", "why"), rows)
    print(
        ", ".join(
            f"{verdict}: {count}" for verdict, count in sorted(Counter(o.verdict for o in found).items())
        )
    )
    return 0


def forecast(asked: argparse.Namespace) -> int:
    """Print the next ten working days of an office."""
    with _reading(asked) as uow:
        page = histories.office_forecast(uow, asked.office, seed=asked.seed)
    name = page.office.en if asked.lang == "en" else page.office.vi
    basis = "fitted" if page.minutes_measured else "assumed"
    print(f"{name}: {page.officers} officers, {page.open} open, {page.per_day:.2f} a day, minutes {basis}")
    rows = [
        [
            f"{one.day:%d/%m/%Y}",
            *(f"{v.mean:.1f} ±{v.within:.1f}" for v in (one.coming, one.done, one.open, one.late)),
        ]
        for one in page.days
    ]
    print_table(("day", "coming", "done", "open", "late"), rows)
    return 0


def export(asked: argparse.Namespace) -> int:
    """Write the journal as XES, OCEL or both."""
    if not (asked.xes or asked.ocel):
        print("Say --xes FILE, --ocel FILE, or both.", file=sys.stderr)
        return 2
    with _reading(asked) as uow:
        entries = histories.event_log(uow)
    write_log(entries, asked.xes, asked.ocel, "journal")
    print(f"{len(entries)} events")
    return 0
