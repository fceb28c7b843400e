"""The invented officers of an office that is written down when a dossier first needs it.

The demonstration stores people for a few communes only; the other offices of the country get theirs by the
same rule on the day a dossier comes to them: `hotich.<commune>` and so on, with everybody's password.
"""

from collections.abc import Callable

from sqlalchemy import Connection

from services.demo.areas import PROVINCES, province_of
from services.demo.seed import (
    DEPUTY,
    RANKS,
    SHORT_NAMES,
    SUPERVISOR,
    authorities_in_use,
    officer_row,
    signing_authorities,
)
from services.demo.user_names import places, slugs
from storage import people
from storage.people import OfficeRow, OfficerRow
from workflows.registry import Registry
from workflows.vocabulary import Role

# Whose password hash the newcomers share: the password is the same for everybody.
_ONE_OF_US = "hotich.badinh"
# The officers of the first communes have lower numbers. Each place has so many, three for each authority.
_SUPERVISORS, _FIRST, _SEATS = 1_900, 2_000, 24


def newcomers(registry: Registry) -> Callable[[Connection, OfficeRow], list[OfficerRow]]:
    """Return who gives an office its people, for offices of the authorities in use."""
    authorities = [authority.code for authority in authorities_in_use(registry)]
    signing = {authority.code for authority in signing_authorities(registry)}

    def staff(connection: Connection, office: OfficeRow) -> list[OfficerRow]:
        one_of_us = people.officer(connection, _ONE_OF_US)
        if one_of_us is None or office.authority not in authorities:
            return []
        short = SHORT_NAMES.get(office.authority, office.authority.replace("-", ""))
        slug = slugs()[office.area]
        deputies = ((DEPUTY, (Role.CLERK, Role.LEADER)),) if office.authority in signing else ()
        users = [
            (".".join(part for part in (start, short, slug) if part), roles)
            for start, roles in (*RANKS, *deputies)
        ]
        first = _FIRST + _SEATS * places()[office.area] + 3 * authorities.index(office.authority)
        officers = [(first + seat, user, roles) for seat, (user, roles) in enumerate(users)]
        officers += _supervisor(office)
        return [
            officer_row(nth, user, office.id, roles, one_of_us.password_hash) for nth, user, roles in officers
        ]

    return staff


def _supervisor(office: OfficeRow) -> list[tuple[int, str, tuple[Role, ...]]]:
    """Give a province that had nobody its supervisor, with the first office of civil status in it."""
    province = province_of(office.area)
    if office.authority != "civil-status" or province is None or province in PROVINCES:
        return []
    return [(_SUPERVISORS + places()[province], f"{SUPERVISOR}.{slugs()[province]}", (Role.SUPERVISOR,))]
