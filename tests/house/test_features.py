"""What must hold for `features/`, its steps and `docs/rules.md`; each check is tried on a planted mistake."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from gherkin.parser import Parser
from pytest_bdd.steps import StepFunctionContext, step_function_context_registry

ROOT = Path(__file__).parents[2]
FEATURES = ROOT / "features"
STEPS = sorted((ROOT / "tests" / "bdd" / "steps").glob("*.py"))
DOC = ROOT / "docs" / "rules.md"

MOST_LINES = 80
LONGEST_STEP = 10
RULES = range(1, 100)
WHO = {"citizen", "clerk", "supervisor", "agency", "clock", "chain"}
WHAT = {"birth", "death", "karaoke", "any"}
STATUSES = {"covered", "not yet", "not applicable"}

# `[33] words (63/2024/NĐ-CP Art. 8)`; an act of which the article was not read says so instead.
TITLE = re.compile(r"\[(?P<numbers>\d+(?:, \d+)*)\] (?P<words>.+) \((?P<source>[^()]+)\)")
ARTICLE = re.compile(r"(?:Art\.|Điều) \d+|article not read|chưa rõ điều")
ACT = re.compile(r"\d+(?:/\d+)?(?:/[A-ZĐ]+\d*(?:-[A-ZĐ0-9]+)*)+")
OUTLINE = re.compile(r"<([^<>]+)>")


@dataclass(frozen=True)
class Scenario:
    """One scenario with the rule it stands under and all its steps, those of backgrounds included."""

    file: str
    name: str
    rule: str
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class File:
    """One feature file."""

    name: str
    language: str
    tags: frozenset[str]
    lines: int
    scenarios: tuple[Scenario, ...]


# --- reading ----------------------------------------------------------------------------------------


def read(name: str, source: str) -> File:
    feature: Any = Parser().parse(source)["feature"]
    tags = frozenset(tag["name"].lstrip("@") for tag in feature["tags"])
    found = tuple(_scenarios(name, feature, "", ()))
    return File(name, feature["language"], tags, len(source.splitlines()), found)


def _scenarios(file: str, part: Any, rule: str, before: tuple[Any, ...]) -> Iterator[Scenario]:
    for child in part["children"]:
        match child:
            case {"background": background}:
                before = (*before, *background["steps"])
            case {"rule": inner}:
                yield from _scenarios(file, inner, inner["name"], before)
            case {"scenario": one}:
                steps = [*_kinds(before), *_kinds(one["steps"])]
                for row in _rows(one):
                    filled = tuple((kind, _filled(text, row)) for kind, text in steps)
                    yield Scenario(file, one["name"], rule, filled)


def _filled(text: str, row: dict[str, str]) -> str:
    return OUTLINE.sub(lambda place: row[place[1]], text)


def _kinds(steps: Any) -> Iterator[tuple[str, str]]:
    kind = ""
    for step in steps:
        kind = {"Context": "given", "Action": "when", "Outcome": "then"}.get(step["keywordType"], kind)
        yield kind, step["text"]


def _rows(scenario: Any) -> Iterator[dict[str, str]]:
    if not scenario["examples"]:
        yield {}
    for table in scenario["examples"]:
        head = [cell["value"] for cell in table["tableHeader"]["cells"]]
        for row in table["tableBody"]:
            yield dict(zip(head, (cell["value"] for cell in row["cells"]), strict=True))


@cache
def files() -> tuple[File, ...]:
    return tuple(read(str(f.relative_to(ROOT)), f.read_text()) for f in sorted(FEATURES.rglob("*.feature")))


def numbers_in(title: str) -> set[int]:
    found = TITLE.fullmatch(title)
    return {int(number) for number in found["numbers"].split(", ")} if found else set()


def acts_in(words: str) -> set[str]:
    return set(ACT.findall(words))


@cache
def definitions() -> tuple[StepFunctionContext, ...]:
    for file in STEPS:
        import_module(f"tests.bdd.steps.{file.stem}")
    known = step_function_context_registry.values()
    return tuple(one for one in known if one.step_func.__module__.startswith("tests.bdd.steps."))


@dataclass(frozen=True)
class Row:
    """One line of the table of rules."""

    number: int
    source: str
    status: str
    where: str


def rows(doc: str) -> list[Row]:
    lines = [line.strip() for line in doc.splitlines() if re.match(r"\| *\d+ *\|", line)]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [Row(int(number), source, status, where) for number, _, source, status, where in cells]


# --- what is wrong ----------------------------------------------------------------------------------


def wrong_files(found: tuple[File, ...]) -> Iterator[str]:
    for file in found:
        if file.lines > MOST_LINES:
            yield f"{file.name} has {file.lines} lines"
        if len(file.tags & WHO) != 1 or len(file.tags & WHAT) != 1 or file.tags - WHO - WHAT:
            yield f"{file.name} is tagged {sorted(file.tags)}"
        if not file.scenarios:
            yield f"{file.name} has no scenario"
    if 2 * sum(file.language == "vi" for file in found) < len(found):
        yield "less than half of the files are Vietnamese"


def wrong_rules(found: tuple[File, ...]) -> Iterator[str]:
    for scenario in _every(found):
        title = TITLE.fullmatch(scenario.rule)
        where = f"{scenario.file}: {scenario.name}"
        if title is None or not ARTICLE.search(title["source"]):
            yield f"{where} stands under no rule with an article: {scenario.rule!r}"
        elif strange := numbers_in(scenario.rule) - set(RULES):
            yield f"{where} names rules that do not exist: {sorted(strange)}"


def wrong_names(found: tuple[File, ...]) -> Iterator[str]:
    for file in found:
        titles = [re.sub(r"\W", "", name) for name in dict.fromkeys(one.name for one in file.scenarios)]
        if len(set(titles)) < len(titles):
            yield f"{file.name} has two scenarios of one name, of which only one would run"


def wrong_rows(found: tuple[File, ...], table: list[Row]) -> Iterator[str]:
    if [row.number for row in table] != list(RULES):
        yield f"the rules are not 1 to 99, each once: {sorted(set(RULES) ^ {row.number for row in table})}"
    having: dict[int, set[str]] = {}
    for scenario in _every(found):
        for number in numbers_in(scenario.rule):
            having.setdefault(number, set()).add(scenario.file)
    for row in table:
        named = set(re.findall(r"[\w/]+\.feature", row.where))
        if row.status not in STATUSES:
            yield f"rule {row.number} is {row.status!r}"
        if (row.status == "covered") is not (row.number in having):
            yield f"rule {row.number} is {row.status!r}, but its scenarios are {having.get(row.number)}"
        if row.status == "covered" and not named <= {f.removeprefix("features/") for f in having[row.number]}:
            yield f"rule {row.number} is said to be in {sorted(named)}, but it is in {having[row.number]}"
        if row.status != "covered" and len(row.where) < 10:
            yield f"rule {row.number} is {row.status!r} without a reason"


def wrong_acts(found: tuple[File, ...], table: list[Row]) -> Iterator[str]:
    sources = {row.number: acts_in(row.source) for row in table}
    for title in dict.fromkeys(scenario.rule for scenario in _every(found)):
        if match := TITLE.fullmatch(title):
            known = set().union(*(sources.get(number, set()) for number in numbers_in(title)))
            if strange := acts_in(match["source"]) - known:
                yield f"{title!r} cites {sorted(strange)}, which docs/rules.md does not"


def wrong_steps(found: tuple[File, ...], known: tuple[StepFunctionContext, ...]) -> Iterator[str]:
    said = {step for scenario in _every(found) for step in scenario.steps}
    used: set[int] = set()
    for kind, text in sorted(said):
        fitting = [one for one in known if one.type == kind and one.parser.is_matching(text)]
        used |= {id(one.step_func) for one in fitting}
        if len({id(one.step_func) for one in fitting}) != 1:
            yield f"{len(fitting)} steps fit: {kind} {text}"
    idle = {id(one.step_func): one for one in known if id(one.step_func) not in used}
    for one in idle.values():
        yield f"no scenario says: {one.type} {one.parser.name}"


def wrong_functions(source: str) -> Iterator[str]:
    for part in ast.walk(ast.parse(source)):
        if not isinstance(part, ast.FunctionDef) or not part.decorator_list:
            continue
        length = (part.end_lineno or 0) - part.lineno + 1
        if length > LONGEST_STEP:
            yield f"{part.name} has {length} lines"
        if any(isinstance(inner, ast.If) for inner in ast.walk(part)):
            yield f"{part.name} has an if"


def _every(found: tuple[File, ...]) -> Iterator[Scenario]:
    return (scenario for file in found for scenario in file.scenarios)


# --- the repository ---------------------------------------------------------------------------------


def test_files_are_short_tagged_and_half_of_them_vietnamese() -> None:
    assert list(wrong_files(files())) == []


def test_every_scenario_stands_under_a_rule_with_its_article() -> None:
    assert list(wrong_rules(files())) == []


def test_every_scenario_of_a_file_has_a_name_of_its_own() -> None:
    assert list(wrong_names(files())) == []


def test_rules_are_marked_covered_exactly_where_a_scenario_names_them() -> None:
    assert list(wrong_rows(files(), rows(DOC.read_text()))) == []


def test_no_rule_cites_an_act_that_its_source_does_not() -> None:
    assert list(wrong_acts(files(), rows(DOC.read_text()))) == []


def test_every_step_is_defined_once_and_used() -> None:
    assert list(wrong_steps(files(), definitions())) == []


@pytest.mark.parametrize("file", STEPS, ids=lambda file: file.stem)
def test_steps_are_short_and_straight(file: Path) -> None:
    assert list(wrong_functions(file.read_text())) == []


# --- the checks themselves --------------------------------------------------------------------------

GOOD = """\
# language: vi
@citizen @birth
Tính năng: Nộp tờ khai
  Quy tắc: [33] Cư trú mở sau khai sinh (63/2024/NĐ-CP Điều 8)
    Kịch bản: Nộp
      Khi Trần Thị Mai nộp tờ khai
