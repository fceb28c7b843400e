"""One declaration, two procedures, on toy definitions: the chain through the real verbs."""

from itertools import pairwise
from typing import Any

import pytest

from services.citizens import consents, declarations, supplements
from services.officers import cases
from storage.engine import read_transaction
from storage.outputs import outputs_of
from tests.world import ScriptedAgency, World, citizen, local
from workflows.errors import (
    AlreadyFiled,
    ConcurrentChange,
    DeclarationIncomplete,
    NotAllowed,
    NotFound,
    TransitionRefused,
)

ANSWERS: dict[str, Any] = {
    "requester.phone": "0912345678",
    "reader.full-name": "Nguyễn Thị Lan",
    "reader.commune": "00001",
    "reader.shares-home": False,
    "dog.wanted": True,
    "dog.birth-date": "2025-01-10",
    "dog.size": "small",
}
SLUG = "nguoi-doc-nuoi-cho"


def filed(world: World, **changes: Any) -> str:
    answers = {key: value for key, value in {**ANSWERS, **changes}.items() if value is not None}
    return world.submit(citizen(), SLUG, answers).id


def issue_card(world: World, dossier: str) -> None:
    library = world.clerk("library")
    card = world.cases(dossier)["card"].id
    world.act(library, card, "accept")
    world.act(library, card, "approve")
    world.run()


def test_a_declaration_ends_with_every_result(world: World) -> None:
    dossier = filed(world)
    assert set(world.cases(dossier)) == {"card"}
    issue_card(world, dossier)
    licence = world.cases(dossier)["licence"].id
    council = world.clerk("council")
    world.act(council, licence, "accept")
    world.act(council, licence, "inspect", **{"dog.healthy": True})
    world.act(
        world.clerk("council", name="leader", leader=True), licence, "issue", **{"licence-number": "D-1"}
    )
    done = world.dossier(dossier)
    assert done.state == "finished"
    assert done.facts["library-card.number"] == "L-7"
    assert done.facts["dog-licence.number"] == "D-1"


def test_the_next_case_opens_in_the_transaction_that_issues(world: World) -> None:
    dossier = filed(world)
    issue_card(world, dossier)
    first, second = world.cases(dossier)["card"], world.cases(dossier)["licence"]
    assert second.opened_at == first.entered_at


def test_a_member_that_was_not_wanted_never_opens(world: World) -> None:
    dossier = filed(world, **{"dog.wanted": False, "dog.birth-date": None, "dog.size": None})
    issue_card(world, dossier)
    assert set(world.cases(dossier)) == {"card"}
    assert world.dossier(dossier).state == "finished"


def test_a_refusal_bars_the_receiver_and_ends_the_dossier(world: World) -> None:
    dossier = filed(world)
    card = world.cases(dossier)["card"].id
    world.act(
        world.clerk("library"), card, "refuse", reason="Sai người", **{"reason.law": "Town by-law Điều 1"}
    )
    assert set(world.cases(dossier)) == {"card"}
    assert world.dossier(dossier).state == "finished"


def test_a_refusal_without_a_reason_is_refused_itself(world: World) -> None:
    card = world.cases(filed(world))["card"].id
    with pytest.raises(TransitionRefused, match="needs: Reason"):
        world.act(world.clerk("library"), card, "refuse")


def test_the_supplement_stops_the_clock_and_restarts_it_from_zero(world: World) -> None:
    dossier = filed(world)
    library, card = world.clerk("library"), world.cases(dossier)["card"].id
    world.act(library, card, "accept")
    world.act(library, card, "request-supplement", **{"supplement.list": "Ảnh"})
    assert world.cases(dossier)["card"].due_at is None
    world.run_until(local("2026-03-05T10:00"))
    supplements.answer_in_words(world.context.work(citizen()), card, "Ảnh mới")
    assert world.cases(dossier)["card"].due_at == local("2026-03-06T17:00")
    with pytest.raises(TransitionRefused, match="only once"):
        world.act(library, card, "request-supplement", **{"supplement.list": "Ảnh nữa"})


