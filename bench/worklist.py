"""`python -m bench.worklist`: the whole page of the worklist, with very many open cases in one office.

The product itself, on SQLite and on PostgreSQL: one real birth is filed through its verbs, then copied with
names, codes, holders, deadlines and states of their own. Measured is the answer of the application to the
browser's request, from the session to the last byte of HTML: every queue's count, the page's lines with
their marks, the saved views. Before anything is timed, counts and searches are held against a plain count
in Python over all rows.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import insert, select, text

from app import create_app
from bench.figures import Spread, spread
from bench.filling import NAMES, SURNAMES, WAITS
from bench.report import machine
from config import Settings
from services.access import identity
from services.agencies.directory import demo_agencies
from services.demo.filing import file_declaration
from services.demo.filings import BIRTH_FILING
from services.product import Product, build_context, fill, lists_of
from services.time.clock import VirtualClock, random_ids
from services.virtual_jobs import VirtualJobs
from storage.cases import CaseRow
from storage.dossiers import DossierRow
from storage.engine import close_engine, open_engine, read_transaction, write_transaction
from storage.schema import upgrade
from tests.postgres.server import TemporaryPostgres
from web.access import TOKEN
from workflows.forms.cleaning import fold
from workflows.registry import registry

GOAL_MS = 150
READER, COLLEAGUE = "hotich.badinh", "lanhdao.hotich.badinh"
BATCH = 5_000
FOUND = re.compile(r'class="count[^"]*">([\d.]+)<')
LIST = "/can-bo/viec?hang="
ASKED = {
    **{queue: f"{LIST}{queue}" for queue in ("can-lam", "qua-han", "cua-toi", "chua-ai-nhan", "cho-bo-sung")},
    "cho-he-thong": f"{LIST}cho-he-thong",
    "tat-ca": f"{LIST}tat-ca",
    "tat-ca, the last page": f"{LIST}tat-ca&trang=99999",
    "a name with accents": f"{LIST}tat-ca&q=Đặng Gia Bảo",
    "a name without accents": f"{LIST}can-lam&q=dang gia bao",
    "a whole code": f"{LIST}tat-ca&q=K00.000.00-261119-0090000",
    "the tail of a code, small letters, no dots": f"{LIST}tat-ca&q=k0000000 26111900777",
    "a personal ID": f"{LIST}tat-ca&q=091000077123",
    "a name that nobody has": f"{LIST}tat-ca&q=khong ai ten the",
    "a case page, in the middle of its queue": "/can-bo/ho-so/{middle}?hang=tat-ca",
    "a case page, in the middle of a search": "/can-bo/ho-so/{found}?hang=tat-ca&q=dang gia bao",
}
PLACE = re.compile(r"hồ sơ (\d+) trên (\d+)")


Figures = tuple[Spread, float]  # milliseconds, and the median of those that the application itself worked


class Wrong(Exception):
    """The page says something else than a plain count."""


def main() -> int:
    """Measure both databases and print one table; the exit code is 1 when a count is wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.worklist", description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--looks", type=int, default=60)
    asked = parser.parse_args()
    print(machine(), file=sys.stderr)
    found: dict[str, dict[str, Figures]] = {}
    try:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            url = f"sqlite:///{Path(folder) / 'product.sqlite'}"
            found["SQLite"] = measure(url, Path(folder), asked.cases, asked.looks)
        with tempfile.TemporaryDirectory(prefix="bench-") as folder, TemporaryPostgres() as server:
            found["PostgreSQL"] = measure(server.url(), Path(folder), asked.cases, asked.looks)
    except Wrong as wrong:
        print(f"Nothing is timed: {wrong}", file=sys.stderr)
        return 1
    print(table(found))
    slow = [
        f"{base}: {what}"
        for base, all_ in found.items()
        for what, (s, _) in all_.items()
        if s.p95 > GOAL_MS and ASKED[what].startswith(LIST)
    ]
    for one in slow:
        print(f"Goal missed: {one}")
    return 0


