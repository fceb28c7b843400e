"""Reading what happened to a dossier, and what the rules remarked on it."""

from collections.abc import Mapping
from typing import Any

from services.reading.pages import LogLine
from services.unit_of_work import UnitOfWork
from storage import journal, messages
from storage.cases import CaseRow
from storage.dossiers import DossierRow
from storage.journal import JournalRow
from workflows.language import Procedure, Step
from workflows.questions import Question
from workflows.vocabulary import Role
from workflows.words import Kind, Text

SUPPLEMENTED = "supplement-facts"
CODES = "supplement.codes"  # for machines; people read the lines of the request
EVENTS = {
    "declaration-started": Text(vi="Bắt đầu tờ khai", en="Declaration started"),
    "submitted": Text(vi="Nộp hồ sơ", en="File submitted"),
    "paper-attached": Text(vi="Đính kèm giấy tờ", en="A paper was attached"),
    "paper-removed": Text(vi="Bỏ giấy tờ đã đính kèm", en="An attached paper was taken back"),
    "case-opened": Text(vi="Chuyển đến cơ quan", en="Handed to the office"),
    "assisted-at-counter": Text(
        vi="Cán bộ nhập giúp tại quầy, đã xác nhận người nộp có mặt",
        en="An officer helps at the counter and has confirmed that the person is present",
    ),
    "draft-deleted": Text(vi="Xóa bản nháp quá 30 ngày", en="A draft older than 30 days was deleted"),
    "withdrawal-asked": Text(vi="Người nộp yêu cầu rút hồ sơ", en="Withdrawal asked for"),
    "consent-given": Text(vi="Một người đã đồng ý", en="A person has agreed"),
    "consent-link-made": Text(vi="Tạo đường dẫn xác nhận mới", en="A new link for a consent was made"),
    "supplement-facts": Text(
        vi="Sửa mục khai theo yêu cầu bổ sung", en="Answers were changed as the supplement asked"
    ),
    "rated": Text(vi="Người nộp đánh giá", en="The requester gave a rating"),
    "facts-corrected": Text(
        vi="Sửa sai sót trong giấy đã cấp", en="An error in an issued document was corrected"
    ),
    "answer-not-applied": Text(
        vi="Câu trả lời của hệ thống khác đến muộn, đã lưu lại", en="A late answer of another system was kept"
    ),
    "timer-not-set": Text(
        vi="Chưa có lịch nghỉ của năm sau nên chưa đặt được hạn tự động",
        en="The calendar of next year is not known, so no automatic limit was set",
    ),
    "document-not-made": Text(
        vi="Chưa tạo được bản điện tử của kết quả", en="The document of a result could not be made"
    ),
    "overdue": Text(vi="Quá hạn; lãnh đạo cơ quan được báo", en="Overdue; the head of the office was told"),
    "still-overdue": Text(vi="Quá cả ngày hẹn lại", en="Past its new date as well"),
    "apology-given": Text(vi="Xin lỗi và hẹn lại", en="An apology with a new date was given"),
    "new-date-given": Text(vi="Cơ quan hẹn lại ngày trả", en="The office gave a new date"),
    "apology-reworded": Text(vi="Sửa lý do trễ hẹn", en="The reason of the delay was reworded"),
    "due-date-moved": Text(vi="Hạn dời vì lịch thay đổi", en="A date moved with the calendar"),
    "not-synchronised": Text(
        vi="Hệ thống khác chưa nhận dữ liệu sau 10 phút", en="Another system had no data after 10 minutes"
    ),
    "not-acknowledged": Text(
        vi="Hệ thống khác chưa xác nhận sau 2 giờ làm việc",
        en="Another system did not acknowledge within 2 working hours",
    ),
    "message-resent": Text(
        vi="Người vận hành cho gửi lại thông điệp", en="An operator had a message sent again"
    ),
    "message-repeated": Text(
        vi="Người vận hành cho gửi lại điều cơ quan chưa có",
        en="An operator had sent again what the agency did not have",
    ),
    "waiting-stopped": Text(
        vi="Thôi chờ cơ quan khác, chuyển cán bộ xử lý tiếp",
        en="No longer waiting for the other agency: an officer goes on",
    ),
    "force-end-proposed": Text(
        vi="Đề nghị kết thúc hẳn việc chờ cơ quan khác", en="Ending the waiting for good was proposed"
    ),
    "force-end-confirmed": Text(
        vi="Kết thúc hẳn việc chờ cơ quan khác", en="The waiting for the other agency was ended for good"
    ),
    "force-end-declined": Text(
        vi="Không kết thúc việc chờ cơ quan khác", en="The waiting for the other agency goes on"
    ),
    "difference-noted": Text(
        vi="Ghi chú về chênh lệch với cơ quan khác", en="A difference with another agency was noted"
    ),
    "payment-begun": Text(vi="Lập khoản phải nộp", en="A payment order was made"),
    "payment-received": Text(vi="Đã nhận tiền", en="The payment arrived"),
    "payment-failed": Text(vi="Thanh toán không thành", en="The payment did not go through"),
    "payment-expired": Text(vi="Khoản phải nộp hết hạn", en="The payment order expired"),
    "payment-void": Text(vi="Khoản phải nộp không còn dùng", en="The payment order was replaced"),
    "refund-due": Text(vi="Có tiền phải hoàn lại", en="Money is to be given back"),
    "case-claimed": Text(vi="Nhận xử lý", en="Claimed"),
    "case-released": Text(vi="Trả lại hàng chung", en="Released"),
    "case-reassigned": Text(vi="Giao cho đồng nghiệp", en="Assigned to a colleague"),
    "case-delegated": Text(vi="Chuyển theo ủy quyền khi vắng", en="Handed on during an absence"),
    "office-succeeded": Text(
        vi="Chuyển cho cơ quan của đơn vị hành chính mới", en="Handed to the office of the new area"
    ),
    "bulk-undone": Text(vi="Hoàn tác việc làm hàng loạt", en="A bulk act was undone"),
    "note-written": Text(vi="Viết ghi chú nội bộ", en="An internal note was written"),
    "opinion-asked": Text(vi="Xin ý kiến thứ hai", en="A second opinion was asked for"),
    "opinion-given": Text(vi="Trả lời ý kiến thứ hai", en="A second opinion was given"),
    "dossier-ended": Text(vi="Hồ sơ kết thúc", en="The file has ended"),
}


