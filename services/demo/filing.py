"""Filling in a declaration as its person would type it: for demonstrations and simulated stories."""

from collections.abc import Mapping
from typing import Any

from services.access.actors import Actor
from services.agencies.contract import Agencies
from services.citizens import declarations
from services.demo.papers import attach_samples
from services.unit_of_work import Context
from storage.dossiers import DossierRow
from workflows.forms.answers import as_typed
from workflows.forms.lists import Lists


class StoryStuck(Exception):
    """The scripted story cannot go on: a page was refused, or nobody can act and no answer is awaited."""


def file_declaration(
    context: Context, agencies: Agencies, lists: Lists, person: Actor, slug: str, answers: Mapping[str, Any]
) -> DossierRow:
    """Fill in a declaration page after page, attach drawn papers where some are needed, and submit it.

    Raises:
        StoryStuck: a page finds something wrong with the answers.
    """
    draft_id = declarations.start(context, agencies, person, slug)
    bundle = context.registry.bundle_by_slug(slug, context.calendar().local_date(context.clock.now()))
    for section in context.registry.declaration(bundle.declaration).sections:
        raw: dict[str, str] = {}
        for question in section.questions:
            raw |= as_typed(question, answers.get(question.fact))
        reading = declarations.save_section(context, agencies, lists, person, draft_id, section, raw)
        if reading.problems:
            found = "; ".join(f"{problem.fact}: {problem.text.en}" for problem in reading.problems)
            raise StoryStuck(found)
    attach_samples(context, person, draft_id)
    return declarations.submit(context, person, draft_id)
