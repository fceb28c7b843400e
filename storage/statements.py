"""Statements on the tables, compiled once and run on the pooled driver connection: the hot path."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, TypeAlias, cast

from sqlalchemy import Connection, Delete, Dialect, Insert, Select, Update
from sqlalchemy.exc import DBAPIError, InvalidRequestError, MultipleResultsFound
from sqlalchemy.sql.compiler import SQLCompiler

Statement: TypeAlias = Select[Any] | Insert | Update | Delete
Processor: TypeAlias = Callable[[Any], Any]


class Prepared:
    """One statement on the tables, compiled at its first use and kept.

    SQLAlchemy spends most of the time of a small statement on finding its compiled form and on wrapping
    the result; this keeps the form and asks the driver. What is stored and what is read is the same:
    every value passes the type of its column. Every parameter is given by name; none is made up, so
    neither defaults of columns nor lists of changing length are supported.
    """

    __slots__ = ("_form", "_statement")

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        self._form: _Form | None = None

    def run(self, connection: Connection, /, **params: Any) -> int:
        """Run a statement that returns no rows; say how many rows it touched."""
        count: int = self._execute(connection, params)[1].rowcount
        return count

    def one(self, connection: Connection, /, **params: Any) -> tuple[Any, ...] | None:
        """Return the only row, or nothing.

        Raises:
            MultipleResultsFound: there is more than one row.
        """
        rows = self.all(connection, **params)
        if len(rows) > 1:
            raise MultipleResultsFound(f"{len(rows)} rows where at most one was expected")
        return rows[0] if rows else None

    def all(self, connection: Connection, /, **params: Any) -> list[tuple[Any, ...]]:
        """Return every row."""
        form, cursor = self._execute(connection, params)
        return form.read(cursor)

    def _execute(self, connection: Connection, params: dict[str, Any]) -> "tuple[_Form, Any]":
        if not connection.in_transaction():
            raise InvalidRequestError("a prepared statement runs inside a transaction only")
        form = self._form
        if form is None or form.dialect is not connection.dialect:
            form = self._form = _Form(self._statement, connection.dialect)
        driver: Any = connection.connection.dbapi_connection
        arguments = form.arguments(params)
        try:
            return form, driver.execute(form.sql, arguments)
        except connection.dialect.loaded_dbapi.Error as error:
            raise form.refusal(error) from error


class _Form:
    """What a statement has become for one dialect: its SQL, and the way in and out for its values."""

    __slots__ = ("_asked", "_constants", "_in", "_order", "_out", "_types", "dialect", "sql")

    def __init__(self, statement: Statement, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)
        asked = _asked(compiled)
        state = compiled.construct_expanded_state(dict.fromkeys(asked))
        ways: dict[str, Processor] = {**_ways_in(compiled), **state.processors}
        ready = {name: ways.get(name, _as_is)(value) for name, value in state.parameters.items()}
        self.dialect = dialect
        self.sql = state.statement
        self._asked = asked
        self._constants = {name: value for name, value in ready.items() if name not in asked}
        self._in = [(name, ways[name]) for name in asked if name in ways]
        self._order = None if state.positiontup is None else _picker(state.positiontup)
        self._types = [column.type.dialect_impl(dialect) for column in statement.exported_columns]
        self._out: list[tuple[int, Processor]] | None = None

    def arguments(self, given: dict[str, Any]) -> Any:
        """Return the values as the driver wants them: in order, or by name."""
        if given.keys() != self._asked:
            raise TypeError(f"the statement asks for {sorted(self._asked)}, not {sorted(given)}")
        for name, process in self._in:
            given[name] = process(given[name])
        values = given | self._constants if self._constants else given
        return values if self._order is None else self._order(values)

    def read(self, cursor: Any) -> list[tuple[Any, ...]]:
        """Return the rows with every value as its column's type gives it."""
        if self._out is None:
            self._out = self._ways_out(cursor.description)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        if not self._out:
            return rows
        return [self._row(row, self._out) for row in rows]

    def _ways_out(self, description: Any) -> list[tuple[int, Processor]]:
        """Find what each column's type does to the driver's values; numbers of PostgreSQL need its code."""
        ways: list[tuple[int, Processor]] = []
        for place, (kind, column) in enumerate(zip(self._types, description, strict=True)):
            if process := kind.result_processor(self.dialect, column[1]):
                ways.append((place, process))
        return ways

    @staticmethod
    def _row(row: tuple[Any, ...], ways: list[tuple[int, Processor]]) -> tuple[Any, ...]:
        values = list(row)
        for place, process in ways:
            values[place] = process(values[place])
        return tuple(values)

    def refusal(self, error: Exception) -> BaseException:
        """Return the error SQLAlchemy would have raised, without the values: they are personal data."""
        known = DBAPIError.instance(
            self.sql, None, error, self.dialect.loaded_dbapi.Error, dialect=self.dialect
        )
        return cast(BaseException, known)


def _asked(compiled: SQLCompiler) -> frozenset[str]:
    """Name the parameters a caller must give: those without a value, and columns that have a default."""
    defaults = {column.key for column in compiled.prefetch}
    asked = {name for name, bind in compiled.binds.items() if bind.required or name in defaults}
    if changing := [name for name in asked if compiled.binds[name].expanding]:
        raise InvalidRequestError(f"lists of changing length cannot be compiled once: {changing}")
    return frozenset(asked)


def _ways_in(compiled: SQLCompiler) -> dict[str, Processor]:
    """Find what the type of each parameter does to a value before the driver gets it."""
    ways: dict[str, Processor] = {}
    for name, bind in compiled.binds.items():
        if process := bind.type.dialect_impl(compiled.dialect).bind_processor(compiled.dialect):
            ways[name] = process
    return ways


def _as_is(value: Any) -> Any:
    return value


def _picker(names: Sequence[str]) -> Processor:
    if len(names) > 1:
        return itemgetter(*names)  # in C, and it keeps the order
    return lambda values: tuple(values[name] for name in names)
