"""Files that people attach, good ones and hostile ones, each made when a test asks for it."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
import zlib
from functools import cache

from PIL import Image, ImageDraw
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject, TextStringObject

NOISE_BYTES = 0.6  # how much one pixel of a noisy photo takes


def picture(kind: str = "JPEG", size: tuple[int, int] = (900, 1200), **options: object) -> bytes:
    """Return a drawn paper: dark lines on white."""
    image = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(image)
    for y in range(60, size[1] - 40, 50):
        pen.line((60, y, size[0] - 60, y), fill=(30, 30, 60), width=3)
    return _saved(image, kind, **options)


@cache
def photo(megabytes: float, seed: int = 1) -> bytes:
    """Return a JPEG of so many megabytes, hardly more, full of noise as photos in the dark are."""
    pixels = megabytes * 1024**2 / NOISE_BYTES
    width, height = int((pixels * 4 / 3) ** 0.5) // 2, int((pixels * 3 / 4) ** 0.5) // 2
    noise = Image.frombytes("RGB", (width, height), random.Random(seed).randbytes(width * height * 3))
    return _saved(noise.resize((width * 2, height * 2), Image.Resampling.BILINEAR), "JPEG", quality=90)


def with_place(latitude: float = 21.03) -> bytes:
    """Return a photo that says where and with which camera it was taken, and lies on its side."""
    exif = Image.Exif()
    exif[0x010F] = "SECRET-CAMERA"
    exif[0x0112] = 6  # turned by a quarter
    exif.get_ifd(0x8825)[2] = (latitude, 2.0, 3.0)
    return picture(exif=exif)


def moving(kind: str = "WEBP") -> bytes:
    frames = [Image.new("RGB", (400, 400), colour) for colour in ("white", "black")]
    out = io.BytesIO()
    frames[0].save(out, kind, save_all=True, append_images=frames[1:], duration=100)
    return out.getvalue()


def bomb(side: int = 30_000) -> bytes:
    """Return a PNG of a few kilobytes that would need gigabytes."""
    return _png(side, side, zlib.compress(b"\x00" * 100_000, 9))


def heavy_png(side: int = 7_000) -> bytes:
    """Return a PNG with as many pixels as are allowed, in few bytes: it must be read within the limits."""
    packer = zlib.compressobj(9)
    row = b"\x00" + b"\xff" * (side * 3)
    return _png(side, side, b"".join(packer.compress(row) for _ in range(side)) + packer.flush())


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        box.writestr("run.sh", "echo")
    return out.getvalue()


def pdf(pages: int = 1, **extra: object) -> bytes:
    """Return a PDF of blank pages; what else is named spoils it (see `_SPOIL`)."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    for what, value in extra.items():
        _SPOIL[what](writer, value)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def scanned_pdf() -> bytes:
    """Return a PDF whose page is a picture, as scanners make them."""
    return _saved(Image.open(io.BytesIO(picture())), "PDF")


def hidden_script_pdf() -> bytes:
    """Return a PDF whose script stands in a packed object under another spelling of its name."""
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    action = _dictionary({"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert(1)")})
    writer._add_object(DictionaryObject({NameObject("/Hidden"): action}))
    out = io.BytesIO()
    writer.write(out)
    plain = out.getvalue()
    return plain.replace(b"/JavaScript", b"/J#61vaScrip#74")


def endless_pdf() -> bytes:
    """Return a PDF whose pages contain themselves."""
    whole = pdf()
    endless = re.sub(rb"/Kids \[ \d 0 R \]", b"/Kids [ 1 0 R ]", whole)
    assert endless != whole
    return endless


def _dictionary(values: dict[str, object]) -> DictionaryObject:
    return DictionaryObject({NameObject(name): value for name, value in values.items()})


def _opening(writer: PdfWriter, action: dict[str, object]) -> None:
    writer._root_object[NameObject("/OpenAction")] = _dictionary(action)


_SPOIL = {
    "script": lambda writer, code: _opening(
        writer, {"/S": NameObject("/JavaScript"), "/JS": TextStringObject(code)}
    ),
    "action": lambda writer, kind: _opening(writer, {"/S": NameObject(kind), "/N": NameObject("/NextPage")}),
    "launch": lambda writer, what: _opening(
        writer, {"/S": NameObject("/Launch"), "/F": TextStringObject(what)}
    ),
    "begins_at": lambda writer, page: writer._root_object.__setitem__(
        NameObject("/OpenAction"), _dictionary({"/S": NameObject("/GoTo"), "/D": NumberObject(page)})
    ),
    "attachment": lambda writer, content: writer.add_attachment("a.txt", content),
    "password": lambda writer, word: writer.encrypt(word),
    "form": lambda writer, words: writer._root_object.__setitem__(
        NameObject("/AcroForm"), _dictionary({"/XFA": TextStringObject(words)})
    ),
}


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def _png(width: int, height: int, data: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )
