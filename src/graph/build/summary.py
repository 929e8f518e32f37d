"""What all papers say of the things that they share, kept so that a paper can be taken out and put in again.

    STORE/summary.sqlite       derived from the extracts of the papers (`graph.describe.extract`), and made anew from
                               these where it is missing or does not fit the publication

It is brought in step within one transaction, which ends after the publication became the current one: a build that is
killed in between leaves the summary of the publication before, which is noticed by its stamp.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import Any

from graph.check.contradictions import sentences_of, thing_of
from graph.describe.claims import Claim
from graph.describe.counts import Counts
from graph.describe.counts import from_plain as counts_from
from graph.describe.iris import Iris
from graph.describe.numbered import from_plain as numbered_from
from graph.errors import StoreError

FILE = "summary.sqlite"
"""The name of the file, in the folder of a store."""

_FORMAT = 1
"""Changes when a summary that was made before says something else than one made now."""

_TABLES = """
CREATE TABLE paper (number INTEGER PRIMARY KEY, graph TEXT UNIQUE, counts TEXT, first TEXT, last TEXT);
CREATE TABLE said (
    kind TEXT, name TEXT, label TEXT, paper INTEGER, times INTEGER, PRIMARY KEY (kind, name, label, paper)
) WITHOUT ROWID;
CREATE INDEX said_paper ON said (paper);
CREATE TABLE claim (
    thing INTEGER, paper INTEGER, place INTEGER, content TEXT, told TEXT, PRIMARY KEY (thing, paper, place)
) WITHOUT ROWID;
CREATE INDEX claim_paper ON claim (paper);
CREATE TABLE note (name TEXT PRIMARY KEY, content TEXT) WITHOUT ROWID;
"""

Scope = tuple[str, str]
"""One thing that papers share: of which kind it is, and its name among those."""

INDICATOR, BREAKDOWN, UNIT, PERIOD, DAY = "indicator", "breakdown", "unit", "period", "day"
HERE = "here"
"""The label of a paper that is published itself, among those that papers cite."""

DOSSIER, CITED, NUMBERED, WITHIN, THING = "dossier", "cited", "numbered", "within", "thing"


class Summary:
    """The summary of a store.

    Args:
        path: the file; None keeps it in memory for as long as it is open.
        base: the base IRI.
    """

    def __init__(self, path: Path | None, base: str) -> None:
        self._iris = Iris(base)
        self._path = path
        try:
            self._open()
        except sqlite3.Error:
            if path is None:
                raise
            for each in (path, path.with_name(f"{path.name}-journal")):
                each.unlink(missing_ok=True)  # it is derived: a damaged one is made anew
            self._open()

    def _open(self) -> None:
        self._database = sqlite3.connect(self._path or ":memory:", isolation_level=None)
        self._database.execute("PRAGMA cache_size = -65536")
        if self._database.execute("PRAGMA user_version").fetchone()[0] != _FORMAT:
            for (name,) in self._database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                self._database.execute(f'DROP TABLE "{name}"')
            self._database.executescript(f"{_TABLES} PRAGMA user_version = {_FORMAT};")

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Change it: all of it or, where that fails, nothing.

        Raises:
            StoreError: when the disk refuses.
        """
        try:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._database.execute("ROLLBACK")
                raise
            self._database.execute("COMMIT")
        except sqlite3.Error as error:
            raise StoreError(f"{self._path}: cannot be written ({error}); see that the disk has room") from error

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    # papers

    def clear(self) -> None:
        """Forget all papers."""
        for table in ("paper", "said", "claim", "note"):
            self._database.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names

    def put(self, graph: str, extract: bytes) -> None:
        """Take in a paper that is not there."""
        known = json.loads(extract)
        counts = counts_from(known.get("counts"))
        said = "INSERT INTO paper (graph, counts, first, last) VALUES (?, ?, ?, ?)"
        row = (graph, json.dumps(counts.plain()), counts.first, counts.last)
        paper = self._database.execute(said, row).lastrowid
        self._database.executemany(
            "INSERT INTO said VALUES (?, ?, ?, ?, ?)",
            ((kind, name, label, paper, times) for (kind, name, label), times in self._rows(known).items()),
        )
        claims = [Claim.read(each) for each in known["figures"]]
        told = sentences_of(claims)
        self._database.executemany(
            "INSERT INTO claim VALUES (?, ?, ?, ?, ?)",
            (
                (
                    _number_of(thing_of(claim)),
                    paper,
                    place,
                    json.dumps(claim.plain(), ensure_ascii=False),
                    told.get((claim.document, claim.key, claim.sentence), ""),
                )
                for place, claim in enumerate(claims)
            ),
        )

    def speaks_of(self, extract: bytes) -> set[Scope]:
        """Give the things that a paper speaks of, whether it is there or not."""
        known = json.loads(extract)
        numbers = {_number_of(thing_of(Claim.read(each))) for each in known["figures"]} - {0}
        return {(kind, name) for kind, name, _ in self._rows(known)} | {(THING, str(number)) for number in numbers}

    def take(self, graph: str) -> None:
        """Take out a paper, where it is there."""
        found = self._database.execute("SELECT number FROM paper WHERE graph = ?", (graph,)).fetchone()
        if found is not None:
            for table in ("said", "claim"):
                self._database.execute(f"DELETE FROM {table} WHERE paper = ?", found)  # noqa: S608 - our own names
            self._database.execute("DELETE FROM paper WHERE number = ?", found)

    def scopes(self, graph: str) -> set[Scope]:
        """Give the things that a paper speaks of; none for one that is not there."""
        found = self._database.execute("SELECT number FROM paper WHERE graph = ?", (graph,)).fetchone()
        if found is None:
            return set()
        things = self._database.execute("SELECT DISTINCT thing FROM claim WHERE paper = ? AND thing <> 0", found)
        numbers = {(THING, str(thing)) for (thing,) in things}
        return numbers | set(self._database.execute("SELECT DISTINCT kind, name FROM said WHERE paper = ?", found))

    def _rows(self, known: dict[str, Any]) -> Counter[tuple[str, str, str]]:
        rows: Counter[tuple[str, str, str]] = Counter()
        identifier = str(known["identifier"])
        # A paper that is published itself is described in its own graph, whoever cites it: so it counts as cited too.
        rows[CITED, identifier, HERE] = 1
        rows[WITHIN, identifier, ""] = 1
        for label, unit, where, times in known["indicators"]:
            rows[INDICATOR, self._iris.indicator(label, unit, where), label] += times
        for label, times in dict(known["breakdowns"]).items():
            rows[BREAKDOWN, self._iris.breakdown(label), label] += times
        for unit in known["units"]:
            rows[UNIT, str(unit), ""] = 1
        for start, end in known["periods"]:
            rows[PERIOD, f"{start}--{end}", ""] = 1
            rows.update({(DAY, day, ""): 1 for day in {start, end} - {""}})
        for code in known["cited"]:
            rows[CITED, str(code), ""] = 1
        for thing in known["numbered"]:
            name = self._iris.authority(numbered_from(thing))
            rows[NUMBERED, name, json.dumps(thing, ensure_ascii=False, sort_keys=True)] = 1
        if known["dossier"]:
            rows[DOSSIER, str(known["dossier"]), ""] = 1
        return rows

    # what they say together

    def every_scope(self, at_once: int) -> Iterator[list[Scope]]:
        """Give all things that papers speak of, some at a time."""
        query = (
            "SELECT DISTINCT kind, name FROM said UNION ALL SELECT ?, thing FROM "
            "(SELECT thing FROM claim WHERE thing <> 0 GROUP BY thing HAVING count(*) > 1)"
        )
        cursor = self._database.execute(query, (THING,))
        while some := cursor.fetchmany(at_once):
            yield [(str(kind), str(name)) for kind, name in some]

    def labels(self, scope: Scope) -> dict[str, int]:
        """Give what papers say of a thing, each with how often; empty where none speaks of it."""
        query = "SELECT label, sum(times) FROM said WHERE kind = ? AND name = ? GROUP BY label"
        return {str(label): int(times) for label, times in self._database.execute(query, scope)}

    def figures(self, thing: str) -> Iterator[tuple[list[Claim], dict[tuple[str, str, int], str]]]:
        """Give the figures of a thing by paper and place, and the words of their sentences."""
        query = (
            "SELECT content, told FROM claim JOIN paper ON paper.number = claim.paper WHERE thing = ? "
            "ORDER BY paper.graph, place"
        )
        rows = self._database.execute(query, (int(thing),)).fetchall()
        if len(rows) < 2:
            return
        read = [(Claim.read(json.loads(content)), told) for content, told in rows]
        told = {(claim.document, claim.key, claim.sentence): words for claim, words in read if words}
        by_thing = sorted((claim for claim, _ in read), key=thing_of)  # two things may have one number
        for _, figures in groupby(by_thing, key=thing_of):
            yield list(figures), told

    def claims(self, identifier: str) -> list[Claim]:
        """Give the figures of one paper, in its order."""
        query = "SELECT content FROM claim JOIN said USING (paper) WHERE said.kind = ? AND said.name = ? ORDER BY place"
        rows = self._database.execute(query, (WITHIN, identifier))
        return [Claim.read(json.loads(content)) for (content,) in rows]

    def is_cited(self, identifier: str) -> bool:
        """Whether papers cite one that is not here itself."""
        labels = self.labels((CITED, identifier))
        return bool(labels) and HERE not in labels

    def days(self) -> tuple[str, str]:
        """Give the first and the last day of issue of all papers (ISO); empty where there is none."""
        query = "SELECT coalesce(min(nullif(first, '')), ''), coalesce(max(last), '') FROM paper"
        first, last = self._database.execute(query).fetchone()
        return str(first), str(last)

    def counts_of(self, graphs: Iterable[str]) -> Counts:
        """Give the counts of some papers together."""
        total = Counts()
        for graph in graphs:
            found = self._database.execute("SELECT counts FROM paper WHERE graph = ?", (graph,)).fetchone()
            if found:
                total += counts_from(json.loads(found[0]))
        return total

    def graphs(self) -> list[str]:
        """Give the graphs of all papers."""
        return [str(graph) for (graph,) in self._database.execute("SELECT graph FROM paper ORDER BY graph")]

    # notes

    def note(self, name: str) -> str:
        """Give what was noted under a name; empty where nothing was."""
        found = self._database.execute("SELECT content FROM note WHERE name = ?", (name,)).fetchone()
        return str(found[0]) if found else ""

    def write(self, name: str, content: str) -> None:
        """Note something under a name."""
        self._database.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, content))


def _number_of(thing: tuple[str, ...]) -> int:
    """Give a number that stands for a thing; 0 for what compares with none."""
    if not thing:
        return 0
    return int.from_bytes(hashlib.blake2b("\n".join(thing).encode(), digest_size=8).digest(), signed=True) or 1
