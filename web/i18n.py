"""Languages of the pages: Vietnamese is written in the source, every other one is a .po file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from io import BytesIO
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlencode

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations
from flask import Flask, Response, current_app, has_request_context, request
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from workflows.words import Source, Text

SOURCE = "vi"
FOLDER = Path(__file__).parent.parent / "translations"
# Viet Nam keeps one offset all year, so the pages need no time-zone database.
VIETNAM = timezone(timedelta(hours=7), "ICT")
SIZES = ("m", "l", "xl")
ONE_YEAR = 365 * 24 * 3600
PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@dataclass(frozen=True)
class Language:
    """One language a page can be read in."""

    code: str
    name: str
    direction: str
    translations: Translations | None


def load(*folders: Path) -> dict[str, Language]:
    """Read every .po file of these folders and compile it in memory, the source language first.

    Without any, those that come with the product. A language found twice is the last one found.
    """
    files = [path for folder in folders or (FOLDER,) for path in sorted(folder.glob("*.po"))]
    catalogues = {path.stem: compiled(path) for path in files}
    return {code: _language(code, found) for code, found in {SOURCE: None, **catalogues}.items()}


def compiled(path: Path) -> Translations:
    """Turn one .po file into a catalogue that can be asked."""
    with path.open("rb") as source:
        catalogue = read_po(source, locale=path.stem)
    machine = BytesIO()
    write_mo(machine, catalogue)
    machine.seek(0)
    return Translations(machine)


def _language(code: str, translations: Translations | None) -> Language:
    locale = Locale.parse(code)
    name = locale.get_display_name(code) or code
    return Language(code, name[0].upper() + name[1:], locale.text_direction, translations)


def languages() -> list[Language]:
    """Every language on offer, in the order of the switch."""
    return list(_loaded().values())


def _loaded() -> dict[str, Language]:
    return cast(dict[str, Language], current_app.extensions["languages"])


def current_language() -> str:
    """Return the reader's language: asked for in the address, kept in a cookie, or Vietnamese."""
    if not has_request_context():
        return SOURCE
    if "page.language" not in request.environ:
        wished = (request.args.get("lang"), request.cookies.get("lang"))
        request.environ["page.language"] = next((code for code in wished if code in _loaded()), SOURCE)
    return cast(str, request.environ["page.language"])


def text_direction() -> str:
    """Say which way the reader's language runs: ltr or rtl."""
    return _loaded()[current_language()].direction


def text_size() -> str:
    """Return the letter size the reader chose: m, l or xl."""
    if not has_request_context():
        return SIZES[0]
    wished = request.args.get("size") or request.cookies.get("size")
    return wished if wished in SIZES else SIZES[0]


def next_text_size() -> str:
    """Return the size the text-size button leads to; after the largest comes the normal one."""
    return SIZES[(SIZES.index(text_size()) + 1) % len(SIZES)]


def here(**changes: object) -> str:
    """Address this same page with some query values changed; None takes a value away."""
    wanted = {**request.args.to_dict(), **changes}
    return "?" + urlencode({key: value for key, value in wanted.items() if value is not None})


def gettext(text: str, **values: object) -> str:
    """Say a whole Vietnamese sentence in the reader's language, its %(name)s places filled."""
    return _filled(_translated(text, values), values, str)


def markup(text: str, **values: object) -> Markup:
    """Do the same inside a template: the sentence may hold tags, what is filled in is escaped."""
    return Markup(_filled(_translated(text, values), values, escape))  # noqa: S704 - sentences are ours


def _translated(text: str, values: Mapping[str, object]) -> str:
    translations = _loaded()[current_language()].translations
    if translations is None:
        return text
    # A sentence with %(count)s is a counted one: the other language may need several forms of it.
    if isinstance(count := values.get("count"), int | float):
        return str(translations.ngettext(text, text, int(count) if count == int(count) else 2))
    return str(translations.gettext(text))


def _filled(text: str, values: Mapping[str, object], safe: Callable[[object], str]) -> str:
    def fill(place: re.Match[str]) -> str:
        value = values[place[1]]
        return safe(number(value) if isinstance(value, float) else value)

    return PLACEHOLDER.sub(fill, text)


def plain(value: Text | str | float | None) -> str:
    """Pick the reader's language from a definition's words, Vietnamese when it is missing.

    What is words already stays as it is, and a number is written the reader's way.
    """
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, int | float):
        return number(value)
    return _in_readers_language(value) or value.vi


def text(value: Text | str | float | None) -> Markup:
    """Do the same for the body of a page, and mark words that stayed Vietnamese as such."""
    words = escape(plain(value))
    if not isinstance(value, Text) or _in_readers_language(value):
        return words
    return Markup('<span lang="{}" dir="auto">{}</span>').format(SOURCE, words)


