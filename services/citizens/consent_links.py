"""Links by which people agree (đường dẫn xác nhận): one for each person, opened once, by that person only."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from services import effects
from services.access import permissions
from services.access.tokens import digest
from services.unit_of_work import UnitOfWork
from services.vault import VaultBroken
from storage import after_filing
from storage.after_filing import ConsentLinkRow
from workflows import deadlines
from workflows.errors import CalendarEnds
from workflows.language import Procedure, State

TOKEN_BYTES = 24
# Five working days is the window of the death group (296/QĐ-VPCP). For the others no text sets one: there
# the link alone ends after it, not the waiting, and the requester can make another.
WORKING_DAYS = 5


def invite(
    uow: UnitOfWork, case_id: str, state: State, procedure: Procedure, facts: Mapping[str, Any]
) -> None:
    """Make the link of everybody whose consent a state waits for, in the transaction that entered it."""
    for person in sorted(permissions.consenting(state, facts)):
        make(uow, case_id, person, state, procedure)


def make(uow: UnitOfWork, case_id: str, person: str, state: State, procedure: Procedure) -> str:
    """Make a person's link to a case in the place of the one before; return its token."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    row = ConsentLinkRow(
        id=digest(token),
        case_id=case_id,
        personal_id=person,
        sealed=uow.context.vault.seal(token.encode(), _about(case_id, person)),
        made_at=uow.now,
        expires_at=_expires(uow, state, procedure),
    )
    after_filing.put_link(uow.connection, row)
    return token


def is_open(row: ConsentLinkRow, now: datetime) -> bool:
    """Say whether a link can still be answered."""
    return row.answered_at is None and (row.expires_at is None or now < row.expires_at)


def token_of(uow: UnitOfWork, row: ConsentLinkRow) -> str | None:
    """Return the token of a link for who filed; nothing when its key is not here any more."""
    try:
        return uow.context.vault.open(row.sealed, _about(row.case_id, row.personal_id)).decode()
    except VaultBroken:
        return None


def name_of(person: str, state: State, facts: Mapping[str, Any]) -> str:
    """Return what the declaration calls a person whose consent is needed."""
    for fact in state.consent_of:
        value = facts.get(fact)
        if isinstance(value, list):
            names = [p.get("name", "") for p in value if isinstance(p, dict) and p["personal-id"] == person]
            return str(names[0]) if names else person
        if value == person:
            return str(facts.get(fact.replace("personal-id", "full-name"), person))
    return person


def _expires(uow: UnitOfWork, state: State, procedure: Procedure) -> datetime | None:
    if state.timers:
        return effects.timer_ends(uow, state.timers[0], procedure, uow.now)
    calendar = uow.context.calendar()
    try:
        return deadlines.due_at(uow.now, WORKING_DAYS, rules=procedure.clock, calendar=calendar)
    except CalendarEnds:
        return None


def _about(case_id: str, person: str) -> str:
    return f"consent-link:{case_id}:{person}"
