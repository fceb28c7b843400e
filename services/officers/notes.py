"""Internal notes on a case (ghi chú nội bộ): written once, for the own office only, never for citizens."""

from services.officers import desk
from services.unit_of_work import UnitOfWork
from storage.officers import NoteRow
from storage.rows import add


def write(uow: UnitOfWork, case_id: str, words: str) -> None:
    """Write a note on a case; nobody can change or delete it.

    The journal says that a note was written and by whom, not what it says.

    Raises:
        NotFound: there is no such case at this office.
        NotAllowed: the actor does not work on cases, or is named in this one.
        TransitionRefused: there are no words, or too many.
    """
    clean = desk.written(words)
    with uow:
        case = desk.own_case(uow, case_id, running=False)
        row = NoteRow(
            id=uow.new_id(),
            case_id=case.id,
            office_id=case.office_id,
            author_id=uow.actor.id,
            author_name=uow.actor.name,
            words=clean,
            written_at=uow.now,
        )
        add(uow.connection, row)
        uow.record("note-written", dossier_id=case.dossier_id, case_id=case.id, data={"note": row.id})
