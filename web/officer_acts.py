"""What officers arrange besides the steps of a case: who holds it, notes, questions, bulk acts, absence."""

from collections.abc import Callable
from typing import Any, cast

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.officers import absences, bulk, claims, notes, opinions
from services.officers.bulk import Act, Wish
from services.reading import people
from services.reading.working import arrangements
from web.access import actor, allow, context, reading, unit_of_work
from web.came_from import carried
from web.forms import day as read_day
from web.forms import sent, shown_again
from web.i18n import gettext, plain
from workflows.errors import ConcurrentChange, NotAllowed, TransitionRefused
from workflows.vocabulary import Role
from workflows.words import Text

blueprint = Blueprint("officer_acts", __name__, url_prefix="/can-bo")
OFFICERS = (Role.CLERK, Role.LEADER)
LIST = "/can-bo/viec"
NO_DAY = Text(vi="Hãy chọn cả ngày đầu và ngày cuối.", en="Choose the first and the last day.")
NO_SIDE = Text(vi="Hãy chọn đồng ý hay không đồng ý.", en="Choose whether you agree.")


# --- one case -----------------------------------------------------------------------------------------


@blueprint.get("/ho-so/<case_id>/nguoi")
@allow(*OFFICERS)
def handover(case_id: str) -> ResponseReturnValue:
    """Show who works on a case, with the forms to hand it on, to note on it, and to ask about it."""
    return _page(case_id)


@blueprint.get("/ho-so/<case_id>/<any(nhan, 'tra-lai', giao, 'ghi-chu', 'y-kien'):act>")
@allow(*OFFICERS)
def not_done(case_id: str, act: str) -> ResponseReturnValue:
    """Lead a reloaded answer back to its form."""
    return redirect(url_for("officer_acts.handover", case_id=case_id, **_carried()), code=303)


@blueprint.get("/ho-so/<case_id>/y-kien/<opinion_id>")
@allow(*OFFICERS)
def not_answered(case_id: str, opinion_id: str) -> ResponseReturnValue:
    """Lead a reloaded answer back to its form."""
    return redirect(url_for("officer_acts.handover", case_id=case_id, **_carried()), code=303)


@blueprint.post("/ho-so/<case_id>/nhan")
@allow(*OFFICERS)
def claim(case_id: str) -> ResponseReturnValue:
    """Take a case that nobody holds; who was later reads who was first."""
    return _done(case_id, "", lambda: claims.claim(unit_of_work(), case_id), gettext("Nhận xử lý"))


@blueprint.post("/ho-so/<case_id>/tra-lai")
@allow(*OFFICERS)
def release(case_id: str) -> ResponseReturnValue:
    """Give a case back to all."""
    why = _typed("ly-do-tra")
    return _done(
        case_id,
        "ly-do-tra",
        lambda: claims.release(unit_of_work(), case_id, why),
        gettext("Trả lại hàng chung"),
    )


@blueprint.post("/ho-so/<case_id>/giao")
@allow(*OFFICERS)
def assign(case_id: str) -> ResponseReturnValue:
    """Hand a case to a colleague."""
    to, why = _typed("cho"), _typed("ly-do-giao")
    return _done(
        case_id,
        "ly-do-giao",
        lambda: claims.assign(unit_of_work(), case_id, to, why),
        gettext("Giao cho đồng nghiệp"),
    )


@blueprint.post("/ho-so/<case_id>/ghi-chu")
@allow(*OFFICERS)
def note(case_id: str) -> ResponseReturnValue:
    """Write an internal note; it stays as it is."""
    words = _typed("ghi-chu")
    return _done(
        case_id, "ghi-chu", lambda: notes.write(unit_of_work(), case_id, words), gettext("Ghi chú nội bộ")
    )


@blueprint.post("/ho-so/<case_id>/y-kien")
@allow(*OFFICERS)
def ask(case_id: str) -> ResponseReturnValue:
    """Ask a colleague for a second opinion."""
    of, question = _typed("hoi-ai"), _typed("cau-hoi")
    return _done(
        case_id,
        "cau-hoi",
        lambda: opinions.ask(unit_of_work(), case_id, of, question),
        gettext("Xin ý kiến thứ hai"),
    )


@blueprint.post("/ho-so/<case_id>/y-kien/<opinion_id>")
@allow(*OFFICERS)
def answer(case_id: str, opinion_id: str) -> ResponseReturnValue:
    """Answer a question that was put to the reader."""
    side, words = _typed("dong-y"), _typed("tra-loi")

    def give() -> None:
        if side not in ("co", "khong"):
            raise TransitionRefused(text=NO_SIDE)
        opinions.answer(unit_of_work(), case_id, opinion_id, agrees=side == "co", words=words)

    return _done(case_id, f"tra-loi-{opinion_id}", give, gettext("Trả lời ý kiến thứ hai"))


# --- many cases ---------------------------------------------------------------------------------------


@blueprint.post("/viec/hang-loat", endpoint="bulk")
@allow(*OFFICERS)
def bulk_act() -> ResponseReturnValue:
    """Do a reversible act with every marked case, after asking for what it still needs."""
    cases, act = request.form.getlist("case"), request.form.get("viec", "")
    wish = Wish(cast(Act, act), _typed("cho"), _typed("ly-do"))
    asked = "asked" in request.form
    if act not in bulk.ACTS:
        return redirect(_back(), code=303)
    if act != "claim" and not asked:
        return _ask_bulk(act, cases)
    try:
        done = bulk.do(context(), actor(), cases, wish)
    except TransitionRefused as error:
        return _ask_bulk(act, cases, plain(error.text)), 422
    return redirect(url_for("officer_acts.bulk_done", bulk_id=done, next=_back()), code=303)


