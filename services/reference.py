"""The reference lists (danh mục) that questions choose from, in the demonstration."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Protocol

from workflows.forms.cleaning import fold
from workflows.forms.lists import Commune, FixedLists
from workflows.questions import Option
from workflows.words import text

FOREIGN = "foreign"


class Place(Protocol):
    """A commune as a row of the table of areas or as a value of the demonstration."""

    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def province_code(self) -> str: ...
    @property
    def province(self) -> str: ...


def reference_lists(areas: Iterable[Place], former: Iterable[Place] = ()) -> FixedLists:
    """Return every list a question may name, for the communes that exist; the former ones have names only."""
    places = tuple(areas)
    return FixedLists(
        lists={
            "ethnicities": ETHNICITIES,
            "relations": RELATIONS,
            "provinces": _provinces(places),
            "care-facilities": (*_HOSPITALS, *(_station(place) for place in places)),
        },
        communes=tuple(_commune(place) for place in places),
        former=tuple(_commune(place) for place in former),
    )


@lru_cache(maxsize=4)
def lists_on(places: tuple[tuple[Place, date, date | None], ...], day: date) -> FixedLists:
    """Return the lists of a day, of places with their first day and the day they end, oldest name first."""
    there = [place for place, since, until in places if since <= day and (not until or day < until)]
    codes = {place.code for place in there}
    former = {place.code: place for place, _, _ in places if place.code not in codes}
    return reference_lists(there, former.values())


def _commune(place: Place) -> Commune:
    return Commune(code=place.code, name=place.name, province=place.province)


def station_code(commune: str) -> str:
    """Return the code of a commune's health station: one of the demonstration, not the official one."""
    return f"tyt-{commune}"


def _station(place: Place) -> Option:
    label = f"{place.name}, {place.province[:1].lower()}{place.province[1:]}"
    return Option(
        value=station_code(place.code),
        text=text(f"Trạm Y tế {label[:1].lower()}{label[1:]}", f"Health station of {label}"),
    )


def _provinces(places: Iterable[Place]) -> tuple[Option, ...]:
    names = {place.province_code: place.province for place in places}
    return tuple(Option(value=code, text=text(name, name)) for code, name in sorted(names.items()))


def _slugged(names: str) -> tuple[Option, ...]:
    """Give each name itself as its value, without marks: `bru-van-kieu`."""
    return tuple(
        Option(value="-".join(re.findall("[a-z]+", fold(name))), text=text(name, name))
        for name in names.split(", ")
    )


# The list of ethnic groups (danh mục các dân tộc Việt Nam), 121-TCTK/PPCĐ of 1979, in its order.
ETHNICITIES = (
    *_slugged(
        "Kinh, Tày, Thái, Hoa, Khơ-me, Mường, Nùng, Mông, Dao, Gia-rai, Ngái, Ê-đê, Ba-na, Xơ-đăng,"
        " Sán Chay, Cơ-ho, Chăm, Sán Dìu, Hrê, Mnông, Ra-glai, Xtiêng, Bru - Vân Kiều, Thổ, Giáy, Cơ-tu,"
        " Giẻ - Triêng, Mạ, Khơ-mú, Co, Ta-ôi, Chơ-ro, Kháng, Xinh-mun, Hà Nhì, Chu-ru, Lào, La Chí, La Ha,"
        " Phù Lá, La Hủ, Lự, Lô Lô, Chứt, Mảng, Pà Thẻn, Cơ Lao, Cống, Bố Y, Si La, Pu Péo, Brâu, Ơ-đu,"
        " Rơ-măm"
    ),
    Option(value=FOREIGN, text=text("Người nước ngoài", "Foreign")),
)

# Who somebody is to the head of the household (quan hệ với chủ hộ). The live form offers 26 values that
# could not be read, and 116/2026/TT-BCA Art. 6 has more: these are the common ones, in our own choice.
RELATIONS = tuple(
    Option(value=value, text=text(vi, en))
    for value, vi, en in (
        ("child", "Con đẻ", "Child"),
        ("adopted-child", "Con nuôi", "Adopted child"),
        ("paternal-grandchild", "Cháu nội", "Grandchild, child of a son"),
        ("maternal-grandchild", "Cháu ngoại", "Grandchild, child of a daughter"),
        ("great-grandchild", "Chắt", "Great-grandchild"),
        ("nephew-or-niece", "Cháu ruột (con của anh, chị, em ruột)", "Nephew or niece"),
        ("wife", "Vợ", "Wife"),
        ("husband", "Chồng", "Husband"),
        ("father", "Cha đẻ", "Father"),
        ("mother", "Mẹ đẻ", "Mother"),
        ("adoptive-parent", "Cha nuôi, mẹ nuôi", "Adoptive parent"),
        ("parent-of-wife", "Cha vợ, mẹ vợ", "Parent of the wife"),
        ("parent-of-husband", "Cha chồng, mẹ chồng", "Parent of the husband"),
        ("daughter-in-law", "Con dâu", "Daughter-in-law"),
        ("son-in-law", "Con rể", "Son-in-law"),
        ("paternal-grandparent", "Ông nội, bà nội", "Grandparent on the father's side"),
        ("maternal-grandparent", "Ông ngoại, bà ngoại", "Grandparent on the mother's side"),
        ("great-grandparent", "Cụ nội, cụ ngoại", "Great-grandparent"),
        ("elder-brother", "Anh ruột", "Elder brother"),
        ("elder-sister", "Chị ruột", "Elder sister"),
        ("younger-sibling", "Em ruột", "Younger brother or sister"),
        ("aunt-or-uncle", "Cô, dì, chú, bác, cậu ruột", "Aunt or uncle"),
        ("ward", "Người được giám hộ", "Ward of the householder"),
        ("guardian", "Người giám hộ", "Guardian of the householder"),
        ("other-relative", "Người thân thích khác", "Another relative"),
        ("lodger", "Người ở thuê, ở mượn, ở nhờ", "Tenant, or somebody taken in"),
    )
)

# A few hospitals of the provinces of the demonstration, under codes of its own.
_HOSPITALS = (
    Option(value="bv-lao-cai", text=text("Bệnh viện Đa khoa tỉnh Lào Cai", "Lào Cai General Hospital")),
    Option(value="bv-bach-mai", text=text("Bệnh viện Bạch Mai", "Bạch Mai Hospital")),
    Option(value="bv-nhi-trung-uong", text=text("Bệnh viện Nhi Trung ương", "National Children's Hospital")),
    Option(value="bv-thanh-hoa", text=text("Bệnh viện Đa khoa tỉnh Thanh Hóa", "Thanh Hóa General Hospital")),
    Option(value="bv-da-nang", text=text("Bệnh viện Đà Nẵng", "Đà Nẵng Hospital")),
    Option(value="bv-tu-du", text=text("Bệnh viện Từ Dũ", "Từ Dũ Hospital")),
    Option(value="bv-can-tho", text=text("Bệnh viện Đa khoa trung ương Cần Thơ", "Cần Thơ General Hospital")),
)
