"""The words by which an office finds a case: its dossier's code, whom it is about, the codes it may see.

They stand in the case itself, so that a search reads the worklist's index and nothing else. Only what the
procedure's declared inputs contain is among them (least data): nobody finds a case by what they may not read.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from services.unit_of_work import UnitOfWork
from storage import dossiers
from storage.cases import cases_of, set_search_words
from storage.dossiers import DossierRow
from workflows.forms.cleaning import fold
from workflows.language import Procedure
from workflows.words import Kind

MOST_LETTERS = 600  # an entry of the index must stay far below a page of the database
MOST_TERMS = 6
NOWHERE = "-"  # stands in the words of no case: signs alone find nothing
_CODES = (Kind.PERSONAL_ID, Kind.BIRTH_NOTICE)
_NUMBER = "number"  # how the facts that hold the number of a paper are called


def of_case(dossier: DossierRow, procedure: Procedure, facts: Mapping[str, Any]) -> str:
    """Return what a case is found by, in small letters without accents, dots or dashes."""
    said = dict.fromkeys(
        (str(dossier.number or ""), *dossier.subject_folded.split(), *_codes(procedure, facts))
    )
    return " ".join(filter(None, map(_plain, said)))[:MOST_LETTERS]


def terms_of(typed: str) -> tuple[str, ...]:
    """Return the terms of a search: each must stand somewhere among the words of a case."""
    words = fold(typed).split()
    terms = tuple(filter(None, map(_plain, words)))[:MOST_TERMS]
    return terms or ((NOWHERE,) if words else ())


def refresh(uow: UnitOfWork, dossier_id: str) -> None:
    """Write the words of a dossier's open cases anew, after what was declared has changed."""
    dossier = dossiers.dossier(uow.connection, dossier_id)
    for case in cases_of(uow.connection, dossier_id) if dossier else ():
        if dossier is None or case.ending is not None:
            continue
        words = of_case(dossier, uow.registry.procedure(case.procedure), dossier.facts)
        if words != case.search_words:
            set_search_words(uow.connection, case.id, words)


def _codes(procedure: Procedure, facts: Mapping[str, Any]) -> Iterator[str]:
    for needed in procedure.inputs:
        value = facts.get(needed.fact)
        if isinstance(value, str) and (needed.kind in _CODES or needed.fact.endswith(_NUMBER)):
            yield "".join(value.split())


def _plain(word: str) -> str:
    return "".join(letter for letter in fold(word) if letter.isalnum())
