"""The product's database opened for reading only, for commands that run beside it."""

from typing import Any, NoReturn

from services.time.calendars import Calendars
from services.time.clock import SystemClock, random_ids
from services.unit_of_work import Context
from storage.engine import close_engine, open_engine
from workflows.registry import registry


class NoJobs:
    """Nothing is left to be done by somebody who only reads."""

    def enqueue(self, *_: Any, **__: Any) -> NoReturn:
        """Refuse.

        Raises:
            RuntimeError: always.
        """
        raise RuntimeError("this command reads only")


def open_reading(url: str) -> Context:
    """Return a context whose units of work read the product's database."""
    engine = open_engine(url)
    return Context(engine, registry(), Calendars(engine), NoJobs(), SystemClock(), random_ids)


def close(context: Context) -> None:
    """Let go of the database."""
    close_engine(context.engine)
