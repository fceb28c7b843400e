"""The birth group: whose result opens whose case."""

from workflows.bundle import Link

TO_RESIDENCE = Link(
    giver="birth-registration",
    output="birth-certificate",
    receiver="permanent-residence",
    serves_as="birth-certificate",
)
TO_HEALTH_CARD = Link(
    giver="birth-registration",
    output="birth-certificate",
    receiver="child-health-insurance",
    serves_as="birth-certificate",
)
TO_IDENTITY_CARD = Link(
    giver="birth-registration",
    output="birth-certificate",
    receiver="under-six-identity-card",
    serves_as="birth-certificate",
)
# Only where a family goes from office to office: social insurance comes last.
RESIDENCE_BEFORE_HEALTH_CARD = Link(
    giver="permanent-residence",
    output="residence-notice",
    receiver="child-health-insurance",
    serves_as="residence-notice",
)