def measure(url: str, folder: Path, cases: int, looks: int) -> dict[str, Figures]:
    """Fill one database, check what the pages say, and time them."""
    product = _open(url, folder)
    rows = list(_copies(product, cases))
    _store(product, rows)
    client = _signed_in(product, folder)
    check(client, [case for _, case in rows], product)
    addresses = _addresses(client, [case for _, case in rows])
    times: dict[str, list[float]] = {what: [] for what in ASKED}
    work: dict[str, list[float]] = {what: [] for what in ASKED}
    for number in range(looks + 2):
        for what, address in addresses.items():
            begin, worked = perf_counter(), process_time()
            answer = client.get(address)
            took, worked = perf_counter() - begin, process_time() - worked
            if answer.status_code != 200:
                raise Wrong(f"{what}: {answer.status}")
            if number > 1:
                times[what].append(took)
                work[what].append(worked)
    close_engine(product.context.engine)
    return {what: (spread(taken), median(work[what]) * 1000) for what, taken in times.items()}


def check(client: FlaskClient, cases: list[dict[str, Any]], product: Product) -> None:
    """Hold every count against a plain one.

    Raises:
        Wrong: one differs.
    """
    now = product.context.clock.now()
    queues: tuple[Callable[[dict[str, Any]], bool], ...] = (
        lambda case: case["waits_for"] == "officer",
        lambda case: case["due_at"] is not None and case["due_at"] < now,
        lambda case: case["officer_id"] == READER,
        lambda case: case["officer_id"] is None,
        lambda case: case["waits_for"] in ("citizen", "relative"),
        lambda case: case["waits_for"] == "agency",
        lambda case: True,
    )
    plain = [sum(map(queue, cases)) for queue in queues]
    shown = [int(one.replace(".", "")) for one in FOUND.findall(_read(client, ASKED["can-lam"]))]
    if shown != plain:
        raise Wrong(f"the queues say {shown}, a plain count {plain}")
    for what, address in ASKED.items():
        queue, _, typed = address.removeprefix(LIST).partition("&q=")
        if not typed or not address.startswith(LIST):
            continue
        terms = fold(typed).replace(".", "").replace("-", "").split()
        among = [case for case in cases if queue == "tat-ca" or queues[0](case)]
        found = sum(all(term in case["search_words"] for term in terms) for case in among)
        words = re.search(r"([\d.]+) hồ sơ, gần hạn nhất", _read(client, address))
        said = int(words[1].replace(".", "")) if words else 0
        if said != found:
            raise Wrong(f"{what}: the search says {said}, a plain search {found}")