def test_an_unanswered_supplement_is_refused_after_seven_working_days(world: World) -> None:
    dossier = filed(world)
    library, card = world.clerk("library"), world.cases(dossier)["card"].id
    world.act(library, card, "accept")
    world.act(library, card, "request-supplement", **{"supplement.list": "Ảnh"})
    world.run_until(local("2026-03-11T16:59"))
    assert world.cases(dossier)["card"].state == "awaiting-supplement"
    world.run_until(local("2026-03-11T17:00"))
    assert world.cases(dossier)["card"].ending == "refused"
    assert world.dossier(dossier).state == "finished"


def test_a_timer_of_an_earlier_round_changes_nothing(world: World) -> None:
    dossier = filed(world)
    library, card = world.clerk("library"), world.cases(dossier)["card"].id
    world.act(library, card, "accept")
    world.act(library, card, "request-supplement", **{"supplement.list": "Ảnh"})
    supplements.answer_in_words(world.context.work(citizen()), card, "Ảnh mới")
    world.run_until(local("2026-03-20T17:00"))
    assert world.cases(dossier)["card"].state == "under-review"


def test_withdrawal_stops_what_runs_and_leaves_what_is_finished(world: World) -> None:
    dossier = filed(world)
    issue_card(world, dossier)
    assert declarations.withdraw(world.context.work(citizen()), dossier) == 1
    assert world.dossier(dossier).state == "withdrawn"
    assert world.cases(dossier)["card"].ending == "issued"
    assert world.cases(dossier)["licence"].ending == "withdrawn"


def test_withdrawing_before_the_first_result_opens_nothing_more(world: World) -> None:
    dossier = filed(world)
    declarations.withdraw(world.context.work(citizen()), dossier)
    assert set(world.cases(dossier)) == {"card"}
    with pytest.raises(TransitionRefused):
        world.act(world.clerk("library"), world.cases(dossier)["card"].id, "accept")


def test_an_answer_after_the_withdrawal_stands_and_opens_nothing(
    world: World, printer: ScriptedAgency
) -> None:
    dossier = filed(world)
    printer.late.add("card.print")
    library, card = world.clerk("library"), world.cases(dossier)["card"].id
    world.act(library, card, "accept")
    world.act(library, card, "approve")
    world.run_until(local("2026-03-02T09:30"))
    declarations.withdraw(world.context.work(citizen()), dossier)
    printer.late.clear()
    world.run_until(local("2026-03-02T09:40"))
    assert world.cases(dossier)["card"].ending == "issued"
    assert set(world.cases(dossier)) == {"card"}
    assert world.dossier(dossier).state == "withdrawn"


def test_an_agency_that_is_down_leaves_a_visible_obstacle_and_can_be_asked_again(
    world: World, printer: ScriptedAgency
) -> None:
    dossier = filed(world)
    printer.down = True
    library, card = world.clerk("library"), world.cases(dossier)["card"].id
    world.act(library, card, "accept")
    world.act(library, card, "approve")
    world.run_until(local("2026-03-02T12:00"))
    assert world.cases(dossier)["card"].state == "register-obstacle"
    printer.down = False
    world.act(library, card, "ask-again")
    world.run()
    assert world.cases(dossier)["card"].ending == "issued"
    assert len(printer.carried_out) == 1


def test_a_late_answer_is_asked_for_until_it_comes(world: World, printer: ScriptedAgency) -> None:
    dossier = filed(world)
    printer.late.add("card.print")
    library, card = world.clerk("library"), world.cases(dossier)["card"].id
    world.act(library, card, "accept")
    world.act(library, card, "approve")
    world.run_until(local("2026-03-02T09:30"))
    assert world.cases(dossier)["card"].state == "awaiting-register"
    printer.late.clear()
    world.run_until(local("2026-03-02T09:40"))
    assert world.cases(dossier)["card"].ending == "issued"


