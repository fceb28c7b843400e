"""Views of the worklist (chế độ xem đã lưu): a queue with a filter, under a name of the officer's own."""

from dataclasses import dataclass

from services.unit_of_work import UnitOfWork
from storage import officer_views
from storage.officer_views import OfficerViewRow
from storage.rows import add
from workflows.errors import NotAllowed, TransitionRefused
from workflows.forms.cleaning import clean_line
from workflows.words import Text

MOST = 12
LONGEST = 40  # letters of a name
NO_NAME = Text(vi="Hãy đặt tên cho chế độ xem.", en="Give the view a name.")
TOO_MANY = Text(
    vi=f"Mỗi người lưu nhiều nhất {MOST} chế độ xem. Hãy bỏ bớt một chế độ xem.",
    en=f"At most {MOST} views each. Delete one first.",
)


@dataclass(frozen=True, slots=True)
class SavedView:
    """One saved view."""

    id: str
    name: str
    queue: str
    words: str


def of_reader(uow: UnitOfWork) -> tuple[SavedView, ...]:
    """Read the acting officer's views, by name, inside an open unit of work."""
    rows = officer_views.views_of(uow.connection, uow.actor.id)
    return tuple(SavedView(row.id, row.name, row.queue, row.words) for row in rows)


def save(uow: UnitOfWork, name: str, queue: str, words: str) -> None:
    """Save a view; one of the same name is replaced.

    Raises:
        NotAllowed: the person is no officer.
        TransitionRefused: the name is empty, too long or unreadable, or there are too many views.
    """
    clean, wanted = clean_line(name, at_most=LONGEST), clean_line(words)
    if isinstance(clean, Text) or isinstance(wanted, Text) or not clean:
        problem = next((one for one in (clean, wanted) if isinstance(one, Text)), NO_NAME)
        raise TransitionRefused(text=problem)
    with uow:
        _require_officer(uow)
        officer_views.forget(uow.connection, uow.actor.id, name=clean)
        if len(officer_views.views_of(uow.connection, uow.actor.id)) >= MOST:
            raise TransitionRefused(text=TOO_MANY)
        row = OfficerViewRow(
            id=uow.new_id(),
            officer_id=uow.actor.id,
            name=clean,
            queue=queue,
            words=wanted,
            saved_at=uow.now,
        )
        add(uow.connection, row)


def delete(uow: UnitOfWork, view_id: str) -> None:
    """Delete a view of one's own; one that is gone already is no mistake.

    Raises:
        NotAllowed: the person is no officer.
    """
    with uow:
        _require_officer(uow)
        officer_views.forget(uow.connection, uow.actor.id, view_id=view_id)


def _require_officer(uow: UnitOfWork) -> None:
    if not uow.actor.is_officer:
        raise NotAllowed(text=Text(vi="Trang này dành cho cán bộ.", en="This page is for officers."))
