"""Reading the page on which a citizen pays before submitting."""

from dataclasses import dataclass

from services.citizens.freezing import raised_flags
from services.reading import fees
from services.reading.fees import FeeSheet
from services.reading.filing import drafts
from services.reading.filing.drafts import DraftPage
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class FeePage:
    """A draft with what it costs; `fileable` says that nothing else stands in the way of submitting."""

    draft: DraftPage
    sheet: FeeSheet
    fileable: bool


def fee_page(uow: UnitOfWork, slug: str) -> FeePage:
    """Read what the acting person's draft for a life event costs.

    Raises:
        NoDraft: there is none.
    """
    draft = drafts.draft_page(uow, slug)
    with uow:
        row = drafts.draft_row(uow, slug)
        bundle = uow.registry.bundle(row.bundle)
        facts = drafts.facts_of(uow, row, uow.registry.declaration(row.declaration))
        refused = any(flag.refuses for flag in raised_flags(bundle, facts))
        return FeePage(draft, fees.sheet(uow, row, bundle, facts), not draft.problems and not refused)
