"""The karaoke group as 297/2025/NĐ-CP has it: three procedures, one after the other, sixteen working days."""

from datetime import date, datetime
from typing import Any

import pytest

from services.time.calendar_seed import vietnam_calendar
from workflows.bundles.karaoke import KARAOKE_2025_11
from workflows.calendar import VIETNAM
from workflows.chain import MemberProgress, barred, openable
from workflows.conditions import holds
from workflows.deadlines import received_on
from workflows.declarations.karaoke import KARAOKE_DECLARATION_2025_11
from workflows.errors import DefinitionError, TransitionRefused
from workflows.forms.answers import completed, missing, prune, shown_questions
from workflows.language import Ask, Procedure
from workflows.machine import limit, take
from workflows.questions import How
from workflows.registry import registry
from workflows.vocabulary import Clock, Ending

FILED_ON = date(2026, 11, 20)
CALENDAR = vietnam_calendar()

DEMO_IDENTITY: dict[str, Any] = {
    "requester.full-name": "Phạm Quốc Dũng",
    "requester.personal-id": "001085002468",
}
DEMO_KARAOKE: dict[str, Any] = {
    "requester.phone": "0987654321",
    "requester.by-authorisation": False,
    "business.name": "Hộ kinh doanh Karaoke Sao Mai",
    "business.commune": "00004",
    "business.address": "25 phố Đội Cấn",
    "business.capital": 800_000_000,
    "business.rooms": 5,
    "security.responsible": "requester",
    "security.record-number": "4512/2026",
    "fire.paper-number": "231/NT-PCCC",
    "fire.paper-date": "2026-10-30",
}

PROCEDURES = {m.code: registry().procedure(m.procedure) for m in KARAOKE_2025_11.members}
EACH = pytest.mark.parametrize("procedure", PROCEDURES.values(), ids=lambda one: one.code)


def facts(**changes: Any) -> dict[str, Any]:
    given = {**DEMO_IDENTITY, **DEMO_KARAOKE, **changes}
    return completed(KARAOKE_DECLARATION_2025_11, given, filed_on=FILED_ON)


def issued(*outputs: str) -> MemberProgress:
    return MemberProgress(ending=Ending.ISSUED, outputs=frozenset(outputs))


def test_it_begins_with_the_decree() -> None:
    assert registry().bundle_in_force("karaoke", date(2025, 11, 17)) == KARAOKE_2025_11
    with pytest.raises(DefinitionError):
        registry().bundle_in_force("karaoke", date(2025, 11, 16))
    assert registry().bundle_by_slug("karaoke", FILED_ON) == KARAOKE_2025_11


# --- three, three and ten, one after the other --------------------------------------------------


def test_three_and_three_and_ten_are_sixteen() -> None:
    days = [limit(procedure.deadlines, facts()).working_days for procedure in PROCEDURES.values()]
    assert days == [3, 3, 10]
    assert limit(KARAOKE_2025_11.deadlines, facts()).working_days == sum(days) == 16


@pytest.mark.parametrize(
    ("progress", "opens"),
    [
        ({}, ["household-business"]),
        ({"household-business": MemberProgress(None, frozenset())}, []),
        ({"household-business": issued("business-certificate")}, ["security-order-certificate"]),
        (
            {
                "household-business": issued("business-certificate"),
                "security-order-certificate": issued("security-certificate"),
            },
            ["karaoke-licence"],
        ),
    ],
)
def test_each_result_opens_the_next(progress: dict[str, MemberProgress], opens: list[str]) -> None:
    assert [member.code for member in openable(KARAOKE_2025_11, facts(), progress)] == opens


@pytest.mark.parametrize("ending", [Ending.REFUSED, Ending.CANCELLED, Ending.WITHDRAWN])
def test_without_the_first_result_nothing_else_opens(ending: Ending) -> None:
    progress = {"household-business": MemberProgress(ending, frozenset())}
    never = [member.code for member in barred(KARAOKE_2025_11, facts(), progress)]
    assert never == ["security-order-certificate", "karaoke-licence"]


