"""What is deleted after thirty days, what is not, and that the job of a day leaves that of the next."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.access import actors, identity
from services.citizens import declarations, draft_codes, kept_forms, purging
from services.demo.families import PEOPLE
from services.demo.papers import attach_samples
from services.exchange.delivery import handlers
from storage import dossiers
from storage.dossiers import DossierRow
from storage.engine import read_transaction, write_transaction
from storage.payments import PaymentOrderRow
from storage.rows import add
from tests.bdd import shortcuts
from tests.bdd.town import Town

MOTHER = next(person for person in PEOPLE if person.id == "001192004321")
DRAFT_TABLES = ("dossier", "draft_code", "paper", "paper_content")


def counts(town: Town) -> dict[str, int]:
    tables = (*DRAFT_TABLES, "payment_order", "kept_form", "session", "attempt")
    with read_transaction(town.context.engine) as connection:
        return {t: connection.exec_driver_sql(f"SELECT count(*) FROM {t}").scalar_one() for t in tables}  # noqa: S608


@pytest.fixture
def draft(town: Town) -> str:
    """A draft with papers and two orders, one of which was paid."""
    draft_id = shortcuts.draft(town, "khai-sinh", MOTHER, shortcuts.answers(town, "khai-sinh", MOTHER))
    attach_samples(town.context, actors.citizen(MOTHER.id, MOTHER.name), draft_id)
    now = town.clock.now()
    with write_transaction(town.context.engine) as connection:
        for name, state, received in (("a", "expired", 0), ("b", "paid", 8000), ("c", "pending", 0)):
            order = PaymentOrderRow(id=name, dossier_id=draft_id, owner=MOTHER.id, amount=8000, state=state,
                                    received=received, created_at=now, expires_at=now)  # fmt: skip
            add(connection, order)
    return draft_id


def test_a_draft_goes_with_all_that_is_its_own_and_money_that_moved_stays(town: Town, draft: str) -> None:
    before = counts(town)
    assert all(before[table] > 0 for table in DRAFT_TABLES)
    town.clock.advance(days=30)
    assert purging.purge(town.context) == 0
    town.clock.advance(seconds=1)
    assert purging.purge(town.context) == 1
    assert {table: counts(town)[table] for table in DRAFT_TABLES} == dict.fromkeys(DRAFT_TABLES, 0)
    assert counts(town)["payment_order"] == 2
    assert town.events(draft)[-1] == "draft-deleted"
    assert purging.purge(town.context) == 0


def test_what_was_filed_is_never_deleted(town: Town) -> None:
    shortcuts.file(town, "khai-sinh", MOTHER, shortcuts.answers(town, "khai-sinh", MOTHER))
    cases = set(town.cases(town.dossier_id))
    town.clock.advance(days=4000)
    assert purging.purge(town.context) == 0
    assert set(town.cases(town.dossier_id)) == cases
    assert town.file_row.number


def test_traces_of_sessions_go_too(town: Town) -> None:
    token = identity.open_session(town.context, identity.CITIZEN, MOTHER.id)
    kept_forms.keep(town.context, (identity.CITIZEN, MOTHER.id), "/x", {"a": "b"})
    identity.count_tries(town.context, {"name:x": 5})
    town.clock.advance(hours=2)
    purging.purge(town.context)
    found = counts(town)
    assert (found["kept_form"], found["attempt"], found["session"]) == (0, 0, 1)
    assert identity.whose(town.context, token) == (identity.CITIZEN, MOTHER.id)
    town.clock.advance(days=2)
    purging.purge(town.context)
    assert counts(town)["session"] == 0


def test_the_job_of_a_day_leaves_that_of_the_next_once(town: Town, draft: str) -> None:
    for _ in range(3):  # as many processes start
        purging.arm(town.context)
    town.run()
    assert [job.id for job in town.jobs.waiting()] == ["purge:2026-11-21"]
    town.jobs.run_until(
        town.clock.now() + timedelta(days=31), town.clock, handlers(town.context, town.agencies)
    )
    assert counts(town)["dossier"] == 0
    assert [job.kind for job in town.jobs.waiting()] == ["drafts.purge"]


def test_a_sealed_form_opens_for_nobody_else_and_not_from_the_table(town: Town) -> None:
    whose = (identity.CITIZEN, MOTHER.id)
    token = kept_forms.keep(town.context, whose, "/khai-sinh/phan/ban", {"requester.phone": "0912345678"})
    with read_transaction(town.context.engine) as connection:
        assert b"0912345678" not in connection.exec_driver_sql("SELECT box FROM kept_form").scalar_one()
    assert [form.fields for form in kept_forms.of(town.context, [token], whose)] == [
        {"requester.phone": "0912345678"}
    ]
    assert kept_forms.of(town.context, [token], (identity.CITIZEN, "001090001234")) == ()
    assert kept_forms.of(town.context, ["guess"], whose) == ()


def test_codes_cannot_be_told_from_each_other_and_are_read_as_people_write_them(town: Town) -> None:
    draft_id = declarations.start(
        town.context, town.agencies, actors.citizen(MOTHER.id, MOTHER.name), "khai-sinh"
    )
    with town.context.work(actors.SYSTEM) as uow:
        row = dossiers.dossier(uow.connection, draft_id)
        assert isinstance(row, DossierRow)
        answers = {**row.answers, "requester.phone": "0912345678"}
        assert dossiers.change_dossier(uow.connection, draft_id, row.row_version, answers=answers)
        code = uow.connection.exec_driver_sql("SELECT code FROM draft_code").scalar_one()
    bare = code.removeprefix("NHAP-").replace("-", "")
    for written in (code, code.lower(), bare, f" nhap {bare[:4]} {bare[4:]} "):
        assert draft_codes.find(town.context, written, "+84912345678").draft_id == draft_id
    assert not set(bare) & set("01ILOU")
