"""Who is signed in: passwords, sessions with limits, and tries that are counted."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from services import actors
from services.actors import Actor
from services.unit_of_work import Context, UnitOfWork
from storage import people, sessions
from storage.people import OfficeRow
from workflows.errors import SignInFailed, TooManyAttempts
from workflows.language import Role
from workflows.words import Text

OFFICER = "officer"
CITIZEN = "citizen"
IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=8)
WINDOW = timedelta(minutes=15)
TRIES_PER_NAME = 8
TRIES_PER_ADDRESS = 60
LOOK_UPS_PER_ADDRESS = 30
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


def hash_password(password: str) -> str:
    """Return the Argon2id hash of a password."""
    return _hasher.hash(password)


def sign_in(context: Context, kind: str, name: str, password: str, address: str) -> str:
    """Check a name and password and open a session; return its secret token.

    An unknown name takes as long as a wrong password and gets the same answer. Tries are
    counted per name and per address, in the database, so that a restart forgives nothing.

    Raises:
        TooManyAttempts: too many tries in the last quarter of an hour.
        SignInFailed: name and password do not belong together, or the account is closed.
    """
    keys = ((f"name:{kind}:{name.lower()}"[:200], TRIES_PER_NAME), (f"address:{address}", TRIES_PER_ADDRESS))
    with context.work(actors.NOBODY) as uow:
        too_many = _count_tries(uow, keys)
    if too_many:
        raise TooManyAttempts(text=WAIT)
    with context.reading(actors.NOBODY) as uow:
        stored = _password_of(uow, kind, name)
    if not _matches(stored or _decoy(), password) or stored is None:
        raise SignInFailed(text=WRONG)
    token = secrets.token_urlsafe(32)
    with context.work(actors.NOBODY) as uow:
        sessions.forget_tries(uow.connection, keys[0][0])
        sessions.open_session(uow.connection, _digest(token), kind, name, uow.now)
    return token


def _count_tries(uow: UnitOfWork, keys: tuple[tuple[str, int], ...]) -> bool:
    """Count one try under every key; say whether any of them had too many."""
    counts = [(sessions.count_try(uow.connection, key, uow.now, WINDOW), limit) for key, limit in keys]
    return any(count > limit for count, limit in counts)


def who(context: Context, token: str) -> Person | None:
    """Return the person of a session, or nothing when it has ended, was idle too long, or was closed."""
    with context.reading(actors.NOBODY) as uow:
        row = sessions.session(uow.connection, _digest(token))
        if row is None or uow.now - row.created_at > ABSOLUTE or uow.now - row.seen_at > IDLE:
            return None
        person = _person(uow, row.person_kind, row.person_id)
        stale = uow.now - row.seen_at > timedelta(minutes=1)
    if person and stale:
        with context.work(actors.NOBODY) as uow:
            sessions.touch(uow.connection, _digest(token), uow.now)
    return person


def sign_out(context: Context, token: str) -> None:
    """Close a session at once."""
    with context.work(actors.NOBODY) as uow:
        sessions.close_session(uow.connection, _digest(token))


def count_guess(context: Context, address: str) -> None:
    """Count one look-up of a dossier from an address.

    Raises:
        TooManyAttempts: more than a family needs in a quarter of an hour.
    """
    with context.work(actors.NOBODY) as uow:
        count = sessions.count_try(uow.connection, f"look-up:{address}", uow.now, WINDOW)
    if count > LOOK_UPS_PER_ADDRESS:
        raise TooManyAttempts(text=WAIT)


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
    return Person(actor, _office_name(office))


def _office_name(office: OfficeRow | None) -> Text | None:
    return Text(vi=office.vi, en=office.en) if office else None


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


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
