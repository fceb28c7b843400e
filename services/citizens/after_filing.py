"""What a citizen says after a file has gone its way: a rating, once, and how messages should come."""

from services.access.permissions import NO_FILE
from services.unit_of_work import UnitOfWork
from storage import after_filing, dossiers
from storage.after_filing import PreferenceRow, RatingRow
from storage.rows import add
from workflows.errors import NotFound, TransitionRefused
from workflows.forms.cleaning import clean_text
from workflows.words import Text

LANGUAGES = ("vi", "en")
SCORES = range(1, 6)
MOST_LETTERS = 1000
CHOOSE_A_SCORE = Text(vi="Hãy chọn một mức từ 1 đến 5.", en="Choose one of the levels from 1 to 5.")
ONCE = Text(vi="Bạn đã đánh giá hồ sơ này rồi.", en="You have rated this file already.")
NOT_FINISHED = Text(
    vi="Hồ sơ chưa kết thúc nên chưa đánh giá được.", en="The file has not ended, so it cannot be rated yet."
)


def rate(uow: UnitOfWork, dossier_id: str, score: str, words: str) -> None:
    """Keep the requester's rating of a dossier that has ended (đánh giá mức độ hài lòng); once.

    Raises:
        NotFound: no such dossier of this person.
        TransitionRefused: it has not ended, is rated already, or the rating cannot be read.
    """
    clean = clean_text(words, at_most=MOST_LETTERS) if words.strip() else ""
    if isinstance(clean, Text):
        raise TransitionRefused(text=clean)
    if not (score.isascii() and score.isdigit() and int(score[:3]) in SCORES):
        raise TransitionRefused(text=CHOOSE_A_SCORE)
    with uow:
        row = dossiers.dossier(uow.connection, dossier_id, lock=True)
        if row is None or row.owner != uow.actor.personal_id:
            raise NotFound(text=NO_FILE)
        if row.state not in ("finished", "withdrawn"):
            raise TransitionRefused(text=NOT_FINISHED)
        if after_filing.rating(uow.connection, dossier_id) is not None:
            raise TransitionRefused(text=ONCE)
        rating = RatingRow(dossier_id=dossier_id, score=int(score), words=clean, given_at=uow.now)
        add(uow.connection, rating)
        uow.record("rated", dossier_id=dossier_id, data={"score": int(score)})


def prefer(uow: UnitOfWork, language: str, *, sms: bool) -> None:
    """Keep how the acting person wants messages; an unknown language is Vietnamese."""
    wish = PreferenceRow(
        personal_id=str(uow.actor.personal_id),
        language=language if language in LANGUAGES else LANGUAGES[0],
        sms=sms,
        saved_at=uow.context.clock.now(),
    )
    with uow:
        after_filing.put_preference(uow.connection, wish)
