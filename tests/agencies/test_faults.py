"""Each way to go wrong can be planned, per agency, kind of message and seed, and outlives the process."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from services.agencies.directory import demo_agencies
from services.agencies.fake import FakeAgency
from services.exchange.fake_faults import (
    ANSWERS,
    EVERYTHING,
    Fault,
    Mixture,
    breaks,
    delays,
    refuses,
    repeats,
)
from services.time.clock import VirtualClock
from tests.agencies.messages import CERTIFICATE, CHILD, EXTRACT, request
from workflows.errors import AgencyBroken

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)


@pytest.fixture
def insurance(tmp_path: Path) -> FakeAgency:
    return demo_agencies(tmp_path / "agencies.sqlite", VirtualClock(NOW))["social-insurance"]


def test_it_refuses_and_does_no_work(insurance: FakeAgency) -> None:
    insurance.plan("card.issue", refuses("Thiếu giấy tờ. / Papers are missing."))
    reply = insurance.send(request("card.issue", CERTIFICATE, "m1"))
    assert reply is not None
    assert (reply.outcome, dict(reply.items)) == (
        "refused",
        {"reason": "Thiếu giấy tờ. / Papers are missing."},
    )
    insurance.plan("card.issue", ANSWERS)
    assert insurance.send(request("card.issue", CERTIFICATE, "m1")) == reply
    card = insurance.send(request("card.issue", CERTIFICATE, "m2"))
    assert card is not None
    assert card.outcome == "issued"


def test_a_plan_for_one_kind_of_message_leaves_the_others_alone(insurance: FakeAgency) -> None:
    insurance.plan("card.issue", breaks())
    assert insurance.send(request("funeral.decide", EXTRACT, "m1")) is not None
    insurance.plan(EVERYTHING, delays(polls=1))
    assert insurance.send(request("survivor.decide", EXTRACT, "m2")) is None
    with pytest.raises(AgencyBroken):
        insurance.send(request("card.issue", CERTIFICATE, "m3"))


def test_a_plan_reaches_other_processes_through_the_file(insurance: FakeAgency, tmp_path: Path) -> None:
    insurance.plan("card.issue", breaks(error="broken"))
    elsewhere = demo_agencies(tmp_path / "agencies.sqlite")["social-insurance"]
    with pytest.raises(AgencyBroken):
        elsewhere.send(request("card.issue", CERTIFICATE))


def test_failures_are_counted_for_each_message_by_itself(insurance: FakeAgency) -> None:
    insurance.plan("funeral.decide", breaks(1))
    for key in ("m1", "m2"):
        with pytest.raises(AgencyBroken):
            insurance.send(request("funeral.decide", EXTRACT, key))
    assert insurance.send(request("funeral.decide", EXTRACT, "m1")) is not None
    assert insurance.send(request("funeral.decide", EXTRACT, "m2")) is not None


def test_a_lost_reply_and_a_new_message_about_the_same_death_do_not_pay_twice(insurance: FakeAgency) -> None:
    insurance.plan("funeral.decide", breaks(after_work=True))
    with pytest.raises(AgencyBroken):
        insurance.send(request("funeral.decide", EXTRACT, "m1"))
    insurance.plan("funeral.decide", ANSWERS)
    second = insurance.send(request("funeral.decide", EXTRACT, "m2"))
    assert second is not None
    assert insurance.effects()[0].items == second.items


def test_it_reports_the_same_thing_twice_under_one_id(insurance: FakeAgency) -> None:
    insurance.plan("card.issue", repeats(3))
    reply = insurance.send(request("card.issue", CERTIFICATE, "m1"))
    assert insurance.reports("m1") == (reply, reply, reply)
    assert insurance.send(request("card.issue", CERTIFICATE, "m1")) == reply


def test_it_reports_the_same_thing_twice_under_different_ids(insurance: FakeAgency) -> None:
    insurance.plan("card.issue", repeats(2, fresh_ids=True))
    first = insurance.send(request("card.issue", CERTIFICATE, "m1"))
    second = insurance.send(request("card.issue", CERTIFICATE, "m1"))
    assert first is not None
    assert second is not None
    assert (first.id, second.id) == ("m1:reply", "m1:reply:2")
    assert (first.outcome, first.items) == (second.outcome, second.items)
    assert insurance.reports("m1") == (first, second)
    assert len(insurance.effects()) == 1


def test_it_contradicts_itself_in_the_end(insurance: FakeAgency) -> None:
    insurance.plan("card.issue", repeats(2, contradicts="refused"))
    insurance.send(request("card.issue", CERTIFICATE, "m1"))
    assert [(reply.id, reply.outcome) for reply in insurance.reports("m1")] == [
        ("m1:reply", "issued"),
        ("m1:reply:2", "refused"),
    ]


def test_without_a_plan_it_reports_once(insurance: FakeAgency) -> None:
    reply = insurance.send(request("card.issue", CERTIFICATE, "m1"))
    assert insurance.reports("m1") == (reply,)


def test_it_can_answer_nonsense(tmp_path: Path) -> None:
    population = demo_agencies(tmp_path / "agencies.sqlite")["population-database"]
    population.plan("personal-id.assign", Fault(gives={"personal-id": "12"}))
    reply = population.send(request("personal-id.assign", CHILD))
    assert reply is not None
    assert reply.items == {"personal-id": "12"}


def test_a_seed_decides_which_messages_fail_and_decides_the_same_every_time(insurance: FakeAgency) -> None:
    mixture = Mixture(seed=7, shares=((0.2, refuses()), (0.1, delays(polls=1))))
    insurance.plan("funeral.decide", mixture)
    outcomes = [
        reply.outcome if reply else "later"
        for reply in (insurance.send(request("funeral.decide", EXTRACT, f"m{n}")) for n in range(60))
    ]
    counts = {outcome: outcomes.count(outcome) for outcome in ("refused", "later", "decided")}
    assert counts["decided"] > counts["refused"] > 0
    assert counts["later"] > 0
    chosen = [mixture.fault(f"m{n}") for n in range(60)]
    assert [fault.outcome == "refused" for fault in chosen] == [o == "refused" for o in outcomes]
    other = Mixture(seed=8, shares=mixture.shares)
    assert [other.fault(f"m{n}") for n in range(60)] != chosen


def test_shares_of_a_mixture_come_out_as_they_were_set() -> None:
    mixture = Mixture(seed=1, shares=((0.25, refuses()),))
    hit = sum(mixture.fault(f"key-{n}").outcome == "refused" for n in range(4000))
    assert 900 < hit < 1100
