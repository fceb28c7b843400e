"""The pages of those who answer for deadlines: figures beside targets, and the lists behind them."""

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue

from services.reading.supervising import dashboards, index766, lists, outlooks
from services.reading.supervising.scope import PERIODS, Asked
from web.access import allow, reading
from web.i18n import gettext as _
from web.i18n import plain
from web.spreadsheet import as_csv
from workflows.vocabulary import Role

blueprint = Blueprint("supervisor", __name__, url_prefix="/giam-sat")


@blueprint.get("")
@allow(Role.SUPERVISOR)
def dashboard() -> ResponseReturnValue:
    """Show how dossiers and offices stand; a linked dossier counts once."""
    page = dashboards.dashboard(reading(), asked())
    return _shown("dashboard", page, periods=PERIODS)


@blueprint.get("/so-lieu.csv")
@allow(Role.SUPERVISOR)
def figures_csv() -> Response:
    """Give every figure beside its target as a table for spreadsheets."""
    page = dashboards.dashboard(reading(), asked())
    header = [_("Chỉ tiêu"), _("Giá trị"), _("Trên"), _("Chưa đạt"), _("Mục tiêu"), _("Nguồn")]
    rows = [
        [
            plain(one.measure.text),
            one.value,
            one.of,
            one.missed,
            plain(one.measure.target.text) if one.measure.target else "",
            one.measure.target.source.act if one.measure.target else "",
        ]
        for one in page.readings
    ]
    return as_csv("giam-sat.csv", header, rows)


@blueprint.get("/<measure>/ds")
@allow(Role.SUPERVISOR)
def figure(measure: str) -> ResponseReturnValue:
    """Show the dossiers behind a figure."""
    page = lists.file_list(reading(), measure, asked(), only=_only(), page=_page())
    return _shown("figure", page)


@blueprint.get("/<measure>/ds.csv")
@allow(Role.SUPERVISOR)
def figure_csv(measure: str) -> Response:
    """Give the dossiers behind a figure as a table for spreadsheets."""
    page = lists.file_list(reading(), measure, asked(), only=_only(), page=None)
    header = [
        *(_("Mã hồ sơ"), _("Nhóm thủ tục"), _("Thủ tục"), _("Trạng thái"), _("Cơ quan"), _("Người giữ")),
        *(_("Lý do"), _("Nộp lúc"), _("Hẹn trả"), _("Xong lúc"), _("Ngày làm việc"), _("Số đếm")),
        *(_("Đạt"), _("Đã xin lỗi lúc")),
    ]
    rows = [
        [
            *(line.number, plain(line.bundle), plain(line.procedure), plain(line.state), plain(line.office)),
            *(line.holder, plain(line.reason), line.submitted_at, line.due_at, line.ended_at, line.days),
            *(line.amount, _("Có") if line.kept else _("Không"), line.apologised_at),
        ]
        for line in page.lines
    ]
    return as_csv(f"{measure}.csv", header, rows)


@blueprint.get("/co-quan")
@allow(Role.SUPERVISOR)
def offices() -> ResponseReturnValue:
    """Show every office of the province, the worst first."""
    return _shown("offices", dashboards.offices(reading(), asked()))


@blueprint.get("/co-quan.csv")
@allow(Role.SUPERVISOR)
def offices_csv() -> Response:
    """Give the offices as a table for spreadsheets."""
    page = dashboards.offices(reading(), asked())
    header = [
        *(_("Cơ quan"), _("Hồ sơ"), _("Đang mở"), _("Đã xong"), _("Xong đúng hẹn")),
        *(_("Nửa số xong trong (ngày)"), _("Quá hạn")),
    ]
    rows = [
        [plain(line.text), line.files, line.open, line.finished, line.on_time, line.half, line.overdue]
        for line in page.offices
    ]
    return as_csv("co-quan.csv", header, rows)


@blueprint.get("/chi-so-766")
@allow(Role.SUPERVISOR)
def index() -> ResponseReturnValue:
    """Show what of index 766 can be computed from what happened here, and what cannot."""
    return _shown("index", index766.index_page(reading(), asked()))


@blueprint.get("/du-bao")
@allow(Role.SUPERVISOR)
def forecast() -> ResponseReturnValue:
    """Show the next ten working days of an office, with the error that such forecasts had before."""
    return _shown("forecast", outlooks.forecast_page(reading(), request.args.get("co-quan", "")))


def asked() -> Asked:
    """Read period, bundle and office from the address; what is not known there means all of it."""
    weeks = request.args.get("ky", default=PERIODS[0], type=int)
    return Asked(
        weeks=weeks if weeks in PERIODS else PERIODS[0],
        bundle=request.args.get("nhom", ""),
        office=request.args.get("co-quan", ""),
    )


def _shown(name: str, page: object, **more: object) -> str:
    """Show a page with what was asked for, so that its links keep it."""
    kept = {key: value for key in ("ky", "nhom", "co-quan") if (value := request.args.get(key))}
    return render_template(f"supervisor/{name}.html", page=page, kept=kept, **more)


def _only() -> bool:
    return request.args.get("loc") == "chua-dat"


def _page() -> int:
    return max(1, request.args.get("trang", default=1, type=int))
