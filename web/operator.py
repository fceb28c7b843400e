"""Pages of the operator's console: ways to agencies, messages, second persons, reconciliations, the log."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from services.operators import ending, reading, reconciling, resending
from services.operators.acts import ReasonMissing
from web.access import allow, product, unit_of_work
from web.access import reading as to_read
from web.forms import day as read_day
from web.forms import sent, shown_again
from web.i18n import gettext, plain
from workflows.errors import NotAllowed, TransitionRefused
from workflows.vocabulary import Role
from workflows.words import Text

blueprint = Blueprint("operator", __name__, url_prefix="/van-hanh")
REASON = "ly-do"
CHOOSE = Text(vi="Hãy chọn việc cần làm.", en="Choose what to do.")


@blueprint.get("")
@allow(Role.OPERATOR)
def links() -> ResponseReturnValue:
    """Show how the way to every agency stands."""
    return render_template("operator/links.html", page=reading.links_page(to_read(), product().agencies))


@blueprint.get("/thong-diep")
@allow(Role.OPERATOR)
def messages() -> ResponseReturnValue:
    """List the messages of one queue."""
    agency, queue = request.args.get("co-quan") or None, request.args.get("hang", "dead")
    return render_template(
        "operator/messages.html", page=reading.messages_page(to_read(), agency, queue, _page_number())
    )


@blueprint.get("/thong-diep/<message_id>")
@allow(Role.OPERATOR)
def message(message_id: str) -> ResponseReturnValue:
    """Show one message with what may be done about it."""
    return _message(message_id, {}, {})


@blueprint.post("/thong-diep/<message_id>")
@allow(Role.OPERATOR)
def act(message_id: str) -> ResponseReturnValue:
    """Send it again, stop waiting for it, or propose to end the waiting for good."""
    raw = sent()
    chosen, reason = raw.get("viec", ""), raw.get(REASON, "")
    try:
        match chosen:
            case reading.RESEND:
                resending.resend(unit_of_work(), message_id, reason)
                flash(gettext("Đã cho gửi lại cùng khóa."))
            case reading.STOP:
                resending.stop_waiting(unit_of_work(), message_id, reason)
                flash(gettext("Đã thôi chờ. Hồ sơ đang ở chỗ cán bộ."))
            case reading.END:
                ending.propose(unit_of_work(), message_id, reason)
                flash(gettext("Đã gửi đề nghị, chờ người thứ hai."))
            case _:
                chosen = ""
                raise ReasonMissing(text=CHOOSE)
    except TransitionRefused as error:
        return _message(message_id, raw, {f"{REASON}-{chosen}": plain(error.text)}), error.status
    return redirect(url_for("operator.message", message_id=message_id), code=303)


@blueprint.get("/cho-xac-nhan")
@allow(Role.OPERATOR)
def proposals() -> ResponseReturnValue:
    """List the proposals that wait for a second person."""
    return _proposals({}, {})


@blueprint.post("/cho-xac-nhan")
@allow(Role.OPERATOR)
def decide() -> ResponseReturnValue:
    """Confirm or decline a proposal."""
    raw = sent()
    proposal_id, confirm = raw.get("de-nghi", ""), raw.get("quyet-dinh") == "dong-y"
    try:
        ending.decide(unit_of_work(), proposal_id, confirm=confirm, reason=raw.get(REASON, ""))
    except (TransitionRefused, NotAllowed) as error:
        return _proposals(raw, {f"{REASON}-{proposal_id}": plain(error.text)}), error.status
    flash(gettext("Đã kết thúc việc chờ cơ quan.") if confirm else gettext("Đã ghi: không đồng ý."))
    return redirect(url_for("operator.proposals"), code=303)


@blueprint.get("/doi-soat")
@allow(Role.OPERATOR)
def reconciliations() -> ResponseReturnValue:
    """List the newest reconciliations, with the form of a further one."""
    return _reconciliations({}, {})


@blueprint.post("/doi-soat")
@allow(Role.OPERATOR)
def order() -> ResponseReturnValue:
    """Order a reconciliation with one agency over some days."""
    raw = sent()
    days = (read_day(raw.get("tu", "")), read_day(raw.get("den", "")))
    try:
        agency = raw.get("co-quan", "")
        run = reconciling.order(unit_of_work(), product().agencies, agency, *days, raw.get(REASON, ""))
    except reconciling.OrderWrong as error:
        return _reconciliations(raw, {error.field: plain(error.text)}), error.status
    except ReasonMissing as error:
        return _reconciliations(raw, {REASON: plain(error.text)}), error.status
    return redirect(url_for("operator.report", reconciliation_id=run), code=303)


@blueprint.get("/doi-soat/<reconciliation_id>")
@allow(Role.OPERATOR)
def report(reconciliation_id: str) -> ResponseReturnValue:
    """Show one reconciliation with its differences."""
    return _report(reconciliation_id, {}, {})


@blueprint.post("/doi-soat/<reconciliation_id>")
@allow(Role.OPERATOR)
def settle(reconciliation_id: str) -> ResponseReturnValue:
    """Note something about a difference, or have sent again what the agency never received."""
    raw = sent()
    message_id, words = raw.get("thong-diep", ""), raw.get(REASON, "")
    try:
        if raw.get("viec") == reading.RESEND:
            reconciling.send_missing(unit_of_work(), reconciliation_id, message_id, words)
            flash(gettext("Đã cho gửi lại cùng khóa."))
        else:
            reconciling.note(unit_of_work(), reconciliation_id, message_id, words)
            flash(gettext("Đã ghi chú."))
    except TransitionRefused as error:
        return _report(reconciliation_id, raw, {f"{REASON}-{message_id}": plain(error.text)}), error.status
    return redirect(url_for("operator.report", reconciliation_id=reconciliation_id), code=303)


@blueprint.get("/nhat-ky")
@allow(Role.OPERATOR, Role.SUPERVISOR)
def log() -> ResponseReturnValue:
    """Show what operators did."""
    return render_template("operator/log.html", page=reading.log_page(to_read(), _page_number()))


def _message(message_id: str, raw: dict[str, str], errors: dict[str, str]) -> str:
    page = reading.message_page(to_read(), message_id)
    return render_template("operator/message.html", page=page, typed=shown_again(raw), errors=errors)


def _proposals(raw: dict[str, str], errors: dict[str, str]) -> str:
    lines = reading.proposals(to_read())
    return render_template("operator/proposals.html", lines=lines, typed=shown_again(raw), errors=errors)


def _reconciliations(raw: dict[str, str], errors: dict[str, str]) -> str:
    page = reading.reconciliations_page(to_read(), product().agencies)
    return render_template("operator/reconciliations.html", page=page, typed=shown_again(raw), errors=errors)


def _report(reconciliation_id: str, raw: dict[str, str], errors: dict[str, str]) -> str:
    page = reading.report_page(to_read(), reconciliation_id, _page_number())
    return render_template("operator/report.html", page=page, typed=shown_again(raw), errors=errors)


def _page_number() -> int:
    return request.args.get("trang", 1, type=int)
