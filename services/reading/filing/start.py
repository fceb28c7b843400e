"""Reading what a life event brings before anybody has declared anything: results, costs, sums, papers."""

from dataclasses import dataclass

from services.citizens.drafts import bundle_for
from services.reading.filing import drafts
from services.unit_of_work import UnitOfWork
from workflows.allowances import formula
from workflows.bundle import Bundle
from workflows.charges import Allowance, Fee, Figure
from workflows.forms.reuse import Reuse
from workflows.language import Evidence, Procedure
from workflows.questions import Declaration, How
from workflows.words import Kind, Text

NUMBERS = (Kind.PERSONAL_ID, Kind.BIRTH_NOTICE)


@dataclass(frozen=True, slots=True)
class PossiblePay:
    """A sum that the family may be paid: its formula, and the last figure known for it."""

    allowance: Allowance
    formula: Text
    figure: Figure | None

    @property
    def amount(self) -> int | None:
        """The sum by the last known figure, in VND."""
        return self.figure.amount * self.allowance.times if self.figure and self.allowance.times else None


@dataclass(frozen=True, slots=True)
class StartPage:
    """A life event's bundle in force: what comes out, what it may cost and bring, what to have at hand.

    `first` is how many questions tell beforehand whether it applies.
    """

    bundle: Bundle
    procedures: tuple[Procedure, ...]
    saved: Reuse
    fees: tuple[Fee, ...]
    pays: tuple[PossiblePay, ...]
    numbers: tuple[Text, ...]
    papers: tuple[Evidence, ...]
    online: bool
    first: int


def start_page(uow: UnitOfWork, slug: str) -> StartPage:
    """Read what a life event brings.

    Raises:
        NotFound: nothing of the kind is in force today.
    """
    _, _, saved = drafts.promised_procedures(uow, slug)
    with uow:
        bundle = bundle_for(uow, slug)
        declaration = uow.registry.declaration(bundle.declaration)
        procedures = tuple(uow.registry.procedures_of(bundle).values())
        return StartPage(
            bundle,
            procedures,
            saved,
            tuple(fee for procedure in procedures for fee in procedure.fees),
            tuple(_possible(one) for procedure in procedures for one in procedure.pays),
            _numbers(declaration),
            _papers(procedures),
            uow.context.gateway.connected,
            len(declaration.suitability),
        )


def _possible(allowance: Allowance) -> PossiblePay:
    return PossiblePay(allowance, formula(allowance), allowance.figures[-1] if allowance.figures else None)


def _numbers(declaration: Declaration) -> tuple[Text, ...]:
    """List the numbers that the form asks of people to type, each once."""
    asked = (q for q in declaration.questions() if q.kind in NUMBERS and q.how is How.TYPED)
    return tuple(dict.fromkeys(question.text for question in asked))


def _papers(procedures: tuple[Procedure, ...]) -> tuple[Evidence, ...]:
    """List the papers that people attach; what comes as data, or from a sister procedure, is left out."""
    found = {
        paper.code: paper
        for procedure in procedures
        for paper in procedure.evidence
        if paper.comes == "attached"
    }
    return tuple(found.values())
