"""Stop of the monthly survivor benefit that the deceased was drawing (dừng trợ cấp tuất hằng tháng)."""

from datetime import date

from workflows.language import Deadline, Input, Item, Output, OutputItem, Procedure, Start, Step
from workflows.procedures.death_group import (
    DEATH_GROUP_CLOCK,
    DEATH_GROUP_RECEIVER_STEPS,
    DEATH_GROUP_REVIEW,
    EXTRACT_EVIDENCE,
    EXTRACT_INPUTS,
    RETURN_DEATH_EXTRACT,
    SUPPLEMENT_IN_DEATH_GROUP,
)
from workflows.skeletons.correction import (
    AWAITING_CORRECTION,
    STOP_WAITING_FOR_CORRECTION,
    WITHDRAW_AS_RECEIVER,
)
from workflows.skeletons.review import ISSUED, RECEIVED, REFUSED, SIGNER_NOT_KNOWN, UNDER_REVIEW, WITHDRAWN
from workflows.skeletons.supplement import SECOND_SUPPLEMENT_NOT_ASKED, SUPPLEMENT_NOT_ASKED
from workflows.vocabulary import Role
from workflows.words import Kind, Source, law, secondary, text

# The insurer stops the benefit in its own system; no message to another agency is needed.
STOP_BENEFIT = Step(
    code="stop-benefit",
    source=("under-review",),
    target="issued",
    by=Role.CLERK,
    text=text("Dừng trợ cấp tuất hằng tháng", "Stop the monthly survivor benefit"),
    takes=(
        Item(code="stop.number", kind=Kind.TEXT, text=text("Số quyết định", "Number of the decision")),
        Item(code="stop.from", kind=Kind.DATE, text=text("Dừng từ ngày", "Stopped from")),
    ),
    issues=("stop-notice",),
    decisive=True,
    rule=Source(act="296/QĐ-VPCP", note=SIGNER_NOT_KNOWN),
)

# rule 78
MONTHLY_BENEFIT_STOP_2024_07 = Procedure(
    code="monthly-benefit-stop",
    version="2024-07",
    effective_from=date(2024, 7, 1),
    text=text(
        "Dừng trợ cấp tuất hằng tháng của người mất", "Stop of the deceased's monthly survivor benefit"
    ),
    short=text("Dừng trợ cấp", "Benefit stop"),
    legal_basis=(law("63/2024/NĐ-CP"), law("296/QĐ-VPCP"), secondary("1449/QĐ-BHXH")),
    authority="social-insurance",
    area="office.benefits",
    inputs=(
        Input(fact="requester.full-name", kind=Kind.NAME),
        Input(fact="requester.phone", kind=Kind.PHONE),
        Input(fact="deceased.status", kind=Kind.CHOICE),
        *EXTRACT_INPUTS,
    ),
    evidence=(EXTRACT_EVIDENCE,),
    outputs=(
        Output(
            code="stop-notice",
            text=text(
                "Quyết định thôi hưởng trợ cấp tuất hằng tháng",
                "Decision that stops the monthly survivor benefit",
            ),
            items=(
                OutputItem(
                    code="number",
                    kind=Kind.TEXT,
                    text=text("Số quyết định", "Number of the decision"),
                    fact="stop.number",
                ),
                OutputItem(
                    code="from", kind=Kind.DATE, text=text("Dừng từ ngày", "Stopped from"), fact="stop.from"
                ),
            ),
        ),
    ),
    starts=(Start(state="received"),),
    states=(
        RECEIVED,
        UNDER_REVIEW,
        SUPPLEMENT_IN_DEATH_GROUP,
        AWAITING_CORRECTION,
        ISSUED,
        REFUSED,
        WITHDRAWN,
    ),
    steps=(
        *DEATH_GROUP_REVIEW,
        WITHDRAW_AS_RECEIVER,
        STOP_BENEFIT,
        RETURN_DEATH_EXTRACT,
        STOP_WAITING_FOR_CORRECTION,
        *DEATH_GROUP_RECEIVER_STEPS,
    ),
    assumes=(SUPPLEMENT_NOT_ASKED, SECOND_SUPPLEMENT_NOT_ASKED),
    deadlines=(Deadline(working_days=2, source=law("296/QĐ-VPCP")),),
    clock=DEATH_GROUP_CLOCK,
)

MONTHLY_BENEFIT_STOP = MONTHLY_BENEFIT_STOP_2024_07
