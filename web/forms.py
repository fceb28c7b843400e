"""From saved values to what stands in the boxes of a page."""

from services.drafts import SectionPage
from workflows.answers import as_typed


def shown_values(page: SectionPage) -> dict[str, str]:
    """Return what each input of a section shows, by the name of the input."""
    typed: dict[str, str] = {}
    for line in page.lines:
        if line.typed and line.value is not None:
            typed |= as_typed(line.question, line.value)
    return typed
