"""What a supervisor reads: how dossiers and offices stand. A bundle counts once (thống kê)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from services.jurisdiction.province import require_supervisor
from services.reading.supervising import sections
from services.reading.supervising.measures import BY_CODE, MEASURES, Reading
from services.reading.supervising.readings import readings
from services.reading.supervising.scope import Asked, View, look
from services.reading.supervising.sections import BundleLine, HopLine, OfficeLine, StayLine, Week
from services.unit_of_work import UnitOfWork
from storage import payments
from workflows.vocabulary import Standing
from workflows.words import Text

HEADLINES = ("dung-han", "nua-so", "qua-han", "bo-sung", "truc-tuyen")
ON_THE_PAGE = 10  # offices


@dataclass(frozen=True, slots=True)
class Needs:
    """What needs somebody: overdue by office, due today, stuck at hops, late without apology, refunds."""

    overdue: tuple[OfficeLine, ...]
    due_today: int
    hops: tuple[HopLine, ...]
    unapologised: int
    refunds: int


@dataclass(frozen=True, slots=True)
class DashboardPage:
    """Everything on the supervisor's page."""

    asked: Asked
    province: Text | None
    office: Text | None
    since: datetime
    now: datetime
    choices: tuple[tuple[str, Text], ...]  # the bundles one can ask for
    submitted: int
    headlines: tuple[Reading, ...]
    readings: tuple[Reading, ...]
    bundles: tuple[BundleLine, ...]
    stays: tuple[StayLine, ...]
    weeks: tuple[Week, ...]
    offices: tuple[OfficeLine, ...]
    office_count: int
    needs: Needs


@dataclass(frozen=True, slots=True)
class OfficesPage:
    """Every office of the province, the worst first."""

    asked: Asked
    province: Text | None
    office: Text | None
    since: datetime
    now: datetime
    offices: tuple[OfficeLine, ...]


def dashboard(uow: UnitOfWork, asked: Asked | None = None) -> DashboardPage:
    """Read how the dossiers and offices of the supervisor's province stand now.

    Raises:
        NotAllowed: the person is no supervisor.
        NotFound: the office that was asked for is none of the province.
    """
    require_supervisor(uow)
    with uow:
        view = look(uow, asked or Asked())
        read = {one.measure.code: one for one in readings_of(view)}
        offices = sections.offices(view)
        return DashboardPage(
            asked=view.asked,
            province=view.province,
            office=view.offices.get(view.asked.office),
            since=view.span.since,
            now=view.span.now,
            choices=choices(uow),
            submitted=len(view.tallies),
            headlines=tuple(read[code] for code in HEADLINES),
            readings=tuple(read.values()),
            bundles=sections.bundles(uow, view),
            stays=sections.stays(uow, view),
            weeks=sections.weeks(view),
            offices=offices[:ON_THE_PAGE],
            office_count=len(offices),
            needs=_needs(uow, view, offices, read),
        )


def offices(uow: UnitOfWork, asked: Asked) -> OfficesPage:
    """Read how every office of the province stands.

    Raises:
        NotAllowed, NotFound: as `dashboard`.
    """
    require_supervisor(uow)
    with uow:
        view = look(uow, asked)
        return OfficesPage(
            asked=asked,
            province=view.province,
            office=view.offices.get(asked.office),
            since=view.span.since,
            now=view.span.now,
            offices=sections.offices(view),
        )


def readings_of(view: View, codes: Iterable[str] | None = None) -> tuple[Reading, ...]:
    """Count every measure, or those with these codes, over what is looked at."""
    wanted = MEASURES if codes is None else tuple(BY_CODE[code] for code in codes)
    return readings(wanted, view.tallies, view.span)


def choices(uow: UnitOfWork) -> tuple[tuple[str, Text], ...]:
    """List the bundles that one can ask for, by the words of their newest version."""
    known = sorted(uow.registry.bundles.values(), key=lambda bundle: bundle.version)
    words = {bundle.code: bundle.text for bundle in known if bundle.standing is not Standing.BASELINE}
    return tuple(sorted(words.items()))


def _needs(uow: UnitOfWork, view: View, offices: tuple[OfficeLine, ...], read: dict[str, Reading]) -> Needs:
    return Needs(
        overdue=tuple(sections.loudest(offices)),
        due_today=read["han-hom-nay"].of,
        hops=sections.hops(view),
        unapologised=read["xin-loi"].missed,
        refunds=payments.count_owed(uow.connection, view.offices),
    )
