"""The invented people who operate the exchange of messages in the demonstration (người vận hành)."""

from storage.people import OfficeRow, OfficerRow
from workflows.vocabulary import Role

# The centre is no authority of any procedure: no case ever lies there.
CENTRE = "operations:vn"
# Two, because ending a waiting for good needs a second person.
_OPERATORS = (("vanhanh1", "Phan Thị Hạnh", "001181950001"), ("vanhanh2", "Trịnh Công Minh", "001080950002"))


def centre_row() -> OfficeRow:
    """Return the one office of the operators."""
    return OfficeRow(
        id=CENTRE,
        authority="operations",
        area="",
        vi="Trung tâm vận hành liên thông (mô phỏng)",
        en="Operations centre of linked services (simulated)",
    )


def operator_rows(password_hash: str) -> list[OfficerRow]:
    """List the operators; none of them has another role."""
    return [
        OfficerRow(
            id=user,
            password_hash=password_hash,
            name=name,
            personal_id=number,
            office_id=CENTRE,
            roles=[Role.OPERATOR.value],
        )
        for user, name, number in _OPERATORS
    ]
