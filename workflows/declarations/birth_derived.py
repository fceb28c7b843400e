"""The birth form: what follows from the answers."""

from workflows.questions import Derived
from workflows.words import text

DERIVED_ALWAYS = (
    Derived(
        fact="child.age-months",
        rule="months-since",
        of=("child.birth-date",),
        text=text("Tuổi của em bé, tính bằng tháng", "The child's age in months"),
    ),
    Derived(
        fact="child.days-since-birth",
        rule="days-since",
        of=("child.birth-date",),
        text=text("Số ngày từ khi sinh", "Days since birth"),
    ),
    Derived(
        fact="child.both-parents",
        rule="chosen",
        of=("child.case",),
        value="both-parents",
        text=text("Ghi cả cha và mẹ", "Both parents are recorded"),
    ),
    Derived(
        fact="child.surrogacy",
        rule="chosen",
        of=("child.case",),
        value="surrogacy",
        text=text("Sinh do mang thai hộ", "Born by a surrogate"),
    ),
    Derived(
        fact="child.father-recorded",
        rule="any",
        of=("child.both-parents", "child.surrogacy"),
        text=text("Có ghi phần về cha", "The father is recorded"),
    ),
    Derived(
        fact="parents.same-commune",
        rule="same",
        of=("mother.residence-commune", "father.residence-commune"),
        text=text("Cha mẹ cư trú cùng xã, phường", "The parents live in one commune"),
    ),
    Derived(
        fact="parents.same-ethnicity",
        rule="same",
        of=("mother.ethnicity", "father.ethnicity"),
        text=text("Cha mẹ cùng dân tộc", "The parents are of one ethnicity"),
    ),
    Derived(
        fact="child.ethnicity",
        rule="first",
        of=("child.chosen-ethnicity", "mother.ethnicity"),
        text=text("Dân tộc của em bé", "The child's ethnicity"),
    ),
    Derived(
        fact="child.nationality",
        rule="first",
        of=("mother.nationality", "father.nationality"),
        text=text("Quốc tịch của em bé", "The child's nationality"),
    ),
    Derived(
        fact="residence.commune",
        rule="first",
        of=("residence.commune-at-mother", "residence.commune-at-father", "residence.other-commune"),
        text=text("Xã, phường nơi em bé ở", "Commune where the child lives"),
    ),
    Derived(
        fact="residence.address",
        rule="first",
        of=("residence.address-at-mother", "residence.address-at-father", "residence.other-address"),
        text=text("Địa chỉ nơi em bé ở", "Address where the child lives"),
    ),
    Derived(
        fact="residence.with-mother",
        rule="chosen",
        of=("residence.with",),
        value="mother",
        text=text("Theo nơi thường trú của mẹ", "At the mother's residence"),
    ),
    Derived(
        fact="residence.with-father",
        rule="chosen",
        of=("residence.with",),
        value="father",
        text=text("Theo nơi thường trú của cha", "At the father's residence"),
    ),
    Derived(
        fact="residence.with-guardian",
        rule="chosen",
        of=("residence.with",),
        value="guardian",
        text=text("Theo nơi thường trú của người giám hộ", "At the guardian's residence"),
    ),
    Derived(
        fact="residence.at-parents",
        rule="any",
        of=("residence.with-mother", "residence.with-father", "residence.with-guardian"),
        text=text("Tại nơi ở của cha, mẹ hoặc người giám hộ", "At a parent's or guardian's residence"),
    ),
    Derived(
        fact="householder.personal-id",
        rule="first",
        of=("householder.id-at-mother", "householder.id-at-father", "householder.stated-personal-id"),
        text=text("Số định danh của chủ hộ", "The householder's personal ID"),
    ),
    Derived(
        fact="householder.full-name",
        rule="first",
        of=("householder.name-at-mother", "householder.name-at-father", "householder.stated-full-name"),
        text=text("Họ, chữ đệm, tên của chủ hộ", "The householder's full name"),
    ),
    Derived(
        fact="mother.is-householder",
        rule="same",
        of=("householder.personal-id", "mother.personal-id"),
        text=text("Mẹ là chủ hộ", "The mother is the householder"),
    ),
    Derived(
        fact="father.is-householder",
        rule="same",
        of=("householder.personal-id", "father.personal-id"),
        text=text("Cha là chủ hộ", "The father is the householder"),
    ),
    Derived(
        fact="householder.is-parent",
        rule="any",
        of=("mother.is-householder", "father.is-householder"),
        text=text("Cha hoặc mẹ là chủ hộ", "A parent is the householder"),
    ),
    Derived(
        fact="householder.is-requester",
        rule="same",
        of=("householder.personal-id", "requester.personal-id"),
        text=text("Bạn là chủ hộ", "You are the householder"),
    ),
    Derived(
        fact="card.guardian-name",
        rule="first",
        of=("card.stated-guardian", "mother.full-name", "father.full-name", "requester.full-name"),
        text=text("Cha, mẹ hoặc người giám hộ in trên thẻ", "Parent or guardian printed on the card"),
    ),
    Derived(
        fact="card.address",
        rule="first",
        of=("residence.address", "requester.address"),
        text=text("Địa chỉ nhận thẻ", "Address for the card"),
    ),
    # rule 4
    Derived(
        fact="office.civil-status",
        rule="first",
        of=("office.chosen", "mother.residence-commune"),
        text=text("Xã, phường đăng ký khai sinh", "Commune that registers the birth"),
    ),
    Derived(
        fact="office.police",
        rule="first",
        of=("residence.commune", "office.civil-status"),
        text=text("Xã, phường đăng ký thường trú", "Commune that registers the residence"),
    ),
    Derived(
        fact="office.social-insurance",
        rule="first",
        of=("residence.commune", "office.civil-status"),
        text=text("Xã, phường của cơ quan bảo hiểm xã hội", "Commune of the social-insurance agency"),
    ),
)
# rule 21
NOTICE_NAMES_MOTHER = Derived(
    fact="birth-notice.names-mother",
    rule="same",
    of=("birth-notice.mother-id", "mother.personal-id"),
    text=text("Giấy chứng sinh ghi đúng người mẹ đã khai", "The notice names the declared mother"),
)
