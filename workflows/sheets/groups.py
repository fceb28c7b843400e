"""The claims that the checks prove, in words: which findings speak against which claim."""

from __future__ import annotations

from dataclasses import dataclass

from workflows.words import Text, text

PROCEDURE, BUNDLE, DECLARATION, AUTHORITY = "procedure", "bundle", "declaration", "authority"
EVERY = frozenset({PROCEDURE, BUNDLE, DECLARATION, AUTHORITY})


@dataclass(frozen=True, slots=True)
class Group:
    """One claim about definitions of these kinds, and the findings that disprove it."""

    code: str
    text: Text
    kinds: frozenset[str]
    findings: frozenset[str]


def _group(code: str, vi: str, en: str, kinds: str, findings: str) -> Group:
    chosen = EVERY if kinds == "all" else frozenset(kinds.split())
    return Group(code, text(vi, en), chosen, frozenset(findings.split()))


GROUPS: tuple[Group, ...] = (
    _group(
        "reachability",
        "Mọi trạng thái đều tới được từ lúc mở hồ sơ",
        "Every state can be reached from the start",
        PROCEDURE,
        "unreachable-state",
    ),
    _group(
        "termination",
        "Từ mọi trạng thái đều tới được một điểm kết thúc, không có vòng lặp không lối ra",
        "From every state an ending can be reached: no loop without a way out",
        PROCEDURE,
        "no-way-out",
    ),
    _group(
        "owner",
        "Trạng thái nào cũng có người chịu trách nhiệm và người đó làm được việc",
        "Every state has somebody who answers for it and can act",
        PROCEDURE,
        "waits-for-nobody nobody-can-act stuck-at-agency consent-of-nobody consent-unclear step-of-operator",
    ),
    _group(
        "refusals",
        "Mỗi lần từ chối phải có lý do",
        "Every refusal requires its reason",
        PROCEDURE,
        "refusal-without-reason",
    ),
    _group(
        "supplement",
        "Chỉ yêu cầu bổ sung một lần",
        "A supplement is asked for only once",
        PROCEDURE,
        "second-supplement",
    ),
    _group(
        "deadlines",
        "Hồ sơ nào cũng có thời hạn, hạn tự động nào cũng chạy được",
        "Every case has a time limit, and every timer works",
        f"{PROCEDURE} {BUNDLE}",
        "deadline-order start-order timer-step",
    ),
    _group(
        "promise",
        "Đường dài nhất không vượt quá thời hạn chung",
        "The longest way keeps the common time limit",
        BUNDLE,
        "deadlines-do-not-fit hand-over-too-late accepts-too-much too-tangled",
    ),
    _group(
        "agencies",
        "Hỏi hệ thống khác thì câu trả lời nào cũng được xử lý, kể cả khi không trả lời",
        "Every answer of another system is dealt with, also when there is none",
        PROCEDURE,
        "answer-step answer-unheard no-unreachable-answer",
    ),
    _group(
        "results",
        "Kết quả nào cũng được cấp, cấp thì có kết quả",
        "Every result is issued, and issuing issues one",
        PROCEDURE,
        "output-never-issued issued-without-result",
    ),
    _group(
        "corrections",
        "Báo sai thì cơ quan đã cấp nghe được và trả lời",
        "Who issued a result hears of an error in it, and answers",
        f"{PROCEDURE} {BUNDLE}",
        "correction-unheard correction-unseen returns-to-nobody returns-nothing",
    ),
    _group(
        "forwarding",
        "Chuyển hồ sơ thì nêu rõ chuyển đến đâu",
        "Who hands a case on says where to",
        PROCEDURE,
        "forward-to-nowhere",
    ),
    _group(
        "least-data",
        "Chỉ dùng và chỉ gửi những dữ liệu đã khai báo là cần",
        "Only data that are declared as needed are used and sent",
        PROCEDURE,
        "beyond-inputs",
    ),
    _group(
        "facts",
        "Dữ liệu nào được hỏi tới cũng có nguồn, đúng kiểu",
        "Every fact that is asked for is supplied, and of the right kind",
        f"{PROCEDURE} {BUNDLE} {DECLARATION}",
        "fact-not-supplied kind-differs unknown-option",
    ),
    _group(
        "worlds",
        "Khai thế nào cũng không thiếu dữ liệu để giải quyết",
        "Whatever is declared, nothing is missing to handle it",
        BUNDLE,
        "may-be-missing nobody-can-consent",
    ),
    _group(
        "members",
        "Phiên bản thủ tục thành phần có hiệu lực suốt thời gian của nhóm",
        "The member procedures are in force as long as the bundle",
        BUNDLE,
        "member-not-in-force",
    ),
    _group(
        "money",
        "Phí, lệ phí và mức hưởng có căn cứ, không chồng chéo",
        "Fees and sums paid out are explained and do not compete",
        f"{PROCEDURE} {BUNDLE}",
        "unexplained-fee unexplained-allowance negative-amount exemptions-overlap exemption-never "
        "exempt-from-nothing two-payers",
    ),
    _group(
        "questions",
        "Không hỏi hai lần, không hỏi quá sớm, mỗi trang vừa đủ",
        "Nothing is asked twice or too early, and pages are short",
        DECLARATION,
        "asked-twice asked-too-early long-section derived-badly not-fetched no-choice blank-badly",
    ),
    _group(
        "first-questions",
        "Câu hỏi trước khi đăng nhập ít và không lộ thông tin cá nhân",
        "The questions before signing in are few and give nothing personal away",
        DECLARATION,
        "too-many-first unknown-first private-first unknown-own",
    ),
    _group(
        "boxes",
        "Ô của tờ khai riêng thuộc thủ tục của nhóm",
        "Boxes of separate forms belong to the bundle",
        DECLARATION,
        "no-form unknown-feed",
    ),
    _group(
        "versions",
        "Mỗi ngày chỉ một phiên bản có hiệu lực, mỗi địa chỉ một nhóm",
        "On any day one version is in force, and each address has one bundle",
        f"{PROCEDURE} {BUNDLE} {DECLARATION}",
        "versions-overlap same-address",
    ),
    _group(
        "names",
        "Mọi tên được nhắc tới đều tồn tại và không trùng",
        "Every name that is used exists, once",
        "all",
        "same-name-twice unknown-state unknown-step unknown-output unknown-authority unknown-declaration "
        "unknown-procedure unknown-member unknown-evidence link-cycle",
    ),
    _group(
        "texts",
        "Đủ lời tiếng Việt và tiếng Anh, đúng chuẩn",
        "Every text is there in both languages",
        "all",
        "text-missing text-not-nfc not-well-formed",
    ),
)
OTHER = _group("other", "Các điều kiện khác", "What else must hold", "all", "")
