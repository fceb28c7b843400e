"""The death group: what the rules remark on what was declared."""

from workflows.bundle import Flag
from workflows.conditions import all_of, at_least, below, equals, is_true, known, not_, one_of
from workflows.words import inferred, law, secondary, text

FLAGS = (
    # rule 58
    Flag(
        code="late-registration",
        when=at_least("death.days-since", 16),
        text=text(
            "Đã quá 15 ngày kể từ ngày mất. Hồ sơ vẫn được nhận; lệ phí khai tử quá hạn do tỉnh quy định.",
            "More than 15 days have passed since the death. The file is accepted; a late fee may apply.",
        ),
        source=law("60/2014/QH13 Art. 33"),
    ),
    # rule 63
    Flag(
        code="court-declared",
        when=all_of(is_true("wants.funeral"), equals("death.case", "court")),
        text=text(
            "Tòa án tuyên bố là đã chết: trợ cấp mai táng của bảo hiểm xã hội trả cho thân nhân.",
            "A court declared the death: the funeral allowance of social insurance goes to the relatives.",
        ),
        source=law("41/2024/QH15 Art. 85"),
    ),
    # rule 68
    Flag(
        code="no-benefit",
        when=all_of(is_true("wants.funeral"), equals("deceased.status", "none")),
        text=text(
            "Người mất không thuộc diện được trợ cấp nên chỉ làm khai tử và xóa đăng ký thường trú.",
            "The deceased gives no right to a benefit, so only the death and the residence are dealt with.",
        ),
        source=inferred(
            "1449/QĐ-BHXH; 20/2021/NĐ-CP",
            "Không tham gia bảo hiểm xã hội và không hưởng trợ cấp thì không có cơ quan chi trả.",
            "Who was not insured and drew no benefit has no payer.",
        ),
    ),
    # rule 70
    Flag(
        code="employer-channel",
        when=all_of(is_true("wants.funeral"), equals("deceased.status", "employed")),
        text=text(
            "Người mất đang đi làm: nơi làm việc lập hồ sơ mai táng phí, tử tuất. Tờ khai này chỉ làm khai "
            "tử và xóa đăng ký thường trú.",
            "The deceased was employed: the employer files for the benefits. This form deals only with the "
            "death and the residence.",
        ),
        source=secondary("1449/QĐ-BHXH"),
    ),
    # rule 71
    Flag(
        code="below-threshold",
        when=all_of(
            is_true("wants.funeral"),
            one_of("deceased.status", "reserved", "voluntary"),
            below("deceased.months-compulsory", 12),
            below("deceased.months-voluntary", 60),
        ),
        text=text(
            "Thường cần đóng từ 12 tháng bắt buộc hoặc 60 tháng tự nguyện. Hồ sơ vẫn được chuyển; cơ quan "
            "bảo hiểm xã hội kiểm tra theo dữ liệu của mình.",
            "Usually 12 months of compulsory or 60 months of voluntary insurance are needed. The file goes "
            "on all the same; social insurance checks its own data.",
        ),
        source=secondary(
            "3504/QĐ-BHXH; 706/QĐ-BHXH",
            "Con số của thời kỳ thí điểm.",
            "The figures of the pilot.",
        ),
    ),
    # rule 76
    Flag(
        code="below-80",
        when=all_of(
            is_true("wants.funeral"),
            equals("deceased.status", "survivor-80"),
            below("deceased.age-in-months", 960),
        ),
        text=text(
            "Theo ngày sinh, người mất chưa đủ 80 tuổi. Hãy xem lại diện đã chọn.",
            "By the date of birth the deceased was not yet 80. Please look at the chosen group again.",
        ),
        source=law("296/QĐ-VPCP"),
    ),
    Flag(
        code="no-survivor-benefit",
        when=all_of(is_true("wants.survivor"), one_of("deceased.status", "social-protection", "survivor-80")),
        text=text(
            "Bảo trợ xã hội không có chế độ tử tuất nên chỉ làm mai táng phí.",
            "Social protection has no survivor benefit, so only the funeral allowance is dealt with.",
        ),
        source=inferred(
            "296/QĐ-VPCP",
            "Quyết định chỉ nêu hỗ trợ chi phí mai táng cho bảo trợ xã hội.",
            "For social protection the decision names only the funeral support.",
        ),
    ),
    # rule 74
    Flag(
        code="no-monthly-right",
        when=all_of(equals("survivor.kind", "monthly"), equals("survivor.basis", "none")),
        text=text(
            "Không có thân nhân đủ điều kiện hưởng tuất hằng tháng. Hãy chọn nhận một lần.",
            "No relative is eligible for the monthly benefit. Choose the lump sum instead.",
        ),
        source=secondary("41/2024/QH15 Art. 86"),
        refuses=True,
    ),
    # rule 73: nobody's agreement is waited for, so the officer is told why
    Flag(
        code="sole-relative",
        when=all_of(equals("survivor.kind", "lump-sum"), not_(known("survivor.relatives"))),
        text=text(
            "Người nộp khai là thân nhân duy nhất nên không có ai phải đồng ý. Cơ quan bảo hiểm xã hội đối "
            "chiếu trước khi duyệt.",
            "Who files says to be the only relative, so nobody has to agree. Social insurance checks this "
            "before it approves.",
        ),
        source=inferred(
            "1449/QĐ-BHXH",
            "Văn bản không nói riêng về trường hợp chỉ có một thân nhân.",
            "The act does not mention the case of a single relative.",
        ),
    ),
    # rule 75
    Flag(
        code="relative-with-income",
        when=all_of(equals("survivor.kind", "monthly"), is_true("survivor.relative-with-income")),
        text=text(
            "Thân nhân đang đi làm, có thu nhập từ mức tham chiếu trở lên không được hưởng tuất hằng tháng. "
            "Cơ quan bảo hiểm xã hội sẽ xem xét.",
            "A relative who works and earns the reference level or more has no monthly benefit. Social "
            "insurance will look into it.",
        ),
        source=secondary("41/2024/QH15 Art. 86"),
    ),
)
