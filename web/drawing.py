"""What components draw: rows, events, steps and deadlines, made from the pages that services return."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import Flask, url_for

from services.access.actors import AGENCIES
from services.reading.filing.drafts import DraftPage
from services.reading.pages import CasePart, DossierPage, OfficerCasePage, Promise, StepChoice
from services.reading.working.marks import WORDS as MARKS
from services.reading.working.worklists import OVERDUE, WorkLine, WorklistPage
from web import history
from web.access import context
from web.i18n import gettext, plain
from workflows import slips
from workflows.bundle import Bundle
from workflows.language import Ask, Step
from workflows.machine import compiled
from workflows.vocabulary import Role
from workflows.words import Text

# So few working hours are "soon", as the watch tells the office (services/time/watch.py).
FEW_HOURS = 4
REFUSING = "refuse"
SYSTEMS = {
    "population-database": "Population database",
    "civil-status": "Civil-status system",
    "residence": "Residence system",
    "social-insurance": "Social-insurance system",
    "social-protection": "Social-protection system",
    "hospital": "Health data portal",
}


def init_app(app: Flask) -> None:
    """Give templates what turns a page of the services into what a component takes."""
    app.jinja_env.globals.update(
        task_rows=task_rows,
        log_events=log_events,
        history_events=history.history_events,
        dwelt_in_all=history.dwelt_in_all,
        rail_of=rail_of,
        views_of=views_of,
        mark_words=MARKS,
        due_of=due_of,
        steps_of=steps_of,
        members_of=members_of,
        citizen_steps=citizen_steps,
        relative_steps=relative_steps,
        system_name=system_name,
        errand=errand,
        slip_title=slip_title,
    )


def task_rows(draft: DraftPage) -> list[dict[str, str | None]]:
    """Return the sections as the task list draws them, and the last one: to check and submit."""
    words = {"done": gettext("Đã xong"), "started": gettext("Đang làm dở"), "todo": gettext("Chưa làm")}
    sections: list[dict[str, str | None]] = [
        {
            "title": plain(line.text),
            "hint": None,
            "href": url_for("citizen.section", slug=draft.slug, section=line.slug),
            "status": words[line.state],
            "tone": "none" if line.state == "done" else "info",
        }
        for line in draft.sections
    ]
    ready = not draft.problems
    last = {
        "title": gettext("Xem lại và nộp"),
        "hint": None if ready else gettext("Mở khi các phần trên đã xong."),
        "href": url_for("citizen.check", slug=draft.slug) if ready else None,
        "status": gettext("Chưa làm") if ready else gettext("Chưa làm được"),
        "tone": "info" if ready else "none",
    }
    return [*sections, _papers_row(draft), last]


def _papers_row(draft: DraftPage) -> dict[str, str | None]:
    """Return the part in which papers are attached; while answers are missing, more may come to be needed."""
    needed, attached = draft.papers
    answered = all(line.state == "done" for line in draft.sections)
    row: dict[str, str | None] = {
        "title": gettext("Đính kèm giấy tờ"),
        "hint": gettext("Cần %(needed)s giấy tờ, đã có %(attached)s.", needed=needed, attached=attached),
        "href": url_for("papers.page", slug=draft.slug),
        "status": gettext("Chưa làm"),
        "tone": "info",
    }
    if needed == 0 and not answered:
        hint = gettext("Các câu trả lời ở trên quyết định cần giấy tờ nào.")
        return {**row, "hint": hint, "status": gettext("Chưa làm được"), "tone": "none", "href": None}
    if needed == 0:
        hint = gettext("Các cơ sở dữ liệu đã có những gì cần.")
        return {**row, "hint": hint, "status": gettext("Không cần"), "tone": "none"}
    if needed == attached:
        return {**row, "status": gettext("Đã xong"), "tone": "none"}
    return {**row, "status": gettext("Đang làm dở")} if attached else row


def members_of(bundle: Bundle, part: Iterable[Text]) -> list[dict[str, str]]:
    """Return the procedures that take part, as the dots of an answer that serves several draw them."""
    law = context().registry
    return [
        {"code": code, "label": _inside_a_sentence(plain(p.short)), "tone": law.authority(p.authority).tone}
        for code, p in law.procedures_of(bundle).items()
        if p.text in part
    ]


def _inside_a_sentence(words: str) -> str:
    """Begin with a small letter, unless the words begin with an abbreviation."""
    return words if words[1:2].isupper() else f"{words[:1].lower()}{words[1:]}"


def rail_of(page: WorklistPage) -> list[dict[str, object]]:
    """Return the queues as the rail component draws them."""
    return [
        {
            "label": queue.text,
            "href": url_for("clerk.worklist", hang=queue.code),
            "count": queue.count,
            "current": queue.code == page.queue.code,
            "hot": queue.code == OVERDUE and queue.count > 0,
        }
        for queue in page.queues
    ]


def views_of(page: WorklistPage) -> list[dict[str, object]]:
    """Return the reader's saved views as the rail component draws them."""
    return [
        {
            "label": view.name,
            "href": url_for("clerk.worklist", hang=view.queue, q=view.words or None),
            "count": None,
            "current": bool(page.search) and (view.queue, view.words) == (page.queue.code, page.search),
            "hot": False,
        }
        for view in page.views
    ]


