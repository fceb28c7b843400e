from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import (
    JSON,
    Column,
    Integer,
    MetaData,
    Numeric,
    Select,
    Table,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError, InvalidRequestError, MultipleResultsFound, StatementError
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

from storage.engine import close_engine, open_engine, read_transaction, write_transaction
from storage.statements import Prepared

HANOI = timezone(timedelta(hours=7))


class Apart(SQLModel, registry=registry()):
    """Keeps the tables of this file out of the product's metadata."""


class LeafRow(Apart, table=True):
    """A row with every kind of value the product stores."""

    __tablename__ = "leaf"

    id: str = Field(primary_key=True)
    title: str | None
    number: int
    signed: bool
    due_at: datetime | None
    born_on: date | None
    price: Decimal | None = Field(sa_column=Column(Numeric(10, 2)))
    key: UUID | None
    facts: dict[str, Any] | None = Field(sa_column=Column(JSON(none_as_null=True)))
    row_version: int


LEAF: Table = LeafRow.__table__
FULL = {
    "id": "H-1",
    "title": "Đăng ký khai sinh cho trẻ em – thôn Bản Lướt, 100 %",
    "number": 7,
    "signed": True,
    "due_at": datetime(2026, 2, 17, 9, 30, 15, 123456, tzinfo=HANOI),
    "born_on": date(2026, 2, 10),
    "price": Decimal("12.50"),
    "key": UUID("6f1c0f0e-8c5e-4f57-9d0c-2f1f6d1f7a11"),
    "facts": {"họ tên": "Nguyễn Thị Lan", "trang": [1, None, True]},
    "row_version": 1,
}
EMPTY = dict.fromkeys(FULL) | {"id": "H-2", "number": 0, "signed": False, "row_version": 1}

ADD = Prepared(insert(LeafRow))
READ = Prepared(select(LeafRow).where(LEAF.c.id == bindparam("leaf_id")))
SIGN = Prepared(
    update(LeafRow)
    .where(LEAF.c.id == bindparam("leaf_id"), LEAF.c.row_version == bindparam("seen"))
    .values(signed=bindparam("signed"), due_at=bindparam("due"), row_version=LEAF.c.row_version + 1)
)


@pytest.fixture
def connection(tmp_path: Path):
    engine = open_engine(f"sqlite:///{tmp_path}/app.db")
    Apart.metadata.create_all(engine)
    with write_transaction(engine) as connection:
        yield connection
    close_engine(engine)


def plainly(connection, leaf_id: str) -> tuple[Any, ...]:
    return tuple(connection.execute(select(LEAF).where(LEAF.c.id == leaf_id)).one())


@pytest.mark.parametrize("row", [FULL, EMPTY], ids=["every value", "every null"])
def test_what_was_written_comes_back_as_sqlalchemy_reads_it(connection, row):
    assert ADD.run(connection, **row) == 1
    assert READ.one(connection, leaf_id=row["id"]) == plainly(connection, row["id"])
    assert READ.one(connection, leaf_id=row["id"]) == tuple(row.values())


@pytest.mark.parametrize("row", [FULL, EMPTY], ids=["every value", "every null"])
def test_what_sqlalchemy_wrote_comes_back_the_same(connection, row):
    connection.execute(insert(LEAF), row)
    assert READ.one(connection, leaf_id=row["id"]) == plainly(connection, row["id"]) == tuple(row.values())


def test_the_database_holds_the_same_bytes_as_sqlalchemy_writes(connection):
    ADD.run(connection, **FULL)
    connection.execute(insert(LEAF), FULL | {"id": "H-9"})
    ours, theirs = connection.exec_driver_sql("SELECT * FROM leaf ORDER BY id").all()
    assert ours[1:] == theirs[1:]


def test_instants_come_back_in_utc_and_days_and_flags_keep_their_type(connection):
    ADD.run(connection, **FULL)
    row = dict(zip(LEAF.c.keys(), READ.one(connection, leaf_id="H-1"), strict=True))
    assert row["due_at"].tzinfo is UTC
    assert row["due_at"].isoformat() == "2026-02-17T02:30:15.123456+00:00"
    assert type(row["born_on"]) is date
    assert row["signed"] is True
    assert type(row["price"]) is Decimal


def test_a_time_without_a_zone_is_refused(connection):
    with pytest.raises(ValueError, match="timezone"):
        ADD.run(connection, **FULL | {"due_at": datetime(2026, 2, 17, 9, 30)})  # noqa: DTZ001 - the fault itself
    assert READ.all(connection, leaf_id="H-1") == []


def test_an_update_counts_the_rows_it_touched(connection):
    ADD.run(connection, **FULL)
    due = datetime(2026, 3, 1, tzinfo=UTC)
    assert SIGN.run(connection, leaf_id="H-1", seen=1, signed=False, due=due) == 1
    assert SIGN.run(connection, leaf_id="H-1", seen=1, signed=True, due=due) == 0
    row = dict(zip(LEAF.c.keys(), plainly(connection, "H-1"), strict=True))
    assert (row["signed"], row["due_at"], row["row_version"]) == (False, due, 2)


def test_nothing_found_is_none(connection):
    assert READ.one(connection, leaf_id="H-404") is None


def test_two_rows_where_one_was_expected_are_refused(connection):
    ADD.run(connection, **FULL)
    ADD.run(connection, **EMPTY)
    every = Prepared(select(LEAF.c.id).order_by(LEAF.c.id))
    assert every.all(connection) == [("H-1",), ("H-2",)]
    with pytest.raises(MultipleResultsFound):
        every.one(connection)


def test_returning_expressions_and_fixed_lists_keep_their_types(connection):
    ADD.run(connection, **FULL)
    grow = Prepared(
        update(LEAF)
        .where(LEAF.c.id.in_(["H-1", "H-2"]), LEAF.c.signed == True)  # noqa: E712 - a column, not a value
        .values(number=LEAF.c.number + bindparam("more"))
        .returning(LEAF.c.number, LEAF.c.due_at)
    )
    assert grow.one(connection, more=5) == (12, FULL["due_at"])
    some = Prepared(select(func.count(LEAF.c.id), exists().where(LEAF.c.number > bindparam("least"))))
    assert some.one(connection, least=11) == (1, True)
    assert some.one(connection, least=12) == (1, False)
    assert Prepared(delete(LEAF).where(LEAF.c.number == 12)).run(connection) == 1


def test_one_parameter_may_stand_in_two_places(connection):
    ADD.run(connection, **FULL)
    found = Prepared(
        select(LEAF.c.id).where((LEAF.c.id == bindparam("x")) | (LEAF.c.title == bindparam("x")))
    )
    assert found.all(connection, x=FULL["title"]) == [("H-1",)]


@pytest.mark.parametrize("given", [{}, {"leaf_id": "H-1", "more": 1}, {"leafid": "H-1"}])
def test_parameters_are_neither_missing_nor_too_many(connection, given):
    with pytest.raises(TypeError, match=r"asks for \['leaf_id'\]"):
        READ.all(connection, **given)


def test_the_caller_s_values_stay_as_they_are(connection):
    row = dict(FULL)
    ADD.run(connection, **row)
    assert row == FULL


def test_defaults_of_columns_are_not_made_up(connection):
    table = Table(
        "state",
        MetaData(),
        Column("id", Integer, primary_key=True),
        Column("state", Integer, default=3, onupdate=4),
    )
    table.create(connection)
    change = Prepared(update(table).values(id=bindparam("new")))
    with pytest.raises(TypeError, match="state"):
        change.run(connection, new=1)
    assert change.run(connection, new=1, state=5) == 0


def test_lists_of_changing_length_are_refused(connection):
    some = Prepared(select(LEAF.c.id).where(LEAF.c.id.in_(bindparam("ids", expanding=True))))
    with pytest.raises(InvalidRequestError, match="changing length"):
        some.all(connection, ids=["H-1"])


def test_outside_a_transaction_nothing_runs(connection):
    with connection.engine.connect() as other, pytest.raises(InvalidRequestError, match="transaction"):
        ADD.run(other, **FULL)


def test_a_refusal_of_the_database_is_sqlalchemy_s_and_hides_the_values(connection):
    ADD.run(connection, **FULL)
    with pytest.raises(IntegrityError) as refusal:
        ADD.run(connection, **FULL)
    assert "Nguyễn" not in str(refusal.value)
    assert isinstance(refusal.value, StatementError)


def test_the_statement_is_compiled_once(connection):
    class CountedSelect(Select):
        inherit_cache = True
        compiled = 0

        def compile(self, *args, **kwargs):
            type(self).compiled += 1
            return super().compile(*args, **kwargs)

    prepared = Prepared(CountedSelect(LEAF.c.id).where(LEAF.c.id == bindparam("leaf_id")))
    for _ in range(3):
        assert prepared.all(connection, leaf_id="H-1") == []
    assert CountedSelect.compiled == 1


def test_one_statement_serves_several_databases(tmp_path):
    for name in ("one", "two", "one"):
        engine = open_engine(f"sqlite:///{tmp_path}/{name}.db")
        Apart.metadata.create_all(engine)
        with write_transaction(engine) as connection:
            ADD.run(connection, **FULL | {"id": f"H-{name}-{id(engine)}"})
        with read_transaction(engine) as connection:
            assert READ.one(connection, leaf_id=f"H-{name}-{id(engine)}")
        close_engine(engine)
