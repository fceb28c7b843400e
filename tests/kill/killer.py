"""Starts products, kills them with -9 at moments of chance, and knows what each kill has hit."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from random import Random

from tests.kill.browser import Address
from tests.kill.ledger import Ledger
from tests.kill.shared import Gauge, Options

ROOT = Path(__file__).parents[2]
START_SECONDS = 30
USUAL_START_SECONDS = 0.25
SLOWEST_PACE = 2.0

# How the moment of a kill is chosen, and how often: in the start with its recovery, soon after it, while a
# writing request or a job runs, just after an acknowledgement, anywhere in a longer life.
WAYS = {"starting": 18, "soon": 18, "posts": 16, "jobs": 20, "submit": 8, "step": 6, "any": 14}
PATIENCE_SECONDS = 0.5  # for such a moment to come
AIMED_PATIENCE_SECONDS = 4.0  # when no other moment will do


class Died(AssertionError):
    """The product ended by itself; its log says why."""


class Killer:
    """The hands on the product's process."""

    def __init__(
        self, options: Options, address: Address, ledger: Ledger, rng: Random, *, aim: str = ""
    ) -> None:
        """Make a killer; with `aim`, one of `WAYS`, it waits for no other moment."""
        self._ways = {aim: 1} if aim else WAYS
        self._patience = AIMED_PATIENCE_SECONDS if aim else PATIENCE_SECONDS
        self._folder, self._ledger = Path(options.folder), ledger
        self._address, self._rng, self._gunicorn = address, rng, options.gunicorn
        self.gauge = Gauge(self._folder / "gauge")
        self.hits: Counter[str] = Counter()
        self._log = (self._folder / "product.log").open("ab")
        self._zygote = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", "tests.kill.child", json.dumps(asdict(options))],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
        )
        self._pid = 0
        self._pace = 1.0  # how slow this machine is just now, by how long a start takes

    # --- a life -----------------------------------------------------------------------------------

    def start(self) -> None:
        """Start a product; it is not ready yet."""
        self.gauge["port"] = 0
        self._pid = int(self._tell("spawn"))

    def wait(self) -> None:
        """Wait until the product listens, and let people reach it.

        Raises:
            Died: it ended before that.
        """
        began = time.monotonic()
        while not self.gauge["port"]:
            if time.monotonic() > began + START_SECONDS or self._ended_by_itself():
                os.kill(self._pid, signal.SIGUSR1)
                time.sleep(1)
                took = time.monotonic() - began
                raise Died(f"the product did not start in {took:.0f} s: {self.log()}")
            time.sleep(0.002)
        took = (time.monotonic() - began) / USUAL_START_SECONDS
        self._pace = 0.8 * self._pace + 0.2 * min(SLOWEST_PACE, max(1.0, took))
        self._address.move(self.gauge["port"])

    def kill(self) -> None:
        """Kill the product and everything it started; note what was running."""
        self.hits["kills"] += 1
        self.hits["before it listened"] += not self.gauge["port"]
        self._end()
        self.hits["request in flight"] += self.gauge["requests"] > 0
        self.hits["writing request in flight"] += self.gauge["posts"] > 0
        self.hits["job running"] += self.gauge["jobs"] > 0

    def close(self) -> None:
        """End the product, and then the process that starts products; neither outlives the run."""
        if self._pid:
            with suppress(ProcessLookupError):
                os.killpg(self._pid, signal.SIGKILL)
        self._zygote.communicate(timeout=10)
        self._log.close()
        self.gauge.close()

    def log(self) -> str:
        return (self._folder / "product.log").read_text()[-4000:]

    def _end(self) -> None:
        os.killpg(self._pid, signal.SIGKILL)
        self._address.move(None)
        status = int(self._tell("reap"))
        self._pid = 0
        if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
            raise Died(f"the product had ended by itself ({status}): {self.log()}")

    def _ended_by_itself(self) -> bool:
        status = Path(f"/proc/{self._pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        return status == "Z"

    def _tell(self, order: str) -> str:
        """Give the zygote an order and return its answer."""
        assert self._zygote.stdin is not None
        assert self._zygote.stdout is not None
        with suppress(BrokenPipeError):
            self._zygote.stdin.write(f"{order}\n")
            self._zygote.stdin.flush()
        answer = self._zygote.stdout.readline().strip()
        if not answer:
            raise Died(f"what starts products has ended ({self._zygote.wait(10)}): {self.log()}")
        return answer

    # --- the moment -------------------------------------------------------------------------------

    def live_and_kill(self) -> None:
        """Start a product, let it live for a while, and kill it."""
        way = self._rng.choices(list(self._ways), list(self._ways.values()))[0]
        self.start()
        if way == "starting":
            self._sleep(0, 0.4)
        else:
            self.wait()
            self._linger(way)
            if self._gunicorn:
                self._kill_worker()
                self._linger("any")
        self.kill()

    def _kill_worker(self) -> None:
        """Kill only the process that serves; its master starts another one."""
        worker = self.gauge["worker"]
        self.hits["workers"] += 1
        os.kill(worker, signal.SIGKILL)
        began = time.monotonic()
        while self.gauge["worker"] == worker:
            if time.monotonic() > began + START_SECONDS:
                raise Died(f"no new worker came: {self.log()}")
            time.sleep(0.002)

    def _linger(self, way: str) -> None:
        match way:
            case "soon":
                self._sleep(0, 0.3)
            case "any":
                self._sleep(0.2, 1.5)
            case "posts" | "jobs":
                self._sleep(0, 0.45)
                self._until(lambda: self.gauge[way] > 0)
                self._sleep(0, 0.03)
            case _:
                self._sleep(0, 0.45)
                before = self._ledger.counts[f"acknowledged {way}"]
                self._until(lambda: self._ledger.counts[f"acknowledged {way}"] > before)
                self._sleep(0, 0.005)

    def _sleep(self, least: float, most: float) -> None:
        time.sleep(self._pace * self._rng.uniform(least, most))

    def _until(self, now: Callable[[], bool]) -> None:
        """Wait for the moment, though not for ever."""
        end = time.monotonic() + self._pace * self._patience
        while not now() and time.monotonic() < end:
            time.sleep(0.001)
