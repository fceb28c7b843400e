"""What every agency promises, whichever it is: the shared contract, run against each of them."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from services.agencies.contract import Agency, Request
from services.agencies.directory import FAKES, demo_agencies
from services.agencies.fake import FakeAgency
from services.exchange.fake_faults import EVERYTHING, LOOKING_UP, breaks, delays
from services.time.clock import VirtualClock
from tests.agencies.messages import MESSAGES, request
from workflows.errors import AgencyBroken, AgencyError, AgencyRejected, AgencyUnavailable

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
CODES = [fake.code for fake in FAKES]
EVERY_AGENCY = pytest.mark.parametrize("code", CODES)
EVERY_MESSAGE = pytest.mark.parametrize(
    ("code", "about", "payload", "outcome"), MESSAGES, ids=[f"{m[0]}:{m[1]}" for m in MESSAGES]
)


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock(NOW)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "agencies.sqlite"


@pytest.fixture
def agencies(file: Path, clock: VirtualClock) -> dict[str, FakeAgency]:
    return demo_agencies(file, clock)


def error_of(call: Callable[[], Any]) -> type[AgencyError] | None:
    try:
        call()
    except AgencyError as error:
        return type(error)
    return None


@EVERY_MESSAGE
def test_a_message_is_answered_at_once_under_a_name_that_never_changes(
    agencies: dict[str, FakeAgency], code: str, about: str, payload: dict[str, Any], outcome: str
) -> None:
    agency: Agency = agencies[code]
    reply = agency.send(request(about, payload, "m1"))
    assert reply is not None
    assert (reply.id, reply.outcome) == ("m1:reply", outcome)
    assert agency.answer_to("m1") == reply


@EVERY_MESSAGE
def test_a_repeated_message_is_absorbed(
    agencies: dict[str, FakeAgency], code: str, about: str, payload: dict[str, Any], outcome: str
) -> None:
    agency = agencies[code]
    replies = {str(agency.send(request(about, payload, "m1"))) for _ in range(3)}
    assert len(replies) == 1
    assert [(effect.key, effect.outcome) for effect in agency.effects()] == [("m1", outcome)]
    assert agency.repeats() == 2


@EVERY_MESSAGE
def test_a_repeat_is_absorbed_also_after_the_system_was_started_again(
    agencies: dict[str, FakeAgency], file: Path, code: str, about: str, payload: dict[str, Any], outcome: str
) -> None:
    before = agencies[code].send(request(about, payload))
    again = demo_agencies(file)[code]
    assert again.send(request(about, payload)) == before
    assert len(again.effects()) == 1


@EVERY_MESSAGE
def test_a_key_that_was_used_for_another_message_is_rejected(
    agencies: dict[str, FakeAgency], code: str, about: str, payload: dict[str, Any], outcome: str
) -> None:
    agencies[code].send(request(about, payload))
    with pytest.raises(AgencyRejected):
        agencies[code].send(request(about, {**payload, "something": "else"}))
    assert len(agencies[code].effects()) == 1


@EVERY_MESSAGE
def test_an_answer_can_follow_later(
    agencies: dict[str, FakeAgency], code: str, about: str, payload: dict[str, Any], outcome: str
) -> None:
    agency = agencies[code]
    agency.plan(about, delays(polls=3))
    answers = [agency.send(request(about, payload, "m1")), *(agency.answer_to("m1") for _ in range(4))]
    assert [answer and answer.outcome for answer in answers] == [None, None, None, outcome, outcome]
    assert len(agency.effects()) == 1


@EVERY_MESSAGE
def test_an_answer_can_take_its_time(
    agencies: dict[str, FakeAgency],
    clock: VirtualClock,
    code: str,
    about: str,
    payload: dict[str, Any],
    outcome: str,
) -> None:
    agency = agencies[code]
    agency.plan(EVERYTHING, delays(seconds=7200))
    assert agency.send(request(about, payload, "m1")) is None
    clock.advance(seconds=7199)
    assert agency.answer_to("m1") is None
    clock.advance(seconds=1)
    reply = agency.answer_to("m1")
    assert reply is not None
    assert reply.outcome == outcome


@EVERY_MESSAGE
@pytest.mark.parametrize(
    ("error", "raised"),
    [("unavailable", AgencyUnavailable), ("broken", AgencyBroken), ("rejected", AgencyRejected)],
)
@pytest.mark.parametrize("after_work", [False, True])
def test_a_broken_line_heals_and_the_work_is_done_once(
    agencies: dict[str, FakeAgency],
    code: str,
    about: str,
    payload: dict[str, Any],
    outcome: str,
    error: str,
    raised: type[AgencyError],
    after_work: bool,
) -> None:
    agency = agencies[code]
    agency.plan(about, breaks(2, error=error, after_work=after_work))
    for _ in range(2):
        assert error_of(lambda: agency.send(request(about, payload))) is raised
        assert len(agency.effects()) == after_work
    reply = agency.send(request(about, payload))
    assert reply is not None
    assert reply.outcome == outcome
    assert len(agency.effects()) == 1


@EVERY_MESSAGE
def test_what_nobody_can_read_is_rejected_and_leaves_nothing_behind(
    agencies: dict[str, FakeAgency], code: str, about: str, payload: dict[str, Any], outcome: str
) -> None:
    garbled = {name: ["what?"] for name in payload}
    assert error_of(lambda: agencies[code].send(request(about, garbled, "m0"))) in (None, AgencyRejected)
    reply = agencies[code].send(request(about, payload, "m1"))
    assert reply is not None
    assert reply.outcome == outcome


@EVERY_MESSAGE
def test_many_at_once_with_one_key_get_one_answer(
    agencies: dict[str, FakeAgency], code: str, about: str, payload: dict[str, Any], outcome: str
) -> None:
    agency = agencies[code]
    with ThreadPoolExecutor(8) as pool:
        replies = set(pool.map(lambda _: str(agency.send(request(about, payload))), range(16)))
    assert len(replies) == 1
    assert len(agency.effects()) == 1
    assert agency.repeats() == 15


def _send_some(file: Path) -> list[str]:
    registrar = demo_agencies(file)["civil-status"]
    replies = [
        registrar.send(Request(f"m{n}", "death.register", {"deceased.personal-id": f"d{n}"}))
        for n in range(5)
    ]
    return [str(reply) for reply in replies]


def test_several_processes_share_the_file_and_give_each_number_once(file: Path) -> None:
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        given = list(pool.map(_send_some, [file] * 3))
    assert given[0] == given[1] == given[2]
    registrar = demo_agencies(file)["civil-status"]
    assert sorted(effect.items["register-number"] for effect in registrar.effects()) == [
        f"{n}/{datetime.now(UTC).year}" for n in range(1, 6)
    ]


@EVERY_AGENCY
def test_a_message_it_does_not_know_is_rejected(agencies: dict[str, FakeAgency], code: str) -> None:
    with pytest.raises(AgencyRejected):
        agencies[code].send(request("tea.serve", {}))
    with pytest.raises(AgencyRejected):
        agencies[code].answer_to("never sent")
    assert agencies[code].effects() == ()
    assert agencies[code].reports("never sent") == ()


@EVERY_AGENCY
def test_while_it_is_down_nothing_reaches_it_and_nothing_is_lost(
    agencies: dict[str, FakeAgency], file: Path, code: str
) -> None:
    agency = agencies[code]
    agency.enter("notice", "1", {"facility": "Trạm Y tế"})
    agency.go_down()
    calls = (
        lambda: agency.send(request("anything", {})),
        lambda: agency.answer_to("m1"),
        lambda: agency.look_up("notice", "1"),
    )
    assert {error_of(call) for call in calls} == {AgencyUnavailable}
    assert error_of(lambda: demo_agencies(file)[code].look_up("notice", "1")) is AgencyUnavailable
    agency.come_up()
    record = agency.look_up("notice", "1")
    assert record is not None
    assert record.items == {"facility": "Trạm Y tế"}


@EVERY_AGENCY
def test_a_register_gives_what_it_has_or_nothing(agencies: dict[str, FakeAgency], code: str) -> None:
    agency = agencies[code]
    assert agency.look_up("person", "010198000011") is None
    agency.enter("person", "010198000011", {"full-name": "Giàng Thị Mai"})
    agency.enter("person", "010198000011", {"full-name": "Giàng Thị May"})
    record = agency.look_up("person", "010198000011")
    assert record is not None
    assert (record.register, record.items) == ("person", {"full-name": "Giàng Thị May"})
    others = [other for other in agencies.values() if other is not agency]
    assert [other.look_up("person", "010198000011") for other in others] == [None] * len(others)


@EVERY_AGENCY
def test_a_register_can_break_too_and_heals(agencies: dict[str, FakeAgency], code: str) -> None:
    agency = agencies[code]
    agency.enter("person", "1", {"sex": "male"})
    agency.plan(LOOKING_UP, breaks(1, error="unavailable"))
    assert error_of(lambda: agency.look_up("person", "1")) is AgencyUnavailable
    assert agency.look_up("person", "1") is not None
