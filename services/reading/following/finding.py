"""Finding dossiers: by code and phone, and one's own."""

import re
from dataclasses import dataclass
from datetime import datetime

from services.reading.following.tracking import NO_SUCH_DOSSIER, concerns
from services.unit_of_work import UnitOfWork
from storage import after_filing, dossiers, messages
from storage.consents import dossiers_waiting_for_relatives
from storage.dossiers import DossierRow
from workflows.errors import NotFound
from workflows.words import Text

SHORTEST_TAIL = 4
MOST_MESSAGES = 20
# `K00.000.00-261121-010001` with or without its dots and dashes, or without its first part.
TAIL = re.compile(r"(?P<prefix>[A-Z][\w.]*?)?-?(?P<day>\d{6})-?(?P<serial>\d{6,})")


def find(uow: UnitOfWork, code: str, phone_tail: str) -> str:
    """Find a dossier by its code and the last four digits of the phone; return its id.

    The code may be in small letters, with spaces, without its dots or dashes, or only its tail.

    Raises:
        NotFound: nothing fits both, or the tail fits several; the answer is the same for all.
    """
    digits = re.sub(r"\D", "", phone_tail)
    with uow:
        fitting = [row for row in _named(uow, code) if row.phone_tail == digits and len(digits) == 4]
    if len(fitting) != 1:
        raise NotFound(text=NO_SUCH_DOSSIER)
    return fitting[0].id


def _named(uow: UnitOfWork, code: str) -> list[DossierRow]:
    """Return the dossiers that somebody may mean who typed this."""
    wanted = re.sub(r"[\u2010-\u2015\u2212]", "-", re.sub(r"\s", "", code.upper()))
    exact = dossiers.dossier_by_number(uow.connection, wanted)
    if exact is None and (written := TAIL.fullmatch(wanted)):
        prefix = uow.context.number_prefix
        if re.sub(r"\W", "", written["prefix"] or "") in ("", re.sub(r"\W", "", prefix)):
            full = f"{prefix}-{written['day']}-{written['serial']}"
            exact = dossiers.dossier_by_number(uow.connection, full)
    if exact is not None:
        return [exact]
    return dossiers.dossiers_like_number(uow.connection, wanted) if len(wanted) >= SHORTEST_TAIL else []


@dataclass(frozen=True, slots=True)
class MineLine:
    """One of my drafts or dossiers, or one that waits for my consent."""

    number: str | None
    slug: str
    bundle: Text
    subject: str
    state: str
    saved_at: datetime
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class MessageToMe:
    """A letter to me; without a number it is about a form that I have not sent yet."""

    at: datetime
    number: str | None
    text: Text


@dataclass(frozen=True, slots=True)
class MinePage:
    """My drafts and dossiers, what waits for my consent, my messages, and how I want them."""

    own: tuple[MineLine, ...]
    waiting: tuple[MineLine, ...]
    messages: tuple[MessageToMe, ...]
    language: str
    sms: bool


def mine(uow: UnitOfWork) -> MinePage:
    """Read the acting person's own drafts, dossiers and messages, and what waits for their consent."""
    me = str(uow.actor.personal_id)
    with uow:
        own = dossiers.dossiers_of(uow.connection, me)
        waiting = [row for row in _awaiting_consent(uow) if row.owner != me]
        wish = after_filing.preference(uow.connection, me)
        letters = messages.newest_letters(uow.connection, me, MOST_MESSAGES)
        return MinePage(
            tuple(_mine(uow, row) for row in own),
            tuple(_mine(uow, row) for row in waiting),
            tuple(MessageToMe(at, number, Text(vi=vi, en=en)) for at, number, vi, en in letters),
            wish.language if wish else "vi",
            wish.sms if wish else True,
        )


def _mine(uow: UnitOfWork, row: DossierRow) -> MineLine:
    bundle = uow.registry.bundle(row.bundle)
    return MineLine(row.number, bundle.slug, bundle.text, row.subject, row.state, row.saved_at, row.due_at)


def _awaiting_consent(uow: UnitOfWork) -> list[DossierRow]:
    found = dossiers_waiting_for_relatives(uow.connection)
    return [row for row in found if concerns(uow, row)]