def test_an_agency_that_never_answers_is_seen_by_an_officer_and_may_still_answer(
    world: World, printer: ScriptedAgency
) -> None:
    dossier = filed(world)
    printer.late.add("card.print")
    library, card = world.clerk("library"), world.cases(dossier)["card"].id
    world.act(library, card, "accept")
    world.act(library, card, "approve")
    world.run_until(local("2026-03-02T16:59"))
    assert world.cases(dossier)["card"].state == "awaiting-register"
    world.run_until(local("2026-03-02T17:20"))
    assert world.cases(dossier)["card"].state == "register-obstacle"
    assert world.events(dossier).count("record-register-obstacle") == 1
    world.act(library, card, "ask-again")
    printer.late.clear()
    world.run_until(local("2026-03-02T17:21"))
    assert world.cases(dossier)["card"].ending == "issued"


def test_consent_starts_the_clock(world: World) -> None:
    dossier = filed(world, **{"reader.shares-home": True, "partner.personal-id": "001190000002"})
    issue_card(world, dossier)
    licence = world.cases(dossier)["licence"]
    assert (licence.state, licence.due_at) == ("awaiting-consent", None)
    with pytest.raises(NotFound):
        consents.give_consent(world.context.work(citizen("001190000003")), licence.id)
    world.clock.move_to(local("2026-03-04T15:30"))
    assert consents.give_consent(world.context.work(citizen("001190000002")), licence.id)
    assert world.cases(dossier)["licence"].due_at == local("2026-03-09T17:00")


def test_an_error_found_downstream_reopens_exactly_the_affected(
    world: World, printer: ScriptedAgency
) -> None:
    dossier = filed(world)
    issue_card(world, dossier)
    council, licence = world.clerk("council"), world.cases(dossier)["licence"].id
    world.act(council, licence, "accept")
    world.act(council, licence, "return-to-issuer", **{"wrong-items": "number", "reason": "Số thẻ sai"})
    assert world.cases(dossier)["licence"].state == "awaiting-correction"
    card = world.cases(dossier)["card"]
    assert card.state == "under-correction"
    cases.take_step(
        world.context.work(world.clerk("library")), card.id, "correct", {}, corrections={"card-number": "L-8"}
    )
    assert world.dossier(dossier).facts["library-card.number"] == "L-8"
    assert world.cases(dossier)["licence"].state == "under-review"
    with read_transaction(world.context.engine) as connection:
        cards = [o for o in outputs_of(connection, dossier) if o.code == "library-card"]
    assert [(c.version, c.standing, c.items["number"]) for c in cards] == [
        (1, "replaced", "L-7"),
        (2, "valid", "L-8"),
    ]


def test_a_correction_that_finds_nothing_lets_the_receiver_go_on(world: World) -> None:
    dossier = filed(world)
    issue_card(world, dossier)
    council, licence = world.clerk("council"), world.cases(dossier)["licence"].id
    world.act(council, licence, "accept")
    world.act(council, licence, "return-to-issuer", **{"wrong-items": "holder", "reason": "?"})
    world.act(world.clerk("library"), world.cases(dossier)["card"].id, "keep")
    assert world.cases(dossier)["licence"].state == "under-review"


def test_a_correction_of_something_else_lets_the_receiver_go_on(world: World) -> None:
    dossier = filed(world)
    issue_card(world, dossier)
    council, licence = world.clerk("council"), world.cases(dossier)["licence"].id
    world.act(council, licence, "accept")
    world.act(council, licence, "return-to-issuer", **{"wrong-items": "holder", "reason": "?"})
    card = world.cases(dossier)["card"].id
    corrections = {"reader.full-name": "Nguyễn Thị Liên"}
    cases.take_step(world.context.work(world.clerk("library")), card, "correct", {}, corrections=corrections)
    assert world.dossier(dossier).facts["library-card.holder"] == "Nguyễn Thị Liên"
    assert world.cases(dossier)["licence"].state == "under-review"


def test_an_answer_that_cannot_be_used_leads_to_an_officer(world: World, printer: ScriptedAgency) -> None:
    dossier = filed(world)
    printer.answers["card.print"] = ("printed", {})
    library, card = world.clerk("library"), world.cases(dossier)["card"].id
    world.act(library, card, "accept")
    world.act(library, card, "approve")
    world.run()
    assert world.cases(dossier)["card"].state == "register-obstacle"


