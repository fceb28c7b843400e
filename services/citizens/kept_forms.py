"""What somebody had typed when their session was over: sealed, kept for one hour, given back to them only."""

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from services.access.actors import NOBODY
from services.access.tokens import digest
from services.jobs import FORGET_FORM
from services.unit_of_work import Context
from services.vault import VaultBroken
from storage import dossiers, drafts
from storage.drafts import KeptFormRow
from storage.rows import add

KEPT_FOR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class KeptForm:
    """One form that was sent too late: where it was sent, and what was in it."""

    token: str
    path: str
    fields: Mapping[str, str]


def keep(context: Context, whose: tuple[str, str], path: str, fields: Mapping[str, str]) -> str:
    """Keep a form for the person (kind, id) whose session had ended; return the token that finds it."""
    token = secrets.token_urlsafe(32)
    form_id, (kind, person_id) = digest(token), whose
    box = context.vault.seal(json.dumps(dict(fields), ensure_ascii=False).encode(), f"kept-form:{form_id}")
    with context.work(NOBODY) as uow:
        row = KeptFormRow(
            id=form_id, person_kind=kind, person_id=person_id, path=path, box=box, kept_at=uow.now
        )
        add(uow.connection, row)
        uow.enqueue(
            FORGET_FORM,
            {"form": form_id},
            job_id=f"forget:{form_id}",
            delay_seconds=KEPT_FOR.total_seconds(),
        )
    return token


def of(context: Context, tokens: Iterable[str], whose: tuple[str, str]) -> tuple[KeptForm, ...]:
    """Return what these tokens find and is this person's; a form that cannot be opened is as good as gone."""
    with context.reading(NOBODY) as uow:
        rows = [(token, drafts.kept_form(uow.connection, digest(token))) for token in tokens]
        now = uow.now
    found = []
    for token, row in rows:
        if row and (row.person_kind, row.person_id) == whose and now - row.kept_at <= KEPT_FOR:
            try:
                fields = json.loads(context.vault.open(row.box, f"kept-form:{row.id}"))
            except VaultBroken:
                continue
            found.append(KeptForm(token, row.path, fields))
    return tuple(found)


def forget(context: Context, token: str) -> None:
    """Forget one form: what was in it has arrived."""
    with context.work(NOBODY) as uow:
        drafts.forget_form(uow.connection, digest(token))


def forget_late(context: Context, payload: Mapping[str, str]) -> None:
    """Forget one form when its hour is over."""
    with context.work(NOBODY) as uow:
        drafts.forget_form(uow.connection, payload["form"])


def owner_of(context: Context, draft_id: str) -> str | None:
    """Return the personal ID of whoever's draft has this id; nobody can guess such an id."""
    with context.reading(NOBODY) as uow:
        row = dossiers.dossier(uow.connection, draft_id)
        return row.owner if row and row.state == "draft" else None
