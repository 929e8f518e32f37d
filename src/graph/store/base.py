"""The interface of a store: whole named graphs go in together, readers see one publication and nothing in between.

Two kinds fit behind it: the embedded one (`graph.store.embedded`) and, later, any SPARQL 1.1 server. So it speaks
N-Triples, SPARQL text and IRIs; of pyoxigraph only the terms and the result formats are used, which any kind can give.
"""

from __future__ import annotations

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from pyoxigraph import BlankNode as Blank
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, RdfFormat, Triple, serialize

from graph.errors import StoreError
from graph.store.origin import Origin
from graph.store.patch import MARK, Patch, digest_of_lines
from graph.store.touch import Touch

Term = NamedNode | Blank | Literal | Triple
"""What stands in a cell of a result."""


@dataclass(frozen=True)
class Change:
    """What becomes of one named graph.

    Attributes:
        graph: the IRI of the graph.
        triples: its new content as sorted N-Triples, or a file with them; a `Patch` of a graph that no document has
            and that is too large to be given whole; None takes the graph away.
        fingerprint: identifies what it was made from (input, software, settings): equal, then nothing to do. Of one
            that is taken away: the digests of its text and its file, parted by spaces.
        identifier: the document that the graph holds; None for shared graphs.
        source: the name of the file that it was made from.
        extract: what shared graphs need to know of this one, so that it need not be read again; for the build alone.
        reason: why it was taken away, in the operator's words.
        origin: where the file stood; None where that is not known.
    """

    graph: str
    triples: bytes | Path | Patch | None
    fingerprint: str = ""
    identifier: str | None = None
    source: str = ""
    extract: bytes = b""
    reason: str = ""
    origin: Origin | None = None

    def file(self) -> Path | None:
        """Give the file that the N-Triples of `content` stand in; None where they are in memory."""
        given = self.triples.added if isinstance(self.triples, Patch) else self.triples
        return given if isinstance(given, Path) else None

    def content(self) -> bytes:
        """Give the N-Triples, of a patch those that come; empty where the graph is taken away."""
        if isinstance(self.triples, Patch):
            return self.triples.content()
        return self.triples.read_bytes() if isinstance(self.triples, Path) else self.triples or b""


@dataclass(frozen=True, slots=True)
class GraphVersion:
    """A named graph as one publication left it.

    Attributes:
        graph: its IRI.
        number: the publication that gave it this content.
        at: when that was (UTC).
        digest: SHA-256 of its sorted N-Triples, or that of `graph.store.patch`; None where that publication took it
            away. `digest_like` makes one of the same kind.
        size: the number of triples.
        fingerprint, identifier, source, reason: as in `Change`.
    """

    graph: str
    number: int
    at: datetime
    digest: str | None
    size: int
    fingerprint: str
    identifier: str | None
    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Publication:
    """One publication: its number (1, 2, …), its time (UTC) and what it left of the graphs that it changed."""

    number: int
    at: datetime
    versions: tuple[GraphVersion, ...] = ()


class Form(StrEnum):
    """What a query gives."""

    SOLUTIONS = "solutions"
    BOOLEAN = "boolean"
    TRIPLES = "triples"


class Result(ABC):
    """The result of a query, to be read or written once."""

    form: Form
    variables: tuple[str, ...] = ()

    @abstractmethod
    def __bool__(self) -> bool:
        """Give the answer of an ASK."""

    @abstractmethod
    def rows(self) -> Iterator[tuple[Term | None, ...]]:
        """Give the solutions of a SELECT, cells in the order of `variables`."""

    @abstractmethod
    def triples(self) -> Iterator[Triple]:
        """Give the triples of a CONSTRUCT or DESCRIBE."""

    @abstractmethod
    def write(self, out: IO[bytes], media: QueryResultsFormat | RdfFormat) -> None:
        """Write it, streamed: solutions and booleans in a results format, triples in an RDF format.

        Raises:
            QueryError: when the format does not fit the form of the result.
        """


