"""Consents (đồng ý qua VNeID): who has agreed to a case, and which dossiers wait for somebody."""

from datetime import datetime

from sqlalchemy import Column, Connection, ForeignKey, String, select
from sqlmodel import Field, SQLModel

from storage.cases import CaseRow
from storage.dossiers import DossierRow


class ConsentRow(SQLModel, table=True):
    """One person's agreement to a case (đồng ý qua VNeID); a second press changes nothing."""

    __tablename__ = "consent"
    case_id: str = Field(sa_column=Column(String, ForeignKey("dossier_case.id"), primary_key=True))
    personal_id: str = Field(primary_key=True)
    given_at: datetime


_consent = ConsentRow.__table__  # type: ignore[attr-defined]
_case = CaseRow.__table__  # type: ignore[attr-defined]
_dossier = DossierRow.__table__  # type: ignore[attr-defined]


def consents_of(connection: Connection, case_id: str) -> set[str]:
    """Read the personal IDs of those who have agreed to a case."""
    return set(connection.scalars(select(_consent.c.personal_id).where(_consent.c.case_id == case_id)))


def dossiers_waiting_for_relatives(connection: Connection) -> list[DossierRow]:
    """Read the dossiers of which a case waits for somebody's consent."""
    waiting = select(_case.c.dossier_id).where(_case.c.waits_for == "relative", _case.c.ending.is_(None))
    found = connection.execute(select(_dossier).where(_dossier.c.id.in_(waiting)))
    return [DossierRow.model_validate(dict(row)) for row in found.mappings()]
