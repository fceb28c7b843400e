"""What a file of one process hides: the same product on PostgreSQL, with several hands at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from services.access.actors import Actor
from services.agencies.fake import FakeAgency
from services.background import Background
from services.citizens import declarations
from services.demo.filings import BIRTH_FILING, DEATH_FILING, Filing
from services.demo.live_cases import STORIES
from services.demo.walkthrough import act_once, ended
from services.exchange.delivery import deliver, handlers
from services.officers import cases
from services.unit_of_work import Context
from storage import cases as case_rows
from storage import dossiers, journal, messages, people
from storage.base import metadata
from storage.cases import CaseRow
from storage.engine import close_engine, open_engine, read_transaction, write_transaction
from storage.messages import MessageRow
from storage.outputs import outputs_of
from storage.schema import upgrade
from storage.statements import Prepared
from tests.postgres.conftest import Place, new_database
from tests.postgres.server import TemporaryPostgres
from workflows.errors import ConcurrentChange, TransitionRefused
from workflows.vocabulary import Role

pytestmark = pytest.mark.postgres


def test_the_migrations_lead_to_the_models(postgres: TemporaryPostgres) -> None:
    engine = open_engine(new_database(postgres))
    upgrade(engine)
    with write_transaction(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    close_engine(engine)


@pytest.mark.parametrize("filing", [BIRTH_FILING, DEATH_FILING], ids=lambda filing: filing.slug)
def test_a_dossier_goes_from_filing_to_every_result(place: Place, filing: Filing) -> None:
    place.clock.advance(seconds=(filing.at - place.context.clock.now()).total_seconds())
    row = place.file(filing)
    for _ in range(60):
        place.run()
        if ended(place.context, row.id):
            break
        act_once(place.context, row.id)
        place.clock.advance(minutes=5)
    assert ended(place.context, row.id)
    with read_transaction(place.context.engine) as connection:
        assert len(outputs_of(connection, row.id)) >= 3


def together(*acts: Callable[[], object]) -> list[object]:
    """Do these acts at the same instant, each in a thread; return what each gave or raised."""
    gate = threading.Barrier(len(acts))
    given: list[object] = [None] * len(acts)

    def run(place: int, act: Callable[[], object]) -> None:
        gate.wait(timeout=20)
        try:
            given[place] = act()
        except Exception as error:
            given[place] = error

    threads = [threading.Thread(target=run, args=(place, act)) for place, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return given


def officer_of(context: Context, case: CaseRow) -> Actor:
    with read_transaction(context.engine) as connection:
        rows = people.officers_of(connection, case.office_id)
    row = next(row for row in rows if row.roles == [Role.CLERK.value])
    roles = frozenset(map(Role, row.roles))
    return Actor(row.id, row.name, roles, office_id=row.office_id, personal_id=row.personal_id)


def open_cases(context: Context, dossier_id: str) -> list[CaseRow]:
    with read_transaction(context.engine) as connection:
        return [case for case in case_rows.cases_of(connection, dossier_id) if case.ending is None]


def unsent(context: Context, dossier_id: str) -> list[MessageRow]:
    with read_transaction(context.engine) as connection:
        found = messages.messages_of(connection, dossier_id)
    return [message for message in found if message.state in ("waiting", "acknowledged")]


def test_officers_press_the_same_step_and_one_of_them_wins(place: Place) -> None:
    row = place.file(BIRTH_FILING)
    (case,) = open_cases(place.context, row.id)
    officer = officer_of(place.context, case)

    def accept() -> str:
        return cases.take_step(place.context.work(officer), case.id, "accept", {})

    given = together(*[accept] * 4)
    assert len([one for one in given if isinstance(one, TransitionRefused | ConcurrentChange)]) == 3, given
    with read_transaction(place.context.engine) as connection:
        assert [line.event for line in journal.lines_of(connection, row.id)].count("accept") == 1


def test_a_declaration_that_is_sent_several_times_at_once_is_one_dossier(place: Place) -> None:
    drafts = [
        declarations.start(place.context, place.agencies, BIRTH_FILING.actor, BIRTH_FILING.slug)
        for _ in range(2)
    ]
    assert len(set(drafts)) == 1
    row = place.file(BIRTH_FILING)
    submit = partial(declarations.submit, place.context, BIRTH_FILING.actor, row.id)
    numbers = {getattr(one, "number", one) for one in together(*[submit] * 4)}
    assert numbers == {row.number}
    assert len(open_cases(place.context, row.id)) == 1


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let a while pass between reading the cases of a dossier and writing: the others come in between."""
    quick = case_rows.cases_of

    def cases_of(connection: Connection, dossier_id: str) -> list[CaseRow]:
        found = quick(connection, dossier_id)
        threading.Event().wait(0.15)
        return found

    monkeypatch.setattr("services.linking.cases_of", cases_of)
    return monkeypatch


