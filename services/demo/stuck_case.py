"""A message that could not be delivered when the demonstration is first opened: what operators are for."""

from dataclasses import replace

from services.access import actors
from services.agencies.contract import Agencies
from services.agencies.fake import FakeAgency
from services.demo.families import BEN_THANH_BIRTH
from services.demo.filing import file_declaration
from services.demo.filings import BIRTH_FILING
from services.demo.walkthrough import act_once
from services.exchange.delivery import ATTEMPTS, deliver
from services.jobs import RetryLater
from services.unit_of_work import Context
from storage import messages
from workflows.forms.lists import Lists

AGENCY = "population-database"
_MOTHER, _FATHER = BEN_THANH_BIRTH.people
(_NOTICE,) = BEN_THANH_BIRTH.notices
_BORN_IN_BEN_THANH = replace(
    BIRTH_FILING,
    person=_MOTHER,
    answers={
        **BIRTH_FILING.answers,
        "requester.phone": "0908777666",
        "mother.personal-id": _MOTHER.id,
        "father.personal-id": _FATHER.id,
        "child.home-place": "Phường Bến Thành, thành phố Hồ Chí Minh",
        "child.full-name": "Quách Tạ Minh Khôi",
        "child.birth-date": "2026-11-13",
        "child.sex": "male",
        "birth-notice.number": _NOTICE,
        "wants.identity-card": False,
        "result.copies": 0,
    },
)
_ACTS = 2  # accepted, and the personal ID asked for


def open_stuck_case(context: Context, agencies: Agencies, lists: Lists) -> str | None:
    """File a birth whose request for a personal ID finds its agency down; return the message's id.

    The agency is up again at the end, so that an operator who sends the message again sees the file go on.
    A real agency is left alone: nothing is filed then.
    """
    agency = agencies.get(AGENCY)
    if not isinstance(agency, FakeAgency):
        return None
    filing = _BORN_IN_BEN_THANH
    row = file_declaration(context, agencies, lists, filing.actor, filing.slug, filing.answers)
    for _ in range(_ACTS):
        act_once(context, row.id)
    with context.reading(actors.SYSTEM) as uow:
        [message] = [
            one
            for one in messages.messages_of(uow.connection, row.id)
            if (one.agency, one.state) == (AGENCY, "waiting")
        ]
    let_fail(context, agencies, agency, message.id)
    return message.id


def let_fail(context: Context, agencies: Agencies, agency: FakeAgency, message_id: str) -> None:
    """Let delivery try a message while its agency is down, as often as it does, until it gives up."""
    agency.go_down()
    try:
        for _ in range(ATTEMPTS):
            try:
                deliver(context, agencies, {"message_id": message_id})
            except RetryLater:
                continue
    finally:
        agency.come_up()
