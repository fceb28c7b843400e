"""Birth registration: how the child gets its personal ID, and what happens while there is none.

An obstacle never stops the file in silence (rule 28): an officer asks again, settles a suspected
duplicate, or has the certificate issued first; a number that comes late is added (rule 29).
"""

from workflows.conditions import all_of, is_false, is_true
from workflows.language import Answer, Ask, Item, Notify, Step
from workflows.skeletons.review import REASON
from workflows.vocabulary import Role
from workflows.words import Kind, law, secondary, text, unknown

# --- the message --------------------------------------------------------------------------------

# The number may come days later (3160/BTP-CNTT), when the case has moved on: each answer "assigned" names
# every place where it is still welcome, and the first step that is open takes it.
ASK_FOR_PERSONAL_ID = Ask(
    agency="population-database",
    about="personal-id.assign",
    carries=(
        "child.full-name",
        "child.birth-date",
        "child.sex",
        "child.birth-place",
        "child.home-place",
        "child.ethnicity",
        "child.nationality",
        "child.multiple-birth",
        "mother.personal-id",
        "mother.full-name",
        "father.personal-id",
        "father.full-name",
        "office.civil-status",
    ),
    answers=(
        Answer(outcome="assigned", step="record-personal-id"),
        Answer(outcome="assigned", step="add-personal-id-in-review"),
        Answer(outcome="assigned", step="add-personal-id-before-signing"),
        Answer(outcome="assigned", step="add-personal-id-to-draft"),
        Answer(outcome="assigned", step="add-personal-id-while-registering"),
        Answer(outcome="assigned", step="add-personal-id-at-register-obstacle"),
        Answer(outcome="assigned", step="add-personal-id-under-correction"),
        Answer(outcome="assigned", step="record-late-personal-id"),
        Answer(outcome="suspected-duplicate", step="record-suspected-duplicate"),
        Answer(outcome="refused", step="record-personal-id-refusal"),
        Answer(outcome="unreachable", step="record-personal-id-silence"),
    ),
    gives=(
        Item(
            code="personal-id",
            kind=Kind.PERSONAL_ID,
            text=text("Số định danh cá nhân của em bé", "The child's personal ID"),
        ),
    ),
)
# In the roll-out no draft went to the citizen, so no number can arrive while one waits for that answer.
ROLL_OUT_ASK_FOR_PERSONAL_ID = ASK_FOR_PERSONAL_ID.model_copy(
    update={
        "answers": (
            Answer(outcome="assigned", step="record-personal-id"),
            Answer(outcome="assigned", step="add-personal-id-in-review"),
            Answer(outcome="assigned", step="add-personal-id-before-signing"),
            Answer(outcome="assigned", step="add-personal-id-while-registering"),
            Answer(outcome="assigned", step="add-personal-id-at-register-obstacle"),
            Answer(outcome="assigned", step="add-personal-id-under-correction"),
            Answer(outcome="assigned", step="record-late-personal-id"),
            Answer(outcome="suspected-duplicate", step="record-suspected-duplicate"),
            Answer(outcome="refused", step="record-personal-id-refusal"),
            Answer(outcome="unreachable", step="record-personal-id-silence"),
        )
    }
)

# --- steps --------------------------------------------------------------------------------------

