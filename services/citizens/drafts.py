"""A draft's row: opening it, finding the unfinished one, keeping answers. Verbs open the unit of work."""

from collections.abc import Mapping
from typing import Any

from services.citizens.draft_codes import give_code
from services.unit_of_work import UnitOfWork
from storage import dossiers
from storage.dossiers import DossierRow
from workflows.errors import ConcurrentChange
from workflows.forms.answers import prune
from workflows.forms.origins import followed, read, stored
from workflows.language import Bundle
from workflows.questions import Declaration, How
from workflows.words import Text

DRAFT = "draft"
SAVED_ELSEWHERE = Text(
    vi="Tờ khai vừa được lưu ở một cửa sổ khác. Hãy mở lại trang để thấy nội dung mới nhất.",
    en="This declaration was just saved in another window. Open the page again to see the newest content.",
)


def identity_facts(declaration: Declaration, known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts that the signed-in identity answers, by the record item that each names."""
    wanted = [question for question in declaration.questions() if question.how is How.IDENTITY]
    found = {
        question.fact: known.get(question.record_item or _last_word(question.fact)) for question in wanted
    }
    return {fact: value for fact, value in found.items() if value is not None}


def unfinished(uow: UnitOfWork, bundle: Bundle, owner: str) -> DossierRow | None:
    """Find the draft of one person for an event, under whatever version it was begun."""
    drafts = (row for row in dossiers.dossiers_of(uow.connection, owner) if row.state == DRAFT)
    return next((row for row in drafts if uow.registry.bundle(row.bundle).code == bundle.code), None)


def open_draft(
    uow: UnitOfWork,
    bundle: Bundle,
    declaration: Declaration,
    owner: str,
    values: Mapping[str, Any],
    *,
    assisted_by: str | None = None,
    via: str | None = None,
) -> DossierRow:
    """Write a new draft with what is known already, and return it (`via` as in `Origin`)."""
    row = DossierRow(
        id=uow.new_id(),
        bundle=bundle.key,
        declaration=declaration.key,
        state=DRAFT,
        owner=owner,
        assisted_by=assisted_by,
        subject=str(values.get(declaration.subject, "")),
        answers=dict(values),
        origins=stored(followed(declaration, {}, values, {}, at=uow.now, via=via)),
        created_at=uow.now,
        saved_at=uow.now,
    )
    dossiers.add(uow.connection, row)
    give_code(uow, row.id)
    uow.record("declaration-started", dossier_id=row.id, after=DRAFT, data={"bundle": bundle.key})
    return row


def keep_answers(
    uow: UnitOfWork,
    draft: DossierRow,
    declaration: Declaration,
    values: Mapping[str, Any],
    *,
    via: str | None = None,
    number: str | None = None,
) -> None:
    """Write a draft's answers, each with where it came from (`via` and `number` as in `Origin`).

    Raises:
        ConcurrentChange: another window saved in between.
    """
    before = read(draft.origins)
    origins = followed(declaration, draft.answers, values, before, at=uow.now, via=via, number=number)
    saved = dossiers.change_dossier(
        uow.connection,
        draft.id,
        draft.row_version,
        answers=dict(values),
        origins=stored(origins),
        subject=str(values.get(declaration.subject, "")),
        saved_at=uow.now,
    )
    if not saved:
        raise ConcurrentChange(text=SAVED_ELSEWHERE)


def take_over(
    uow: UnitOfWork,
    draft: DossierRow,
    declaration: Declaration,
    taken: Mapping[str, Any],
    *,
    via: str,
    number: str | None = None,
) -> None:
    """Fill what a draft lacks with answers that were given elsewhere; nothing it has is changed.

    Raises:
        ConcurrentChange: another window saved in between.
    """
    today = uow.context.calendar().local_date(uow.now)
    values = prune(declaration, {**taken, **draft.answers}, filed_on=today)
    keep_answers(uow, draft, declaration, values, via=via, number=number)


def _last_word(fact: str) -> str:
    return fact.rsplit(".", 1)[-1]
