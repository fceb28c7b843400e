"""The birth form, the page about the papers that prove the birth."""

from workflows.conditions import all_of, equals, known, not_
from workflows.declarations.birth_boxes import BIRTH_1
from workflows.questions import Option, Question, Section
from workflows.words import Kind, law, secondary, text

# rules 9, 11
BIRTH_EVIDENCE = Question(
    fact="child.birth-evidence",
    kind=Kind.CHOICE,
    text=text("Giấy tờ chứng minh việc sinh", "Proof of the birth"),
    options=(
        Option(value="notice", text=text("Giấy chứng sinh", "Birth notice")),
        Option(value="witness", text=text("Văn bản của người làm chứng", "Statement of a witness")),
        Option(
            value="commitment",
            text=text("Giấy cam đoan của bạn", "Your written commitment"),
            hint=text("Chỉ khi không có người làm chứng.", "Only when there is no witness."),
        ),
    ),
    when=not_(equals("child.case", "abandoned")),
    source=law("60/2014/QH13 Art. 16"),
)
PAPERS_BEFORE_NOTICES = Section(
    code="papers",
    slug="giay-to",
    text=text("Giấy tờ", "Papers"),
    when=all_of(known("child.case"), not_(equals("child.case", "abandoned"))),
    questions=(BIRTH_EVIDENCE,),
)
# Only when there is no notice that the hospital sent.
PAPERS = Section(
    code="papers",
    slug="giay-to",
    text=text("Giấy tờ về việc sinh", "Papers about the birth"),
    when=all_of(known("child.full-name"), not_(known("birth-notice.number"))),
    questions=(
        BIRTH_EVIDENCE,
        # rule 23
        Question(
            fact="child.birth-place",
            kind=Kind.TEXT,
            text=text("Nơi sinh", "Place of birth"),
            hint=text(
                "Tên cơ sở y tế và địa chỉ; nếu sinh ở nhà thì xã, phường và tỉnh, thành phố.",
                "Name and address of the health facility; for a birth at home, commune and province.",
            ),
            when=not_(known("birth-notice.number")),
            source=secondary("123/2015/NĐ-CP"),
            feeds=(BIRTH_1,),
        ),
    ),
)
