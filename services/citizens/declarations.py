"""What a citizen does with a declaration (tờ khai): start, save a section, check, submit, withdraw."""

from collections.abc import Mapping
from typing import Any

from services import linking
from services.access.actors import Actor
from services.agencies.contract import Agencies
from services.citizens.drafts import (
    DRAFT,
    bundle_for,
    draft_of,
    identity_facts,
    keep_answers,
    open_draft,
    take_over,
    unfinished,
)
from services.citizens.freezing import checked, freeze
from services.effects import write_letter
from services.evidence import papers_needed
from services.exchange import registers
from services.money import fees
from services.unit_of_work import Context, UnitOfWork
from storage import drafts
from storage.dossiers import DossierRow
from workflows.errors import (
    NotAllowed,
    TransitionRefused,
)
from workflows.forms import answers, origins
from workflows.forms.answers import Lists, Reading
from workflows.language import Notify
from workflows.questions import Section
from workflows.words import Text

OWNER_SUBMITS = Text(
    vi="Chủ tờ khai đăng nhập thì mới nộp được.", en="Only whose declaration it is can submit it, signed in."
)
RECEIPT = Notify(
    letter="received",
    text=Text(
        vi="Đã nhận hồ sơ. Bạn theo dõi bằng mã hồ sơ.",
        en="Your file has been received. Track it by its code.",
    ),
)


def start(
    context: Context,
    agencies: Agencies,
    actor: Actor,
    slug: str,
    *,
    assisted_by: str | None = None,
    answered: Mapping[str, Any] | None = None,
) -> str:
    """Start a declaration for a life event, under the version in force today; return the draft's id.

    The requester's own data come from the identity they signed in with and stay
    read-only (rule 2). An unfinished draft of the same event is taken up again. What was `answered`
    before, to see whether the group applies, is not asked again.
    """
    known = registers.person(agencies, str(actor.personal_id))
    with context.work(actor) as uow:
        bundle = bundle_for(uow, slug)
        declaration = uow.registry.declaration(bundle.declaration)
        draft = unfinished(uow, bundle, str(actor.personal_id))
        if draft is None:
            values = identity_facts(
                declaration, {"personal-id": actor.personal_id, "full-name": actor.name, **known}
            )
            owner = str(actor.personal_id)
            draft = open_draft(uow, bundle, declaration, owner, values, assisted_by=assisted_by)
        if answered:
            take_over(uow, draft, declaration, answered, via=origins.BEFORE)
        return draft.id


def save_section(
    context: Context,
    agencies: Agencies,
    lists: Lists,
    actor: Actor,
    draft_id: str,
    section: Section,
    raw: Mapping[str, str],
) -> Reading:
    """Read one page of the form and keep every value that can be read, also beside wrong ones.

    Registers are asked between two transactions. What was typed wrongly comes back
    as problems with the values that were typed.

    Raises:
        NotFound: no such draft of this person.
        ConcurrentChange: another window saved in between.
    """
    with context.reading(actor) as uow:
        draft = draft_of(uow, draft_id)
        declaration = uow.registry.declaration(draft.declaration)
        today = uow.context.calendar().local_date(uow.now)
    reading = answers.read_section(declaration, section, raw, draft.answers, today=today, lists=lists)
    kept = answers.prune(declaration, reading.applied_to(draft.answers), filed_on=today)
    fetched = registers.fetch(agencies, declaration, kept)
    with context.work(actor) as uow:
        keep_answers(uow, draft, declaration, answers.prune(declaration, fetched, filed_on=today))
    return reading


def submit(context: Context, actor: Actor, draft_id: str) -> DossierRow:
    """Submit a declaration: freeze it, number it, open what may open, promise a date (giấy tiếp nhận).

    Pressing twice gives the same dossier. Its version is the one in force on the day of
    receipt, whatever the draft was started under, and stays so (rule 96).

    Raises:
        NotFound: no such draft of this person, or nothing to file it under today.
        DeclarationIncomplete: answers or papers are missing.
        AlreadyFiled: the same event is filed already.
        TransitionRefused: a rule refuses the filing, or no office is competent.
        NotAllowed: whoever acts knows only the draft's code (rule 2).
        PaymentDue: a fee is due online and not paid.
    """
    with context.work(actor) as uow:
        draft = draft_of(uow, draft_id, any_state=True)
        if draft.state != DRAFT:
            return draft
        if uow.actor.acting_for and not uow.actor.is_officer:
            raise NotAllowed(text=OWNER_SUBMITS)
        bundle = uow.registry.bundle(draft.bundle)
        declaration = uow.registry.declaration(draft.declaration)
        facts, flags, wanted = checked(uow, draft)
        account = fees.require_paid(uow, draft, bundle, facts)
        dossier = freeze(uow, draft, bundle, declaration, facts, flags)
        fees.close(uow, account)
        attached = papers_needed.freeze(uow, dossier.id, wanted)
        uow.record(
            "submitted",
            dossier_id=dossier.id,
            before=DRAFT,
            after=dossier.state,
            data={"number": dossier.number, **({"papers": attached} if attached else {})},
        )
        drafts.remove_code(uow.connection, dossier.id)
        write_letter(uow, dossier.id, RECEIPT)
        return linking.open_what_may(uow, dossier)


def withdraw(uow: UnitOfWork, dossier_id: str) -> int:
    """Withdraw a dossier on the requester's wish (rút hồ sơ); return how many cases stopped.

    Acts already finished stand; nothing more opens (118/2025/NĐ-CP Art. 21).

    Raises:
        NotFound: no such dossier of this person.
        TransitionRefused: everything has ended already.
    """
    with uow:
        dossier = draft_of(uow, dossier_id, any_state=True)
        if dossier.state != "in-progress":
            raise TransitionRefused(
                text=Text(
                    vi="Hồ sơ đã kết thúc nên không rút được.",
                    en="The file has ended, so it cannot be withdrawn.",
                )
            )
        uow.record("withdrawal-asked", dossier_id=dossier.id)
        return linking.withdraw_all(uow, dossier)
