"""Funeral and survivor benefits (mai táng phí, trợ cấp tuất) after the death of a person with merit."""

from datetime import date

from workflows.authorities.merit_service import MERIT_SERVICE
from workflows.language import Ask, Deadline, Input, Output, Procedure, Start
from workflows.procedures.death_group import (
    BENEFIT_STATES,
    BENEFIT_STEPS,
    DEATH_GROUP_CLOCK,
    DECISION_ANSWERS,
    DECISION_ITEMS,
    EXTRACT_EVIDENCE,
    EXTRACT_INPUTS,
    FUNERAL_BY_MERIT,
    FUNERAL_DECISION_ITEMS,
    FUNERAL_INPUTS,
    FUNERAL_MESSAGE,
)
from workflows.procedures.funeral_allowance_insurance import ASK_AGAIN, PROPOSE, RECORD_DECISION
from workflows.skeletons.correction import WITHDRAW_AS_RECEIVER
from workflows.skeletons.supplement import SECOND_SUPPLEMENT_NOT_ASKED, SUPPLEMENT_NOT_ASKED
from workflows.words import Kind, law, text, unknown

DECIDE_MERIT = Ask(
    agency="social-protection",
    about="merit.decide",
    carries=(*FUNERAL_MESSAGE, "wants.survivor", "survivor.relatives"),
    answers=DECISION_ANSWERS,
    gives=DECISION_ITEMS,
)

# One file for both benefits: the law gives 17 working days for the two together (rule 77).
FUNERAL_ALLOWANCE_MERIT_2024_07 = Procedure(
    code="funeral-allowance-merit",
    version="2024-07",
    effective_from=date(2024, 7, 1),
    text=text(
        "Mai táng phí, trợ cấp tuất đối với người có công",
        "Funeral and survivor benefits for people with merit",
    ),
    short=text("Người có công", "Merit"),
    legal_basis=(
        law("63/2024/NĐ-CP"),
        law("296/QĐ-VPCP"),
        unknown(
            "296/QĐ-VPCP",
            "Chưa tìm được mức chi cho thân nhân người có công; số tiền là con số ghi trong quyết định.",
            "The amounts for people with merit were not found; the amount is what the decision says.",
        ),
    ),
    authority=MERIT_SERVICE.code,
    area="office.benefits",
    inputs=(
        *FUNERAL_INPUTS,
        *EXTRACT_INPUTS,
        Input(fact="wants.survivor", kind=Kind.YES_NO),
        Input(fact="survivor.relatives", kind=Kind.PEOPLE, required=False),
    ),
    evidence=(EXTRACT_EVIDENCE,),
    outputs=(
        Output(
            code="merit-decision",
            text=text(
                "Quyết định mai táng phí, trợ cấp tuất đối với người có công",
                "Decision on the benefits for people with merit",
            ),
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
                "text": text("Duyệt mai táng phí, trợ cấp tuất", "Approve the funeral and survivor benefits"),
                "effects": (DECIDE_MERIT,),
            }
        ),
        ASK_AGAIN.model_copy(
            update={
                "text": text(
                    "Gửi lại vào hệ thống quản lý người có công",
                    "Send to the system for people with merit again",
                ),
                "effects": (DECIDE_MERIT,),
            }
        ),
        RECORD_DECISION.model_copy(update={"issues": ("merit-decision",)}),
    ),
    assumes=(SUPPLEMENT_NOT_ASKED, SECOND_SUPPLEMENT_NOT_ASKED),
    deadlines=(Deadline(working_days=17, source=law("296/QĐ-VPCP")),),
    clock=DEATH_GROUP_CLOCK,
    pays=(FUNERAL_BY_MERIT,),
)
FUNERAL_ALLOWANCE_MERIT = FUNERAL_ALLOWANCE_MERIT_2024_07
