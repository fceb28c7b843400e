"""The birth form, the page about the cards."""

from workflows.conditions import all_of, any_of, equals, is_false, known, not_
from workflows.declarations.birth_boxes import CARD_1
from workflows.questions import How, Question, Section
from workflows.words import Kind, law, secondary, text

# rule 51: only who says so has a card already
NO_CARD_YET = any_of(not_(known("card.issued-before")), is_false("card.issued-before"))

CARE_FACILITY = (
    Question(
        fact="card.issued-before",
        kind=Kind.YES_NO,
        text=text("Em bé đã có thẻ bảo hiểm y tế chưa?", "Does the child have a health card already?"),
        hint=text("Đã có thẻ thì không cấp thẻ thứ hai.", "Who has a card gets no second one."),
        required=False,
        source=law("25/2008/QH12 Art. 16(2)"),
    ),
    # rule 52
    Question(
        fact="card.facility",
        kind=Kind.CHOICE,
        text=text("Nơi khám, chữa bệnh ban đầu của em bé", "The child's first-contact health facility"),
        when=NO_CARD_YET,
        options_from="care-facilities",
        feeds=(CARD_1,),
    ),
    Question(
        fact="card.stated-guardian",
        kind=Kind.NAME,
        text=text("Người giám hộ in trên thẻ", "Guardian printed on the card"),
        when=all_of(equals("requester.relation", "guardian"), NO_CARD_YET),
    ),
    Question(
        fact="card.address",
        kind=Kind.TEXT,
        text=text("Địa chỉ nhận thẻ", "Address for the card"),
        how=How.AUTOMATIC,
        required=False,
        feeds=(CARD_1,),
    ),
)
CARD = Section(
    code="card",
    slug="the",
    text=text("Thẻ bảo hiểm y tế", "Health-insurance card"),
    questions=CARE_FACILITY,
)
CARDS = Section(
    code="card",
    slug="the",
    text=text("Thẻ bảo hiểm y tế và thẻ căn cước", "Health-insurance card and ID card"),
    questions=(
        *CARE_FACILITY,
        # rule 56
        Question(
            fact="wants.identity-card",
            kind=Kind.YES_NO,
            text=text(
                "Bạn có làm luôn thẻ căn cước cho em bé?", "Do you also want an ID card for the child?"
            ),
            hint=text(
                "Không bắt buộc. Thời hạn của thẻ này trong nhóm liên thông chưa rõ.",
                "Not compulsory. Its time limit inside the linked group is not known yet.",
            ),
            source=secondary("301/2026/NĐ-CP"),
        ),
    ),
)
