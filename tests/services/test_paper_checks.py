"""Hostile files are named for what they are; good ones come out clean, and nothing takes the machine."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import pytest
from PIL import Image

from services.evidence import paper_checks, paper_reader
from services.evidence.paper_checks import REASONS, Examined, examine
from tests.services import papers_to_send as files
from workflows.words import Text

JPEG = files.picture()
HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("empty", bytes),
    "eleven megabytes": ("too-large", lambda: JPEG + b"\0" * (11 * 1024**2 - len(JPEG))),
    "windows program": ("program", lambda: b"MZ" + b"\0" * 2000),
    "linux program": ("program", lambda: b"\x7fELF" + b"\0" * 2000),
    "shell script": ("program", lambda: b"#!/bin/sh\nrm -rf /\n"),
    "iphone photo": ("heic", lambda: b"\0\0\0\x18ftypheic" + b"\0" * 2000),
    "word file": ("archive", files.archive),
    "svg": ("unknown", lambda: b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    "gif": ("unknown", lambda: b"GIF89a" + b"\0" * 500),
    "page": ("unknown", lambda: b"<!doctype html><script>alert(1)</script>"),
    "picture and archive": ("two-in-one", lambda: JPEG + files.archive()),
    "pdf and archive": ("two-in-one", lambda: files.pdf() + files.archive()),
    "picture and page": ("two-in-one", lambda: JPEG[:20] + b"<script>alert(1)</script>" + JPEG[20:]),
    "picture and pdf": ("two-in-one", lambda: JPEG[:20] + b"%PDF-1.7 " + JPEG[20:]),
    "half a jpeg": ("cut-off", lambda: JPEG[: len(JPEG) // 2]),
    "half a png": ("cut-off", lambda: files.picture("PNG")[:3000]),
    "rubbish behind a start": ("broken", lambda: b"\xff\xd8\xff" + b"x" * 5000),
    "one dot": ("too-small", lambda: files.picture("PNG", (1, 1))),
    "moving webp": ("moving", lambda: files.moving("WEBP")),
    "moving png": ("moving", lambda: files.moving("PNG")),
    "bomb": ("too-many-pixels", files.bomb),
    "locked pdf": ("pdf-locked", lambda: files.pdf(password="x")),
    "pdf with a script": ("pdf-script", lambda: files.pdf(script="app.alert(1)")),
    "pdf with a disguised script": ("pdf-script", files.hidden_script_pdf),
    "pdf that starts a program": ("pdf-launch", lambda: files.pdf(launch="cmd.exe")),
    "pdf that acts when opened": ("pdf-opens", lambda: files.pdf(action="/Named")),
    "pdf with a file inside": ("pdf-attachment", lambda: files.pdf(attachment=b"x")),
    "dynamic form": ("pdf-form", lambda: files.pdf(form="<xdp/>")),
    "long pdf": ("pdf-long", lambda: files.pdf(51)),
    "pdf whose pages hold themselves": ("broken", files.endless_pdf),
    "half a pdf": ("broken", lambda: files.scanned_pdf()[:9000]),
    "rubbish behind a pdf's start": ("broken", lambda: b"%PDF-1.7\n" + b"x" * 4000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_each_file_that_is_not_taken_gets_its_own_sentence(name: str) -> None:
    word, make = HOSTILE[name]
    assert examine(make()) == REASONS[word]


def test_every_sentence_is_another_and_every_one_is_reached() -> None:
    assert len({text.vi for text in REASONS.values()}) == len({text.en for text in REASONS.values()})
    assert len({text.vi for text in REASONS.values()}) == len(REASONS)
    assert set(REASONS) - {word for word, _ in HOSTILE.values()} == {"too-heavy"}


@pytest.mark.parametrize(
    ("content", "media", "pages", "pictures"),
    [
        (JPEG, "image/jpeg", 1, (True, True)),
        (files.picture("PNG"), "image/png", 1, (True, True)),
        (files.picture("WEBP"), "image/webp", 1, (True, True)),
        (files.pdf(3), "application/pdf", 3, (False, False)),
        (files.pdf(begins_at=0), "application/pdf", 1, (False, False)),
        (files.scanned_pdf(), "application/pdf", 1, (False, True)),
    ],
    ids=["jpeg", "png", "webp", "pdf", "pdf that begins at a page", "scan"],
)
def test_good_files_are_taken(content: bytes, media: str, pages: int, pictures: tuple[bool, bool]) -> None:
    found = taken(content)
    assert (found.media, found.pages, found.content) == (media, pages, content)
    assert (found.shown is not None, found.thumbnail is not None) == pictures


def test_the_shown_copy_says_nothing_of_where_and_with_what_it_was_taken() -> None:
    sent = files.with_place()
    assert b"SECRET-CAMERA" in sent
    found = taken(sent)
    assert found.content == sent  # what was sent is kept as it came
    for copy in (found.shown, found.thumbnail):
        drawn = Image.open(io.BytesIO(copy or b""))
        assert not drawn.getexif()
        assert set(drawn.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert drawn.width > drawn.height  # upright as the camera meant it


def test_a_large_photo_becomes_a_small_thumbnail() -> None:
    found = taken(files.photo(6))
    assert max(Image.open(io.BytesIO(found.thumbnail or b"")).size) == paper_reader.THUMBNAIL_SIDE
    assert max(Image.open(io.BytesIO(found.shown or b"")).size) <= paper_reader.SHOWN_SIDE
    assert len(found.thumbnail or b"") < 40_000


def test_the_heaviest_picture_that_is_allowed_is_read_within_the_limits() -> None:
    assert taken(files.heavy_png()).media == "image/png"


def test_a_reader_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper_checks, "SECONDS", 0.01)
    began = time.monotonic()
    assert examine(JPEG) == REASONS["too-heavy"]
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("name", "limit"), [("MEMORY_BYTES = 768", "MEMORY_BYTES = 24"), ("CPU_SECONDS = 10", "CPU_SECONDS = 1")]
)
def test_a_reader_that_wants_too_much_is_ended(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, name: str, limit: str
) -> None:
    source = paper_checks.READER.read_text()
    assert name in source
    busy = source.replace(name, limit).replace(
        '    answer["lengths"]', "    while limit and 'CPU' in limit: pass\n    answer[\"lengths\"]"
    )
    busy = busy.replace("def main() -> None:", f"limit = {limit!r}\n\n\ndef main() -> None:")
    reader = tmp_path_factory.mktemp("reader") / "paper_reader.py"
    reader.write_text(busy)
    monkeypatch.setattr(paper_checks, "READER", reader)
    began = time.monotonic()
    assert examine(files.heavy_png(3000)) == REASONS["too-heavy"]
    assert time.monotonic() - began < paper_checks.SECONDS / 2  # not only because the parent lost patience


def taken(content: bytes) -> Examined:
    found = examine(content)
    assert not isinstance(found, Text), found
    return found
