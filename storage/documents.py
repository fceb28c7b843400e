"""Signed documents of results (bản điện tử của kết quả): the sealed file, and what proves a copy of it."""

from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, LargeBinary, String, insert, select
from sqlmodel import Field, SQLModel

from storage.outputs import OutputRow


class DocumentRow(SQLModel, table=True):
    """The one document of one version of an output.

    `code` stands on the document and opens its verification page; `sha256` is of the file as it was
    signed, and `signed_with` of the certificate that signed it. `content` is sealed by the vault.
    """

    __tablename__ = "document"
    output_id: str = Field(sa_column=Column(String, ForeignKey("output.id"), primary_key=True))
    dossier_id: str = Field(sa_column=Column(String, ForeignKey("dossier.id"), nullable=False, index=True))
    code: str = Field(unique=True)
    sha256: str = Field(index=True)
    signed_with: str
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    made_at: datetime


_document = DocumentRow.__table__  # type: ignore[attr-defined]
_output = OutputRow.__table__  # type: ignore[attr-defined]


def add(connection: Connection, row: DocumentRow) -> None:
    """Insert a document."""
    connection.execute(insert(_document).values(**row.model_dump()))


def document(connection: Connection, output_id: str) -> DocumentRow | None:
    """Read the document of one version of an output."""
    return _one(connection, _document.c.output_id == output_id)


def document_by_code(connection: Connection, code: str) -> DocumentRow | None:
    """Read the document on which this code stands."""
    return _one(connection, _document.c.code == code)


def known_file(connection: Connection, sha256: str) -> bool:
    """Say whether any document has exactly this content."""
    found = connection.execute(select(_document.c.output_id).where(_document.c.sha256 == sha256).limit(1))
    return found.first() is not None


def is_made(connection: Connection, output_id: str) -> bool:
    """Say whether one version of an output has its document."""
    found = connection.execute(select(_document.c.output_id).where(_document.c.output_id == output_id))
    return found.first() is not None


def output(connection: Connection, output_id: str) -> OutputRow | None:
    """Read one version of an output by its id."""
    row = connection.execute(select(_output).where(_output.c.id == output_id)).mappings().one_or_none()
    return OutputRow.model_validate(dict(row)) if row else None


def _one(connection: Connection, condition: object) -> DocumentRow | None:
    row = connection.execute(select(_document).where(condition)).mappings().one_or_none()  # type: ignore[arg-type]
    return DocumentRow.model_validate(dict(row)) if row else None
