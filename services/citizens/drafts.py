"""A draft's row: opening it, finding it, keeping answers. Verbs open the unit of work."""

from collections.abc import Mapping
from typing import Any

from services.citizens.draft_codes import give_code
from services.unit_of_work import UnitOfWork
from storage import dossiers
from storage.dossiers import DossierRow
from storage.rows import add
from workflows.bundle import Bundle
from workflows.errors import ConcurrentChange, DefinitionError, NoDraft, NotFound
from workflows.forms.answers import prune
from workflows.forms.origins import followed, read, stored
from workflows.questions import Declaration, How
from workflows.words import Text

DRAFT = "draft"
SAVED_ELSEWHERE = Text(
    vi="Tờ khai vừa được lưu ở một cửa sổ khác. Hãy mở lại trang để thấy nội dung mới nhất.",
    en="This declaration was just saved in another window. Open the page again to see the newest content.",
)
NO_SUCH_DRAFT = Text(vi="Không tìm thấy tờ khai này.", en="There is no such declaration.")
NOT_IN_FORCE = Text(
    vi="Hiện không có nhóm thủ tục liên thông nào cho việc này.",
    en="No linked group of procedures is in force for this today.",
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
    add(uow.connection, row)
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


def _last_word(fact: str) -> str:
    return fact.rsplit(".", 1)[-1]
