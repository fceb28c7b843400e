"""Agreeing to a case (đồng ý): on the dossier's page or by one's own link; who answers has signed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from services import linking, progress
from services.access import permissions
from services.access.tokens import digest
from services.citizens import consent_links
from services.reading.pages import FactLine
from services.reading.parts import known_items
from services.unit_of_work import UnitOfWork
from storage import after_filing, dossiers
from storage.after_filing import ConsentLinkRow
from storage.cases import CaseRecord, look_at_case
from storage.consents import ConsentRow, consents_of
from storage.dossiers import DossierRow
from storage.rows import add
from workflows.errors import NotFound, TransitionRefused
from workflows.language import State, Step
from workflows.machine import compiled
from workflows.vocabulary import Role
from workflows.words import Kind, Text

NO_SUCH_LINK = Text(
    vi="Đường dẫn này không dùng được: đã hết hạn, đã được thay, hoặc dành cho người khác. Hãy đăng nhập "
    "bằng đúng tài khoản, hoặc xin người nộp hồ sơ một đường dẫn mới.",
    en="This link does not work: it has ended, was replaced, or is for somebody else. Sign in with the right "
    "account, or ask whoever filed for a new link.",
)
ANSWERED = Text(
    vi="Bạn đã trả lời qua đường dẫn này rồi. Mỗi đường dẫn chỉ dùng một lần.",
    en="You have answered through this link already. A link works once.",
)
NOTHING_TO_AGREE = Text(vi="Không có việc nào chờ bạn đồng ý.", en="Nothing waits for your consent.")


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """What one person is asked to agree to, and nothing else of the dossier."""

    number: str
    procedure: Text
    subject: str
    requester: str
    agree: Text
    decline: Text | None
    waiting: Text | None
    items: tuple[FactLine, ...]
    expires_at: datetime | None
    quiet_tone: bool


def give_consent(uow: UnitOfWork, case_id: str) -> bool:
    """Record that the acting person agrees (đồng ý); say whether everybody has agreed now.

    When the last one agrees, the case goes on in the same transaction and its clock starts.

    Raises:
        NotFound: the case does not wait for this person.
    """
    with uow:
        return consent_within(uow, case_id)


def consent_within(uow: UnitOfWork, case_id: str) -> bool:
    """Record the acting person's agreement in a unit of work that is open (`give_consent`)."""
    case = progress.read(uow, case_id)
    procedure = uow.registry.procedure(case.procedure)
    state = procedure.state(case.state)
    person = str(uow.actor.personal_id)
    wanted = permissions.consenting(state, case.dossier_facts)
    if uow.actor.personal_id not in wanted:
        raise NotFound(text=NOTHING_TO_AGREE)
    given = consents_of(uow.connection, case_id)
    if person not in given:
        add(uow.connection, ConsentRow(case_id=case_id, personal_id=person, given_at=uow.now))
        uow.record("consent-given", dossier_id=case.dossier_id, case_id=case_id)
    after_filing.close_links(uow.connection, case_id, person, uow.now)
    if wanted - given - {person}:
        return False
    step = next(s for s in compiled(procedure).steps_from[case.state] if s.by is Role.RELATIVE)
    linking.advance(uow, case_id, step.code)
    return True


def consent_page(uow: UnitOfWork, number: str, token: str) -> ConsentPage:
    """Read what a link asks its person to agree to.

    Raises:
        NotFound: the token is none, is of another dossier or person, or has ended; one answer for all.
        TransitionRefused: this person has answered already.
    """
    with uow:
        link = _link(uow, token)
        case = look_at_case(uow.connection, link.case_id)
        row = dossiers.dossier(uow.connection, case.dossier_id) if case else None
        if case is None or row is None or row.number != number:
            raise NotFound(text=NO_SUCH_LINK)
        return _page(uow, link, case, row)


