"""What operators may do, what they may not, and that nothing of it is lost, done twice or kept quiet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from services.access import actors, permissions
from services.access.actors import Actor
from services.agencies.contract import Record, Reply, Request
from services.agencies.fake import FakeAgency
from services.demo.families import PEOPLE
from services.demo.operators import CENTRE
from services.exchange import agency_replies
from services.exchange.fake_faults import delays
from services.jobs import RECONCILE
from services.operators import acts, ending, reading, reconciling, resending
from services.operators.judging import (
    COULD_NOT_ASK,
    DIFFERENT_THERE,
    MATCHES,
    MISSING_HERE,
    MISSING_THERE,
    Said,
    judge,
)
from services.unit_of_work import UnitOfWork
from storage import journal, messages, operations
from storage.engine import read_transaction, write_transaction
from storage.messages import InboxRow, MessageRow
from tests.bdd import shortcuts
from tests.bdd.town import Town
from tests.bdd.words import Desk
from workflows.errors import AgencyUnavailable, NotAllowed, TransitionRefused
from workflows.vocabulary import Role

MAI = next(person for person in PEOPLE if person.name == "Trần Thị Mai")
FIRST, SECOND = (
    Actor(name, name, frozenset({Role.OPERATOR}), office_id=CENTRE, personal_id=number)
    for name, number in (("vanhanh1", "001181950001"), ("vanhanh2", "001080950002"))
)
POPULATION = "population-database"
WHY = "Cơ quan báo đã thông đường truyền"
AT = datetime(2026, 11, 20, 2, tzinfo=UTC)


@pytest.fixture
def asked(town: Town) -> str:
    """Let the office ask for a personal ID that will not come today; return the message after an hour."""
    town.agencies[POPULATION].plan("personal-id.assign", delays(seconds=6 * 3600))
    shortcuts.file(town, "khai-sinh", MAI, shortcuts.answers(town, "khai-sinh", MAI))
    for step in ("Tiếp nhận", "Xin số định danh cá nhân"):
        shortcuts.take(town, Desk("civil-status"), step, {})
    town.run_until(town.clock.now() + timedelta(hours=1))
    return sent(town).id


def sent(town: Town) -> MessageRow:
    with read_transaction(town.context.engine) as connection:
        return messages.messages_of(connection, town.dossier_id)[0]


def state(town: Town) -> str:
    return town.case("Khai sinh").state


def propose(town: Town, message_id: str) -> str:
    ending.propose(town.context.work(FIRST), message_id, WHY)
    with read_transaction(town.context.engine) as connection:
        return operations.undecided(connection, message_id)[0].id


# --- who ------------------------------------------------------------------------------------------

VERBS: dict[str, Callable[[UnitOfWork, str], object]] = {
    "resend": lambda uow, one: resending.resend(uow, one, WHY),
    "stop waiting": lambda uow, one: resending.stop_waiting(uow, one, WHY),
    "propose": lambda uow, one: ending.propose(uow, one, WHY),
    "decide": lambda uow, one: ending.decide(uow, one, confirm=True, reason=WHY),
    "send missing": lambda uow, one: reconciling.send_missing(uow, one, one, WHY),
    "note": lambda uow, one: reconciling.note(uow, one, one, WHY),
    "links": lambda uow, one: reading.links_page(uow, {}),
    "messages": lambda uow, one: reading.messages_page(uow, None, "dead", 1),
    "message": lambda uow, one: reading.message_page(uow, one),
    "proposals": lambda uow, one: reading.proposals(uow),
    "reconciliations": lambda uow, one: reading.reconciliations_page(uow, {}),
    "report": lambda uow, one: reading.report_page(uow, one, 1),
    "log": lambda uow, one: reading.log_page(uow, 1),
}


def test_nobody_else_may_do_or_read_any_of_it(town: Town, asked: str) -> None:
    others = [Role.CITIZEN, Role.RELATIVE, Role.CLERK, Role.LEADER, Role.AGENCY, Role.SYSTEM]
    for who in (replace(FIRST, roles=frozenset({role})) for role in others):
        for verb in VERBS.values():
            with pytest.raises(NotAllowed):
                verb(town.context.work(who), asked)
    assert reading.log_page(town.context.reading(FIRST), 1).count == 0


def test_nobody_acts_on_a_file_of_the_own_family(town: Town, asked: str) -> None:
    mother = replace(FIRST, personal_id=MAI.id)
    for name in ("resend", "stop waiting", "propose", "note"):
        with pytest.raises(NotAllowed) as refused:
            VERBS[name](town.context.work(mother), asked)
        assert refused.value.text == permissions.RELATED
    page = reading.message_page(town.context.reading(mother), asked)
    assert {act.refusal for act in page.acts} == {permissions.RELATED}


# --- once -----------------------------------------------------------------------------------------


def test_pressed_twice_a_message_is_sent_once_more_and_carried_out_once(town: Town, asked: str) -> None:
    resending.resend(town.context.work(FIRST), asked, WHY)
    with pytest.raises(TransitionRefused) as refused:
        resending.resend(town.context.work(SECOND), asked, WHY)
    assert refused.value.text == resending.STILL_TRYING
    town.run_until(town.clock.now() + timedelta(hours=6))
    assert state(town) == "ready-to-sign"
    assert [effect.key for effect in town.agencies[POPULATION].effects()] == [asked]
    assert town.events(town.dossier_id).count(acts.RESENT) == 1


def test_a_proposal_is_decided_once_and_only_one_is_open(town: Town, asked: str) -> None:
    proposal = propose(town, asked)
    with pytest.raises(TransitionRefused) as refused:
        ending.propose(town.context.work(SECOND), asked, WHY)
    assert refused.value.text == ending.PROPOSED_ALREADY
    with pytest.raises(NotAllowed):
        ending.decide(town.context.work(FIRST), proposal, confirm=True, reason=WHY)
    ending.decide(town.context.work(SECOND), proposal, confirm=True, reason=WHY)
    with pytest.raises(TransitionRefused) as again:
        ending.decide(town.context.work(SECOND), proposal, confirm=False, reason=WHY)
    assert again.value.text == ending.DECIDED
    assert town.events(town.dossier_id).count(acts.CONFIRMED) == 1


def test_after_a_force_end_nobody_asks_but_a_true_answer_is_still_heard(town: Town, asked: str) -> None:
    ending.decide(town.context.work(SECOND), propose(town, asked), confirm=True, reason=WHY)
    assert (sent(town).state, state(town)) == ("ended", "personal-id-obstacle")
    town.run_until(town.clock.now() + timedelta(hours=12))
    assert (sent(town).state, state(town)) == ("ended", "personal-id-obstacle")
    for refused in (resending.resend, resending.stop_waiting, ending.propose):
        with pytest.raises(TransitionRefused):
            refused(town.context.work(FIRST), asked, WHY)
    [reply] = town.agencies[POPULATION].reports(asked)
    agency_replies.receive(town.context.work(actors.agency(POPULATION)), asked, reply)
    assert (sent(town).state, state(town)) == ("answered", "ready-to-sign")


def test_each_act_stands_in_the_journal_and_in_the_log_with_who_and_why(town: Town, asked: str) -> None:
    resending.stop_waiting(town.context.work(FIRST), asked, WHY)
    ending.decide(
        town.context.work(SECOND), propose(town, asked), confirm=False, reason="Cơ quan hẹn lại chiều nay"
    )
    with read_transaction(town.context.engine) as connection:
        lines = [line for line in journal.lines_of(connection, town.dossier_id) if line.event in acts.ACTS]
    assert [(line.event, line.actor_id, line.data["reason"]) for line in lines] == [
        (acts.STOPPED, "vanhanh1", WHY),
        (acts.PROPOSED, "vanhanh1", WHY),
        (acts.DECLINED, "vanhanh2", "Cơ quan hẹn lại chiều nay"),
    ]
    logged = reading.log_page(town.context.reading(FIRST), 1).lines
    assert sorted((line.who, line.reason) for line in logged) == sorted(
        (line.actor_name, line.data["reason"]) for line in lines
    )


# --- what they read -------------------------------------------------------------------------------


def test_what_an_operator_reads_holds_nothing_of_the_family(town: Town, asked: str) -> None:
    with write_transaction(town.context.engine) as connection:
        messages.change_message(connection, asked, last_error=f"cannot read {MAI.id}")
    reconciling.order(town.context.work(FIRST), town.agencies, POPULATION, town.today, town.today, WHY)
    town.run()
    propose(town, asked)
    values = [str(value) for value in town.file_row.facts.values() if len(str(value)) > 6]
    uow = town.context.reading(FIRST)
    seen = [
        reading.links_page(uow, town.agencies),
        reading.messages_page(uow, POPULATION, "acknowledged", 1),
        reading.message_page(uow, asked),
        reading.proposals(uow),
        reading.log_page(uow, 1),
    ]
    assert [value for value in (*values, MAI.id, MAI.name) if value in repr(seen)] == []
    assert "cannot read …" in repr(seen)
    assert MAI.id in values  # what would be found, were it there


# --- reconciling ------------------------------------------------------------------------------------


def message(row_state: str) -> MessageRow:
    return MessageRow(
        id="m", dossier_id="d", case_id="c", agency="a", about="x", state=row_state, created_at=AT
    )


def answer(outcome: str = "assigned", **items: object) -> InboxRow:
    return InboxRow(id="m:reply", message_id="m", agency="a", outcome=outcome, body=items, received_at=AT)


SILENCE = InboxRow(id="m:unreachable", message_id="m", agency="a", outcome="unreachable", received_at=AT)
SAME, OTHER = Reply("m:reply", "assigned", {"n": "1"}), Reply("m:reply", "assigned", {"n": "2", "k": "3"})
TABLE: list[tuple[str, tuple[InboxRow, ...], Said, str, str]] = [
    ("answered", (answer(n="1"),), SAME, MATCHES, ""),
    ("answered", (SILENCE, answer(n="1")), SAME, MATCHES, ""),
    ("answered", (answer(n="1"),), False, MISSING_THERE, ""),
    ("answered", (answer(n="1"),), None, MISSING_THERE, "answer"),
    ("answered", (answer(n="1"),), OTHER, DIFFERENT_THERE, "k, n"),
    ("answered", (answer(n="1"),), Reply("m:reply", "refused", {"n": "1"}), DIFFERENT_THERE, "outcome"),
    ("acknowledged", (), SAME, MISSING_HERE, ""),
    ("dead", (SILENCE,), SAME, MISSING_HERE, ""),
    ("ended", (SILENCE,), SAME, MISSING_HERE, ""),
    ("acknowledged", (), None, MATCHES, ""),
    ("acknowledged", (), False, MISSING_THERE, ""),
    ("waiting", (), False, MATCHES, ""),
    ("dead", (SILENCE,), False, MATCHES, ""),
]


@pytest.mark.parametrize(("row_state", "answers", "said", "result", "items"), TABLE)
def test_a_message_is_judged(
    row_state: str, answers: tuple[InboxRow, ...], said: Said, result: str, items: str
) -> None:
    verdict = judge(message(row_state), answers, said)
    assert (verdict.result, verdict.items) == (result, items)


class Counting:
    """An agency that can be made to fail at the n-th question, and counts what it is asked."""

    def __init__(self, agency: FakeAgency, fails: Callable[[int], Exception | None]) -> None:
        self.agency, self.fails, self.count = agency, fails, 0

    def send(self, request: Request) -> Reply | None:
        return self.agency.send(request)

    def answer_to(self, key: str) -> Reply | None:
        self.count += 1
        if (error := self.fails(self.count)) is not None:
            raise error
        return self.agency.answer_to(key)

    def look_up(self, register: str, number: str) -> Record | None:
        return self.agency.look_up(register, number)


def several(town: Town, count: int) -> str:
    """Send as many copies of the one message, order a reconciliation and take its job away; return its id."""
    row = sent(town)
    with write_transaction(town.context.engine) as connection:
        for n in range(count - 1):
            copy = row.model_copy(update={"id": f"copy-{n}"})
            connection.execute(MessageRow.__table__.insert().values(**copy.model_dump()))  # type: ignore[attr-defined]
    return reconciling.order(town.context.work(FIRST), town.agencies, POPULATION, town.today, town.today, WHY)


def results(town: Town, reconciliation: str) -> dict[str, int]:
    with read_transaction(town.context.engine) as connection:
        return operations.results_of(connection, reconciliation)


def test_a_reconciliation_that_crashed_goes_on_and_asks_nothing_twice_that_it_kept(
    town: Town, asked: str
) -> None:
    reconciliation = several(town, reconciling.BATCH + 5)
    crashing = Counting(
        town.agencies[POPULATION], lambda n: RuntimeError("killed") if n == reconciling.BATCH + 2 else None
    )
    with pytest.raises(RuntimeError):
        reconciling.reconcile(town.context, {POPULATION: crashing}, {"reconciliation_id": reconciliation})
    assert results(town, reconciliation)[""] == 5
    crashing.fails = lambda n: None
    crashing.count = 0
    reconciling.reconcile(town.context, {POPULATION: crashing}, {"reconciliation_id": reconciliation})
    assert crashing.count == 5
    assert sum(results(town, reconciliation).values()) == reconciling.BATCH + 5
    assert "" not in results(town, reconciliation)


def test_an_agency_that_is_away_is_not_called_for_every_message(town: Town, asked: str) -> None:
    reconciliation = several(town, 12)
    away = Counting(town.agencies[POPULATION], lambda n: AgencyUnavailable("away"))
    reconciling.reconcile(town.context, {POPULATION: away}, {"reconciliation_id": reconciliation})
    assert away.count == reconciling.AWAY_AFTER
    assert results(town, reconciliation) == {COULD_NOT_ASK: 12}


def test_a_reconciliation_whose_job_died_says_so(town: Town, asked: str) -> None:
    reconciliation = several(town, 2)
    assert any(job.kind == RECONCILE for job in town.jobs.waiting())
    reconciling.report_dead(town.context, {"reconciliation_id": reconciliation})
    page = reading.report_page(town.context.reading(FIRST), reconciliation, 1)
    assert (page.run.finished_at is not None, page.run.results[COULD_NOT_ASK]) == (True, 2)
