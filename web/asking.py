"""The officer's list for a supplement: what is marked becomes lines of the request, and codes beside them."""

from collections.abc import Mapping

from services.reading import waiting
from services.reading.following import asking
from services.reading.following.asking import Askable
from services.reading.pages import StepChoice
from web.access import reading
from workflows.forms.cleaning import clean_line
from workflows.words import Text

LIST, CODES = "supplement.list", "supplement.codes"
WHY = "why:"  # before the code of a line: what is wrong with it


def lines_of(case_id: str, step: StepChoice) -> tuple[Askable, ...]:
    """Return what may be marked on the page of a step; nothing when the step asks for no supplement."""
    if all(item.code != CODES for item in step.takes):
        return ()
    return asking.askable(reading(), case_id)


def marked(case_id: str, step: StepChoice, raw: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of the step's page with what was marked written into the request."""
    chosen = [line for line in lines_of(case_id, step) if raw.get(line.code)]
    lines = [waiting.request_line(line.text, _why(raw, line)) for line in chosen]
    whole = "\n".join([*lines, raw.get(LIST, "")]).strip()
    codes = " ".join(line.code for line in chosen)
    return {**raw, LIST: whole, CODES: codes} if lines else {**raw, CODES: ""}


def _why(raw: Mapping[str, str], line: Askable) -> str:
    clean = clean_line(raw.get(f"{WHY}{line.code}", ""))
    return "" if isinstance(clean, Text) else clean