@blueprint.get("/viec/hang-loat")
@allow(*OFFICERS)
def no_bulk() -> ResponseReturnValue:
    """Lead a reloaded bulk act back to the list."""
    return redirect(LIST, code=303)


@blueprint.get("/viec/hang-loat/<bulk_id>")
@allow(*OFFICERS)
def bulk_done(bulk_id: str) -> ResponseReturnValue:
    """Show what became of each case, with the way back while it is open."""
    return _bulk(bulk_id, "")


@blueprint.post("/viec/hang-loat/<bulk_id>")
@allow(*OFFICERS)
def undo_bulk(bulk_id: str) -> ResponseReturnValue:
    """Undo exactly those items that nobody has touched since."""
    try:
        bulk.undo(context(), actor(), bulk_id)
    except TransitionRefused as error:
        return _bulk(bulk_id, plain(error.text)), error.status
    return redirect(url_for("officer_acts.bulk_done", bulk_id=bulk_id, next=_back()), code=303)


# --- absence ------------------------------------------------------------------------------------------


@blueprint.get("/vang")
@allow(*OFFICERS)
def absence() -> ResponseReturnValue:
    """Show who of the office is away and who stands in."""
    return _absence({}, "")


@blueprint.post("/vang")
@allow(*OFFICERS)
def enter_absence() -> ResponseReturnValue:
    """Enter an absence with its delegate."""
    raw = sent()
    since, until = read_day(raw.get("tu-ngay", "")), read_day(raw.get("den-ngay", ""))
    if since is None or until is None:
        return _absence(raw, plain(NO_DAY)), 422
    who, delegate = raw.get("nguoi-vang") or actor().id, raw.get("nguoi-thay", "")
    try:
        moved = absences.enter(unit_of_work(), who, delegate, since, until, raw.get("ly-do", ""))
    except (TransitionRefused, NotAllowed) as error:
        return _absence(raw, plain(error.text)), 422 if error.status == 409 else error.status
    flash(gettext("Đã ghi thời gian vắng. Số hồ sơ chuyển ngay cho người được ủy quyền: %(n)s.", n=moved))
    return redirect(url_for("officer_acts.absence"), code=303)


@blueprint.get("/vang/<absence_id>")
@allow(*OFFICERS)
def not_ended(absence_id: str) -> ResponseReturnValue:
    """Lead a reloaded answer back to the list of absences."""
    return redirect(url_for("officer_acts.absence"), code=303)


@blueprint.post("/vang/<absence_id>")
@allow(*OFFICERS)
def end_absence(absence_id: str) -> ResponseReturnValue:
    """End an absence early, or call it off."""
    try:
        absences.end(unit_of_work(), absence_id)
    except TransitionRefused as error:
        return _absence({}, plain(error.text)), error.status
    flash(gettext("Đã kết thúc đợt vắng."))
    return redirect(url_for("officer_acts.absence"), code=303)


# --- pages --------------------------------------------------------------------------------------------


def _done(case_id: str, field: str, act: Callable[[], object], words: str) -> ResponseReturnValue:
    """Do one act on a case and lead back to where it was pressed, or show why not with what was typed."""
    try:
        act()
    except (TransitionRefused, ConcurrentChange, NotAllowed) as error:
        status = 422 if field and isinstance(error, TransitionRefused) else error.status
        return _page(case_id, field, plain(error.text)), status
    flash(words)
    return redirect(_back(url_for("clerk.case", case_id=case_id, **_carried())), code=303)


def _page(case_id: str, field: str = "", problem: str = "") -> str:
    page = people.people_page(reading(), case_id)
    errors = {field: problem} if field and problem else {}
    return render_template(
        "clerk/handover.html",
        page=page,
        carry=_carried(),
        typed=shown_again(sent()),
        errors=errors,
        problem="" if field else problem,
    )


def _ask_bulk(act: str, cases: list[str], problem: str = "") -> str:
    return render_template(
        "clerk/bulk_ask.html",
        act=act,
        cases=cases,
        colleagues=arrangements.colleagues_page(reading()),
        typed=shown_again(sent()),
        errors={"ly-do": problem} if problem else {},
        back=_back(),
    )


def _bulk(bulk_id: str, problem: str) -> str:
    page = arrangements.bulk_page(reading(), bulk_id)
    return render_template("clerk/bulk.html", page=page, problem=problem, back=_back())


def _absence(raw: dict[str, str], problem: str) -> str:
    return render_template(
        "clerk/absence.html",
        page=arrangements.absences_page(reading()),
        typed=shown_again(raw),
        errors={"nguoi-thay": problem} if problem else {},
    )


def _carried() -> dict[str, Any]:
    """Return the queue from which the officer came; it stands in the address of each form as well."""
    return carried(request.args)


def _back(otherwise: str = LIST) -> str:
    """Return the address that the form names to go on to, if it is a place of officers."""
    wanted = request.values.get("next", "")
    own = wanted.startswith("/can-bo/") and "\\" not in wanted and wanted.isprintable()
    return wanted if own else otherwise


def _typed(name: str) -> str:
    return request.form.get(name, "")
