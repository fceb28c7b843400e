"""The simulated half of `python -m cli.simulate`: runs, pictures, files and what-ifs."""

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from services.simulation import ocel, picture, xes
from services.simulation.causes import CAUSES, causes
from services.simulation.eventlog import Entry, simulated
from services.simulation.often import STORIES_BY_SLUG, Knobs, under
from services.simulation.recipe import opening_days, work_out
from services.simulation.results import Estimate, Spreading, busy, spreading
from services.simulation.seen import Acted
from services.simulation.whatif import Change, difference
from services.time.calendar_seed import vietnam_calendar
from workflows.errors import DefinitionError
from workflows.registry import registry
from workflows.scenario import Scenario
from workflows.words import Text, text

BAR = 30  # characters
WORDS = {
    "way": text("Cách làm", "Way"),
    "half": text("Một nửa (ngày)", "Half (days)"),
    "most": text("9/10 (ngày)", "9 in 10 (days)"),
    "mean": text("Trung bình (ngày)", "Mean (days)"),
    "lawful": text("Đúng hạn luật", "On time by law"),
    "promised": text("Trong ngày chương trình nêu", "Within the programme's days"),
    "trips": text("Lần đi lại", "Outings"),
    "busy": text("Cán bộ bận nhất", "Busiest officers"),
    "office": text("Thủ tục", "Procedure"),
    "waiting": text("Nằm chờ (ngày)", "Waiting (days)"),
    "working": text("Có người làm (ngày)", "Worked on (days)"),
    "cause": text("Nhờ", "Because of"),
    "saved": text("Ngày bớt được", "Days saved"),
    "total": text("Cộng", "Total"),
    "later": text("Xong muộn hơn (ngày)", "Done later (days)"),
    "day": text("Ngày làm việc", "Working day"),
    "title": text("Gia đình có đủ kết quả vào ngày nào", "On which working day families have everything"),
}


def run_families(asked: argparse.Namespace) -> int:
    """Run many families on both ways, print what came of it, write the files that were asked for."""
    story = STORIES_BY_SLUG[asked.story]
    ways = (_way(story.before, asked.before), _way(story.after, asked.after))
    knobs = Knobs(asked.late, asked.staff, asked.runs, asked.seed)
    ran = [_run(asked, way, knobs) for way in ways]
    names = [_say(way.text, asked) for way in ways]
    _print(
        asked, ("way", "half", "most", "mean", "lawful", "promised", "trips", "busy"), _summary(names, ran)
    )
    for name, (found, _) in zip(names, ran, strict=True):
        print(f"\n{name}")
        rows = [
            [one.member, *(f"{days:.2f}" for days in (one.waiting, one.working)), f"{one.on_time:.1%}"]
            for one in found.offices
        ]
        _print(asked, ("office", "waiting", "working", "lawful"), rows)
    if asked.causes:
        _print_causes(asked, ways, knobs)
    _write_pictures(asked, names, [found for found, _ in ran])
    return 0


def what_if(asked: argparse.Namespace) -> int:
    """Compare the same families with and without a change."""
    story = STORIES_BY_SLUG[asked.story]
    late = None if asked.late is None else asked.late / 100
    change = Change(asked.staff, asked.volume, late, tuple(asked.closed), asked.season)
    plan = under(story, _way(story.after, asked.after), Knobs(), registry())
    found = difference(plan, change, registry(), vietnam_calendar(), asked.runs, asked.seed)
    rows = [[f"{_signed(found.days)}", _percent(found.lawful), _percent(found.promised)]]
    _print(asked, ("later", "lawful", "promised"), rows)
    return 0


def _run(asked: argparse.Namespace, way: Scenario, knobs: Knobs) -> tuple[Spreading, float]:
    """Run one way with a progress bar; the acts of the linked way go into the event files."""
    plan = under(STORIES_BY_SLUG[asked.story], way, knobs, registry())
    days = opening_days(plan, vietnam_calendar())
    recipe = work_out(plan, registry(), days)
    acts: list[Acted] | None = [] if way.handover and (asked.xes or asked.ocel) else None
    found = spreading(
        recipe,
        knobs.runs,
        knobs.seed,
        log=acts.append if acts is not None else None,
        progress=_bar(knobs.runs),
    )
    if acts is not None:
        entries = simulated(acts, days)
        write_log(entries, asked.xes, asked.ocel, plan.bundle.key)
    return found, max(busy(recipe).values(), default=0.0)


