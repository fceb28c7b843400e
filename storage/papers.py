"""Papers that people attach (giấy tờ đính kèm): what each is in one table, its sealed bytes in another."""

from datetime import datetime
from typing import Any, Literal

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    LargeBinary,
    String,
    UniqueConstraint,
    bindparam,
    delete,
    select,
)
from sqlmodel import Field, SQLModel

from storage.statements import Prepared

Copy = Literal["original", "shown", "thumbnail"]


class PaperRow(SQLModel, table=True):
    """One photo or file that proves something; `case_id` only when it answers a request of that case.

    `sending` is the number of the sending: a repeat of it makes no second row. `digest` is the
    SHA-256 of the original.
    """

    __tablename__ = "paper"
    __table_args__ = (UniqueConstraint("dossier_id", "sending"),)
    id: str = Field(primary_key=True)
    dossier_id: str = Field(sa_column=Column(String, ForeignKey("dossier.id"), nullable=False))
    case_id: str | None = Field(
        default=None, sa_column=Column(String, ForeignKey("dossier_case.id"), nullable=True)
    )
    evidence: str
    media: str  # image/jpeg | image/png | image/webp | application/pdf
    size: int  # bytes of the original
    pages: int
    has_picture: bool
    digest: str
    sending: str
    attached_by: str
    attached_at: datetime


class PaperContentRow(SQLModel, table=True):
    """The sealed bytes of one paper: the original, a clean copy to look at, a small picture."""

    __tablename__ = "paper_content"
    paper_id: str = Field(sa_column=Column(String, ForeignKey("paper.id"), primary_key=True))
    original: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    shown: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))
    thumbnail: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))


_paper = PaperRow.__table__  # type: ignore[attr-defined]
_content = PaperContentRow.__table__  # type: ignore[attr-defined]
_OF_DOSSIER = Prepared(
    select(_paper)
    .where(_paper.c.dossier_id == bindparam("dossier_id"))
    .order_by(_paper.c.attached_at, _paper.c.id)
)


def papers_of(connection: Connection, dossier_id: str) -> list[PaperRow]:
    """Read what is attached to a dossier, oldest first, without the bytes."""
    names = _paper.c.keys()
    found = _OF_DOSSIER.all(connection, dossier_id=dossier_id)
    return [PaperRow.model_validate(dict(zip(names, values, strict=True))) for values in found]


def paper(connection: Connection, paper_id: str) -> PaperRow | None:
    """Read one paper without its bytes."""
    row = connection.execute(select(_paper).where(_paper.c.id == paper_id)).mappings().one_or_none()
    return PaperRow.model_validate(dict(row)) if row else None


def sealed(connection: Connection, paper_id: str, copy: Copy) -> bytes | None:
    """Read the sealed bytes of one copy of a paper, and of no other."""
    found: Any = connection.execute(
        select(_content.c[copy]).where(_content.c.paper_id == paper_id)
    ).scalar_one_or_none()
    return None if found is None else bytes(found)


def remove(connection: Connection, paper_ids: list[str]) -> None:
    """Remove papers with their bytes."""
    connection.execute(delete(_content).where(_content.c.paper_id.in_(paper_ids)))
    connection.execute(delete(_paper).where(_paper.c.id.in_(paper_ids)))


def remove_all(connection: Connection, dossier_id: str) -> None:
    """Remove everything that is attached to a draft, before the draft itself is removed."""
    remove(connection, [row.id for row in papers_of(connection, dossier_id)])
