"""What a change makes of a graph, whether it gives it whole or patches it: its digest, its size, and what goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph.store.base import Change, GraphVersion, digest_of
from graph.store.patch import Patch


def outcome(change: Change, before: GraphVersion | None) -> tuple[str | None, int]:
    """Give digest and number of statements of a graph after a change; no digest where it is taken away."""
    if isinstance(change.triples, Patch):
        digest = change.triples.digest(before.digest if before else None)
        return digest, change.triples.size(before.size if before else 0)
    content = change.content()
    return None if change.triples is None else digest_of(content), content.count(b"\n")


def take_out(database: ox.Store, change: Change) -> set[str]:
    """Take out of a graph what goes before what comes is written; gives the things that it may describe no more."""
    graph = ox.NamedNode(change.graph)
    if isinstance(change.triples, Patch) and not change.triples.anew:
        removed = list(_quads(change.triples.removed, graph))
        for quad in removed:
            database.remove(quad)
    else:
        things = _things(database.quads_for_pattern(None, None, None, graph))
        database.remove_graph(graph)
        return things - _described(change)
    return _things(removed)


def exchange(database: ox.Store, change: Change) -> set[str]:
    """Replace a whole graph by writing only what differs; gives the things that it describes no more."""
    graph = ox.NamedNode(change.graph)
    old = set(database.quads_for_pattern(None, None, None, graph))
    new = set(_quads(change.content(), graph))
    for quad in old - new:
        database.remove(quad)
    database.extend(new - old)
    return _things(old) - _things(new)


def _described(change: Change) -> set[str]:
    """Give the things that the new content of a graph describes; only names are read, as it may be large."""
    lines = change.triples.lines() if isinstance(change.triples, Patch) else change.content().splitlines()
    return {line[1 : line.index(b">")].decode() for line in lines if line.startswith(b"<")}


def _things(quads: Iterable[ox.Quad]) -> set[str]:
    return {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}


def _quads(triples: bytes, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    for quad in ox.parse(triples, ox.RdfFormat.N_TRIPLES):
        yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)
