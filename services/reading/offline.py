"""The product's database opened for reading only, for commands that run beside it."""

from typing import Any, NoReturn

from services.time.calendars import Calendars
from services.time.clock import SystemClock, random_ids
from services.unit_of_work import Context
from storage import schema
from storage.engine import close_engine, open_engine
from workflows.errors import NotFound
from workflows.registry import registry
from workflows.words import Text

NO_DATA = Text(
    vi="Ở đây chưa có dữ liệu. Hãy chạy sản phẩm một lần với thư mục này, hoặc chọn thư mục khác (--data).",
    en="There are no data here. Run the product once with this folder, or name another one (--data).",
)


class NoJobs:
    """Nothing is left to be done by somebody who only reads."""

    def enqueue(self, *_: Any, **__: Any) -> NoReturn:
        """Refuse.

        Raises:
            RuntimeError: always.
        """
        raise RuntimeError("this command reads only")


def open_reading(url: str) -> Context:
    """Return a context whose units of work read the product's database.

    Raises:
        NotFound: the product was never started with this database.
    """
    engine = open_engine(url)
    if not schema.is_there(engine):
        close_engine(engine)
        raise NotFound(text=NO_DATA)
    return Context(engine, registry(), Calendars(engine), NoJobs(), SystemClock(), random_ids)


def close(context: Context) -> None:
    """Let go of the database."""
    close_engine(context.engine)