class Reader(ABC):
    """A view of one publication, unchanged for as long as it is open. Close it, or use it in a `with`."""

    number: int
    folder: Path | None = None
    """Where what is derived from this publication stands, such as an index; None where the store has no such place."""

    @abstractmethod
    def query(
        self,
        query: str,
        *,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
        base: str | None = None,
    ) -> Result:
        """Run a query as it stands: judge what a stranger wrote first, for SERVICE and for its dataset.

        Args:
            query: SPARQL 1.1; a dataset clause inside it has no effect.
            default_graphs: the graphs that make the default graph; None, and no `named_graphs`, is the union of all.
            named_graphs: the graphs that ``GRAPH`` can reach; None, and no `default_graphs`, is all.
            base: what relative IRIs are resolved against where the query has no BASE; None leaves none.

        Raises:
            QueryError: with the position, when it is no query.
        """

    @abstractmethod
    def graph(self, iri: str) -> Iterator[Triple]:
        """Give the triples of a named graph, in no order; none when there is no such graph."""

    @abstractmethod
    def n_triples(self, iri: str) -> bytes:
        """Give a named graph as N-Triples, lines sorted; empty when there is no such graph."""

    @abstractmethod
    def graphs(self) -> tuple[GraphVersion, ...]:
        """Give the named graphs that there are, by IRI."""

    @abstractmethod
    def version(self, iri: str) -> GraphVersion | None:
        """Give the latest version of a graph, also when that took it away; None for one that never was."""

    def withdrawn(self) -> tuple[GraphVersion, ...]:
        """Give the latest versions of documents' graphs that were taken away and are not back."""
        return ()

    @abstractmethod
    def gone(self, iri: str) -> GraphVersion | None:
        """Say which change of which graph took away the last description of a thing; None where none did."""

    @abstractmethod
    def publications(self, limit: int | None = None) -> tuple[Publication, ...]:
        """Give the publications up to this one, latest first."""

    def touches(self) -> tuple[Touch, ...]:
        """Give what publications did to things within documents' graphs that were replaced or taken away, in order."""
        return ()

    def origins(self) -> Mapping[str, Origin]:
        """Say of which files graphs were made, by graph, as far as this machine knows."""
        return {}

    def damage(self) -> Sequence[str]:
        """Give what is wrong with the records of the store themselves, a line each."""
        return ()

    @abstractmethod
    def extract(self, graph: str) -> bytes:
        """Give what `Change.extract` said of the current version of a graph."""

    @abstractmethod
    def close(self) -> None:
        """Let go of the publication."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


class Store(ABC):
    """Where the graphs are kept: one writer at a time, any number of readers."""

    @abstractmethod
    def current(self) -> int:
        """Give the number of the current publication, 0 when there is none yet; cheap enough for every request."""

    @abstractmethod
    def reader(self) -> Reader:
        """Open the current publication.

        Raises:
            StoreError: when nothing has been published, or the store cannot be read.
        """

    @abstractmethod
    def writing(self) -> AbstractContextManager[None]:
        """Be the one writer for longer than one publication, so that what was read before it still holds.

        Raises:
            StoreError: when another process is writing.
        """

    @abstractmethod
    def publish(self, changes: Iterable[Change]) -> Publication | None:
        """Make all changes visible in one instant; graphs whose content stays the same are no change.

        Returns:
            the publication, or None when nothing changed.

        Raises:
            StoreError: when another process is writing, or the disk refuses. Nothing has changed then.
        """

    def note(self, origins: Mapping[str, Origin]) -> None:  # noqa: B027 - not every store has a place for it
        """Note where the files of graphs stand that did not change; a store may leave that out."""


def n_triples(quads: Iterable[Quad | Triple]) -> bytes:
    """Give statements as N-Triples, sorted and each once, without the graph that they stand in: what `Change` takes.

    >>> name = NamedNode("https://example.org/a")
    >>> n_triples([Triple(name, name, Literal("b")), Triple(name, name, Literal("a"))]).decode().splitlines()[0]
    '<https://example.org/a> <https://example.org/a> "a" .'
    """
    written = serialize((item.triple if isinstance(item, Quad) else item for item in quads), format=RdfFormat.N_TRIPLES)
    # A line end within a literal is written as an escape, so that each statement is one line. Bytes of UTF-8 have the
    # order of the code points.
    return b"".join(sorted(set((written or b"").splitlines(keepends=True))))


def digest_of(triples: bytes) -> str:
    """Give the digest by which two contents of a graph are compared."""
    return hashlib.sha256(triples).hexdigest()


def digest_like(triples: bytes, digest: str) -> str:
    """Give the digest of a graph in the kind of another digest, to see whether it is what it was."""
    return digest_of_lines(triples) if digest.startswith(MARK) else digest_of(triples)


def check_base(versions: Iterable[GraphVersion], base: str, location: Path) -> None:
    """Refuse a store that was built with another base IRI.

    Raises:
        StoreError: naming a graph of the other base.
    """
    for version in versions:
        if not version.graph.startswith(base):
            raise StoreError(
                f"{location}: holds {version.graph}, which does not begin with base_iri {base}; "
                "use another store for another base"
            )
