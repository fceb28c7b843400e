"""The reference lists (danh mục) that questions choose from, in the demonstration."""

from collections.abc import Iterable
from typing import Protocol

from workflows.lists import Commune, FixedLists
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


def reference_lists(areas: Iterable[Place]) -> FixedLists:
    """Return every list a question may name, for the communes that exist."""
    places = tuple(areas)
    return FixedLists(
        lists={
            "ethnicities": ETHNICITIES,
            "relations": RELATIONS,
            "provinces": _provinces(places),
            "care-facilities": (*_HOSPITALS, *(_station(place) for place in places)),
        },
        communes=tuple(Commune(code=p.code, name=p.name, province=p.province) for p in places),
    )


def station_code(commune: str) -> str:
    """Return the code of the health station of a commune; a code of the demonstration, not the official one."""
    return f"tyt-{commune}"


def _station(place: Place) -> Option:
    where = f"{place.name[:1].lower()}{place.name[1:]}"
    return Option(
        value=station_code(place.code), text=text(f"Trạm Y tế {where}", f"Health station of {place.name}")
    )


def _provinces(places: Iterable[Place]) -> tuple[Option, ...]:
    names = {place.province_code: place.province for place in places}
    return tuple(Option(value=code, text=text(name, name)) for code, name in sorted(names.items()))


def _numbered(names: str) -> tuple[Option, ...]:
    """Give each name its place in the official list as its value."""
    return tuple(
        Option(value=f"{place:02d}", text=text(name, name)) for place, name in enumerate(names.split(", "), 1)
    )


# The list of ethnic groups (danh mục các dân tộc Việt Nam), 121-TCTK/PPCĐ of 1979, in its order.
ETHNICITIES = (
    *_numbered(
        "Kinh, Tày, Thái, Hoa, Khơ-me, Mường, Nùng, Mông, Dao, Gia-rai, Ngái, Ê-đê, Ba-na, Xơ-đăng, Sán Chay,"
        " Cơ-ho, Chăm, Sán Dìu, Hrê, Mnông, Ra-glai, Xtiêng, Bru - Vân Kiều, Thổ, Giáy, Cơ-tu, Giẻ - Triêng, Mạ,"
        " Khơ-mú, Co, Ta-ôi, Chơ-ro, Kháng, Xinh-mun, Hà Nhì, Chu-ru, Lào, La Chí, La Ha, Phù Lá, La Hủ, Lự,"
        " Lô Lô, Chứt, Mảng, Pà Thẻn, Cơ Lao, Cống, Bố Y, Si La, Pu Péo, Brâu, Ơ-đu, Rơ-măm"
    ),
    Option(value=FOREIGN, text=text("Người nước ngoài", "Foreign")),
)
