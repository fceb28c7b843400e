"""Funeral support (hỗ trợ chi phí mai táng) paid by social protection."""

from datetime import date

from workflows.authorities.social_protection import SOCIAL_PROTECTION
from workflows.conditions import equals
from workflows.language import Ask, Deadline, Evidence, Output, Procedure, Start
from workflows.procedures.death_group import (
    AFTER_THE_POLICE,
    BENEFIT_STATES,
    BENEFIT_STEPS,
    COMPARED_CLOCK,
    DEATH_GROUP_CLOCK,
    DECISION_ANSWERS,
    DECISION_ITEMS,
    EXTRACT_EVIDENCE,
    EXTRACT_INPUTS,
    FUNERAL_BY_PROTECTION,
    FUNERAL_DECISION_ITEMS,
    FUNERAL_INPUTS,
    FUNERAL_MESSAGE,
)
from workflows.procedures.funeral_allowance_insurance import ASK_AGAIN, PROPOSE, RECORD_DECISION
from workflows.skeletons.correction import WITHDRAW_AS_RECEIVER
from workflows.skeletons.supplement import SECOND_SUPPLEMENT_NOT_ASKED, SUPPLEMENT_NOT_ASKED
from workflows.vocabulary import Standing
from workflows.words import inferred, law, secondary, text

DECIDE_SUPPORT = Ask(
    agency="social-protection",
    about="funeral.decide",
    carries=FUNERAL_MESSAGE,
    answers=DECISION_ANSWERS,
    gives=DECISION_ITEMS,
)

FUNERAL_ALLOWANCE_PROTECTION_2024_07 = Procedure(
    code="funeral-allowance-protection",
    official_code="1.001731",
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2025, 6, 30),
    text=text(
        "Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội", "Funeral support from social protection"
    ),
    short=text("Mai táng phí", "Funeral"),
    legal_basis=(law("63/2024/NĐ-CP"), law("296/QĐ-VPCP"), secondary("20/2021/NĐ-CP")),
    authority=SOCIAL_PROTECTION.code,
    area="office.benefits",
    inputs=(*FUNERAL_INPUTS, *EXTRACT_INPUTS),
    evidence=(
        EXTRACT_EVIDENCE,
        Evidence(
            code="stop-notice",
            text=text(
                "Quyết định thôi hưởng trợ cấp tuất hằng tháng",
                "Decision that stops the monthly survivor benefit",
            ),
            when=equals("deceased.status", "survivor-80"),
            source=inferred(
                "296/QĐ-VPCP",
                "Cơ quan bảo hiểm xã hội dừng trợ cấp trước, nên hạn của nhóm là 11 ngày làm việc.",
                "Social insurance stops the benefit first, hence the 11 working days of the group.",
            ),
        ),
    ),
    outputs=(
        Output(
            code="funeral-support-decision",
            text=text("Quyết định hỗ trợ chi phí mai táng", "Decision on the funeral support"),
            items=FUNERAL_DECISION_ITEMS,
        ),
    ),
    starts=(Start(state="received"),),
    states=BENEFIT_STATES,
    steps=(
        *BENEFIT_STEPS,
        WITHDRAW_AS_RECEIVER,
        PROPOSE.model_copy(
            update={
                "text": text("Duyệt hỗ trợ chi phí mai táng", "Approve the funeral support"),
                "effects": (DECIDE_SUPPORT,),
            }
        ),
        ASK_AGAIN.model_copy(
            update={
                "text": text(
                    "Gửi lại vào hệ thống bảo trợ xã hội", "Send to the social-protection system again"
                ),
                "effects": (DECIDE_SUPPORT,),
            }
        ),
        RECORD_DECISION.model_copy(update={"issues": ("funeral-support-decision",)}),
    ),
    assumes=(SUPPLEMENT_NOT_ASKED, SECOND_SUPPLEMENT_NOT_ASKED),
    deadlines=(Deadline(working_days=5, source=law("296/QĐ-VPCP")),),
    clock=DEATH_GROUP_CLOCK,
    pays=(FUNERAL_BY_PROTECTION.model_copy(update={"source": secondary("20/2021/NĐ-CP")}),),
)

# Decree 176/2025 brings the social pension in, also for those who had applied and died before the decision
# (rule 81), and says that of several funeral supports only the highest is paid (rule 69). Alone it is decided
# within 3 working days; in the linked group the limit of Decision 296 stays.
FUNERAL_ALLOWANCE_PROTECTION_2025_07 = FUNERAL_ALLOWANCE_PROTECTION_2024_07.revised(
    version="2025-07",
    effective_from=date(2025, 7, 1),
    effective_to=None,
    legal_basis=(
        law("63/2024/NĐ-CP"),
        law("296/QĐ-VPCP"),
        secondary(
            "20/2021/NĐ-CP",
            "20 lần mức chuẩn trợ giúp xã hội.",
            "20 times the standard of social assistance.",
        ),
        secondary("176/2025/NĐ-CP Art. 5"),
        inferred(
            "20/2021/NĐ-CP",
            "10.000.000 đồng nếu mức chuẩn là 500.000 đồng; số tiền là con số ghi trong quyết định.",
            "10,000,000 VND if the standard is 500,000 VND; the amount is what the decision says.",
        ),
    ),
    pays=(FUNERAL_BY_PROTECTION,),
)
FUNERAL_ALLOWANCE_PROTECTION = FUNERAL_ALLOWANCE_PROTECTION_2025_07

# For comparison only.
FUNERAL_ALLOWANCE_PROTECTION_SEPARATE = FUNERAL_ALLOWANCE_PROTECTION_2024_07.revised(
    code="funeral-allowance-protection-separate",
    version="2024-07",
    effective_to=None,
    text=text(
        "Hỗ trợ chi phí mai táng từ bảo trợ xã hội (làm riêng)",
        "Funeral support from social protection (on its own)",
    ),
    standing=Standing.BASELINE,
    evidence=(EXTRACT_EVIDENCE, AFTER_THE_POLICE),
    deadlines=(Deadline(working_days=3, source=secondary("20/2021/NĐ-CP; 176/2025/NĐ-CP Art. 5")),),
    clock=COMPARED_CLOCK,
)
