"""What every act of an officer on a case begins with: the case of the own office, a colleague, a reason."""

from services.access import permissions
from services.access.actors import Actor
from services.access.permissions import FOR_OFFICERS, NO_FILE
from services.unit_of_work import UnitOfWork
from storage import people
from storage.cases import CaseRecord, read_case
from storage.people import OfficerRow
from workflows.errors import NotAllowed, NotFound, TransitionRefused
from workflows.forms.cleaning import clean_text
from workflows.vocabulary import Role
from workflows.words import Text

HANDLERS = frozenset({Role.CLERK, Role.LEADER})
LONGEST = 2000  # characters of a note, a question or a reason
ENDED = Text(vi="Hồ sơ đã kết thúc.", en="The file has ended.")
NO_COLLEAGUE = Text(
    vi="Hãy chọn một đồng nghiệp đang làm việc ở cơ quan của bạn.",
    en="Choose a colleague who works at your office.",
)
FAMILY_COLLEAGUE = Text(
    vi="Đồng nghiệp này là người có liên quan trong hồ sơ nên không được giải quyết hồ sơ.",
    en="This colleague is one of the people in the file, so they may not handle it.",
)


def own_case(uow: UnitOfWork, case_id: str, *, running: bool = True) -> CaseRecord:
    """Read a case of the acting officer's own office and lock its dossier; never one of their family.

    Raises:
        NotAllowed: the acting person does not work on cases, or is named in this one.
        NotFound: there is no such case at this office.
        TransitionRefused: it has ended, and the act needs one that runs.
    """
    require_handler(uow.actor)
    case = read_case(uow.connection, case_id)
    if case is None or case.office_id != uow.actor.office_id:
        raise NotFound(text=NO_FILE)
    permissions.require_unrelated(uow.actor, case)
    if running and uow.registry.procedure(case.procedure).state(case.state).ending is not None:
        raise TransitionRefused(text=ENDED)
    return case


def require_handler(actor: Actor) -> None:
    """Let only people through who work on cases of an office.

    Raises:
        NotAllowed: this one does not.
    """
    if actor.office_id is None or not actor.roles & HANDLERS:
        raise NotAllowed(text=FOR_OFFICERS)


def colleague(uow: UnitOfWork, officer_id: str) -> OfficerRow:
    """Read a colleague of the acting officer's own office who works on cases.

    Raises:
        TransitionRefused: nobody of that name works on cases here, or it is the acting officer.
    """
    row = people.officer(uow.connection, officer_id)
    if row is None or row.id == uow.actor.id or row not in handlers_of(uow):
        raise TransitionRefused(text=NO_COLLEAGUE)
    return row


def handlers_of(uow: UnitOfWork) -> list[OfficerRow]:
    """Read everybody who works on cases at the acting officer's office, by user name."""
    rows = people.officers_of(uow.connection, str(uow.actor.office_id))
    return [row for row in rows if set(row.roles) & HANDLERS]


def require_unrelated_colleague(row: OfficerRow, case: CaseRecord) -> None:
    """Keep a case from a colleague whom it names (60/2014/QH13 Art. 12).

    Raises:
        TransitionRefused: the colleague is one of the people in the dossier.
    """
    if is_named(row, case):
        raise TransitionRefused(text=FAMILY_COLLEAGUE)


def is_named(row: OfficerRow, case: CaseRecord) -> bool:
    """Say whether the dossier names an officer."""
    actor = Actor(row.id, row.name, frozenset(), office_id=row.office_id, personal_id=row.personal_id)
    return permissions.is_family(actor, case.dossier_facts)


def is_leader(actor: Actor) -> bool:
    """Say whether the actor leads an office."""
    return Role.LEADER in actor.roles


def written(words: str, *, least: int = 1) -> str:
    """Return what somebody wrote, cleaned.

    Raises:
        TransitionRefused: it is unreadable, or has fewer than `least` or more than `LONGEST` characters.
    """
    clean = clean_text(words)
    if isinstance(clean, Text):
        raise TransitionRefused(text=clean)
    if len(clean) < least:
        raise TransitionRefused(
            text=Text(vi=f"Hãy viết rõ hơn, ít nhất {least} chữ cái.", en=f"Write at least {least} letters.")
        )
    if len(clean) > LONGEST:
        raise TransitionRefused(
            text=Text(vi=f"Nhiều nhất {LONGEST} ký tự.", en=f"At most {LONGEST} characters.")
        )
    return clean
