"""What citizens leave after they have filed: links for those who must agree, ratings, wishes for messages."""

from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    LargeBinary,
    String,
    UniqueConstraint,
    func,
    select,
    update,
)
from sqlmodel import Field, SQLModel


class ConsentLinkRow(SQLModel, table=True):
    """A person's own link to one consent (đường dẫn xác nhận); the id is a digest of its token.

    The token itself is sealed, so that the requester can copy it: the table alone opens nothing.
    A person has one link for a case; a new one takes the place of the one before.
    """

    __tablename__ = "consent_link"
    __table_args__ = (UniqueConstraint("case_id", "personal_id"),)
    id: str = Field(primary_key=True)
    case_id: str = Field(sa_column=Column(String, ForeignKey("dossier_case.id"), nullable=False))
    personal_id: str
    sealed: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    made_at: datetime
    expires_at: datetime | None = None
    answered_at: datetime | None = None


class RatingRow(SQLModel, table=True):
    """What a requester thought of the service (đánh giá), once for each dossier."""

    __tablename__ = "rating"
    __table_args__ = (CheckConstraint("score BETWEEN 1 AND 5", name="score"),)
    dossier_id: str = Field(sa_column=Column(String, ForeignKey("dossier.id"), primary_key=True))
    score: int
    words: str = ""
    given_at: datetime


class PreferenceRow(SQLModel, table=True):
    """How a citizen wants messages: in which language, and whether by SMS as well."""

    __tablename__ = "preference"
    personal_id: str = Field(primary_key=True)
    language: str
    sms: bool
    saved_at: datetime


_link = ConsentLinkRow.__table__  # type: ignore[attr-defined]
_rating = RatingRow.__table__  # type: ignore[attr-defined]
_preference = PreferenceRow.__table__  # type: ignore[attr-defined]


def link(connection: Connection, digest: str) -> ConsentLinkRow | None:
    """Read a link by the digest of its token."""
    row = connection.execute(select(_link).where(_link.c.id == digest)).mappings().one_or_none()
    return ConsentLinkRow.model_validate(dict(row)) if row else None


def links_of(connection: Connection, case_id: str) -> dict[str, ConsentLinkRow]:
    """Read the links of a case, by the personal ID of whose they are."""
    found = connection.execute(select(_link).where(_link.c.case_id == case_id)).mappings()
    return {row["personal_id"]: ConsentLinkRow.model_validate(dict(row)) for row in found}


def put_link(connection: Connection, row: ConsentLinkRow) -> None:
    """Write a person's link to a case in the place of the one before."""
    connection.execute(
        _link.delete().where(_link.c.case_id == row.case_id, _link.c.personal_id == row.personal_id)
    )
    connection.execute(_link.insert().values(row.model_dump()))


def close_links(connection: Connection, case_id: str, personal_id: str, now: datetime) -> None:
    """Note that a person has answered: their link opens nothing any more."""
    connection.execute(
        update(_link)
        .where(_link.c.case_id == case_id, _link.c.personal_id == personal_id, _link.c.answered_at.is_(None))
        .values(answered_at=now)
    )


def rating(connection: Connection, dossier_id: str) -> RatingRow | None:
    """Read the rating of a dossier."""
    row = (
        connection.execute(select(_rating).where(_rating.c.dossier_id == dossier_id)).mappings().one_or_none()
    )
    return RatingRow.model_validate(dict(row)) if row else None


def ratings_by_score(connection: Connection) -> dict[int, int]:
    """Count the ratings of each score."""
    found = connection.execute(select(_rating.c.score, func.count()).group_by(_rating.c.score))
    return {int(score): int(count) for score, count in found.all()}


def preference(connection: Connection, personal_id: str) -> PreferenceRow | None:
    """Read how a person wants messages."""
    row = connection.execute(select(_preference).where(_preference.c.personal_id == personal_id))
    found = row.mappings().one_or_none()
    return PreferenceRow.model_validate(dict(found)) if found else None


def put_preference(connection: Connection, row: PreferenceRow) -> None:
    """Write how a person wants messages."""
    connection.execute(_preference.delete().where(_preference.c.personal_id == row.personal_id))
    connection.execute(_preference.insert().values(row.model_dump()))
