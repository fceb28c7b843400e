"""Permanent residence: the consent of whoever heads the household, by VNeID or in writing."""

from workflows.conditions import is_false
from workflows.language import Item, Notify, State, Step
from workflows.vocabulary import Clock, OfficialStatus, Role, Waits
from workflows.words import Kind, law, secondary, text

# rule 34. How long the householder may take is laid down for the death group only, so no timer ends this.
AWAITING_CONSENT = State(
    code="awaiting-consent",
    text=text("Chờ chủ hộ đồng ý qua VNeID", "Waiting for the householder's consent by VNeID"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.RELATIVE,
    clock=Clock.PAUSES,
    citizen=text(
        "Đang chờ chủ hộ đồng ý qua VNeID. Thời gian chờ không tính vào thời hạn giải quyết. Bạn hãy nhắc "
        "chủ hộ, hoặc nộp ý kiến đồng ý bằng văn bản.",
        "The householder's consent by VNeID is awaited. This time does not count. Please remind the "
        "householder, or hand in the consent in writing.",
    ),
    consent_of=("householder.personal-id",),
)

# rule 39: any one form of consent is enough
CONFIRM_CONSENT = Step(
    code="confirm-consent",
    source=("awaiting-consent",),
    target="received",
    by=Role.RELATIVE,
    text=text("Đồng ý cho em bé đăng ký thường trú", "Agree to the child's registration"),
    sets=(("householder.agreed", True),),
    rule=law("63/2024/NĐ-CP Art. 8"),
)
DECLINE_CONSENT = Step(
    code="decline-consent",
    source=("awaiting-consent",),
    target="received",
    by=Role.RELATIVE,
    text=text("Không đồng ý", "Do not agree"),
    sets=(("householder.agreed", False),),
    effects=(
        Notify(
            letter="consent-declined",
            text=text(
                "Chủ hộ không đồng ý cho em bé đăng ký thường trú. Công an sẽ liên hệ với bạn.",
                "The householder does not agree to the child's registration. The police will contact you.",
            ),
        ),
    ),
)
CONSENT_PAPER = Item(
    code="consent.paper",
    kind=Kind.TEXT,
    text=text("Văn bản đồng ý: loại, ngày", "The paper with the consent: kind, date"),
)
ACCEPT_WRITTEN_CONSENT = Step(
    code="accept-written-consent",
    source=("awaiting-consent",),
    target="received",
    by=Role.CLERK,
    text=text("Nhận ý kiến đồng ý bằng văn bản", "Accept a consent in writing"),
    takes=(CONSENT_PAPER,),
    sets=(("householder.agreed", True),),
    rule=secondary("68/2020/QH14 Art. 20"),
)
RECORD_WRITTEN_CONSENT = Step(
    code="record-written-consent",
    source=("under-review",),
    target="under-review",
    by=Role.CLERK,
    text=text("Ghi nhận ý kiến đồng ý nộp sau", "Record a consent handed in later"),
    when=is_false("householder.agreed"),
    why=text("Chủ hộ đã đồng ý.", "The householder has agreed."),
    takes=(CONSENT_PAPER,),
    sets=(("householder.agreed", True),),
    rule=secondary("68/2020/QH14 Art. 20"),
)

# Since Decree 58/2026 a written consent is one of three ways that it names.
CONSENT_RULE_58 = law("58/2026/NĐ-CP Art. 4(5)")
ACCEPT_WRITTEN_CONSENT_58 = ACCEPT_WRITTEN_CONSENT.model_copy(update={"rule": CONSENT_RULE_58})
RECORD_WRITTEN_CONSENT_58 = RECORD_WRITTEN_CONSENT.model_copy(update={"rule": CONSENT_RULE_58})
