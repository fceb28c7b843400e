from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest

from tests.toy_procedures import BYLAW, DOG_LICENCE, LIBRARY, LIBRARY_CARD, PET_READER, PET_READER_FORM, TOYS
from workflows.conditions import is_false, is_true
from workflows.errors import DefinitionError
from workflows.language import Deadline, Procedure
from workflows.lock import Lockable, key_of
from workflows.sheets.compare import differences
from workflows.vocabulary import Standing
from workflows.words import inferred, law, text


def english(old: Lockable, new: Lockable) -> list[str]:
    return [line.en for line in differences(old, new)]


def change_step(code: str, **changes: Any) -> Procedure:
    steps = tuple(one.model_copy(update=changes) if one.code == code else one for one in DOG_LICENCE.steps)
    return DOG_LICENCE.revised(steps=steps)


@pytest.mark.parametrize("definition", TOYS, ids=key_of)
def test_nothing_differs_from_itself(definition: Lockable) -> None:
    assert differences(definition, definition.model_copy(deep=True)) == ()


def test_a_changed_deadline_is_told_in_days() -> None:
    stricter = DOG_LICENCE.revised(
        deadlines=(
            DOG_LICENCE.deadlines[0].model_copy(update={"working_days": 3}),
            DOG_LICENCE.deadlines[1].model_copy(update={"working_days": 1}),
        )
    )
    lines = differences(DOG_LICENCE, stricter)
    assert [line.en for line in lines] == [
        "Deadline if `dog.large` = yes: changed from 4 working days to 3 working days.",
        "Deadline: changed from 2 working days to 1 working day.",
    ]
    assert lines[1].vi == "Thời hạn: đổi từ 2 ngày làm việc thành 1 ngày làm việc."


def test_deadlines_that_come_and_go_are_told_with_their_condition() -> None:
    other = Deadline(working_days=7, when=is_false("dog.large"), source=BYLAW)
    changed = DOG_LICENCE.revised(deadlines=(other, DOG_LICENCE.deadlines[1]))
    assert english(DOG_LICENCE, changed) == [
        "Deadline 4 working days if `dog.large` = yes removed.",
        "Deadline 7 working days if `dog.large` = no added.",
    ]


def test_a_source_that_becomes_certain_is_told() -> None:
    settled = DOG_LICENCE.deadlines[1].model_copy(update={"source": law("Town by-law Art. 9")})
    assert english(DOG_LICENCE, DOG_LICENCE.revised(deadlines=(DOG_LICENCE.deadlines[0], settled))) == [
        "Deadline: source changed from Town by-law Art. 2 (⚠ INFERRED, PROVISIONAL: Inferred from what is "
        "usual.) to Town by-law Art. 9."
    ]


def test_steps_that_come_and_go_are_named() -> None:
    fewer = DOG_LICENCE.revised(steps=DOG_LICENCE.steps[:-1])
    assert english(DOG_LICENCE, fewer) == ["Step “Go on: the document has no error” removed."]
    assert english(fewer, DOG_LICENCE) == ["Step “Go on: the document has no error” added."]
    assert differences(fewer, DOG_LICENCE)[0].vi == "Bước “Tiếp tục: giấy tờ không có sai sót” được thêm."


def test_an_input_that_went_is_named() -> None:
    assert english(DOG_LICENCE, DOG_LICENCE.revised(inputs=DOG_LICENCE.inputs[1:])) == [
        "Input `dog.size` removed."
    ]


def test_changed_words_are_told_in_both_languages() -> None:
    (line,) = differences(DOG_LICENCE, DOG_LICENCE.revised(text=text("Giấy phép chó", "Licence for a dog")))
    assert line.vi == "Lời văn đổi từ “Cấp giấy phép nuôi chó” thành “Giấy phép chó”."
    assert line.en == "Text changed from “Dog licence” to “Licence for a dog”."


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"when": None}, "Step “Issue the licence”: condition changed from `dog.healthy` = yes to none."),
        (
            {"by": "clerk"},
            "Step “Issue the licence”: taken by changed from the person who signs to an officer.",
        ),
        ({"decisive": False}, "Step “Issue the licence”: `decisive` changed from yes to no."),
        ({"issues": ()}, "Step “Issue the licence”: result issued `dog-licence` removed."),
        ({"takes": ()}, "Step “Issue the licence”: item to supply “Licence number” removed."),
        ({"sets": (("done", True),)}, "Step “Issue the licence”: fact set `done` = yes added."),
    ],
)
def test_what_changed_in_a_step_is_told_at_the_step(changes: dict[str, Any], line: str) -> None:
    assert english(DOG_LICENCE, DOG_LICENCE.revised(steps=_validated("issue", changes))) == [line]


