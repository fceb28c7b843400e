"""Handing a document out: to whoever filed, and to the office that issued it; to nobody else."""

from dataclasses import dataclass

from services.access.actors import Actor
from services.documents.contents import NO_SUCH_DOCUMENT, Contents, contents_of
from services.documents.issuing import about
from services.unit_of_work import Context
from storage import documents
from workflows.errors import NotFound
from workflows.vocabulary import Role
from workflows.words import Text


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """One signed PDF, and what names the file: the result, and the code of its dossier."""

    title: Text
    number: str
    content: bytes


def download(context: Context, actor: Actor, number: str, output_id: str) -> DocumentFile:
    """Return the signed document of a result (tải kết quả).

    Whoever filed gets what is in force; the office that issued it may also read what it replaced.

    Raises:
        NotFound: there is no such document, not yet, or it is not for this person.
    """
    with context.reading(actor) as uow:
        contents = contents_of(uow, output_id)
        row = documents.document(uow.connection, output_id)
    if row is None or contents.number != number or not _may_have(actor, contents):
        raise NotFound(text=NO_SUCH_DOCUMENT)
    return DocumentFile(contents.title, number, context.vault.open(row.content, about(output_id)))


def _may_have(actor: Actor, contents: Contents) -> bool:
    if actor.is_officer:
        return actor.office_id == contents.office_id
    filed_it = Role.CITIZEN in actor.roles and actor.personal_id == contents.owner
    return filed_it and contents.standing == "valid"
