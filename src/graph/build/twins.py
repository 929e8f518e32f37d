"""Which documents are one and the same under two identifiers: one known well, the other only for want of better.

A file that does not say which document it is gets an identifier from its text, or from its own name (DESIGN section 4).
When the same text or the very same file is built again and it is known which document it is, that one takes its place.
Two documents that are both known well stay two, whatever their text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

import pyoxigraph as ox

from graph.store.base import Reader

_BASES = {"hash": 0, "filename": 1}
"""How well a document is known by the basis of its identifier; by any other basis it is known well."""

_WELL = 2
_FEW = 64
"""Up to how many digests are looked up one by one: for more, all documents are read at once."""

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

    @classmethod
    def by(cls, graph: str, identifier: str, basis: str, text: str, file: str) -> Self:
        """Give a document by the basis of its identifier (`graph.model.IdentifierBasis`)."""
        return cls(graph, identifier, _BASES.get(basis, _WELL), text, file)

    @property
    def is_sure(self) -> bool:
        """Whether it says itself which document it is, or somebody does."""
        return self.rank == _WELL

    def takes_the_place_of(self, other: Known) -> bool:
        """Whether another document was this one before it was known so well.

        Better reading makes another text of a file that says nothing, and so another identifier: the file decides then.
        """
        if other.graph == self.graph or not {self.text, self.file} & {other.text, other.file} - {""}:
            return False
        by_text_alone = self.rank == other.rank == _BASES["hash"] and self.file == other.file
        return self.rank > other.rank or by_text_alone


class Twins:
    """The documents of a store and of the build at hand, to be found by what they were made from.

    Args:
        base: the base IRI.
        reader: of the store before the build; None where there is none.
        documents: the identifiers of the documents in the store, by graph.
    """

    def __init__(self, base: str, reader: Reader | None, documents: Mapping[str, str]) -> None:
        self._base = base
        self._reader = reader
        self._names = {f"{base}id/document/{graph.removeprefix(f'{base}graph/')}": graph for graph in documents}
        self._documents = documents
        self._asked: set[str] = set()
        self._by_digest: defaultdict[str, dict[str, Known]] = defaultdict(dict)
        self._now: dict[str, Known] = {}
        self._stored: dict[str, Known] = {}

    def add(self, known: Known) -> None:
        """Take in a document, in the place of an earlier version of it."""
        self._look_up(known)
        before = self._now.get(known.graph) or self._stored.pop(known.graph, None)
        for digest in (before.text, before.file) if before else ():
            self._by_digest[digest].pop(known.graph, None)
        for digest in (known.text, known.file):
            if digest:
                self._by_digest[digest][known.graph] = known
        self._now[known.graph] = known

    def better(self, known: Known) -> Known | None:
        """Give the document that is known better and takes the place of one: the first, where several do."""
        found = [other for other in self._alike(known) if other.rank > known.rank and other.takes_the_place_of(known)]
        return found[0] if found else None

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
        self._look_up(known)
        found = {**self._by_digest.get(known.text, {}), **self._by_digest.get(known.file, {})}
        yield from (found[graph] for graph in sorted(found))

    def _look_up(self, known: Known) -> None:
        """Read the documents of the store that have a digest in common with one."""
        new = sorted({known.text, known.file} - {""} - self._asked)
        if self._reader is None or not new:
            return
        self._asked.update(new)
        if len(self._asked) > _FEW:
            self._read(self._reader, ())
            self._reader = None
        else:
            self._read(self._reader, new)

    def _read(self, reader: Reader, digests: Collection[str]) -> None:
        """Read documents of the store: those with some digests, or all where none is given."""
        sha, derived = f"<{self._base}def/sha256>", f"<{_PROV}wasDerivedFrom>"
        layer = (
            f"?layer a <{self._base}def/TextLayer> ; {sha} ?text ; <{_DCTERMS}isPartOf> ?document ; {derived} ?from . "
            f"?from {sha} ?file . ?document <{self._base}def/identifierBasis> ?basis"
        )
        some = " ".join(f'"{digest}"' for digest in digests)
        # Each begins with what is known, so that no engine walks through all layers.
        by_text = f"VALUES ?text {{ {some} }} ?layer {sha} ?text . {layer}"
        by_file = f"VALUES ?file {{ {some} }} ?from {sha} ?file . ?layer {derived} ?from . {layer}"
        found = f"{{ {by_text} }} UNION {{ {by_file} }}" if digests else layer
        query = f"SELECT DISTINCT ?document ?basis ?text ?file {{ {found} }} ORDER BY ?document"
        for cells in reader.query(query).rows():
            said = (cell.value if not isinstance(cell, ox.Triple | None) else "" for cell in cells)
            document, basis, text, file = said
            graph = self._names.get(document)
            if graph is not None and graph not in self._now:
                known = Known.by(graph, self._documents[graph], basis.rpartition("/")[2], text, file)
                self._stored[graph] = known
                for digest in {known.text, known.file}:
                    self._by_digest[digest][graph] = known
