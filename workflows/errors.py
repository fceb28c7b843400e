"""Every error of the application, in one tree.

LinkedServiceError                   the base: anything else is a bug and becomes a 500 with a reference
├── DefinitionError                  a definition breaks a rule of the language (start-up, never a request)
│   └── FactMissing                  a condition asks for a fact that nobody supplied
├── CalendarEnds              422    the question lies outside the years whose holidays are proclaimed
├── TransitionRefused         409    the step is not open here, or its condition does not hold
├── ConcurrentChange          409    somebody else moved it first
├── AlreadyFiled              409    this event already has a dossier
├── NotFound                  404    no such thing for this person (also when it exists but is not theirs)
│   └── NoDraft               404    no such draft: never begun, or submitted meanwhile
├── NotAllowed                403    this person may not do this
├── SignInFailed              401    the name and password, or what the identity provider says, do not hold
├── IdentityUnavailable       503    the provider that says who a citizen is cannot be reached
├── TooManyAttempts           429    too many tries, wait
├── DeclarationIncomplete     422    submitted too early: carries the problems
├── PaymentDue                402    a fee is to be paid before the declaration can be submitted
├── PaymentUnavailable        503    the payment gateway cannot be reached, or none is set up
├── NoticeForged              401    a payment notice that the gateway did not sign, or too long ago
├── NoticeBroken              422    a payment notice that nobody can understand
└── AgencyError                      raised by adapters only, seen by background jobs only
    ├── AgencyUnavailable            try again later
    ├── AgencyRejected               the agency said no for a reason of its own
    └── AgencyBroken                 an answer that nobody can understand

A message is whole sentences in Vietnamese and English. Wrong input by a person is
a value (`FieldProblem`), not an exception.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workflows.words import Text


class LinkedServiceError(Exception):
    """Something went wrong; nothing you entered was lost."""

    status = 500

    def __init__(self, message: str = "", *, text: Text | None = None) -> None:
        super().__init__(message or (text.en if text else "") or (self.__doc__ or "").strip())
        self.text = text


class DefinitionError(LinkedServiceError):
    """A definition breaks a rule of the language."""


class FactMissing(DefinitionError):
    """A condition asks for a fact that nobody supplied."""

    def __init__(self, fact: str, why: str = "nobody supplied it") -> None:
        super().__init__(f"fact {fact!r}: {why}")
        self.fact = fact


class CalendarEnds(LinkedServiceError):
    """The holidays of that year are not proclaimed yet, so no date can be given."""

    status = 422


class TransitionRefused(LinkedServiceError):
    """This step is not open here."""

    status = 409


class ConcurrentChange(LinkedServiceError):
    """Somebody else moved it first."""

    status = 409


class AlreadyFiled(LinkedServiceError):
    """This event already has a dossier."""

    status = 409

    def __init__(self, number: str | None, *, text: Text | None = None) -> None:
        super().__init__(text=text)
        self.number = number


class NotFound(LinkedServiceError):
    """There is no such thing for you here."""

    status = 404


class NoDraft(NotFound):
    """There is no such draft: it was never begun, or was submitted meanwhile."""


class NotAllowed(LinkedServiceError):
    """You may not do this."""

    status = 403


class SignInFailed(LinkedServiceError):
    """The name and the password, or what the identity provider says, do not hold."""

    status = 401


class IdentityUnavailable(LinkedServiceError):
    """The provider that says who a citizen is cannot be reached."""

    status = 503


class TooManyAttempts(LinkedServiceError):
    """Too many tries. Wait a while and try again."""

    status = 429


class DeclarationIncomplete(LinkedServiceError):
    """The declaration is not complete yet."""

    status = 422

    def __init__(self, problems: tuple[object, ...]) -> None:
        super().__init__()
        self.problems = problems


class PaymentDue(LinkedServiceError):
    """A fee is to be paid before the declaration can be submitted."""

    status = 402


class PaymentUnavailable(LinkedServiceError):
    """The payment gateway cannot be reached. Nothing was charged."""

    status = 503


class NoticeForged(LinkedServiceError):
    """The payment gateway did not sign this, or signed it too long ago."""

    status = 401


class NoticeBroken(LinkedServiceError):
    """Nobody can understand this payment notice."""

    status = 422


class AgencyError(LinkedServiceError):
    """An agency's system did not do what was asked."""


class AgencyUnavailable(AgencyError):
    """The agency's system cannot be reached now."""


class AgencyRejected(AgencyError):
    """The agency's system said no."""


class AgencyBroken(AgencyError):
    """The agency's system answered something that nobody can understand."""
