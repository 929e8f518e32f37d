"""Readers of the embedded store: a snapshot, opened read-only, and what the ledger says of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from graph.errors import QueryError, StoreError
from graph.store.base import Form, GraphVersion, Publication, Reader, Result, Term
from graph.store.ledger import Ledger
from graph.store.locks import Lock
from graph.store.origin import Origin
from graph.store.solutions import write_csv
from graph.store.touch import Touch


class EmbeddedResult(Result):
    """A result as pyoxigraph gives it."""

    def __init__(self, found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> None:
        self._found = found
        if isinstance(found, ox.QuerySolutions):
            self.form = Form.SOLUTIONS
            self.variables = tuple(variable.value for variable in found.variables)
        else:
            self.form = Form.BOOLEAN if isinstance(found, ox.QueryBoolean) else Form.TRIPLES

    def __bool__(self) -> bool:
        return bool(self._found) if isinstance(self._found, ox.QueryBoolean) else True

    def rows(self) -> Iterator[tuple[Term | None, ...]]:
        """Give the solutions, cells in the order of `variables`."""
        if isinstance(self._found, ox.QuerySolutions):
            for solution in self._found:
                yield tuple(solution)

    def triples(self) -> Iterator[ox.Triple]:
        """Give the triples of a CONSTRUCT or DESCRIBE."""
        if isinstance(self._found, ox.QueryTriples):
            yield from self._found

    def write(self, out: IO[bytes], media: ox.QueryResultsFormat | ox.RdfFormat) -> None:
        """Write it, streamed; see `Result.write`."""
        if isinstance(self._found, ox.QueryTriples):
            if isinstance(media, ox.RdfFormat):
                self._found.serialize(out, media)
                return
        elif isinstance(media, ox.QueryResultsFormat):
            if media == ox.QueryResultsFormat.CSV and isinstance(self._found, ox.QuerySolutions):
                write_csv(self.variables, self.rows(), out)
            else:
                self._found.serialize(out, media)
            return
        raise QueryError(f"a query that gives {self.form} cannot be written as {media.name}")


class EmbeddedReader(Reader):
    """A snapshot, opened read-only; its lock keeps it from being swept away."""

    def __init__(self, database: Path, number: int, ledger: Ledger, lock: Lock) -> None:
        self.number = number
        self.folder = database.parent
        self._ledger = ledger
        self._lock = lock
        try:
            self._database: ox.Store | None = ox.Store.read_only(str(database))
        except (OSError, RuntimeError) as error:  # the latter of files that are missing or damaged
            lock.close()
            raise StoreError(f"{database}: cannot be opened ({error}); build the store anew") from error

    def query(
        self,
        query: str,
        *,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        base: str | None = None,
    ) -> Result:
        """Run a query as it stands; see `Reader.query`."""
        database = self._open()
        try:
            if default_graphs is None and named_graphs is None:
                return EmbeddedResult(database.query(query, base_iri=base, use_default_graph_as_union=True))
            default: list[ox.NamedNode | ox.BlankNode | ox.DefaultGraph] = [*map(ox.NamedNode, default_graphs or ())]
            named: list[ox.NamedNode | ox.BlankNode] = [*map(ox.NamedNode, named_graphs or ())]
            return EmbeddedResult(database.query(query, base_iri=base, default_graph=default, named_graphs=named))
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"this is no SPARQL query: {' '.join(str(error).split())}") from error
        except RuntimeError as error:  # valid, but with a function that is not of SPARQL
            raise QueryError(f"this query cannot be run: {' '.join(str(error).split())}") from error

    def graph(self, iri: str) -> Iterator[ox.Triple]:
        """Give the triples of a named graph, in no order."""
        for quad in self._open().quads_for_pattern(None, None, None, ox.NamedNode(iri)):
            yield quad.triple

    def n_triples(self, iri: str) -> bytes:
        """Give a named graph as N-Triples, lines sorted."""
        content = self._open().dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(iri)) or b""
        return b"".join(sorted(content.splitlines(keepends=True)))

    def graphs(self) -> tuple[GraphVersion, ...]:
        """Give the named graphs that there are, by IRI."""
        return self._ledger.graphs(self.number)

    def version(self, iri: str) -> GraphVersion | None:
        """Give the latest version of a graph, also when that took it away."""
        return self._ledger.version(iri, self.number)

    def withdrawn(self) -> tuple[GraphVersion, ...]:
        """Give the latest versions of documents' graphs that were taken away and are not back."""
        return self._ledger.withdrawn(self.number)

    def gone(self, iri: str) -> GraphVersion | None:
        """Say which change of which graph took away the last description of a thing."""
        return self._ledger.gone(iri, self.number)

    def publications(self, limit: int | None = None) -> tuple[Publication, ...]:
        """Give the publications up to this one, latest first."""
        return self._ledger.publications(self.number, limit)

    def origins(self) -> Mapping[str, Origin]:
        """Say of which files graphs were made, by graph."""
        return self._ledger.origins()

    def damage(self) -> Sequence[str]:
        """Give what is wrong with the file of the ledger."""
        return self._ledger.damage()

    def touches(self) -> tuple[Touch, ...]:
        """Give what publications did to things within graphs; see `Reader.touches`."""
        return self._ledger.touches(self.number)

    def extract(self, graph: str) -> bytes:
        """Give what `Change.extract` said of the current version of a graph."""
        return self._ledger.extract(graph)

    def close(self) -> None:
        """Let go of the snapshot."""
        self._database = None
        self._lock.close()

    def _open(self) -> ox.Store:
        if self._database is None:
            raise StoreError("this reader has been closed")
        return self._database
