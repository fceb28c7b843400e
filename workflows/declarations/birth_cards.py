"""The birth form, the page about the cards."""

from workflows.conditions import equals
from workflows.declarations.birth_boxes import CARD_1
from workflows.language import Kind
from workflows.questions import How, Question, Section
from workflows.words import secondary, text

CARE_FACILITY = (
    # rule 52
    Question(
        fact="card.facility",
        kind=Kind.CHOICE,
        text=text("Nơi khám, chữa bệnh ban đầu của em bé", "The child's first-contact health facility"),
        options_from="care-facilities",
        feeds=(CARD_1,),
    ),
    Question(
        fact="card.stated-guardian",
        kind=Kind.NAME,
        text=text("Người giám hộ in trên thẻ", "Guardian printed on the card"),
        when=equals("requester.relation", "guardian"),
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
