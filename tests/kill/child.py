"""The process that is killed: the real product over HTTP, with durable jobs inside; and who starts it.

`python -m tests.kill.child <options>` imports everything once, then forks one product for each line
"spawn" that it reads and tells its process id; "reap" waits for the last one and tells how it ended.

What differs from `python -m cli.serve`, and why:
- the clock starts on a fixed Monday, so that the law does not change under the test;
- waiting is shorter (jobs that try again, timers), so that minutes hold what weeks do otherwise;
- modules and templates are compiled once for all starts, so that a start takes a fraction of a second;
- agencies answer over a slow and faulty line, so that kills meet calls half done;
- addresses under `/-/` prepare drafts, bring an agency's reports and cut it off, as faces for the driver;
- numbers in a shared file say what runs, so that the harness knows what a kill has hit.
"""

import ctypes
import faulthandler
import gc
import json
import os
import signal
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

from argon2 import PasswordHasher
from jinja2 import FileSystemBytecodeCache
from sqlalchemy import update
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request as WebRequest
from werkzeug.wrappers import Response

import app
from cli import serve
from config import Settings
from services import background, product
from services.access import actors
from services.agencies import directory
from services.background import Background, Handler
from services.citizens import declarations
from services.demo.papers import attach_samples
from services.demo.seed import PASSWORD
from services.exchange import agency_replies, delivery, registers
from services.exchange.fake_faults import EVERYTHING
from services.jobs import TIMER
from services.product import Product
from services.unit_of_work import UnitOfWork
from storage import dossiers
from storage.engine import close_engine, open_engine, read_transaction, write_transaction
from storage.people import CitizenRow, OfficerRow
from storage.rows import add
from storage.schema import upgrade
from tests.kill import sabotages
from tests.kill.faulty_agencies import SILENCE_SECONDS, Line, mixture
from tests.kill.people import FIRST_DAY, citizens
from tests.kill.shared import CITIZENS, EXECUTOR, Gauge, Options
from workflows.forms import answers
from workflows.registry import registry

WAITING_SHRINKS = 0.05  # of what a job waits before it tries again
TIMERS_SHRINK = 4e-6  # of what a timer waits: seven working days are some three seconds
PR_SET_PDEATHSIG = 1


class ShiftedClock:
    """The machine's clock, moved so that the run began on the first day."""

    def __init__(self, began: float) -> None:
        self._began = began

    def now(self) -> datetime:
        start = datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, 2, tzinfo=UTC)
        return start + timedelta(seconds=time.time() - self._began)


class WatchedJobs(Background):
    """Counts the jobs that run, and those that run again after a crash."""

    gauge: Gauge
    _interrupted_ids: frozenset[str] = frozenset()

    def handle(self, kind: str, handler: Handler) -> None:
        def watched(payload: dict[str, Any], job_id: str) -> None:
            self.gauge.add("jobs")
            try:
                if job_id in self._interrupted_ids:
                    self.gauge.add("recovered")
                handler(payload, job_id)
                self.gauge.add("handled")
            finally:
                self.gauge.add("jobs", -1)

        super().handle(kind, watched)

    def start(self) -> None:
        left = self._interrupted(EXECUTOR)
        self._interrupted_ids = frozenset(background._job(row).job_id for row in left)
        self.gauge.add("interrupted", len(left))
        super().start()


