"""Which documents are one and the same under two identifiers: one known well, the other only for want of better.

A file that does not say which document it is gets an identifier from its text, or from its own name (DESIGN section 4).
When the same text or the very same file is built again and it is known which document it is, that one takes its place.
Two documents that are both known well stay two, whatever their text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from graph.store.base import Reader

_BASES = {"hash": 0, "filename": 1}
"""How well a document is known by the basis of its identifier; by any other basis it is known well."""

_WELL = 2
_PROV = "http://www.w3.org/ns/prov#"
_DCTERMS = "http://purl.org/dc/terms/"


@dataclass(frozen=True)
class Known:
    """A document: its graph, its identifier, how well it is known, and the SHA-256 of its text and of its file."""

    graph: str
    identifier: str
    rank: int
    text: str
    file: str

    def takes_the_place_of(self, other: Known) -> bool:
        """Whether another document was this one before it was known so well.

        Better reading makes another text of a file that says nothing, and so another identifier: the file decides then.
        """
        if other.graph == self.graph or not {self.text, self.file} & {other.text, other.file} - {""}:
            return False
        by_text_alone = self.rank == other.rank == _BASES["hash"] and self.file == other.file
        return self.rank > other.rank or by_text_alone


class Twins:
    """The documents of a store and of the build at hand, to be found by what they were made from."""

    def __init__(self, base: str, reader: Reader | None) -> None:
        self._base = base
        self._by_digest: defaultdict[str, dict[str, Known]] = defaultdict(dict)
        for known in _stored(reader, base) if reader else ():
            self.add(known)

    def read(self, graph: str, identifier: str, triples: bytes) -> Known:
        """Give what the graph of a document, as N-Triples, says of how it is known."""
        wanted = (b"/def/identifierBasis> ", b"/def/sha256> ")
        lines = b"".join(line + b"\n" for line in triples.splitlines() if any(each in line for each in wanted))
        basis, text, file = "", "", ""
        document = f"{self._base}id/document/"
        for triple in ox.parse(lines, ox.RdfFormat.N_TRIPLES):
            subject = triple.subject.value if isinstance(triple.subject, ox.NamedNode) else ""
            if not subject.startswith(document) or isinstance(triple.object, ox.Triple):
                continue
            if isinstance(triple.object, ox.NamedNode):
                basis = triple.object.value.rpartition("/")[2]
            elif "/text/" in subject:
                text = triple.object.value
            elif "/file/" in subject:
                file = triple.object.value
        return Known(graph, identifier, _BASES.get(basis, _WELL), text, file)

    def add(self, known: Known) -> None:
        """Take in a document, in the place of an earlier version of it."""
        for digest in (known.text, known.file):
            if digest:
                self._by_digest[digest][known.graph] = known

    def better(self, known: Known) -> Known | None:
        """Give the document that is known better and takes the place of one, where exactly one does."""
        found = [other for other in self._alike(known) if other.rank > known.rank and other.takes_the_place_of(known)]
        return found[0] if len(found) == 1 else None

    def before(self, known: Known) -> list[Known]:
        """Give the documents whose place one takes: those of which no other takes it too."""
        earlier = [other for other in self._alike(known) if known.takes_the_place_of(other)]
        return [
            other
            for other in earlier
            if all(
                each.graph == known.graph or not each.takes_the_place_of(other) or each.rank < known.rank
                for each in self._alike(other)
            )
        ]

    def _alike(self, known: Known) -> Iterator[Known]:
        found = {**self._by_digest.get(known.text, {}), **self._by_digest.get(known.file, {})}
        yield from (found[graph] for graph in sorted(found))


def _stored(reader: Reader, base: str) -> Iterator[Known]:
    query = (
        f"SELECT ?document ?basis ?text ?file {{ ?layer a <{base}def/TextLayer> ; <{base}def/sha256> ?text ; "
        f"<{_DCTERMS}isPartOf> ?document ; <{_PROV}wasDerivedFrom> ?from . ?from <{base}def/sha256> ?file . "
        f"?document <{base}def/identifierBasis> ?basis }} ORDER BY ?document"
    )
    graphs = {version.identifier: version.graph for version in reader.graphs() if version.identifier}
    names = {f"{base}id/document/{graph.removeprefix(f'{base}graph/')}": name for name, graph in graphs.items()}
    for cells in reader.query(query).rows():
        document, basis, text, file = (cell.value if not isinstance(cell, ox.Triple | None) else "" for cell in cells)
        if (name := names.get(document)) is not None:
            rank = _BASES.get(basis.rpartition("/")[2], _WELL)
            yield Known(graphs[name], name, rank, text, file)