def answer(uow: UnitOfWork, number: str, token: str, *, agrees: bool) -> None:
    """Agree or decline through a link; it opens nothing afterwards.

    Raises:
        NotFound, TransitionRefused: as `consent_page`.
    """
    with uow:
        case = progress.read(uow, _link(uow, token).case_id)  # locks the dossier
        link = _link(uow, token)  # another press of the same link may have come first
        row = dossiers.dossier(uow.connection, case.dossier_id)
        if row is None or row.number != number:
            raise NotFound(text=NO_SUCH_LINK)
        if agrees:
            consent_within(uow, case.id)
            return
        _, decline = _steps(uow, case)
        if decline is None:
            raise TransitionRefused(text=NOTHING_TO_AGREE)
        linking.advance(uow, case.id, decline.code)
        after_filing.close_links(uow.connection, case.id, link.personal_id, uow.now)


def renew_link(uow: UnitOfWork, case_id: str, personal_id: str) -> None:
    """Make a new link for somebody whose consent is awaited; the one before opens nothing any more.

    Raises:
        NotFound: the case is not the acting person's, or does not wait for that consent.
    """
    with uow:
        case = progress.read(uow, case_id)
        procedure = uow.registry.procedure(case.procedure)
        state = procedure.state(case.state)
        waits = permissions.consenting(state, case.dossier_facts)
        waits -= consents_of(uow.connection, case_id)
        if case.dossier_owner != uow.actor.personal_id or personal_id not in waits:
            raise NotFound(text=NOTHING_TO_AGREE)
        consent_links.make(uow, case_id, personal_id, state, procedure)
        uow.record("consent-link-made", dossier_id=case.dossier_id, case_id=case_id)


def _link(uow: UnitOfWork, token: str) -> ConsentLinkRow:
    link = after_filing.link(uow.connection, digest(token))
    if link is None or link.personal_id != uow.actor.personal_id:
        raise NotFound(text=NO_SUCH_LINK)
    if link.answered_at is not None:
        raise TransitionRefused(text=ANSWERED)
    if not consent_links.is_open(link, uow.now):
        raise NotFound(text=NO_SUCH_LINK)
    return link


def _page(uow: UnitOfWork, link: ConsentLinkRow, case: CaseRecord, row: DossierRow) -> ConsentPage:
    procedure = uow.registry.procedure(case.procedure)
    state = _waiting_state(uow, case)
    agree, decline = _steps(uow, case)
    return ConsentPage(
        number=str(row.number),
        procedure=procedure.text,
        subject=row.subject,
        requester=str(row.facts.get("requester.full-name", "")),
        agree=agree.text,
        decline=decline.text if decline else None,
        waiting=state.citizen,
        items=_recorded(uow, case, row),
        expires_at=link.expires_at,
        quiet_tone=uow.registry.bundle(row.bundle).life_event == "death-of-a-relative",
    )


def _recorded(uow: UnitOfWork, case: CaseRecord, row: DossierRow) -> tuple[FactLine, ...]:
    """Return what the result would record, as far as it is known; no numbers of other people."""
    procedure = uow.registry.procedure(case.procedure)
    facts: Mapping[str, object] = progress.facts_of(case, procedure)
    lines = [line for output in procedure.outputs for line in known_items(uow, row, output, facts)]
    return tuple(line for line in lines if line.kind is not Kind.PERSONAL_ID)


def _waiting_state(uow: UnitOfWork, case: CaseRecord) -> State:
    state = uow.registry.procedure(case.procedure).state(case.state)
    if uow.actor.personal_id not in permissions.consenting(state, case.dossier_facts):
        raise NotFound(text=NO_SUCH_LINK)
    return state


def _steps(uow: UnitOfWork, case: CaseRecord) -> tuple[Step, Step | None]:
    """Return the step of agreeing and, where there is one, that of declining."""
    _waiting_state(uow, case)
    offered = compiled(uow.registry.procedure(case.procedure)).steps_from[case.state]
    of_relatives = [step for step in offered if step.by is Role.RELATIVE]
    return of_relatives[0], of_relatives[1] if len(of_relatives) > 1 else None
