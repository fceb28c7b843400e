"""Plays two stories from declaration to result in a folder of its own: `python -m cli.demo`.

The verbs, the database and the definitions are the product's own; only the clock and the
agencies' systems are not the real ones. Ends with 1 when a story does not reach its end.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from services.demo import walkthrough
from services.demo.filing import StoryStuck, file_declaration
from services.demo.filings import BIRTH_FILING, DEATH_FILING, Filing
from services.demo.stage import Stage, finish_dossier, open_stage
from services.demo.walkthrough import HistoryLine, NobodyMayAct
from services.reading.following import tracking
from services.reading.pages import CasePart, DossierPage, Promise
from workflows.calendar import in_vietnam
from workflows.errors import LinkedServiceError
from workflows.vocabulary import Ending
from workflows.words import Text, text

FILINGS = (BIRTH_FILING, DEATH_FILING)
WIDTH = 100
TITLES = {
    "happened": text("Diễn biến", "What happened"),
    "due": text("Hạn trả và cách tính", "Due dates and how they were found"),
    "outputs": text("Kết quả đã cấp", "Results"),
    "whole": text("Cả nhóm thủ tục", "The whole group"),
    "stuck": text("Hồ sơ không đi đến kết quả", "The dossier did not reach its end"),
    "done": text("Mọi thủ tục đều có kết quả.", "Every procedure has its result."),
}


def main(arguments: Sequence[str] | None = None, filings: Sequence[Filing] = FILINGS) -> int:
    """Play every story; return 0 when all of them ended with every result."""
    language = _parser().parse_args(arguments).lang
    with tempfile.TemporaryDirectory(prefix="khai-mot-lan-") as folder:
        stage = open_stage(Path(folder), filings[0].at)
        try:
            return max(_play(stage, filing, language) for filing in filings)
        finally:
            stage.close()


def _play(stage: Stage, filing: Filing, language: str) -> int:
    """Play one story from the moment of filing; return 0 when it ended with every result."""
    stage.clock.move_to(filing.at)
    try:
        row = file_declaration(
            stage.context, stage.agencies, stage.lists, filing.actor, filing.slug, filing.answers
        )
        finish_dossier(stage, row.id)
        page = tracking.own_page(stage.context.reading(filing.actor), str(row.number))
        lines = walkthrough.history(stage.context.reading(filing.actor), row.id)
    except (LinkedServiceError, NobodyMayAct, StoryStuck) as problem:
        print(f"{_say(TITLES['stuck'], language)}: {filing.slug}: {problem}", file=sys.stderr)
        return 1
    print(*_report(page, lines, language), sep="\n")
    if _complete(page):
        return 0
    print(f"{_say(TITLES['stuck'], language)}: {page.number}", file=sys.stderr)
    return 1


def _complete(page: DossierPage) -> bool:
    """Say whether every procedure of the dossier was opened and ended well."""
    good = all(case.ending is not None and not Ending(case.ending).failed for case in page.cases)
    return page.state == "finished" and good and not page.not_open


def _report(page: DossierPage, lines: Sequence[HistoryLine], language: str) -> Iterator[str]:
    yield from ("", "=" * WIDTH, _say(page.bundle, language))
    yield from (f"{page.number} – {page.subject} – {page.bundle_key}", "=" * WIDTH)
    yield from _titled(TITLES["happened"], (_happened(line, language) for line in lines), language)
    yield from _titled(TITLES["due"], _due_dates(page, language), language)
    yield from _titled(TITLES["outputs"], _outputs(page.cases, language), language)
    if _complete(page):
        yield from ("", _say(TITLES["done"], language))


def _titled(title: Text, lines: Iterator[str], language: str) -> Iterator[str]:
    words = _say(title, language)
    yield from ("", words, "-" * len(words))
    yield from lines


def _happened(line: HistoryLine, language: str) -> str:
    state = f" → {_say(line.state, language)}" if line.state else ""
    office = f"  [{_say(line.office, language)}]" if line.office else ""
    part = f"{_say(line.procedure, language)}: " if line.procedure else ""
    what = f"{part}{_say(line.what, language)}{state}"
    return f"{in_vietnam(line.at):%d/%m %H:%M}  {line.who:<20}  {what}{office}"


def _due_dates(page: DossierPage, language: str) -> Iterator[str]:
    yield from _derived(_say(TITLES["whole"], language), page.promise, language)
    for case in page.cases:
        yield from _derived(_say(case.text, language), case.promise, language)


def _derived(name: str, promise: Promise, language: str) -> Iterator[str]:
    due = f"{in_vietnam(promise.due_at):%d/%m/%Y %H:%M}" if promise.due_at else "–"
    yield f"{name}: {due}"
    yield from (f"    {_say(line.text, language)}" for line in promise.lines)


def _outputs(cases: Sequence[CasePart], language: str) -> Iterator[str]:
    for case in cases:
        for output in case.outputs:
            yield f"{_say(output.text, language)}  [{_say(case.office, language)}]"
            yield from (f"    {_say(item.label, language)}: {item.value}" for item in output.items)


def _say(words: Text, language: str) -> str:
    return words.en if language == "en" else words.vi


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m cli.demo", description=__doc__)
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="language of the report")
    return parser


if __name__ == "__main__":
    sys.exit(main())
