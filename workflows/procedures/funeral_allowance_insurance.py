"""Funeral allowance (trợ cấp mai táng) paid by social insurance, for those who were insured or pensioners."""

from datetime import date

from workflows.conditions import equals
from workflows.language import Ask, Deadline, Evidence, Input, Notify, Output, Procedure, Start, Step
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
    FUNERAL_BY_INSURANCE,
    FUNERAL_DECISION_ITEMS,
    FUNERAL_INPUTS,
    FUNERAL_MESSAGE,
)
from workflows.skeletons.correction import WITHDRAW_AS_RECEIVER
from workflows.skeletons.review import SIGNER_NOT_KNOWN
from workflows.skeletons.supplement import SECOND_SUPPLEMENT_NOT_ASKED, SUPPLEMENT_NOT_ASKED
from workflows.vocabulary import Role, Standing
from workflows.words import Kind, Source, law, secondary, text, unknown

# --- the act of decision ----------------------------------------------------------------------

DECIDE_FUNERAL = Ask(
    agency="social-insurance",
    about="funeral.decide",
    carries=FUNERAL_MESSAGE,
    answers=DECISION_ANSWERS,
    gives=DECISION_ITEMS,
)
PROPOSE = Step(
    code="decide",
    source=("under-review",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Duyệt hưởng trợ cấp mai táng", "Approve the funeral allowance"),
    effects=(DECIDE_FUNERAL,),
    decisive=True,
    rule=Source(act="296/QĐ-VPCP", note=SIGNER_NOT_KNOWN),
)
ASK_AGAIN = Step(
    code="ask-register-again",
    source=("register-obstacle",),
    target="awaiting-register",
    by=Role.CLERK,
    text=text("Gửi lại vào hệ thống bảo hiểm xã hội", "Send to the social-insurance system again"),
    effects=(DECIDE_FUNERAL,),
)
RECORD_DECISION = Step(
    code="record-decision",
    source=("awaiting-register", "register-obstacle"),
    target="issued",
    by=Role.AGENCY,
    text=text("Ghi nhận quyết định và số tiền", "Record the decision and the amount"),
    issues=("funeral-decision",),
    effects=(
        Notify(
            letter="benefit-decided",
            text=text(
                "Đã có quyết định về mai táng phí. Số tiền có trên trang theo dõi.",
                "The funeral allowance has been decided. The amount is on the tracking page.",
            ),
        ),
    ),
)

# --- the versions -----------------------------------------------------------------------------

FUNERAL_ALLOWANCE_INSURANCE_2024_07 = Procedure(
    code="funeral-allowance-insurance",
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2025, 6, 30),
    text=text("Trợ cấp mai táng từ bảo hiểm xã hội", "Funeral allowance from social insurance"),
    short=text("Mai táng phí", "Funeral"),
    legal_basis=(
        law("63/2024/NĐ-CP"),
        law("296/QĐ-VPCP"),
        secondary("1449/QĐ-BHXH"),
        secondary(
            "58/2014/QH13",
            "10 lần mức lương cơ sở: 23.400.000 đồng khi lương cơ sở là 2.340.000 đồng.",
            "10 times the base salary: 23,400,000 VND at a base salary of 2,340,000 VND.",
        ),
    ),
    authority="social-insurance",
    area="office.benefits",
    inputs=(
        *FUNERAL_INPUTS,
        *EXTRACT_INPUTS,
        Input(fact="death.case", kind=Kind.CHOICE),
        Input(fact="deceased.months-compulsory", kind=Kind.NUMBER, required=False),
        Input(fact="deceased.months-voluntary", kind=Kind.NUMBER, required=False),
    ),
    evidence=(
        EXTRACT_EVIDENCE,
        # rule 63
        Evidence(
            code="court-decision",
            text=text(
                "Quyết định có hiệu lực của Tòa án tuyên bố là đã chết",
                "Court decision in force declaring the death",
            ),
            when=equals("death.case", "court"),
            source=secondary("123/2015/NĐ-CP Art. 4"),
            comes="attached",
        ),
    ),
    outputs=(
        Output(
            code="funeral-decision",
            text=text("Quyết định hưởng trợ cấp mai táng", "Decision on the funeral allowance"),
            items=FUNERAL_DECISION_ITEMS,
        ),
    ),
    starts=(Start(state="received"),),
    states=BENEFIT_STATES,
    steps=(*BENEFIT_STEPS, WITHDRAW_AS_RECEIVER, PROPOSE, ASK_AGAIN, RECORD_DECISION),
    assumes=(SUPPLEMENT_NOT_ASKED, SECOND_SUPPLEMENT_NOT_ASKED),
    deadlines=(Deadline(working_days=8, source=law("296/QĐ-VPCP")),),
    clock=DEATH_GROUP_CLOCK,
    pays=(
        FUNERAL_BY_INSURANCE.model_copy(
            update={
                "source": secondary("58/2014/QH13"),
                "level": text("mức lương cơ sở tại tháng mất", "the base salary of the month of death"),
            }
        ),
    ),
)

# The Law on Social Insurance 41/2024/QH15 takes the place of that of 2014: the reference level (mức tham
# chiếu) of the month of death replaces the base salary. Its figure for 2026 is not known, so what pages show
# rests on the last one known; the amount is what the decision says.
FUNERAL_ALLOWANCE_INSURANCE_2025_07 = FUNERAL_ALLOWANCE_INSURANCE_2024_07.revised(
    version="2025-07",
    effective_from=date(2025, 7, 1),
    effective_to=None,
    legal_basis=(
        law("41/2024/QH15 Art. 85"),
        law("63/2024/NĐ-CP"),
        law("296/QĐ-VPCP"),
        secondary("1449/QĐ-BHXH"),
        unknown(
            "41/2024/QH15 Art. 85",
            "Mức hưởng là 10 lần mức tham chiếu của tháng mất; chưa rõ mức tham chiếu năm 2026.",
            "10 times the reference level of the month of death; the level of 2026 is not known.",
        ),
    ),
    evidence=(
        EXTRACT_EVIDENCE,
        Evidence(
            code="court-decision",
            text=text(
                "Quyết định có hiệu lực của Tòa án tuyên bố là đã chết",
                "Court decision in force declaring the death",
            ),
            when=equals("death.case", "court"),
            source=law("41/2024/QH15 Art. 85"),
            comes="attached",
        ),
    ),
    pays=(FUNERAL_BY_INSURANCE,),
)
FUNERAL_ALLOWANCE_INSURANCE = FUNERAL_ALLOWANCE_INSURANCE_2025_07

# For comparison only: the family carries the extract, after the residence is dealt with, to the insurer.
FUNERAL_ALLOWANCE_INSURANCE_SEPARATE = FUNERAL_ALLOWANCE_INSURANCE_2024_07.revised(
    code="funeral-allowance-insurance-separate",
    version="2024-07",
    effective_to=None,
    text=text(
        "Trợ cấp mai táng từ bảo hiểm xã hội (làm riêng)",
        "Funeral allowance from social insurance (on its own)",
    ),
    standing=Standing.BASELINE,
    evidence=(EXTRACT_EVIDENCE, AFTER_THE_POLICE),
    deadlines=(
        Deadline(
            working_days=8,
            source=secondary(
                "296/QĐ-VPCP",
                "8 ngày làm việc từ năm 2024; 10 ngày làm việc khi thí điểm năm 2022.",
                "8 working days since 2024; 10 working days in the pilot of 2022.",
            ),
        ),
    ),
    clock=COMPARED_CLOCK,
)
