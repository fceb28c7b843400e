"""Simulates linked and separate procedures with queues: `python -m cli.simulate --help`.

run      many families on two ways: days, on-time shares, causes; pictures and files
what-if  the same families with other staff, volume, days closed, incomplete files
fit      fit the figures of a run to the journal of real cases
replay   take real cases again by another version of their procedure
office   forecast the next ten working days of an office
export   write the journal of real cases as XES or OCEL
"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cli import simulate_real, simulate_runs
from services.simulation.often import FEWEST, MOST, STORIES_BY_SLUG
from workflows.errors import LinkedServiceError


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked; return the exit code."""
    asked = _parser().parse_args(arguments)
    commands = {
        "run": simulate_runs.run_families,
        "what-if": simulate_runs.what_if,
        "fit": simulate_real.fit,
        "replay": simulate_real.replay_cases,
        "office": simulate_real.forecast,
        "export": simulate_real.export,
    }
    try:
        return commands[asked.command](asked)
    except LinkedServiceError as problem:
        words = problem.text
        print((words.en if asked.lang == "en" else words.vi) if words else problem, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m cli.simulate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of the tables")
    commands = parser.add_subparsers(dest="command", required=True)
    _runs(commands.add_parser("run", help="many families on two ways"))
    _what_if(commands.add_parser("what-if", help="the same families under another condition"))
    for name, words in (
        ("fit", "fit figures to the journal"),
        ("replay", "take real cases again by another version"),
        ("office", "forecast an office"),
        ("export", "write the journal for process mining"),
    ):
        _real(name, commands.add_parser(name, help=words))
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--story", choices=tuple(STORIES_BY_SLUG), default="sinh", help="the life event")
    parser.add_argument("--after", default="", help="which linked way (default: the first)")
    parser.add_argument("--runs", type=_families, default=1000, help="families (default: 1000)")
    parser.add_argument("--seed", type=int, default=1, help="same seed, same result")


def _runs(parser: argparse.ArgumentParser) -> None:
    _common(parser)
    parser.add_argument("--before", default="", help="which separate way (default: the first)")
    parser.add_argument("--late", type=int, default=12, help="incomplete files in 100 (default: 12)")
    parser.add_argument("--staff", type=int, default=0, help="officers more, or fewer, at every desk")
    parser.add_argument("--causes", action="store_true", help="attribute the saved days to causes")
    for name in ("svg", "png", "csv", "xes", "ocel"):
        parser.add_argument(f"--{name}", type=Path, help=f"write this {name.upper()} file")


def _what_if(parser: argparse.ArgumentParser) -> None:
    _common(parser)
    parser.add_argument("--staff", type=int, default=0, help="officers more, or fewer, at every desk")
    parser.add_argument("--volume", type=float, default=1.0, help="filings times this factor")
    parser.add_argument("--late", type=int, help="incomplete files in 100")
    parser.add_argument("--closed", type=date.fromisoformat, action="append", default=[], help="a day shut")
    parser.add_argument("--season", default="", help="a busy season: tet")


def _real(name: str, parser: argparse.ArgumentParser) -> None:
    data = Path(os.environ["DATA"]) if os.environ.get("DATA") else None
    parser.add_argument("--data", type=Path, default=data, help="the product's data folder (default: DATA)")
    if name == "replay":
        parser.add_argument("code", help="code of the procedure")
        parser.add_argument("version", help="version on which its cases are taken again")
    if name == "office":
        parser.add_argument("office", help="id of the office, e.g. civil-status:00004")
        parser.add_argument("--seed", type=int, default=1, help="same seed, same result")
    if name == "export":
        parser.add_argument("--xes", type=Path, help="write this XES file")
        parser.add_argument("--ocel", type=Path, help="write this OCEL file")


def _families(typed: str) -> int:
    count = int(typed)
    if count < FEWEST:
        raise argparse.ArgumentTypeError(
            f"at least {FEWEST}; the page allows up to {MOST}, here there is no end"
        )
    return count


if __name__ == "__main__":
    sys.exit(main())
