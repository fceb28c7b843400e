"""Sampled families of a run with queues, taken through the real verbs at the same instants."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.access.actors import Actor, citizen
from services.citizens import supplements
from services.demo.stage import Stage, open_stage, run_jobs
from services.officers import cases
from services.simulation.flow import Size, run
from services.simulation.often import STORIES_BY_SLUG, Knobs, under
from services.simulation.recipe import Recipe, opening_days, work_out
from services.simulation.seen import Acted, Finished
from services.time.calendar_seed import vietnam_calendar
from tests.services.takers import officer
from tests.world import World
from workflows.registry import registry
from workflows.route import stand_in
from workflows.vocabulary import Role

LAW, CALENDAR = registry(), vietnam_calendar()
STORIES = list(STORIES_BY_SLUG.values())


def act(stage: Stage, world: World, requester: Actor, dossier_id: str, one: Acted) -> None:
    case = world.cases(dossier_id)[one.member]
    if one.by == Role.AGENCY.value:
        run_jobs(stage)
        return
    assert case.state == one.state
    if one.by == Role.CITIZEN.value:
        supplements.answer_in_words(stage.context.work(requester), case.id, "Đã bổ sung đủ.")
        return
    step = LAW.procedure(one.procedure).step(one.step)
    assert step is not None
    given = {item.code: stand_in(item) for item in step.takes}
    actor = officer(stage, case.office_id, one.by)
    cases.take_step(stage.context.work(actor), case.id, one.step, given)


def sampled(made: Recipe) -> list[tuple[Finished, list[Acted]]]:
    """Return a family whose file was complete and one whose was not, with all that was done for them."""
    done: list[Finished] = []
    acts: list[Acted] = []
    size = Size(80)
    run(made, "3/0", size, done.append, acts.append)
    faulty = {one.number - size.ahead for one in acts if one.step == "record-register-obstacle"}
    sound = sorted((one for one in done if one.number not in faulty), key=lambda one: one.number)
    chosen = [next(one for one in sound if one.incomplete is kind) for kind in (False, True)]
    return [(one, [act for act in acts if act.number == one.number + size.ahead]) for one in chosen]


@pytest.mark.parametrize("slug", ["2024"])
def test_the_real_engine_takes_the_steps_of_sampled_families(tmp_path: Path, slug: str) -> None:
    story = STORIES[0]
    way = next(one for one in story.after if one.slug == slug)
    plan = under(story, way, Knobs(late=40), LAW)
    for nth, (family, acts) in enumerate(sampled(work_out(plan, LAW, opening_days(plan, CALENDAR)))):
        made = work_out(plan, LAW, opening_days(plan, CALENDAR))
        folder = tmp_path / str(nth)
        folder.mkdir()
        stage = open_stage(folder, made.days.instant(family.filed))
        try:
            _takes(stage, made, family, acts)
        finally:
            stage.close()


def _takes(stage: Stage, made: Recipe, family: Finished, acts: list[Acted]) -> None:
    world = World(stage.context, stage.clock, stage.jobs, stage.agencies)
    facts = made.facts
    declared = {fact: value for fact, value in facts.items() if not fact.startswith("birth-certificate.")}
    requester = citizen(str(facts["requester.personal-id"]), str(facts["requester.full-name"]))
    dossier = world.submit(requester, made.plan.bundle.slug, declared)
    assert dossier.bundle == made.plan.scenario.bundle
    for one in acts:
        stage.clock.move_to(made.days.instant(one.at))
        act(stage, world, requester, dossier.id, one)
        assert world.cases(dossier.id)[one.member].state == one.target
    row = world.dossier(dossier.id)
    assert row.state == "finished"
    on_time = {one.member: one.on_time for one in family.cases}
    for member, case in world.cases(dossier.id).items():
        assert case.due_at is not None
        assert (case.entered_at <= case.due_at) is on_time[member], member
