"""What a named graph says, by thing and property: as much of it as a search needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sdmx": "http://purl.org/linked-data/sdmx/2009/measure#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
"""Prefixes of the properties; ``kg`` is that of the data's own base."""


class Statements:
    """The statements of a graph.

    Args:
        triples: the graph as N-Triples.
        base: of the IRIs, ending in a slash.
        wanted: the properties that are read, such as ``skos:prefLabel``; others are passed over.
    """

    def __init__(self, triples: bytes, base: str, wanted: Iterable[str]) -> None:
        self.base = base
        names = {_full(name, base): name for name in wanted}
        self._said: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        # Parsing is most of the work, and most of a graph is of no use here.
        read = {f"<{iri}>".encode() for iri in names}
        lines = b"".join(line for line in triples.splitlines(keepends=True) if _property(line) in read)
        for triple in parse(lines, RdfFormat.N_TRIPLES):
            if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
                said = self._said[triple.subject.value][names[triple.predicate.value]]
                dutch = isinstance(triple.object, Literal) and triple.object.language == "nl"
                said.insert(0 if dutch else len(said), triple.object.value)

    def __iter__(self) -> Iterator[str]:
        """Give the IRIs of the things that something is said of, in their order."""
        return iter(sorted(self._said))

    def all(self, iri: str, name: str) -> tuple[str, ...]:
        """Give the values of a property of a thing, literals as their text and those in Dutch first."""
        said = self._said.get(iri)
        return tuple(said[name]) if said and name in said else ()

    def one(self, iri: str, name: str) -> str:
        """Give the first value of a property, empty where there is none."""
        return next(iter(self.all(iri, name)), "")

    def of_type(self, name: str) -> list[str]:
        """Give the things of a type of the own vocabulary, such as ``Question``."""
        return [iri for iri in self if f"{self.base}def/{name}" in self.all(iri, "rdf:type")]


def local(iri: str) -> str:
    """Give the last part of an IRI.

    >>> local("https://example.org/id/organisation/coa")
    'coa'
    """
    return iri.rpartition("/")[2]


def _full(name: str, base: str) -> str:
    prefix, _, rest = name.partition(":")
    return f"{base}def/{rest}" if prefix == "kg" else _SPACES[prefix] + rest


def _property(line: bytes) -> bytes:
    return line.split(b" ", 2)[1] if line.count(b" ", 0) > 1 else b""
