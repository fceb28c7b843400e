"""The designer's room, to read only: definitions as maps and tables, their versions, proofs and scenarios."""

from pathlib import Path

from flask import Blueprint, Flask, current_app, render_template, request
from flask.typing import ResponseReturnValue

from services.reading.designing import definition, overview
from services.reading.designing.last_run import LastRun, read
from web.access import allow, reading
from web.i18n import plain
from workflows.errors import NotFound, TransitionRefused
from workflows.sheets.wires import StateMap, drawn
from workflows.vocabulary import Role
from workflows.words import Text, text

blueprint = Blueprint("designer", __name__, url_prefix="/thiet-ke")
READERS = (Role.SUPERVISOR, Role.OPERATOR)
KINDS = {"thu-tuc": "procedure", "nhom": "bundle", "to-khai": "declaration", "co-quan": "authority"}
SLUGS = {kind: slug for slug, kind in KINDS.items()}
TITLES = {
    "bundle": text("Nhóm thủ tục liên thông", "Linked bundles"),
    "procedure": text("Thủ tục", "Procedures"),
    "declaration": text("Tờ khai điện tử", "Electronic forms"),
    "authority": text("Cơ quan có thẩm quyền", "Competent authorities"),
}
CAPTIONS = {
    "moves": text("Các bước", "Steps"),
    "states": text("Trạng thái", "States"),
    "members": text("Thủ tục thành phần", "Member procedures"),
    "links": text("Kết quả nào mở thủ tục nào", "Which result opens which procedure"),
    "sections": text("Các phần của tờ khai", "Parts of the form"),
    "procedures": text("Thủ tục của cơ quan này", "Procedures of this authority"),
}
SCENARIOS = "SCENARIOS"


def init_app(app: Flask, scenarios: Path | None) -> None:
    """Add the room, with the file in which the last run of the scenarios lies, if one is named."""
    app.config[SCENARIOS] = scenarios
    app.register_blueprint(blueprint)


@blueprint.get("")
@allow(*READERS)
def overview_page() -> ResponseReturnValue:
    """List every definition with its versions."""
    shown = overview.overview(reading())
    return render_template("designer/overview.html", page=shown, titles=TITLES, slugs=SLUGS)


@blueprint.get("/<kind>/<name>")
@allow(*READERS)
def show(kind: str, name: str) -> ResponseReturnValue:
    """Show one version: its map, its tables, its proofs, what has been tried."""
    return _shown(kind, name)


@blueprint.post("/<kind>/<name>/ap-dung")
@allow(*READERS)
def apply(kind: str, name: str) -> ResponseReturnValue:
    """Refuse to put a version into force, with the reasons that the page gives beside its button."""
    version = request.form.get("ban") or None
    try:
        definition.refuse_to_apply(reading(), _kind(kind), name, version, _last_run())
    except TransitionRefused as refused:
        return _shown(kind, name, version, problem=refused.text), refused.status
    raise AssertionError("nothing is ever applied from here")


@blueprint.get("/<kind>/<name>/so-sanh")
@allow(*READERS)
def compare(kind: str, name: str) -> ResponseReturnValue:
    """Say what changed between two versions, one sentence for each change."""
    asked = request.args.get("tu") or None
    shown = definition.compare_page(reading(), _kind(kind), name, asked, _version())
    return render_template("designer/compare.html", page=shown, slug=kind)


@blueprint.get("/<kind>/<name>/kich-ban")
@allow(*READERS)
def scenarios(kind: str, name: str) -> ResponseReturnValue:
    """List the scenarios of the last run that concern a version."""
    shown = definition.scenarios_page(reading(), _kind(kind), name, _version(), _last_run())
    return render_template("designer/scenarios.html", page=shown, slug=kind)


def _shown(kind: str, name: str, version: str | None = None, *, problem: Text | None = None) -> str:
    page = definition.definition_page(reading(), _kind(kind), name, version or _version(), _last_run())
    chart = drawn(page.graph, plain) if page.graph else None
    return render_template(
        "designer/definition.html",
        page=page,
        slug=kind,
        chart=chart,
        tones=_tones(chart) if chart else [],
        captions=CAPTIONS,
        problem=problem,
    )


def _tones(chart: StateMap) -> list[str]:
    """List the colours that a map uses, in order of first use."""
    return list(dict.fromkeys(box.tone for box in chart.boxes if box.node))


def _kind(slug: str) -> str:
    if slug not in KINDS:
        raise NotFound(
            text=Text(vi="Không có loại định nghĩa này.", en="There is no such kind of definition.")
        )
    return KINDS[slug]


def _version() -> str | None:
    return request.args.get("ban") or None


def _last_run() -> LastRun | None:
    return read(current_app.config.get(SCENARIOS))
