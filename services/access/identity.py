"""Who is signed in, or holds one draft: passwords, sessions with limits, and tries that are counted."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from services.access import actors
from services.access.actors import ActingFor, Actor
from services.access.tokens import digest
from services.citizens import draft_codes
from services.unit_of_work import Context, UnitOfWork
from storage import people, sessions
from storage.sessions import SessionRow
from workflows.errors import SignInFailed, TooManyAttempts
from workflows.vocabulary import Role
from workflows.words import Text

OFFICER = "officer"
CITIZEN = "citizen"
DRAFT_HOLDER = "draft"
IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=8)
REMEMBERED = timedelta(days=1)  # whose a session was, after it has ended
WINDOW = timedelta(minutes=15)
TRIES_PER_NAME = 8
TRIES_PER_ADDRESS = 60
LOOK_UPS_PER_ADDRESS = 30
DRAFT_TRIES = (8, 30)  # per code and per address
WRONG = Text(vi="Tên đăng nhập hoặc mật khẩu không đúng.", en="The user name or the password is not right.")
WAIT = Text(
    vi="Thử quá nhiều lần. Hãy đợi 15 phút rồi thử lại.", en="Too many tries. Wait 15 minutes and try again."
)
_hasher = PasswordHasher()


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in, as pages show them."""

    actor: Actor
    office_name: Text | None = None

    @property
    def name(self) -> str:
        return self.actor.name

    @property
    def is_officer(self) -> bool:
        return self.actor.is_officer


@dataclass(frozen=True, slots=True)
class Visit:
    """Who comes with a session: a person, the holder of one draft, or an officer who holds one besides."""

    kind: str
    id: str
    person: Person | None
    acting_for: ActingFor | None

    @property
    def on_the_draft(self) -> Actor | None:
        """Who acts on the draft that is held: it alone, and nothing of the holder's own."""
        if self.acting_for is None:
            return None
        return replace(self.person.actor if self.person else actors.DRAFT_HOLDER, acting_for=self.acting_for)


def hash_password(password: str) -> str:
    """Return the Argon2id hash of a password."""
    return _hasher.hash(password)


def check_password(context: Context, kind: str, name: str, password: str, address: str) -> None:
    """Check a name and password.

    An unknown name takes as long as a wrong password and gets the same answer. Tries are counted per name
    and per address before they are judged, so that many at once gain nothing, in the database, so that a
    restart forgives nothing; what was no failure is taken back.

    Raises:
        TooManyAttempts: too many failures in the last quarter of an hour.
        SignInFailed: name and password do not belong together, or the account is closed.
    """
    by_name, by_address = f"name:{kind}:{name.lower()}"[:200], f"address:{address}"
    count_tries(context, {by_name: TRIES_PER_NAME, by_address: TRIES_PER_ADDRESS})
    with context.reading(actors.NOBODY) as uow:
        stored = _password_of(uow, kind, name)
    if not _matches(stored or _decoy(), password) or stored is None:
        raise SignInFailed(text=WRONG)
    with context.work(actors.NOBODY) as uow:
        sessions.forget_tries(uow.connection, by_name)
        sessions.take_back_try(uow.connection, by_address)


def sign_in_officer(
    context: Context, name: str, password: str, address: str, *, former: str | None = None
) -> str:
    """Check an officer's name and password and open a session; return its secret token.

    Raises:
        TooManyAttempts, SignInFailed: as `check_password`.
    """
    check_password(context, OFFICER, name, password, address)
    return open_session(context, OFFICER, name, former=former)


def admit_citizen(context: Context, personal_id: str, name: str, *, former: str | None = None) -> str:
    """Open a session for whom the identity provider has named; return its secret token."""
    with context.work(actors.NOBODY) as uow:
        people.know_citizen(uow.connection, personal_id, name)
        return _opened(uow, CITIZEN, personal_id, former)


def open_session(context: Context, kind: str, person_id: str, *, former: str | None = None) -> str:
    """Open a session and close the former one of the same browser; return the new secret token."""
    with context.work(actors.NOBODY) as uow:
        return _opened(uow, kind, person_id, former)


def _opened(uow: UnitOfWork, kind: str, person_id: str, former: str | None) -> str:
    token = secrets.token_urlsafe(32)
    sessions.open_session(uow.connection, digest(token), kind, person_id, uow.now)
    before = sessions.session(uow.connection, digest(former)) if former else None
    if before:
        sessions.close_session(uow.connection, before.id, uow.now)
        if (before.person_kind, before.person_id) == (kind, person_id):  # the same person comes back
            sessions.hold_draft(uow.connection, digest(token), before.held_draft)
    return token


def count_tries(context: Context, limits: Mapping[str, int]) -> None:
    """Count one try under every key.

    Raises:
        TooManyAttempts: one of them had more than its limit in the last quarter of an hour.
    """
    with context.work(actors.NOBODY) as uow:
        counts = {key: sessions.count_try(uow.connection, key, uow.now, WINDOW) for key in limits}
    if any(counts[key] > limit for key, limit in limits.items()):
        raise TooManyAttempts(text=WAIT)