def _in_readers_language(value: Text) -> str | None:
    """Return a definition's words as it brings them, or as the catalogue of a further language does."""
    language = current_language()
    if language in ("vi", "en"):
        return value.vi if language == "vi" else value.en
    translations = _loaded()[language].translations
    found = str(translations.gettext(value.vi)) if translations and value.vi else ""
    return found if found != value.vi else None


def article(source: Source) -> str:
    """Name an article of law the way the reader's language does, and mark what is not settled."""
    act = source.act.replace("Art.", "Điều") if current_language() == SOURCE else source.act
    return f"{act} ({gettext('tạm thời')})" if source.provisional else act


def number(value: float, digits: int = 1) -> str:
    """Write a number the reader's way: 3,6 and 16.000 in Vietnamese, 3.6 and 16,000 in English."""
    return format_decimal(value, format="#,##0." + "#" * digits, locale=current_language())


def money(amount: int) -> str:
    """Write an amount of đồng; the space is one that does not break a line."""
    return f"{number(amount, 0)}\u00a0{'đ' if current_language() == SOURCE else 'VND'}"


def file_size(count: int) -> str:
    """Write how large a file is: 340 KB, 2,4 MB."""
    if count < 1024**2:
        return f"{number(max(1, round(count / 1024)), 0)}\u00a0KB"
    return f"{number(count / 1024**2)}\u00a0MB"


def written_date(value: date) -> str:
    """Write a day: 26/11/2026, or 26 November 2026."""
    return _day(value, "dd/MM/y", "d MMMM y")


def long_date(value: date) -> str:
    """Write a day with its name: thứ Năm 26/11/2026, or Thursday 26 November 2026."""
    written = _day(value, "EEEE dd/MM/y", "EEEE d MMMM y")
    return written[0].lower() + written[1:] if current_language() == SOURCE else written


def short_date(value: date) -> str:
    """Write a day of this year: 26/11, or 26 Nov."""
    return _day(value, "dd/MM", "d MMM")


def hour(value: datetime | time) -> str:
    """Write an hour the way an appointment names it: 17 giờ, 17 giờ 30, or 17:30."""
    local = _local(value) if isinstance(value, datetime) else value
    if current_language() != SOURCE:
        return f"{local:%H:%M}"
    return f"{local.hour} giờ {local:%M}" if local.minute else f"{local.hour} giờ"


def moment(value: datetime) -> str:
    """Write a point in time, shortest first in mind: 23/11/2026 10:41, or 23 November 2026, 10:41."""
    comma = "" if current_language() == SOURCE else ","
    return f"{written_date(value)}{comma} {_local(value):%H:%M}"


def _day(value: date, vietnamese: str, other: str) -> str:
    language = current_language()
    day = _local(value) if isinstance(value, datetime) else value
    return format_date(day, vietnamese if language == SOURCE else other, locale=language)


def _local(value: datetime) -> datetime:
    return value.astimezone(VIETNAM) if value.tzinfo else value


def remember(response: Response) -> Response:
    """Keep a language or letter size asked for in the address for the pages that follow."""
    for name, chosen in (("lang", current_language), ("size", text_size)):
        if request.args.get(name) == chosen():
            response.set_cookie(
                name, chosen(), max_age=ONE_YEAR, samesite="Lax", httponly=True, secure=request.is_secure
            )
    return response


def for_each_reader(write: Callable[..., Any]) -> Callable[..., Any]:
    """Let a filter run each time a page is read.

    Jinja applies a filter to a constant once, when it compiles the template: `0 | money` would stay in the
    language of whoever opened the page first. What takes the context it leaves alone.
    """

    @pass_context
    def written(context: Context, *given: Any, **more: Any) -> Any:
        return write(*given, **more)

    return written


def init_app(app: Flask, more: Path | None = None) -> None:
    """Load the languages, those of one more folder too, and give templates their words and filters."""
    app.extensions["languages"] = load(FOLDER, more) if more else load()
    app.jinja_env.globals.update(
        _=markup,
        here=here,
        languages=languages,
        current_language=current_language,
        text_direction=text_direction,
        text_size=text_size,
        next_text_size=next_text_size,
    )
    filters: dict[str, Callable[..., Any]] = {
        "text": text,
        "plain": plain,
        "article": article,
        "number": number,
        "money": money,
        "file_size": file_size,
        "date": written_date,
        "long_date": long_date,
        "short_date": short_date,
        "hour": hour,
        "moment": moment,
    }
    app.jinja_env.filters.update({name: for_each_reader(write) for name, write in filters.items()})
    app.after_request(remember)
