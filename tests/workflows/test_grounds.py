"""The legal grounds of a refusal: single articles of what a definition rests on, and no reading of ours."""

import pytest

from workflows.grounds import GROUND, grounds, is_ground, with_grounds
from workflows.language import Procedure
from workflows.registry import registry
from workflows.words import Kind, inferred, law

REFUSING = [
    procedure
    for procedure in registry().procedures.values()
    if any(item.code == GROUND for step in procedure.steps for item in step.takes)
]


@pytest.mark.parametrize("procedure", REFUSING, ids=lambda procedure: procedure.key)
def test_every_refusal_can_name_a_ground_and_only_a_settled_one(procedure: Procedure) -> None:
    found = grounds(procedure)
    assert found
    assert not any(";" in ground.en for ground in found)
    refuse = next(step for step in procedure.steps if any(item.code == GROUND for item in step.takes))
    (asked,) = [item for item in with_grounds(procedure, refuse.takes) if item.code == GROUND]
    assert asked.kind is Kind.CHOICE
    assert all(is_ground(procedure, value) and is_ground(procedure, text.en) for value, text in asked.options)


def test_composed_sources_become_single_articles_and_inferences_none() -> None:
    one = REFUSING[0].revised(
        legal_basis=(law("1/2020/QH14 Art. 5, 13-15; 2/2021/NĐ-CP"), inferred("3/2022/TT Art. 9", "x", "x"))
    )
    names = [ground.vi for ground in grounds(one)]
    for wanted in ("5", "13", "14", "15"):
        assert f"1/2020/QH14 Điều {wanted}" in names
    assert "2/2021/NĐ-CP" in names
    assert not any("3/2022/TT" in name for name in names)
    assert not is_ground(one, "1/2020/QH14 Điều 16")