@pytest.mark.usefixtures("unhurried")
def test_members_that_end_in_one_instant_close_the_bundle(place: Place) -> None:
    assert list(_left_open(place)) == []


def test_without_the_one_lock_order_they_get_in_each_others_way(
    place: Place, unhurried: pytest.MonkeyPatch
) -> None:
    """Each member sees the other unfinished, or they collide: the check above must notice that."""
    unhurried.setattr(case_rows, "_READ_CASE", Prepared(case_rows._CASE_WITH_DOSSIER))
    unhurried.setattr(dossiers, "_DOSSIER_LOCKED", Prepared(dossiers._READ_DOSSIER))
    assert list(_left_open(place)) != []


def _left_open(place: Place) -> Iterator[str]:
    """End the last two members of some births at one instant; name those where that went wrong."""
    births = [filing for filing, _ in STORIES if filing.slug == "khai-sinh"]
    assert len(births) >= 3
    for filing in births:
        row = place.file(filing)
        last = _until_two_answers_are_left(place, row.id)
        given = together(*(partial(_deliver, place, message) for message in last))
        collided = any(isinstance(one, Exception) for one in given)
        if collided or not ended(place.context, row.id):
            yield filing.person.name


def _until_two_answers_are_left(place: Place, dossier_id: str) -> list[MessageRow]:
    """Carry a dossier to where only the answers to the police and to social insurance are awaited."""
    for _ in range(40):
        left = unsent(place.context, dossier_id)
        first = [m for m in left if m.agency in ("population-database", "civil-status")]
        for message in first:
            _deliver(place, message)
        if not first and act_once(place.context, dossier_id) is None:
            return left
    raise AssertionError("the dossier did not come so far")


def _deliver(place: Place, message: MessageRow) -> None:
    deliver(place.context, place.agencies, {"message_id": message.id})


def test_the_durable_engine_brings_a_message_once(place: Place) -> None:
    """Jobs in the same transaction as the step, on PostgreSQL, run by a worker of this process."""
    background = Background(
        place.context.engine, executor_id="test:postgres", application_version="1", poll_seconds=0.05
    )
    context = replace(place.context, jobs=background)
    for kind, handler in handlers(context, place.agencies).items():
        background.handle(kind, lambda payload, _id, handler=handler: handler(payload))
    row = replace(place, context=context).file(BIRTH_FILING)
    background.start()
    try:
        for _ in range(100):
            act_once(context, row.id)
            if ended(context, row.id):
                break
            threading.Event().wait(0.1)
    finally:
        background.stop()
    assert ended(context, row.id)
    sent = {message.id for message in _all_messages(context, row.id)}
    done = [
        e.key
        for agency in place.agencies.values()
        if isinstance(agency, FakeAgency)
        for e in agency.effects()
    ]
    assert sorted(sent) == sorted(done)


def _all_messages(context: Context, dossier_id: str) -> list[MessageRow]:
    with read_transaction(context.engine) as connection:
        return messages.messages_of(connection, dossier_id)
