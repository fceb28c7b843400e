"""Steps about notices that a hospital signs and sends by itself.

    Given|When the hospital sends the notice about {person}        bệnh viện gửi giấy về {person}
    When the hospital sends the same notice again                  bệnh viện gửi lại đúng giấy ấy
    When the hospital sends that number with "{item}" "{value}"  bệnh viện gửi số ấy với "{item}" là "{value}"
    When somebody else signs the notice about {person}             kẻ khác ký giấy về {person}
    Then the call is answered with {status}                        lời gọi được trả lời mã {status}
    Then the answer says "{name}" is "{value}"                     câu trả lời ghi "{name}" là "{value}"
    Then the form of {person} lacks only:                          tờ khai của {person} chỉ còn thiếu:
    Then the forms of {person} are {count}                         {person} có {count} tờ khai
    When {person} opens their own page                             {person} mở trang của mình

A notice is about who it names first: the mother, or the deceased. It was signed an hour ago.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from pytest_bdd import given, then, when

from services.demo.families import FAMILIES
from services.demo.invitations import HOSPITAL_KEY, hand_in_key, new_key
from services.demo.people import Person
from services.exchange import agency_keys
from storage import dossiers
from storage.engine import read_transaction
from tests.bdd.shortcuts import declaration
from tests.bdd.town import Town
from tests.bdd.words import says
from workflows.forms import answers

AN_HOUR = timedelta(hours=1)


@dataclass
class Hospital:
    """The hospital with its key, and what it was answered last."""

    town: Town
    key: bytes
    sent: dict[str, Any] = field(default_factory=dict)
    status: int = 0
    answer: dict[str, Any] = field(default_factory=dict)

    def send(self, payload: dict[str, Any], key: bytes | None = None) -> None:
        token = agency_keys.signed(payload, HOSPITAL_KEY, key or self.key)
        reply = self.town.app.test_client().post("/api/v1/agencies/notices", data=token)
        self.sent, self.status, self.answer = payload, reply.status_code, reply.get_json()


@pytest.fixture
def hospital(town: Town) -> Hospital:
    key = new_key()
    hand_in_key(town.context, key)
    return Hospital(town, key)


def notice_about(town: Town, person: Person, ago: timedelta = AN_HOUR) -> dict[str, Any]:
    """Return the notice that names this person first; a relative receives the one about a death."""
    family, number, items = next(
        (family, number, items)
        for family in FAMILIES
        for number, items in family.notices.items()
        if next(iter(items.values())) == person.id
    )
    dead = "deceased-id" in items
    also: Mapping[str, str] = {"relative-id": family.people[1].id} if dead else {}
    return {
        "notice": "death-notice" if dead else "birth-notice",
        "number": number,
        "issued-at": (town.clock.now() - ago).isoformat(),
        "items": {**items, **also},
    }


@given(says("the hospital sends the notice about {person:Person}"))
@when(says("the hospital sends the notice about {person:Person}"))
@given(says("bệnh viện gửi giấy về {person:Person}"))
@when(says("bệnh viện gửi giấy về {person:Person}"))
def sends(town: Town, hospital: Hospital, person: Person) -> None:
    hospital.send(notice_about(town, person))


@when(says("the hospital sends the notice about {person:Person}, signed {hours:d} hours ago"))
@when(says("bệnh viện gửi giấy về {person:Person}, ký từ {hours:d} giờ trước"))
def sends_late(town: Town, hospital: Hospital, person: Person, hours: int) -> None:
    hospital.send(notice_about(town, person, timedelta(hours=hours)))


@when(says("the hospital sends the same notice again"))
@when(says("bệnh viện gửi lại đúng giấy ấy"))
def sends_again(hospital: Hospital) -> None:
    hospital.send(hospital.sent)


@when(says('the hospital sends that number with "{item}" "{value}"'))
@when(says('bệnh viện gửi số ấy với "{item}" là "{value}"'))
def sends_other(hospital: Hospital, item: str, value: str) -> None:
    items = {**hospital.sent["items"], item: value}
    hospital.send({**hospital.sent, "items": items})


@when(says('the hospital sends the notice about {person:Person} with "{item}" "{value}"'))
@when(says('bệnh viện gửi giấy về {person:Person} với "{item}" là "{value}"'))
def sends_wrong(town: Town, hospital: Hospital, person: Person, item: str, value: str) -> None:
    payload = notice_about(town, person)
    hospital.send({**payload, "items": {**payload["items"], item: value}})


@when(says("somebody else signs the notice about {person:Person}"))
@when(says("kẻ khác ký giấy về {person:Person}"))
def sends_forged(town: Town, hospital: Hospital, person: Person) -> None:
    hospital.send(notice_about(town, person), new_key())


@then(says("the call is answered with {status:d}"))
@then(says("lời gọi được trả lời mã {status:d}"))
def answered_with(hospital: Hospital, status: int) -> None:
    assert hospital.status == status, hospital.answer


@then(says('the answer says "{name}" is "{value}"'))
@then(says('câu trả lời ghi "{name}" là "{value}"'))
def answer_says(hospital: Hospital, name: str, value: str) -> None:
    said = hospital.answer[name]
    assert value == (said if isinstance(said, str) else json.dumps(said))


@then(says("the forms of {person:Person} are {count:d}"))
@then(says("{person:Person} có {count:d} tờ khai"))
def forms_of(town: Town, person: Person, count: int) -> None:
    with read_transaction(town.context.engine) as connection:
        assert len(dossiers.dossiers_of(connection, person.id)) == count


@then(says("the {event:Event} form of {person:Person} lacks only:"))
@then(says("tờ khai {event:Event} của {person:Person} chỉ còn thiếu:"))
def lacks_only(town: Town, event: str, person: Person, datatable: list[list[str]]) -> None:
    form, row = declaration(town, event), town.newest_of(person)
    facts = answers.prune(form, row.answers, filed_on=town.today)
    lacking = {problem.fact for problem in answers.missing(form, facts)}
    said = {town.words(q.text) for q in form.questions() if q.fact in lacking}
    assert said == {words for (words,) in datatable}


@when(says("{person:Person} opens their own page"))
@when(says("{person:Person} mở trang của mình"))
def opens_own_page(town: Town, person: Person) -> None:
    town.citizen(person).open("/cua-toi")
