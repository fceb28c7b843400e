"""A second opinion (ý kiến thứ hai): one question to one named colleague, one answer; it decides nothing."""

from services.officers import desk
from services.unit_of_work import UnitOfWork
from storage import officers
from storage.officers import OpinionRow
from storage.rows import add
from workflows.errors import NotAllowed, NotFound, TransitionRefused
from workflows.words import Text

LEAST = 10  # letters of a question
ANSWERED = Text(vi="Câu hỏi này đã được trả lời.", en="This question has been answered.")
NOT_ASKED = Text(vi="Câu hỏi này dành cho người khác.", en="This question is for somebody else.")
NO_QUESTION = Text(vi="Không có câu hỏi này.", en="There is no such question.")
SAME_OPEN = Text(
    vi="Người này còn một câu hỏi chưa trả lời về hồ sơ này.",
    en="This person still has an open question about this file.",
)


def ask(uow: UnitOfWork, case_id: str, officer_id: str, question: str) -> None:
    """Ask a colleague of the office about a case; the case can go on meanwhile.

    Raises:
        NotFound: there is no such case at this office.
        NotAllowed: the actor does not work on cases, or is named in this one.
        TransitionRefused: it has ended, no such colleague, the colleague is named in the dossier or still
            has a question open about it, or the question is too short.
    """
    words = desk.written(question, least=LEAST)
    with uow:
        case = desk.own_case(uow, case_id)
        row = desk.colleague(uow, officer_id)
        desk.require_unrelated_colleague(row, case)
        asked = officers.opinions_of(uow.connection, case.id, case.office_id)
        if any(one.asked_of == row.id and one.answered_at is None for one in asked):
            raise TransitionRefused(text=SAME_OPEN)
        opinion = OpinionRow(
            id=uow.new_id(),
            case_id=case.id,
            office_id=case.office_id,
            asked_by=uow.actor.id,
            asked_by_name=uow.actor.name,
            asked_of=row.id,
            asked_of_name=row.name,
            question=words,
            asked_at=uow.now,
        )
        add(uow.connection, opinion)
        uow.record(
            "opinion-asked",
            dossier_id=case.dossier_id,
            case_id=case.id,
            data={"opinion": opinion.id, "of": row.id},
        )


def answer(uow: UnitOfWork, case_id: str, opinion_id: str, *, agrees: bool, words: str) -> None:
    """Answer a question that was put to the acting officer; once.

    Raises:
        NotFound: there is no such case at this office, or no such question about it.
        NotAllowed: somebody else was asked, or family.
        TransitionRefused: it was answered before, or there are no words.
    """
    clean = desk.written(words)
    with uow:
        case = desk.own_case(uow, case_id, running=False)
        row = officers.opinion(uow.connection, opinion_id)
        if row is None or (row.case_id, row.office_id) != (case.id, case.office_id):
            raise NotFound(text=NO_QUESTION)
        if row.asked_of != uow.actor.id:
            raise NotAllowed(text=NOT_ASKED)
        if not officers.answer_opinion(uow.connection, row.id, agrees=agrees, words=clean, at=uow.now):
            raise TransitionRefused(text=ANSWERED)
        uow.record(
            "opinion-given",
            dossier_id=case.dossier_id,
            case_id=case.id,
            data={"opinion": row.id, "agrees": agrees},
        )
