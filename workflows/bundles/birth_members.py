"""The birth group: who takes part."""

from workflows.bundle import Member
from workflows.conditions import is_true
from workflows.declarations.birth_cards import NO_CARD_YET
from workflows.procedures.birth_registration import (
    BIRTH_REGISTRATION_2023_07,
    BIRTH_REGISTRATION_2024_07,
    BIRTH_REGISTRATION_2026_09,
    BIRTH_REGISTRATION_SEPARATE,
)
from workflows.procedures.child_health_insurance import (
    CHILD_HEALTH_INSURANCE_2023_07,
    CHILD_HEALTH_INSURANCE_2024_07,
    CHILD_HEALTH_INSURANCE_SEPARATE,
)
from workflows.procedures.permanent_residence import (
    PERMANENT_RESIDENCE_2023_07,
    PERMANENT_RESIDENCE_2024_07,
    PERMANENT_RESIDENCE_2026_07,
    PERMANENT_RESIDENCE_PUBLISHED,
    PERMANENT_RESIDENCE_SEPARATE,
)
from workflows.procedures.under_six_identity_card import UNDER_SIX_IDENTITY_CARD_2026_09
from workflows.words import text

# rule 51
HEALTH_CARD_2023_07 = Member(
    code="child-health-insurance",
    procedure=CHILD_HEALTH_INSURANCE_2023_07.key,
    when=NO_CARD_YET,
    why_not=text(
        "Em bé đã có thẻ bảo hiểm y tế nên không cấp thẻ thứ hai.",
        "The child has a health card already, so no second one is issued.",
    ),
)
HEALTH_CARD_2024_07 = HEALTH_CARD_2023_07.model_copy(update={"procedure": CHILD_HEALTH_INSURANCE_2024_07.key})
HEALTH_CARD_SEPARATE = HEALTH_CARD_2023_07.model_copy(
    update={"procedure": CHILD_HEALTH_INSURANCE_SEPARATE.key}
)

MEMBERS_2023_07 = (
    Member(code="birth-registration", procedure=BIRTH_REGISTRATION_2023_07.key),
    Member(code="permanent-residence", procedure=PERMANENT_RESIDENCE_2023_07.key),
    HEALTH_CARD_2023_07,
)

MEMBERS_2024_07 = (
    Member(code="birth-registration", procedure=BIRTH_REGISTRATION_2024_07.key),
    Member(code="permanent-residence", procedure=PERMANENT_RESIDENCE_2024_07.key),
    HEALTH_CARD_2024_07,
)

MEMBERS_2026_07 = (
    Member(code="birth-registration", procedure=BIRTH_REGISTRATION_2024_07.key),
    Member(code="permanent-residence", procedure=PERMANENT_RESIDENCE_2026_07.key),
    HEALTH_CARD_2024_07,
)

MEMBERS_2026_09 = (
    Member(code="birth-registration", procedure=BIRTH_REGISTRATION_2026_09.key),
    Member(code="permanent-residence", procedure=PERMANENT_RESIDENCE_2026_07.key),
    HEALTH_CARD_2024_07,
    # rule 56
    Member(
        code="under-six-identity-card",
        procedure=UNDER_SIX_IDENTITY_CARD_2026_09.key,
        when=is_true("wants.identity-card"),
        why_not=text(
            "Bạn không chọn làm thẻ căn cước cho em bé.", "You did not ask for an ID card for the child."
        ),
    ),
)

# For comparison only.
MEMBERS_AS_PUBLISHED = (
    Member(code="birth-registration", procedure=BIRTH_REGISTRATION_SEPARATE.key),
    Member(code="permanent-residence", procedure=PERMANENT_RESIDENCE_PUBLISHED.key),
    HEALTH_CARD_SEPARATE,
)

MEMBERS_ONE_BY_ONE = (
    Member(code="birth-registration", procedure=BIRTH_REGISTRATION_SEPARATE.key),
    Member(code="permanent-residence", procedure=PERMANENT_RESIDENCE_SEPARATE.key),
    HEALTH_CARD_SEPARATE,
)
