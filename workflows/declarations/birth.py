"""The electronic form of the birth group (tờ khai điện tử Mẫu số 01): asked once, for every procedure.

The boxes that a fact fills in the separate forms (`feeds`) are those of the birth declaration, of
form CT01 and of form TK1-TS; the weights are a reading of their layouts. For the ID card no separate
form was read, so it counts no boxes.

Left out on purpose, so that no more is asked than is needed: the requester's e-mail, and the
poor-household certificate, which the portal's form offers as optional (rule 53) while the card of a
child under six has its group and level without it. The marriage certificate is never asked for
(rule 14). What the form of Decree 301/2026 asks beyond the ID card is not known.

Its pages are in the neighbours `birth_….py`; `sections` says in which order they are asked.
"""

from datetime import date

from workflows.declarations.birth_cards import CARD, CARDS
from workflows.declarations.birth_child import CHILD, CHILD_BEFORE_NOTICES
from workflows.declarations.birth_derived import DERIVED_ALWAYS, NOTICE_NAMES_MOTHER
from workflows.declarations.birth_forms import (
    ANOTHER_CHILD,
    ANOTHER_CHILD_BEFORE_NOTICES,
    FORMS,
    FORMS_2026_09,
    SUITABILITY,
)
from workflows.declarations.birth_home import HOME, HOME_58, HOUSEHOLDER, HOUSEHOLDER_58
from workflows.declarations.birth_papers import PAPERS, PAPERS_BEFORE_NOTICES
from workflows.declarations.birth_parents import PARENTS, REGISTRATION_OFFICE
from workflows.declarations.birth_parents_without_number import FATHER, MOTHER
from workflows.declarations.birth_you import RESULT, YOU
from workflows.declarations.invitations import BIRTH_INVITATION
from workflows.questions import Declaration
from workflows.vocabulary import Standing
from workflows.words import law, secondary, text

BIRTH_DECLARATION_2023_07 = Declaration(
    code="birth-declaration",
    version="2023-07",
    effective_from=date(2023, 7, 10),
    effective_to=date(2024, 6, 30),
    text=text(
        "Tờ khai liên thông khai sinh, thường trú, thẻ bảo hiểm y tế",
        "Declaration for birth, residence and health card",
    ),
    legal_basis=(secondary("2084/VPCP-KSTT (30/03/2023)"),),
    sections=(
        YOU,
        PARENTS,
        MOTHER,
        FATHER,
        REGISTRATION_OFFICE,
        CHILD_BEFORE_NOTICES,
        HOME,
        HOUSEHOLDER,
        CARD,
        PAPERS_BEFORE_NOTICES,
        RESULT,
    ),
    suitability=SUITABILITY,
    forms=FORMS,
    again=ANOTHER_CHILD_BEFORE_NOTICES,
    derived=DERIVED_ALWAYS,
    subject="child.full-name",
)

# Form 01 of Decree 63/2024: with the number of the birth notice, from which the hospital's data are read.
BIRTH_DECLARATION_2024_07 = BIRTH_DECLARATION_2023_07.revised(
    version="2024-07",
    effective_from=date(2024, 7, 1),
    effective_to=date(2026, 6, 30),
    legal_basis=(law("63/2024/NĐ-CP Art. 5"), law("296/QĐ-VPCP (12/06/2024)")),
    sections=(
        YOU,
        PARENTS,
        MOTHER,
        FATHER,
        REGISTRATION_OFFICE,
        CHILD,
        HOME,
        HOUSEHOLDER,
        CARD,
        PAPERS,
        RESULT,
    ),
    again=ANOTHER_CHILD,
    derived=(*DERIVED_ALWAYS, NOTICE_NAMES_MOTHER),
    invitation=BIRTH_INVITATION,
)

# Decree 58/2026: parents without any residence declare residence information only.
BIRTH_DECLARATION_2026_07 = BIRTH_DECLARATION_2024_07.revised(
    version="2026-07",
    effective_from=date(2026, 7, 1),
    effective_to=date(2026, 8, 31),
    legal_basis=(
        law("63/2024/NĐ-CP Art. 5"),
        law("296/QĐ-VPCP (12/06/2024)"),
        law("58/2026/NĐ-CP Art. 4(4), 4(5)"),
    ),
    sections=(
        YOU,
        PARENTS,
        MOTHER,
        FATHER,
        REGISTRATION_OFFICE,
        CHILD,
        HOME_58,
        HOUSEHOLDER_58,
        CARD,
        PAPERS,
        RESULT,
    ),
)

# Decree 301/2026: the family may add an ID card. The rest of its new form could not be read.
BIRTH_DECLARATION_2026_09 = BIRTH_DECLARATION_2026_07.revised(
    version="2026-09",
    effective_from=date(2026, 9, 1),
    effective_to=None,
    text=text(
        "Tờ khai liên thông khai sinh, thường trú, thẻ bảo hiểm y tế, thẻ căn cước",
        "Declaration for birth, residence, health card and ID card",
    ),
    standing=Standing.PROVISIONAL,
    legal_basis=(
        secondary(
            "301/2026/NĐ-CP",
            "Mẫu số 01 mới chưa đọc được; chỉ biết có thêm phần thẻ căn cước.",
            "The new Form 01 could not be read; only its block for the ID card is known.",
        ),
        law("63/2024/NĐ-CP Art. 5"),
        law("58/2026/NĐ-CP Art. 4(4), 4(5)"),
    ),
    choice="wants.identity-card",
    forms=FORMS_2026_09,
    sections=(
        YOU,
        PARENTS,
        MOTHER,
        FATHER,
        REGISTRATION_OFFICE,
        CHILD,
        HOME_58,
        HOUSEHOLDER_58,
        CARDS,
        PAPERS,
        RESULT,
    ),
)

BIRTH_DECLARATION = BIRTH_DECLARATION_2026_09
