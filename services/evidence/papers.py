"""What people do with papers (giấy tờ đính kèm): attach one, take one back, read one."""

from dataclasses import dataclass

from services.citizens.drafts import DRAFT, draft_of
from services.evidence import papers_needed
from services.evidence.paper_checks import Examined
from services.unit_of_work import UnitOfWork
from storage import dossiers, papers
from storage.cases import cases_of
from storage.dossiers import DossierRow
from storage.papers import Copy, PaperContentRow, PaperRow
from storage.rows import add
from workflows.errors import NotFound, TransitionRefused
from workflows.papers import NeededPaper
from workflows.words import Text

MOST_OF_ONE_PAPER = 10
MOST_OF_ONE_DOSSIER = 40
NO_SUCH_PAPER = Text(vi="Không tìm thấy giấy tờ này.", en="There is no such paper.")
NOT_NEEDED = Text(
    vi="Hồ sơ này không cần giấy tờ đó, hoặc cơ quan đã có dữ liệu. Bạn không phải gửi.",
    en="This file does not need that paper, or the office has the data already. You need not send it.",
)
TOO_MANY = Text(
    vi=f"Mỗi giấy tờ gửi được nhiều nhất {MOST_OF_ONE_PAPER} tệp, cả hồ sơ {MOST_OF_ONE_DOSSIER} tệp. Hãy bỏ "
    "bớt tệp thừa rồi gửi lại.",
    en=f"One paper takes {MOST_OF_ONE_PAPER} files at most, a whole dossier {MOST_OF_ONE_DOSSIER}. Remove "
    "what is not needed and send again.",
)
FILED_ALREADY = Text(
    vi="Hồ sơ đã nộp nên không bỏ giấy tờ ra được.",
    en="The file has been submitted, so the paper cannot be taken back.",
)


@dataclass(frozen=True, slots=True)
class PaperCopy:
    """One copy of a paper, opened: `media` is what these bytes are."""

    evidence: str
    media: str
    content: bytes


def attach(
    uow: UnitOfWork,
    dossier_id: str,
    evidence: str,
    examined: Examined,
    *,
    sending: str,
    case_id: str | None = None,
) -> str:
    """Attach an examined file to a draft, or to a dossier whose case waits for a supplement; return its id.

    A sending that is repeated, and the same file sent once more for the same paper, give the paper
    that is there already.

    Raises:
        NotFound: there is no such draft or dossier of this person.
        TransitionRefused: the paper is not needed here, or there are too many.
    """
    with uow:
        dossier = _locked(uow, dossier_id)
        wanted = _wanted(uow, dossier, case_id)
        if evidence not in {paper.code for paper in wanted}:
            raise TransitionRefused(text=NOT_NEEDED)
        rows = papers.papers_of(uow.connection, dossier_id)
        of_this = [row for row in rows if (row.evidence, row.case_id) == (evidence, case_id)]
        if same := next((row for row in of_this if row.digest == examined.digest), None):
            return same.id
        if len(of_this) >= MOST_OF_ONE_PAPER or len(rows) >= MOST_OF_ONE_DOSSIER:
            raise TransitionRefused(text=TOO_MANY)
        # An old page may send another file under its number: that is another sending.
        if sending in {row.sending for row in rows}:
            sending = uow.new_id()
        return _write(uow, dossier, evidence, examined, sending, case_id)


def remove(uow: UnitOfWork, paper_id: str) -> None:
    """Take a paper back while it is not filed yet; removing it twice changes nothing more.

    Raises:
        NotFound: the paper is somebody else's.
        TransitionRefused: it has been filed.
    """
    with uow:
        row = papers.paper(uow.connection, paper_id)
        if row is None:
            return
        dossier = _locked(uow, row.dossier_id)
        if not removable(uow, dossier, row):
            raise TransitionRefused(text=FILED_ALREADY)
        papers.remove(uow.connection, [paper_id])
        uow.record(
            "paper-removed",
            dossier_id=dossier.id,
            case_id=row.case_id,
            data={"evidence": row.evidence, "sha256": row.digest},
        )
        _saved(uow, dossier)


def read(uow: UnitOfWork, paper_id: str, copy: Copy) -> PaperCopy:
    """Open one copy of a paper for whoever may read it.

    Raises:
        NotFound: there is no such paper or copy for this person.
        VaultBroken: the stored bytes were changed.
    """
    with uow:
        row = papers.paper(uow.connection, paper_id)
        if row is None or not papers_needed.may_read(uow, uow.actor, row):
            raise NotFound(text=NO_SUCH_PAPER)
        box = papers.sealed(uow.connection, paper_id, copy)
    if box is None:
        raise NotFound(text=NO_SUCH_PAPER)
    content = uow.context.vault.open(box, _about(paper_id, copy))
    return PaperCopy(row.evidence, row.media if copy == "original" else "image/jpeg", content)


def removable(uow: UnitOfWork, dossier: DossierRow, row: PaperRow) -> bool:
    """Say whether a paper may still be taken back: from a draft, or while its supplement is not sent."""
    if dossier.state == DRAFT:
        return True
    cases = cases_of(uow.connection, dossier.id)
    case = next((case for case in cases if case.id == row.case_id), None)
    return (
        case is not None
        and row.attached_at >= case.entered_at
        and bool(papers_needed.asked_again(uow, dossier, case.id))
    )


def _locked(uow: UnitOfWork, dossier_id: str) -> DossierRow:
    """Lock the dossier first, then see whose it is."""
    dossiers.dossier(uow.connection, dossier_id, lock=True)
    return draft_of(uow, dossier_id, any_state=True)


def _wanted(uow: UnitOfWork, dossier: DossierRow, case_id: str | None) -> tuple[NeededPaper, ...]:
    if case_id is None:
        return papers_needed.of_draft(uow, dossier) if dossier.state == DRAFT else ()
    return papers_needed.asked_again(uow, dossier, case_id)


def _write(
    uow: UnitOfWork,
    dossier: DossierRow,
    evidence: str,
    examined: Examined,
    sending: str,
    case_id: str | None,
) -> str:
    row = PaperRow(
        id=uow.new_id(),
        dossier_id=dossier.id,
        case_id=case_id,
        evidence=evidence,
        media=examined.media,
        size=len(examined.content),
        pages=examined.pages,
        has_picture=examined.thumbnail is not None,
        digest=examined.digest,
        sending=sending,
        attached_by=uow.actor.id,
        attached_at=uow.now,
    )
    content = PaperContentRow(
        paper_id=row.id,
        original=_seal(uow, row.id, "original", examined.content),
        shown=_seal(uow, row.id, "shown", examined.shown) if examined.shown else None,
        thumbnail=_seal(uow, row.id, "thumbnail", examined.thumbnail) if examined.thumbnail else None,
    )
    add(uow.connection, row, content)
    uow.record(
        "paper-attached",
        dossier_id=dossier.id,
        case_id=case_id,
        data={"evidence": evidence, "sha256": examined.digest, "media": examined.media, "bytes": row.size},
    )
    _saved(uow, dossier)
    return row.id


def _saved(uow: UnitOfWork, dossier: DossierRow) -> None:
    """Note on a draft that it changed, so that a submission at the same moment sees it."""
    if dossier.state == DRAFT:
        dossiers.change_dossier(uow.connection, dossier.id, dossier.row_version, saved_at=uow.now)


def _seal(uow: UnitOfWork, paper_id: str, copy: Copy, plain: bytes) -> bytes:
    return uow.context.vault.seal(plain, _about(paper_id, copy))


def _about(paper_id: str, copy: Copy) -> str:
    return f"paper:{paper_id}:{copy}"
