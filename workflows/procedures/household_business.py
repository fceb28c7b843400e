"""Registration of a household business (đăng ký thành lập hộ kinh doanh), first link of the karaoke group."""

from datetime import date

from workflows.authorities.business_registration import BUSINESS_REGISTRATION
from workflows.charges import Fee
from workflows.language import Deadline, Input, Output, Procedure, Start
from workflows.procedures.karaoke_group import (
    AUTHORISATION,
    CERTIFICATE_ITEMS,
    EFFECT_NOT_KNOWN,
    ISSUE,
    KARAOKE_CLOCK,
    KARAOKE_DECREE,
    LICENCE_REVIEW,
    LICENCE_STATES,
    OWNER_INPUTS,
)
from workflows.skeletons.supplement import SUPPLEMENT_NOT_ASKED
from workflows.words import Kind, law, text, unknown

HOUSEHOLD_BUSINESS_2025_11 = Procedure(
    code="household-business",
    official_code="1.001612",
    version="2025-11",
    effective_from=date(2025, 11, 17),
    text=text("Đăng ký thành lập hộ kinh doanh", "Registration of a household business"),
    short=text("Hộ kinh doanh", "Business"),
    legal_basis=(KARAOKE_DECREE, EFFECT_NOT_KNOWN, law("168/2025/NĐ-CP Art. 91")),
    authority=BUSINESS_REGISTRATION.code,
    area="business.commune",
    inputs=(*OWNER_INPUTS, Input(fact="business.capital", kind=Kind.MONEY)),
    evidence=(AUTHORISATION,),
    outputs=(
        Output(
            code="business-certificate",
            text=text("Giấy chứng nhận đăng ký hộ kinh doanh", "Certificate of the household business"),
            items=CERTIFICATE_ITEMS,
        ),
    ),
    starts=(Start(state="received"),),
    states=LICENCE_STATES,
    # The business register itself asks the tax system for the code (168/2025/NĐ-CP Art. 91).
    steps=(*LICENCE_REVIEW, ISSUE.model_copy(update={"issues": ("business-certificate",)})),
    assumes=(SUPPLEMENT_NOT_ASKED,),
    deadlines=(Deadline(working_days=3, source=KARAOKE_DECREE),),
    clock=KARAOKE_CLOCK,
    fees=(
        Fee(
            code="business-registration",
            text=text("Lệ phí đăng ký hộ kinh doanh, không hoàn lại", "Registration fee, not paid back"),
            amount=None,
            source=unknown(
                "297/2025/NĐ-CP",
                "Nghị định nói nộp phí khi nộp hồ sơ và không hoàn lại; chưa tìm được mức thu.",
                "The decree has fees paid at filing and not paid back; the amount was not found.",
            ),
        ),
    ),
)
HOUSEHOLD_BUSINESS = HOUSEHOLD_BUSINESS_2025_11
