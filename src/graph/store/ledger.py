"""The ledger of an embedded store: which publications there were, what each did to which graph, and which is current.

One SQLite file. Its commit is the instant at which a publication becomes the current one: rows of a publication and
the publication itself appear together or not at all. Nothing here is part of a graph, so times may stand in it.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from graph.errors import StoreError
from graph.store.base import Change, GraphVersion, Publication
from graph.store.origin import Origin, read_origins, write_origins
from graph.store.sqlite import WAITS, LedgerBusyError, opened
from graph.store.touch import How, Touch

FORMAT = 1
"""The version of the layout of the store's folder; another one is refused with what to do."""

_PATIENCE = 0.05
"""Seconds that who knows a current publication waits for the next one to be entered: until then it is still current."""

_TICK = 2_000_000_000
"""Nanoseconds that the times of files may be coarse by, on any file system."""

_TABLES = """
CREATE TABLE publication (number INTEGER PRIMARY KEY, at TEXT NOT NULL);
CREATE TABLE version (
    graph TEXT NOT NULL, number INTEGER NOT NULL REFERENCES publication, digest TEXT, size INTEGER NOT NULL,
    fingerprint TEXT NOT NULL, identifier TEXT, source TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (graph, number)) WITHOUT ROWID;
CREATE TABLE extract (graph TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE gone (
    iri TEXT NOT NULL, number INTEGER NOT NULL, graph TEXT NOT NULL, PRIMARY KEY (iri, number)) WITHOUT ROWID;
CREATE INDEX version_number ON version (number);
"""
_TOUCHED = """
CREATE TABLE IF NOT EXISTS touched (
    number INTEGER NOT NULL, iri TEXT NOT NULL, graph TEXT NOT NULL, how TEXT NOT NULL, links TEXT NOT NULL,
    PRIMARY KEY (number, iri, graph)) WITHOUT ROWID
"""
"""A table that stores of earlier versions lack; it comes with their next publication."""

_COLUMNS = "v.graph, v.number, p.at, v.digest, v.size, v.fingerprint, v.identifier, v.source, v.reason"
_VERSIONS = f"SELECT {_COLUMNS} FROM version v JOIN publication p USING (number)"  # noqa: S608 - our own constant
_LATEST = "v.number = (SELECT max(number) FROM version WHERE graph = v.graph AND number <= ?)"


