"""Pages on which people answer: a supplement, the draft of a result, a consent given on the tracking page."""

from collections.abc import Iterable, Mapping

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from services.citizens import consents, supplements
from services.citizens.supplements import Answered
from services.officers import cases
from services.reading import papers
from services.reading.following import tracking
from services.reading.following.asking import SupplementPage, supplement_page
from services.reading.pages import CasePart, DossierPage
from services.reading.paper_pages import PaperCard
from web.access import actor, allow, context, product, public, reading, unit_of_work
from web.declaration import blueprint
from web.drawing import citizen_steps, relative_steps
from web.forms import errors_of, sent, shown_again, typed_of
from web.i18n import gettext
from web.own import own, visible
from workflows.errors import AlreadyFiled, ConcurrentChange, NotFound, TransitionRefused
from workflows.forms.steps import read_items
from workflows.language import Step
from workflows.papers import OTHER
from workflows.questions import Question
from workflows.vocabulary import OfficialStatus, Role, Waits
from workflows.words import Text

NOT_OPEN_NOW = Text(
    vi="Hồ sơ không còn chờ câu trả lời này. Hãy xem lại trạng thái mới.",
    en="The file no longer waits for this answer. Look at its new state.",
)
NOTHING = Answered((), (), ())


@blueprint.get("/ho-so/<code>/bo-sung/<case_id>")
@allow(Role.CITIZEN)
def supplement(code: str, case_id: str) -> ResponseReturnValue:
    """Show what an officer asks for, and only that; or the box for what is wrong in a draft."""
    part = _part(own(code), case_id)
    if part.waits_for is not Waits.CITIZEN:
        return redirect(url_for("citizen.track", code=code), code=303)
    return _supplement(code, case_id, {}, NOTHING) if _asks(part) else _in_words(own(code), part)


@blueprint.post("/ho-so/<code>/bo-sung/<case_id>")
@allow(Role.CITIZEN)
def send_supplement(code: str, case_id: str) -> ResponseReturnValue:
    """Send the supplement; what is wrong comes back with what was typed."""
    page, raw = own(code), sent()
    part = _part(page, case_id)
    if part.draft:
        return _send_words(page, part, raw.get("answer", ""))
    opened = product()
    try:
        found = supplements.answer_supplement(
            opened.context, opened.agencies, opened.lists, actor(), case_id, raw
        )
    except (TransitionRefused, ConcurrentChange, AlreadyFiled) as error:
        return _supplement(code, case_id, raw, NOTHING, error.text), error.status
    if not found.sent:
        return _supplement(code, case_id, raw, found), 422
    return _sent(code)


@blueprint.get("/ho-so/<code>/xem-du-thao")
@allow(Role.CITIZEN)
def draft(code: str) -> ResponseReturnValue:
    """Show the draft of a result, to confirm it or to point out an error."""
    page = own(code)
    part = next((part for part in page.cases if part.draft), None)
    if part is None:
        return redirect(url_for("citizen.track", code=code), code=303)
    return render_template("citizen/draft.html", page=page, part=part)


@blueprint.post("/ho-so/<code>/tra-loi/<case_id>/<step>")
@allow(Role.CITIZEN, Role.RELATIVE)
def answer(code: str, case_id: str, step: str) -> ResponseReturnValue:
    """Take a step that needs nothing but the will: to confirm a draft, to decline a consent."""
    page = tracking.own_page(reading(), code)
    part = _part(page, case_id)
    offered = (*citizen_steps(page, part), *relative_steps(page, part)[1:])
    if step not in {one.code for one in offered if not one.takes}:
        raise TransitionRefused(text=NOT_OPEN_NOW)
    cases.take_step(unit_of_work(), case_id, step, {})
    return _recorded(code)


@blueprint.post("/ho-so/<code>/dong-y/<case_id>")
@allow(Role.RELATIVE)
def consent(code: str, case_id: str) -> ResponseReturnValue:
    """Record that the signed-in person agrees."""
    consents.give_consent(unit_of_work(), case_id)
    return _recorded(code)


