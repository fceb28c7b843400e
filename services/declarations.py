"""What a citizen does with a declaration (tờ khai): start, save a section, check, submit, withdraw."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from services import linking, registers
from services.actors import Actor
from services.agencies.contract import Agencies
from services.effects import write_letter
from services.unit_of_work import Context, UnitOfWork
from storage import dossiers
from storage.dossiers import DossierRow
from workflows import chain
from workflows.conditions import holds_safely
from workflows.errors import (
    AlreadyFiled,
    ConcurrentChange,
    DeclarationIncomplete,
    DefinitionError,
    NotFound,
    TransitionRefused,
)
from workflows.forms import answers
from workflows.forms.answers import Lists, Reading
from workflows.forms.cleaning import fold, spelling
from workflows.language import Bundle, Flag, Notify
from workflows.questions import Declaration, How, Section
from workflows.words import Text

DRAFT = "draft"
NO_SUCH_DRAFT = Text(vi="Không tìm thấy tờ khai này.", en="There is no such declaration.")
NOT_IN_FORCE = Text(
    vi="Hiện không có nhóm thủ tục liên thông nào cho việc này.",
    en="No linked group of procedures is in force for this today.",
)
SAVED_ELSEWHERE = Text(
    vi="Tờ khai vừa được lưu ở một cửa sổ khác. Hãy mở lại trang để thấy nội dung mới nhất.",
    en="This declaration was just saved in another window. Open the page again to see the newest content.",
)
RECEIPT = Notify(
    letter="received",
    text=Text(
        vi="Đã nhận hồ sơ. Bạn theo dõi bằng mã hồ sơ.",
        en="Your file has been received. Track it by its code.",
    ),
)


def start(
    context: Context, agencies: Agencies, actor: Actor, slug: str, *, assisted_by: str | None = None
) -> str:
    """Start a declaration for a life event, under the version in force today; return the draft's id.

    The requester's own data come from the identity they signed in with and stay
    read-only (rule 2). An unfinished draft of the same event is taken up again.
    """
    known = registers.person(agencies, str(actor.personal_id))
    with context.work(actor) as uow:
        bundle = bundle_for(uow, slug)
        declaration = uow.registry.declaration(bundle.declaration)
        if draft := _unfinished(uow, bundle):
            return draft.id
        row = DossierRow(
            id=uow.new_id(),
            bundle=bundle.key,
            declaration=declaration.key,
            state=DRAFT,
            owner=str(actor.personal_id),
            assisted_by=assisted_by,
            answers=_identity(
                declaration, {"personal-id": actor.personal_id, "full-name": actor.name, **known}
            ),
            created_at=uow.now,
            saved_at=uow.now,
        )
        dossiers.add(uow.connection, row)
        uow.record("declaration-started", dossier_id=row.id, after=DRAFT, data={"bundle": bundle.key})
        return row.id


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
        _save(uow, draft, declaration, answers.prune(declaration, fetched, filed_on=today))
    return reading


def submit(context: Context, actor: Actor, draft_id: str) -> DossierRow:
    """Submit a declaration: freeze it, number it, open what may open, promise a date (giấy tiếp nhận).

    Pressing twice gives the same dossier. Its version is the one in force on the day of
    receipt, whatever the draft was started under, and stays so (rule 96).

    Raises:
        NotFound: no such draft of this person, or nothing to file it under today.
        DeclarationIncomplete: answers are missing.
        AlreadyFiled: the same event is filed already.
        TransitionRefused: a rule refuses the filing, or no office is competent.
    """
    with context.work(actor) as uow:
        draft = draft_of(uow, draft_id, any_state=True)
        if draft.state != DRAFT:
            return draft
        bundle = uow.registry.bundle(draft.bundle)
        declaration = uow.registry.declaration(draft.declaration)
        facts = _complete(declaration, draft.answers, uow)
        flags = _flags(bundle, facts)
        dossier = _freeze(uow, draft, bundle, declaration, facts, flags)
        uow.record(
            "submitted",
            dossier_id=dossier.id,
            before=DRAFT,
            after=dossier.state,
            data={"number": dossier.number},
        )
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
    """Read a dossier of the acting person.

    Raises:
        NotFound: it does not exist, is somebody else's, or is no draft any more.
    """
    row = dossiers.dossier(uow.connection, dossier_id)
    if row is None or row.owner != uow.actor.personal_id or not (any_state or row.state == DRAFT):
        raise NotFound(text=NO_SUCH_DRAFT)
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


def _identity(declaration: Declaration, known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts that the signed-in identity answers, by the record item that each names."""
    wanted = [question for question in declaration.questions() if question.how is How.IDENTITY]
    found = {
        question.fact: known.get(question.record_item or _last_word(question.fact)) for question in wanted
    }
    return {fact: value for fact, value in found.items() if value is not None}


