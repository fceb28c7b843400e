"""Communes, wards and special zones as they are since 1 July 2025: the few that the demonstration uses.

Codes and names are facts of Decision 19/2025/QĐ-TTg, copied from a public list of it: two digits for
the province, five for the commune. Here are only those of the demonstration; the full list of 3,321
comes with the jurisdiction data, as rows of the table `area` with the days on which each exists.
"""

from dataclasses import dataclass
from datetime import date

EXISTS_SINCE = date(2025, 7, 1)

PROVINCES = {
    "01": "Thành phố Hà Nội",
    "15": "Tỉnh Lào Cai",
    "38": "Tỉnh Thanh Hóa",
    "48": "Thành phố Đà Nẵng",
    "79": "Thành phố Hồ Chí Minh",
    "92": "Thành phố Cần Thơ",
}


@dataclass(frozen=True, slots=True)
class Area:
    """One commune, ward or special zone."""

    code: str
    name: str
    province_code: str
    since: date = EXISTS_SINCE

    @property
    def province(self) -> str:
        return PROVINCES[self.province_code]

    @property
    def label(self) -> str:
        """The way people write it: `Xã Mường Hum, tỉnh Lào Cai`."""
        return f"{self.name}, {self.province[:1].lower()}{self.province[1:]}"


# Two of them bear the same name, so that a typed name can be ambiguous in the demonstration too.
AREAS = (
    Area("00004", "Phường Ba Đình", "01"),
    Area("00070", "Phường Hoàn Kiếm", "01"),
    Area("00190", "Phường Ô Chợ Dừa", "01"),
    Area("00196", "Phường Văn Miếu - Quốc Tử Giám", "01"),
    Area("00454", "Xã Đông Anh", "01"),
    Area("09556", "Phường Hà Đông", "01"),
    Area("02647", "Phường Lào Cai", "15"),
    Area("02683", "Xã Bát Xát", "15"),
    Area("02701", "Xã Y Tý", "15"),
    Area("02728", "Xã Mường Hum", "15"),
    Area("03006", "Phường Sa Pa", "15"),
    Area("04456", "Xã Mù Cang Chải", "15"),
    Area("14797", "Phường Hạc Thành", "38"),
    Area("16171", "Xã Ba Đình", "38"),
    Area("16531", "Phường Sầm Sơn", "38"),
    Area("20242", "Phường Hải Châu", "48"),
    Area("20285", "Phường Ngũ Hành Sơn", "48"),
    Area("20320", "Xã Hòa Vang", "48"),
    Area("26732", "Đặc khu Côn Đảo", "79"),
    Area("26740", "Phường Sài Gòn", "79"),
    Area("26743", "Phường Bến Thành", "79"),
    Area("27553", "Xã Củ Chi", "79"),
    Area("31135", "Phường Ninh Kiều", "92"),
    Area("31186", "Phường Cái Răng", "92"),
)


def province_of(commune: str) -> str | None:
    """Return the code of the province in which a commune lies, or nothing when it is not known here."""
    return next((area.province_code for area in AREAS if area.code == commune), None)
