"""The death group: who takes part (rules 64, 68-70, 76-78)."""

from workflows.bundle import Member
from workflows.conditions import all_of, equals, is_true, one_of
from workflows.declarations.death_allowance import INSURED
from workflows.procedures.death_registration import (
    DEATH_REGISTRATION_2024_07,
    DEATH_REGISTRATION_2026_09,
    DEATH_REGISTRATION_SEPARATE,
)
from workflows.procedures.funeral_allowance_insurance import (
    FUNERAL_ALLOWANCE_INSURANCE_2024_07,
    FUNERAL_ALLOWANCE_INSURANCE_2025_07,
    FUNERAL_ALLOWANCE_INSURANCE_SEPARATE,
)
from workflows.procedures.funeral_allowance_merit import FUNERAL_ALLOWANCE_MERIT_2024_07
from workflows.procedures.funeral_allowance_protection import (
    FUNERAL_ALLOWANCE_PROTECTION_2024_07,
    FUNERAL_ALLOWANCE_PROTECTION_2025_07,
    FUNERAL_ALLOWANCE_PROTECTION_SEPARATE,
)
from workflows.procedures.monthly_benefit_stop import MONTHLY_BENEFIT_STOP_2024_07
from workflows.procedures.residence_removal import (
    RESIDENCE_REMOVAL_2024_07,
    RESIDENCE_REMOVAL_2026_03,
    RESIDENCE_REMOVAL_SEPARATE,
)
from workflows.procedures.survivor_benefit import (
    SURVIVOR_BENEFIT_2024_07,
    SURVIVOR_BENEFIT_2025_07,
    SURVIVOR_BENEFIT_SEPARATE,
)
from workflows.words import text

# --- conditions ---------------------------------------------------------------------------------

BY_INSURANCE = all_of(is_true("wants.funeral"), INSURED)
BY_PROTECTION = all_of(
    is_true("wants.funeral"), one_of("deceased.status", "social-protection", "survivor-80")
)
BY_PROTECTION_AT_80 = all_of(is_true("wants.funeral"), equals("deceased.status", "survivor-80"))
BY_MERIT = all_of(is_true("wants.funeral"), equals("deceased.status", "merit"))
SURVIVORS_BY_INSURANCE = all_of(is_true("wants.survivor"), INSURED)
VERIFIED = is_true("death.verification")

# --- why not ------------------------------------------------------------------------------------

NOT_THIS_PAYER = text(
    "Không làm: bạn không chọn mai táng phí, hoặc người mất không thuộc diện do cơ quan này chi trả.",
    "Not part of it: you did not choose the funeral allowance, or this office does not pay for the deceased.",
)
NO_SURVIVOR_BENEFIT = text(
    "Không làm: bạn không chọn chế độ tử tuất, hoặc người mất không thuộc diện do bảo hiểm xã hội chi trả.",
    "Not part of it: you did not choose the survivor benefit, or social insurance does not pay it.",
)
NO_BENEFIT_TO_STOP = text(
    "Không làm: người mất không hưởng trợ cấp tuất hằng tháng.",
    "Not part of it: the deceased drew no monthly survivor benefit.",
)

# --- members ------------------------------------------------------------------------------------

REGISTRATION_2024_07 = Member(code="death-registration", procedure=DEATH_REGISTRATION_2024_07.key)
REGISTRATION_2026_09 = Member(code="death-registration", procedure=DEATH_REGISTRATION_2026_09.key)
REMOVAL_2024_07 = Member(code="residence-removal", procedure=RESIDENCE_REMOVAL_2024_07.key)
REMOVAL_2026_03 = Member(code="residence-removal", procedure=RESIDENCE_REMOVAL_2026_03.key)
STOP_2024_07 = Member(
    code="monthly-benefit-stop",
    procedure=MONTHLY_BENEFIT_STOP_2024_07.key,
    when=BY_PROTECTION_AT_80,
    why_not=NO_BENEFIT_TO_STOP,
)
INSURANCE_2024_07 = Member(
    code="funeral-allowance-insurance",
    procedure=FUNERAL_ALLOWANCE_INSURANCE_2024_07.key,
    when=BY_INSURANCE,
    why_not=NOT_THIS_PAYER,
)
PROTECTION_2024_07 = Member(
    code="funeral-allowance-protection",
    procedure=FUNERAL_ALLOWANCE_PROTECTION_2024_07.key,
    when=BY_PROTECTION,
    why_not=NOT_THIS_PAYER,
)
MERIT_2024_07 = Member(
    code="funeral-allowance-merit",
    procedure=FUNERAL_ALLOWANCE_MERIT_2024_07.key,
    when=BY_MERIT,
    why_not=NOT_THIS_PAYER,
)
SURVIVOR_2024_07 = Member(
    code="survivor-benefit",
    procedure=SURVIVOR_BENEFIT_2024_07.key,
    when=SURVIVORS_BY_INSURANCE,
    why_not=NO_SURVIVOR_BENEFIT,
)

INSURANCE_2025_07 = INSURANCE_2024_07.model_copy(
    update={"procedure": FUNERAL_ALLOWANCE_INSURANCE_2025_07.key}
)
PROTECTION_2025_07 = PROTECTION_2024_07.model_copy(
    update={"procedure": FUNERAL_ALLOWANCE_PROTECTION_2025_07.key}
)
SURVIVOR_2025_07 = SURVIVOR_2024_07.model_copy(update={"procedure": SURVIVOR_BENEFIT_2025_07.key})

MEMBERS_2024_07 = (
    REGISTRATION_2024_07,
    REMOVAL_2024_07,
    STOP_2024_07,
    INSURANCE_2024_07,
    PROTECTION_2024_07,
    MERIT_2024_07,
    SURVIVOR_2024_07,
)

MEMBERS_2025_07 = (
    REGISTRATION_2024_07,
    REMOVAL_2024_07,
    STOP_2024_07,
    INSURANCE_2025_07,
    PROTECTION_2025_07,
    MERIT_2024_07,
    SURVIVOR_2025_07,
)

MEMBERS_2026_03 = (
    REGISTRATION_2024_07,
    REMOVAL_2026_03,
    STOP_2024_07,
    INSURANCE_2025_07,
    PROTECTION_2025_07,
    MERIT_2024_07,
    SURVIVOR_2025_07,
)

MEMBERS_2026_09 = (
    REGISTRATION_2026_09,
    REMOVAL_2026_03,
    STOP_2024_07,
    INSURANCE_2025_07,
    PROTECTION_2025_07,
    MERIT_2024_07,
    SURVIVOR_2025_07,
)

# For comparison only.
MEMBERS_ONE_BY_ONE = (
    Member(code="death-registration", procedure=DEATH_REGISTRATION_SEPARATE.key),
    Member(code="residence-removal", procedure=RESIDENCE_REMOVAL_SEPARATE.key),
    Member(
        code="funeral-allowance-insurance",
        procedure=FUNERAL_ALLOWANCE_INSURANCE_SEPARATE.key,
        when=BY_INSURANCE,
        why_not=NOT_THIS_PAYER,
    ),
    Member(
        code="funeral-allowance-protection",
        procedure=FUNERAL_ALLOWANCE_PROTECTION_SEPARATE.key,
        when=BY_PROTECTION,
        why_not=NOT_THIS_PAYER,
    ),
    Member(
        code="survivor-benefit",
        procedure=SURVIVOR_BENEFIT_SEPARATE.key,
        when=SURVIVORS_BY_INSURANCE,
        why_not=NO_SURVIVOR_BENEFIT,
    ),
)
