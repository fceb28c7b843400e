"""Sentences the pages say: which ones every language still lacks, and empty entries for them.

python -m cli.translations          list what is missing or wrong and add empty entries
python -m cli.translations --check  list only
python -m cli.translations --prune  also take out entries no page uses any more
python -m cli.translations --new ar write ar.po here, with an empty entry for everything people read

Definitions bring their words in Vietnamese and English; a further language translates those too.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import SEEK_END, BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment, TemplateSyntaxError, nodes

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "translations"
KEYWORDS = ("_", "gettext")
LOUD = {"silent": "false"}  # a template that cannot be read is an error, not a template without words
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
# A sentence lands in a page as it stands: quotes only inside tags, and & and < written out.
TAG = re.compile(r"</?[a-z][^<>]*>")
UNSAFE = re.compile(r'["<]|&(?!\w+;)')
HEADER = """\
# Words of Khai một lần in one more language; Vietnamese is written in the source.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""


@dataclass(frozen=True)
class Sentence:
    """One Vietnamese sentence and the first place that says it."""

    text: str
    path: str
    line: int

    @property
    def counted(self) -> bool:
        """Say whether another language may need several forms: a sentence with %(count)s does."""
        return "count" in places(self.text)

    @property
    def key(self) -> str | tuple[str, str]:
        """Return the sentence the way a catalogue keeps it."""
        return (self.text, self.text) if self.counted else self.text


def places(text: str) -> set[str]:
    """Return the names of what is filled in to a sentence."""
    return set(PLACEHOLDER.findall(text))


def sources(root: Path = ROOT) -> list[Path]:
    """Return every file whose words people read."""
    return sorted([*(root / "templates").rglob("*.html"), *(root / "web").rglob("*.py")])


def sentences(root: Path = ROOT) -> dict[str, Sentence]:
    """Find every sentence templates and pages say, by its Vietnamese text."""
    found: dict[str, Sentence] = {}
    for path in sources(root):
        name = path.relative_to(root).as_posix()
        for line, text in _said(path):
            found.setdefault(text, Sentence(text, name, line))
    return found


def _said(path: Path) -> Iterator[tuple[int, str]]:
    method = "python" if path.suffix == ".py" else "jinja2.ext:babel_extract"
    with path.open("rb") as source:
        try:
            for line, message, _, _ in extract(method, source, dict.fromkeys(KEYWORDS), options=LOUD):
                yield line, message if isinstance(message, str) else message[0]
        except TemplateSyntaxError as error:
            error.add_note(str(path))
            raise


def definition_words(root: Path = ROOT) -> dict[str, Sentence]:
    """Find the words that definitions and verbs bring in two languages: `Text(vi=…)` and `text("…", "…")`."""
    found: dict[str, Sentence] = {}
    files = [path for part in ("workflows", "services", "web") for path in (root / part).rglob("*.py")]
    for path in sorted(files):
        name = path.relative_to(root).as_posix()
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and (words := _vietnamese_of(call)):
                found.setdefault(words, Sentence(words, name, call.lineno))
    return found


def _vietnamese_of(call: ast.Call) -> str | None:
    if not isinstance(call.func, ast.Name) or call.func.id not in ("Text", "text"):
        return None
    first = call.args[0] if call.args else next((k.value for k in call.keywords if k.arg == "vi"), None)
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def made_up(root: Path = ROOT) -> list[str]:
    """List calls whose sentence is put together while running: no translator could know it."""
    return [
        f"{path.relative_to(root).as_posix()}:{line}"
        for path in sources(root)
        for line in (_made_up_python if path.suffix == ".py" else _made_up_template)(path.read_text("utf-8"))
    ]


def _made_up_template(source: str) -> Iterator[int]:
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        said = isinstance(call.node, nodes.Name) and call.node.name in KEYWORDS
        if said and not (call.args and isinstance(call.args[0], nodes.Const)):
            yield call.lineno


def _made_up_python(source: str) -> Iterator[int]:
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call) or ast.unparse(call.func) not in (*KEYWORDS, "i18n.gettext"):
            continue
        if not (call.args and isinstance(call.args[0], ast.Constant)):
            yield call.lineno


