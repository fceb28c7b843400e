"""Which dossiers a supervisor sees, and which of them were asked for: province, office, bundle, period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from services.jurisdiction.province import own_area, own_offices, require_supervisor
from services.reading.supervising import tallies
from services.reading.supervising.tallies import Picture
from services.reading.supervising.tally import CaseTally, Span, Tally
from services.unit_of_work import UnitOfWork
from storage import figures
from workflows.calendar import VIETNAM, in_vietnam
from workflows.errors import NotFound
from workflows.words import Text

PERIODS = (4, 12, 52)  # weeks
NO_SUCH_OFFICE = Text(vi="Không có cơ quan này trong tỉnh.", en="There is no such office in the province.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to look at: so many weeks back, one bundle or all, one office or all."""

    weeks: int = PERIODS[0]
    bundle: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at: the dossiers of the supervisor's province, narrowed to what was asked."""

    asked: Asked
    span: Span
    tallies: tuple[Tally, ...]
    offices: Mapping[str, Text]  # those of the province
    picture: Picture
    province: Text | None

    def own(self, tally: Tally) -> list[CaseTally]:
        """List the cases of a dossier that may be shown: in the province, and in the office asked for."""
        wanted = self.asked.office
        return [c for c in tally.cases if c.office_id in self.offices and wanted in ("", c.office_id)]


def look(uow: UnitOfWork, asked: Asked) -> View:
    """Find what a supervisor may see of what was asked, inside the open unit of work.

    Raises:
        NotAllowed: the person is no supervisor.
        NotFound: the office is none of the province.
    """
    require_supervisor(uow)
    offices = own_offices(uow)
    if asked.office and asked.office not in offices:
        raise NotFound(text=NO_SUCH_OFFICE)
    picture = tallies.picture(uow)
    wanted = frozenset([asked.office]) if asked.office else frozenset(offices)
    found = tuple(
        tally
        for tally in picture.tallies
        if (not asked.bundle or tally.bundle == asked.bundle) and not wanted.isdisjoint(tally.offices)
    )
    span = Span(since(uow.now, asked.weeks), uow.now)
    return View(asked, span, found, offices, picture, _named(uow, own_area(uow)))


def since(now: datetime, weeks: int) -> datetime:
    """Return the midnight in Vietnam with which a period of so many weeks up to today begins."""
    first = in_vietnam(now).date() - timedelta(days=7 * weeks - 1)
    return datetime.combine(first, time(), VIETNAM)


def _named(uow: UnitOfWork, area: str) -> Text | None:
    name = figures.province_name(uow.connection, area)
    return Text(vi=name, en=name) if name else None
