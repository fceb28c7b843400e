"""A language that nobody speaks, for tests: it runs from right to left, and everything is translated.

Each sentence keeps its places, tags and signs; every letter becomes an Arabic one. So a page in it shows
what a third language would show, and words that stayed Latin were never offered to a translator.
"""

import re
from pathlib import Path

from cli import translations

CODE = "ar"
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
KEPT = re.compile(r"(%\(\w+\)s|<[^>]*>|&\w+;)")


def mirrored(sentence: str) -> str:
    """Return a sentence in letters that run from right to left."""
    return "".join(part if KEPT.fullmatch(part) else _letters(part) for part in KEPT.split(sentence))


def _letters(part: str) -> str:
    return "".join(LETTERS[ord(sign) % len(LETTERS)] if sign.isalpha() else sign for sign in part)


def write(folder: Path) -> Path:
    """Write the language's catalogue into a folder and return its file."""
    path = folder / f"{CODE}.po"
    catalog = translations.Catalog(locale=CODE)
    wanted = translations.sentences() | translations.definition_words()
    translations.complete(catalog, wanted, prune=False)
    for message in catalog:
        if message.id and isinstance(message.id, tuple):
            message.string = (mirrored(message.id[0]),) * catalog.num_plurals
        elif message.id:
            message.string = mirrored(message.id)
    translations.write(path, catalog)
    return path
