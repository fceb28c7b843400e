"""Certificate of security and order (Giấy chứng nhận đủ điều kiện về an ninh, trật tự), second link."""

from datetime import date

from workflows.authorities.order_police import ORDER_POLICE
from workflows.charges import Fee
from workflows.language import Deadline, Evidence, Input, Output, Procedure, Start
from workflows.procedures.karaoke_group import (
    AUTHORISATION,
    CERTIFICATE_ITEMS,
    EFFECT_NOT_KNOWN,
    FIRE_ACCEPTANCE,
    ISSUE,
    KARAOKE_CLOCK,
    KARAOKE_DECREE,
    LICENCE_REVIEW,
    LICENCE_STATES,
    OWNER_INPUTS,
)
from workflows.skeletons.supplement import SUPPLEMENT_NOT_ASKED
from workflows.words import Kind, secondary, text, unknown

SECURITY_ORDER_CERTIFICATE_2025_11 = Procedure(
    code="security-order-certificate",
    version="2025-11",
    effective_from=date(2025, 11, 17),
    text=text("Cấp Giấy chứng nhận đủ điều kiện về an ninh, trật tự", "Certificate of security and order"),
    short=text("An ninh, trật tự", "Security"),
    legal_basis=(KARAOKE_DECREE, EFFECT_NOT_KNOWN),
    authority=ORDER_POLICE.code,
    area="business.commune",
    inputs=(
        *OWNER_INPUTS,
        Input(fact="security.person-name", kind=Kind.NAME),
        Input(fact="security.person-id", kind=Kind.PERSONAL_ID),
        Input(fact="security.record-number", kind=Kind.TEXT),
        Input(fact="fire.paper-number", kind=Kind.TEXT),
        Input(fact="fire.paper-date", kind=Kind.DATE),
        Input(fact="business-certificate.number", kind=Kind.TEXT),
        Input(fact="business-certificate.issued-on", kind=Kind.DATE),
    ),
    evidence=(
        AUTHORISATION,
        Evidence(
            code="business-certificate",
            text=text("Giấy chứng nhận đăng ký hộ kinh doanh", "Certificate of the household business"),
            source=KARAOKE_DECREE,
        ),
        FIRE_ACCEPTANCE,
        Evidence(
            code="criminal-record",
            text=text(
                "Phiếu lý lịch tư pháp của người chịu trách nhiệm về an ninh, trật tự",
                "Criminal record of the person responsible for security and order",
            ),
            source=secondary("297/2025/NĐ-CP"),
            comes="attached",
        ),
    ),
    outputs=(
        Output(
            code="security-certificate",
            text=text(
                "Giấy chứng nhận đủ điều kiện về an ninh, trật tự", "Certificate of security and order"
            ),
            items=CERTIFICATE_ITEMS,
        ),
    ),
    starts=(Start(state="received"),),
    states=LICENCE_STATES,
    steps=(*LICENCE_REVIEW, ISSUE.model_copy(update={"issues": ("security-certificate",)})),
    assumes=(SUPPLEMENT_NOT_ASKED,),
    deadlines=(Deadline(working_days=3, source=KARAOKE_DECREE),),
    clock=KARAOKE_CLOCK,
    fees=(
        Fee(
            code="security-appraisal",
            text=text("Phí thẩm định an ninh, trật tự, không hoàn lại", "Security appraisal, not paid back"),
            amount=None,
            source=unknown(
                "297/2025/NĐ-CP",
                "Nghị định nói nộp phí khi nộp hồ sơ và không hoàn lại; chưa tìm được mức thu.",
                "The decree has fees paid at filing and not paid back; the amount was not found.",
            ),
        ),
    ),
)
SECURITY_ORDER_CERTIFICATE = SECURITY_ORDER_CERTIFICATE_2025_11
