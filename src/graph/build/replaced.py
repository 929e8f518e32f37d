"""What stands in the place of IRIs that were published and are described no more: ``dcterms:isReplacedBy``.

A replacement is stated only where it is certain: the document is the same under another identifier
(`graph.build.twins`), a paper or the operator says which paper replaces another, a fact about the very same words has
another IRI now, or an indicator has other words for all its figures (`graph.build.relabelled`). The statements stand
and stay in a graph of their own, until an old IRI is described again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field

import pyoxigraph as ox

from graph.build.relabelled import Described, Relabelled
from graph.store.base import Change, Reader

REPLACED_BY = ox.NamedNode("http://purl.org/dc/terms/isReplacedBy")
_REPLACES = "http://purl.org/dc/terms/replaces"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_OA, _PROV = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/prov#"
_PLACES = (f"{_PROV}wasQuotedFrom", f"{_OA}hasTarget", f"{_OA}hasSource", f"{_OA}hasSelector")
_SAID = (_TYPE, "http://purl.org/linked-data/sdmx/2009/measure#obsValue", f"{_OA}start", f"{_OA}end", f"{_OA}exact")
_OUR = ("period", "valueMax", "mentionKind")
"""What tells facts on one passage apart, beside `_SAID`; with any other difference it is the same fact, read better."""


def graph_of(base: str) -> str:
    """Give the graph in which replacements stand."""
    return f"{base}graph/replaced"


@dataclass
class Replacements:
    """The replacements that hold after a build.

    Args:
        base: the base IRI.
        reader: of the store before it; None where there is none.
    """

    base: str
    reader: Reader | None
    pairs: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._relabelled = Relabelled(self.base)
        self._indicator = f"{self.base}def/indicator"
        if self.reader is not None:
            for triple in self.reader.graph(graph_of(self.base)):
                if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode):
                    self.pairs[triple.subject.value] = triple.object.value

    def quads(self) -> list[ox.Quad]:
        """Give them as statements, sorted."""
        graph = ox.NamedNode(graph_of(self.base))
        pairs = sorted(self.pairs.items())
        return [ox.Quad(ox.NamedNode(old), REPLACED_BY, ox.NamedNode(new), graph) for old, new in pairs]

    def renamed(self, old: str, new: Change) -> None:
        """A document has another identifier: each of its things leads to the one that is called the same below it."""
        if self.reader is None:
            return
        there = _described(ox.parse(new.content(), ox.RdfFormat.N_TRIPLES))
        names = (graph.removeprefix(f"{self.base}graph/") for graph in (old, new.graph))
        speaking = self._indicators_of(there)
        described = _described(self.reader.graph(old))
        for indicator, other in self._relabelled.moved(described, *names):
            if other in speaking and indicator != other:
                self.pairs[indicator] = other
        for kind in ("graph", "id/document"):
            before, after = (f"{self.base}{kind}/{iri.removeprefix(f'{self.base}graph/')}" for iri in (old, new.graph))
            for thing in described:
                if thing == before or thing.startswith(f"{before}/"):
                    self._lead(thing, after + thing.removeprefix(before), there)

    def changed(self, change: Change) -> None:
        """A document has another version: what is described again leads nowhere, what has another IRI leads there."""
        new = _described(ox.parse(change.content(), ox.RdfFormat.N_TRIPLES))
        speaking = self._indicators_of(new)
        self._back(new.keys() | speaking)
        self._relabelled.used |= speaking
        old = _described(self.reader.graph(change.graph)) if self.reader else {}
        lost = old.keys() - new.keys()
        other = self._indicators_of(old) - speaking
        if not lost and not other:
            self._relabelled.passed(change.graph)
            return
        before, after = _by_mark(old, self.base), _by_mark(new, self.base)
        self._relabelled.follow(change.graph, old, new, before, after)
        for mark, (thing, *others) in before.items():
            if thing in lost and not others and len(found := after.get(mark, [])) == 1:
                self._lead(thing, found[0], new)

    def stated(self, changes: Mapping[str, Change], documents: Iterable[str]) -> None:
        """Papers say which they replace: the IRI of one that was withdrawn leads to the only one that replaces it.

        Called when all changes are known; then it is known of indicators too which no paper speaks of any more.

        Args:
            changes: what becomes of which graph.
            documents: the graphs of documents that stay as they are.
        """
        here = {f"{self.base}id/document/{graph.removeprefix(f'{self.base}graph/')}" for graph in documents}
        here |= {
            f"{self.base}id/document/{graph.removeprefix(f'{self.base}graph/')}"
            for graph, change in changes.items()
            if change.triples is not None
        }
        later: defaultdict[str, set[str]] = defaultdict(set)
        for new, old in (*_replacing(self.reader), *_said_in(changes)):
            if new in here and old not in here:
                later[old].add(new)
        for old, found in later.items():
            if len(found) == 1 and self._was_published(old, changes):
                self.pairs.setdefault(old, *found)
        if self.reader is not None:
            self.pairs.update(self._relabelled.pairs(self.reader, changes))

    def _was_published(self, document: str, changes: Mapping[str, Change]) -> bool:
        graph = f"{self.base}graph/{document.removeprefix(f'{self.base}id/document/')}"
        return graph in changes or (self.reader is not None and self.reader.version(graph) is not None)

    def _lead(self, old: str, new: str, there: Described) -> None:
        if old != new and new in there:
            self.pairs[old] = new
            self.pairs.pop(new, None)

    def _back(self, described: Set[str]) -> None:
        for thing in self.pairs.keys() & described:
            del self.pairs[thing]

    def _indicators_of(self, described: Described) -> set[str]:
        return {end for said in described.values() for end in said.get(self._indicator, ())}


def _described(triples: Iterable[ox.Triple | ox.Quad]) -> Described:
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode):
            end = triple.object
            found[triple.subject.value][triple.predicate.value].add(
                end.value if isinstance(end, ox.NamedNode) else str(end)
            )
    return {thing: {name: frozenset(ends) for name, ends in said.items()} for thing, said in found.items()}


def _by_mark(described: Described, base: str) -> dict[tuple[object, ...], list[str]]:
    """Give the facts by what cannot change without their being others: their words, their place, value and time."""
    found: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for thing, said in described.items():
        if words := _words(described, said):
            own = [said.get(name, frozenset()) for name in (*_SAID, *(f"{base}def/{name}" for name in _OUR))]
            found[(words, *own)].append(thing)
    return dict(found)


def _words(described: Described, said: Mapping[str, frozenset[str]]) -> frozenset[object]:
    """Give the stretches of which layer something stands on; nothing for what stands on none."""
    places: set[object] = set()
    for name in _PLACES:
        for end in said.get(name, ()):
            further = described.get(end)
            if further is None or name == f"{_OA}hasSource":
                places.add(end)  # a layer, or a stretch of one
            elif name == f"{_OA}hasSelector":
                places.add(tuple(further.get(each, frozenset()) for each in _SAID))
            else:
                places.add(_words(described, further))
    return frozenset(places)


def _replacing(reader: Reader | None) -> Iterator[tuple[str, str]]:
    rows = reader.query(f"SELECT ?new ?old {{ ?new <{_REPLACES}> ?old }}").rows() if reader else ()
    for new, old in rows:
        if isinstance(new, ox.NamedNode) and isinstance(old, ox.NamedNode):
            yield new.value, old.value


def _said_in(changes: Mapping[str, Change]) -> Iterator[tuple[str, str]]:
    mark = f"<{_REPLACES}>".encode()
    for change in changes.values():
        content = change.content()
        lines = b"".join(line + b"\n" for line in content.splitlines() if mark in line) if mark in content else b""
        for triple in ox.parse(lines, ox.RdfFormat.N_TRIPLES):
            if isinstance(triple.subject, ox.NamedNode) and isinstance(triple.object, ox.NamedNode):
                yield triple.subject.value, triple.object.value