class Faces:
    """The product's web application, with the addresses of the driver beside it."""

    def __init__(self, opened: Product, web: Any, gauge: Gauge) -> None:
        self._product, self._web, self._gauge = opened, web, gauge
        self._chance = Random(os.getpid())

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        writes = environ["REQUEST_METHOD"] == "POST"
        self._gauge.add("requests")
        self._gauge.add("posts", writes)
        try:
            # Read to the end here: what is counted as running has then run.
            return [b"".join(self._answer(environ, start_response))]
        finally:
            self._gauge.add("requests", -1)
            self._gauge.add("posts", -writes)

    def _answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        own = {"/-/prepare": self._prepare, "/-/report": self._report, "/-/outage": self._outage}.get(
            environ["PATH_INFO"]
        )
        if own is None:
            answer: Iterable[bytes] = self._web(environ, start_response)
            return answer
        body = json.loads(WebRequest(environ).get_data())
        return Response(json.dumps(own(body)), mimetype="application/json")(environ, start_response)

    def _prepare(self, body: dict[str, Any]) -> dict[str, str]:
        """Start a draft with these answers in it, as if typed page after page."""
        context, agencies = self._product.context, self._product.agencies
        for agency, register, number, items in body["records"]:
            agencies[agency].enter(register, number, items)  # type: ignore[attr-defined]
        owner = actors.citizen(body["personal_id"], body["name"])
        draft_id = declarations.start(context, agencies, owner, body["slug"])
        with read_transaction(context.engine) as connection:
            draft = dossiers.dossier(connection, draft_id)
        assert draft is not None
        form = context.registry.declaration(draft.declaration)
        today = context.calendar().local_date(context.clock.now())
        known = answers.prune(form, {**draft.answers, **body["answers"]}, filed_on=today)
        known = registers.fetch(agencies, form, known)
        known = answers.prune(form, known, filed_on=today)
        values = {"answers": known, "subject": str(known.get(form.subject, ""))}
        with write_transaction(context.engine) as connection:
            assert dossiers.change_dossier(connection, draft_id, draft.row_version, **values)
        attach_samples(context, owner, draft_id)
        return {"draft": draft_id}

    def _report(self, body: dict[str, Any]) -> dict[str, int]:
        """Let an agency report of its own accord what it did for some of its last messages."""
        agency: Any = self._product.agencies[body["agency"]]
        work = partial(self._product.context.work, actors.agency(body["agency"]))
        late = agency.effects()[-30:]
        some = self._chance.sample(late, min(2, len(late)))
        replies = [(effect.key, reply) for effect in some for reply in agency.reports(effect.key)]
        for key, reply in replies:
            agency_replies.receive(work(), key, reply)
        return {"reports": len(replies)}

    def _outage(self, body: dict[str, Any]) -> dict[str, bool]:
        """Let an agency be unreachable, or reachable again."""
        agency: Any = self._product.agencies[body["agency"]]
        (agency.go_down if body["down"] else agency.come_up)()
        return body


class Quiet(WSGIRequestHandler):
    """Answers without a line for each request."""

    def log(self, type: str, message: str, *args: Any) -> None:
        """Say nothing."""


def main() -> None:
    """Fork products until nobody asks for more; none of them outlives this process."""
    options = Options(**json.loads(sys.argv[1]))
    registry()
    import_module("dbos")  # the product loads it late
    gc.collect()
    gc.freeze()
    pid = 0
    for line in sys.stdin:
        if line.strip() == "spawn":
            pid = os.fork()
            if pid == 0:
                _become_product(options)
            os.setpgid(pid, pid)
            _say(pid)
        else:
            _say(os.waitpid(pid, 0)[1])
            pid = 0
    if pid:
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _become_product(options: Options) -> None:
    faulthandler.register(signal.SIGUSR1)  # by which the harness asks a product that does not start why
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    try:
        _serve(options)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(1)  # it was to run until killed


