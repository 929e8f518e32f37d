"""What a publication does to a server, worked out before anything is written: which graphs change, and for whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pyoxigraph as ox

from graph.store.base import Change, GraphVersion, Publication, digest_like, digest_of
from graph.store.patch import Patch
from graph.store.steps import Step
from graph.store.touch import Touch
from graph.store.touches import touches

AT_ONCE = 100
"""How many things are asked after in one query."""


def adopt(version: GraphVersion | None, left: Change, content: bytes) -> Step | None:
    """Take what a publication that broke off left in a graph as its content, if it is not what it was before.

    Args:
        version: what it was before; None where there was no such graph.
        left: the graph and the document that was to be published in it.
        content: what stands there.
    """
    before = version.digest if version and version.digest else None
    if (digest_like(content, before) if before else digest_of(content)) == before or not (content or before):
        return None
    if not content:
        return Step(left, None, 0, version)
    change = Change(left.graph, content, "", left.identifier, left.source)
    return Step(change, digest_of(content), content.count(b"\n"), version)


def told(
    steps: Sequence[Step], publication: Publication, content: Callable[[str], bytes]
) -> tuple[list[Touch], dict[str, str]]:
    """Say what becomes of single things.

    Args:
        steps: the changes.
        publication: that they are part of.
        content: gives a graph as it is now, as N-Triples.

    Returns:
        what happens to things in graphs of documents, and the things that a graph stops to describe, with that graph.
    """
    touched: list[Touch] = []
    dropped: dict[str, str] = {}
    kept: set[str] = set()
    for step in steps:
        graph, change = step.change.graph, step.change
        comes = _subjects(change.content())
        if step.before is None:
            kept |= comes
            continue
        patch = change.triples if isinstance(change.triples, Patch) and not change.triples.anew else None
        old = patch.removed if patch else content(graph)
        dropped.update(dict.fromkeys(_subjects(old) - comes, graph))
        kept |= comes
        if step.before.identifier:
            database = ox.Store()
            database.bulk_load(old, ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(graph))
            touched += touches(database, step.before, change, publication)
    return touched, {iri: graph for iri, graph in dropped.items() if iri not in kept}


def queries_for(things: Sequence[str]) -> Iterator[str]:
    """Give the queries that find in which graphs things are described."""
    for at in range(0, len(things), AT_ONCE):
        listed = " ".join(f"<{iri}>" for iri in things[at : at + AT_ONCE])
        yield f"SELECT DISTINCT ?s ?g {{ VALUES ?s {{ {listed} }} GRAPH ?g {{ ?s ?p ?o }} }}"


def _subjects(triples: bytes) -> set[str]:
    """Give the things that statements are about."""
    parsed = ox.parse(triples, ox.RdfFormat.N_TRIPLES)
    return {quad.subject.value for quad in parsed if isinstance(quad.subject, ox.NamedNode)}
