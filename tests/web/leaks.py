"""A dossier in which every declared fact is unmistakable, and a walk over everything that staff can open.

A planted value stands nowhere else in the product, so whoever reads it has read that fact.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from flask import Flask
from pypdf import PdfReader
from werkzeug.exceptions import HTTPException

from services import search_words
from services.access import actors
from services.demo.families import PEOPLE
from storage import documents, dossiers, messages, people
from storage.cases import CaseRow
from storage.engine import read_transaction, write_transaction
from storage.people import OfficerRow
from tests.bdd.town import Town
from tests.web.house import Guest
from workflows.forms.cleaning import fold
from workflows.vocabulary import Role
from workflows.words import Kind

__all__ = ["PEOPLE"]
STAFF = {Role.CLERK, Role.LEADER, Role.SUPERVISOR, Role.OPERATOR}
MOST_PAGES = 60  # of one person; a calendar has no last page
LINK = re.compile(r'(?:href|action|src|data-[\w-]+)="(/[^"#]*)')
FIRST_DAY = date(1921, 1, 1)
# A statement of who must agree must name somebody who exists, and these are counted with.
LEFT_ALONE = {"child.birth-date", "child.days-since-birth"}


@dataclass(frozen=True)
class Seen:
    """One answer that somebody got: where, and everything readable in it."""

    path: str
    text: str


def plant(town: Town) -> dict[str, tuple[str, ...]]:
    """Make each declared fact of the town's dossier unmistakable; return how each may be written."""
    row = town.file_row
    kinds = _kinds(town)
    values, written = dict(row.facts), {}
    for number, fact in enumerate(sorted(row.facts)):
        if fact not in LEFT_ALONE and (planted := _planted(kinds.get(fact), number)):
            values[fact], *others = planted
            written[fact] = tuple(str(one) for one in (values[fact], *others))
    subject = str(values[town.context.registry.declaration(row.declaration).subject])
    changed: dict[str, Any] = {"facts": values, "subject": subject, "subject_folded": fold(subject)}
    with write_transaction(town.context.engine) as connection:
        assert dossiers.change_dossier(connection, row.id, row.row_version, **changed)
    with town.context.work(actors.SYSTEM) as uow:
        search_words.refresh(uow, row.id)
    return written


def _planted(kind: Kind | None, number: int) -> tuple[Any, ...] | None:
    match kind:
        case Kind.NAME | Kind.TEXT | Kind.LONG_TEXT:
            return (f"Zq{number:03d}zq",)
        case Kind.PERSONAL_ID:
            return (f"0019{number:03d}77777",)
        case Kind.PHONE:
            return (f"0977{number:03d}777",)
        case Kind.EMAIL:
            return (f"zq{number:03d}@example.vn",)
        case Kind.BIRTH_NOTICE:
            return (f"77777.GCS.{number:05d}.26",)
        case Kind.DATE:
            day = FIRST_DAY + timedelta(days=number)
            return day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}"
        case _:
            return None


def _kinds(town: Town) -> dict[str, Kind]:
    law, row = town.context.registry, town.file_row
    asked = {q.fact: q.kind for q in law.declaration(row.declaration).questions()}
    needed = {i.fact: i.kind for p in law.procedures_of(law.bundle(row.bundle)).values() for i in p.inputs}
    return {**needed, **asked}


