"""Numbers that outlive a killed process: a small file that the child writes and the harness reads."""

import mmap
import struct
import threading
from pathlib import Path

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
