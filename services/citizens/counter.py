"""Filing at the counter: an officer fills in a declaration for a citizen who is present (nộp hộ tại quầy)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from services.access import identity
from services.access.actors import Actor
from services.agencies.contract import Agencies
from services.citizens.draft_codes import DRAFT
from services.citizens.drafts import bundle_for, identity_facts, open_draft, unfinished
from services.exchange import registers
from services.reading.assisting import assisted
from services.reading.filing.drafts import JUST_FILED
from services.unit_of_work import Context, UnitOfWork
from storage import dossiers, people
from workflows.errors import NotAllowed, NotFound
from workflows.forms.origins import COUNTER
from workflows.vocabulary import Level
from workflows.words import Text

LOOK_UPS_PER_OFFICER = 60  # in a quarter of an hour
NOT_IN_REGISTER = Text(
    vi="Chưa tra được người này trong cơ sở dữ liệu dân cư. Hãy kiểm tra lại số định danh.",
    en="This person could not be found in the population register. Check the number.",
)
NOT_HERE = Text(vi="Chỉ cơ quan cấp xã nhận nộp hộ tại quầy.", en="Only commune offices file at the counter.")
NOT_ONESELF = Text(
    vi="Không tự nộp hộ cho chính mình. Hãy đăng nhập như người dân.",
    en="One does not file for oneself at the counter. Sign in as a citizen.",
)


@dataclass(frozen=True, slots=True)
class Applicant:
    """Whom the population register knows under a number, as the officer compares it with the person."""

    personal_id: str
    name: str
    born: date | None
    home: str


@dataclass(frozen=True, slots=True)
class Filed:
    """What was filed at the counter."""

    number: str
    bundle: Text
    requester: str
    due_at: datetime | None
    assisted: Text | None


def look_up(context: Context, agencies: Agencies, officer: Actor, personal_id: str) -> Applicant:
    """Read who has a personal ID.

    Raises:
        NotAllowed: another level's office, or the officer's own number.
        NotFound: the register knows nobody under it, or does not answer.
        TooManyAttempts: more look-ups than a counter has visitors.
    """
    with context.reading(officer) as uow:
        _require_counter(uow)
    if personal_id == officer.personal_id:
        raise NotAllowed(text=NOT_ONESELF)
    identity.count_tries(context, {f"counter:{officer.id}": LOOK_UPS_PER_OFFICER})
    known = registers.person(agencies, personal_id)
    if not known.get("full-name"):
        raise NotFound(text=NOT_IN_REGISTER)
    born = str(known.get("birth-date") or "")
    home = str(known.get("residence-address") or known.get("home-place") or "")
    return Applicant(personal_id, str(known["full-name"]), date.fromisoformat(born) if born else None, home)


def begin(
    context: Context, agencies: Agencies, officer: Actor, token: str, slug: str, personal_id: str
) -> str:
    """Open, or take up, the draft of a citizen who is present and has shown their ID; return its id.

    The officer's session holds this one draft from here on. That the officer has confirmed the person's
    presence is written into the journal.

    Raises:
        NotAllowed, NotFound, TooManyAttempts: as `look_up`; also when nothing is in force for this event.
    """
    applicant = look_up(context, agencies, officer, personal_id)
    known = registers.person(agencies, personal_id)
    with context.work(officer) as uow:
        draft_id = _draft_for(uow, applicant, known, slug)
        uow.record(
            "assisted-at-counter", dossier_id=draft_id, before=DRAFT, after=DRAFT, data={"present": True}
        )
        identity.hold(uow, token, draft_id)
        return draft_id


def filed(uow: UnitOfWork, number: str) -> Filed:
    """Read what the acting officer has filed for somebody under a number.

    Raises:
        NotFound: no such file, or another officer filed it.
    """
    with uow:
        row = dossiers.dossier_by_number(uow.connection, number)
        if row is None or row.assisted_by != uow.actor.id:
            raise NotFound()
        declaration = uow.registry.declaration(row.declaration)
        name = str(row.answers.get(declaration.requester.rsplit(".", 1)[0] + ".full-name") or row.owner)
        return Filed(
            str(row.number), uow.registry.bundle(row.bundle).text, name, row.due_at, assisted(uow, row)
        )


def just_filed(uow: UnitOfWork, token: str, draft_id: str, slug: str) -> str | None:
    """Return the number under which the acting officer filed this draft, or the one their session held last.

    Only for this life event and within the last day, as for a citizen who goes back to a form.
    """
    with uow:
        row = dossiers.dossier(uow.connection, draft_id or identity.last_held(uow, token) or "")
        if row is None or row.submitted_at is None or row.assisted_by != uow.actor.id:
            return None
        recent = uow.now - row.submitted_at < JUST_FILED
        return row.number if recent and uow.registry.bundle(row.bundle).slug == slug else None


def _draft_for(uow: UnitOfWork, applicant: Applicant, known: Mapping[str, object], slug: str) -> str:
    bundle = bundle_for(uow, slug)
    declaration = uow.registry.declaration(bundle.declaration)
    draft = unfinished(uow, bundle, applicant.personal_id)
    if draft is None:
        said = {"personal-id": applicant.personal_id, "full-name": applicant.name, **known}
        values = identity_facts(declaration, said)
        draft = open_draft(
            uow, bundle, declaration, applicant.personal_id, values, assisted_by=uow.actor.id, via=COUNTER
        )
    elif draft.assisted_by != uow.actor.id:
        dossiers.change_dossier(uow.connection, draft.id, draft.row_version, assisted_by=uow.actor.id)
    return draft.id


def _require_counter(uow: UnitOfWork) -> None:
    office = people.office(uow.connection, str(uow.actor.office_id))
    if office is None or uow.registry.authority(office.authority).level is not Level.COMMUNE:
        raise NotAllowed(text=NOT_HERE)