class Ledger:
    """The ledger in one file; every call opens it anew, so that it may be used from any thread and process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[tuple[int, int, int], int] | None = None
        self._last = 0

    def create(self) -> None:
        """Make the file when it is not there, or when whoever made it was killed before it had tables."""
        with self._open("rwc") as connection:
            if not _format(connection):
                connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {FORMAT}; COMMIT;")

    def current(self) -> int:
        """Give the number of the current publication, 0 when there is none."""
        try:
            state = os.stat(self._path)
        except FileNotFoundError:
            self._last = 0
            return 0
        mark = (state.st_mtime_ns, state.st_ino, state.st_size)
        seen = self._seen
        if seen is not None and seen[0] == mark:
            return seen[1]
        # A change within the same tick of the clock would leave the mark as it is: only an old one is trusted.
        settled = time.time_ns() - state.st_mtime_ns > _TICK
        try:
            with self._open(wait=_PATIENCE if self._last else WAITS) as connection:
                number = _number(connection)
        except LedgerBusyError:
            if self._last:
                return self._last
            raise
        self._seen = (mark, number) if settled else None
        self._last = number
        return number

    def graphs(self, number: int) -> tuple[GraphVersion, ...]:
        """Give the graphs that a publication left, by IRI."""
        rows = self._rows(f"{_VERSIONS} WHERE {_LATEST} AND v.digest IS NOT NULL ORDER BY v.graph", number)
        return tuple(map(_version, rows))

    def withdrawn(self, number: int) -> tuple[GraphVersion, ...]:
        """Give the graphs of documents that had been taken away at a publication, by IRI."""
        missing = "v.digest IS NULL AND v.identifier IS NOT NULL"
        rows = self._rows(f"{_VERSIONS} WHERE {_LATEST} AND {missing} ORDER BY v.graph", number)
        return tuple(map(_version, rows))

    def version(self, graph: str, number: int) -> GraphVersion | None:
        """Give what a graph was at a publication; its `digest` is None when it had been taken away."""
        rows = self._rows(f"{_VERSIONS} WHERE {_LATEST} AND v.graph = ?", number, graph)
        return _version(rows[0]) if rows else None

    def gone(self, iri: str, number: int) -> GraphVersion | None:
        """Give the version of a graph that was the last to stop describing a thing."""
        query = "SELECT number, graph FROM gone WHERE iri = ? AND number <= ? ORDER BY number DESC LIMIT 1"
        rows = self._rows(query, iri, number)
        return self.version(str(rows[0][1]), int(str(rows[0][0]))) if rows else None

    def publications(self, number: int, limit: int | None) -> tuple[Publication, ...]:
        """Give the publications up to a number, latest first."""
        query = "SELECT number, at FROM publication WHERE number <= ? ORDER BY number DESC LIMIT ?"
        rows = self._rows(query, number, -1 if limit is None else limit)
        times = {int(str(n)): datetime.fromisoformat(str(at)) for n, at in rows}
        versions: dict[int, list[GraphVersion]] = {n: [] for n in times}
        if times:
            changed = f"{_VERSIONS} WHERE v.number BETWEEN ? AND ? ORDER BY v.graph"
            for version in map(_version, self._rows(changed, min(times), max(times))):
                versions[version.number].append(version)
        return tuple(Publication(n, at, tuple(versions[n])) for n, at in times.items())

    def touches(self, number: int) -> tuple[Touch, ...]:
        """Give what the publications up to a number did to things within documents' graphs, in order."""
        if not self._rows("SELECT 1 FROM sqlite_master WHERE name = 'touched'"):
            return ()
        query = (
            "SELECT t.iri, t.number, p.at, t.graph, t.how, t.links FROM touched t JOIN publication p USING (number) "
            "WHERE t.number <= ? ORDER BY t.number, t.iri, t.graph"
        )
        return tuple(
            Touch(
                str(iri),
                int(str(at_number)),
                datetime.fromisoformat(str(at)),
                str(graph),
                How(str(how)),
                tuple(str(links).split()),
            )
            for iri, at_number, at, graph, how, links in self._rows(query, number)
        )

    def extract(self, graph: str) -> bytes:
        """Give what is noted of a graph for the shared graphs."""
        rows = self._rows("SELECT content FROM extract WHERE graph = ?", graph)
        content = rows[0][0] if rows else b""
        return content if isinstance(content, bytes) else b""

    def enter(
        self,
        publication: Publication,
        extracts: dict[str, bytes],
        gone: Iterable[tuple[str, str]],
        touched: Iterable[Touch] = (),
        origins: Mapping[str, Origin] | None = None,
    ) -> None:
        """Write a publication down: the instant at which it becomes the current one.

        Args:
            publication: its number, its time and the graphs that it changed.
            extracts: by graph, what to note of it.
            gone: things that are no longer described, each with the graph that described it.
            touched: what it does to things within documents' graphs.
            origins: where the files stood, by graph.
        """
        number = publication.number
        with self._open("rw") as connection, connection:
            connection.execute("INSERT INTO publication VALUES (?, ?)", (number, publication.at.isoformat()))
            connection.executemany(
                "INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (v.graph, number, v.digest, v.size, v.fingerprint, v.identifier, v.source, v.reason)
                    for v in publication.versions
                ),
            )
            connection.executemany("INSERT OR REPLACE INTO extract VALUES (?, ?)", extracts.items())
            connection.executemany("INSERT OR IGNORE INTO gone VALUES (?, ?, ?)", ((i, number, g) for i, g in gone))
            connection.execute(_TOUCHED)
            connection.executemany(
                "INSERT INTO touched VALUES (?, ?, ?, ?, ?)",
                ((number, t.iri, t.graph, t.how.value, " ".join(t.links)) for t in touched),
            )
            write_origins(connection, origins or {})

    def note(self, origins: Mapping[str, Origin]) -> None:
        """Note where the files of graphs stand by now."""
        with self._open("rw") as connection, connection:
            write_origins(connection, origins)

    def origins(self) -> dict[str, Origin]:
        """Give where the files of graphs stood when they were built last, by graph."""
        with self._open() as connection:
            return read_origins(connection)

    def damage(self) -> list[str]:
        """Give what is wrong with the file itself, a line each (SQLite, PRAGMA integrity_check)."""
        return [str(line) for (line,) in self._rows("PRAGMA integrity_check") if line != "ok"]

    def refresh(self, made_again: Iterable[tuple[GraphVersion, Change]]) -> None:
        """Note for versions whose content stays what it was what they were made from this time."""
        with self._open("rw") as connection, connection:
            for version, change in made_again:
                connection.execute(
                    "UPDATE version SET fingerprint = ?, source = ? WHERE graph = ? AND number = ?",
                    (change.fingerprint, change.source, version.graph, version.number),
                )
                connection.execute("INSERT OR REPLACE INTO extract VALUES (?, ?)", (version.graph, change.extract))

    def _rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        with self._open() as connection:
            return connection.execute(query, values).fetchall()

    @contextmanager
    def _open(self, mode: str = "ro", wait: float = WAITS) -> Iterator[sqlite3.Connection]:
        with opened(self._path, mode, wait) as connection:
            if (found := _format(connection)) not in (0, FORMAT):
                raise StoreError(
                    f"{self._path.parent}: a store of format {found}, this version works with {FORMAT}; "
                    "build anew into another folder"
                )
            yield connection


def _format(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _number(connection: sqlite3.Connection) -> int:
    """Give the number of the latest publication; 0 also where whoever made the file was killed before it had tables."""
    if not _format(connection):
        return 0
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM publication").fetchone()[0])


def now() -> datetime:
    """Give the time of a publication: UTC, whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


def _version(row: tuple[object, ...]) -> GraphVersion:
    graph, number, at, digest, size, fingerprint, identifier, source, reason = row
    return GraphVersion(
        str(graph),
        int(str(number)),
        datetime.fromisoformat(str(at)),
        None if digest is None else str(digest),
        int(str(size)),
        str(fingerprint),
        None if identifier is None else str(identifier),
        str(source),
        str(reason),
    )