@blueprint.get("/ho-so/<code>/dong-y/<case_id>")
@blueprint.get("/ho-so/<code>/tra-loi/<case_id>/<step>")
@public
def not_answered(code: str, **_rest: str) -> ResponseReturnValue:
    """Lead whoever had to sign in first back to the page with the button."""
    return redirect(url_for("citizen.track", code=code), code=303)


def _part(page: DossierPage, case_id: str) -> CasePart:
    part = next((one for one in page.cases if one.id == case_id), None)
    if part is None:
        raise NotFound(text=tracking.NO_SUCH_DOSSIER)
    return part


def _asks(part: CasePart) -> bool:
    return part.status is OfficialStatus.SUPPLEMENT


def _recorded(code: str) -> ResponseReturnValue:
    """Lead on from an answer; whose consent is no longer needed does not see the file any more."""
    flash(gettext("Đã ghi nhận câu trả lời của bạn."))
    if visible(code) is None:
        return redirect(url_for("citizen.mine"), code=303)
    return redirect(url_for("citizen.track", code=code), code=303)


def _sent(code: str) -> ResponseReturnValue:
    flash(gettext("Đã gửi. Cán bộ sẽ xem tiếp."))
    return redirect(url_for("citizen.track", code=code), code=303)


# --- a supplement -----------------------------------------------------------------------------------


def _supplement(
    code: str, case_id: str, raw: Mapping[str, str], found: Answered, refused: Text | None = None
) -> str:
    page = supplement_page(context(), actor(), code, case_id, found.questions)
    errors = errors_of(found.problems)
    return render_template(
        "citizen/supplement.html",
        page=page.dossier,
        part=page.part,
        asked=page,
        papers=_cards(page),
        questions=[line.question for line in page.lines],
        typed={**_present(page, without=_sent_boxes(found.questions, raw)), **shown_again(raw)},
        errors=errors.sentences,
        targets=errors.targets,
        doubts=found.doubts,
        refused=refused,
        lists=product().lists,
    )


def _cards(page: SupplementPage) -> tuple[PaperCard, ...]:
    """Return the papers that are asked for; what is asked in words may be answered with any paper."""
    wanted = {one.paper for one in page.papers} | ({OTHER} if page.in_words else set())
    try:
        cards = papers.supplement_papers(reading(), page.dossier.number, page.part.id).cards
    except NotFound:
        return ()
    return tuple(card for card in cards if card.code in wanted)


def _present(page: SupplementPage, *, without: Iterable[str]) -> dict[str, str]:
    """Return what stands in the boxes before anything is typed: what was declared."""
    lines = [line for line in page.lines if line.question.fact not in without and line.value is not None]
    return {name: text for line in lines for name, text in typed_of(line.question, line.value).items()}


def _sent_boxes(questions: Iterable[Question], raw: Mapping[str, str]) -> set[str]:
    """Name the questions whose boxes were on the page that was sent: an emptied one stays empty."""
    return {q.fact for q in questions if any(name == q.fact or name.startswith(f"{q.fact}-") for name in raw)}


# --- an answer in words only ------------------------------------------------------------------------


def _in_words(page: DossierPage, part: CasePart, typed: str = "", problem: Text | None = None) -> str:
    return render_template(
        "citizen/objection.html",
        page=page,
        part=part,
        step=_step_in_words(page, part),
        answer=shown_again({"answer": typed})["answer"],
        problem=problem,
    )


def _send_words(page: DossierPage, part: CasePart, typed: str) -> ResponseReturnValue:
    step = _step_in_words(page, part)
    if step and (wrong := read_items(step.takes[:1], {step.takes[0].code: typed}, product().lists)[1]):
        return _in_words(page, part, typed, wrong[0].text), 422
    try:
        supplements.answer_in_words(unit_of_work(), part.id, typed)
    except TransitionRefused as error:
        return _in_words(page, part, typed, error.text), error.status
    return _sent(page.number)


def _step_in_words(page: DossierPage, part: CasePart) -> Step | None:
    """Return the step that a citizen answers in words, while there is one."""
    return next((step for step in citizen_steps(page, part) if step.takes), None)
