"""How the places of the country are written in the user names of the demonstration's officers."""

from functools import cache

from services.demo.areas import AREAS, NAMED_ON
from services.jurisdiction.areas import areas_on
from workflows.forms.cleaning import fold


@cache
def slugs() -> dict[str, str]:
    """Name each province and commune in letters; the second of a name takes its province with it.

    The communes whose people the demonstration knows come first; of two that still look alike, the later
    one takes its code with it.
    """
    every = areas_on(NAMED_ON)
    found = {area.province_code: _letters(area.province) for area in every.values()}
    taken: set[str] = set()
    for area in dict.fromkeys((*AREAS, *every.values())):
        slug = _letters(area.name)
        fuller = f"{slug}.{found[area.province_code]}"
        found[area.code] = next(name for name in (slug, fuller, f"{fuller}.{area.code}") if name not in taken)
        taken.add(found[area.code])
    return found


@cache
def places() -> dict[str, int]:
    """Number the provinces and communes, each with a number of its own."""
    return {code: number for number, code in enumerate(slugs())}


def _letters(name: str) -> str:
    bare = fold(name)
    for level in ("thanh pho ", "tinh ", "phuong ", "xa ", "dac khu "):
        bare = bare.removeprefix(level)
    return "".join(letter for letter in bare if letter.isalnum())
