"""What was before a scenario, without pages: files that were filled in, filed, and carried on by officers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from services.access import actors
from services.access.actors import Actor
from services.citizens import declarations
from services.citizens.drafts import keep_answers
from services.demo.papers import attach_samples
from services.demo.people import Person
from services.exchange import registers
from storage.people import OfficerRow
from tests.bdd.answers import Answers, answers_of
from tests.bdd.town import Town
from tests.bdd.words import Desk
from workflows.forms.answers import prune
from workflows.forms.kinds import parse_all
from workflows.forms.steps import as_question, read_items
from workflows.questions import Declaration, How, Question
from workflows.vocabulary import Role
from workflows.words import Kind

YES_NO = {"Có": "yes", "Không": "no", "Yes": "yes", "No": "no"}
# One register may name a person whom another knows: the mother, then the householder.
REGISTERS_IN_A_ROW = 3

# The officers' steps on the straight way from received to issued, by procedure.
STRAIGHT: dict[str, tuple[str, ...]] = {
    "birth-registration": ("accept", "request-personal-id", "sign"),
    "permanent-residence": ("accept", "approve"),
    "child-health-insurance": ("accept", "approve"),
    "under-six-identity-card": ("accept", "approve"),
    "death-registration": ("accept", "prepare-signature", "sign"),
    "funeral-allowance-insurance": ("accept", "decide"),
    "funeral-allowance-protection": ("accept", "decide"),
    "funeral-allowance-merit": ("accept", "decide"),
    "survivor-benefit": ("accept", "decide"),
}


def declaration(town: Town, event: str) -> Declaration:
    """Return the form of a life event that is in force today."""
    law = town.context.registry
    return law.declaration(law.bundle_by_slug(event, town.today).declaration)


def answers(town: Town, event: str, person: Person, changes: Iterable[Iterable[str]] = ()) -> Answers:
    """Return what a person types, with the changes of a table: the question's words, then the answer."""
    facts = labels_of(declaration(town, event))
    given = answers_of(event, person.name, town.today)
    for question, answer in changes:
        assert question in facts, f"{event} does not ask {question!r}"
        given[facts[question]] = answer
    return {fact: words for fact, words in given.items() if words}


def draft(town: Town, event: str, person: Person, given: Mapping[str, str]) -> str:
    """Store a draft with these answers, as if they had been typed page after page."""
    actor = actors.citizen(person.id, person.name)
    draft_id = declarations.start(town.context, town.agencies, actor, event)
    form, typed = declaration(town, event), values(town, event, given)
    row = town.dossier(draft_id)
    known = {**row.answers, **typed}
    for _ in range(REGISTERS_IN_A_ROW):
        known = registers.fetch(town.agencies, form, prune(form, known, filed_on=town.today))
        known |= {fact: value for fact, value in typed.items() if known.get(fact) is None}
    kept = prune(form, known, filed_on=town.today)
    with town.context.work(actor) as uow:
        keep_answers(uow, row, form, kept)
    return draft_id


def file(town: Town, event: str, person: Person, given: Mapping[str, str]) -> None:
    """File a declaration with these answers."""
    draft_id = draft(town, event, person, given)
    actor = actors.citizen(person.id, person.name)
    attach_samples(town.context, actor, draft_id)
    declarations.submit(town.context, actor, draft_id)
    town.dossier_id = draft_id
    town.run()


def attach_papers(town: Town, person: Person) -> None:
    """Attach a drawn page for each paper that this person's newest draft still needs."""
    attach_samples(town.context, actors.citizen(person.id, person.name), town.newest_of(person).id)


def carry(town: Town, name: str) -> None:
    """Let the officers of a procedure take it straight to its result."""
    for code in STRAIGHT[town.member(name)]:
        case = town.case(name)
        step = town.context.registry.procedure(case.procedure).step(code)
        desk = Desk(case.office_id.split(":")[0], head=step is not None and step.by is Role.LEADER)
        _take(town, town.account(desk, case.office_id), case.id, code, {})
    assert town.case(name).ending == "issued", f"{name} is {town.case(name).state}"


def take(town: Town, desk: Desk, words: str, table: Mapping[str, str]) -> None:
    """Let an officer take the step with these words; the table says what is typed beside which words."""
    case = town.case_at(desk)
    step = town.step(case, words)
    codes = {label: item.code for item in step.takes for label in (item.text.vi, item.text.en)}
    lists = town.app.extensions["product"].lists
    typed = {codes[label]: text for label, text in table.items()}
    raw = {box: text for item in step.takes for box, text in raw_of(as_question(item), typed).items()}
    given, problems = read_items(step.takes, raw, lists)
    assert not problems, problems
    _take(town, town.account(desk, case.office_id), case.id, step.code, given)


def values(town: Town, event: str, given: Mapping[str, str]) -> dict[str, Any]:
    """Return the values of what was typed; what the form of today does not ask is left out."""
    lists = town.app.extensions["product"].lists
    found: dict[str, Any] = {}
    for question in declaration(town, event).questions():
        if question.how in (How.TYPED, How.REGISTER) and (raw := raw_of(question, given)):
            value, problems = parse_all(question, raw, today=town.today, lists=lists)
            assert not problems, f"{question.fact}: {problems}"
            found[question.fact] = value
    return found


def labels_of(form: Declaration) -> dict[str, str]:
    """Return the fact behind each question that is typed, by its words in both languages."""
    asked = [question for question in form.questions() if question.how is How.TYPED]
    return {words: q.fact for q in reversed(asked) for words in (q.text.vi, q.text.en)}


def raw_of(question: Question, given: Mapping[str, str]) -> dict[str, str]:
    """Return the inputs of one question as these answers fill them."""
    fact = question.fact
    if question.kind is Kind.PEOPLE:
        return {name: words for name, words in given.items() if name.startswith(f"{fact}-")}
    if fact not in given:
        return {}
    if question.kind in (Kind.DATE, Kind.MOMENT):
        day, _, time = given[fact].partition(" ")
        parts = dict(zip(("day", "month", "year"), day.split("/"), strict=True))
        return {f"{fact}-{part}": text for part, text in {**parts, "time": time}.items()}
    return {fact: YES_NO.get(given[fact], given[fact])}


def _take(town: Town, row: OfficerRow, case_id: str, code: str, given: Mapping[str, Any]) -> None:
    roles = frozenset(Role(role) for role in row.roles)
    officer = Actor(row.id, row.name, roles, office_id=row.office_id, personal_id=row.personal_id)
    town.act(officer, case_id, code, **given)
    town.run()
