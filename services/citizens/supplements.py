"""The requester's answer to the one request for a supplement (bổ sung hồ sơ), through the one declaration."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from services import linking, progress, search_words
from services.access.actors import Actor
from services.access.permissions import NO_FILE
from services.agencies.contract import Agencies
from services.citizens.freezing import flags_or_refuse, key_of, known_by
from services.exchange import registers
from services.reading import waiting
from services.reading.pages import Asked
from services.unit_of_work import Context, UnitOfWork
from storage import dossiers, papers
from storage.cases import CaseRecord, look_at_case
from storage.dossiers import DossierRow
from workflows import chain
from workflows.bundle import Bundle
from workflows.errors import AlreadyFiled, ConcurrentChange, NotFound, TransitionRefused
from workflows.forms import answers
from workflows.forms.answers import Lists
from workflows.forms.cleaning import clean_text
from workflows.forms.problems import FieldProblem
from workflows.language import Step
from workflows.machine import compiled
from workflows.questions import Declaration, Question, Section
from workflows.vocabulary import Role
from workflows.words import Text

NOT_ASKED = Text(vi="Hồ sơ không còn chờ bổ sung.", en="The file no longer waits for a supplement.")
SAY_SOMETHING = Text(
    vi="Hãy viết nội dung bổ sung cho những điều cán bộ nêu bằng lời.",
    en="Write your supplement to what the officer put in words.",
)
OTHER_PROCEDURES = Text(
    vi="Câu trả lời này làm thay đổi các thủ tục của hồ sơ. Hãy giữ câu trả lời cũ, hoặc rút hồ sơ và nộp "
    "hồ sơ mới.",
    en="This answer would change which procedures the file has. Keep the old answer, or withdraw the file "
    "and file anew.",
)
WORDS = "answer"  # the box for what is said in words


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of an answer: what is wrong, what is strange, and every question that is now asked."""

    problems: tuple[FieldProblem, ...]
    doubts: tuple[FieldProblem, ...]
    questions: tuple[Question, ...]

    @property
    def sent(self) -> bool:
        return not self.problems and not self.doubts


@dataclass(frozen=True, slots=True)
class _Changed:
    """The declaration before and after; `given` is what was answered, the rest is derived."""

    given: dict[str, Any]
    before: dict[str, Any]
    after: dict[str, Any]

    @property
    def facts(self) -> tuple[str, ...]:
        both = {**self.before, **self.after}
        return tuple(fact for fact in both if self.before.get(fact) != self.after.get(fact))


def answer_supplement(
    context: Context, agencies: Agencies, lists: Lists, actor: Actor, case_id: str, raw: Mapping[str, str]
) -> Answered:
    """Send a supplement: the asked questions answered again, papers attached before, words for the rest.

    The new values go into the one declaration; the journal keeps each old and new value, and who
    changed it. The office's clock starts again from zero. Registers are asked between two
    transactions. Nothing is sent while something is wrong, or strange and not confirmed.

    Raises:
        NotFound: there is no such case of this person.
        TransitionRefused: nothing is asked for any more, or the rules refuse the new declaration.
        ConcurrentChange: somebody else changed the file in between.
    """
    with context.reading(actor) as uow:
        row, asked, lacking = _request(uow, case_id)
        declaration = uow.registry.declaration(row.declaration)
        filed_on = uow.context.calendar().local_date(row.submitted_at or uow.now)
        today = uow.context.calendar().local_date(uow.now)
    words, wrong_words = _words(asked, raw)
    given = _given(declaration, row)
    wanted = [q for q in declaration.questions() if q.fact in {one.fact for one in asked}]
    for _ in range(len(declaration.questions())):
        read = answers.read_section(declaration, _page_of(wanted), raw, given, today=today, lists=lists)
        kept = answers.prune(declaration, read.applied_to(given), filed_on=filed_on)
        kept = answers.prune(declaration, registers.fetch(agencies, declaration, kept), filed_on=filed_on)
        if not (further := _now_asked(declaration, kept, wanted)):
            break
        wanted += further
    problems = (*read.problems, *lacking, *wrong_words)
    doubts = read.warnings if raw.get("sure") != "yes" else ()
    if problems or doubts:
        return Answered(problems, doubts, tuple(wanted))
    before, after = (answers.prune(declaration, one, filed_on=filed_on) for one in (given, kept))
    changed = _Changed(kept, before, after)
    with context.work(actor) as uow:
        _send(uow, case_id, row.row_version, declaration, changed, words or _said_by(asked))
    return Answered((), (), tuple(wanted))


def answer_in_words(uow: UnitOfWork, case_id: str, answer: str) -> None:
    """Send a supplement in words only; the office's clock starts again from zero.

    Raises:
        NotFound: there is no such case.
        NotAllowed: somebody else filed it.
        TransitionRefused: nothing is asked for any more, or the answer is empty or unreadable.
    """
    clean = clean_text(answer)
    if isinstance(clean, Text):
        raise TransitionRefused(text=clean)
    with uow:
        case = progress.read(uow, case_id)
        step = step_of(uow, case)
        if step is None:
            raise TransitionRefused(text=NOT_ASKED)
        linking.advance(uow, case_id, step.code, {step.takes[0].code: clean})


def step_of(uow: UnitOfWork, case: CaseRecord) -> Step | None:
    """Return the step by which the requester answers a request in this state, while there is one."""
    steps = compiled(uow.registry.procedure(case.procedure)).steps_from[case.state]
    return next((s for s in steps if s.by is Role.CITIZEN and s.signal is None and s.takes), None)


