"""What submitting does to a draft: checked, refused or frozen under its number, and known by its digest."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from services.citizens.drafts import SAVED_ELSEWHERE
from services.evidence import papers_needed
from services.unit_of_work import UnitOfWork
from storage import dossiers
from storage.dossiers import DossierRow
from storage.series import next_in_series
from workflows import chain
from workflows.bundle import Bundle, Flag
from workflows.conditions import holds_safely
from workflows.errors import (
    AlreadyFiled,
    ConcurrentChange,
    DeclarationIncomplete,
    TransitionRefused,
)
from workflows.forms import answers, origins
from workflows.forms.cleaning import fold, spelling
from workflows.papers import NeededPaper
from workflows.questions import Declaration
from workflows.words import Text


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
    raised = raised_flags(bundle, facts)
    for flag in raised:
        if flag.refuses:
            raise TransitionRefused(text=flag.text)
    return [flag.code for flag in raised]


def raised_flags(bundle: Bundle, facts: Mapping[str, Any]) -> tuple[Flag, ...]:
    """List the remarks that the rules make on these facts."""
    return tuple(flag for flag in bundle.flags if holds_safely(flag.when, facts))


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


def freeze(
    uow: UnitOfWork,
    draft: DossierRow,
    bundle: Bundle,
    declaration: Declaration,
    facts: dict[str, Any],
    flags: list[str],
) -> DossierRow:
    """Turn a draft into a numbered dossier that nobody changes any more.

    Raises:
        AlreadyFiled: the event has a dossier.
        ConcurrentChange: another window saved in between.
    """
    event_key = refuse_second_filing(uow, bundle, draft.owner, facts)
    facts = {**facts, "duplicate.suspected": _looks_like_another(uow, bundle, facts)}
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
        "flags": flags + (["duplicate-suspected"] if facts["duplicate.suspected"] else []),
        "event_key": event_key,
        **known_by(bundle, declaration, facts),
        "submitted_at": uow.now,
        "saved_at": uow.now,
    }
    if not dossiers.change_dossier(uow.connection, draft.id, draft.row_version, **values):
        raise ConcurrentChange(text=SAVED_ELSEWHERE)
    return draft.model_copy(update={**values, "row_version": draft.row_version + 1})


def known_by(bundle: Bundle, declaration: Declaration, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns by which a dossier with these facts is found, recognised and compared."""
    subject = str(facts.get(declaration.subject, ""))
    return {
        "subject": subject,
        "subject_folded": fold(subject),
        "phone_tail": str(facts.get(declaration.phone, ""))[-4:],
        "digest": digest_of(facts),
        "alike_key": key_of(bundle, "alike", bundle.alike, facts),
    }


def _looks_like_another(uow: UnitOfWork, bundle: Bundle, facts: Mapping[str, Any]) -> bool:
    """Say whether another dossier speaks of what seems the same event, and no twin explains it."""
    alike_key = key_of(bundle, "alike", bundle.alike, facts)
    if alike_key is None or not dossiers.dossiers_alike(uow.connection, alike_key):
        return False
    return not (bundle.unlike and holds_safely(bundle.unlike, facts))


def _number(uow: UnitOfWork) -> str:
    """Give the next dossier code (mã hồ sơ), in the shape of Circular 04/2025/TT-VPCP."""
    day = uow.context.calendar().local_date(uow.now).strftime("%y%m%d")
    serial = next_in_series(uow.connection, f"dossier:{day}")
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
