"""The death group: whose result opens whose case."""

from workflows.bundle import Link
from workflows.vocabulary import OnFailure

TO_REMOVAL = Link(
    giver="death-registration",
    output="death-extract",
    receiver="residence-removal",
    serves_as="death-extract",
)
TO_BENEFIT_STOP = Link(
    giver="death-registration",
    output="death-extract",
    receiver="monthly-benefit-stop",
    serves_as="death-extract",
)
TO_INSURANCE = Link(
    giver="death-registration",
    output="death-extract",
    receiver="funeral-allowance-insurance",
    serves_as="death-extract",
)
TO_PROTECTION = Link(
    giver="death-registration",
    output="death-extract",
    receiver="funeral-allowance-protection",
    serves_as="death-extract",
)
TO_MERIT = Link(
    giver="death-registration",
    output="death-extract",
    receiver="funeral-allowance-merit",
    serves_as="death-extract",
)
TO_SURVIVORS = Link(
    giver="death-registration",
    output="death-extract",
    receiver="survivor-benefit",
    serves_as="death-extract",
)
# That the support waits until the survivor benefit has stopped is our reading of the longer limit.
STOP_BEFORE_SUPPORT = Link(
    giver="monthly-benefit-stop",
    output="stop-notice",
    receiver="funeral-allowance-protection",
    serves_as="stop-notice",
    on_failure=OnFailure.INDEPENDENT,
)
LINKS = (
    TO_REMOVAL,
    TO_BENEFIT_STOP,
    TO_INSURANCE,
    TO_PROTECTION,
    TO_MERIT,
    TO_SURVIVORS,
    STOP_BEFORE_SUPPORT,
)

# Only where a family goes from office to office.
REMOVAL_BEFORE_INSURANCE = Link(
    giver="residence-removal",
    output="residence-removal-notice",
    receiver="funeral-allowance-insurance",
    serves_as="residence-removal-notice",
    on_failure=OnFailure.INDEPENDENT,
)
REMOVAL_BEFORE_PROTECTION = Link(
    giver="residence-removal",
    output="residence-removal-notice",
    receiver="funeral-allowance-protection",
    serves_as="residence-removal-notice",
    on_failure=OnFailure.INDEPENDENT,
)
REMOVAL_BEFORE_SURVIVORS = Link(
    giver="residence-removal",
    output="residence-removal-notice",
    receiver="survivor-benefit",
    serves_as="residence-removal-notice",
    on_failure=OnFailure.INDEPENDENT,
)
LINKS_ONE_BY_ONE = (
    TO_REMOVAL,
    TO_INSURANCE,
    TO_PROTECTION,
    TO_SURVIVORS,
    REMOVAL_BEFORE_INSURANCE,
    REMOVAL_BEFORE_PROTECTION,
    REMOVAL_BEFORE_SURVIVORS,
)
