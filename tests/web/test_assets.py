"""Static files: styles that mirror, bytes in bounds, addresses that never go stale, compressed answers."""

import gzip
import re
from pathlib import Path

import pytest
from flask import Flask

from web import assets

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"


@pytest.fixture
def app():
    app = Flask(__name__, root_path=str(ROOT))
    assets.init_app(app)
    app.add_url_rule("/page", "page", lambda: "x" * 1000)
    app.add_url_rule("/short", "short", lambda: "x")
    return app


@pytest.mark.parametrize("path", sorted(STATIC.glob("css/*.css")), ids=lambda path: path.name)
def test_styles_mirror_and_give_vietnamese_letters_room(path):
    source = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
    assert re.findall(r"\b(?:left|right)\b", source) == []
    heights = re.findall(r"line-height:\s*([\d.]+)|font:[^;]*/([\d.]+)", source)
    assert [each for pair in heights for each in pair if each and float(each) < 1.5] == []
    assert re.findall(r"url\(|@import|text-transform", source) == []


BUDGETS = [
    ("citizen", ["css/app.css", "css/track.css", "js/app.js"], 12),
    ("timeline", ["css/app.css", "css/timeline.css", "js/app.js", "js/timeline.js"], 16),
    ("staff", ["css/app.css", "css/staff.css", "js/app.js"], 18),
]


@pytest.mark.parametrize(("page", "files", "kilobytes"), BUDGETS)
def test_what_a_page_loads_stays_small(page, files, kilobytes):
    assert sum(len(gzip.compress((STATIC / file).read_bytes(), 9)) for file in files) <= kilobytes * 1024


def test_a_static_file_may_be_kept_for_ever_at_its_own_address(app):
    with app.test_request_context():
        address = assets.asset("css/app.css")
    client = app.test_client()
    assert re.fullmatch(r"/static/css/app\.css\?v=[0-9a-f]{10}", address)
    with client.get(address, headers={"Accept-Encoding": "gzip"}) as answer:
        assert answer.headers["Cache-Control"] == assets.FOREVER
        assert gzip.decompress(answer.data) == (STATIC / "css" / "app.css").read_bytes()
    with client.get("/static/css/app.css") as answer:
        assert answer.headers["Cache-Control"] != assets.FOREVER


def test_an_address_changes_with_the_content(app, tmp_path, monkeypatch):
    monkeypatch.setattr(app, "static_folder", str(tmp_path))
    with app.test_request_context():
        addresses = set()
        for content in ("a{}", "b{}b{}"):
            (tmp_path / "x.css").write_text(content)
            addresses.add(assets.asset("x.css"))
    assert len(addresses) == 2


@pytest.mark.parametrize(("accepts", "encoding"), [("gzip, br", "gzip"), ("gzip;q=0", None), ("", None)])
def test_answers_are_compressed_for_those_who_can_read_it(app, accepts, encoding):
    answer = app.test_client().get("/page", headers={"Accept-Encoding": accepts})
    assert answer.headers.get("Content-Encoding") == encoding
    assert answer.headers["Vary"] == "Accept-Encoding"
    body = gzip.decompress(answer.data) if encoding else answer.data
    assert body == b"x" * 1000


def test_what_is_tiny_is_sent_as_it_is(app):
    answer = app.test_client().get("/short", headers={"Accept-Encoding": "gzip"})
    assert (answer.data, answer.headers.get("Content-Encoding")) == (b"x", None)


def test_the_length_of_a_compressed_page_tells_nothing(app):
    client = app.test_client()
    lengths = {len(client.get("/page", headers={"Accept-Encoding": "gzip"}).data) for _ in range(40)}
    assert len(lengths) > 5


def test_a_kept_file_is_not_sent_again(app):
    client = app.test_client()
    headers = {"Accept-Encoding": "gzip"}
    with client.get("/static/css/app.css", headers=headers) as first:
        headers["If-None-Match"] = first.headers["ETag"]
    with client.get("/static/css/app.css", headers=headers) as again:
        assert (again.status_code, again.data) == (304, b"")