# What officers arrange among themselves; no citizen reads it.
INTERNAL = frozenset(
    {
        *("case-claimed", "case-released", "case-reassigned", "case-delegated", "bulk-undone"),
        *("note-written", "opinion-asked", "opinion-given"),
    }
)


def log(
    uow: UnitOfWork, row: DossierRow, cases: list[CaseRow], *, internal: bool = False
) -> tuple[LogLine, ...]:
    """Return what happened, newest first; only with `internal` what officers arrange among themselves."""
    procedures = {case.id: uow.registry.procedure(case.procedure) for case in cases}
    asked = {q.fact: q for q in uow.registry.declaration(row.declaration).questions()}
    declined = {(case_id, at): why for case_id, _, at, why in messages.refusals_of(uow.connection, row.id)}
    lines = [
        _log_line(line, procedures, asked, declined.get((line.case_id or "", line.at), ""))
        for line in journal.lines_of(uow.connection, row.id)
        if internal or line.event not in INTERNAL
    ]
    return tuple(reversed(lines))


def flag_texts(uow: UnitOfWork, row: DossierRow) -> tuple[Text, ...]:
    """Return the rules' remarks on a dossier in words."""
    known = {flag.code: flag.text for flag in uow.registry.bundle(row.bundle).flags}
    known["duplicate-suspected"] = Text(
        vi="Nghi trùng với một hồ sơ khác: cán bộ cần xem trước khi cấp số định danh.",
        en="May be a duplicate of another file: an officer must look before a personal ID is assigned.",
    )
    return tuple(known[code] for code in row.flags if code in known)


def _log_line(
    line: JournalRow, procedures: Mapping[str, Procedure], asked: Mapping[str, Question], declined: str
) -> LogLine:
    procedure = procedures.get(line.case_id or "")
    step = procedure.step(line.event) if procedure else None
    text = step.text if step else EVENTS.get(line.event, Text(vi=line.event, en=line.event))
    return LogLine(
        at=line.at,
        text=text,
        who=line.actor_name,
        by_officer=any(role in line.actor_role for role in (Role.CLERK.value, Role.LEADER.value)),
        member=procedure.short if procedure else None,
        note=_written(step, line.data)
        or _arranged(line)
        or _changed(line, asked)
        or (declined if step else ""),
    )


def _written(step: Step | None, data: Mapping[str, Any]) -> str:
    """Return what somebody wrote with a step: a reason, what is missing, a supplement, a finding."""
    takes = step.takes if step else ()
    asked = [item.code for item in takes if item.kind in (Kind.TEXT, Kind.LONG_TEXT) and item.code != CODES]
    return "\n".join(str(data[code]) for code in asked if data.get(code))


def _arranged(line: JournalRow) -> str:
    """Return to whom and why a case was handed on."""
    if line.event not in INTERNAL:
        return ""
    return "\n".join(str(line.data[key]) for key in ("to_name", "reason") if line.data.get(key))


def _changed(line: JournalRow, asked: Mapping[str, Question]) -> str:
    """Return each answer that a supplement changed, as it was and as it is; what is derived is left out."""
    if line.event != SUPPLEMENTED:
        return ""
    before, after = line.data.get("before", {}), line.data.get("after", {})
    return "\n".join(
        f"{asked[fact].text.vi}: {_in_words(asked[fact], before.get(fact))} → "
        f"{_in_words(asked[fact], after.get(fact))}"
        for fact in after
        if fact in asked
    )


def _in_words(question: Question, value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, list):
        return "; ".join(str(one.get("name", one)) if isinstance(one, dict) else str(one) for one in value)
    return next((option.text.vi for option in question.options if option.value == value), str(value))
