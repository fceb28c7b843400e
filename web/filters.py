"""How values of the product are written on a page."""

from datetime import date
from typing import Any

from flask import Flask, url_for

from services.reading.case_pages import Cell
from services.reading.filing.drafts import QuestionLine
from services.reading.pages import FactLine
from web import drawing, occasions
from web.i18n import SOURCE, current_language, for_each_reader, gettext, money, plain, written_date
from workflows.errors import DeclarationIncomplete, LinkedServiceError
from workflows.forms.lines import is_long
from workflows.forms.lists import Lists
from workflows.forms.problems import first_field
from workflows.grounds import in_english
from workflows.questions import Option, Question, Section
from workflows.vocabulary import OfficialStatus
from workflows.words import Kind, Text

# The statuses that people know from the national portal, as that calls them.
OFFICIAL = {
    OfficialStatus.NEW: "Newly filed",
    OfficialStatus.ACCEPTED: "Accepted",
    OfficialStatus.NOT_ACCEPTED: "Not accepted",
    OfficialStatus.IN_PROGRESS: "Being handled",
    OfficialStatus.SUPPLEMENT: "Supplement requested",
    OfficialStatus.PAYMENT: "Payment requested",
    OfficialStatus.WITHDRAWN: "Withdrawn at the citizen's request",
    OfficialStatus.STOPPED: "Handling stopped",
    OfficialStatus.DONE: "Handled",
    OfficialStatus.RETURNED: "Result returned",
}


def ground(words: str) -> str:
    """Write a legal ground, or words that name one, the way the reader's language does."""
    return words if current_language() == SOURCE else in_english(words)


def init_app(app: Flask, lists: Lists) -> None:
    """Give templates the words for facts and answers."""

    def answer(line: QuestionLine | FactLine | Cell) -> str:
        asked = line.question.kind if line.question else Kind.TEXT
        kind = line.kind if isinstance(line, FactLine | Cell) else asked
        return value_in_words(line.value, kind, line.question, lists)

    app.jinja_env.filters["answer"] = for_each_reader(answer)
    app.jinja_env.filters["official"] = for_each_reader(
        lambda status: Text(vi=status.value, en=OFFICIAL[status])
    )
    app.jinja_env.filters["ground"] = for_each_reader(ground)
    app.jinja_env.globals.update(
        choices_of=choices_of,
        commune_words=commune_words,
        typed_choice=lambda question, lists: is_long(options_of(question, lists)),
        choice_words=choice_words,
        known_rows=lambda lines: [_row(line, answer(line)) for line in lines],
        first_rows=lambda answered, slug: [
            {
                "key": plain(question.text),
                "value": value_in_words(value, question.kind, question, lists),
                "source": None,
                "marker": None,
                "change_url": url_for("suitability.ask", slug=slug, question=number, ve="ket-qua"),
            }
            for number, question, value in answered
        ],
        settled_rows=lambda lines, slug, section: [
            {**_row(line, answer(line)), "change_url": _change_url(line, slug, section, None)}
            for line in lines
        ],
        answer_row=lambda line, slug, section, marker: {
            **_row(line, answer(line)),
            "marker": marker,
            "change_url": _change_url(line, slug, section),
        },
        refusal_words=refusal_words,
    )
    drawing.init_app(app)
    occasions.init_app(app)


def refusal_words(problem: LinkedServiceError) -> Text:
    """Return the words of a refused submission."""
    if isinstance(problem, DeclarationIncomplete):
        return Text(
            vi="Tờ khai còn thiếu những mục nêu ở dưới.", en="The declaration lacks what is listed below."
        )
    return problem.text or Text(vi=str(problem), en=str(problem))


def _row(line: QuestionLine, value: str) -> dict[str, Any]:
    return {
        "key": plain(line.question.text),
        "value": value,
        "source": None if line.typed and not line.settled else line.source,
        "marker": None,
        "change_url": None,
    }


def _change_url(line: QuestionLine, slug: str, section: Section, back: str | None = "kiem-tra") -> str:
    """Return where an answer can be changed, also a settled one; it comes `back` from there."""
    fact = line.question.fact if line.settled else None
    address = url_for("citizen.section", slug=slug, section=section.slug, ve=back, sua=fact)
    return f"{address}#{first_field(line.question)}"


def choices_of(question: Question, lists: Lists) -> list[dict[str, str | None]]:
    """Return the answers to choose from, as the form components take them."""
    return [
        {"value": o.value, "label": plain(o.text), "hint": plain(o.hint) if o.hint else None}
        for o in options_of(question, lists)
    ]


def options_of(question: Question, lists: Lists) -> tuple[Option, ...]:
    """Return the options of a choice, its own or those of the list that it names."""
    return question.options or (lists.options(question.options_from) if question.options_from else ())


def commune_words(value: str | None, lists: Lists) -> str | None:
    """Return the name behind a commune's code, or what was typed."""
    words = lists.label("communes", value) if value else None
    return plain(words) if words else value


def choice_words(question: Question, value: str | None, lists: Lists) -> str | None:
    """Return the words of a chosen answer, or what was typed."""
    chosen = next((o.text for o in options_of(question, lists) if o.value == value), None)
    return plain(chosen) if chosen else value


def value_in_words(value: Any, kind: Kind, question: Question | None, lists: Lists) -> str:
    """Write one value in the reader's language; a code becomes the words it stands for."""
    match kind:
        case _ if value is None:
            return ""
        case Kind.YES_NO:
            return gettext("Có") if value else gettext("Không")
        case Kind.DATE | Kind.MOMENT:
            day = written_date(date.fromisoformat(str(value)[:10]))
            return f"{day} {str(value)[11:16]}".strip()
        case Kind.MONEY:
            return money(int(value))
        case Kind.COMMUNE:
            return _listed(lists, "communes", value)
        case Kind.CHOICE if question is not None:
            return _chosen(lists, question, str(value))
        case Kind.PEOPLE:
            return "; ".join(f"{person['name']} ({person['personal-id']})" for person in value)
        case _:
            return str(value)


def _chosen(lists: Lists, question: Question, value: str) -> str:
    for option in question.options:
        if option.value == value:
            return plain(option.text)
    return _listed(lists, question.options_from, value) if question.options_from else value


def _listed(lists: Lists, name: str, value: Any) -> str:
    words = lists.label(name, str(value))
    return plain(words) if words else str(value)
