"""What a publication holds and how complete it is, counted once for each."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from pyoxigraph import Literal, NamedNode

from graph.export import Coverage, coverage
from graph.store.base import Reader
from graph.web.problems import Problem
from graph.web.snapshots import Snapshots

log = logging.getLogger(__name__)

KINDS = {
    "Document": "documents",
    "Question": "questions",
    "Answer": "answers",
    "Statistic": "statistics",
    "Mention": "mentions",
    "NonAnswer": "nonanswers",
}
"""The classes that are counted, by the names that tables have."""

_COMPLETE = {
    "questions_answered": "SELECT (COUNT(DISTINCT ?q) AS ?n) {{ ?a kg:answers ?q . ?q a kg:Question }}",
    "statistics_with_period": "SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a kg:Statistic ; kg:period ?p . "
    "FILTER(?p != <{base}id/period/unknown>) }}",
    "mentions_settled": "SELECT (COUNT(DISTINCT ?m) AS ?n) {{ ?m a kg:Mention ; "
    "<http://www.w3.org/ns/oa#hasBody> ?thing }}",
}


@dataclass(frozen=True)
class Counted:
    """What one publication holds.

    Attributes:
        number: of the publication.
        at: when it was published (UTC).
        graphs: how many named graphs there are.
        triples: in all of them.
        things: how many there are of each kind.
        complete: how many questions have an answer, figures a period, mentions a thing.
        coverage: what of the texts was not read.
        changed, withdrawn: how many documents this publication published or changed, and took away.
    """

    number: int
    at: datetime
    graphs: int
    triples: int
    things: Mapping[str, int]
    complete: Mapping[str, int]
    coverage: Coverage
    changed: int
    withdrawn: int


class Census:
    """Counts the current publication, once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._found: Counted | None = None
        self._counting: threading.Thread | None = None

    def latest(self, snapshots: Snapshots, base: str) -> Counted | None:
        """Give what was counted last, at once: of the publication before, as long as this one is being counted.

        Args:
            snapshots: to read the current publication from, in a thread that nobody waits for.
            base: of the IRIs.
        """
        found = self._found
        if (found is None or found.number != snapshots.number()) and self._idle():
            self._counting = threading.Thread(target=self._count, args=(snapshots, base), name="census", daemon=True)
            self._counting.start()
        return found

    def _idle(self) -> bool:
        return self._counting is None or not self._counting.is_alive()

    def _count(self, snapshots: Snapshots, base: str) -> None:
        try:
            with snapshots.reading() as reader:
                self.get(reader, base)
        except Problem as problem:
            log.info("census: %s", problem.detail)

    def get(self, reader: Reader, base: str) -> Counted:
        """Give what a publication holds."""
        with self._lock:
            if self._found is None or self._found.number != reader.number:
                self._found = count(reader, base)
            return self._found


def count(reader: Reader, base: str) -> Counted:
    """Count what a publication holds."""
    versions = reader.graphs()
    last = reader.publications(1)[0]
    documents = [version for version in last.versions if version.identifier]
    gone = sum(version.digest is None for version in documents)
    return Counted(
        reader.number,
        last.at,
        len(versions),
        sum(version.size for version in versions),
        _things(reader, base),
        {name: _number(reader, base, query) for name, query in _COMPLETE.items()},
        coverage(reader, base),
        len(documents) - gone,
        gone,
    )


def _things(reader: Reader, base: str) -> dict[str, int]:
    kinds = " ".join(f"kg:{kind}" for kind in KINDS)
    query = f"SELECT ?kind (COUNT(DISTINCT ?s) AS ?n) {{ VALUES ?kind {{ {kinds} }} ?s a ?kind }} GROUP BY ?kind"
    found = dict.fromkeys(KINDS.values(), 0)
    for kind, number in reader.query(f"PREFIX kg: <{base}def/> {query}").rows():
        if isinstance(kind, NamedNode) and isinstance(number, Literal):
            found[KINDS[kind.value.removeprefix(f"{base}def/")]] = int(number.value)
    return found


def _number(reader: Reader, base: str, query: str) -> int:
    for (cell,) in reader.query(f"PREFIX kg: <{base}def/> {query.format(base=base)}").rows():
        return int(cell.value) if isinstance(cell, Literal) else 0
    return 0
