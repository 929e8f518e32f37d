"""Readers of a SPARQL server: its answers as results of ours, and what the ledger of this machine says."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from graph.errors import QueryError, StoreError, UnreachableError
from graph.store.base import Form, GraphVersion, Publication, Reader, Result, Term, n_triples
from graph.store.origin import Origin
from graph.store.reader import EmbeddedResult
from graph.store.remote import virtuoso
from graph.store.remote.client import Client
from graph.store.remote.journal import Journal
from graph.store.remote.mirror import Mirror
from graph.store.remote.text import form_of, has_base, without_dataset
from graph.store.touch import Touch

_PATIENCE = 20.0
"""Seconds that a reading is tried again while graphs are being replaced."""

_SETTLED = 60.0
"""Seconds after which a turn that stays odd is of a writer that has died: the server has long done what it was told."""


class Turns:
    """Sees to it that no answer was given while a graph was being replaced (a sequence lock, on the head of the log).

    An engine whose updates others see in whole needs none of this. Shared by the threads of a process.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._lock = threading.Lock()
        self._turn = -1
        self._since = 0.0

    def steady(self, ask: Callable[[], IO[bytes]]) -> IO[bytes]:
        """Ask until an answer was given within one turn.

        Raises:
            UnreachableError: when graphs are being replaced all the time.
        """
        until, pause = time.monotonic() + _PATIENCE, 0.02
        before = self._turn if self._turn >= 0 else self._look()
        while True:
            found = ask()
            after = self._look()
            if after == before and self._is_still(after):
                return found
            found.close()
            if time.monotonic() > until:
                raise UnreachableError("the server is being written to all the time; try again later")
            time.sleep(pause)
            pause, before = min(2 * pause, 0.5), self._look()

    def _look(self) -> int:
        turn = self._journal.head().turn
        with self._lock:
            if turn != self._turn:
                self._turn, self._since = turn, time.monotonic()
        return turn

    def _is_still(self, turn: int) -> bool:
        return turn % 2 == 0 or time.monotonic() - self._since > _SETTLED


class GraphResult(Result):
    """The triples of a CONSTRUCT or DESCRIBE, in a file of N-Triples that goes when it has been read."""

    form = Form.TRIPLES

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def __bool__(self) -> bool:
        return True

    def rows(self) -> Iterator[tuple[Term | None, ...]]:
        """Give nothing: there are no solutions."""
        return iter(())

    def triples(self) -> Iterator[ox.Triple]:
        """Give the triples."""
        for quad in ox.parse(self._file, ox.RdfFormat.N_TRIPLES):
            yield quad.triple

    def write(self, out: IO[bytes], media: ox.QueryResultsFormat | ox.RdfFormat) -> None:
        """Write it; see `Result.write`."""
        if not isinstance(media, ox.RdfFormat):
            raise QueryError(f"a query that gives {self.form} cannot be written as {media.name}")
        ox.serialize(self.triples(), out, media)


class RemoteReader(Reader):
    """The current publication of a server. It is no snapshot: what is published later is seen by queries at once."""

    def __init__(self, client: Client, mirror: Mirror, turns: Turns, number: int, rows: int) -> None:
        self.number = number
        self.folder: Path | None = mirror.place(number)
        self._client = client
        self._mirror = mirror
        self._turns = turns
        self._rows = rows
        self._closed = False

    def query(
        self,
        query: str,
        *,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        base: str | None = None,
    ) -> Result:
        """Run a query as it stands; see `Reader.query`."""
        self._check_open()
        form = form_of(query, base)
        text = query if default_graphs is None and named_graphs is None else without_dataset(query)
        text = f"BASE <{base}> {text}" if base and not has_base(query) else text
        file = self._steady(lambda: self._client.query(text, form, default=default_graphs, named=named_graphs))
        if form is Form.TRIPLES:
            return GraphResult(self._whole(file))
        if self._client.engine.quirky:
            with file:
                file = BytesIO(virtuoso.booleans(file.read()))
        try:
            return EmbeddedResult(ox.parse_query_results(file, ox.QueryResultsFormat.JSON))
        except (SyntaxError, ValueError) as error:
            raise UnreachableError(f"{self._client.address}: gave a result that cannot be read ({error})") from error

    def graph(self, iri: str) -> Iterator[ox.Triple]:
        """Give the triples of a named graph, in no order."""
        self._check_open()
        with self._steady(lambda: BytesIO(self._client.get(iri))) as file:
            for quad in ox.parse(self._whole(file), ox.RdfFormat.N_TRIPLES):
                yield quad.triple

    def n_triples(self, iri: str) -> bytes:
        """Give a named graph as N-Triples, lines sorted."""
        return n_triples(self.graph(iri))

    def graphs(self) -> tuple[GraphVersion, ...]:
        """Give the named graphs that there are, by IRI."""
        return self._mirror.reach(self.number).graphs(self.number)

    def version(self, iri: str) -> GraphVersion | None:
        """Give the latest version of a graph, also when that took it away."""
        return self._mirror.reach(self.number).version(iri, self.number)

    def withdrawn(self) -> tuple[GraphVersion, ...]:
        """Give the latest versions of documents' graphs that were taken away and are not back."""
        return self._mirror.reach(self.number).withdrawn(self.number)

    def gone(self, iri: str) -> GraphVersion | None:
        """Say which change of which graph took away the last description of a thing."""
        return self._mirror.reach(self.number).gone(iri, self.number)

    def publications(self, limit: int | None = None) -> tuple[Publication, ...]:
        """Give the publications up to this one, latest first."""
        return self._mirror.reach(self.number).publications(self.number, limit)

    def touches(self) -> tuple[Touch, ...]:
        """Give what publications did to things within graphs; see `Reader.touches`."""
        return self._mirror.reach(self.number).touches(self.number)

    def origins(self) -> Mapping[str, Origin]:
        """Say of which files graphs were made, by graph, where that was on this machine."""
        return self._mirror.reach(self.number).origins()

    def extract(self, graph: str) -> bytes:
        """Give what `Change.extract` said of the current version of a graph."""
        return self._mirror.with_extracts(self.number).extract(graph)

    def close(self) -> None:
        """Let go of the publication."""
        self._closed = True

    def _steady(self, ask: Callable[[], IO[bytes]]) -> IO[bytes]:
        return ask() if self._client.engine.isolated else self._turns.steady(ask)

    def _whole(self, file: IO[bytes]) -> IO[bytes]:
        """Refuse a graph that the engine has cut."""
        if self._rows:
            lines = sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))
            if lines >= self._rows:
                file.close()
                raise StoreError(virtuoso.cut_at(self._rows))
            file.seek(0)
        return file

    def _check_open(self) -> None:
        if self._closed:
            raise StoreError("this reader has been closed")