# --- what happened ----------------------------------------------------------------------------------


def log_events(page: DossierPage) -> list[dict[str, Any]]:
    """Return what happened to a dossier as its family reads it: of officers, the office is named."""
    offices = {plain(part.short): part.office for part in page.cases}
    return [
        {
            "at": line.at,
            "text": f"{plain(line.member)}: {plain(line.text)}" if line.member else plain(line.text),
            "who": offices.get(plain(line.member)) if line.by_officer and line.member else None,
            "system": not line.by_officer,
        }
        for line in page.log
    ]


def system_name(code: str) -> Text:
    """Call another agency's system as people do."""
    return Text(vi=AGENCIES.get(code, code), en=SYSTEMS.get(code, code))


def slip_title(code: str) -> Text:
    """Call an official slip by its title."""
    found = slips.slip(code)
    return found.title if found else Text(vi=code, en=code)


def errand(agency: str, about: str) -> Text:
    """Say what a message is about: the step that its answer takes."""
    for procedure in context().registry.procedures.values():
        effects = [e for start in procedure.starts for e in start.effects]
        effects += [e for step in procedure.steps for e in step.effects]
        for asked in (e for e in effects if isinstance(e, Ask) and (e.agency, e.about) == (agency, about)):
            if step := procedure.step(asked.answers[0].step):
                return step.text
    return Text(vi=about, en=about)


# --- what can be done -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DrawnStep:
    """A step of a case as the officer's column draws it; `page` when it has a page of its own."""

    step: StepChoice
    tone: str
    main: bool
    page: bool


def steps_of(page: OfficerCasePage) -> list[DrawnStep]:
    """Return the steps as an officer needs them: the way forward, the others, refusing, what is shut."""
    main = main_step(page.steps)
    shut = [step for step in page.steps if step.why_not]
    refusing = [step for step in page.steps if step.code == REFUSING and not step.why_not]
    others = [step for step in page.steps if step not in (*shut, *refusing) and step is not main]
    return [
        DrawnStep(step, _tone(step, main), step is main, bool(step.takes or step.corrects or step.decisive))
        for step in (*([main] if main else []), *others, *refusing, *shut)
    ]


def main_step(steps: Iterable[StepChoice]) -> StepChoice | None:
    """Choose the step that carries the case on: definitions list detours first and the way forward last.

    What asks for nothing goes before what asks for a reason; refusing is never the way.
    """
    open_ = [step for step in steps if not step.why_not and step.code != REFUSING]
    ranked = [step for step in open_ if not step.takes], [step for step in open_ if step.corrects], open_
    return next((found[-1] for found in ranked if found), None)


def _tone(step: StepChoice, main: StepChoice | None) -> str:
    if step is main:
        return ""
    return "danger" if step.code == REFUSING else "2"


def citizen_steps(page: DossierPage, part: CasePart) -> tuple[Step, ...]:
    """List what the requester may answer while a procedure waits; withdrawing has a way of its own."""
    return tuple(step for step in _steps_from(page, part) if step.by is Role.CITIZEN and step.signal is None)


def relative_steps(page: DossierPage, part: CasePart) -> tuple[Step, ...]:
    """List what somebody may answer whose consent is needed: to agree comes first."""
    return tuple(step for step in _steps_from(page, part) if step.by is Role.RELATIVE)


def _steps_from(page: DossierPage, part: CasePart) -> tuple[Step, ...]:
    law = context().registry
    procedure = law.procedure(law.bundle(page.bundle_key).member(part.member).procedure)
    return compiled(procedure).steps_from[part.state]


# --- how much time is left --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Left:
    """What the due component takes: how it stands, and the working hours that are left or over."""

    kind: str
    hours: float = 0


def due_of(owed: WorkLine | Promise) -> Left | None:
    """Say how something stands with its deadline; nothing where the calendar does not reach."""
    if owed.paused_since if isinstance(owed, Promise) else owed.paused:
        return Left("paused")
    if owed.due_at is None:
        return Left("none")
    if owed.hours is None:
        return None
    if owed.due_at < context().clock.now():
        return Left("overdue", -owed.hours)
    return Left("soon" if owed.hours <= FEW_HOURS else "later", owed.hours)
