"""What officers arrange among themselves: who holds a case, absence, bulk, notes, second opinions."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from services.access.actors import Actor
from services.citizens import supplements
from services.officers import absences, bulk, cases, claims, desk, notes, opinions
from services.officers.bulk import Wish
from services.reading import people
from services.reading.following import tracking
from services.reading.working import arrangements
from storage import dossiers, journal, officers
from storage.cases import CaseRow, look_at_case
from storage.engine import read_transaction
from storage.people import OfficerRow
from storage.rows import add
from tests.services.test_chain import ANSWERS, SLUG, filed
from tests.world import World, citizen, local
from workflows.errors import ConcurrentChange, LinkedServiceError, NotAllowed, NotFound, TransitionRefused
from workflows.vocabulary import Role

REASON = "Bận việc khác"
LIBRARY = "library:00001"


@dataclass
class Office:
    """The library with two clerks and a head, the council with one clerk, and one filed case."""

    world: World
    case_id: str
    dossier_id: str
    an: Actor
    binh: Actor
    head: Actor
    council: Actor

    def case(self) -> CaseRow:
        return self.world.cases(self.dossier_id)["card"]

    def events(self) -> list[str]:
        return [event for event in self.world.events(self.dossier_id) if "-" in event]

    @contextmanager
    def nothing_changes(self) -> Iterator[None]:
        """Let what happens inside be refused without a trace."""
        before = (self.case(), self.events())
        yield
        assert (self.case(), self.events()) == before

    def refuses(self, kind: type[LinkedServiceError], act: Callable[[], object]) -> str:
        """Return the words with which an act is refused."""
        with self.nothing_changes(), pytest.raises(kind) as refused:
            act()
        assert refused.value.text is not None
        return refused.value.text.vi


@pytest.fixture
def office(world: World) -> Office:
    def officer(user: str, name: str, *roles: Role, at: str = LIBRARY, number: str = "") -> Actor:
        row = OfficerRow(
            id=user,
            password_hash="",
            name=name,
            personal_id=number or f"00109000{len(user):04d}",
            office_id=at,
            roles=[role.value for role in roles],
        )
        with world.context.work(Actor("seed", "", frozenset())) as uow:
            add(uow.connection, row)
        return Actor(user, name, frozenset(roles), office_id=at, personal_id=row.personal_id)

    an = officer("an", "Lê An", Role.CLERK)
    binh = officer("binh", "Vũ Bình", Role.CLERK)
    head = officer("truong", "Đỗ Trưởng", Role.CLERK, Role.LEADER)
    council = officer("council", "Hồ Xa", Role.CLERK, at="council:00001")
    officer("giamsat", "Giám Sát", Role.SUPERVISOR)
    dossier_id = filed(world)
    return Office(world, world.cases(dossier_id)["card"].id, dossier_id, an, binh, head, council)


def test_who_claims_first_holds_and_the_other_reads_who(office: Office) -> None:
    work = office.world.context.work
    claims.claim(work(office.an), office.case_id)
    assert office.case().officer_id == "an"
    assert office.refuses(TransitionRefused, lambda: claims.claim(work(office.binh), office.case_id)) == (
        "Lê An đang giữ hồ sơ này."
    )
    assert office.refuses(TransitionRefused, lambda: claims.claim(work(office.an), office.case_id)) == (
        "Bạn đang giữ hồ sơ này rồi."
    )
    assert office.events()[-1] == "case-claimed"


def test_only_the_holder_or_the_head_hands_a_case_on(office: Office) -> None:
    work, case_id = office.world.context.work, office.case_id
    assert "chưa ai nhận" in office.refuses(
        TransitionRefused, lambda: claims.release(work(office.an), case_id, REASON)
    )
    claims.claim(work(office.an), case_id)
    office.refuses(NotAllowed, lambda: claims.release(work(office.binh), case_id, REASON))
    office.refuses(NotAllowed, lambda: claims.assign(work(office.binh), case_id, "binh", REASON))
    assert "ít nhất 5" in office.refuses(
        TransitionRefused, lambda: claims.release(work(office.an), case_id, " vì ")
    )
    assert claims.assign(work(office.head), case_id, "binh", REASON) == "binh"
    claims.release(work(office.binh), case_id, REASON)
    assert office.case().officer_id is None
    assert office.events()[-3:] == ["case-claimed", "case-reassigned", "case-released"]


@pytest.mark.parametrize("to", ["council", "giamsat", "nobody", ""])
def test_a_case_goes_to_no_other_office_and_to_nobody_who_does_not_handle_cases(
    office: Office, to: str
) -> None:
    work = office.world.context.work
    words = office.refuses(
        TransitionRefused, lambda: claims.assign(work(office.an), office.case_id, to, REASON)
    )
    assert words == desk.NO_COLLEAGUE.vi


def test_for_another_office_the_case_does_not_exist(office: Office) -> None:
    work, case_id = office.world.context.work, office.case_id
    for act in (
        lambda: claims.claim(work(office.council), case_id),
        lambda: claims.release(work(office.council), case_id, REASON),
        lambda: notes.write(work(office.council), case_id, "Xem giúp"),
        lambda: opinions.ask(work(office.council), case_id, "an", "Có nên nhận không?"),
        lambda: people.people_page(office.world.context.reading(office.council), case_id),
    ):
        office.refuses(NotFound, act)


def test_nobody_touches_the_file_of_the_own_family(office: Office) -> None:
    """60/2014/QH13 Art. 12: neither by themselves nor by being assigned, asked or delegated to."""
    context = office.world.context
    mother = replace(office.an, personal_id=citizen().personal_id)
    work, case_id = context.work, office.case_id
    for act in (
        lambda: claims.claim(work(mother), case_id),
        lambda: claims.assign(work(mother), case_id, "binh", REASON),
        lambda: notes.write(work(mother), case_id, "Con tôi"),
        lambda: opinions.ask(work(mother), case_id, "binh", "Có nên nhận không?"),
    ):
        assert "có liên quan" in office.refuses(NotAllowed, act)
    claims.claim(work(office.head), case_id)
    with work(office.head) as uow:  # the head's colleague turns out to be in the file
        dossiers.change_dossier(
            uow.connection,
            office.dossier_id,
            office.world.dossier(office.dossier_id).row_version,
            facts={
                **office.world.dossier(office.dossier_id).facts,
                "reader.personal-id": office.binh.personal_id,
            },
        )
    for act in (
        lambda: claims.assign(work(office.head), case_id, "binh", REASON),
        lambda: opinions.ask(work(office.head), case_id, "binh", "Có nên nhận không?"),
    ):
        assert "có liên quan" in office.refuses(TransitionRefused, act)
    absences.enter(work(office.head), "truong", "binh", date(2026, 3, 2), date(2026, 3, 4), "Nghỉ phép")
    assert office.case().officer_id is None  # the delegate may not have it, so it lies with all


def test_what_comes_to_the_absent_goes_to_the_delegate_and_only_then(office: Office) -> None:
    world, case_id = office.world, office.case_id
    work = world.context.work
    world.act(office.an, case_id, "accept")
    world.act(office.an, case_id, "request-supplement", **{"supplement.list": "Ảnh"})
    absences.enter(work(office.an), "an", "binh", date(2026, 3, 3), date(2026, 3, 4), "Nghỉ phép")
    assert office.case().officer_id == "an"
    world.run_until(local("2026-03-03T10:00"))
    assert office.case().officer_id == "an"  # nothing has come yet
    supplements.answer_in_words(work(citizen()), case_id, "Ảnh mới")
    assert office.case().officer_id == "binh"
    with read_transaction(world.context.engine) as connection:
        lines = journal.lines_of(connection, office.dossier_id)
    assert [line.data for line in lines if line.event == "case-delegated"] == [{"from": "an", "to": "binh"}]
    page = people.people_page(world.context.reading(office.binh), case_id).people
    assert (page.holder, page.mine) == ("Vũ Bình", True)


def test_an_assignment_to_somebody_absent_lands_with_who_stands_in(office: Office) -> None:
    work = office.world.context.work
    absences.enter(work(office.head), "binh", "truong", date(2026, 3, 2), date(2026, 3, 2), "Đi họp")
    assert claims.assign(work(office.an), office.case_id, "binh", REASON) == "truong"
    office.world.run_until(local("2026-03-03T08:00"))
    assert claims.assign(work(office.head), office.case_id, "binh", REASON) == "binh"


def test_an_absence_that_begins_today_hands_over_what_lies_there(office: Office) -> None:
    world = office.world
    work = world.context.work
    claims.claim(work(office.an), office.case_id)
    assert absences.enter(work(office.an), "an", "binh", date(2026, 3, 2), date(2026, 3, 4), "Nghỉ phép") == 1
    assert office.case().officer_id == "binh"
    (line,) = arrangements.absences_page(world.context.reading(office.an)).lines
    assert (line.name, line.delegate, line.may_end) == ("Lê An", "Vũ Bình", True)
    absences.end(work(office.an), line.id)
    office.refuses(TransitionRefused, lambda: absences.end(work(office.an), line.id))
    assert claims.assign(work(office.head), office.case_id, "an", REASON) == "an"


def test_an_absence_that_cannot_be_is_refused(office: Office) -> None:
    work, today = office.world.context.work, date(2026, 3, 2)
    a_day = timedelta(days=1)

    def enter(actor: Actor, who: str, to: str, since: date, until: date) -> Callable[[], object]:
        return lambda: absences.enter(work(actor), who, to, since, until, "Nghỉ phép")

    office.refuses(NotAllowed, enter(office.an, "binh", "an", today, today))
    office.refuses(TransitionRefused, enter(office.an, "an", "an", today, today))
    office.refuses(TransitionRefused, enter(office.an, "an", "council", today, today))
    office.refuses(TransitionRefused, enter(office.an, "an", "binh", today + a_day, today))
    office.refuses(TransitionRefused, enter(office.an, "an", "binh", today - 2 * a_day, today - a_day))
    office.refuses(TransitionRefused, enter(office.an, "an", "binh", today, today + 400 * a_day))
    absences.enter(work(office.an), "an", "binh", today, today + a_day, "Nghỉ phép")
    office.refuses(TransitionRefused, enter(office.an, "an", "truong", today + a_day, today + a_day))
    office.refuses(TransitionRefused, enter(office.head, "truong", "an", today, today))


def test_bulk_tells_of_each_case_and_the_way_back_spares_who_was_touched(office: Office) -> None:
    world = office.world
    context, first = world.context, office.case_id
    second = _another(world, "001190000002")
    third = _another(world, "001190000003")
    claims.claim(context.work(office.binh), third)
    done = bulk.do(context, office.an, [first, second, third, "no-such", first], Wish("claim"))
    page = arrangements.bulk_page(context.reading(office.an), done)
    assert [(line.done, line.text.vi) for line in page.lines] == [
        (True, "Bạn đã nhận."),
        (True, "Bạn đã nhận."),
        (False, "Vũ Bình đang giữ hồ sơ này."),
        (False, "Không tìm thấy hồ sơ này."),
    ]
    world.act(office.head, second, "accept")
    bulk.undo(context, office.an, done)
    page = arrangements.bulk_page(context.reading(office.an), done)
    assert _vi(page.lines[0].back) == "Đã hoàn tác."
    assert _vi(page.lines[1].back).startswith("Đỗ Trưởng đã làm “")
    assert [line.back for line in page.lines[2:]] == [None, None]
    assert [_holder(world, one) for one in (first, second, third)] == [None, "truong", "binh"]
    with pytest.raises(TransitionRefused, match="undone already"):
        bulk.undo(context, office.an, done)


def test_bulk_can_be_undone_for_ten_minutes_by_who_did_it(office: Office) -> None:
    context = office.world.context
    done = bulk.do(context, office.an, [office.case_id], Wish("assign", "binh", REASON))
    assert office.case().officer_id == "binh"
    office.refuses(NotFound, lambda: bulk.undo(context, office.binh, done))
    office.world.clock.advance(minutes=10)
    assert arrangements.bulk_page(context.reading(office.an), done).until is not None
    office.world.clock.advance(seconds=1)
    assert arrangements.bulk_page(context.reading(office.an), done).until is None
    office.refuses(TransitionRefused, lambda: bulk.undo(context, office.an, done))


@pytest.mark.parametrize(
    "wish", [Wish("assign", "council", REASON), Wish("assign", "binh", ""), Wish("release", "", "")]
)
def test_a_bulk_wish_that_cannot_be_is_refused_before_any_case_is_touched(office: Office, wish: Wish) -> None:
    claims.claim(office.world.context.work(office.an), office.case_id)
    office.refuses(
        TransitionRefused, lambda: bulk.do(office.world.context, office.an, [office.case_id], wish)
    )
    office.refuses(TransitionRefused, lambda: bulk.do(office.world.context, office.an, [], Wish("claim")))


def test_notes_are_of_the_office_and_reach_no_citizen(office: Office) -> None:
    context = office.world.context
    notes.write(context.work(office.an), office.case_id, "Chữ ký khác mẫu.")
    notes.write(context.work(office.binh), office.case_id, "Đã gọi điện.")
    opinions.ask(context.work(office.an), office.case_id, "binh", "Chữ ký này có được không?")
    page = people.people_page(context.reading(office.head), office.case_id).people
    assert [(note.author, note.words) for note in page.notes] == [
        ("Vũ Bình", "Đã gọi điện."),
        ("Lê An", "Chữ ký khác mẫu."),
    ]
    office.refuses(TransitionRefused, lambda: notes.write(context.work(office.an), office.case_id, "  "))
    seen = str(
        tracking.own_page(context.reading(citizen()), str(office.world.dossier(office.dossier_id).number))
    )
    for secret in ("Chữ ký", "gọi điện", "Ghi chú nội bộ", "note-written", "opinion"):
        assert secret not in seen
    with read_transaction(context.engine) as connection:
        assert "Chữ ký" not in str(journal.lines_of(connection, office.dossier_id))


def test_nothing_but_reading_and_adding_is_there_for_notes() -> None:
    """An append-only thing has no statement that changes it."""
    touching = [name for name in vars(officers) if "note" in name.lower()]
    assert sorted(touching) == ["NoteRow", "_note", "notes_of"]


def test_a_second_opinion_is_given_once_by_who_was_asked_and_holds_nothing_up(office: Office) -> None:
    context, case_id = office.world.context, office.case_id
    work = context.work
    opinions.ask(work(office.an), case_id, "binh", "Chữ ký này có được không?")
    office.refuses(
        TransitionRefused, lambda: opinions.ask(work(office.head), case_id, "binh", "Lại hỏi một lần nữa?")
    )
    (asked,) = people.people_page(context.reading(office.binh), case_id).people.opinions
    assert (asked.mine, asked.answered_at) == (True, None)
    office.world.act(office.an, case_id, "accept")  # an open question holds nothing up

    def answer(actor: Actor, words: str = "Không giống mẫu.") -> Callable[[], object]:
        return lambda: opinions.answer(work(actor), case_id, asked.id, agrees=False, words=words)

    office.refuses(NotAllowed, answer(office.head))
    office.refuses(TransitionRefused, answer(office.binh, ""))
    answer(office.binh)()
    office.refuses(TransitionRefused, answer(office.binh))
    (told,) = people.people_page(context.reading(office.an), case_id).people.opinions
    assert (told.agrees, told.words, told.asked_of) == (False, "Không giống mẫu.", "Vũ Bình")


def test_of_two_officers_at_once_the_later_reads_who_did_what_and_when(office: Office) -> None:
    world = office.world
    seen = office.case().round
    world.act(office.an, office.case_id, "accept")

    def late(actor: Actor) -> Callable[[], object]:
        return lambda: cases.take_step(
            world.context.work(actor), office.case_id, "accept", {}, seen_round=seen
        )

    words = office.refuses(TransitionRefused, late(office.binh))
    assert words.startswith("Lê An đã làm “")
    assert "lúc 09:00:00 02/03/2026." in words
    assert office.refuses(TransitionRefused, late(office.an)).startswith("Chính bạn đã làm “")


def test_many_hands_at_one_instant_make_one_claim_and_one_step(office: Office) -> None:
    """Threads on SQLite; `tests/postgres` does the same where transactions really run side by side."""
    world = office.world
    hands = [office.an, office.binh, office.head, office.an]

    def claimed(actor: Actor) -> object:
        return claims.claim(world.context.work(actor), office.case_id)

    def accepted(actor: Actor) -> object:
        return cases.take_step(world.context.work(actor), office.case_id, "accept", {}, seen_round=1)

    for act, event in ((claimed, "case-claimed"), (accepted, "accept")):
        given = _together(act, hands)
        lost = [one for one in given if isinstance(one, TransitionRefused | ConcurrentChange)]
        assert len(lost) == len(hands) - 1, given
        assert all(one.text and one.text.vi for one in lost)
        assert world.events(office.dossier_id).count(event) == 1


def test_a_refusal_rests_on_an_article_of_the_definition(office: Office) -> None:
    def refuse(ground: str) -> Callable[[], object]:
        values = {"reason": "Sai người", "reason.law": ground}
        return lambda: cases.take_step(office.world.context.work(office.an), office.case_id, "refuse", values)

    assert office.refuses(TransitionRefused, refuse("Điều 1 của tôi")) == cases.NO_GROUND.vi
    refuse("Town by-law Điều 1")()
    assert office.case().ending == "refused"


def _together(act: Callable[[Actor], object], actors: list[Actor]) -> list[object]:
    gate, given = threading.Barrier(len(actors)), [None] * len(actors)  # type: ignore[var-annotated]

    def run(place: int) -> None:
        gate.wait(timeout=20)
        try:
            given[place] = act(actors[place])
        except Exception as error:
            given[place] = error

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(actors))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return given


def _another(world: World, number: str) -> str:
    row = world.submit(citizen(number, "Trần Văn Khác"), SLUG, ANSWERS)
    return world.cases(row.id)["card"].id


def _holder(world: World, case_id: str) -> str | None:
    with read_transaction(world.context.engine) as connection:
        found = look_at_case(connection, case_id)
    assert found is not None
    return found.officer_id


def _vi(text: object) -> str:
    return str(getattr(text, "vi", ""))
