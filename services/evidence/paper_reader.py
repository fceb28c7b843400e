"""Reads one hostile file in a process of its own, with little memory and little time, and says what it is.

Run as a script by `services/evidence/paper_checks.py`: the bytes come on standard input, a line of JSON and
then the pictures go out on standard output. It imports nothing of the product, so that it starts fast and
holds no secret. Whatever kills it is an answer too: the file is not read.
"""

from __future__ import annotations

import io
import json
import resource
import sys
import warnings
from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageOps
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

MEMORY_BYTES = 768 * 1024**2
CPU_SECONDS = 10
MOST_PIXELS = 50_000_000  # what good phones take today; a bomb has hundreds of millions
SHORTEST_LONG_SIDE = 300  # below it nobody can read a paper
SHOWN_SIDE, THUMBNAIL_SIDE = 2200, 320
MOST_PAGES = 50
MOST_PARTS = 200_000  # values in one PDF; a scan of 50 pages has some thousands
ONE_PICTURE = {"image/jpeg": "JPEG", "image/png": "PNG", "image/webp": "WEBP"}
# What makes a PDF do something when it is opened, by its name in the file (ISO 32000-1).
ACTIVE = {
    "/JavaScript": "pdf-script",
    "/JS": "pdf-script",
    "/Launch": "pdf-launch",
    "/ImportData": "pdf-launch",
    "/SubmitForm": "pdf-launch",
    "/GoToE": "pdf-launch",
    "/GoToR": "pdf-launch",
    "/AA": "pdf-opens",
    "/EmbeddedFiles": "pdf-attachment",
    "/EmbeddedFile": "pdf-attachment",
    "/RichMedia": "pdf-attachment",
    "/XFA": "pdf-form",
}


class Refused(Exception):
    """The file is not taken; the word says why."""


def main() -> None:
    """Read the file, answer, and end."""
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    content = sys.stdin.buffer.read()
    try:
        answer, pictures = read(sys.argv[1], content)
    except Refused as refused:
        answer, pictures = {"refused": str(refused)}, ()
    except Image.DecompressionBombError:
        answer, pictures = {"refused": "too-many-pixels"}, ()
    except (MemoryError, RecursionError):
        answer, pictures = {"refused": "too-heavy"}, ()
    except Exception:  # the readers raise whatever a broken file makes them stumble over
        answer, pictures = {"refused": "broken"}, ()
    answer["lengths"] = [len(picture) for picture in pictures]
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + b"".join(pictures))


def read(media: str, content: bytes) -> tuple[dict[str, Any], tuple[bytes, ...]]:
    """Return what the file is, with a clean copy and a thumbnail where there is a picture.

    Raises:
        Refused: the file must not be taken.
    """
    warnings.simplefilter("ignore")  # twice the cap still is an error
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    if media == "application/pdf":
        return _pdf(content)
    return {"pages": 1}, _copies(_image(content, ONE_PICTURE[media]))


# --- pictures -------------------------------------------------------------------------------------


def _image(content: bytes, kind: str) -> Image.Image:
    image = Image.open(io.BytesIO(content), formats=[kind])
    if image.width * image.height > MOST_PIXELS:
        raise Refused("too-many-pixels")
    if max(image.size) < SHORTEST_LONG_SIDE:
        raise Refused("too-small")
    # A phone's JPEG may hold a second picture beside the first (MPO); it does not move.
    if kind != "JPEG" and getattr(image, "n_frames", 1) > 1:
        raise Refused("moving")
    if kind == "JPEG":
        image.draft("RGB", (SHOWN_SIDE, SHOWN_SIDE))  # a large photo is decoded at a part of its size
    try:
        image.load()
    except (OSError, SyntaxError) as error:
        raise Refused("cut-off") from error
    return image


def _copies(image: Image.Image) -> tuple[bytes, bytes]:
    """Draw the picture anew, upright and without what the camera wrote beside it (EXIF, GPS)."""
    upright = ImageOps.exif_transpose(image) or image
    upright.thumbnail((SHOWN_SIDE, SHOWN_SIDE))
    if upright.mode in ("RGBA", "LA", "PA", "P"):
        over = upright.convert("RGBA")
        upright = Image.new("RGB", over.size, "white")
        upright.paste(over, mask=over.getchannel("A"))
    clean = upright.convert("RGB")
    shown = _jpeg(clean, 82)
    clean.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    return shown, _jpeg(clean, 75)


def _jpeg(image: Image.Image, quality: int) -> bytes:
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()


# --- PDF ------------------------------------------------------------------------------------------


def _pdf(content: bytes) -> tuple[dict[str, Any], tuple[bytes, ...]]:
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted:
        raise Refused("pdf-locked")
    for name, why in ACTIVE.items():
        if len(name) > 4 and name.encode() in content:  # also where the table of objects does not lead
            raise Refused(why)
    for found in _dictionaries(reader):
        _refuse_active(found)
    pages = len(reader.pages)
    if pages == 0:
        raise Refused("broken")
    if pages > MOST_PAGES:
        raise Refused("pdf-long")
    for page in reader.pages:
        page.mediabox  # noqa: B018 - a page without a size is broken
    return {"pages": pages}, _scan(reader)


def _refuse_active(found: DictionaryObject) -> None:
    for name, why in ACTIVE.items():
        if name in found:
            raise Refused(why)
    for kind in (found.get("/S"), found.get("/Type")):
        if isinstance(kind, NameObject) and kind in ACTIVE:
            raise Refused(ACTIVE[kind])
    opens = found.get("/OpenAction")
    opens = opens.get_object() if isinstance(opens, IndirectObject) else opens
    # Nearly every writer says on which page to begin: a place is harmless, an action is not.
    if isinstance(opens, DictionaryObject) and opens.get("/S") != "/GoTo":
        raise Refused("pdf-opens")


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Walk through every object of the file, whether a page leads to it or not."""
    numbers = {(n, generation) for generation, rows in reader.xref.items() for n in rows}
    numbers |= {(n, 0) for n in reader.xref_objStm}
    ahead: list[Any] = [reader.trailer]
    ahead += [IndirectObject(number, generation, reader) for number, generation in sorted(numbers)]
    for _ in range(MOST_PARTS):
        if not ahead:
            return
        part = ahead.pop()
        if isinstance(part, IndirectObject):
            part = _resolved(part)
        if isinstance(part, DictionaryObject):
            yield part
            ahead += [value for value in part.values() if _is_nest(value)]
        elif isinstance(part, ArrayObject):
            ahead += [value for value in part if _is_nest(value)]
    raise Refused("too-heavy")


def _resolved(reference: IndirectObject) -> Any:
    try:
        return reference.get_object()
    except (MemoryError, RecursionError):
        raise
    except Exception:  # one object that cannot be read, and that no page may need
        return None


def _is_nest(value: Any) -> bool:
    """Say whether a value holds others inside itself; what it only points to is walked by its number."""
    return isinstance(value, DictionaryObject | ArrayObject) and not isinstance(value, NameObject)


def _scan(reader: PdfReader) -> tuple[bytes, ...]:
    """Return the picture of a scanned first page, when there is one that can be drawn."""
    try:
        found = [image.image for image in reader.pages[0].images]
        large = max((one for one in found if one), key=lambda one: one.width * one.height, default=None)
        if large is None or max(large.size) < SHORTEST_LONG_SIDE:
            return ()
        return (b"", _copies(large)[1])
    except Exception:  # a picture that cannot be drawn is no reason to refuse the file
        return ()


if __name__ == "__main__":
    main()