"""
TABLE = "| 33 | Residence after birth | 63/2024/NĐ-CP Art. 8 | covered | birth/x.feature |"


def planted(*changes: tuple[str, str]) -> tuple[File, ...]:
    source = GOOD
    for old, new in changes:
        assert old in source
        source = source.replace(old, new)
    return (read("features/birth/x.feature", source),)


def test_the_checks_pass_what_is_good() -> None:
    good = planted()
    assert [*wrong_files(good), *wrong_rules(good), *wrong_names(good), *wrong_acts(good, rows(TABLE))] == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("@citizen @birth", "@citizen", "is tagged"),
        ("@citizen @birth", "@citizen @birth @death", "is tagged"),
        ("@citizen @birth", "@citizen @birth @soon", "is tagged"),
        ("    Kịch bản", "\n" * MOST_LINES + "    Kịch bản", "lines"),
    ],
)
def test_a_file_of_a_wrong_kind_is_found(old: str, new: str, complaint: str) -> None:
    assert any(complaint in problem for problem in wrong_files(planted((old, new))))


def test_too_little_vietnamese_is_found() -> None:
    english = read("y", "@clerk @any\nFeature: y\n  Rule: [1] x (y)\n    Scenario: z\n      Given it\n")
    assert any("Vietnamese" in problem for problem in wrong_files((*planted(), english, english)))


@pytest.mark.parametrize(
    "rule",
    ["Cư trú", "[33] Cư trú", "[33] Cư trú (63/2024/NĐ-CP)", "[100] Cư trú (63/2024/NĐ-CP Điều 8)"],
)
def test_a_rule_without_number_or_article_is_found(rule: str) -> None:
    change = ("[33] Cư trú mở sau khai sinh (63/2024/NĐ-CP Điều 8)", rule)
    assert len(list(wrong_rules(planted(change)))) == 1


def test_a_scenario_outside_every_rule_is_found() -> None:
    line = "  Quy tắc: [33] Cư trú mở sau khai sinh (63/2024/NĐ-CP Điều 8)\n"
    assert len(list(wrong_rules(planted((line, ""))))) == 1


def test_two_scenarios_of_one_name_are_found() -> None:
    twice = "    Kịch bản: Nộp\n      Khi Trần Thị Mai nộp tờ khai\n    Kịch bản: Nộp!\n"
    assert len(list(wrong_names(planted(("    Kịch bản: Nộp\n", twice))))) == 1


@pytest.mark.parametrize(
    ("table", "complaint"),
    [
        (TABLE.replace("covered", "not yet"), "rule 33 is 'not yet', but"),
        (TABLE.replace("| 33 |", "| 34 |"), "rule 34 is 'covered', but"),
        (TABLE.replace("covered", "soon"), "rule 33 is 'soon'"),
        (TABLE.replace("birth/x", "birth/y"), "rule 33 is said to be in"),
        (TABLE + "\n| 34 | x | y | not yet | |", "without a reason"),
        (TABLE, "the rules are not 1 to 99"),
    ],
)
def test_a_wrong_line_of_the_table_is_found(table: str, complaint: str) -> None:
    assert any(complaint in problem for problem in wrong_rows(planted(), rows(table)))


def test_an_invented_act_is_found() -> None:
    change = ("63/2024/NĐ-CP", "64/2024/NĐ-CP")
    assert len(list(wrong_acts(planted(change), rows(TABLE)))) == 1


def test_an_unknown_step_and_an_unused_one_are_found() -> None:
    problems = list(wrong_steps(planted(("nộp tờ khai", "ngủ trưa")), definitions()))
    assert "0 steps fit: when Trần Thị Mai ngủ trưa" in problems
    assert any(problem.startswith("no scenario says:") for problem in problems)


@pytest.mark.parametrize(
    ("body", "complaint"),
    [("    if x:\n        pass\n", "has an if"), ("    x = 1\n" * LONGEST_STEP, "has 11 lines")],
)
def test_a_long_or_forked_step_is_found(body: str, complaint: str) -> None:
    assert complaint in "".join(wrong_functions(f"@when(says('x'))\ndef step(x):\n{body}"))
