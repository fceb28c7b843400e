"""What the staff's pages need to lie in the product: people at work on files, and messages that are stuck."""

from __future__ import annotations

from datetime import timedelta

from services.access import identity
from services.access.actors import Actor
from services.agencies.fake import FakeAgency
from services.citizens import counter, declarations
from services.demo.operators import CENTRE
from services.demo.people import Person
from services.demo.stuck_case import let_fail, open_stuck_case
from services.officers import bulk, claims, notes, opinions
from services.operators import ending
from storage import messages, officers, papers, people
from storage.engine import read_transaction
from tests.bdd import shortcuts
from tests.bdd.town import Town
from tests.browser.visits import OPERATOR, SAPA_CLERK, SAPA_LEADER
from workflows.vocabulary import Role

LONG_AGO = timedelta(days=7)  # more than two working days, and past the hour that was promised
WHY = "Cơ quan báo mất dữ liệu, không trả lời nữa"
FIRST = Actor(OPERATOR, "Phan Thị Hạnh", frozenset({Role.OPERATOR}), office_id=CENTRE)
SECOND = Actor("vanhanh2", "Trịnh Công Minh", frozenset({Role.OPERATOR}), office_id=CENTRE)


def stuck(town: Town) -> dict[str, str]:
    """Let a message die a week ago and its proposal to end the waiting lapse."""
    today = town.clock.now()
    town.clock.start_at(today - LONG_AGO)
    dead = open_stuck_case(town.context, town.agencies, town.app.extensions["product"].lists)
    assert dead is not None
    ending.propose(town.context.work(FIRST), dead, WHY)
    town.clock.start_at(today)
    town.run()
    return {"dead": dead}


def proposed(town: Town, dossier_id: str) -> dict[str, str]:
    """Let the other operator propose to end the waiting for an agency, so that somebody may decide."""
    case = town.cases(dossier_id)["child-health-insurance"]
    for step in ("accept", "approve"):
        town.act(officer(town, case.office_id), case.id, step)
    with read_transaction(town.context.engine) as connection:
        sent = [one for one in messages.messages_of(connection, dossier_id) if one.state == "waiting"]
    message = next(one for one in sent if one.case_id == case.id)
    agency = town.agencies[message.agency]
    assert isinstance(agency, FakeAgency)
    let_fail(town.context, town.agencies, agency, message.id)
    ending.propose(town.context.work(SECOND), message.id, WHY)
    return {"ending": message.id}


def at_the_counter(town: Town, person: Person) -> dict[str, str]:
    """Let an officer file a death for somebody present; then people of the office talk about the file."""
    clerk, leader = account(town, SAPA_CLERK), account(town, SAPA_LEADER)
    draft_id = shortcuts.draft(town, "khai-tu", person, shortcuts.answers(town, "khai-tu", person))
    token = identity.open_session(town.context, identity.OFFICER, clerk.id)
    counter.begin(town.context, town.agencies, clerk, token, "khai-tu", person.id)
    shortcuts.attach_papers(town, person)
    visit = identity.visit(town.context, token)
    assert visit is not None
    assert visit.on_the_draft is not None
    declarations.submit(town.context, visit.on_the_draft, draft_id)
    town.run()
    case = town.cases(draft_id)["death-registration"].id
    done = bulk.do(town.context, clerk, [case, "of-another-office"], bulk.Wish("claim"))
    claims.assign(town.context.work(clerk), case, leader.id, "Hồ sơ cần ký trong sáng nay")
    notes.write(town.context.work(clerk), case, "Đã gọi điện cho gia đình, hẹn chiều nay.")
    opinions.ask(town.context.work(leader), case, clerk.id, "Nơi mất có thuộc phường mình không?")
    opinions.ask(town.context.work(clerk), case, leader.id, "Có cần bản chính giấy báo tử không?")
    _answer(town, leader, case)
    with read_transaction(town.context.engine) as connection:
        paper = papers.papers_of(connection, draft_id)[0].id
    number = str(town.dossier(draft_id).number)
    return {"at_counter": number, "held": case, "bulk": done, "filed_paper": paper}


def _answer(town: Town, who: Actor, case: str) -> None:
    """Let somebody answer what they were asked about a case."""
    with read_transaction(town.context.engine) as connection:
        asked = officers.opinions_of(connection, case, str(who.office_id))
    [mine] = [one.id for one in asked if one.asked_of == who.id]
    opinions.answer(town.context.work(who), case, mine, agrees=True, words="Không cần, đã có bản điện tử.")


def account(town: Town, user: str) -> Actor:
    """Return the officer with this user name."""
    with read_transaction(town.context.engine) as connection:
        row = people.officer(connection, user)
    assert row is not None
    roles = frozenset(Role(role) for role in row.roles)
    return Actor(row.id, row.name, roles, office_id=row.office_id, personal_id=row.personal_id)


def officer(town: Town, office_id: str) -> Actor:
    """Return the clerk of an office."""
    with read_transaction(town.context.engine) as connection:
        [row] = [one for one in people.officers_of(connection, office_id) if one.roles == [Role.CLERK.value]]
    return account(town, row.id)
