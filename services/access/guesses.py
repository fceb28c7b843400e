"""Guessing is limited: look-ups and consent links are counted by address, look-ups by code as well."""

import re

from services.access import actors
from services.access.identity import LOOK_UPS_PER_ADDRESS, WAIT, WINDOW
from services.unit_of_work import Context
from storage import sessions
from workflows.errors import TooManyAttempts

# The four digits of a phone are ten thousand guesses: somebody with many addresses must not get them either.
LOOK_UPS_PER_CODE = 20
LINKS_PER_ADDRESS = 30


def count_look_up(context: Context, address: str, code: str) -> None:
    """Count one look-up of a dossier, whether or not there is one with this code.

    Raises:
        TooManyAttempts: more than a family needs in a quarter of an hour, from there or of this code.
    """
    serial = re.sub(r"\D", "", code)[-12:]
    _count(context, {f"look-up:{address}": LOOK_UPS_PER_ADDRESS, f"look-up-code:{serial}": LOOK_UPS_PER_CODE})


def count_link(context: Context, address: str) -> None:
    """Count one opening of a consent link.

    Raises:
        TooManyAttempts: more from this address than people open in a quarter of an hour.
    """
    _count(context, {f"consent-link:{address}": LINKS_PER_ADDRESS})


def _count(context: Context, most: dict[str, int]) -> None:
    with context.work(actors.NOBODY) as uow:
        counts = {key: sessions.count_try(uow.connection, key, uow.now, WINDOW) for key in most}
    if any(counts[key] > most[key] for key in most):
        raise TooManyAttempts(text=WAIT)
