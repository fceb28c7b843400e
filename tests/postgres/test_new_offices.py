"""Dossiers that need the same new office at the same moment write it down once."""

from concurrent.futures import ThreadPoolExecutor

from services.access import actors
from services.jurisdiction.competence import competent_office
from storage import people
from storage.engine import read_transaction
from tests.postgres.conftest import Place


def test_several_transactions_need_the_same_new_office_at_once(place: Place) -> None:
    def find(_: int) -> str:
        with place.context.work(actors.SYSTEM) as uow:
            return competent_office(uow, "police", "07294")

    with ThreadPoolExecutor(4) as hands:
        assert set(hands.map(find, range(8))) == {"police:07294"}
    with read_transaction(place.context.engine) as connection:
        row = people.offices(connection)["police:07294"]
    assert row.vi.endswith("Phường Bố Hạ, thành phố Bắc Ninh")
