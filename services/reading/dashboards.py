"""What a supervisor reads: how dossiers and offices stand. A bundle counts once (thống kê)."""

from dataclasses import dataclass

from services.unit_of_work import UnitOfWork
from storage import people, statistics
from workflows.errors import NotAllowed
from workflows.language import Role
from workflows.words import Text


@dataclass(frozen=True, slots=True)
class BundleLine:
    """One version of a bundle; `on_time` counts finished dossiers that kept their promised day."""

    text: Text
    version: str
    submitted: int
    running: int
    finished: int
    withdrawn: int
    overdue: int
    on_time: int


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """One office with open cases."""

    text: Text
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class DashboardPage:
    """Everything on the supervisor's page."""

    bundles: tuple[BundleLine, ...]
    offices: tuple[OfficeLine, ...]
    submitted: int


def dashboard(uow: UnitOfWork) -> DashboardPage:
    """Read how dossiers and offices stand now.

    Raises:
        NotAllowed: the person is no supervisor.
    """
    if Role.SUPERVISOR not in uow.actor.roles:
        raise NotAllowed(
            text=Text(vi="Trang này dành cho lãnh đạo giám sát.", en="This page is for supervisors.")
        )
    with uow:
        bundles = tuple(_bundle(uow, count) for count in statistics.by_bundle(uow.connection, uow.now))
        names = people.offices(uow.connection)
        offices = tuple(
            OfficeLine(
                Text(vi=names[line.office_id].vi, en=names[line.office_id].en), line.open, line.overdue
            )
            for line in statistics.by_office(uow.connection, uow.now)
        )
        return DashboardPage(bundles, offices, sum(line.submitted for line in bundles))


def _bundle(uow: UnitOfWork, count: statistics.BundleCount) -> BundleLine:
    bundle = uow.registry.bundle(count.bundle)
    return BundleLine(bundle.text, bundle.version, *count[1:])
