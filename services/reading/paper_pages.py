"""What is read of attached papers, as frozen values."""

from dataclasses import dataclass
from datetime import datetime

from workflows.words import Source, Text


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One attached file; `answers` says that it came with a supplement."""

    id: str
    text: Text
    media: str
    size: int
    pages: int
    has_picture: bool
    digest: str
    attached_at: datetime
    removable: bool
    answers: bool


@dataclass(frozen=True, slots=True)
class PaperCard:
    """One needed paper with what is attached of it; `sending` numbers the next file: it comes once."""

    code: str
    text: Text
    source: Source | None
    wanted_by: tuple[Text, ...]
    attached: tuple[PaperLine, ...]
    sending: str


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The papers of a draft, or those that answer a request of one case of a dossier."""

    dossier_id: str
    slug: str
    number: str | None
    case_id: str | None
    subject: str
    bundle: Text
    quiet: bool
    cards: tuple[PaperCard, ...]

    @property
    def missing(self) -> int:
        """How many papers have nothing attached."""
        return sum(not card.attached for card in self.cards)


@dataclass(frozen=True, slots=True)
class PaperView:
    """One paper, large: where the reader goes back to is for their page to say."""

    line: PaperLine
    slug: str
    number: str | None
    case_id: str | None
