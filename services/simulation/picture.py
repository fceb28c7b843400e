"""A picture of two ways: on which working day families have everything, as SVG or PNG, drawn by ourselves."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT, MARGIN = 960, 420, 48
COLOURS = ("#5b6472", "#176b3a", "#8a4b08", "#2a5db0")
INK, LINE, PAPER = "#1b1f24", "#c9ced6", "#ffffff"


@dataclass(frozen=True, slots=True)
class Bars:
    """One way: `counts[d]` families finished at the end of day d + 1."""

    label: str
    counts: tuple[int, ...]
    half: int
    most: int


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where days and counts lie in the picture; every way shares it."""

    days: int
    peak: int

    def x(self, day: float) -> float:
        return MARGIN + day * (WIDTH - 2 * MARGIN) / self.days

    def y(self, count: float) -> float:
        return HEIGHT - MARGIN - count * (HEIGHT - 5 * MARGIN) / self.peak


def svg(title: str, ways: Sequence[Bars]) -> str:
    """Draw the picture as an SVG file of its own."""
    scale = _scale(ways)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">'
    lines = [head, f"<title>{escape(title)}</title>", f'<rect width="100%" height="100%" fill="{PAPER}"/>']
    lines.append(_words(MARGIN, 30, title, size=18))
    for nth, way in enumerate(ways):
        lines += _bars(way, scale, COLOURS[nth % len(COLOURS)], nth)
    floor = scale.y(0)
    lines.append(f'<path d="M{MARGIN} {floor}H{WIDTH - MARGIN}" stroke="{LINE}"/>')
    lines += [_words(scale.x(day), floor + 18, str(day), middle=True) for day in range(0, scale.days + 1, 7)]
    return "\n".join([*lines, "</svg>", ""])


def png(title: str, ways: Sequence[Bars]) -> bytes:
    """Draw the same picture as a PNG."""
    scale = _scale(ways)
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    small, large = ImageFont.load_default(13), ImageFont.load_default(18)
    draw.text((MARGIN, 16), _without_marks(title), fill=INK, font=large)
    for nth, way in enumerate(ways):
        colour, line = COLOURS[nth % len(COLOURS)], _line_of(nth)
        for left, top, right in _shapes(way, scale):
            draw.rectangle((left, top, right, scale.y(0)), fill=colour)
        draw.line((scale.x(way.half), line, scale.x(way.most), line), fill=INK, width=2)
        draw.ellipse((scale.x(way.half) - 4, line - 4, scale.x(way.half) + 4, line + 4), fill=INK)
        draw.line((scale.x(way.most), line - 6, scale.x(way.most), line + 6), fill=INK, width=2)
        draw.text((scale.x(way.most) + 8, line - 8), _without_marks(_range(way)), fill=colour, font=small)
    draw.line((MARGIN, scale.y(0), WIDTH - MARGIN, scale.y(0)), fill=LINE)
    for day in range(0, scale.days + 1, 7):
        draw.text((scale.x(day) - 4, scale.y(0) + 6), str(day), fill=INK, font=small)
    file = BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _scale(ways: Sequence[Bars]) -> _Scale:
    days = max((len(way.counts) for way in ways), default=1)
    peak = max((count for way in ways for count in way.counts), default=1)
    return _Scale(max(days, 1), max(peak, 1))


def _shapes(way: Bars, scale: _Scale) -> Iterator[tuple[float, float, float]]:
    for day, count in enumerate(way.counts):
        if count:
            yield scale.x(day + 0.08), scale.y(count), scale.x(day + 0.92)


def _bars(way: Bars, scale: _Scale, colour: str, nth: int) -> Iterator[str]:
    for left, top, right in _shapes(way, scale):
        box = f'x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{scale.y(0) - top:.1f}"'
        yield f'<rect {box} fill="{colour}" fill-opacity="0.85"/>'
    half, most, line = scale.x(way.half), scale.x(way.most), _line_of(nth)
    yield f'<path d="M{half:.1f} {line}H{most:.1f}m0 -6v12" stroke="{INK}" stroke-width="2" fill="none"/>'
    yield f'<circle cx="{half:.1f}" cy="{line}" r="4" fill="{INK}"/>'
    yield _words(most + 8, line + 4, _range(way), colour=colour)


def _without_marks(words: str) -> str:
    """Write words in the letters that the only font at hand has: Vietnamese without its marks."""
    plain = words.replace("đ", "d").replace("Đ", "D").replace("–", "-")
    return unicodedata.normalize("NFD", plain).encode("ascii", "ignore").decode()


def _line_of(nth: int) -> int:
    return 64 + 24 * nth


def _range(way: Bars) -> str:
    return f"{way.label}: {way.half}–{way.most}"


def _words(x: float, y: float, words: str, *, size: int = 13, colour: str = INK, middle: bool = False) -> str:
    anchor = ' text-anchor="middle"' if middle else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}"{anchor}>{escape(words)}</text>'