def _last_word(fact: str) -> str:
    return fact.rsplit(".", 1)[-1]


def _unfinished(uow: UnitOfWork, bundle: Bundle) -> DossierRow | None:
    mine = dossiers.dossiers_of(uow.connection, str(uow.actor.personal_id))
    drafts = (row for row in mine if row.state == DRAFT)
    return next((row for row in drafts if uow.registry.bundle(row.bundle).code == bundle.code), None)


def _save(uow: UnitOfWork, draft: DossierRow, declaration: Declaration, values: dict[str, Any]) -> None:
    saved = dossiers.change_dossier(
        uow.connection,
        draft.id,
        draft.row_version,
        answers=values,
        subject=str(values.get(declaration.subject, "")),
        saved_at=uow.now,
    )
    if not saved:
        raise ConcurrentChange(text=SAVED_ELSEWHERE)


def _complete(declaration: Declaration, given: Mapping[str, Any], uow: UnitOfWork) -> dict[str, Any]:
    """Return the declared and derived facts of a complete declaration."""
    today = uow.context.calendar().local_date(uow.now)
    facts = answers.prune(declaration, given, filed_on=today)
    missing = answers.missing(declaration, facts)
    if missing:
        raise DeclarationIncomplete(missing)
    return facts


def _flags(bundle: Bundle, facts: Mapping[str, Any]) -> list[str]:
    """Return the codes of the flags that hold, or refuse the filing when one of them refuses."""
    raised = [flag for flag in bundle.flags if holds_safely(flag.when, facts)]
    for flag in raised:
        if flag.refuses:
            raise TransitionRefused(text=flag.text)
    return [flag.code for flag in raised]


def _freeze(
    uow: UnitOfWork,
    draft: DossierRow,
    bundle: Bundle,
    declaration: Declaration,
    facts: dict[str, Any],
    flags: list[str],
) -> DossierRow:
    event_key = _key_of(bundle, "same", bundle.same_event, facts)
    if event_key and (first := dossiers.dossier_by_event(uow.connection, event_key)):
        raise AlreadyFiled(
            first.number if first.owner == draft.owner else None,
            text=Text(
                vi="Sự kiện này đã có một hồ sơ. Mỗi sự kiện chỉ đăng ký một lần.",
                en="This event already has a file. Each event is registered only once.",
            ),
        )
    alike_key = _key_of(bundle, "alike", bundle.alike, facts)
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
        "flags": flags + (["duplicate-suspected"] if suspected else []),
        "subject": str(facts.get(declaration.subject, "")),
        "subject_folded": fold(str(facts.get(declaration.subject, ""))),
        "phone_tail": str(facts.get(declaration.phone, ""))[-4:],
        "digest": _digest(facts),
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


def _key_of(bundle: Bundle, word: str, names: tuple[str, ...], facts: Mapping[str, Any]) -> str | None:
    """Return one short key for the values of these facts, or nothing when one is missing.

    Two spellings of one name are one; Hà My and Hà Mỹ are two children.
    """
    values = [spelling(str(facts[name])) for name in names if facts.get(name) is not None]
    if not names or len(values) < len(names):
        return None
    return hashlib.sha256("\x1f".join((bundle.code, word, *values)).encode()).hexdigest()


def _digest(facts: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(facts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
