"""Reading the outbox: every letter, with the text message it becomes and in which language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from services.unit_of_work import UnitOfWork
from storage import after_filing, messages
from workflows import letters
from workflows.letters import Sms
from workflows.words import Text

MOST = 100


@dataclass(frozen=True, slots=True)
class OutboxLine:
    """One letter; `sms` is None when it stays on the pages, or when its reader wants no SMS."""

    at: datetime
    number: str
    letter: str
    text: Text
    language: str
    sms: Sms | None


def newest(uow: UnitOfWork, address: Callable[[str], str]) -> tuple[OutboxLine, ...]:
    """List the newest letters of all dossiers; `address` gives the tracking page of a code."""
    with uow:
        found = []
        wishes: dict[str, tuple[str, bool]] = {}
        for row, number, owner in messages.outbox(uow.connection, MOST):
            if owner not in wishes:
                wish = after_filing.preference(uow.connection, owner)
                wishes[owner] = (wish.language, wish.sms) if wish else ("vi", True)
            language, wanted = wishes[owner]
            sms = letters.sms(row.letter, number, language, address(number)) if wanted else None
            text = Text(vi=row.vi, en=row.en)
            found.append(OutboxLine(row.written_at, number, row.letter, text, language, sms))
        return tuple(found)
