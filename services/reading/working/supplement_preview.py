"""Reading what a request for a supplement would send, before it is sent: message, SMS, and slip 02."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from services import effects
from services.reading import waiting
from services.reading.following.slips import AGAIN_REASON, Sheet
from services.reading.parts import case_parts
from services.unit_of_work import UnitOfWork
from storage import after_filing, dossiers
from storage.cases import cases_of, look_at_case
from workflows import letters, slips
from workflows.errors import NotFound, TransitionRefused
from workflows.language import Notify
from workflows.letters import Sms
from workflows.slips import Slip
from workflows.vocabulary import OfficialStatus
from workflows.words import Text

NO_FILE = Text(vi="Không tìm thấy hồ sơ này.", en="There is no such file.")
NO_PREVIEW = Text(
    vi="Bước này không gửi yêu cầu bổ sung nên không có gì để xem trước.",
    en="This step asks for no supplement, so there is nothing to preview.",
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a slip says of the dossier."""

    number: str
    bundle: Text
    subject: str


@dataclass(frozen=True, slots=True)
class SupplementPreview:
    """The request as it would be sent now; `sms` is None when the requester wants none, in `language`."""

    case_id: str
    step: str
    dossier: Head
    requester: str
    slip: Slip
    sheet: Sheet
    letter: Text
    sms: Sms | None
    language: str


def preview(
    uow: UnitOfWork, case_id: str, code: str, values: Mapping[str, Any], address: Callable[[str], str]
) -> SupplementPreview:
    """Read what the step would send with these values; nothing is written.

    Raises:
        NotFound: there is no such case at the acting officer's office.
        TransitionRefused: the step asks for no supplement.
    """
    with uow:
        case = look_at_case(uow.connection, case_id) if uow.actor.is_officer else None
        row = dossiers.dossier(uow.connection, case.dossier_id) if case else None
        if case is None or row is None or case.office_id != uow.actor.office_id:
            raise NotFound(text=NO_FILE)
        procedure = uow.registry.procedure(case.procedure)
        step, slip = procedure.step(code), slips.slip(slips.SUPPLEMENT)
        state = procedure.state(step.target) if step else None
        if step is None or slip is None or state is None or state.status is not OfficialStatus.SUPPLEMENT:
            raise TransitionRefused(text=NO_PREVIEW)
        parts = case_parts(uow, row, cases_of(uow.connection, row.id))
        part = next(one for one in parts if one.id == case.id)
        timer = state.timers[0] if state.timers else None
        sheet = Sheet(
            part,
            uow.now,
            part.office,
            asked=waiting.everything_asked(uow, row, procedure, values),
            reason=str(values.get(AGAIN_REASON, "")),
            answer_by=effects.timer_ends(uow, timer, procedure, uow.now) if timer else None,
            working_days=timer.working_days if timer else None,
            source=timer.source if timer else step.rule,
        )
        letter = next(effect for effect in step.effects if isinstance(effect, Notify))
        wish = after_filing.preference(uow.connection, row.owner)
        language, wanted = (wish.language, wish.sms) if wish else ("vi", True)
        number = str(row.number)
        return SupplementPreview(
            case_id=case.id,
            step=code,
            dossier=Head(number, uow.registry.bundle(row.bundle).text, row.subject),
            requester=str(row.facts.get("requester.full-name", "")),
            slip=slip,
            sheet=sheet,
            letter=letter.text,
            sms=letters.sms(letter.letter, number, language, address(number)) if wanted else None,
            language=language,
        )
