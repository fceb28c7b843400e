import json
import threading
from pathlib import Path

import pytest
from sqlalchemy import JSON, Column, Engine, MetaData, String, Table, func, insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlmodel import Session

from storage.engine import close_engine, open_engine, read_transaction, write_transaction

TABLES = MetaData()
NOTE = Table("note", TABLES, Column("id", String, primary_key=True), Column("data", JSON(none_as_null=True)))


@pytest.fixture
def engine(tmp_path: Path):
    engine = open_engine(f"sqlite:///{tmp_path}/app.db")
    TABLES.create_all(engine)
    yield engine
    close_engine(engine)


def write(engine: Engine, note_id: str) -> None:
    with write_transaction(engine) as connection:
        connection.execute(insert(NOTE), {"id": note_id, "data": None})


def count(engine: Engine) -> int:
    with read_transaction(engine) as connection:
        return connection.scalar(select(func.count()).select_from(NOTE)) or 0


def pragma(engine: Engine, name: str) -> object:
    with write_transaction(engine) as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_sqlite_is_set_up_to_lose_nothing(engine):
    names = ("journal_mode", "synchronous", "busy_timeout", "foreign_keys", "query_only")
    assert [pragma(engine, name) for name in names] == ["wal", 2, 30000, 1, 0]


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://host/base"])
def test_other_databases_are_refused(url):
    with pytest.raises(ValueError, match="neither a SQLite file nor PostgreSQL"):
        open_engine(url)


def test_the_address_in_a_refusal_hides_the_password():
    with pytest.raises(ValueError, match="neither") as refusal:
        open_engine("mysql://app:mat-khau@host/base")
    assert "mat-khau" not in str(refusal.value)


def test_a_block_that_ends_well_is_committed(engine):
    write(engine, "a")
    assert count(engine) == 1


def test_a_block_that_raises_is_rolled_back(engine):
    def write_and_fail() -> None:
        with write_transaction(engine) as connection:
            connection.execute(insert(NOTE), {"id": "a"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert count(engine) == 0


def test_a_session_on_the_connection_belongs_to_the_transaction(engine):
    with write_transaction(engine) as connection, Session(bind=connection) as session:
        session.execute(insert(NOTE), {"id": "a"})
        session.flush()
    assert count(engine) == 1


def test_a_writer_takes_the_lock_before_its_first_statement(engine, tmp_path):
    other = open_engine(f"sqlite:///{tmp_path}/app.db")
    with other.connect() as impatient:
        impatient.connection.dbapi_connection.execute("PRAGMA busy_timeout=1")
    with (
        write_transaction(engine),
        pytest.raises(OperationalError, match="locked"),
        write_transaction(other),
    ):
        pass
    close_engine(other)


def test_every_transaction_of_the_engine_takes_the_lock_at_once(engine):
    with engine.begin() as connection:
        assert connection.connection.dbapi_connection.in_transaction


def test_a_reader_works_beside_an_open_writer_and_sees_what_was_committed(engine):
    write(engine, "a")
    with write_transaction(engine) as connection:
        connection.execute(insert(NOTE), {"id": "b"})
        assert count(engine) == 1
    assert count(engine) == 2


def test_a_reader_keeps_its_snapshot(engine):
    with read_transaction(engine) as connection:
        before = connection.scalar(select(func.count()).select_from(NOTE))
        write(engine, "a")
        assert connection.scalar(select(func.count()).select_from(NOTE)) == before


def test_the_database_itself_refuses_to_write_for_a_reader(engine):
    with read_transaction(engine) as connection, pytest.raises(OperationalError, match="readonly"):
        connection.execute(insert(NOTE), {"id": "a"})
    write(engine, "a")
    assert count(engine) == 1


def test_threads_that_read_and_then_write_lose_nothing(engine):
    write(engine, "start")

    def add(name: str) -> None:
        for number in range(25):
            with write_transaction(engine) as connection:
                seen = connection.scalar(select(func.count()).select_from(NOTE))
                connection.execute(insert(NOTE), {"id": f"{name}{number}", "data": seen})

    threads = [threading.Thread(target=add, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with read_transaction(engine) as connection:
        seen = connection.scalars(select(NOTE.c.data).where(NOTE.c.data.is_not(None))).all()
    assert sorted(seen) == list(range(1, 101))


def test_errors_do_not_show_the_values(engine):
    write(engine, "Nguyễn Thị Lan")
    with pytest.raises(IntegrityError) as problem:
        write(engine, "Nguyễn Thị Lan")
    assert "Lan" not in str(problem.value)


def test_vietnamese_text_stays_readable_in_json(engine):
    with write_transaction(engine) as connection:
        connection.execute(insert(NOTE), {"id": "a", "data": {"lý do": "thiếu giấy"}})
        stored = connection.scalar(text("SELECT data FROM note"))
    assert stored == '{"lý do":"thiếu giấy"}'
    assert json.loads(stored) == {"lý do": "thiếu giấy"}


def test_a_failed_commit_leaves_the_pool_usable(engine):
    with engine.connect() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE part (id INTEGER PRIMARY KEY, whole TEXT"
            " REFERENCES note(id) DEFERRABLE INITIALLY DEFERRED)"
        )
        connection.commit()
    with pytest.raises(DBAPIError), write_transaction(engine) as connection:
        connection.exec_driver_sql("INSERT INTO part VALUES (1, 'nowhere')")
    write(engine, "a")
    assert count(engine) == 1


def test_postgresql_is_opened_with_its_own_driver_and_without_connecting():
    engine = open_engine("postgresql://app@localhost/khai")
    assert engine.url.drivername == "postgresql+psycopg"
    assert engine.dialect.name == "postgresql"
