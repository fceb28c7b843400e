"""The common case of a life event: the family of its story, as the counts on the first pages take it."""

from datetime import date, timedelta
from typing import Any

from workflows.bundle import Bundle
from workflows.forms.answers import completed
from workflows.questions import Declaration
from workflows.scenario import Story
from workflows.scenarios.birth import BIRTH_STORY
from workflows.scenarios.death import DEATH_STORY

STORIES: tuple[Story, ...] = (BIRTH_STORY, DEATH_STORY)


def common_case(bundle: Bundle, declaration: Declaration, today: date) -> dict[str, Any]:
    """Return what the family of the bundle's story would declare today; nothing where there is no story."""
    story = next((story for story in STORIES if _is_of(story, bundle)), None)
    if story is None:
        return completed(declaration, {}, filed_on=today)
    days = {fact: (today - timedelta(days=ago)).isoformat() for fact, ago in story.dates}
    return completed(declaration, {**dict(story.facts), **days}, filed_on=today)


def _is_of(story: Story, bundle: Bundle) -> bool:
    return any(scenario.bundle.split("@")[0] == bundle.code for scenario in story.after)
