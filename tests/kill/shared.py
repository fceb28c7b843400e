"""What the harness and the process that it kills share: options, and numbers that outlive the process."""

import mmap
import struct
import threading
from dataclasses import dataclass
from pathlib import Path

EXECUTOR = "web:1"
CITIZENS = 8

NAMES = (
    "port",  # where the child listens; 0 while it starts
    "worker",  # the process that listens, when it is not the one that was started
    "requests",  # being handled just now
    "posts",  # those of them that may write
    "jobs",  # running just now
    "starts",  # how often the product was started
    "seeded",  # whether the first start got as far as people and registers
    "interrupted",  # jobs that a start found interrupted, all starts together
    "recovered",  # those of them that were run again
    "handled",  # jobs run in all
)


@dataclass(frozen=True, slots=True)
class Options:
    """What the harness tells the process that starts products."""

    folder: str
    seed: int
    began: float  # the instant at which the clock of all products of this run started
    sabotage: str = ""
    faults: bool = True  # whether agencies misbehave; without, only kills make messages go twice
    gunicorn: bool = False


class Gauge:
    """Whole numbers by name, shared through a file; one process writes, any may read."""

    def __init__(self, path: Path) -> None:
        size = 8 * len(NAMES)
        if not path.exists():
            path.write_bytes(bytes(size))
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), size)
        self._lock = threading.Lock()

    def __getitem__(self, name: str) -> int:
        return int(struct.unpack_from("<q", self._map, 8 * NAMES.index(name))[0])

    def __setitem__(self, name: str, value: int) -> None:
        struct.pack_into("<q", self._map, 8 * NAMES.index(name), value)

    def add(self, name: str, by: int = 1) -> None:
        """Add to a number; threads of the one writing process take turns."""
        with self._lock:
            self[name] += by

    def close(self) -> None:
        """Let the file go."""
        self._map.close()