def _serve(options: Options) -> None:
    folder = Path(options.folder)
    gauge = Gauge(folder / "gauge")
    for name in ("port", "worker", "requests", "posts", "jobs"):
        gauge[name] = 0
    gauge.add("starts")
    _change_time_and_agencies(options, gauge)
    if options.sabotage:
        sabotages.install(options.sabotage)
    settings = Settings(data=folder)
    if not gauge["seeded"]:
        _settle_in(settings.url(), folder, options)
        gauge["seeded"] = 1
    opened = product.open_product(
        settings.url(), folder, executor_id=EXECUTOR, number_prefix=settings.number_prefix, demo=False
    )
    web = app.create_app(settings, opened, "k" * 48)
    (folder / "templates").mkdir(exist_ok=True)
    web.jinja_env.bytecode_cache = FileSystemBytecodeCache(str(folder / "templates"))
    faces = Faces(opened, web, gauge)
    if options.gunicorn:
        _serve_by_gunicorn(faces, opened, folder, gauge)
    assert opened.background is not None
    opened.background.start()
    server = make_server("127.0.0.1", 0, faces, threaded=True, request_handler=Quiet)
    gauge["worker"], gauge["port"] = os.getpid(), server.port
    server.serve_forever()


def _serve_by_gunicorn(faces: Faces, opened: Product, folder: Path, gauge: Gauge) -> None:
    """Serve as `cli.serve` does, on a socket of gunicorn's own choice."""

    class Announced(serve.Server):
        def load_config(self) -> None:
            super().load_config()
            start = self.cfg.post_worker_init

            def announced(worker: Any) -> None:
                gauge["requests"] = gauge["posts"] = gauge["jobs"] = 0
                start(worker)
                gauge["worker"], gauge["port"] = os.getpid(), worker.sockets[0].getsockname()[1]

            self.cfg.set("post_worker_init", announced)

    sys.argv = ["serve"]
    Announced(faces, opened, "127.0.0.1:0", folder, worker_inside=True).run()


def _change_time_and_agencies(options: Options, gauge: Gauge) -> None:
    chance = Random(os.getpid())

    def slow_agencies(path: Path) -> dict[str, Line]:
        known = directory.demo_agencies(path, ShiftedClock(options.began))
        return {code: Line(agency, chance) for code, agency in known.items()}

    WatchedJobs.gauge = gauge
    vars(product).update(
        SystemClock=partial(ShiftedClock, options.began),
        demo_agencies=slow_agencies,
        Background=partial(WatchedJobs, waits=(0.05,) * 4, poll_seconds=0.05),
    )
    delivery.POLL_SECONDS = 2 * WAITING_SHRINKS
    # A process that is killed every second has no job that is to blame for it.
    background.CRASHES_ALLOWED = 1_000_000
    delivery.SILENCE = timedelta(seconds=SILENCE_SECONDS)
    vars(import_module("dbos._workflow_commands"))["_BACKGROUND_JOBS_INTERVAL_SEC"] = 0.1
    wait, enqueue = background._wait, UnitOfWork.enqueue

    def enqueue_soon(uow: UnitOfWork, kind: str, *args: Any, delay_seconds: float = 0, **kwargs: Any) -> None:
        soon = delay_seconds * (TIMERS_SHRINK if kind == TIMER else 1)
        enqueue(uow, kind, *args, delay_seconds=soon, **kwargs)

    background._wait = lambda seconds, postponed: min(1.0, wait(seconds, postponed) * WAITING_SHRINKS)
    UnitOfWork.enqueue = enqueue_soon  # type: ignore[method-assign, assignment]


def _settle_in(url: str, folder: Path, options: Options) -> None:
    """Fill the files before the first start: the demonstration's offices and officers, the people who
    file here, with the same password, and how the agencies behave.

    Checking a password is made cheap here: kills are to hit other things.
    """
    engine, agencies = open_engine(url), directory.demo_agencies(folder / "agencies.sqlite")
    upgrade(engine)
    product.fill(engine, registry(), agencies)
    with write_transaction(engine) as connection:
        cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
        connection.execute(update(OfficerRow).values(password_hash=cheap))
        people = citizens(CITIZENS)
        rows = [CitizenRow(id=one.personal_id, password_hash=cheap, name=one.name) for one in people]
        add(connection, *rows)
    close_engine(engine)
    for agency in agencies.values():
        agency.plan(EVERYTHING, mixture(options.seed, options.faults))


if __name__ == "__main__":
    main()
