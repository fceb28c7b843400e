"""Languages: every sentence is translated, and readers get words, dates and numbers as they write them."""

from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from flask import Flask
from markupsafe import Markup

from cli import translations
from web import i18n
from workflows.words import Text

LANGUAGES = sorted(translations.FOLDER.glob("*.po"))
BABY = Text(vi="Em bé", en="Baby")
PO = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Chào %(name)s"
msgstr "Hello %(name)s"

msgid "Còn %(count)s ngày"
msgid_plural "Còn %(count)s ngày"
msgstr[0] "One day left"
msgstr[1] "%(count)s days left"

#, fuzzy
msgid "Chưa chắc"
msgstr "Unsure"
"""


@pytest.fixture
def app(tmp_path):
    (tmp_path / "en.po").write_text(PO, "utf-8")
    (tmp_path / "ar.po").write_text('msgid ""\nmsgstr ""\n', "utf-8")
    app = Flask(__name__)
    i18n.init_app(app)
    app.extensions["languages"] = i18n.load(tmp_path)
    app.add_url_rule("/", view_func=lambda: f"{i18n.current_language()} {i18n.text_size()}")
    return app


@pytest.fixture
def vietnamese(app):
    with app.test_request_context("/"):
        yield


@pytest.fixture
def english(app):
    with app.test_request_context("/?lang=en"):
        yield


# The sentences of the product -------------------------------------------------


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_every_sentence_is_said_in_every_language(path):
    wanted = translations.sentences().values()
    assert translations.problems(translations.read(path), wanted) == []


def test_no_sentence_is_put_together_while_running():
    assert translations.made_up() == []


def test_english_is_there():
    assert [path.stem for path in LANGUAGES] == ["en"]


# The checks themselves find what they are for ---------------------------------


@pytest.fixture
def planted(tmp_path):
    root = tmp_path / "product"
    (root / "templates" / "citizen").mkdir(parents=True)
    (root / "web").mkdir()

    def plant(template="", page=""):
        (root / "templates" / "citizen" / "page.html").write_text(template, "utf-8")
        (root / "web" / "page.py").write_text(page, "utf-8")
        return root

    return plant


@pytest.fixture
def english_catalog(tmp_path):
    path = tmp_path / "en.po"
    path.write_text(PO, "utf-8")
    return translations.read(path)


@pytest.mark.parametrize(
    ("template", "page", "problem"),
    [
        ('<p title="{{ _("Câu bị quên") }}">', "", "Câu bị quên [not translated]"),
        ("{{ _('Một %(n)s', n=1) if x else '' }}", "", "Một %(n)s [not translated]"),
        ("", 'words = gettext("Lời trong mã")', "Lời trong mã [not translated]"),
        ('{{ _("Chưa chắc") }}', "", "Chưa chắc [not translated]"),
        ('{{ _("A & B") }}', "", 'A & B [has a bare ", < or & outside a tag]'),
    ],
)
def test_a_forgotten_sentence_is_found(planted, english_catalog, template, page, problem):
    found = translations.problems(english_catalog, translations.sentences(planted(template, page)).values())
    assert any(line.endswith(problem) for line in found)


@pytest.mark.parametrize(
    ("vietnamese", "said", "problem"),
    [
        ("Chào %(name)s", "Hello", "[other places in: Hello]"),
        ("Chào %(name)s", "Hello %(person)s", "[other places in: Hello %(person)s]"),
        ("Xong", 'The "end"', 'outside a tag: The "end"]'),
        ("Còn %(count)s ngày", "%(count)s days left", "[needs several forms]"),
    ],
)
def test_a_wrong_translation_is_found(vietnamese, said, problem):
    catalog = translations.Catalog(locale="en")
    catalog.add(vietnamese, said)
    found = translations.problems(catalog, [translations.Sentence(vietnamese, "page.html", 1)])
    assert [line.endswith(problem) for line in found] == [True]


def test_tags_inside_a_sentence_are_no_problem():
    sentence = translations.Sentence('Xem <a href="%(url)s">hướng dẫn</a> &amp; mẫu', "page.html", 1)
    catalog = translations.Catalog(locale="en")
    catalog.add(sentence.text, 'See <a href="%(url)s">the guide</a> &amp; forms')
    assert translations.problems(catalog, [sentence]) == []


def test_a_sentence_made_up_while_running_is_found(planted):
    root = planted('{{ _("ghép " ~ word) }}{{ _(word) }}{{ _("đủ") }}', 'gettext(word)\ngettext(f"{x}")\n')
    assert translations.made_up(root) == [
        "templates/citizen/page.html:1",
        "templates/citizen/page.html:1",
        "web/page.py:1",
        "web/page.py:2",
    ]


def test_the_command_adds_an_empty_entry_and_keeps_the_others(planted, english_catalog, tmp_path):
    wanted = translations.sentences(
        planted('{{ _("Chào %(name)s", name=n) }}{{ _("Thêm %(count)s", count=2) }}')
    )
    translations.complete(english_catalog, wanted, prune=True)
    assert len(translations.problems(english_catalog, wanted.values())) == 1
    path = tmp_path / "new" / "en.po"
    path.parent.mkdir()
    translations.write(path, english_catalog)
    catalog = translations.read(path)
    assert catalog.get("Chào %(name)s").string == "Hello %(name)s"
    assert catalog.get("Thêm %(count)s").string == ("", "")
    assert catalog.get("Chưa chắc") is None
    before = path.read_text("utf-8")
    translations.complete(catalog, wanted, prune=True)
    translations.write(path, catalog)
    assert path.read_text("utf-8") == before


# What a reader gets -----------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "cookie", "page"),
    [
        ("/", None, "vi m"),
        ("/?lang=en", None, "en m"),
        ("/?lang=ar&size=xl", None, "ar xl"),
        ("/?lang=xx&size=huge", None, "vi m"),
        ("/", "en", "en m"),
        ("/?lang=vi", "en", "vi m"),
        ("/?lang=xx", "en", "en m"),
    ],
)
def test_language_and_size_come_from_the_address_then_the_cookie(app, address, cookie, page):
    client = app.test_client()
    if cookie:
        client.set_cookie("lang", cookie)
    assert client.get(address).text == page


def test_a_choice_is_kept_for_the_pages_that_follow(app):
    client = app.test_client()
    client.get("/?lang=en&size=l")
    assert client.get("/").text == "en l"
    client.get("/?size=m&lang=xx")
    assert client.get("/").text == "en m"


def test_outside_a_request_the_language_is_vietnamese(app):
    with app.app_context():
        assert i18n.gettext("Chào %(name)s", name="Mai") == "Chào Mai"


def test_sentences_are_said_in_the_readers_language(english):
    assert i18n.gettext("Chào %(name)s", name="Mai") == "Hello Mai"
    assert i18n.gettext("Chưa có ai dịch") == "Chưa có ai dịch"


@pytest.mark.parametrize(
    ("count", "words"), [(1, "One day left"), (2, "2 days left"), (1.5, "1.5 days left")]
)
def test_counted_sentences_take_the_form_of_the_number(english, count, words):
    assert i18n.gettext("Còn %(count)s ngày", count=count) == words


def test_a_place_nobody_fills_is_an_error(vietnamese):
    with pytest.raises(KeyError):
        i18n.gettext("Chào %(name)s")


def test_a_percent_sign_stays(vietnamese):
    assert i18n.gettext("Đúng hẹn %(share)s %", share=89.5) == "Đúng hẹn 89,5 %"


def test_in_a_page_the_sentence_may_hold_tags_and_the_values_are_escaped(app):
    with app.test_request_context("/"):
        page = app.jinja_env.from_string('{{ _("Chào <b>%(name)s</b>", name=name) }}')
        assert page.render(name="<i>") == "Chào <b>&lt;i&gt;</b>"


def test_definition_words_are_picked_by_language(vietnamese):
    assert i18n.text(BABY) == "Em bé"
    assert i18n.text("<b>") == Markup("&lt;b&gt;")
    assert i18n.text(None) == i18n.plain(None) == ""


def test_words_that_stay_vietnamese_say_so(app, english):
    assert i18n.text(BABY) == i18n.plain(BABY) == "Baby"
    half = Text(vi="Tổ <dân phố>", en="")
    assert i18n.text(half) == '<span lang="vi" dir="auto">Tổ &lt;dân phố&gt;</span>'
    assert i18n.plain(half) == "Tổ <dân phố>"


def test_numbers_dates_and_money_in_vietnamese(vietnamese):
    assert i18n.number(3.6) == "3,6"
    assert i18n.number(16000) == "16.000"
    assert i18n.money(16000) == "16.000\u00a0đ"
    assert i18n.written_date(date(2026, 11, 6)) == "06/11/2026"
    assert i18n.long_date(date(2026, 11, 26)) == "thứ Năm 26/11/2026"
    assert i18n.short_date(date(2026, 11, 26)) == "26/11"
    assert i18n.hour(time(17)) == "17 giờ"
    assert i18n.hour(time(7, 30)) == "7 giờ 30"


def test_numbers_dates_and_money_in_english(english):
    assert i18n.number(3.66, 2) == "3.66"
    assert i18n.money(16000) == "16,000\u00a0VND"
    assert i18n.written_date(date(2026, 11, 26)) == "26 November 2026"
    assert i18n.long_date(date(2026, 11, 26)) == "Thursday 26 November 2026"
    assert i18n.short_date(date(2026, 11, 6)) == "6 Nov"
    assert i18n.hour(time(17)) == "17:00"


def test_moments_are_told_in_vietnamese_time(app):
    late = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    with app.test_request_context("/"):
        assert i18n.moment(late) == "21/11/2026 06:30"
        assert i18n.hour(late) == "6 giờ 30"
    with app.test_request_context("/?lang=en"):
        assert i18n.moment(late) == "21 November 2026, 06:30"
        assert i18n.written_date(late) == "21 November 2026"


def test_the_switches_keep_the_rest_of_the_address(app):
    with app.test_request_context("/?viec=sinh&day=3&size=xl"):
        assert i18n.here(lang="en", day=None) == "?viec=sinh&size=xl&lang=en"
        assert i18n.next_text_size() == "m"


def test_languages_know_their_name_and_direction(app):
    with app.test_request_context("/?lang=ar"):
        assert [(each.code, each.name) for each in i18n.languages()] == [
            ("vi", "Tiếng Việt"),
            ("ar", "العربية"),
            ("en", "English"),
        ]
        assert i18n.text_direction() == "rtl"


def test_the_catalogues_live_beside_the_code():
    assert i18n.FOLDER == translations.FOLDER == Path(__file__).parents[2] / "translations"


def test_a_template_that_was_compiled_for_one_reader_speaks_to_the_next_in_their_language(app):
    page = app.jinja_env.from_string("{{ 0 | money }} {{ 1.5 | number }}")
    with app.test_request_context("/?lang=en"):
        assert page.render() == "0\u00a0VND 1.5"
    with app.test_request_context("/?lang=vi"):
        assert page.render() == "0\u00a0đ 1,5"


def test_every_filter_of_ours_runs_for_each_reader(served):
    ours = {
        name: filter_
        for name, filter_ in served.jinja_env.filters.items()
        if filter_.__module__.partition(".")[0] in ("web", "app")
    }
    assert {"money", "answer", "ground"} <= set(ours)
    assert [name for name, filter_ in ours.items() if not hasattr(filter_, "jinja_pass_arg")] == []
