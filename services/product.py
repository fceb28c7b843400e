"""The product put together: rows, law, agencies, durable jobs. What `app.py` and the commands start from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from services.access.identity import hash_password
from services.agencies.contract import Agencies
from services.agencies.directory import demo_agencies
from services.background import Background
from services.citizens import purging
from services.demo import seed
from services.demo.invitations import send_notices
from services.demo.live_cases import open_live_cases
from services.demo.newcomers import newcomers
from services.demo.stuck_case import open_stuck_case
from services.documents.keys import DemoAuthority, Seals
from services.exchange.delivery import Handler, handlers, report_dead
from services.jobs import Jobs
from services.jurisdiction import succession
from services.jurisdiction.competence import enter_known_areas
from services.money.gateway.contract import Gateway, NoGateway
from services.money.gateway.stand_in import StandInGateway
from services.reference import lists_on
from services.time.alarms import begin_digests
from services.time.calendars import Calendars
from services.time.clock import Clock, Ids, SystemClock, random_ids
from services.unit_of_work import Context, Staff, no_staff
from services.vault import Vault, open_vault
from storage import reference
from storage.engine import open_engine, read_transaction, write_transaction
from storage.schema import upgrade
from workflows.calendar import in_vietnam
from workflows.forms.lists import Lists
from workflows.registry import Registry, registry

VERSION = "1"  # of the durable jobs: changed only when old ones could no longer be run


@dataclass(frozen=True, slots=True)
class Product:
    """Everything a face needs: the context of its units of work, the agencies, the reference lists."""

    context: Context
    agencies: Agencies
    lists: Lists
    background: Background | None = None


def open_product(
    url: str,
    data: Path,
    *,
    executor_id: str,
    number_prefix: str,
    demo: bool,
    vault_keys: str = "",
    seals: Seals | None = None,
) -> Product:
    """Open the product on its database, with durable jobs ready to be started.

    With `demo`, an empty database is filled with offices, officers, register data and some live cases.
    """
    engine = open_engine(url)
    agencies, law = demo_agencies(data / "agencies.sqlite"), registry()
    _make_ready(engine, law, agencies, demo=demo)
    background = Background(
        engine,
        executor_id=executor_id,
        application_version=VERSION,
        on_dead=lambda *job: report_dead(context, *job),
    )
    context = build_context(
        engine,
        law,
        background,
        SystemClock(),
        random_ids,
        number_prefix=number_prefix,
        vault=open_vault(vault_keys, data),
        gateway=StandInGateway(data / "gateway.sqlite") if demo else NoGateway(),
        seals=seals or Seals(DemoAuthority(data / "signing")),
        staff=newcomers(law) if demo else no_staff,
    )
    _set_going(context, background, agencies)
    lists = lists_of(engine)
    if demo:
        _stage(context, agencies, lists, data)
    return Product(context, agencies, lists, background)


def _make_ready(engine: Engine, law: Registry, agencies: Agencies, *, demo: bool) -> None:
    """Bring the tables up to date, and enter what an empty database begins with: the demo, or areas."""
    upgrade(engine)
    if demo:
        fill(engine, law, agencies)
        return
    with write_transaction(engine) as connection:
        enter_known_areas(connection)


def _set_going(context: Context, background: Background, agencies: Agencies) -> None:
    """Say which function does which job, and arm the jobs that repeat every day."""
    for kind, handler in handlers(context, agencies).items():
        background.handle(kind, _without_id(handler))
    begin_digests(context)
    purging.arm(context)
    succession.arm(context)


def _stage(context: Context, agencies: Agencies, lists: Lists, data: Path) -> None:
    """Let the demonstration begin in the middle: cases under way, one that is stuck, notices sent."""
    if open_live_cases(context, agencies, lists):
        open_stuck_case(context, agencies, lists)
    send_notices(context, agencies, lists, data)


def _without_id(handler: Handler) -> Callable[[dict[str, Any], str], None]:
    """Fit a handler to the durable engine; our messages and timers carry their own keys."""
    return lambda payload, _job_id: handler(payload)


def build_context(
    engine: Engine,
    law: Registry,
    jobs: Jobs,
    clock: Clock,
    ids: Ids,
    *,
    number_prefix: str = "K00.000.00",
    vault: Vault | None = None,
    seals: Seals | None = None,
    gateway: Gateway | None = None,
    staff: Staff = no_staff,
) -> Context:
    """Return the context of units of work on this database; vault and seals not given are kept by nobody."""
    vault = vault or Vault.of_this_process()
    return Context(
        engine,
        law,
        Calendars(engine),
        jobs,
        clock,
        ids,
        number_prefix,
        vault,
        seals=seals or Seals(),
        gateway=gateway or NoGateway(),
        staff=staff,
    )


def fill(engine: Engine, law: Registry, agencies: Agencies) -> None:
    """Fill an empty database with the demo's offices, people and register data; once."""
    with write_transaction(engine) as connection:
        seed.seed(connection, law, hash_password, production=False)
    seed.register_data(agencies)


def lists_of(engine: Engine, today: date | None = None) -> Lists:
    """Read the reference lists that forms offer today; places that have ended keep their names."""
    with read_transaction(engine) as connection:
        return lists_on(reference.places(connection), today or in_vietnam(SystemClock().now()).date())
