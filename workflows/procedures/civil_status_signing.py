"""What births and deaths share where two people see a file: one prepares it, the other signs (ký).

The Law on Civil Status names two people: the officer makes the entry, the chair of the commune's
People's Committee issues the result (60/2014/QH13 Art. 16, 34). So the head of the office signs, or a
deputy, and never whoever prepared the file. No source that was read names who signs in the other
offices of the groups, nor who signs a refusal; there an officer decides, as before.

Parts only; no procedure is defined here.
"""

from workflows.language import State, Step
from workflows.skeletons.review import REASON
from workflows.vocabulary import OfficialStatus, Role, Waits
from workflows.words import Source, text

READY_TO_SIGN = State(
    code="ready-to-sign",
    text=text("Chờ ký", "Ready to sign"),
    status=OfficialStatus.IN_PROGRESS,
    waits_for=Waits.OFFICER,
    citizen=text(
        "Nội dung đã xong, đang chờ ký. Bạn không phải làm gì.",
        "The content is complete and waits for the signature. There is nothing for you to do.",
    ),
)
SIGNED_BIRTH = Source(
    act="60/2014/QH13 Art. 16",
    note=text(
        "Công chức tư pháp - hộ tịch ghi sổ, Chủ tịch Ủy ban nhân dân cấp xã cấp giấy khai sinh: hai người. "
        "Luật không nói rõ người chuẩn bị không được tự ký; ở đây buộc phải là người khác.",
        "The civil-status officer makes the entry, the chair of the People's Committee issues the "
        "certificate: two people. The Law does not spell out that whoever prepares may not sign; here "
        "somebody else must.",
    ),
)
SIGNED_DEATH = Source(
    act="60/2014/QH13 Art. 34",
    note=text(
        "Công chức tư pháp - hộ tịch ghi sổ, Chủ tịch Ủy ban nhân dân cấp xã cấp trích lục: hai người. Luật "
        "không nói rõ người chuẩn bị không được tự ký; ở đây buộc phải là người khác.",
        "The civil-status officer makes the entry, the chair of the People's Committee issues the "
        "extract: two people. The Law does not spell out that whoever prepares may not sign; here "
        "somebody else must.",
    ),
)
SEND_BACK = Step(
    code="send-back",
    source=("ready-to-sign",),
    target="under-review",
    by=Role.LEADER,
    text=text("Chưa ký, trả lại cán bộ để xem lại", "Do not sign yet: send back to the officer"),
    takes=(REASON,),
)
