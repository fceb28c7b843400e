"""Every result has, or will have, exactly one signed document."""

from collections import Counter
from collections.abc import Iterator

from tests.kill.evidence import Evidence
from tests.kill.ledger import Ledger
from workflows.registry import Registry


def every_result_has_its_document(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """A result has one document, or a job that makes it is alive; nothing else has one."""
    documents = Counter(row["output_id"] for row in evidence.rows["document"])
    codes = Counter(row["code"] for row in evidence.rows["document"])
    for output in evidence.rows["output"]:
        made = documents.pop(output["id"], 0)
        if made > 1 or (made == 0 and not any(map(evidence.is_alive, jobs_of(output["id"], evidence)))):
            yield f"{output['code']} {output['id']} has {made} documents and nobody makes one"
    yield from (f"a document belongs to no result: {output_id}" for output_id in documents)
    yield from (f"the code {code} stands on {count} documents" for code, count in codes.items() if count > 1)


def every_document_is_made(evidence: Evidence, ledger: Ledger, law: Registry) -> Iterator[str]:
    """At the end no document is still on its way."""
    made = {row["output_id"] for row in evidence.rows["document"]}
    for output in evidence.rows["output"]:
        if output["id"] not in made:
            yield f"{output['code']} {output['id']}, {output['standing']}, has no document"


def jobs_of(output_id: str, evidence: Evidence) -> list[str]:
    """Return the ids of the jobs that make the document of a result: the first, and those after it died."""
    first = f"result:{output_id}"
    return [job for job in evidence.jobs if job == first or job.startswith(f"{first}:")]
