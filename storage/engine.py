"""The database engine: how SQLite and PostgreSQL are opened, and the two kinds of transaction."""

import json
from functools import partial
from types import TracebackType
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import URL, Connection, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.pool import PoolProxiedConnection

# The busy time-out stands first: already the change to WAL must wait for other processes that start.
SQLITE_PRAGMAS = ("busy_timeout=30000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")

# SQLite readers have connections of their own. Switching query_only on a shared one would throw away
# every statement SQLite has prepared on it, which costs more than the reading itself.
_READERS: WeakKeyDictionary[Dialect, Engine] = WeakKeyDictionary()


def open_engine(url: str) -> Engine:
    """Return the engine of a SQLite file (``sqlite:///…``) or of a PostgreSQL database (``postgresql://…``).

    On SQLite every transaction takes the write lock at once, because one that reads first and writes
    later fails or loses updates as soon as two processes do it; only ``read_transaction`` begins plainly.
    Errors and logs never show the parameters of a statement: they are personal data.

    Raises:
        ValueError: the address is neither a SQLite file nor PostgreSQL.
    """
    address = make_url(url)
    match address.get_backend_name():
        case "sqlite" if address.database not in (None, "", ":memory:"):
            engine = _open_sqlite(address, "BEGIN IMMEDIATE", SQLITE_PRAGMAS)
            _READERS[engine.dialect] = _open_sqlite(address, "BEGIN", (*SQLITE_PRAGMAS, "query_only=ON"))
            return engine
        case "postgresql":
            return _open_postgresql(address.set(drivername="postgresql+psycopg"))
    raise ValueError(f"neither a SQLite file nor PostgreSQL: {address.render_as_string()}")


def close_engine(engine: Engine) -> None:
    """Close every pooled connection of the engine; the next transaction opens new ones."""
    engine.dispose()
    if reader := _READERS.get(engine.dialect):
        reader.dispose()


class Transaction:
    """One transaction on one pooled connection; leaving it rolls back whatever was not committed."""

    __slots__ = ("_connection", "_engine")

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def __enter__(self) -> Connection:
        connection = self._engine.connect()
        try:
            self._begin(connection)
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        return connection

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def _begin(self, connection: Connection) -> None:
        connection.begin()


class write_transaction(Transaction):
    """May write; commits when the block ends well, rolls back when it raises."""

    __slots__ = ()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._connection.commit()
        finally:
            self._connection.close()


class read_transaction(Transaction):
    """May only read: the database itself refuses to write in it. On SQLite it sees one snapshot."""

    __slots__ = ()

    def __init__(self, engine: Engine) -> None:
        super().__init__(_READERS.get(engine.dialect, engine))

    def _begin(self, connection: Connection) -> None:
        if connection.dialect.name == "postgresql":
            connection.execution_options(postgresql_readonly=True)
        connection.begin()


def _open_sqlite(address: URL, begin: str, pragmas: tuple[str, ...]) -> Engine:
    def set_up(driver: Any, record: object) -> None:
        driver.isolation_level = None  # the driver itself begins nothing
        for pragma in pragmas:
            driver.execute(f"PRAGMA {pragma}")

    def do_begin(pooled: PoolProxiedConnection) -> None:
        driver: Any = pooled.dbapi_connection
        driver.execute(begin)

    def do_commit(pooled: PoolProxiedConnection) -> None:
        driver: Any = pooled.dbapi_connection
        try:
            driver.commit()
        except BaseException:
            # SQLite keeps a transaction open that it could not commit, and SQLAlchemy takes it for ended:
            # the connection would go back to the pool with the write lock in its pocket.
            driver.rollback()
            raise

    engine = create_engine(address, **_common())
    event.listen(engine, "connect", set_up)
    # SQLAlchemy asks its dialect to begin and to commit. To answer here costs a third less than a "begin"
    # event, and DBOS, Alembic and every Session get the same answers.
    engine.dialect.do_begin = do_begin  # type: ignore[method-assign, assignment]
    engine.dialect.do_commit = do_commit  # type: ignore[method-assign, assignment]
    return engine


def _open_postgresql(address: URL) -> Engine:
    return create_engine(
        address,
        isolation_level="READ COMMITTED",
        # Asked at each transaction, so that a restarted database costs nobody an error page.
        pool_pre_ping=True,
        connect_args={"application_name": "khai-mot-lan", "connect_timeout": 10},
        **_common(),
    )


def _common() -> dict[str, Any]:
    return {
        "pool_size": 10,
        "max_overflow": 20,
        "hide_parameters": True,
        # Vietnamese text stays text in JSON columns.
        "json_serializer": partial(json.dumps, ensure_ascii=False, separators=(",", ":")),
    }
