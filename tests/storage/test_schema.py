"""The migrations make exactly the tables that the models describe, also when several start at once."""

import subprocess
import sys
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from storage.base import metadata
from storage.engine import close_engine, open_engine, write_transaction
from storage.schema import configuration, upgrade

ROOT = Path(__file__).parents[2]


def test_the_migrations_lead_to_the_models(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'a.sqlite'}")
    upgrade(engine)
    with write_transaction(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    close_engine(engine)


def test_an_index_that_the_migrations_lack_would_be_noticed(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'b.sqlite'}")
    upgrade(engine)
    with write_transaction(engine) as connection:
        connection.exec_driver_sql("DROP INDEX ix_case_worklist")
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert [change[0] for change in compare_metadata(context, metadata)] == ["add_index"]
    close_engine(engine)


def test_there_is_one_head_and_the_files_are_numbered(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'c.sqlite'}")
    with write_transaction(engine) as connection:
        script = ScriptDirectory.from_config(configuration(connection))
    assert len(script.get_heads()) == 1
    names = sorted(path.name for path in (ROOT / "storage/migrations/versions").glob("*.py"))
    assert [name[:4] for name in names] == [f"{number:04d}" for number in range(1, len(names) + 1)]
    close_engine(engine)


def test_processes_that_start_together_upgrade_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'd.sqlite'}"
    code = (
        "from storage.engine import open_engine; from storage.schema import upgrade; "
        f"upgrade(open_engine({url!r}))"
    )
    starts = [
        subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stderr=subprocess.PIPE) for _ in range(4)
    ]
    answers = [start.communicate()[1] for start in starts]
    assert [start.returncode for start in starts] == [0, 0, 0, 0], answers
    engine = open_engine(url)
    assert set(metadata.tables) <= set(inspect(engine).get_table_names())
    close_engine(engine)
