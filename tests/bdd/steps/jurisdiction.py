"""Steps about the areas of the country.

Given "{area}" đã nhập vào "{other}" từ hôm qua
"""

from datetime import timedelta

from pytest_bdd import given

from storage import reference
from storage.engine import write_transaction
from tests.bdd.town import Town
from tests.bdd.words import says


@given(says('"{area}" đã nhập vào "{other}" từ hôm qua'))
def was_merged(town: Town, area: str, other: str) -> None:
    yesterday = town.today - timedelta(days=1)
    with write_transaction(town.context.engine) as connection:
        codes = {row.label: row.code for row in reference.areas(connection) if row.until is None}
        reference.end_area(connection, codes[area], yesterday, successor=codes[other])
