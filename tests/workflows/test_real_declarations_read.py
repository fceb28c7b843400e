"""Every real form can be filled in: plausible answers raise no problem, and then nothing is missing."""

from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

from workflows import declarations
from workflows.forms.answers import completed, missing, prune, read_section
from workflows.forms.fetched import fetched_with, with_record
from workflows.forms.lists import COMMUNES, Commune, FixedLists
from workflows.questions import Declaration, How, Option, Question, Section
from workflows.words import Kind, Text

TODAY = date(2026, 11, 20)
PICKS = ("first", "last")

PLAUSIBLE: dict[Kind, dict[str, str]] = {
    Kind.NAME: {"": "Trần Thị Ngọc Lan"},
    Kind.TEXT: {"": "Thôn 3"},
    Kind.LONG_TEXT: {"": "Một dòng\r\nhai dòng"},
    Kind.DATE: {"-day": "15", "-month": "tháng 3", "-year": "2023"},
    Kind.MOMENT: {"-day": "15/3/2023", "-time": "14h30"},
    Kind.NUMBER: {"": "2"},
    Kind.MONEY: {"": "16.000"},
    Kind.PERSONAL_ID: {"": "001 190 000 017"},
    Kind.BIRTH_NOTICE: {"": "10123.gcs.00456.26"},
    Kind.PHONE: {"": "+84 912 345 678"},
    Kind.EMAIL: {"": "lan.nguyen@example.vn"},
    Kind.COMMUNE: {"": "Mường Hum, Lào Cai"},
    Kind.PEOPLE: {"-1-name": "Lê Mai", "-1-personal-id": "001320000017"},
}
RECORDED: dict[Kind, Any] = {
    Kind.DATE: "1990-05-01",
    Kind.MOMENT: "2023-03-15T14:30",
    Kind.YES_NO: True,
    Kind.NUMBER: 2,
    Kind.MONEY: 16_000,
    Kind.PERSONAL_ID: "001060000001",
    Kind.COMMUNE: "02692",
}


def every_declaration() -> list[Declaration]:
    modules = [
        import_module(f"{declarations.__name__}.{one.name}") for one in iter_modules(declarations.__path__)
    ]
    found = {
        value.key: value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, Declaration)
    }
    return list(found.values())


def lists_for(declaration: Declaration) -> FixedLists:
    """Two entries for every reference list that the form names."""
    named = {one.options_from for one in declaration.questions() if one.options_from}
    entries = tuple(Option(value=value, text=Text(vi=value, en=value)) for value in ("one", "two"))
    communes = (Commune(code="02692", name="Xã Mường Hum", province="Tỉnh Lào Cai"),)
    return FixedLists(lists=dict.fromkeys(named - {COMMUNES}, entries), communes=communes)


def option_of(question: Question, pick: str, lists: FixedLists) -> str:
    options = question.options or (lists.options(question.options_from) if question.options_from else ())
    values = [option.value for option in options] or ["Mẹ"]
    return values[0] if pick == "first" else values[-1]


def typed_for(question: Question, pick: str, lists: FixedLists) -> dict[str, str]:
    if question.kind is Kind.YES_NO:
        parts = {"": "yes" if pick == "first" else "no"}
    elif question.kind is Kind.CHOICE:
        parts = {"": option_of(question, pick, lists)}
    else:
        parts = dict(PLAUSIBLE[question.kind])
    if question.kind is Kind.PEOPLE:
        parts["-1-relation"] = option_of(question, pick, lists)
    return {question.fact + part: typed for part, typed in parts.items()}


def recorded_for(question: Question, pick: str, lists: FixedLists) -> Any:
    if question.kind is Kind.CHOICE:
        return option_of(question, pick, lists)
    return RECORDED.get(question.kind, "Trần Thị Ngọc Lan")


def looked_up(declaration: Declaration, facts: dict[str, Any], pick: str, found: bool) -> dict[str, Any]:
    """Let the registers answer for every number that is known."""
    lists = lists_for(declaration)
    for number in sorted(
        {one.fetched_by for one in declaration.questions() if one.fetched_by} & facts.keys()
    ):
        record = {
            one.record_item: recorded_for(one, pick, lists)
            for one in fetched_with(declaration, number)
            if one.record_item
        }
        facts = with_record(declaration, facts, number, record if found else None)
    return facts


def saved(
    declaration: Declaration,
    section: Section,
    facts: dict[str, Any],
    pick: str,
    *,
    optional: bool,
    found: bool,
) -> dict[str, Any]:
    """Save one page with plausible answers, and let the registers answer what they then can."""
    lists = lists_for(declaration)
    asked = [one for one in section.questions if one.required or optional]
    raw = {name: typed for one in asked for name, typed in typed_for(one, pick, lists).items()}
    reading = read_section(declaration, section, raw, facts, today=TODAY, lists=lists)
    assert [(p.anchor, p.text.vi) for p in reading.problems] == []
    kept = prune(declaration, reading.applied_to(facts), filed_on=TODAY)
    return prune(declaration, looked_up(declaration, kept, pick, found), filed_on=TODAY)


@pytest.mark.parametrize("found", [True, False], ids=["record found", "no record"])
@pytest.mark.parametrize("optional", [True, False], ids=["everything", "only what is required"])
@pytest.mark.parametrize("pick", PICKS)
@pytest.mark.parametrize("declaration", every_declaration(), ids=lambda one: one.key)
def test_plausible_answers_fill_the_form(
    declaration: Declaration, pick: str, optional: bool, found: bool
) -> None:
    lists = lists_for(declaration)
    facts: dict[str, Any] = {
        one.fact: recorded_for(one, pick, lists) for one in declaration.questions() if one.how is How.IDENTITY
    }
    for section in declaration.sections:
        for _ in range(2):  # the second time round, what no register has is typed
            facts = saved(declaration, section, facts, pick, optional=optional, found=found)
    assert [(p.section, p.text.vi) for p in missing(declaration, facts)] == []
    for section in declaration.sections:
        assert saved(declaration, section, facts, pick, optional=optional, found=found) == facts


@pytest.mark.parametrize("declaration", every_declaration(), ids=lambda one: one.key)
def test_an_empty_form_says_what_it_needs_and_nothing_breaks(declaration: Declaration) -> None:
    lists = lists_for(declaration)
    for section in declaration.sections:
        reading = read_section(declaration, section, {}, {}, today=TODAY, lists=lists)
        assert reading.values == {}
        assert {problem.kind for problem in reading.problems} <= {"missing"}
    assert missing(declaration, completed(declaration, {}, filed_on=TODAY))
