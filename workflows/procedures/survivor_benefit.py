"""Survivor benefit of social insurance (chế độ tử tuất), as one sum or every month.

Its steps are in the neighbour `survivor_benefit_steps.py`.
"""

from datetime import date

from workflows.conditions import all_of, equals, is_true, known, not_
from workflows.language import Deadline, Evidence, Input, Output, OutputItem, Procedure, Start
from workflows.procedures.death_group import (
    AFTER_THE_POLICE,
    BENEFIT_STATES,
    COMPARED_CLOCK,
    DEATH_GROUP_CLOCK,
    EXTRACT_EVIDENCE,
    EXTRACT_INPUTS,
)
from workflows.procedures.survivor_benefit_steps import AWAITING_RELATIVES, STEPS, STEPS_ON_PAPER
from workflows.skeletons.supplement import SECOND_SUPPLEMENT_NOT_ASKED, SUPPLEMENT_NOT_ASKED
from workflows.vocabulary import Standing
from workflows.words import Kind, law, secondary, text, unknown

SURVIVOR_BENEFIT_2024_07 = Procedure(
    code="survivor-benefit",
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2025, 6, 30),
    text=text("Chế độ tử tuất", "Survivor benefit"),
    short=text("Tử tuất", "Survivors"),
    legal_basis=(
        law("63/2024/NĐ-CP"),
        law("296/QĐ-VPCP"),
        secondary("1449/QĐ-BHXH"),
        secondary("58/2014/QH13"),
    ),
    authority="social-insurance",
    area="office.benefits",
    inputs=(
        Input(fact="requester.full-name", kind=Kind.NAME),
        Input(fact="requester.personal-id", kind=Kind.PERSONAL_ID),
        Input(fact="requester.relation", kind=Kind.CHOICE),
        Input(fact="requester.phone", kind=Kind.PHONE),
        Input(fact="deceased.status", kind=Kind.CHOICE),
        Input(fact="deceased.months-compulsory", kind=Kind.NUMBER, required=False),
        Input(fact="deceased.months-voluntary", kind=Kind.NUMBER, required=False),
        Input(fact="survivor.kind", kind=Kind.CHOICE),
        Input(fact="survivor.form-09", kind=Kind.YES_NO, required=False),
        Input(fact="survivor.basis", kind=Kind.CHOICE, required=False),
        Input(fact="survivor.relative-with-income", kind=Kind.YES_NO, required=False),
        Input(fact="survivor.relatives", kind=Kind.PEOPLE, required=False),
        Input(fact="funeral.paid-by", kind=Kind.CHOICE),
        Input(fact="funeral.bank-name", kind=Kind.TEXT, required=False),
        Input(fact="funeral.bank-account", kind=Kind.TEXT, required=False),
        *EXTRACT_INPUTS,
    ),
    evidence=(
        EXTRACT_EVIDENCE,
        # rule 73
        Evidence(
            code="form-09-hsb",
            text=text(
                "Mẫu số 09-HSB: văn bản của các thân nhân cử người đại diện",
                "Form 09-HSB: the relatives name their representative",
            ),
            when=all_of(
                equals("survivor.kind", "lump-sum"),
                known("survivor.relatives"),
                is_true("survivor.form-09"),
            ),
            source=secondary("1449/QĐ-BHXH"),
            comes="attached",
        ),
        # rule 74
        Evidence(
            code="medical-assessment",
            text=text(
                "Biên bản giám định mức suy giảm khả năng lao động của thân nhân",
                "Medical assessment of the relative's loss of capacity to work",
            ),
            when=all_of(equals("survivor.kind", "monthly"), equals("survivor.basis", "disabled")),
            source=secondary("1449/QĐ-BHXH"),
            comes="attached",
        ),
    ),
    outputs=(
        Output(
            code="survivor-decision",
            text=text("Quyết định hưởng chế độ tử tuất", "Decision on the survivor benefit"),
            items=(
                OutputItem(
                    code="number",
                    kind=Kind.TEXT,
                    text=text("Số quyết định", "Number of the decision"),
                    fact="decision-number",
                ),
                OutputItem(code="amount", kind=Kind.MONEY, text=text("Số tiền", "Amount"), fact="amount"),
                OutputItem(
                    code="representative",
                    kind=Kind.NAME,
                    text=text("Người đại diện nhận", "Who receives it for all"),
                    fact="requester.full-name",
                ),
            ),
        ),
    ),
    starts=(
        Start(
            state="awaiting-relatives",
            # Whoever is the only relative has nobody to wait for.
            when=all_of(
                equals("survivor.kind", "lump-sum"),
                known("survivor.relatives"),
                not_(is_true("survivor.form-09")),
            ),
        ),
        Start(state="received"),
    ),
    states=(AWAITING_RELATIVES, *BENEFIT_STATES),
    steps=STEPS,
    assumes=(
        SUPPLEMENT_NOT_ASKED,
        SECOND_SUPPLEMENT_NOT_ASKED,
        ("survivor.consent-missing", False),
        ("survivor.consent-declined", False),
    ),
    deadlines=(Deadline(working_days=8, source=law("296/QĐ-VPCP")),),
    clock=DEATH_GROUP_CLOCK,
)

SURVIVOR_BENEFIT_2025_07 = SURVIVOR_BENEFIT_2024_07.revised(
    version="2025-07",
    effective_from=date(2025, 7, 1),
    effective_to=None,
    legal_basis=(
        law("63/2024/NĐ-CP"),
        law("296/QĐ-VPCP"),
        secondary("1449/QĐ-BHXH"),
        secondary("41/2024/QH15 Art. 86"),
        unknown(
            "41/2024/QH15 Art. 86",
            "Chưa rõ mức tham chiếu năm 2026; số tiền là con số ghi trong quyết định.",
            "The reference level of 2026 is not known; the amount is what the decision says.",
        ),
    ),
)

SURVIVOR_BENEFIT = SURVIVOR_BENEFIT_2025_07

# For comparison only: the relatives sign on paper before the family goes to the insurer.
SURVIVOR_BENEFIT_SEPARATE = SURVIVOR_BENEFIT_2024_07.revised(
    code="survivor-benefit-separate",
    version="2024-07",
    effective_to=None,
    text=text("Chế độ tử tuất (làm riêng)", "Survivor benefit (on its own)"),
    standing=Standing.BASELINE,
    evidence=(EXTRACT_EVIDENCE, AFTER_THE_POLICE),
    starts=(Start(state="received"),),
    states=BENEFIT_STATES,
    steps=STEPS_ON_PAPER,
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
