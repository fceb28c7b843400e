"""The page that compares two ways: its numbers are the run's, and it works without JavaScript."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from services.demo.filings import BIRTH_FILING
from services.demo.stage import Stage, open_stage
from services.simulation.simulate import simulate
from services.simulation.timeline import STORIES
from tests.web.staged import app_of, body
from workflows.language import Deadline, Procedure
from workflows.registry import Registry, registry
from workflows.scenario import Scenario, Story
from workflows.words import law

PAIRS = [(story, before, after) for story in STORIES for before in story.before for after in story.after]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    opened = open_stage(tmp_path_factory.mktemp("timeline"), BIRTH_FILING.at)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def app(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return app_of(stage, tmp_path_factory.mktemp("data"))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


def totals(html: str) -> tuple[int, int]:
    found = re.search(r'<p class="big"><b>(\d+)</b>.*?<b class="now">(\d+)</b>', html)
    assert found, "no totals"
    return int(found[1]), int(found[2])


def address(story: Story, before: Scenario, after: Scenario, **more: object) -> str:
    extra = "".join(f"&{name}={value}" for name, value in more.items())
    return f"/mo-phong?viec={story.slug}&so-voi={before.slug}&moi={after.slug}{extra}"


@pytest.mark.parametrize(("story", "before", "after"), PAIRS, ids=lambda one: str(one.slug))
def test_the_totals_are_the_runs(
    client: FlaskClient, stage: Stage, story: Story, before: Scenario, after: Scenario
) -> None:
    html = body(client, address(story, before, after))
    calendar = stage.context.calendar()
    runs = [simulate(registry(), calendar, story, way) for way in (before, after)]
    assert totals(html) == (runs[0].total, runs[1].total)
    assert f"Xong sau {runs[0].total} ngày làm việc" in html
    assert f"Xong sau {runs[1].total} ngày làm việc" in html
    assert set(re.findall(r'data-tot="(\d+)"', html)) == {str(max(run.total for run in runs))}
    assert before.text.vi in html
    assert after.text.vi in html


def test_without_a_wish_the_published_pair_is_shown(client: FlaskClient) -> None:
    html = body(client, "/mo-phong")
    assert totals(html) == (21, 4)
    assert "Minh họa" in html
    assert "Ngày 21/21" in html


def test_a_wish_that_nobody_knows_is_the_first_one(client: FlaskClient) -> None:
    assert totals(body(client, "/mo-phong?viec=cuoi&so-voi=x&moi=%3Cscript%3E&day=nhieu")) == (21, 4)


def test_what_is_not_settled_is_marked(client: FlaskClient) -> None:
    assert "Chưa chắc chắn" in body(client, "/mo-phong?moi=2026")
    assert "Chưa chắc chắn</strong>" not in body(client, "/mo-phong?moi=2024&so-voi=don-le")


def test_the_limit_of_the_group_is_said_where_it_binds(client: FlaskClient) -> None:
    assert "hạn cả nhóm hết sớm hơn: ngày 5" in body(client, "/mo-phong?moi=2024-xac-minh")
    assert "hạn cả nhóm hết sớm hơn" not in body(client, "/mo-phong?moi=2024")


def test_a_day_is_shown_without_javascript(client: FlaskClient) -> None:
    html = body(client, "/mo-phong?day=3")
    assert "Ngày 3/21" in html
    assert "<noscript><button" in html
    assert html.count("Đang xử lý</strong>") == 2
    assert set(re.findall(r'<rect class="future" x="([\d.]+)%"', html)) == {"14.286"}
    assert 'href="?day=2#player"' in html
    assert 'href="?day=4#player"' in html
    ahead = re.findall(r'<li data-at="([\d.]+)" class="ahead">', html)
    reached = re.findall(r'<li data-at="([\d.]+)"><span class="when">', html)
    assert min(map(float, ahead)) > 3 >= max(map(float, reached))


@pytest.mark.parametrize(("day", "shown"), [("-4", 0), ("999", 21)])
def test_a_day_outside_the_axis_is_its_nearer_end(client: FlaskClient, day: str, shown: int) -> None:
    assert f"Ngày {shown}/21" in body(client, f"/mo-phong?day={day}")


def test_the_gains_are_counted(client: FlaskClient) -> None:
    html = body(client, "/mo-phong?so-voi=cong-bo&moi=2023")
    table = html[html.index('id="gains"') :]
    rows = re.findall(r'<th scope="row">(.*?)</th><td class="number">(.*?)</td>', table)[:5]
    assert [value for _, value in rows[:3]] == ["21", "4", "71"]
    assert re.findall(r'<span class="better">(.*?)</span>', table)[:3] == ["4", "0", "16"]


def test_the_choice_of_a_pair_is_kept_while_playing(client: FlaskClient) -> None:
    html = body(client, "/mo-phong?viec=sinh&so-voi=don-le&moi=2024&day=2")
    assert '<input type="hidden" name="moi" value="2024">' in html
    assert '<option value="don-le" selected>' in html


def test_english_is_complete(client: FlaskClient) -> None:
    html = body(client, "/mo-phong?lang=en&viec=tu")
    main = html[html.index("<main") : html.index("</main>")]
    assert "After a death: two ways through the offices" in main
    assert "Done after 9 working days" in main
    assert 'lang="vi"' not in main


def test_the_data_are_those_of_the_charts(client: FlaskClient, stage: Stage) -> None:
    answer = client.get("/mo-phong/du-lieu.csv?viec=sinh&so-voi=don-le&moi=2024")
    assert answer.mimetype == "text/csv"
    assert "attachment" in answer.headers["Content-Disposition"]
    rows = list(csv.reader(StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))
    birth = STORIES[0]
    ways = [birth.before[1], birth.after[1]]
    runs = [simulate(registry(), stage.context.calendar(), birth, way) for way in ways]
    assert len(rows) == 1 + sum(len(run.segments) for run in runs)
    assert max(float(row[6]) for row in rows[1:] if row[1] == ways[0].bundle) == runs[0].total
    assert max(float(row[6]) for row in rows[1:] if row[1] == ways[1].bundle) == runs[1].total


def test_another_limit_in_a_definition_changes_the_page(stage: Stage, tmp_path: Path) -> None:
    def changed(one: object) -> object:
        if isinstance(one, Procedure) and one.code == "permanent-residence-separate":
            return one.revised(deadlines=(Deadline(working_days=10, source=law("a test")),))
        return one

    known = Registry.of(*map(changed, registry().all_definitions()))  # type: ignore[arg-type]
    html = body(app_of(stage, tmp_path, known).test_client(), "/mo-phong?so-voi=don-le&moi=2024")
    assert totals(html) == (16, 3)
    assert "hạn 10 ngày" in html
    assert "13 ngày gia đình không phải chờ" in html
