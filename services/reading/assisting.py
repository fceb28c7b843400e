"""Who helped to fill in a declaration at the counter, in words."""

from services.unit_of_work import UnitOfWork
from storage import people
from storage.dossiers import DossierRow
from workflows.words import Text


def assisted(uow: UnitOfWork, row: DossierRow) -> Text | None:
    """Say which officer filled a declaration in for its requester, or nothing when nobody did."""
    officer = people.officer(uow.connection, row.assisted_by) if row.assisted_by else None
    if officer is None:
        return None
    office = people.office(uow.connection, officer.office_id)
    place_vi, place_en = (office.vi, office.en) if office else ("", "")
    return Text(
        vi=f"Cán bộ {officer.name}, {place_vi}, nhập giúp tại quầy.",
        en=f"Filled in at the counter by the officer {officer.name}, {place_en}.",
    )
