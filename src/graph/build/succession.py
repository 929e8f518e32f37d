"""Which document takes the place of which in a build, and what that and the changes leave of earlier IRIs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from pyoxigraph import Literal, Quad

from graph.build.replaced import Replacements
from graph.build.twins import Known, Twins
from graph.build.work import Made
from graph.store.base import Change, GraphVersion, Reader


class Succession:
    """The documents of one build that are others under a new identifier, found as they are judged.

    Args:
        base: the base IRI.
        reader: of the store before the build; None where there is nothing in it.
        documents: the graphs of documents in it.
    """

    def __init__(self, base: str, reader: Reader | None, documents: Mapping[str, GraphVersion]) -> None:
        self._base = base
        self._documents = documents
        self._reader = reader
        self._moved: dict[str, Known] = {}
        self._told: dict[str, str] = {}

    @cached_property
    def _twins(self) -> Twins:
        names = {graph: version.identifier or "" for graph, version in self._documents.items()}
        return Twins(self._base, self._reader, names)

    def better(self, made: Made) -> str | None:
        """Give the identifier of the document that a file is a copy of which says less of what it is."""
        found = self._twins.better(made.known) if made.known else None
        return found.identifier if found else None

    def follows(self, made: Made) -> str:
        """Take in a document that is to be published; says of which earlier ones it takes the place, if of any."""
        if (known := made.known) is None:
            return ""
        self._twins.add(known)
        earlier = self._twins.before(known)
        self._moved.update({other.graph: known for other in earlier})
        return f"takes the place of {', '.join(other.identifier for other in earlier)}" if earlier else ""

    def digests(self, graph: str) -> list[str]:
        """Give the digests of the text and the file that a document in the store was made from."""
        said = f"GRAPH <{graph}> {{ ?from <{self._base}def/sha256> ?digest }}"
        query = f"SELECT DISTINCT ?digest {{ {said} }} ORDER BY ?digest"
        rows = self._reader.query(query).rows() if self._reader else ()
        return [digest.value for (digest,) in rows if isinstance(digest, Literal)]

    def tell(self, old: str, new: str) -> None:
        """The operator says which document replaces another that is withdrawn: their IRIs."""
        self._told[old] = new

    def settle(self, changes: dict[str, Change]) -> list[Quad]:
        """Take out of the changes the documents whose place others take; gives all replacements that hold afterwards.

        Args:
            changes: what becomes of which document's graph.
        """
        documents = self._documents
        for old, new in self._moved.items():
            changes.pop(old, None)
            if old in documents:
                reason = f"the same document as {new.identifier}"
                changes[old] = Change(old, None, identifier=documents[old].identifier, reason=reason)
        found = Replacements(self._base, self._reader)
        for graph, change in changes.items():
            if change.triples is not None and (graph in documents or found.pairs):
                found.changed(change)
        for old in self._moved.keys() & documents.keys():
            found.renamed(old, changes[self._last(old)])
        found.stated(changes, documents.keys() - changes.keys())
        found.pairs.update(self._told)
        return found.quads()

    def _last(self, graph: str) -> str:
        while graph in self._moved:
            graph = self._moved[graph].graph
        return graph