def read(path: Path) -> Catalog:
    """Read one language's catalogue."""
    with path.open("rb") as source:
        return read_po(source, locale=path.stem)


def forms(message: Message) -> list[str]:
    """Return what a language says for one sentence: one form, or one for each kind of number."""
    return [message.string] if isinstance(message.string, str) else list(message.string or ("",))


def problems(catalog: Catalog, wanted: Iterable[Sentence]) -> list[str]:
    """List the sentences a language lacks or says with other places than the Vietnamese has."""
    return [problem for sentence in wanted for problem in _problems(catalog, sentence)]


def _problems(catalog: Catalog, sentence: Sentence) -> Iterator[str]:
    where = f"{sentence.path}:{sentence.line}: {sentence.text}"
    if unsafe(sentence.text):
        yield f'{where} [has a bare ", < or & outside a tag]'
    message = catalog.get(sentence.text)
    if message is None or message.fuzzy or not all(forms(message)):
        yield f"{where} [not translated]"
        return
    if isinstance(message.id, str) == sentence.counted:
        yield f"{where} [needs {'several forms' if sentence.counted else 'one form'}]"
    for form in forms(message):
        # "One file" may leave the number out; nothing else may go or come.
        if places(form) | {"count"} != places(sentence.text) | {"count"}:
            yield f"{where} [other places in: {form}]"
        if unsafe(form):
            yield f'{where} [has a bare ", < or & outside a tag: {form}]'


def unsafe(text: str) -> bool:
    """Say whether a sentence would break the page it stands in."""
    return bool(UNSAFE.search(TAG.sub("", text)))


def unused(catalog: Catalog, wanted: dict[str, Sentence]) -> list[str]:
    """List the entries no page says any more."""
    ids = [message.id for message in catalog if message.id]
    texts = [id if isinstance(id, str) else id[0] for id in ids]
    return [text for text in texts if text not in wanted]


def complete(catalog: Catalog, wanted: dict[str, Sentence], *, prune: bool) -> None:
    """Add an empty entry for each missing sentence; take out unused ones when asked to."""
    for text in unused(catalog, wanted):
        if prune:
            catalog.delete(text)
        elif message := catalog.get(text):
            message.locations = []
    for text, sentence in wanted.items():
        old = catalog.get(text)
        if old is not None and isinstance(old.id, str) == sentence.counted:
            catalog.delete(text)
            old = None
        message = old or catalog.add(sentence.key)
        message.locations = [(sentence.path, sentence.line)]


def write(path: Path, catalog: Catalog) -> None:
    """Write a catalogue without the lines that change by themselves."""
    written = BytesIO(HEADER.format(language=path.stem, plural=catalog.plural_forms).encode())
    written.seek(0, SEEK_END)
    write_po(written, catalog, width=110, omit_header=True, sort_by_file=True, include_lineno=False)
    path.write_bytes(written.getvalue())


def begin(path: Path) -> int:
    """Write an empty catalogue of a language whose code the file's name is; say how many entries it has."""
    catalog = Catalog(locale=path.stem)
    wanted = sentences() | definition_words()
    complete(catalog, wanted, prune=False)
    write(path, catalog)
    return len(wanted)


def main(arguments: list[str]) -> int:
    """Report on every language; return 1 when one of them is not whole."""
    if "--new" in arguments:
        path = Path(f"{arguments[-1]}.po")
        print(f"{path}: {begin(path)} sentences to translate")
        return 0
    wanted = sentences()
    found = [f"{place}: the sentence is put together while running" for place in made_up()]
    for path in sorted(FOLDER.glob("*.po")):
        catalog = read(path)
        found += [f"{path.name}: {problem}" for problem in problems(catalog, wanted.values())]
        found += [f"{path.name}: {text} [unused]" for text in unused(catalog, wanted)]
        if "--check" not in arguments:
            complete(catalog, wanted, prune="--prune" in arguments)
            write(path, catalog)
    print(*found, f"{len(wanted)} sentences, {len(found)} to look at", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
