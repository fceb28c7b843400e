"""Which dossier somebody may see: their own, one that needs their consent, or one found by code."""

from flask import session

from services.reading.following import tracking
from services.reading.pages import DossierPage
from web.access import person, reading
from workflows.errors import NotFound

SEEN = "seen"
MOST_SEEN = 20


def own(number: str) -> DossierPage:
    """Read a dossier for whoever filed it; whose consent it needs may only read and answer.

    Raises:
        NotFound: it does not exist, or somebody else filed it.
    """
    page = tracking.own_page(reading(), number)
    if not page.mine:
        raise NotFound(text=tracking.NO_SUCH_DOSSIER)
    return page


def visible(number: str) -> DossierPage | None:
    """Read a dossier for who may see it in this browser, or return nothing."""
    if person() is not None:
        try:
            return tracking.own_page(reading(), number)
        except NotFound:
            pass
    for dossier_id in session.get(SEEN, []):
        page = tracking.page_after_phone_check(reading(), dossier_id)
        if page.number == number:
            return page
    return None


def remember(dossier_id: str) -> None:
    """Let this browser see a dossier from now on."""
    session[SEEN] = [dossier_id, *[other for other in session.get(SEEN, []) if other != dossier_id]][
        :MOST_SEEN
    ]
