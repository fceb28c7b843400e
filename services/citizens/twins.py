"""A second declaration of the same event: the next child of a multiple birth (sinh đôi, sinh ba)."""

from collections.abc import Mapping
from typing import Any

from services.access.actors import Actor
from services.agencies.contract import Agencies
from services.citizens.drafts import (
    DRAFT,
    NO_SUCH_DRAFT,
    bundle_for,
    identity_facts,
    open_draft,
    take_over,
    unfinished,
)
from services.exchange import registers
from services.unit_of_work import Context, UnitOfWork
from storage import dossiers
from storage.dossiers import DossierRow
from workflows.conditions import holds_safely
from workflows.errors import NotFound, TransitionRefused
from workflows.forms.answers import prune
from workflows.forms.fetched import resting_on
from workflows.forms.origins import SIBLING
from workflows.questions import Declaration, How
from workflows.words import Text

ONE_AT_A_TIME = Text(
    vi="Bạn đang có một tờ khai chưa nộp cho việc này. Hãy nộp tờ khai đó trước, rồi khai tiếp.",
    en="You have an unfinished declaration of this kind. File that one first, then declare the next.",
)
NOTHING_FOLLOWS = Text(
    vi="Tờ khai này không có phần khai tiếp.", en="Nothing follows after this declaration."
)


def start_again(context: Context, agencies: Agencies, actor: Actor, number: str) -> str:
    """Start the declaration of the next child with the answers of the first; return the draft's id.

    Only the child's own facts are asked. Registers are asked anew: what they say may have changed.

    Raises:
        NotFound: the person has filed nothing under this number.
        TransitionRefused: no next child was declared, or a declaration is begun already.
    """
    known = registers.person(agencies, str(actor.personal_id))
    with context.reading(actor) as uow:
        first, declaration = _first(uow, number)
        taken = _shared(declaration, first.facts)
        today = uow.context.calendar().local_date(uow.now)
    people = identity_facts(declaration, {"personal-id": actor.personal_id, "full-name": actor.name, **known})
    fetched = registers.fetch(agencies, declaration, prune(declaration, {**people, **taken}, filed_on=today))
    with context.work(actor) as uow:
        bundle = bundle_for(uow, uow.registry.bundle(first.bundle).slug)
        if unfinished(uow, bundle, first.owner):
            raise TransitionRefused(text=ONE_AT_A_TIME)
        draft = open_draft(uow, bundle, declaration, first.owner, people)
        take_over(uow, draft, declaration, fetched, via=SIBLING, number=number)
        return draft.id


def may_follow(declaration: Declaration, facts: Mapping[str, Any]) -> bool:
    """Say whether a next declaration of the same event is offered."""
    return declaration.again is not None and holds_safely(declaration.again.when, facts)


def _first(uow: UnitOfWork, number: str) -> tuple[DossierRow, Declaration]:
    """Return the dossier that was filed, and the form of today."""
    row = dossiers.dossier_by_number(uow.connection, number)
    if row is None or row.owner != uow.actor.personal_id or row.state == DRAFT:
        raise NotFound(text=NO_SUCH_DRAFT)
    if not may_follow(uow.registry.declaration(row.declaration), row.facts):
        raise TransitionRefused(text=NOTHING_FOLLOWS)
    bundle = bundle_for(uow, uow.registry.bundle(row.bundle).slug)
    return row, uow.registry.declaration(bundle.declaration)


def _shared(declaration: Declaration, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers of people, without those that each child has of its own."""
    own = set(declaration.again.own) if declaration.again else set()
    own |= resting_on(declaration, {fact for fact in own if facts.get(fact) is not None})
    typed = {question.fact for question in declaration.questions() if question.how is How.TYPED}
    return {fact: facts[fact] for fact in sorted(typed - own) if facts.get(fact) is not None}
