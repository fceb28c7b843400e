"""Is it always on time: every number on the page is counted, and a citizen's own file has an old way."""

from __future__ import annotations

import csv
import gzip
import re
import threading
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from services.demo.filings import BIRTH_FILING
from services.demo.stage import Stage, open_stage
from services.simulation import memory
from services.simulation.often import STORIES_BY_SLUG, Knobs, load_of, often_page
from tests.web.staged import app_of, body
from workflows.errors import TooManyAttempts
from workflows.language import Deadline, Procedure
from workflows.registry import Registry, registry
from workflows.words import law

BIRTH = STORIES_BY_SLUG["sinh"]
FEW = "runs=200"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    opened = open_stage(tmp_path_factory.mktemp("often"), BIRTH_FILING.at)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def app(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return app_of(stage, tmp_path_factory.mktemp("data"))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def without_nonces(html: str) -> str:
    return re.sub(r'(nonce|name="csrf_token" value)="[^"]*"', "", html)


def often_of(html: str) -> str:
    return html[html.index('id="causes"') : html.index('id="stretches"')]


def written(value: float, digits: int = 1) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".").replace(".", ",")


def test_the_same_seed_is_the_same_page_byte_for_byte(stage: Stage, tmp_path: Path) -> None:
    """Two products with memories of their own show the very same."""
    pages = []
    for nth in range(2):
        copy = Registry.of(*registry().all_definitions())
        folder = tmp_path / str(nth)
        folder.mkdir()
        pages.append(
            without_nonces(body(app_of(stage, folder, copy).test_client(), f"/mo-phong?seed=5&{FEW}"))
        )
    assert pages[0] == pages[1]
    assert "Số gieo" in pages[0]


def test_another_seed_is_another_page(client: FlaskClient) -> None:
    assert often_of(body(client, f"/mo-phong?seed=5&{FEW}")) != often_of(
        body(client, f"/mo-phong?seed=6&{FEW}")
    )


def punctual(html: str) -> float:
    found = re.search(r"([\d,]+)% gia đình có đủ kết quả trong vòng", html)
    assert found
    return float(found[1].replace(",", "."))


def test_incomplete_files_lower_the_share_on_time(client: FlaskClient) -> None:
    shares = [punctual(body(client, f"/mo-phong?late={late}&{FEW}")) for late in (0, 40, 90)]
    assert shares[0] > shares[1] > shares[2]


def test_every_number_is_one_that_was_counted(client: FlaskClient, stage: Stage) -> None:
    html = body(client, f"/mo-phong?so-voi=don-le&moi=2024&late=25&staff=1&{FEW}&seed=9")
    knobs = Knobs(25, 1, 200, 9)
    page = often_page(registry(), stage.context.calendar(), BIRTH, BIRTH.before[1], BIRTH.after[1], knobs)
    rows = re.findall(r'<th scope="row">.*?</th>((?:<td.*?</td>)+)', html[html.index('id="often-table"') :])
    cells = [re.findall(r">([^<>]+)</td>", row) for row in rows[:5]]
    ways = (page.before, page.after)
    assert cells[0] == [str(way.half) for way in ways]
    assert cells[1] == [str(way.most) for way in ways]
    assert cells[2] == [written(100 * way.promised.mean) + "%" for way in ways]
    assert cells[3] == [written(100 * way.lawful.mean) + "%" for way in ways]
    assert cells[4] == [written(way.trips) for way in ways]
    assert [
        float(d.replace(",", ".")) for d in re.findall(r'class="number">([\d,-]+)</td>', often_of(html))[:5]
    ] == [cause.days for cause in page.causes]
    assert f'value="{knobs.late}"' in html
    assert '<option value="1" selected>' in html