# --- the clock ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filed", "received"),
    [
        (datetime(2026, 11, 20, 15, 59, tzinfo=VIETNAM), date(2026, 11, 20)),
        (datetime(2026, 11, 20, 16, 30, tzinfo=VIETNAM), date(2026, 11, 23)),  # in the last hour of Friday
        (datetime(2026, 11, 20, 17, 30, tzinfo=VIETNAM), date(2026, 11, 23)),
        (datetime(2026, 11, 21, 9, 0, tzinfo=VIETNAM), date(2026, 11, 23)),
    ],
)
def test_the_last_hour_and_days_off_count_from_the_next_working_day(filed: datetime, received: date) -> None:
    assert received_on(filed, KARAOKE_2025_11.clock, CALENDAR) == received


@EACH
def test_the_clock_begins_anew_after_a_supplement_and_the_file_closes_without_one(
    procedure: Procedure,
) -> None:
    state = procedure.state("awaiting-supplement")
    assert state.clock is Clock.RESTARTS
    assert [(timer.step, timer.working_days) for timer in state.timers] == [("close-unanswered", 15)]
    closed = take(procedure, "awaiting-supplement", "close-unanswered", {})
    assert closed.state.ending is Ending.CANCELLED


@EACH
def test_a_supplement_is_asked_for_once(procedure: Procedure) -> None:
    asked = take(procedure, "under-review", "request-supplement", {"supplement.asked": False})
    with pytest.raises(TransitionRefused):
        take(procedure, "under-review", "request-supplement", dict(asked.sets))


# --- what the officers do -----------------------------------------------------------------------


@EACH
def test_the_officer_issues_the_result_and_no_other_system_is_asked(procedure: Procedure) -> None:
    outcome = take(procedure, "under-review", "issue", {})
    assert outcome.state.ending is Ending.ISSUED
    assert outcome.issues == tuple(output.code for output in procedure.outputs)
    assert {item.code for item in outcome.step.takes} == {"certificate-number", "certificate-date"}
    assert not [effect for step in procedure.steps for effect in step.effects if isinstance(effect, Ask)]


@EACH
def test_fees_whose_amount_is_not_known_say_so(procedure: Procedure) -> None:
    assert [fee.amount for fee in procedure.fees] == [None]
    assert all(fee.source.provisional and fee.source.note for fee in procedure.fees)


def test_an_authorisation_is_asked_of_who_files_for_somebody() -> None:
    papers = PROCEDURES["household-business"].evidence
    assert [paper.code for paper in papers if holds(paper.when, facts())] == []
    by_proxy = facts(**{"requester.by-authorisation": True})
    assert [paper.code for paper in papers if holds(paper.when, by_proxy)] == ["authorisation"]


# --- the form -----------------------------------------------------------------------------------


def test_the_form_is_short() -> None:
    assert len(KARAOKE_DECLARATION_2025_11.sections) <= 4


def test_the_example_answers_are_complete_and_none_is_superfluous() -> None:
    known = facts()
    assert missing(KARAOKE_DECLARATION_2025_11, known) == ()
    assert prune(KARAOKE_DECLARATION_2025_11, known, filed_on=FILED_ON) == known
    shown = shown_questions(KARAOKE_DECLARATION_2025_11, known)
    assert set(DEMO_KARAOKE) == {question.fact for _, question in shown if question.how is How.TYPED}


def test_the_applicant_is_responsible_for_security_unless_somebody_else_is_named() -> None:
    assert facts()["security.person-name"] == "Phạm Quốc Dũng"
    other = {"security.responsible": "other", "security.other-id": "001190001357"}
    known = facts(**other, **{"security.other-name": "Lê Thu Hà"})
    assert (known["security.person-name"], known["security.person-id"]) == ("Lê Thu Hà", "001190001357")
