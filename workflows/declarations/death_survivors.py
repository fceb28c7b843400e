"""The death form, the page about the survivor benefit."""

from workflows.conditions import all_of, equals, is_true, known, one_of
from workflows.declarations.death_allowance import INSURED
from workflows.declarations.death_boxes import SURVIVOR_1
from workflows.questions import Option, Question, Section
from workflows.words import Kind, inferred, secondary, text

SURVIVORS = Section(
    code="survivors",
    slug="tu-tuat",
    text=text("Thân nhân hưởng tuất", "The relatives who survive"),
    when=all_of(
        is_true("wants.survivor"), one_of("deceased.status", "pensioner", "reserved", "voluntary", "merit")
    ),
    questions=(
        Question(
            fact="survivor.kind",
            kind=Kind.CHOICE,
            text=text(
                "Thân nhân nhận trợ cấp tuất thế nào?", "How do the relatives take the survivor benefit?"
            ),
            when=INSURED,
            options=(
                Option(
                    value="lump-sum",
                    text=text("Một lần", "As one sum"),
                    hint=text(
                        "Các thân nhân thống nhất cử bạn đại diện nhận, xác nhận trên VNeID trong 5 ngày "
                        "làm việc. Thời gian này không tính vào hạn giải quyết.",
                        "The relatives agree that you receive it for all, on VNeID within 5 working days. "
                        "This time is not counted.",
                    ),
                ),
                Option(
                    value="monthly",
                    text=text("Hằng tháng", "Every month"),
                    hint=text("Chỉ dành cho thân nhân đủ điều kiện.", "Only for eligible relatives."),
                ),
            ),
            feeds=(SURVIVOR_1,),
            source=secondary("1449/QĐ-BHXH"),
        ),
        Question(
            fact="survivor.relatives",
            kind=Kind.PEOPLE,
            text=text("Các thân nhân của người mất, ngoài bạn", "The relatives of the deceased besides you"),
            hint=text(
                "Vợ hoặc chồng, con, cha, mẹ của người mất và người mà người mất phải nuôi dưỡng. "
                "Để trống nếu chỉ có một mình bạn.",
                "Wife or husband, children, parents of the deceased, and whom the deceased had to support. "
                "Leave it empty if you are the only one.",
            ),
            required=False,
            blank=text(
                "Chưa ghi thân nhân nào. Nếu bạn là thân nhân duy nhất thì đúng như vậy: không phải chờ ai "
                "đồng ý.",
                "Nobody is named. If you are the only relative, this is right: nobody else has to agree.",
            ),
            nobody_of=("requester.personal-id", "deceased.personal-id"),
            options=(
                Option(value="spouse", text=text("Vợ hoặc chồng", "Wife or husband")),
                Option(value="child", text=text("Con", "Child")),
                Option(value="parent", text=text("Cha hoặc mẹ", "Father or mother")),
                Option(value="relative", text=text("Người thân khác", "Another relative")),
            ),
            feeds=(SURVIVOR_1,),
            source=inferred(
                "296/QĐ-VPCP",
                "Danh sách thân nhân của Mẫu số 02 có ít nhất 11 cột; chưa đọc được đủ các cột.",
                "The list of relatives in Form 02 has at least 11 columns; not all could be read.",
            ),
        ),
        Question(
            fact="survivor.form-09",
            kind=Kind.YES_NO,
            text=text(
                "Có thân nhân không xác nhận được trên VNeID và đã lập Mẫu số 09-HSB không?",
                "Is there a relative who cannot confirm on VNeID, so that Form 09-HSB was made?",
            ),
            hint=text(
                "Nếu có, bạn đính kèm bản chụp Mẫu số 09-HSB và không phải chờ xác nhận.",
                "If so, you attach a copy of Form 09-HSB and nobody waits for the confirmations.",
            ),
            when=all_of(equals("survivor.kind", "lump-sum"), known("survivor.relatives")),
            source=secondary("1449/QĐ-BHXH"),
        ),
        # rule 74
        Question(
            fact="survivor.basis",
            kind=Kind.CHOICE,
            text=text(
                "Thân nhân nào đủ điều kiện hưởng hằng tháng?", "Which relative is eligible every month?"
            ),
            when=equals("survivor.kind", "monthly"),
            options=(
                Option(
                    value="child",
                    text=text(
                        "Con dưới 18 tuổi, kể cả con chưa sinh", "A child under 18, also one not yet born"
                    ),
                ),
                Option(
                    value="disabled",
                    text=text(
                        "Thân nhân suy giảm khả năng lao động từ 81% trở lên",
                        "A relative who lost 81% or more of the capacity to work",
                    ),
                ),
                Option(
                    value="aged",
                    text=text("Thân nhân đến tuổi luật định", "A relative of the age that the law sets"),
                ),
                Option(value="none", text=text("Không có ai", "Nobody")),
            ),
            feeds=(SURVIVOR_1,),
            source=secondary("41/2024/QH15 Art. 86"),
        ),
        # rule 75
        Question(
            fact="survivor.relative-with-income",
            kind=Kind.YES_NO,
            text=text(
                "Thân nhân này đang đi làm, có thu nhập từ mức tham chiếu trở lên không?",
                "Does this relative work and earn the reference level or more?",
            ),
            when=equals("survivor.kind", "monthly"),
            feeds=(SURVIVOR_1,),
            source=secondary("41/2024/QH15 Art. 86"),
        ),
    ),
)
