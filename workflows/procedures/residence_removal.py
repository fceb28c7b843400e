"""Removal of the permanent residence of a person who has died (xóa đăng ký thường trú), commune police.

Its states and steps are in the neighbour `residence_removal_steps.py`.
"""

from datetime import date

from workflows.language import Deadline, Evidence, Input, Output, OutputItem, Procedure, Start
from workflows.procedures.death_group import COMPARED_CLOCK, DEATH_GROUP_CLOCK
from workflows.procedures.residence_removal_steps import (
    REMOVE_RESIDENCE,
    STATES_FROM_DATA,
    STATES_OF_REVIEW,
    STEPS_FROM_DATA,
    STEPS_OF_REVIEW,
)
from workflows.skeletons.supplement import SECOND_SUPPLEMENT_NOT_ASKED, SUPPLEMENT_NOT_ASKED
from workflows.vocabulary import Standing
from workflows.words import Kind, Source, law, text

RESIDENCE_REMOVAL_2024_07 = Procedure(
    code="residence-removal",
    official_code="1.003197",
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2026, 3, 14),
    text=text("Xóa đăng ký thường trú", "Removal of permanent residence"),
    short=text("Xóa thường trú", "Residence"),
    legal_basis=(law("68/2020/QH14 Art. 24"), law("63/2024/NĐ-CP"), law("296/QĐ-VPCP")),
    authority="police",
    area="office.residence",
    inputs=(
        Input(fact="requester.full-name", kind=Kind.NAME),
        Input(fact="requester.personal-id", kind=Kind.PERSONAL_ID),
        Input(fact="requester.phone", kind=Kind.PHONE),
        Input(fact="deceased.residence-address", kind=Kind.TEXT, required=False),
        Input(fact="deceased.household-head-name", kind=Kind.NAME, required=False),
        Input(fact="death-extract.number", kind=Kind.TEXT),
        Input(fact="death-extract.registered-on", kind=Kind.DATE),
        Input(fact="death-extract.full-name", kind=Kind.NAME),
        Input(fact="death-extract.personal-id", kind=Kind.PERSONAL_ID),
        Input(fact="death-extract.died-on", kind=Kind.DATE),
    ),
    evidence=(
        Evidence(
            code="death-extract",
            text=text("Trích lục khai tử điện tử", "Electronic death extract"),
            source=law("296/QĐ-VPCP"),
        ),
    ),
    outputs=(
        Output(
            code="residence-removal-notice",
            text=text("Thông báo xóa đăng ký thường trú", "Notice of removal of permanent residence"),
            items=(
                OutputItem(code="number", kind=Kind.TEXT, text=text("Số", "Number"), fact="record-number"),
                OutputItem(
                    code="recorded-on",
                    kind=Kind.DATE,
                    text=text("Ngày xóa", "Day of removal"),
                    fact="recorded-on",
                ),
            ),
        ),
    ),
    starts=(Start(state="received"),),
    states=STATES_OF_REVIEW,
    steps=STEPS_OF_REVIEW,
    assumes=(SUPPLEMENT_NOT_ASKED, SECOND_SUPPLEMENT_NOT_ASKED),
    # rule 66: on the working day on which the extract arrives
    deadlines=(Deadline(working_days=0, source=law("296/QĐ-VPCP")),),
    clock=DEATH_GROUP_CLOCK,
)

# rule 66: Decree 58/2026 makes it a matter of data. Nobody applies: when the population data say that the
# person has died, the police remove the residence within one working day and tell the household. So the case
# opens with the message already on its way, nothing is reviewed, and the family cannot withdraw it.
RESIDENCE_REMOVAL_2026_03 = RESIDENCE_REMOVAL_2024_07.revised(
    version="2026-03",
    effective_from=date(2026, 3, 15),
    effective_to=None,
    legal_basis=(law("68/2020/QH14 Art. 24"), law("58/2026/NĐ-CP Art. 4(6)"), law("296/QĐ-VPCP")),
    evidence=(
        Evidence(
            code="death-extract",
            text=text("Dữ liệu khai tử", "Data of the death registration"),
            source=law("58/2026/NĐ-CP Art. 4(6)"),
        ),
    ),
    starts=(Start(state="awaiting-register", effects=(REMOVE_RESIDENCE,)),),
    states=STATES_FROM_DATA,
    steps=STEPS_FROM_DATA,
    assumes=(),
    deadlines=(
        Deadline(
            working_days=1,
            source=Source(
                act="58/2026/NĐ-CP Art. 4(6)",
                note=text(
                    "Tính từ khi có dữ liệu khai tử. Quyết định 296 nói trong ngày đối với nhóm liên thông; "
                    "Nghị định có sau và có hiệu lực cao hơn nên dùng thời hạn của Nghị định.",
                    "Counted from the data of the death. Decision 296 says the same day for the linked "
                    "group; the decree is later and stands higher, so its limit is used.",
                ),
            ),
        ),
    ),
)

RESIDENCE_REMOVAL = RESIDENCE_REMOVAL_2026_03

# For comparison only: on application, as it was until Decree 58/2026.
RESIDENCE_REMOVAL_SEPARATE = RESIDENCE_REMOVAL_2024_07.revised(
    code="residence-removal-separate",
    version="2024-07",
    effective_to=None,
    text=text("Xóa đăng ký thường trú (làm riêng)", "Removal of permanent residence (on its own)"),
    standing=Standing.BASELINE,
    legal_basis=(law("68/2020/QH14 Art. 24"),),
    deadlines=(Deadline(working_days=5, source=law("68/2020/QH14 Art. 24; 154/2024/NĐ-CP")),),
    clock=COMPARED_CLOCK,
)