def write_log(entries: Sequence[Entry], to_xes: Path | None, to_ocel: Path | None, name: str) -> None:
    """Write entries as the files that were asked for."""
    if to_xes:
        with to_xes.open("w", encoding="utf-8") as file:
            file.writelines(xes.xes(entries, name))
    if to_ocel:
        document = ocel.ocel(entries)
        to_ocel.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _write_pictures(asked: argparse.Namespace, names: Sequence[str], ran: Sequence[Spreading]) -> None:
    title = _say(WORDS["title"], asked)
    bars = [
        picture.Bars(name, found.counts[1:], found.half, found.most)
        for name, found in zip(names, ran, strict=True)
    ]
    if asked.svg:
        asked.svg.write_text(picture.svg(title, bars), "utf-8")
    if asked.png:
        asked.png.write_bytes(picture.png(title, bars))
    if asked.csv:
        with asked.csv.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([_say(WORDS["day"], asked), *names])
            for day in range(1, max(found.last for found in ran) + 1):
                writer.writerow([day, *(f.counts[day] if day <= f.last else 0 for f in ran)])


def _print_causes(asked: argparse.Namespace, ways: tuple[Scenario, Scenario], knobs: Knobs) -> None:
    story = STORIES_BY_SLUG[asked.story]
    before, after = (under(story, way, knobs, registry()) for way in ways)
    found = causes(before, after, registry(), vietnam_calendar(), seed=knobs.seed)
    rows = [[_say(CAUSES[cause], asked), f"{days:.1f}"] for cause, days in found.tenths()]
    rows.append([_say(WORDS["total"], asked), f"{float(round(found.saved, 1)):.1f}"])
    print()
    _print(asked, ("cause", "saved"), rows)


def _summary(names: Sequence[str], ran: Sequence[tuple[Spreading, float]]) -> list[list[str]]:
    return [
        [
            *(name, str(found.half), str(found.most), _estimate(found.days)),
            *(_percent(found.lawful), _percent(found.promised), f"{found.trips:.1f}", f"{load:.0%}"),
        ]
        for name, (found, load) in zip(names, ran, strict=True)
    ]


def _way(ways: Sequence[Scenario], slug: str) -> Scenario:
    found = next((way for way in ways if way.slug == slug), None if slug else ways[0])
    if found is None:
        raise DefinitionError(f"no way is called {slug!r}; there are {', '.join(way.slug for way in ways)}")
    return found


def _bar(total: int) -> Callable[[int], None]:
    """Show how far the run is, on a terminal only."""

    def show(done: int) -> None:
        if sys.stderr.isatty():
            full = BAR * done // total
            end = "\n" if done >= total else ""
            print(
                f"\r[{'#' * full}{'.' * (BAR - full)}] {done}/{total}", end=end, file=sys.stderr, flush=True
            )

    return show


def _print(asked: argparse.Namespace, columns: Iterable[str], rows: Sequence[Sequence[str]]) -> None:
    print_table([_say(WORDS[column], asked) for column in columns], rows)


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under their columns; figures stand at the end of theirs."""
    widths = [max(len(row[nth]) for row in (columns, *rows)) for nth in range(len(columns))]
    for row in (columns, ["-" * width for width in widths], *rows):
        cells = [
            row[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
        ]
        print("  ".join(cells).rstrip())


def _estimate(value: Estimate) -> str:
    return f"{value.mean:.2f} ±{value.within:.2f}"


def _signed(value: Estimate) -> str:
    return f"{value.mean:+.2f} ±{value.within:.2f}"


def _percent(value: Estimate) -> str:
    return f"{value.mean:.1%} ±{value.within:.1%}"


def _say(words: Text, asked: argparse.Namespace) -> str:
    return words.en if asked.lang == "en" else words.vi