def test_every_assumption_is_named(client: FlaskClient) -> None:
    html = body(client, f"/mo-phong?{FEW}")
    load = load_of(BIRTH)
    for assumption in load.assumptions:
        assert assumption.text.vi in html
    for desk in load.desks:
        office = registry().authority(desk.authority).short.vi
        assert f"{office}: số cán bộ nhận hồ sơ này là {desk.officers}." in html
    for handling in load.handlings:
        if handling.step in ("", "accept", "sign", "approve"):
            assert f"trong {written(handling.minutes.middle)} phút" in html


def test_another_limit_in_a_definition_changes_the_counted_days(stage: Stage, tmp_path: Path) -> None:
    def changed(one: object) -> object:
        if isinstance(one, Procedure) and one.code == "permanent-residence-separate":
            return one.revised(deadlines=(Deadline(working_days=10, source=law("a test")),))
        return one

    known = Registry.of(*map(changed, registry().all_definitions()))  # type: ignore[arg-type]
    address = f"/mo-phong?so-voi=don-le&moi=2024&{FEW}"
    before = often_of(body(app_of(stage, tmp_path).test_client(), address))
    after = often_of(body(app_of(stage, tmp_path, known).test_client(), address))
    saved = [
        float(re.findall(r"trung bình ([\d,]+) ngày", html)[0].replace(",", ".")) for html in (before, after)
    ]
    assert 2 <= saved[1] - saved[0] <= 4


@pytest.mark.parametrize("wish", ["late=abc&runs=x", "late=-9&staff=99&runs=999999999&seed=%3Cb%3E"])
def test_a_wish_without_sense_is_answered_all_the_same(client: FlaskClient, wish: str) -> None:
    assert Knobs.within(*(None,) * 4) == Knobs()
    html = body(client, f"/mo-phong?{wish.replace('999999999', '1')}")
    assert "<b>" not in html[html.index('id="often"') :].split("</section>")[0].replace("<b>%", "")


def test_the_file_has_the_counts_of_the_picture(client: FlaskClient, stage: Stage) -> None:
    answer = client.get(f"/mo-phong/phan-bo.csv?so-voi=don-le&moi=2024&{FEW}")
    assert answer.mimetype == "text/csv"
    rows = list(csv.reader(StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))
    page = often_page(
        registry(), stage.context.calendar(), BIRTH, BIRTH.before[1], BIRTH.after[1], Knobs(runs=200)
    )
    for column, way in ((1, page.before), (2, page.after)):
        assert sum(int(row[column]) for row in rows[1:]) == 200
        assert [int(row[column]) for row in rows[1 : way.last + 1]] == list(way.counts[1:])


def test_english_is_complete_and_the_page_is_light(client: FlaskClient) -> None:
    html = body(client, f"/mo-phong?lang=en&viec=tu&{FEW}")
    main = html[html.index("<main") : html.index("</main>")]
    assert 'lang="vi"' not in main
    assert "Is it always on time?" in main
    assert len(gzip.compress(html.encode())) <= 12_000
    script = Path("static/js/timeline.js").read_bytes() + Path("static/js/app.js").read_bytes()
    assert len(gzip.compress(script)) <= 5_000


# --- one's own file -------------------------------------------------------------------------------------


def test_a_stranger_does_not_see_where_a_file_would_be(client: FlaskClient) -> None:
    answer = client.get("/ho-so/K00.000.00-260101-000001/so-sanh")
    assert answer.status_code == 303
    assert "/tra-cuu" in answer.headers["Location"]


def test_only_one_question_is_counted_at_a_time_and_the_rest_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever turns knobs all day must not take the machine from families."""
    monkeypatch.setattr(memory, "PATIENCE_SECONDS", 0.05)
    law, begun, done = registry(), threading.Event(), threading.Event()

    def slow() -> str:
        begun.set()
        done.wait(timeout=10)
        return "counted"

    first = threading.Thread(target=memory.remembered, args=(law, "slow", slow))
    first.start()
    assert begun.wait(timeout=10)
    with pytest.raises(TooManyAttempts):
        memory.remembered(law, "another", lambda: "never")
    done.set()
    first.join(timeout=10)
    assert memory.remembered(law, "slow", lambda: "anew") == "counted"
