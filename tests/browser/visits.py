"""Who looks at which page in the browser tests; `{…}` stands for what the demonstration has there."""

from __future__ import annotations

# People of the scene (`scene.py`); no other browser test signs them in.
ASKER = "phu-hop"  # nobody who signs in: has answered the first questions
BEGINNER = "038174000651"  # has begun a birth and a death, and answered nothing
READY = "010195001180"  # everything answered and attached; a fee is due
SON = "092070000303"  # has filed one already, by the demonstration
TWINS_MOTHER = "048193001520"  # is asked for a supplement of one twin, reads the draft of the other
NEIGHBOUR = "010198002231"  # her child is registered; the police wait for the grandmother's consent
GRANDMOTHER = "010170000315"
WITHDRAWN = "079063002416"  # filed for a dead brother and withdrew: the file has ended
AT_THE_COUNTER = "010168000933"  # an officer has filed her husband's death for her
CLERK = "hotich.badinh"
SAPA_CLERK = "hotich.sapa"  # has filed at the counter; a colleague holds the file and asks
SAPA_LEADER = "lanhdao.hotich.sapa"
SUPERVISOR = "giamsat.hanoi"
OPERATOR = "vanhanh1"
# Of the province where a message is stuck since a week: something is overdue there, and there were alerts.
LATE_CLERK = "hotich.benthanh"
LATE_SUPERVISOR = "giamsat.hochiminh"

# The next working day, which an administrator wants to take off; and a change that lacks a reason.
PREVIEW = "/giam-sat/lich/xem-truoc?viec=ngay&pham-vi=*&ngay={next_day}"
CHANGE = f"{PREVIEW}&loai=off&ly-do=Bão+số+9&can-cu=12/CĐ-TTg"
WRONG_CHANGE = f"{PREVIEW}&loai=nghi&ly-do=bao&can-cu=12/CD"