def allowed(town: Town, officer: OfficerRow, written: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return the planted facts that an officer may read.

    Those are the declared inputs, and the results, of the cases at their own office; and what another fact
    among those says too: the name on the birth certificate is the child's.
    """
    if not {Role.CLERK.value, Role.LEADER.value} & set(officer.roles):
        return set()
    said: list[str] = []
    for case in town.cases(town.dossier_id).values():
        if case.office_id == officer.office_id:
            procedure = town.context.registry.procedure(case.procedure)
            may = {needed.fact for needed in procedure.inputs}
            may |= {item.fact for output in procedure.outputs for item in output.items}
            facts = {**town.file_row.facts, **case.facts}
            said += [str(value) for fact, value in facts.items() if fact in may]
    return {fact for fact, forms in written.items() if any(forms[0] in value for value in said)}


def staff_of(town: Town, *others: str) -> list[OfficerRow]:
    """List everybody at the offices of the town's dossier, and the others by their user names."""
    offices = sorted({case.office_id for case in town.cases(town.dossier_id).values()})
    with read_transaction(town.context.engine) as connection:
        found = [row for office in offices for row in people.officers_of(connection, office)]
        named = [people.officer(connection, name) for name in others]
    assert all(named), others
    every = {row.id: row for row in (*found, *(row for row in named if row))}
    return list(every.values())


def walk(town: Town, someone: Guest) -> Iterator[Seen]:
    """Open every route of staff, filled with what belongs to the dossier, and whatever those pages link."""
    waiting, known = list(_addresses(town)), set()
    while waiting and len(known) < MOST_PAGES:
        path = waiting.pop(0)
        if (key := _key(town.app, path)) is None or key in known:
            continue
        known.add(key)
        answer = someone.get(path)
        text = _readable(answer.mimetype, answer.get_data())
        yield Seen(path, text)
        if answer.mimetype == "text/html" and answer.status_code == 200:
            waiting += [html.unescape(link) for link in LINK.findall(answer.get_data(as_text=True))]


def search(town: Town, someone: Guest, word: str) -> bool:
    """Say whether a search in the worklist finds the dossier by a word."""
    page = someone.client.get("/can-bo/viec", query_string={"hang": "tat-ca", "q": word}).get_data(
        as_text=True
    )
    return any(case.id in page for case in town.cases(town.dossier_id).values())


def found(
    seen: Iterable[Seen], written: Mapping[str, tuple[str, ...]], may: set[str]
) -> set[tuple[str, str]]:
    """List each fact that stands somewhere and may not, with the address where it stands."""
    hidden = {fact: forms for fact, forms in written.items() if fact not in may}
    return {
        (fact, one.path)
        for one in seen
        for fact, forms in hidden.items()
        if any(form.lower() in one.text.lower() for form in forms)
    }


def _addresses(town: Town) -> Iterator[str]:
    """Yield an address for each route that staff may open, once for each thing of the dossier it is about."""
    things = _things(town)
    with town.app.test_request_context():
        for rule in town.app.url_map.iter_rules():
            if "GET" not in (rule.methods or ()) or not _for_staff(town.app, rule.endpoint):
                continue
            wanted = set(rule.arguments)
            for thing in things if wanted else ({},):
                if wanted <= thing.keys():
                    yield town.app.url_for(rule.endpoint, **{name: thing[name] for name in wanted})


def _things(town: Town) -> list[dict[str, str]]:
    row, cases = town.file_row, town.cases(town.dossier_id).values()
    base = {"number": str(row.number), "code": str(row.number)}
    with read_transaction(town.context.engine) as connection:
        drawn = [(one.output_id, one.code) for one in _documents(connection, cases)]
        sent = [one.id for one in messages.messages_of(connection, row.id)]
    found = [base | {"case_id": case.id} for case in cases]
    for case in cases:
        steps = town.context.registry.procedure(case.procedure).steps
        found += [{"case_id": case.id, "step": step.code} for step in steps]
    found += [{"output_id": output_id} for output_id, _ in drawn]
    found += [{"message_id": message_id} for message_id in sent]
    return found


def _documents(connection: Any, cases: Iterable[CaseRow]) -> list[Any]:
    table = documents.DocumentRow.__table__  # type: ignore[attr-defined]
    return list(connection.execute(table.select()).all())


def _for_staff(app: Flask, endpoint: str) -> bool:
    roles = getattr(app.view_functions[endpoint], "allowed_roles", None)
    return endpoint.startswith("api.") or (bool(roles) and not roles.isdisjoint(STAFF))


def _key(app: Flask, path: str) -> tuple[object, ...] | None:
    """Return what makes an address a page of its own for this walk, or nothing when it is not for staff."""
    parts = urlsplit(path)
    try:
        endpoint, values = app.url_map.bind("localhost").match(parts.path, method="GET")
    except HTTPException:
        return None
    if not _for_staff(app, endpoint):
        return None
    query = tuple(sorted(name for name, _ in parse_qsl(parts.query)))
    return endpoint, tuple(sorted((name, str(value)) for name, value in values.items())), query


def _readable(mimetype: str | None, data: bytes) -> str:
    if mimetype == "application/pdf":
        return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    if mimetype is not None and mimetype.startswith("image/"):
        return ""
    return html.unescape(data.decode("utf-8", errors="replace"))
