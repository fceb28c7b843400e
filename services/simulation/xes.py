"""Event logs as XES (IEEE 1849-2016), one trace for each family, for process-mining tools."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from services.simulation.eventlog import Entry, by_dossier

EXTENSIONS = (
    ("Concept", "concept", "http://www.xes-standard.org/concept.xesext"),
    ("Time", "time", "http://www.xes-standard.org/time.xesext"),
    ("Lifecycle", "lifecycle", "http://www.xes-standard.org/lifecycle.xesext"),
    ("Organizational", "org", "http://www.xes-standard.org/org.xesext"),
)


def xes(entries: Iterable[Entry], name: str) -> Iterator[str]:
    """Write a log line by line."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<log xes.version="1849.2016" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">\n'
    for title, prefix, address in EXTENSIONS:
        yield f'<extension name="{title}" prefix="{prefix}" uri="{address}"/>\n'
    yield '<global scope="trace"><string key="concept:name" value=""/></global>\n'
    yield '<global scope="event"><string key="concept:name" value=""/>'
    yield '<date key="time:timestamp" value="1970-01-01T00:00:00.000+00:00"/>'
    yield '<string key="lifecycle:transition" value="complete"/></global>\n'
    yield '<classifier name="Step" keys="concept:name lifecycle:transition"/>\n'
    yield f"{_string('concept:name', name)}\n"
    for dossier, group in by_dossier(entries):
        yield f"<trace>{_string('concept:name', dossier)}\n"
        yield from (_event(entry) for entry in group)
        yield "</trace>\n"
    yield "</log>\n"


def _event(entry: Entry) -> str:
    moment = entry.at.isoformat(timespec="milliseconds")
    parts = [
        _string("concept:name", f"{entry.member}: {entry.step}"),
        _string("lifecycle:transition", "complete"),
        f'<date key="time:timestamp" value="{moment}"/>',
        _string("org:role", entry.by),
        _string("org:group", entry.office),
        *([_string("org:resource", entry.officer)] if entry.officer else []),
        _string("case", entry.case),
        _string("procedure", entry.procedure),
        _string("state.before", entry.state),
        _string("state.after", entry.target),
    ]
    return f"<event>{''.join(parts)}</event>\n"


def _string(key: str, value: str) -> str:
    return f"<string key={quoteattr(key)} value={quoteattr(value)}/>"
