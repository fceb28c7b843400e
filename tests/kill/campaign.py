"""One run: a product that is killed again and again, people who keep acting, and checks in between."""

import json
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from tests.kill.browser import Address
from tests.kill.driver import Filer, Officer, Person, Reporter
from tests.kill.evidence import Evidence, collect
from tests.kill.faulty_agencies import mixture, sent_again_after_kills
from tests.kill.invariants import Problem, check
from tests.kill.killer import START_SECONDS, Killer
from tests.kill.ledger import Ledger
from tests.kill.people import COMMUNE, COMMUNE_OFFICES, PROVINCE, PROVINCE_OFFICES, citizens
from tests.kill.shared import Options
from workflows.registry import registry

FILERS = 4
DRAIN_SECONDS = 90
# What is delayed for hours or days; nobody waits for it here (test_timers.py asks whether the watch keeps).
LATER = ("watch", "hop", "digest", "purge", "succession", "absence")


@dataclass
class Result:
    """What a run found, and the figures without which finding nothing would mean nothing."""

    problems: list[Problem] = field(default_factory=list)
    figures: dict[str, Any] = field(default_factory=dict)

    @property
    def kills(self) -> int:
        return int(self.figures["kills"])


class Campaign:
    """A product, the people around it, and its killer."""

    def __init__(self, options: Options, *, only: str = "", aim: str = "") -> None:
        """Make a run; with `only`, its checks apply that one rule, with `aim`, it kills at such moments."""
        self._folder, self._options, self._only = Path(options.folder), options, only
        self._rng = Random(options.seed)
        self._address, self._ledger = Address(), Ledger()
        self._killer = Killer(options, self._address, self._ledger, self._rng, aim=aim)
        self._began = time.monotonic()
        self._checks = 0

    def run(self, kills: int, every: int, *, drain: bool = True) -> Result:
        """Kill so many times, look after every few, and in the end let everything come to its end.

        It stops at the first problems that a check finds.
        """
        result = Result()
        try:
            self._killer.start()
            self._killer.wait()
            with self._people() as people:
                self._let_sign_in(len(people))
                result.problems = self._rounds(kills, every)
                if drain and not result.problems:
                    result.problems = self._drain(people)
        finally:
            self._address.close()
            result.figures = self._figures()
            self._killer.close()
        return result

    def _let_sign_in(self, people: int) -> None:
        """Give everybody the time to sign in: kills would hit little else."""
        end = time.monotonic() + START_SECONDS
        while self._ledger.counts["signed in"] < people and time.monotonic() < end:
            time.sleep(0.05)

    def _rounds(self, kills: int, every: int) -> list[Problem]:
        self._killer.kill()
        for nth in range(1, kills):
            self._killer.live_and_kill()
            if nth % every == 0 and (problems := self._look()):
                return problems
        return self._look()

    def _drain(self, people: list[Person]) -> list[Problem]:
        """Let the product live until all is done; what does not end by then is a problem of its own."""
        for person in people:
            if isinstance(person, Filer):
                person.filing_on = False
        self._killer.start()
        self._killer.wait()
        end = time.monotonic() + DRAIN_SECONDS
        while time.monotonic() < end and not self._all_done():
            time.sleep(0.3)
        self._address.close()
        self._killer.kill()
        return self._look(final=True)

    def _look(self, *, final: bool = False) -> list[Problem]:
        self._checks += 1
        self._evidence = collect(self._folder)
        return check(self._evidence, self._ledger, registry(), final=final, only=self._only)

    def _all_done(self) -> bool:
        open_things = (
            "SELECT count(*) FROM dossier WHERE state = 'in-progress'",
            "SELECT count(*) FROM message WHERE state IN ('waiting', 'acknowledged')",
            "SELECT count(*) FROM workflow_status WHERE status IN ('ENQUEUED', 'PENDING')",
        )
        with closing(sqlite3.connect(f"file:{self._folder / 'product.sqlite'}?mode=ro", uri=True)) as product:
            delayed = product.execute("SELECT workflow_uuid FROM workflow_status WHERE status = 'DELAYED'")
            if any(job.partition(":")[0] not in LATER for (job,) in delayed):
                return False
            return not any(product.execute(sql).fetchone()[0] for sql in open_things)

    @contextmanager
    def _people(self) -> Iterator[list[Person]]:
        """Let citizens, officers and agencies live, each in a thread of its own."""
        people = list(self._everybody())
        threads = [threading.Thread(target=person.live, name=person.name) for person in people]
        for thread in threads:
            thread.start()
        try:
            yield people
        finally:
            self._address.close()
            for thread in threads:
                thread.join(timeout=60)

    def _everybody(self) -> Iterator[Person]:
        numbers: Callable[[], int] = count(1).__next__
        for citizen in citizens(FILERS):
            yield Filer(self._address, self._ledger, citizen, numbers, Random(self._rng.random()))
        for user, office in self._officers():
            authority = office.partition(":")[0]
            yield Officer(self._address, self._ledger, user, authority, Random(self._rng.random()))
        if self._options.faults:
            yield Reporter(self._address, self._ledger, "the agencies", "", Random(self._rng.random()))

    def _officers(self) -> list[tuple[str, str]]:
        """List the clerks of the offices in use; two of the first, so that they meet over one case."""
        offices = [f"{one}:{COMMUNE}" for one in COMMUNE_OFFICES] + [
            f"{one}:{PROVINCE}" for one in PROVINCE_OFFICES
        ]
        with closing(sqlite3.connect(self._folder / "product.sqlite")) as product:
            rows = product.execute("SELECT id, office_id, roles FROM officer ORDER BY id").fetchall()
        clerks = [
            (user, office)
            for user, office, roles in rows
            if json.loads(roles) == ["clerk"] and office in offices
        ]
        seconds = [
            (user, office) for user, office, roles in rows if "leader" in roles and office == offices[0]
        ]
        return [*clerks, *seconds]

    def _figures(self) -> dict[str, Any]:
        gauge, ledger = self._killer.gauge, self._ledger
        figures: dict[str, Any] = {name: self._killer.hits[name] for name in HITS}
        figures |= {
            "acknowledged": ledger.acknowledged,
            "requests retried": ledger.counts["retried"],
            "forms replayed": ledger.counts["replayed"],
            "steps refused": sum(attempt.refused for attempt in ledger.of("step")),
            "reports brought": ledger.counts["reports"],
            "outages": ledger.counts["outages"],
            "jobs run": gauge["handled"],
            "jobs found interrupted": gauge["interrupted"],
            "interrupted jobs run again": gauge["recovered"],
            "checks": self._checks,
            "seconds": round(time.monotonic() - self._began),
        }
        if self._checks:
            figures |= _counted(self._evidence)
            faults = mixture(self._options.seed, self._options.faults)
            figures["absorbed since a kill had cut the call"] = sent_again_after_kills(
                self._evidence.repeats, faults
            )
        return figures


HITS = (
    "kills",
    "workers",
    "before it listened",
    "request in flight",
    "writing request in flight",
    "job running",
)


def _counted(evidence: Evidence) -> dict[str, int]:
    states = [row["state"] for row in evidence.rows["dossier"]]
    return {
        "repeats absorbed at the agencies": sum(evidence.repeats.values()),
        "effects at the agencies": len(evidence.effects),
        "dossiers": len(states) - states.count("draft"),
        "dossiers finished": states.count("finished"),
        "moves": sum(bool(line["state_before"]) for line in evidence.rows["journal"]),
        "messages": len(evidence.rows["message"]),
        "answers not applied": sum(row["step"] is None for row in evidence.rows["inbox"]),
    }
