"""Steps about a karaoke house: what an office has issued before the scenario begins.

    Given "{procedure}" has been issued as "{number}"      Biết "{procedure}" đã được cấp số "{number}"

The officers of that office have accepted the case and issued the result on the day it is.
"""

from pytest_bdd import given

from tests.bdd import shortcuts
from tests.bdd.town import Town
from tests.bdd.words import Desk, says


@given(says('"{procedure}" has been issued as "{number}"'))
@given(says('"{procedure}" đã được cấp số "{number}"'))
def has_been_issued(town: Town, procedure: str, number: str) -> None:
    desk = Desk(town.case(procedure).office_id.split(":")[0])
    shortcuts.take(town, desk, "Tiếp nhận", {})
    shortcuts.take(town, desk, "Cấp kết quả", {"Số giấy": number, "Ngày cấp": f"{town.today:%d/%m/%Y}"})
