"""How often the timeline is kept: the knobs of a reader, and the counted days as a file."""

import csv
from io import StringIO

from flask import Response, request

from services.simulation.often import Knobs, OftenPage, often_page
from services.simulation.timeline import TimelinePage
from web.access import context
from web.i18n import gettext as _
from web.i18n import plain

BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets take Vietnamese letters for something else
NAMES = ("viec", "so-voi", "moi", "late", "staff", "runs", "seed")


def often_of(page: TimelinePage) -> OftenPage:
    """Count many families on the two ways of a page, as the reader turned the knobs.

    Raises:
        CalendarEnds: a queue outgrows the proclaimed years.
    """
    turned = [request.args.get(name, type=int) for name in ("late", "staff", "runs", "seed")]
    ways = (page.before.scenario, page.after.scenario)
    return often_page(context().registry, context().calendar(), page.story, *ways, Knobs.within(*turned))


def asked() -> dict[str, str]:
    """Return what the reader chose, to ask for the same again elsewhere."""
    return {name: request.args[name] for name in NAMES if name in request.args}


def as_csv(page: TimelinePage, often: OftenPage) -> Response:
    """Give the histogram as a table for spreadsheets: how many families had everything on which day."""
    table = StringIO()
    writer = csv.writer(table)
    ways = (page.before.scenario.text, page.after.scenario.text)
    writer.writerow([_("Ngày làm việc"), *map(plain, ways)])
    counts = (often.before.counts, often.after.counts)
    for day in range(1, often.axis_days + 1):
        writer.writerow([day, *(days[day] if day < len(days) else 0 for days in counts)])
    name = f"phan-bo-{page.story.slug}.csv"
    return Response(
        BYTE_ORDER_MARK + table.getvalue(),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
