"""What a document says: the items of one version of a result in Vietnamese words, with who issued it."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from services.reading.parts import questions_of
from services.reference import reference_lists, station_code
from services.unit_of_work import UnitOfWork
from storage import documents, dossiers, people, reference
from storage.cases import look_at_case
from storage.dossiers import DossierRow
from storage.outputs import OutputRow
from workflows.calendar import in_vietnam
from workflows.errors import NotFound
from workflows.forms.lists import Lists
from workflows.language import OutputItem
from workflows.questions import Question
from workflows.words import Kind, Text

NO_SUCH_DOCUMENT = Text(vi="Không tìm thấy bản điện tử này.", en="There is no such document.")


@dataclass(frozen=True, slots=True)
class Line:
    """One item of a result: its code in the definition, what it is called, and its value in Vietnamese."""

    code: str
    label: Text
    kind: Kind
    value: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything that a document of a result says, but its verification code."""

    output_id: str
    output: str
    title: Text
    version: int
    standing: str
    lines: tuple[Line, ...]
    office_id: str
    office: Text
    authority: Text
    owner: str
    dossier_id: str
    number: str
    issued_at: datetime

    @property
    def issued_on(self) -> date:
        """The day of issue in Vietnam."""
        return in_vietnam(self.issued_at).date()


def contents_of(uow: UnitOfWork, output_id: str) -> Contents:
    """Read what one version of a result says.

    Raises:
        NotFound: there is no such result.
    """
    output = documents.output(uow.connection, output_id)
    row = dossiers.dossier(uow.connection, output.dossier_id) if output else None
    case = look_at_case(uow.connection, output.case_id) if output else None
    if output is None or row is None or case is None:
        raise NotFound(text=NO_SUCH_DOCUMENT)
    procedure = uow.registry.procedure(case.procedure)
    authority = uow.registry.authority(procedure.authority)
    office = people.office(uow.connection, case.office_id)
    return Contents(
        output_id=output.id,
        output=output.code,
        title=procedure.output(output.code).text,
        version=output.version,
        standing=output.standing,
        lines=tuple(_lines(uow, row, output, procedure.output(output.code).items)),
        office_id=case.office_id,
        office=office.text if office else authority.text,
        authority=authority.text,
        owner=row.owner,
        dossier_id=row.id,
        number=str(row.number),
        issued_at=output.issued_at,
    )


def _lines(
    uow: UnitOfWork, row: DossierRow, output: OutputRow, items: Iterable[OutputItem]
) -> Iterator[Line]:
    questions = questions_of(uow, row)
    lists = _lists(uow, output.items.values())
    for item in items:
        value = output.items.get(item.code)
        if value is not None:
            words = in_words(value, item.kind, questions.get(item.fact), lists)
            yield Line(item.code, item.text, item.kind, words)


def _lists(uow: UnitOfWork, values: Iterable[Any]) -> Lists:
    """Return the reference lists, for the communes that the values name and no others."""
    named = [value for value in values if isinstance(value, str)]
    stations = station_code("")
    codes = {value.removeprefix(stations) for value in named}
    return reference_lists(reference.areas_named(uow.connection, codes))


# --- words ------------------------------------------------------------------------------------------


def in_words(value: Any, kind: Kind, question: Question | None, lists: Lists) -> str:
    """Write one value in Vietnamese, as a paper would; a code becomes the words it stands for."""
    match kind:
        case Kind.YES_NO:
            words = "Có" if value else "Không"
        case Kind.DATE | Kind.MOMENT:
            words = f"{written_day(date.fromisoformat(str(value)[:10]))} {str(value)[11:16]}"
        case Kind.MONEY:
            words = f"{int(value):,} đồng".replace(",", ".")
        case Kind.COMMUNE:
            words = _label(lists, "communes", str(value))
        case Kind.CHOICE if question is not None:
            words = _chosen(lists, question, str(value))
        case Kind.PEOPLE:
            words = "; ".join(_person(person) for person in value)
        case _:
            words = str(value)
    return printable(words)


def printable(words: str) -> str:
    """Return words as paper can hold them: composed letters, no controls, nothing that turns the direction.

    What reverses letters on paper could make one name look like another.
    """
    composed = unicodedata.normalize("NFC", words)
    kept = (" " if letter in "\t\n\r" else letter for letter in composed)
    return " ".join("".join(k for k in kept if unicodedata.category(k)[0] != "C").split())


def written_day(day: date) -> str:
    """Write a day as Vietnamese papers do: 26/11/2026."""
    return f"{day:%d/%m/%Y}"


def _person(person: Mapping[str, Any]) -> str:
    return f"{person['name']} ({person['personal-id']})"


def _chosen(lists: Lists, question: Question, value: str) -> str:
    for option in question.options:
        if option.value == value:
            return option.text.vi
    return _label(lists, question.options_from, value) if question.options_from else value


def _label(lists: Lists, name: str, value: str) -> str:
    words = lists.label(name, value)
    return words.vi if words else value
