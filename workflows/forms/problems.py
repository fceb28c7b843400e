"""What can be wrong with an answer, as values in both languages."""

from __future__ import annotations

from typing import Literal

from workflows.questions import How, Question
from workflows.words import Kind, Text, Word, text


class FieldProblem(Word):
    """What stands in the way of one answer, and what to do about it.

    `missing` and `wrong` keep the page from being done; a `warning` only asks whether
    it is really so. `field` names the input on the page when it is another than the
    fact; `section` is the code of the page.
    """

    fact: str
    text: Text
    kind: Literal["missing", "wrong", "warning"] = "wrong"
    field: str = ""
    section: str = ""

    @property
    def anchor(self) -> str:
        """The name of the input on which a link to this problem lands."""
        return self.field or self.fact


def wrong(question: Question, why: Text, *, field: str = "") -> FieldProblem:
    """Say what is wrong with the answer to this question."""
    return FieldProblem(fact=question.fact, text=_labelled(question.text, why), kind="wrong", field=field)


def warning(question: Question, why: Text, *, field: str = "") -> FieldProblem:
    """Ask whether the answer is really so; the person may go on."""
    return FieldProblem(fact=question.fact, text=_labelled(question.text, why), kind="warning", field=field)


def unanswered(
    question: Question, *, section: str = "", why: Text | None = None, field: str = ""
) -> FieldProblem:
    """Say that a necessary answer is missing, and how to give it."""
    usual = _SIGN_IN if question.how is How.IDENTITY else _HOW_TO_ANSWER.get(question.kind, _FILL_IN)
    return FieldProblem(
        fact=question.fact,
        text=_labelled(question.text, why or usual),
        kind="missing",
        field=field or first_field(question),
        section=section,
    )


def first_field(question: Question) -> str:
    """Name the first input of this question on the page."""
    return question.fact + _FIRST_FIELD.get(question.kind, "")


_FILL_IN = text("Chưa điền. Hãy điền vào ô này.", "Not filled in yet. Fill in this box.")
_CHOOSE = text("Chưa chọn. Hãy chọn một câu trả lời.", "Nothing chosen yet. Choose one answer.")
_SIGN_IN = text(
    "Chưa có trong tài khoản định danh. Hãy đăng nhập lại để lấy thông tin này.",
    "Not known from your identity account. Sign in again to fetch it.",
)
_HOW_TO_ANSWER = {
    Kind.YES_NO: _CHOOSE,
    Kind.CHOICE: _CHOOSE,
    Kind.DATE: text(
        "Chưa điền. Hãy điền đủ ngày, tháng, năm.", "Not filled in yet. Enter day, month and year."
    ),
    Kind.MOMENT: text(
        "Chưa điền. Hãy điền đủ ngày, tháng, năm và giờ.",
        "Not filled in yet. Enter day, month, year and time.",
    ),
    Kind.PEOPLE: text(
        "Chưa có ai. Hãy điền ít nhất một người.", "Nobody named yet. Enter at least one person."
    ),
}
_FIRST_FIELD = {Kind.DATE: "-day", Kind.MOMENT: "-day", Kind.PEOPLE: "-1-name"}


def _labelled(label: Text, why: Text) -> Text:
    return text(_sentence(label.vi, why.vi), _sentence(label.en, why.en))


def _sentence(label: str, why: str) -> str:
    """Join label and reason so that the message can stand alone at the top of the page."""
    if label.endswith(("?", ".", "!")):
        return f"{label} {why}"
    return f"{label}: {why[:1].lower()}{why[1:]}"
