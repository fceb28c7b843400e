"""Karaoke licence (Giấy phép đủ điều kiện kinh doanh dịch vụ karaoke), last link of the karaoke group."""

from datetime import date

from workflows.authorities.culture import CULTURE
from workflows.charges import Fee
from workflows.language import Deadline, Evidence, Input, Output, OutputItem, Procedure, Start
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

KARAOKE_LICENCE_2025_11 = Procedure(
    code="karaoke-licence",
    version="2025-11",
    effective_from=date(2025, 11, 17),
    text=text("Cấp Giấy phép đủ điều kiện kinh doanh dịch vụ karaoke", "Karaoke licence"),
    short=text("Giấy phép karaoke", "Licence"),
    legal_basis=(KARAOKE_DECREE, EFFECT_NOT_KNOWN, secondary("4422/QĐ-BVHTTDL")),
    authority=CULTURE.code,
    area="business.commune",
    inputs=(
        *OWNER_INPUTS,
        Input(fact="business.rooms", kind=Kind.NUMBER),
        Input(fact="fire.paper-number", kind=Kind.TEXT),
        Input(fact="fire.paper-date", kind=Kind.DATE),
        Input(fact="business-certificate.number", kind=Kind.TEXT),
        Input(fact="security-certificate.number", kind=Kind.TEXT),
        Input(fact="security-certificate.issued-on", kind=Kind.DATE),
    ),
    evidence=(
        AUTHORISATION,
        Evidence(
            code="business-certificate",
            text=text("Giấy chứng nhận đăng ký hộ kinh doanh", "Certificate of the household business"),
            source=KARAOKE_DECREE,
        ),
        Evidence(
            code="security-certificate",
            text=text(
                "Giấy chứng nhận đủ điều kiện về an ninh, trật tự", "Certificate of security and order"
            ),
            source=KARAOKE_DECREE,
        ),
        FIRE_ACCEPTANCE,
    ),
    outputs=(
        Output(
            code="karaoke-licence",
            text=text("Giấy phép đủ điều kiện kinh doanh dịch vụ karaoke", "Karaoke licence"),
            items=(
                *CERTIFICATE_ITEMS,
                OutputItem(
                    code="rooms", kind=Kind.NUMBER, text=text("Số phòng", "Rooms"), fact="business.rooms"
                ),
            ),
        ),
    ),
    starts=(Start(state="received"),),
    states=LICENCE_STATES,
    steps=(*LICENCE_REVIEW, ISSUE.model_copy(update={"issues": ("karaoke-licence",)})),
    assumes=(SUPPLEMENT_NOT_ASKED,),
    deadlines=(Deadline(working_days=10, source=KARAOKE_DECREE),),
    clock=KARAOKE_CLOCK,
    fees=(
        Fee(
            code="karaoke-appraisal",
            text=text(
                "Phí thẩm định cấp giấy phép karaoke, không hoàn lại", "Licence appraisal, not paid back"
            ),
            amount=None,
            source=unknown(
                "01/2021/TT-BTC Art. 4",
                "Từ năm 2021: 2 đến 6 triệu đồng, ở thành phố, thị xã 4 đến 12 triệu đồng, theo số phòng. "
                "Chưa rõ còn áp dụng không và xã, phường mới thuộc mức nào.",
                "Since 2021: 2 to 6 million VND, in cities and towns 4 to 12 million, by the number of "
                "rooms. Not known whether it still holds, and which of the new communes counts as what.",
            ),
        ),
    ),
)
KARAOKE_LICENCE = KARAOKE_LICENCE_2025_11