def visit(context: Context, token: str) -> Visit | None:
    """Return who a session is of, or nothing when it has ended, was idle too long, or was closed."""
    with context.reading(actors.NOBODY) as uow:
        row = sessions.session(uow.connection, digest(token))
        if row is None or not _open(row, uow):
            return None
        found = _visit(uow, row)
        stale = uow.now - row.seen_at > timedelta(minutes=1)
    if found and stale:
        with context.work(actors.NOBODY) as uow:
            sessions.touch(uow.connection, digest(token), uow.now)
    return found


def _open(row: SessionRow, uow: UnitOfWork) -> bool:
    ended = row.closed_at is not None or uow.now - row.created_at > ABSOLUTE
    return not ended and uow.now - row.seen_at <= IDLE


def _visit(uow: UnitOfWork, row: SessionRow) -> Visit | None:
    if row.person_kind == DRAFT_HOLDER:
        held = draft_codes.held(uow, row.person_id)
        return Visit(row.person_kind, row.person_id, None, held) if held else None
    person = _person(uow, row.person_kind, row.person_id)
    holds = row.held_draft if row.person_kind == OFFICER else None
    held = draft_codes.held(uow, holds) if holds else None
    return Visit(row.person_kind, row.person_id, person, held) if person else None


def whose(context: Context, token: str) -> tuple[str, str] | None:
    """Return the kind and id of whoever a session was of, also when it has ended, for a day."""
    with context.reading(actors.NOBODY) as uow:
        row = sessions.session(uow.connection, digest(token))
        if row is None or uow.now - row.seen_at > REMEMBERED:
            return None
        return row.person_kind, row.person_id


def sign_out(context: Context, token: str) -> None:
    """Close a session at once."""
    with context.work(actors.NOBODY) as uow:
        sessions.close_session(uow.connection, digest(token), uow.now)


def sign_out_everywhere(context: Context, token: str) -> int:
    """Close every session of the person whose session this is; return how many were closed."""
    with context.work(actors.NOBODY) as uow:
        row = sessions.session(uow.connection, digest(token))
        if row is None or row.closed_at is not None:
            return 0
        return sessions.close_sessions_of(uow.connection, row.person_kind, row.person_id, uow.now)


def places_signed_in(context: Context, kind: str, person_id: str) -> int:
    """Count the browsers in which a person is signed in now."""
    with context.reading(actors.NOBODY) as uow:
        return sessions.open_sessions(uow.connection, kind, person_id, uow.now - IDLE)


def hold_draft(context: Context, token: str, draft_id: str | None) -> None:
    """Let a session hold one draft of somebody else, or none."""
    with context.work(actors.NOBODY) as uow:
        hold(uow, token, draft_id)


def hold(uow: UnitOfWork, token: str, draft_id: str | None) -> None:
    """Do the same in a unit of work that is open."""
    sessions.hold_draft(uow.connection, digest(token), draft_id)


def last_held(uow: UnitOfWork, token: str) -> str | None:
    """Return the id of the draft that a session took up last, whatever has become of it since."""
    row = sessions.session(uow.connection, digest(token))
    return row.held_draft if row else None


def count_draft_tries(context: Context, code: str, address: str) -> None:
    """Count one try to open a draft by its code.

    Raises:
        TooManyAttempts: more failures than a family has in a quarter of an hour.
    """
    count_tries(context, dict(zip(_draft_keys(code, address), DRAFT_TRIES, strict=True)))


def forgive_draft_tries(context: Context, code: str, address: str) -> None:
    """Take back a try that opened a draft: it was no failure."""
    with context.work(actors.NOBODY) as uow:
        for key in _draft_keys(code, address):
            sessions.take_back_try(uow.connection, key)


def _draft_keys(code: str, address: str) -> tuple[str, str]:
    return f"draft:{digest(code.upper())}", f"drafts:{address}"


def count_guess(context: Context, address: str) -> None:
    """Count one look-up of a dossier from an address.

    Raises:
        TooManyAttempts: more than a family needs in a quarter of an hour.
    """
    count_tries(context, {f"look-up:{address}": LOOK_UPS_PER_ADDRESS})


def _person(uow: UnitOfWork, kind: str, person_id: str) -> Person | None:
    if kind == CITIZEN:
        row = people.citizen(uow.connection, person_id)
        return Person(actors.citizen(row.id, row.name)) if row else None
    officer = people.officer(uow.connection, person_id)
    if officer is None or officer.disabled:
        return None
    office = people.office(uow.connection, officer.office_id)
    actor = Actor(
        officer.id,
        officer.name,
        frozenset(Role(role) for role in officer.roles),
        office_id=officer.office_id,
        personal_id=officer.personal_id,
    )
    return Person(actor, office.text if office else None)


def _password_of(uow: UnitOfWork, kind: str, name: str) -> str | None:
    if kind == CITIZEN:
        citizen = people.citizen(uow.connection, name)
        return citizen.password_hash if citizen else None
    officer = people.officer(uow.connection, name)
    return officer.password_hash if officer and not officer.disabled else None


def _matches(stored: str, password: str) -> bool:
    try:
        return _hasher.verify(stored, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


@lru_cache(maxsize=1)
def _decoy() -> str:
    return _hasher.hash(secrets.token_urlsafe(16))
