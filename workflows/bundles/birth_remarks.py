"""The birth group: what the rules remark on what was declared."""

from workflows.bundle import Flag
from workflows.conditions import all_of, at_least, equals, is_false, not_, one_of
from workflows.words import inferred, law, secondary, text

FLAGS = (
    # rule 1
    Flag(
        code="six-or-older",
        when=at_least("child.age-months", 72),
        text=text(
            "Em bé đã đủ 6 tuổi nên không làm được theo nhóm liên thông này. Bạn hãy đăng ký khai sinh "
            "riêng tại Ủy ban nhân dân cấp xã (thủ tục 1.001193).",
            "The child is six or older, so this linked group does not apply. Please register the birth "
            "alone at the commune (procedure 1.001193).",
        ),
        source=inferred(
            "63/2024/NĐ-CP; 25/2008/QH12",
            "Theo tên gọi của nhóm thủ tục (trẻ em dưới 6 tuổi) và Luật Bảo hiểm y tế.",
            "From the name of the group (children under six) and the Health Insurance Law.",
        ),
        refuses=True,
    ),
    # rule 5
    Flag(
        code="late-registration",
        when=at_least("child.days-since-birth", 61),
        text=text(
            "Đã quá 60 ngày từ khi sinh. Hồ sơ vẫn được nhận; có thể có lệ phí do tỉnh quy định.",
            "More than 60 days have passed since the birth. The file is accepted; a local fee may be due.",
        ),
        source=law("60/2014/QH13 Art. 11, 15"),
    ),
    # rule 6
    Flag(
        code="foreign-element",
        when=not_(one_of("child.nationality", "Việt Nam", "VN")),
        text=text(
            "Có yếu tố nước ngoài: khai sinh vẫn làm tại xã; thường trú và thẻ bảo hiểm y tế theo quy định "
            "riêng.",
            "A foreign element: the commune registers the birth; residence and health card have rules of "
            "their own.",
        ),
        source=secondary("120/2025/NĐ-CP Art. 4"),
    ),
    # rule 13
    Flag(
        code="father-files-unrecorded",
        when=all_of(equals("requester.relation", "father"), is_false("child.father-recorded")),
        text=text(
            "Bạn khai là cha nhưng tờ khai không ghi phần về cha. Nếu cha mẹ chưa đăng ký kết hôn và muốn "
            "ghi tên cha, hãy làm thủ tục khai sinh kết hợp nhận cha, mẹ, con (1.000689).",
            "You file as the father, yet no father is recorded. Unmarried parents who want the father "
            "recorded use the procedure that joins birth and recognition of paternity (1.000689).",
        ),
        source=secondary("123/2015/NĐ-CP Art. 15; 04/2020/TT-BTP Art. 14"),
    ),
    # rule 37
    Flag(
        code="lives-elsewhere",
        when=equals("residence.with", "other"),
        text=text(
            "Em bé đăng ký thường trú ở nơi khác nơi ở của cha mẹ: cần văn bản đồng ý của cha và mẹ và giấy "
            "tờ về cư trú.",
            "The child is to live elsewhere than the parents: their consent and residence papers are needed.",
        ),
        source=law("63/2024/NĐ-CP Art. 5; 68/2020/QH14 Art. 12"),
    ),
    # rule 38
    Flag(
        code="parents-live-apart",
        when=is_false("parents.same-commune"),
        text=text(
            "Cha mẹ cư trú ở hai xã, phường. Em bé theo nơi cha mẹ thỏa thuận, nơi em thường xuyên chung "
            "sống, hoặc theo quyết định của Tòa án.",
            "The parents live in two communes. The child follows their agreement, the parent it lives with, "
            "or a court decision.",
        ),
        source=law("68/2020/QH14 Art. 12"),
    ),
    # rule 34
    Flag(
        code="consent-outside-the-clock",
        when=equals("residence.consent", "vneid"),
        text=text(
            "Thời hạn đăng ký thường trú chỉ bắt đầu khi chủ hộ xác nhận qua VNeID.",
            "The time limit of the residence starts only when the householder confirms by VNeID.",
        ),
        source=law("63/2024/NĐ-CP Art. 8"),
    ),
)
# rule 21
NOTICE_DIFFERS = Flag(
    code="notice-names-another-mother",
    when=is_false("birth-notice.names-mother"),
    text=text(
        "Giấy chứng sinh ghi người mẹ khác với tờ khai. Cán bộ hộ tịch sẽ xem và quyết định.",
        "The birth notice names another mother than the declaration. The civil-status officer decides.",
    ),
    source=inferred(
        "63/2024/NĐ-CP Art. 5",
        "Nghị định không nói cách xử lý khi dữ liệu khác nhau; ở đây cán bộ quyết định.",
        "The decree does not say what happens when the data differ; here the officer decides.",
    ),
)
# rule 41
NO_RESIDENCE = Flag(
    code="residence-information-only",
    when=equals("residence.with", "none"),
    text=text(
        "Cha mẹ chưa có nơi thường trú, tạm trú nên em bé chỉ được khai báo thông tin về cư trú.",
        "The parents have no residence, so only the child's residence information is recorded.",
    ),
    source=law("58/2026/NĐ-CP Art. 4(4)"),
)