def _request(uow: UnitOfWork, case_id: str) -> tuple[DossierRow, tuple[Asked, ...], tuple[FieldProblem, ...]]:
    """Read what is asked for, and which of the papers among it are not attached yet."""
    case = look_at_case(uow.connection, case_id)
    row = dossiers.dossier(uow.connection, case.dossier_id) if case else None
    if case is None or row is None or row.owner != uow.actor.personal_id:
        raise NotFound(text=NO_FILE)
    procedure = uow.registry.procedure(case.procedure)
    if step_of(uow, case) is None:
        raise TransitionRefused(text=NOT_ASKED)
    asked = waiting.everything_asked(uow, row, procedure, case.facts)
    there = {p.evidence for p in papers.papers_of(uow.connection, row.id) if p.case_id == case_id}
    lacking = [one for one in asked if one.paper is not None and one.paper not in there]
    return row, asked, tuple(FieldProblem(fact=f"paper-{one.paper}", text=_send_it(one)) for one in lacking)


def _send_it(asked: Asked) -> Text:
    return Text(
        vi=f"{asked.text.vi}: chưa gửi. Hãy chụp hoặc chọn tệp rồi bấm Gửi.",
        en=f"{asked.text.en}: not sent yet. Take a photo or choose a file, then press Send.",
    )


def _given(declaration: Declaration, row: DossierRow) -> dict[str, Any]:
    """Return the answers as they hold now: an office may have corrected one since it was filed."""
    asked = {question.fact for question in declaration.questions()}
    return {**row.answers, **{fact: value for fact, value in row.facts.items() if fact in asked}}


def _page_of(questions: Sequence[Question]) -> Section:
    words = Text(vi="Bổ sung hồ sơ", en="Add what is missing")
    return Section(code="supplement", slug="bo-sung", text=words, questions=tuple(questions))


def _now_asked(
    declaration: Declaration, facts: Mapping[str, Any], wanted: Sequence[Question]
) -> list[Question]:
    """Return the questions that only the new answers lead to: they are asked on the same page."""
    lacking = {problem.fact for problem in answers.missing(declaration, facts)}
    there = {question.fact for question in wanted}
    return [q for q in declaration.questions() if q.fact in lacking - there]


def _words(asked: Sequence[Asked], raw: Mapping[str, str]) -> tuple[str, tuple[FieldProblem, ...]]:
    """Read what was said in words; it is needed where a thing was asked for in words only."""
    clean = clean_text(raw.get(WORDS, ""))
    if isinstance(clean, Text):
        return "", (FieldProblem(fact=WORDS, text=clean),)
    in_words_only = not asked or any(one.fact is None and one.paper is None for one in asked)
    if in_words_only and not clean:
        return "", (FieldProblem(fact=WORDS, text=SAY_SOMETHING),)
    return clean, ()


def _said_by(asked: Sequence[Asked]) -> str:
    """Say for the officer what was answered, where nothing was written beside it."""
    return "Đã trả lời: " + "; ".join(one.text.vi for one in asked)


def _send(
    uow: UnitOfWork, case_id: str, row_version: int, declaration: Declaration, changed: _Changed, words: str
) -> None:
    case = progress.read(uow, case_id)
    step = step_of(uow, case)
    row = dossiers.dossier(uow.connection, case.dossier_id, lock=True)
    if step is None or row is None:
        raise TransitionRefused(text=NOT_ASKED)
    if changed.facts:
        if row.row_version != row_version:
            raise ConcurrentChange(text=progress.GONE_ELSEWHERE)
        _redeclare(uow, case, row, declaration, changed)
    linking.advance(uow, case_id, step.code, {step.takes[0].code: words})


def _redeclare(
    uow: UnitOfWork, case: CaseRecord, row: DossierRow, declaration: Declaration, changed: _Changed
) -> None:
    """Write the changed answers into the declaration of the dossier, with all that follows from them."""
    bundle = uow.registry.bundle(row.bundle)
    gone = changed.before.keys() - changed.after.keys()
    facts = {fact: value for fact, value in row.facts.items() if fact not in gone} | {
        fact: changed.after[fact] for fact in changed.facts if fact in changed.after
    }
    if chain.taking_part(bundle, facts) != chain.taking_part(bundle, row.facts):
        raise TransitionRefused(text=OTHER_PROCEDURES)
    uow.record(
        "supplement-facts",
        dossier_id=row.id,
        case_id=case.id,
        data={
            "before": {fact: changed.before.get(fact) for fact in changed.facts},
            "after": {fact: changed.after.get(fact) for fact in changed.facts},
        },
    )
    suspected = [code for code in row.flags if code == "duplicate-suspected"]
    values: dict[str, Any] = {
        "answers": changed.given,
        "facts": facts,
        "flags": flags_or_refuse(bundle, facts) + suspected,
        "event_key": _event_key(uow, row, bundle, facts),
        **known_by(bundle, declaration, facts),
    }
    if not dossiers.change_dossier(uow.connection, row.id, row.row_version, **values):
        raise ConcurrentChange(text=progress.GONE_ELSEWHERE)
    search_words.refresh(uow, row.id)


def _event_key(uow: UnitOfWork, row: DossierRow, bundle: Bundle, facts: Mapping[str, Any]) -> str | None:
    key = key_of(bundle, "same", bundle.same_event, facts)
    first = dossiers.dossier_by_event(uow.connection, key) if key else None
    if first is not None and first.id != row.id:
        raise AlreadyFiled(
            first.number if first.owner == row.owner else None,
            text=Text(
                vi="Sự kiện này đã có một hồ sơ khác.", en="There is another file for this event already."
            ),
        )
    return key
