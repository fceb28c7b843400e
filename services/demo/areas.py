"""The communes, wards and special zones in which the people of the demonstration live, a few of all."""

from datetime import date

from services.jurisdiction.areas import Area, areas_on, known_areas

# The demonstration knows the areas by their names of this day; the table `area` has every other day too.
NAMED_ON = date(2026, 11, 1)

# Two of them bear the same name, so that a typed name can be ambiguous in the demonstration too.
AREAS = tuple(
    areas_on(NAMED_ON)[code]
    for code in (
        "00004",  # Phường Ba Đình
        "00070",  # Phường Hoàn Kiếm
        "00190",  # Phường Ô Chợ Dừa
        "00226",  # Phường Văn Miếu - Quốc Tử Giám
        "00454",  # Xã Đông Anh
        "09556",  # Phường Hà Đông
        "02647",  # Phường Lào Cai
        "02683",  # Xã Bát Xát
        "02701",  # Xã Y Tý
        "02728",  # Xã Mường Hum
        "03006",  # Phường Sa Pa
        "04456",  # Xã Mù Cang Chải
        "14797",  # Phường Hạc Thành
        "16171",  # Xã Ba Đình
        "16531",  # Phường Sầm Sơn
        "20242",  # Phường Hải Châu
        "20285",  # Phường Ngũ Hành Sơn
        "20320",  # Xã Hòa Vang
        "26732",  # Đặc khu Côn Đảo
        "26740",  # Phường Sài Gòn
        "26743",  # Phường Bến Thành
        "27553",  # Xã Củ Chi
        "31135",  # Phường Ninh Kiều
        "31186",  # Phường Cái Răng
    )
)
PROVINCES = dict(sorted((area.province_code, area.province) for area in AREAS))

_PROVINCE_OF = {area.code: area.province_code for area in known_areas()}

__all__ = ["AREAS", "PROVINCES", "Area", "province_of"]


def province_of(commune: str) -> str | None:
    """Return the code of the province in which a commune lies, or nothing when it is not known here."""
    return _PROVINCE_OF.get(commune)
