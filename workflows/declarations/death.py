"""The electronic form after a death (tờ khai điện tử, Mẫu số 02): asked once, used by every procedure.

The list of fields of Form 02 could not be read. What stands here is put together from the death form of
04/2024/TT-BTP, CT01, the benefit forms and the notes on Form 02, and is therefore inferred. The weights in
`feeds` are our own reading of the layouts of those separate forms; nothing but the count of saved boxes
rests on them. The forms for people with merit were not seen, so nothing feeds them.

Its pages are in the neighbours `death_….py`.
"""

from datetime import date

from workflows.declarations.death_allowance import ALLOWANCE, PAYEE
from workflows.declarations.death_deceased import DECEASED, HOME
from workflows.declarations.death_event import EVENT, PAPERS
from workflows.declarations.death_forms import FORMS, SUITABILITY
from workflows.declarations.death_survivors import SURVIVORS
from workflows.declarations.death_you import CHOICE, RESULT, YOU
from workflows.declarations.invitations import DEATH_INVITATION
from workflows.questions import Declaration, Derived
from workflows.vocabulary import Standing
from workflows.words import inferred, law, secondary, text, unknown

DEATH_DECLARATION_2024_07 = Declaration(
    code="death",
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2026, 8, 31),
    text=text(
        "Tờ khai điện tử: khai tử, xóa đăng ký thường trú, mai táng phí, tử tuất",
        "Electronic form: death, removal of residence, funeral allowance, survivor benefit",
    ),
    legal_basis=(
        law("63/2024/NĐ-CP"),
        law("296/QĐ-VPCP"),
        inferred(
            "63/2024/NĐ-CP, Mẫu số 02",
            "Chưa đọc được các trường của Mẫu số 02; các câu hỏi được ghép từ những tờ khai riêng.",
            "The fields of Form 02 could not be read; the questions come from the separate forms.",
        ),
    ),
    sections=(CHOICE, YOU, DECEASED, EVENT, HOME, ALLOWANCE, PAYEE, SURVIVORS, PAPERS, RESULT),
    suitability=SUITABILITY,
    choice="wants.procedures",
    forms=FORMS,
    derived=(
        Derived(
            fact="wants.three",
            rule="chosen",
            of=("wants.procedures",),
            value="three",
            text=text("Chọn 3 thủ tục", "Three procedures chosen"),
        ),
        Derived(
            fact="wants.survivor",
            rule="chosen",
            of=("wants.procedures",),
            value="four",
            text=text("Có làm chế độ tử tuất", "The survivor benefit is wanted"),
        ),
        Derived(
            fact="wants.funeral",
            rule="any",
            of=("wants.three", "wants.survivor"),
            text=text("Có làm mai táng phí", "The funeral allowance is wanted"),
        ),
        Derived(
            fact="death.days-since",
            rule="days-since",
            of=("death.date",),
            text=text("Số ngày từ ngày mất", "Days since the death"),
        ),
        Derived(
            fact="deceased.age-in-months",
            rule="months-since",
            of=("deceased.birth-date",),
            text=text(
                "Tuổi của người mất tính đến ngày nộp, theo tháng",
                "Age of the deceased in months on the day of filing",
            ),
        ),
        # rule 59
        Derived(
            fact="office.civil-status",
            rule="first",
            of=("deceased.residence-commune", "death.place-commune"),
            text=text("Nơi đăng ký khai tử", "Where the death is registered"),
        ),
        Derived(
            fact="office.residence",
            rule="first",
            of=("deceased.residence-commune", "death.place-commune"),
            text=text("Nơi xóa đăng ký thường trú", "Where the residence is removed"),
        ),
        Derived(
            fact="office.benefits",
            rule="first",
            of=("deceased.residence-commune", "death.place-commune"),
            text=text("Nơi giải quyết trợ cấp", "Where the benefits are decided"),
        ),
        Derived(
            fact="funeral.payee-name",
            rule="first",
            of=("funeral.organisation-name", "funeral.other-payee-name", "requester.full-name"),
            text=text("Người nhận mai táng phí", "Who receives the funeral allowance"),
        ),
        Derived(
            fact="funeral.payee-id",
            rule="first",
            of=("funeral.other-payee-id", "requester.personal-id"),
            text=text("Số định danh của người nhận", "ID number of who receives it"),
        ),
    ),
    subject="deceased.full-name",
    invitation=DEATH_INVITATION,
)

DEATH_DECLARATION_2026_09 = DEATH_DECLARATION_2024_07.revised(
    version="2026-09",
    effective_from=date(2026, 9, 1),
    effective_to=None,
    standing=Standing.PROVISIONAL,
    legal_basis=(
        law("63/2024/NĐ-CP"),
        secondary("301/2026/NĐ-CP"),
        unknown(
            "301/2026/NĐ-CP, Mẫu số 02",
            "Chưa đọc được Mẫu số 02 mới; giữ các câu hỏi của mẫu trước.",
            "The new Form 02 could not be read; the questions of the former one are kept.",
        ),
    ),
)

DEATH_DECLARATION = DEATH_DECLARATION_2026_09