def _validated(code: str, changes: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(
        type(one).model_validate({**dict(one), **changes}) if one.code == code else one
        for one in DOG_LICENCE.steps
    )


def test_a_changed_value_of_a_pair_is_told() -> None:
    asked = DOG_LICENCE.revised(assumes=(("supplement.asked", True),))
    assert english(DOG_LICENCE, asked) == ["Assumed fact `supplement.asked` changed from no to yes."]


def test_a_changed_order_is_told_because_the_first_wins() -> None:
    turned = LIBRARY_CARD.revised(inputs=LIBRARY_CARD.inputs[::-1])
    assert english(LIBRARY_CARD, turned) == ["The order of each input changed."]


def test_dates_and_standing_are_told() -> None:
    next_ = LIBRARY_CARD.revised(effective_to=date(2026, 8, 31), standing=Standing.PROVISIONAL)
    lines = differences(LIBRARY_CARD, next_)
    assert [line.en for line in lines] == [
        "Last day in force changed from none to 2026-08-31.",
        "Standing changed from in force to ⚠ PROVISIONAL.",
    ]
    assert "31/08/2026" in lines[0].vi


def test_members_links_and_flags_of_a_bundle_are_told() -> None:
    changed = PET_READER.revised(members=PET_READER.members[:1], links=(), flags=(), slug="khac")
    assert english(PET_READER, changed) == [
        "Address changed from “nguoi-doc-nuoi-cho” to “khac”.",
        "Member `licence` removed.",
        "Link `card → licence (library-card)` removed.",
        "Flag “The dog is old.” removed.",
    ]


def test_questions_of_a_form_are_told_on_their_page() -> None:
    page = PET_READER_FORM.sections[0]
    shorter = page.model_copy(update={"questions": page.questions[:-1]})
    changed = PET_READER_FORM.revised(sections=(shorter, PET_READER_FORM.sections[1]))
    assert english(PET_READER_FORM, changed) == [
        "Section “You”: question “Your partner's personal ID” removed."
    ]


def test_an_option_is_told_with_its_words() -> None:
    procedure = change_step("return-to-issuer", takes=())
    assert len(differences(procedure, DOG_LICENCE)) == 2
    taken = DOG_LICENCE.step("return-to-issuer")
    assert taken is not None
    item = taken.takes[0].model_copy(update={"options": (("number", text("Số", "Its number")),)})
    where = "Step “Return the card for a correction”, item to supply “What is wrong”"
    assert english(DOG_LICENCE, change_step("return-to-issuer", takes=(item, taken.takes[1]))) == [
        f"{where}: option “Holder” removed.",
        f"{where}: option `number` changed from “Card number” to “Its number”.",
    ]


def test_messages_and_their_answers_are_told() -> None:
    approve = LIBRARY_CARD.step("approve")
    assert approve is not None
    message = approve.effects[0].model_copy(update={"answers": (), "carries": ()})
    steps = tuple(
        one.model_copy(update={"effects": (message,)}) if one.code == "approve" else one
        for one in LIBRARY_CARD.steps
    )
    assert english(LIBRARY_CARD, LIBRARY_CARD.revised(steps=steps)) == [
        "Step “Approve”, message `card.print`: fact sent `reader.full-name` removed.",
        "Step “Approve”, message `card.print`: answer `printed` removed.",
        "Step “Approve”, message `card.print`: answer `refused` removed.",
        "Step “Approve”, message `card.print`: answer `unreachable` removed.",
    ]


def test_two_rows_of_one_name_are_told_apart() -> None:
    twice = LIBRARY_CARD.revised(deadlines=(*LIBRARY_CARD.deadlines, *LIBRARY_CARD.deadlines))
    assert english(LIBRARY_CARD, twice) == ["Deadline 1 working day added."]


def test_every_line_is_a_sentence_in_normal_form() -> None:
    other = DOG_LICENCE.revised(
        code="cat-licence",
        legal_basis=(inferred("Cat by-law", "Suy luận.", "Inferred."),),
        starts=DOG_LICENCE.starts[1:],
        states=DOG_LICENCE.states[1:],
        outputs=(),
        evidence=(),
        fees=(),
        steps=(DOG_LICENCE.steps[0].model_copy(update={"when": is_true("x")}),),
    )
    lines = differences(DOG_LICENCE, other)
    assert len(lines) > 15
    for words in (words for line in lines for words in (line.vi, line.en)):
        assert words.endswith(".")
        assert words[0] == words[0].upper()
        assert unicodedata.is_normalized("NFC", words)
        assert "None" not in words


def test_things_of_different_sorts_are_not_compared() -> None:
    with pytest.raises(DefinitionError, match="Bundle"):
        differences(LIBRARY_CARD, PET_READER)
    assert differences(LIBRARY, LIBRARY) == ()
