"""What a citizen does with a declaration (tờ khai): start, save a section, check, submit, withdraw."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from services import linking
from services.access.actors import Actor
from services.agencies.contract import Agencies
from services.citizens.drafts import (
    DRAFT,
    SAVED_ELSEWHERE,
    identity_facts,
    keep_answers,
    open_draft,
    take_over,
    unfinished,
)
from services.effects import write_letter
from services.evidence import papers_needed
from services.exchange import registers
from services.money import fees
from services.unit_of_work import Context, UnitOfWork
from storage import dossiers, drafts
from storage.dossiers import DossierRow
from workflows import chain
from workflows.conditions import holds_safely
from workflows.errors import (
    AlreadyFiled,
    ConcurrentChange,
    DeclarationIncomplete,
    DefinitionError,
    NoDraft,
    NotAllowed,
    NotFound,
    TransitionRefused,
)
from workflows.forms import answers, origins
from workflows.forms.answers import Lists, Reading
from workflows.forms.cleaning import fold, spelling
from workflows.language import Bundle, Flag, Notify
from workflows.papers import NeededPaper
from workflows.questions import Declaration, Section
from workflows.words import Text

NO_SUCH_DRAFT = Text(vi="Không tìm thấy tờ khai này.", en="There is no such declaration.")
NOT_IN_FORCE = Text(
    vi="Hiện không có nhóm thủ tục liên thông nào cho việc này.",
    en="No linked group of procedures is in force for this today.",
)
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
        dossier = _freeze(uow, draft, bundle, declaration, facts, flags)
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
        _acknowledge(uow, dossier)
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


def draft_of(uow: UnitOfWork, dossier_id: str, *, any_state: bool = False) -> DossierRow:
    """Read a dossier of the acting person, or the one draft of whom they act for.

    Raises:
        NotFound: it does not exist or is somebody else's.
        NoDraft: it is no draft any more.
    """
    row = dossiers.dossier(uow.connection, dossier_id)
    if row is None or not uow.actor.reaches(row.id, row.owner):
        raise NotFound(text=NO_SUCH_DRAFT)
    if row.state != DRAFT and not any_state:
        raise NoDraft(text=NO_SUCH_DRAFT)
    return as_of_today(uow, row)


def as_of_today(uow: UnitOfWork, row: DossierRow) -> DossierRow:
    """Read a draft under the version in force today: the law may change until it is filed (rule 96).

    Raises:
        NotFound: no version is in force any more.
    """
    if row.state != DRAFT:
        return row
    newest = bundle_for(uow, uow.registry.bundle(row.bundle).slug)
    return row.model_copy(update={"bundle": newest.key, "declaration": newest.declaration})


def bundle_for(uow: UnitOfWork, slug: str) -> Bundle:
    """Return the linked group that one files under today for a life event.

    Raises:
        NotFound: nothing of the kind is in force today.
    """
    try:
        return uow.registry.bundle_by_slug(slug, uow.context.calendar().local_date(uow.now))
    except DefinitionError:
        raise NotFound(text=NOT_IN_FORCE) from None


def raised_flags(bundle: Bundle, facts: Mapping[str, Any]) -> tuple[Flag, ...]:
    """List the remarks that the rules make on these facts."""
    return tuple(flag for flag in bundle.flags if holds_safely(flag.when, facts))


# --- parts ----------------------------------------------------------------------------------------


def checked(uow: UnitOfWork, draft: DossierRow) -> tuple[dict[str, Any], list[str], tuple[NeededPaper, ...]]:
    """Return the facts, the flags and the papers of a draft that may be filed as it is.

    Raises:
        DeclarationIncomplete: answers or papers are missing.
        TransitionRefused: a rule refuses the filing.
    """
    bundle, declaration = uow.registry.bundle(draft.bundle), uow.registry.declaration(draft.declaration)
    today = uow.context.calendar().local_date(uow.now)
    facts = answers.prune(declaration, draft.answers, filed_on=today)
    if missing := answers.missing(declaration, facts):
        raise DeclarationIncomplete(missing)
    flags = flags_or_refuse(bundle, facts)
    wanted = papers_needed.needed(uow, bundle, facts)
    if lacking := papers_needed.lacking(uow, draft.id, wanted):
        raise DeclarationIncomplete(lacking)
    return facts, flags, wanted


def flags_or_refuse(bundle: Bundle, facts: Mapping[str, Any]) -> list[str]:
    """Return the codes of the flags that hold, or refuse the filing when one of them refuses."""
    raised = [flag for flag in bundle.flags if holds_safely(flag.when, facts)]
    for flag in raised:
        if flag.refuses:
            raise TransitionRefused(text=flag.text)
    return [flag.code for flag in raised]


def refuse_second_filing(uow: UnitOfWork, bundle: Bundle, owner: str, facts: Mapping[str, Any]) -> str | None:
    """Return the key of the event, when it has one.

    Raises:
        AlreadyFiled: the event has a dossier.
    """
    event_key = key_of(bundle, "same", bundle.same_event, facts)
    if event_key and (first := dossiers.dossier_by_event(uow.connection, event_key)):
        raise AlreadyFiled(
            first.number if first.owner == owner else None,
            text=Text(
                vi="Sự kiện này đã có một hồ sơ. Mỗi sự kiện chỉ đăng ký một lần.",
                en="This event already has a file. Each event is registered only once.",
            ),
        )
    return event_key


def _freeze(
    uow: UnitOfWork,
    draft: DossierRow,
    bundle: Bundle,
    declaration: Declaration,
    facts: dict[str, Any],
    flags: list[str],
) -> DossierRow:
    event_key = refuse_second_filing(uow, bundle, draft.owner, facts)
    alike_key = key_of(bundle, "alike", bundle.alike, facts)
    others = dossiers.dossiers_alike(uow.connection, alike_key) if alike_key else []
    suspected = bool(others) and not (bundle.unlike and holds_safely(bundle.unlike, facts))
    facts = {**facts, "duplicate.suspected": suspected}
    chain.taking_part(bundle, facts)  # a declaration that decides too little is refused before it is numbered
    values: dict[str, Any] = {
        "number": _number(uow),
        "bundle": bundle.key,
        "declaration": declaration.key,
        "state": "in-progress",
        "facts": facts,
        "origins": origins.stored(
            origins.followed(declaration, draft.answers, facts, origins.read(draft.origins), at=uow.now)
        ),
        "flags": flags + (["duplicate-suspected"] if suspected else []),
        "subject": str(facts.get(declaration.subject, "")),
        "subject_folded": fold(str(facts.get(declaration.subject, ""))),
        "phone_tail": str(facts.get(declaration.phone, ""))[-4:],
        "digest": digest_of(facts),
        "event_key": event_key,
        "alike_key": alike_key,
        "submitted_at": uow.now,
        "saved_at": uow.now,
    }
    if not dossiers.change_dossier(uow.connection, draft.id, draft.row_version, **values):
        raise ConcurrentChange(text=SAVED_ELSEWHERE)
    return draft.model_copy(update={**values, "row_version": draft.row_version + 1})


def _acknowledge(uow: UnitOfWork, dossier: DossierRow) -> None:
    write_letter(uow, dossier.id, RECEIPT)


def _number(uow: UnitOfWork) -> str:
    """Give the next dossier code (mã hồ sơ), in the shape of Circular 04/2025/TT-VPCP."""
    day = uow.context.calendar().local_date(uow.now).strftime("%y%m%d")
    serial = dossiers.next_in_series(uow.connection, f"dossier:{day}")
    return f"{uow.context.number_prefix}-{day}-01{serial:04d}"


def key_of(bundle: Bundle, word: str, names: tuple[str, ...], facts: Mapping[str, Any]) -> str | None:
    """Return one short key for the values of these facts, or nothing when one is missing.

    Two spellings of one name are one; Hà My and Hà Mỹ are two children.
    """
    values = [spelling(str(facts[name])) for name in names if facts.get(name) is not None]
    if not names or len(values) < len(names):
        return None
    return hashlib.sha256("\x1f".join((bundle.code, word, *values)).encode()).hexdigest()


def digest_of(facts: Mapping[str, Any]) -> str:
    """Return the SHA-256 of what was declared, in hexadecimal: the frozen declaration is known by it."""
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