# rule 16
REQUEST_PERSONAL_ID = Step(
    code="request-personal-id",
    source=("under-review",),
    target="awaiting-personal-id",
    by=Role.CLERK,
    text=text("Xin số định danh cá nhân", "Ask for the personal ID"),
    when=all_of(is_false("duplicate.suspected"), is_false("personal-id.recorded")),
    why=text(
        "Hồ sơ nghi trùng với hồ sơ khác, hoặc em bé đã có số. Hãy làm rõ nghi trùng trước khi xin số.",
        "The file may be a duplicate, or the child has a number already. Settle the suspicion before you "
        "ask.",
    ),
    effects=(ASK_FOR_PERSONAL_ID,),
    rule=secondary("3160/BTP-CNTT (13/09/2021); 137/2015/NĐ-CP Art. 13"),
)
ROLL_OUT_REQUEST_PERSONAL_ID = REQUEST_PERSONAL_ID.model_copy(
    update={"effects": (ROLL_OUT_ASK_FOR_PERSONAL_ID,)}
)
RESOLVE_DUPLICATE = Step(
    code="resolve-duplicate",
    source=("under-review", "personal-id-obstacle", "ready-to-sign"),
    target="under-review",
    by=Role.CLERK,
    text=text("Kết luận: không trùng", "Conclude: no duplicate"),
    when=is_true("duplicate.suspected"),
    why=text("Hồ sơ không bị nghi trùng.", "The file is not suspected of being a duplicate."),
    takes=(REASON,),
    sets=(("duplicate.suspected", False),),
    decisive=True,
    rule=secondary("3160/BTP-CNTT (13/09/2021)"),
)
RECORD_PERSONAL_ID = Step(
    code="record-personal-id",
    source=("awaiting-personal-id", "personal-id-obstacle"),
    target="ready-to-sign",
    by=Role.AGENCY,
    text=text("Ghi số định danh", "Record the personal ID"),
    when=is_false("personal-id.recorded"),
    sets=(("personal-id.recorded", True),),
    rule=law("63/2024/NĐ-CP Art. 8"),
)
RECORD_SUSPECTED_DUPLICATE = Step(
    code="record-suspected-duplicate",
    source=("awaiting-personal-id",),
    target="personal-id-obstacle",
    by=Role.AGENCY,
    text=text("Ghi vướng mắc: nghi trùng", "Record the obstacle: suspected duplicate"),
    sets=(("duplicate.suspected", True), ("personal-id.obstacle", "suspected-duplicate")),
    rule=law("63/2024/NĐ-CP Art. 8"),
)
RECORD_PERSONAL_ID_REFUSAL = Step(
    code="record-personal-id-refusal",
    source=("awaiting-personal-id",),
    target="personal-id-obstacle",
    by=Role.AGENCY,
    text=text("Ghi vướng mắc: không được cấp số", "Record the obstacle: no number given"),
    sets=(("personal-id.obstacle", "refused"),),
    rule=law("63/2024/NĐ-CP Art. 8"),
)
RECORD_PERSONAL_ID_SILENCE = Step(
    code="record-personal-id-silence",
    source=("awaiting-personal-id",),
    target="personal-id-obstacle",
    by=Role.AGENCY,
    text=text("Ghi vướng mắc: không liên lạc được", "Record the obstacle: no answer"),
    sets=(("personal-id.obstacle", "unreachable"),),
    rule=law("63/2024/NĐ-CP Art. 8"),
)
ASK_AGAIN_FOR_PERSONAL_ID = Step(
    code="ask-again-for-personal-id",
    source=("personal-id-obstacle",),
    target="awaiting-personal-id",
    by=Role.CLERK,
    text=text("Xin lại số định danh", "Ask for the personal ID again"),
    when=is_false("duplicate.suspected"),
    why=text("Hãy làm rõ nghi trùng trước.", "Settle the suspicion of a duplicate first."),
    effects=(ASK_FOR_PERSONAL_ID,),
    rule=unknown(
        "63/2024/NĐ-CP Art. 8",
        "Nghị định buộc ghi nhận vướng mắc; việc tiếp theo chưa thấy quy định. Ở đây cán bộ xin lại số.",
        "The decree demands that the obstacle is recorded; what follows was not found. Here an officer asks "
        "again.",
    ),
)
ROLL_OUT_ASK_AGAIN = ASK_AGAIN_FOR_PERSONAL_ID.model_copy(update={"effects": (ROLL_OUT_ASK_FOR_PERSONAL_ID,)})
# rule 29
CONTINUE_WITHOUT_PERSONAL_ID = Step(
    code="continue-without-personal-id",
    source=("personal-id-obstacle",),
    target="ready-to-sign",
    by=Role.CLERK,
    text=text("Cấp giấy trước, bổ sung số sau", "Issue first, add the number later"),
    when=is_false("duplicate.suspected"),
    why=text("Hãy làm rõ nghi trùng trước.", "Settle the suspicion of a duplicate first."),
    takes=(REASON,),
    decisive=True,
    rule=secondary(
        "3160/BTP-CNTT (13/09/2021)",
        "Giấy khai sinh chưa có số định danh vẫn có giá trị; số được bổ sung sau.",
        "A certificate without the personal ID is valid; the number is added later.",
    ),
)

# --- steps: a number that comes late ------------------------------------------------------------

# It never changes where the case is.
ADD_PERSONAL_ID_IN_REVIEW = Step(
    code="add-personal-id-in-review",
    source=("under-review",),
    target="under-review",
    by=Role.AGENCY,
    text=text("Bổ sung số định danh đến muộn", "Add the personal ID that came late"),
    when=is_false("personal-id.recorded"),
    sets=(("personal-id.recorded", True),),
)
ADD_PERSONAL_ID_BEFORE_SIGNING = ADD_PERSONAL_ID_IN_REVIEW.model_copy(
    update={
        "code": "add-personal-id-before-signing",
        "source": ("ready-to-sign",),
        "target": "ready-to-sign",
    }
)
ADD_PERSONAL_ID_TO_DRAFT = ADD_PERSONAL_ID_IN_REVIEW.model_copy(
    update={
        "code": "add-personal-id-to-draft",
        "source": ("awaiting-draft-answer",),
        "target": "awaiting-draft-answer",
    }
)
ADD_PERSONAL_ID_WHILE_REGISTERING = ADD_PERSONAL_ID_IN_REVIEW.model_copy(
    update={
        "code": "add-personal-id-while-registering",
        "source": ("awaiting-register",),
        "target": "awaiting-register",
    }
)
ADD_PERSONAL_ID_AT_REGISTER_OBSTACLE = ADD_PERSONAL_ID_IN_REVIEW.model_copy(
    update={
        "code": "add-personal-id-at-register-obstacle",
        "source": ("register-obstacle",),
        "target": "register-obstacle",
    }
)
ADD_PERSONAL_ID_UNDER_CORRECTION = ADD_PERSONAL_ID_IN_REVIEW.model_copy(
    update={
        "code": "add-personal-id-under-correction",
        "source": ("under-correction",),
        "target": "under-correction",
    }
)
RECORD_LATE_PERSONAL_ID = Step(
    code="record-late-personal-id",
    source=("issued",),
    target="issued",
    by=Role.AGENCY,
    text=text("Bổ sung số định danh và cấp lại giấy khai sinh", "Add the personal ID and issue anew"),
    when=is_false("personal-id.recorded"),
    sets=(("personal-id.recorded", True),),
    issues=("birth-certificate",),
    effects=(
        Notify(
            letter="personal-id-added",
            text=text(
                "Em bé đã có số định danh cá nhân. Giấy khai sinh điện tử đã được bổ sung số này.",
                "Your child has a personal ID now. It was added to the electronic birth certificate.",
            ),
        ),
    ),
    rule=secondary("3160/BTP-CNTT (13/09/2021)"),
)
