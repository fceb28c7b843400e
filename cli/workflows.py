"""Check, compare, draw and publish the definitions: `python -m cli.workflows --help`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from workflows.checking.checks import problems
from workflows.errors import DefinitionError
from workflows.language import Authority, Definition, Procedure
from workflows.lock import Lockable, canonical, file_of, key_of, kind_of
from workflows.registry import PUBLISHED, Registry, registry
from workflows.sheets.compare import differences
from workflows.sheets.drawing import bundle_sheet, labels_of, sheet
from workflows.sheets.wording import by_code
from workflows.vocabulary import Standing

SHEETS = Path("docs/procedures")
D = TypeVar("D", bound=Definition)


def main(arguments: Sequence[str] | None = None, known: Registry | None = None) -> int:
    """Run one command; return 0 when all is well, 1 when something is wrong, 2 when it cannot be done."""
    chosen = _parser().parse_args(arguments)
    try:
        code: int = chosen.run(chosen, known or registry())
    except DefinitionError as error:
        print(error, file=sys.stderr)
        return 2
    return code


def check(chosen: argparse.Namespace, known: Registry) -> int:
    """Prove every definition sound; print one line for each problem."""
    found = problems(known)
    for problem in found:
        print(problem)
    print(f"{len(known.all_definitions())} definitions, {len(found)} problems")
    return 1 if found else 0


def diff(chosen: argparse.Namespace, known: Registry) -> int:
    """Say in Vietnamese and English what changed from one version to another."""
    pairs = _pairs(known, chosen.old, chosen.new)
    for old, new in pairs:
        lines = differences(old, new)
        print(f"{kind_of(new)} {key_of(old)} -> {key_of(new)}: {len(lines)} differences")
        for line in lines:
            print(f"  {line.vi}\n      {line.en}")
    return 1 if any(old != new for old, new in pairs) else 0


def draw(chosen: argparse.Namespace, known: Registry) -> int:
    """Write a sheet for every procedure and every bundle."""
    chosen.out.mkdir(parents=True, exist_ok=True)
    for name, content in sheets(known).items():
        (chosen.out / name).write_text(content, "utf-8")
        print(chosen.out / name)
    return 0


def publish(chosen: argparse.Namespace, known: Registry) -> int:
    """Lock every version that is not locked yet; a version once published never changes.

    An authority has no versions and follows its present name, so it is not locked;
    neither is a baseline, under which nobody can file.
    """
    found = problems(known)
    for problem in found:
        print(f"not sound: {problem}")
    versions = [
        one for one in known.all_definitions() if not isinstance(one, Authority) and not _is_baseline(one)
    ]
    changed = [
        one for one in versions if file_of(chosen.into, one).exists() and not _locked(chosen.into, one)
    ]
    for one in changed:
        print(
            f"{kind_of(one)} {key_of(one)}: published with other content; give the new content a new version"
        )
    fresh = [one for one in versions if not file_of(chosen.into, one).exists()]
    if not (found or changed):
        _write(chosen, fresh)
    return 1 if found or changed or (chosen.check and fresh) else 0


def sheets(known: Registry) -> dict[str, str]:
    """Return every sheet by its file name, and a list of them; what only serves for comparison has none."""
    written = {
        f"{one.key}.md": (one.text, bundle_sheet(one, known)) for one in _not_baseline(known.all_bundles())
    }
    for one in _not_baseline(known.procedures.values()):
        written[f"{one.key}.md"] = (one.text, _sheet(one, known))
    lines = [f"- [{text.vi}]({name}) / {text.en}: `{name[:-3]}`" for name, (text, _) in written.items()]
    title = "# Các thủ tục và nhóm thủ tục liên thông\n\n*Procedures and linked bundles*\n\n"
    return {"README.md": title + "\n".join(lines) + "\n"} | {
        name: sheet for name, (_, sheet) in written.items()
    }


def _not_baseline(some: Iterable[D]) -> Iterator[D]:
    return (one for one in some if not _is_baseline(one))


def _is_baseline(definition: Definition) -> bool:
    return definition.standing is Standing.BASELINE


def _sheet(procedure: Procedure, known: Registry) -> str:
    """Write the sheet with the words of the first bundle that the procedure belongs to."""
    for bundle in known.all_bundles():
        if any(member.procedure == procedure.key for member in bundle.members):
            return sheet(procedure, labels_of(bundle, known))
    return sheet(procedure, by_code)


def _write(chosen: argparse.Namespace, fresh: Sequence[Lockable]) -> None:
    for one in fresh:
        print(f"{kind_of(one)} {key_of(one)}: {'not published yet' if chosen.check else 'published'}")
        if not chosen.check:
            file_of(chosen.into, one).parent.mkdir(parents=True, exist_ok=True)
            file_of(chosen.into, one).write_text(canonical(one), "utf-8")


def _locked(folder: Path, definition: Lockable) -> bool:
    return file_of(folder, definition).read_text("utf-8") == canonical(definition)


def _pairs(known: Registry, old: str, new: str) -> list[tuple[Lockable, Lockable]]:
    """Find the two versions; a bundle and its declaration may both bear these keys."""
    parts: tuple[Mapping[str, Lockable], ...] = (known.procedures, known.bundles, known.declarations)
    found = [(part[old], part[new]) for part in parts if old in part and new in part]
    if not found:
        raise DefinitionError(f"there are no two definitions of one sort called {old!r} and {new!r}")
    return found


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m cli.workflows", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    one = commands.add_parser("check", help="prove every definition sound")
    one.set_defaults(run=check)
    one = commands.add_parser("diff", help="say what changed between two versions")
    one.add_argument("old", metavar="A", help="key of the older version, such as birth-registration@2023-07")
    one.add_argument("new", metavar="B", help="key of the newer version")
    one.set_defaults(run=diff)
    one = commands.add_parser("draw", help="write a sheet with a diagram for every procedure and bundle")
    one.add_argument("--out", type=Path, default=SHEETS, help="folder for the sheets (%(default)s)")
    one.set_defaults(run=draw)
    one = commands.add_parser("publish", help="lock every new version")
    one.add_argument("--check", action="store_true", help="write nothing; fail when something is not locked")
    one.add_argument("--into", type=Path, default=PUBLISHED, help="folder of the locks")
    one.set_defaults(run=publish)
    return parser


if __name__ == "__main__":
    sys.exit(main())
