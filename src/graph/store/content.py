"""What the graphs of a publication say, for those who make something from them: whole, or only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graph.store.base import Change, GraphVersion, n_triples
from graph.store.patch import Patch
from graph.store.steps import Step


@dataclass(frozen=True)
class Patched:
    """What a publication changed of a graph that is patched.

    Attributes:
        before: the digest of the graph before.
        things: the IRIs of the things of which it says something else now.
        triples: all that it says of these now, as sorted N-Triples.
    """

    before: str
    things: frozenset[str]
    triples: bytes


@dataclass(frozen=True)
class Content:
    """Gives the graphs of a publication, from what was published where that is at hand.

    Attributes:
        read: gives a graph of the publication as sorted N-Triples.
        about: gives what a graph says of a thing.
        steps: what the publication changed, by graph; empty where that is not known.
    """

    read: Callable[[str], bytes]
    about: Callable[[str, str], Sequence[ox.Triple]] = lambda graph, thing: ()
    steps: Mapping[str, Step] | None = None

    def whole(self, graph: str) -> bytes:
        """Give a graph as sorted N-Triples."""
        change = self._change(graph)
        return self.read(graph) if change is None or isinstance(change.triples, Patch) else change.content()

    def patched(self, graph: str) -> Patched | None:
        """Say what changed in a graph; None where it was given as a whole, or nothing changed."""
        step = (self.steps or {}).get(graph)
        if step is None or step.before is None or step.before.digest is None:
            return None
        patch = step.change.triples
        if not isinstance(patch, Patch) or patch.anew:
            return None
        said = (ox.parse(triples, ox.RdfFormat.N_TRIPLES) for triples in (patch.removed, patch.content()))
        things = frozenset(
            each.subject.value for some in said for each in some if isinstance(each.subject, ox.NamedNode)
        )
        triples = n_triples(triple for thing in things for triple in self.about(graph, thing))
        return Patched(step.before.digest, things, triples)

    def _change(self, graph: str) -> Change | None:
        step = (self.steps or {}).get(graph)
        return step.change if step else None


Beside = Callable[[Path | None, Path, Sequence[GraphVersion], Content], None]
"""Makes what stands beside the database of a snapshot, such as an index: given the folder of the snapshot before (None
for the first), that of the new one, its graphs, and what these say."""


def content_of(database: ox.Store, steps: Sequence[Step]) -> Content:
    """Give the graphs of a database that a publication has just been written to."""

    def read(graph: str) -> bytes:
        dumped = database.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.NamedNode(graph)) or b""
        return b"".join(sorted(dumped.splitlines(keepends=True)))

    def about(graph: str, thing: str) -> list[ox.Triple]:
        found = database.quads_for_pattern(ox.NamedNode(thing), None, None, ox.NamedNode(graph))
        return [quad.triple for quad in found]

    return Content(read, about, {step.change.graph: step for step in steps})
