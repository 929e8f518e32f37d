"""What a new version of a document's graph does to each thing in it: so that feeds can tell of single figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from graph.store.base import Change, GraphVersion, Publication
from graph.store.touch import How, Touch

Described = Mapping[str, frozenset[ox.Triple]]


def touches(
    database: ox.Store, before: GraphVersion | None, change: Change, publication: Publication
) -> Iterator[Touch]:
    """Compare a graph with what becomes of it, thing by thing.

    A graph that was not there before gives nothing: all in it is new. Nor does a shared graph: its things are of
    registers, which no feed tells of.

    Args:
        database: has the graph as it was.
        before: the version that it has there; None where there is none.
        change: what becomes of it.
        publication: in which that happens.
    """
    if before is None or not before.identifier:
        return
    graph = ox.NamedNode(change.graph)
    old = _described(quad.triple for quad in database.quads_for_pattern(None, None, None, graph))
    new = _described(quad.triple for quad in ox.parse(change.content(), ox.RdfFormat.N_TRIPLES))
    for iri in sorted({*old, *new}):
        how = How.GONE if iri not in new else How.NEW if iri not in old else How.CHANGED
        if how is not How.CHANGED or old[iri] != new[iri]:
            yield Touch(iri, publication.number, publication.at, change.graph, how, _links(new.get(iri) or old[iri]))


def _described(triples: Iterable[ox.Triple]) -> Described:
    found: defaultdict[str, set[ox.Triple]] = defaultdict(set)
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode):
            found[triple.subject.value].add(triple)
    return {iri: frozenset(said) for iri, said in found.items()}


def _links(said: Iterable[ox.Triple]) -> tuple[str, ...]:
    return tuple(sorted({triple.object.value for triple in said if isinstance(triple.object, ox.NamedNode)}))