def test_an_answer_of_the_wrong_kind_leads_to_an_officer(world: World, printer: ScriptedAgency) -> None:
    dossier = filed(world)
    printer.answers["card.print"] = ("printed", {"card-number": 7})
    library, card = world.clerk("library"), world.cases(dossier)["card"].id
    world.act(library, card, "accept")
    world.act(library, card, "approve")
    world.run()
    assert world.cases(dossier)["card"].state == "register-obstacle"


def test_a_second_filing_of_the_same_event_is_refused(world: World) -> None:
    filed(world)
    with pytest.raises(AlreadyFiled):
        filed(world)


def test_a_look_alike_is_flagged_and_not_refused(world: World) -> None:
    filed(world)
    second = filed(world, **{"dog.birth-date": "2025-01-11"})
    assert world.dossier(second).facts["duplicate.suspected"] is True
    assert "duplicate-suspected" in world.dossier(second).flags


def test_names_that_differ_in_a_mark_are_two_people(world: World) -> None:
    filed(world, **{"reader.full-name": "Nguyễn Hà My"})
    second = filed(world, **{"reader.full-name": "Nguyễn Hà Mỹ", "dog.birth-date": "2025-02-01"})
    assert world.dossier(second).facts["duplicate.suspected"] is False


def test_submitting_twice_gives_the_same_dossier(world: World) -> None:
    dossier = filed(world)
    again = declarations.submit(world.context, citizen(), dossier)
    assert again.number == world.dossier(dossier).number
    assert world.events(dossier).count("submitted") == 1


def test_an_incomplete_declaration_is_not_filed(world: World) -> None:
    with pytest.raises(DeclarationIncomplete):
        filed(world, **{"dog.size": None})


def test_only_the_office_of_the_case_may_act(world: World) -> None:
    card = world.cases(filed(world))["card"].id
    with pytest.raises(NotFound):
        world.act(world.clerk("council"), card, "accept")
    with pytest.raises(NotAllowed):
        world.act(citizen(), card, "accept")


def test_nobody_handles_a_file_of_their_own(world: World) -> None:
    from dataclasses import replace

    card = world.cases(filed(world))["card"].id
    with pytest.raises(NotAllowed, match="one of the people"):
        world.act(replace(world.clerk("library"), personal_id=citizen().personal_id), card, "accept")


def test_who_prepared_may_not_sign(world: World) -> None:
    dossier = filed(world)
    issue_card(world, dossier)
    leader, licence = world.clerk("council", leader=True), world.cases(dossier)["licence"].id
    world.act(leader, licence, "accept")
    world.act(leader, licence, "inspect", **{"dog.healthy": True})
    with pytest.raises(NotAllowed, match="for somebody else"):
        world.act(leader, licence, "issue", **{"licence-number": "D-1"})


def test_a_stale_page_moves_nothing(world: World) -> None:
    card = world.cases(filed(world))["card"]
    world.act(world.clerk("library"), card.id, "accept")
    with pytest.raises((TransitionRefused, ConcurrentChange)):
        cases.take_step(
            world.context.work(world.clerk("library")), card.id, "approve", {}, seen_round=card.round
        )


def test_the_state_is_what_the_journal_tells(world: World) -> None:
    dossier = filed(world)
    issue_card(world, dossier)
    from storage import journal

    with read_transaction(world.context.engine) as connection:
        lines = journal.lines_of(connection, dossier)
    for case in world.cases(dossier).values():
        told = [line for line in lines if line.case_id == case.id and line.state_after]
        assert told[-1].state_after == case.state
        assert all(a.state_after == b.state_before for a, b in pairwise(told))


def test_the_dossier_due_date_follows_the_pauses_of_its_cases(world: World) -> None:
    dossier = filed(world)
    assert world.dossier(dossier).due_at == local("2026-03-05T17:00")
    library, card = world.clerk("library"), world.cases(dossier)["card"].id
    world.act(library, card, "accept")
    world.act(library, card, "request-supplement", **{"supplement.list": "Ảnh"})
    assert world.dossier(dossier).due_at is None
    world.clock.move_to(local("2026-03-04T10:00"))
    supplements.answer_in_words(world.context.work(citizen()), card, "Ảnh mới")
    assert world.dossier(dossier).due_at == local("2026-03-09T17:00")
