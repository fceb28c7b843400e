"""The page that shows why the same work takes so many days one way and so few the other, and its numbers."""

import csv
from io import StringIO

from flask import Response, render_template, request
from flask.typing import ResponseReturnValue

from services.simulation.often import FEWEST, MOST
from services.simulation.timeline import TimelinePage, timeline_page
from web.access import context, public
from web.i18n import gettext as _
from web.i18n import plain
from web.often import as_csv, asked, often_of
from web.old_way import old_way_of
from web.public import blueprint

__all__ = ["blueprint", "old_way_of"]

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets take Vietnamese letters for something else


@blueprint.get("/mo-phong")
@public
def timeline() -> ResponseReturnValue:
    """Show two ways for one family side by side, on the day that is asked for."""
    page = _page()
    return render_template(
        "public/timeline.html",
        page=page,
        day=_day(page.axis_days),
        often=often_of(page),
        asked=asked(),
        least=FEWEST,
        most=MOST,
    )


@blueprint.get("/mo-phong/phan-bo.csv")
@public
def often_data() -> ResponseReturnValue:
    """Give the days of many families as a table for spreadsheets."""
    page = _page()
    return as_csv(page, often_of(page))


@blueprint.get("/mo-phong/du-lieu.csv")
@public
def timeline_data() -> ResponseReturnValue:
    """Give the same stretches as a table for spreadsheets."""
    page = _page()
    table = StringIO()
    writer = csv.writer(table)
    writer.writerow(
        [_("Cách làm"), _("Phiên bản"), _("Cơ quan"), _("Loại"), _("Việc"), _("Từ (ngày)"), _("Đến (ngày)")]
    )
    for way, lane, part in page.rows():
        names = [plain(way.scenario.text), way.bundle_key, plain(lane.label), part.kind, plain(part.label)]
        writer.writerow([*names, f"{part.start:.3f}", f"{part.end:.3f}"])
    name = f"mo-phong-{page.story.slug}.csv"
    return Response(
        BYTE_ORDER_MARK + table.getvalue(),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _page() -> TimelinePage:
    wanted = [request.args.get(name, "") for name in ("viec", "so-voi", "moi")]
    return timeline_page(context().registry, context().calendar(), *wanted)


def _day(last: int) -> int:
    """Return the day where the play-head stands; nothing said, or no number, is the finished picture."""
    day = request.args.get("day", default=last, type=int)
    return min(max(day, 0), last)