def _addresses(client: FlaskClient, cases: list[dict[str, Any]]) -> dict[str, str]:
    """Put a case from the middle into the addresses of case pages, and hold its place against a plain sort.

    Raises:
        Wrong: the page tells another place.
    """
    named = [case for case in cases if all(term in case["search_words"] for term in ("dang", "gia", "bao"))]
    middles = {"middle": _in_order(cases), "found": _in_order(named)}
    names = {name: order[len(order) // 2] for name, order in middles.items()}
    addresses = {what: address.format_map(names) for what, address in ASKED.items()}
    for what, order in zip(list(ASKED)[-2:], middles.values(), strict=True):
        said = PLACE.search(_read(client, addresses[what]))
        if said is None or said.groups() != (str(len(order) // 2 + 1), str(len(order))):
            raise Wrong(f"{what}: it says {said and said[0]}, not {len(order) // 2 + 1} of {len(order)}")
    return addresses


def _in_order(cases: list[dict[str, Any]]) -> list[str]:
    """Return the ids as a queue has them: the nearest deadline first, those without one last."""
    dated = sorted((case["due_at"], case["id"]) for case in cases if case["due_at"] is not None)
    return [own for _, own in dated] + sorted(case["id"] for case in cases if case["due_at"] is None)


def _read(client: FlaskClient, address: str) -> str:
    return client.get(address).get_data(as_text=True)


def _open(url: str, folder: Path) -> Product:
    engine = open_engine(url)
    upgrade(engine)
    clock, law = VirtualClock(BIRTH_FILING.at), registry()
    agencies = demo_agencies(folder / "agencies.sqlite", clock)
    jobs = VirtualJobs(engine, clock)
    fill(engine, law, agencies)
    context = build_context(engine, law, jobs, clock, random_ids)
    return Product(context, agencies, lists_of(engine))


def _copies(product: Product, count: int) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """File one birth and give so many rows like it, of dossier and case, the filed ones left as they are."""
    context, chance = product.context, random.Random(4)
    filed = file_declaration(
        context, product.agencies, product.lists, BIRTH_FILING.actor, BIRTH_FILING.slug, BIRTH_FILING.answers
    )
    with read_transaction(context.engine) as connection:
        dossier = _row(connection.execute(select(DossierRow.__table__).where(DossierRow.id == filed.id)))
        case = _row(connection.execute(select(CaseRow.__table__).where(CaseRow.dossier_id == filed.id)))
    yield dossier, case
    for number in range(1, count):
        yield _copy(dossier, case, number, chance)


def _row(found: Any) -> dict[str, Any]:
    return dict(found.mappings().one())


def _copy(
    dossier: dict[str, Any], case: dict[str, Any], number: int, chance: random.Random
) -> tuple[dict[str, Any], dict[str, Any]]:
    name = f"{chance.choice(SURNAMES)} {chance.choice(NAMES)}"
    code, waits = f"K00.000.00-261119-{number:07d}", chance.choice(WAITS)
    own = {
        "id": f"{chance.getrandbits(128):032x}",
        "number": code,
        "subject": name,
        "subject_folded": fold(name),
        "event_key": f"event-{number}",
        "flags": ["duplicate-suspected"] if number % 17 == 0 else [],
    }
    # Of its own as well: the personal ID of the one who filed.
    words = case["search_words"].split(" ", 1)[1].replace(dossier["owner"], f"0910{number:08d}")
    paused = waits == "citizen"
    due = case["due_at"] + timedelta(minutes=chance.randrange(-3_000, 30_000))
    return {**dossier, **own}, {
        **case,
        "id": f"{chance.getrandbits(128):032x}",
        "dossier_id": own["id"],
        "waits_for": waits,
        "officer_id": chance.choice((None, READER, COLLEAGUE)),
        "due_at": None if paused else due,
        "paused_since": case["entered_at"] if paused else None,
        "search_words": f"{code.replace('.', '').replace('-', '').lower()} {fold(name)} {words}",
    }


def _store(product: Product, rows: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    engine = product.context.engine
    with write_transaction(engine) as connection:
        for start in range(1, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            connection.execute(insert(DossierRow), [dossier for dossier, _ in batch])
            connection.execute(insert(CaseRow), [case for _, case in batch])
    if engine.dialect.name == "postgresql":  # as autovacuum does by itself after a while
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _signed_in(product: Product, folder: Path) -> FlaskClient:
    app = create_app(Settings(data=folder), product, "for the bench only")
    client = app.test_client()
    token = identity.open_session(product.context, identity.OFFICER, READER)
    with client.session_transaction() as session:
        session[TOKEN] = token
    return client


def table(found: dict[str, dict[str, Figures]]) -> str:
    """Return the figures as a table for the README."""
    lines = [
        f"| ms | {' | '.join(f'{base}: p50, p95, p99; CPU' for base in found)} |",
        "|---|" + "---|" * len(found),
    ]
    for what in ASKED:
        cells = (all_[what] for all_ in found.values())
        row = " | ".join(f"{s.p50:.0f}, {s.p95:.0f}, {s.p99:.0f}; {cpu:.0f}" for s, cpu in cells)
        lines.append(f"| {what} | {row} |")
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