Visit = tuple[str, str]
PUBLIC: tuple[Visit, ...] = (
    ("", "/"),
    ("", "/khai-sinh"),
    ("", "/khai-tu"),
    ("", "/karaoke"),
    ("", "/mo-phong"),
    ("", "/mo-phong?viec=tu&day=3"),
    ("", "/tra-cuu"),
    ("", "/dang-nhap"),
    ("", "/dang-nhap?kind=can-bo"),
    ("", "/tro-giup"),
    ("", "/tiep-can"),
    ("", "/rieng-tu"),
    ("", "/khong-co-trang-nay"),
    ("", "/khai-sinh/phu-hop/1"),
    ("", "/khai-sinh/phu-hop/2"),
    ("", "/khai-sinh/phu-hop/4"),
    ("", "/khai-tu/phu-hop/4"),
    (ASKER, "/khai-sinh/phu-hop/ket-qua"),
    ("", "/dang-nhap/vneid"),
    ("", "/dang-nhap/tro-lai"),
    ("", "/tiep-tuc"),
    ("", "/xac-thuc"),
    ("", "/xac-thuc/{seal}"),
    ("", "/cong-thanh-toan-gia-lap/{bill}"),
)
CITIZEN: tuple[Visit, ...] = (
    (BEGINNER, "/cua-toi"),
    (BEGINNER, "/khai-sinh/viec"),
    (BEGINNER, "/khai-sinh/kiem-tra"),
    (BEGINNER, "/khai-sinh/phan/em-be"),
    (BEGINNER, "/khai-tu/phan/chon"),
    *(
        (READY, f"/khai-sinh/{page}")
        for page in ("viec", "kiem-tra", "giay-to", "giay-to/tep/{paper}", "phi")
    ),
    *((READY, f"/khai-sinh/phan/{part}") for part in ("ban", "cha-me", "em-be", "noi-o", "the", "nhan")),
    *((READY, f"/khai-sinh/to-khai/{form}") for form in ("birth-registration", "child-health-insurance")),
    (SON, "/cua-toi"),
    (SON, "/dang-xuat"),
    (SON, "/ho-so/{number}"),
    (SON, "/khai-tu/da-nop/{number}"),
    (SON, "/ho-so/{number}/rut"),
    (SON, "/ho-so/{number}/so-sanh"),
    (SON, "/ho-so/{number}/giay/tiep-nhan"),
    (SON, "/ho-so/{number}/giay/kiem-soat"),
    (SON, "/ho-so/{number}/da-khai"),
    (TWINS_MOTHER, "/ho-so/{asked}"),
    (TWINS_MOTHER, "/ho-so/{asked}/bo-sung/{asked_case}"),
    (TWINS_MOTHER, "/ho-so/{asked}/bo-sung/{asked_case}/giay-to"),
    (TWINS_MOTHER, "/ho-so/{drafted}/xem-du-thao"),
    (NEIGHBOUR, "/ho-so/{registered}"),
    (GRANDMOTHER, "/ho-so/{registered}/xac-nhan/{token}"),
    (WITHDRAWN, "/ho-so/{ended}"),
    (WITHDRAWN, "/ho-so/{ended}/danh-gia"),
)
STAFF: tuple[Visit, ...] = (
    (CLERK, "/can-bo/viec"),
    (CLERK, "/can-bo/viec?hang=tat-ca&q=khong-ai-ten-the"),
    (CLERK, "/can-bo/viec/xem/{case}"),
    (CLERK, "/can-bo/phim-tat"),
    (CLERK, "/can-bo/ho-so/{case}"),
    (CLERK, "/can-bo/ho-so/{case}?hang=tat-ca"),
    (CLERK, "/can-bo/ho-so/{case}/lam/request-supplement"),
    (CLERK, "/can-bo/ho-so/{case}/lam/forward"),
    (CLERK, "/can-bo/ho-so/{case}/hen-lai"),
    (CLERK, "/can-bo/ho-so/{case}/nguoi"),
    (CLERK, "/can-bo/vang"),
    (CLERK, "/can-bo/ho-so/0"),
    (CLERK, "/can-bo/nop-ho"),
    (CLERK, "/can-bo/lich"),
    (CLERK, "/can-bo/canh-bao"),
    (SAPA_CLERK, "/can-bo/nop-ho/da-nop/{at_counter}"),
    (SAPA_CLERK, "/can-bo/giay-to/{filed_paper}"),
    (SAPA_CLERK, "/can-bo/viec?hang=tat-ca"),
    (SAPA_CLERK, "/can-bo/viec/hang-loat/{bulk}"),
    (SAPA_CLERK, "/can-bo/ho-so/{held}"),
    (SAPA_CLERK, "/can-bo/ho-so/{held}/nguoi"),
    (LATE_CLERK, "/can-bo/viec"),
    (LATE_CLERK, "/can-bo/canh-bao"),
    (LATE_SUPERVISOR, "/giam-sat"),
    (LATE_SUPERVISOR, "/giam-sat/qua-han/ds"),
    (LATE_SUPERVISOR, "/giam-sat/canh-bao"),
    (SUPERVISOR, "/giam-sat"),
    *((SUPERVISOR, f"/giam-sat/{page}") for page in ("dung-han/ds", "qua-han/ds", "co-quan", "chi-so-766")),
    (SUPERVISOR, "/giam-sat/du-bao"),
    (SUPERVISOR, "/giam-sat/lich"),
    (SUPERVISOR, "/giam-sat/lich/xem-truoc"),
    (SUPERVISOR, CHANGE),
    (SUPERVISOR, WRONG_CHANGE),
    (SUPERVISOR, "/giam-sat/canh-bao"),
    (SUPERVISOR, "/giam-sat/hoan-tra"),
    (SUPERVISOR, "/thiet-ke/hop-thu"),
    (OPERATOR, "/van-hanh"),
    (OPERATOR, "/van-hanh/thong-diep?hang=acknowledged"),
    (OPERATOR, "/van-hanh/thong-diep?hang=dead"),
    (OPERATOR, "/van-hanh/thong-diep/{message}"),
    (OPERATOR, "/van-hanh/thong-diep/{dead}"),
    (OPERATOR, "/van-hanh/thong-diep/{ending}"),
    (OPERATOR, "/van-hanh/cho-xac-nhan"),
    (OPERATOR, "/van-hanh/doi-soat"),
    (OPERATOR, "/van-hanh/doi-soat/{reconciliation}"),
    (OPERATOR, "/van-hanh/nhat-ky"),
    (SUPERVISOR, "/thiet-ke"),
    (SUPERVISOR, "/thiet-ke/thu-tuc/birth-registration"),
    (SUPERVISOR, "/thiet-ke/thu-tuc/birth-registration/kich-ban"),
    (SUPERVISOR, "/thiet-ke/nhom/death"),
    (SUPERVISOR, "/thiet-ke/nhom/birth/so-sanh"),
    (SUPERVISOR, "/thiet-ke/to-khai/karaoke"),
    (SUPERVISOR, "/thiet-ke/co-quan/civil-status"),
)
VISITS = (*PUBLIC, *CITIZEN, *STAFF)
# No page of their own: each only leads on to one that is looked at, for whoever had to sign in before their
# answer was sent, or reloads it. Of the staff's there is no other kind: what only a sent form shows is looked
# at in `test_staff_pages`.
ELSEWHERE = {
    *("previews.not_gone_on", "citizen.not_begun", "citizen.not_submitted", "citizen.not_answered"),
    *(
        "citizen.link_not_renewed",
        "citizen.not_preferred",
        "payments.not_looked",
        "clerk_alerts.not_reworded",
    ),
    "papers.not_attached",
    *("officer_acts.not_done", "officer_acts.not_answered", "officer_acts.not_ended"),
    *("officer_acts.no_bulk", "supplement_preview.not_shown"),
    "stand_in.ask",  # where the way to the identity provider leads
}
# Answers that are no page.
NO_PAGE = {
    *("supervisor.figures_csv", "supervisor.figure_csv", "supervisor.offices_csv"),
    *("static", "public.health", "public.timeline_data", "public.often_data", "api.file"),
    *("papers.copy", "papers.officer_copy", "documents.result", "stand_in.description", "stand_in.keys"),
}
