"""Papers of the demonstration: drawn pages that say what they stand for, since no real paper may be shown."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from services.access.actors import Actor
from services.citizens.drafts import DRAFT, draft_of
from services.evidence import papers, papers_needed
from services.evidence.paper_checks import Examined, examine
from services.unit_of_work import Context
from workflows.words import Text

SIZE = (900, 1270)
INK, FAINT = (40, 48, 70), (196, 203, 214)


@cache
def sample(code: str) -> Examined:
    """Draw a page that stands for a paper, and have it looked at as if somebody had sent it."""
    found = examine(drawn(code))
    if isinstance(found, Text):
        raise RuntimeError(f"the drawn paper {code!r} was refused: {found.en}")
    return found


def drawn(code: str) -> bytes:
    """Return the JPEG of such a page: the code of the paper as its title, and lines in the place of words."""
    page = Image.new("RGB", SIZE, "white")
    pen = ImageDraw.Draw(page)
    pen.rectangle((40, 40, SIZE[0] - 40, SIZE[1] - 40), outline=INK, width=3)
    pen.text((80, 90), code.replace("-", " ").upper(), fill=INK, font_size=40)
    pen.text((80, 150), "DEMONSTRATION - MO PHONG", fill=INK, font_size=26)
    for number, y in enumerate(range(250, SIZE[1] - 150, 46)):
        pen.line((80, y, SIZE[0] - 80 - 60 * (number % 3), y), fill=FAINT, width=9)
    out = BytesIO()
    page.save(out, "JPEG", quality=70)
    return out.getvalue()


def attach_samples(context: Context, person: Actor, draft_id: str) -> tuple[str, ...]:
    """Attach a drawn page for every paper that a draft needs; return their codes."""
    with context.reading(person) as uow:
        draft = draft_of(uow, draft_id, any_state=True)
        wanted = papers_needed.of_draft(uow, draft) if draft.state == DRAFT else ()
    for paper in wanted:
        work = context.work(person)
        papers.attach(work, draft_id, paper.code, sample(paper.code), sending=f"sample:{paper.code}")
    return tuple(paper.code for paper in wanted)
