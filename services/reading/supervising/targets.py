"""What the figures are held against: each target with its source; what nobody has set stays without one."""

from __future__ import annotations

from dataclasses import dataclass

from workflows.words import Source, Text, inferred, law, secondary

REPORT = secondary(
    "344/TB-VPCP (07/2024)",
    "Chỉ tiêu của Đề án 06 theo báo cáo tháng 7/2024.",
    "Targets of Project 06 as reported in July 2024.",
)
DECREE = law("63/2024/NĐ-CP Art. 7")
ONE_REQUEST = law("63/2024/NĐ-CP; 297/2025/NĐ-CP")


@dataclass(frozen=True, slots=True)
class Target:
    """A figure to reach or, when `least` is no, not to go over; a baseline is only for comparison."""

    value: float
    text: Text
    source: Source
    least: bool = True
    baseline: bool = False

    def kept_by(self, value: float) -> bool:
        return value >= self.value if self.least else value <= self.value


def _share(value: float, source: Source) -> Target:
    return Target(value, Text(vi=f"mục tiêu {value:g} %", en=f"target {value:g}%"), source)


_PUBLISHED = Target(
    21,
    Text(vi="mốc so sánh: 21 ngày", en="for comparison: 21 days"),
    secondary(
        "344/TB-VPCP (07/2024)",
        "21 ngày khi làm riêng từng thủ tục khai sinh; không có bảng chia.",
        "21 days when a birth's procedures are filed one by one; there is no breakdown.",
    ),
    least=False,
    baseline=True,
)
TARGETS = {
    "dung-han": Target(
        100, Text(vi="luật: mọi hồ sơ (3 hoặc 5 ngày)", en="law: every file (3 or 5 days)"), DECREE
    ),
    "dung-cam-ket": Target(
        100,
        Text(vi="chương trình: mọi hồ sơ", en="programme: every file"),
        secondary(
            "Đề án 06; dự thảo nghị định liên thông (2023-2024)",
            "4 ngày là con số của chương trình khi triển khai, không phải thời hạn của luật.",
            "4 days is the programme's figure for the roll-out, not the limit of the law.",
        ),
    ),
    "nua-so": _PUBLISHED,
    "chin-phan-muoi": _PUBLISHED,
    "qua-han": Target(0, Text(vi="luật: không hồ sơ nào", en="law: none"), DECREE, least=False),
    "xin-loi": Target(100, Text(vi="luật: mọi hồ sơ trễ", en="law: every late file"), DECREE),
    "toan-trinh": _share(100, REPORT),
    "hai-long": _share(90, REPORT),
    "so-dinh-danh": _share(100, REPORT),
    "nhan-2-gio": Target(100, Text(vi="luật: mọi chặng", en="law: every hop"), DECREE),
    "dong-bo": Target(100, Text(vi="luật: mọi chặng", en="law: every hop"), DECREE),
    "bo-sung": Target(
        1, Text(vi="luật: nhiều nhất một lần", en="law: once at most"), ONE_REQUEST, least=False
    ),
    "khai-lai": Target(
        0,
        Text(vi="nên là 0", en="should be 0"),
        inferred(
            "63/2024/NĐ-CP Art. 4",
            "Khai một lần: không hỏi lại điều cơ sở dữ liệu đã có; không văn bản nào đặt con số.",
            "Declare once: what a register has is not asked again; no text sets a figure.",
        ),
        least=False,
    ),
}
