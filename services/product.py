"""The product put together: rows, law, agencies, durable jobs. What `app.py` and the commands start from."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from services.agencies.contract import Agencies
from services.agencies.directory import demo_agencies
from services.background import Background
from services.calendar_seed import FIRST_YEAR, LAST_YEAR
from services.clock import Clock, Ids, SystemClock, random_ids
from services.delivery import Handler, handlers, report_dead
from services.demo import seed
from services.demo.live_cases import open_live_cases
from services.identity import hash_password
from services.jobs import Jobs
from services.reference import reference_lists
from services.unit_of_work import Context
from services.vault import Vault, open_vault
from storage import reference
from storage.engine import open_engine, read_transaction, write_transaction
from storage.schema import upgrade
from workflows.calendar import Calendar, CalendarDay, DayKind
from workflows.forms.lists import Lists
from workflows.registry import Registry, registry
from workflows.words import Text

VERSION = "1"  # of the durable jobs: changed only when old ones could no longer be run


@dataclass(frozen=True, slots=True)
class Product:
    """Everything a face needs: the context of its units of work, the agencies, the reference lists."""

    context: Context
    agencies: Agencies
    lists: Lists
    background: Background | None = None


def open_product(
    url: str, data: Path, *, executor_id: str, number_prefix: str, demo: bool, vault_keys: str = ""
) -> Product:
    """Open the product on its database, with durable jobs ready to be started.

    With `demo`, an empty database is filled with offices, officers, register data and some live cases.
    """
    engine = open_engine(url)
    upgrade(engine)
    agencies = demo_agencies(data / "agencies.sqlite")
    law = registry()
    if demo:
        fill(engine, law, agencies)
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
    )
    for kind, handler in handlers(context, agencies).items():
        background.handle(kind, _without_id(handler))
    lists = lists_of(engine)
    if demo:
        open_live_cases(context, agencies, lists)
    return Product(context, agencies, lists, background)


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
) -> Context:
    """Return the context of units of work on this database; without a vault, one that nobody keeps."""
    calendar = calendar_of(engine)
    vault = vault or Vault.of_this_process()
    return Context(engine, law, lambda: calendar, jobs, clock, ids, number_prefix, vault)


def fill(engine: Engine, law: Registry, agencies: Agencies) -> None:
    """Fill an empty database with the demo's offices, people and register data; once."""
    with write_transaction(engine) as connection:
        seed.seed(connection, law, hash_password, production=False)
    seed.register_data(agencies)


def calendar_of(engine: Engine) -> Calendar:
    """Read the calendar that administrators keep."""
    with read_transaction(engine) as connection:
        rows = reference.calendar_days(connection)
    days = tuple(
        CalendarDay(
            on=row.on,
            kind=DayKind(row.kind),
            reason=Text(vi=row.vi, en=row.en),
            source=row.source,
            provisional=row.provisional,
        )
        for row in rows
    )
    return Calendar(days=days, first_year=FIRST_YEAR, last_year=LAST_YEAR)


def lists_of(engine: Engine) -> Lists:
    """Read the reference lists that forms offer."""
    with read_transaction(engine) as connection:
        return reference_lists(reference.areas(connection))
