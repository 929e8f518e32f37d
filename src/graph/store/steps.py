"""Which changes of a publication really are some, and what becomes of their graphs: alike for every kind of store."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from graph.errors import StoreError
from graph.store.base import Change, GraphVersion
from graph.store.patch import Patch
from graph.store.patched import outcome


@dataclass(frozen=True)
class Step:
    """A change that really is one.

    Attributes:
        change: the change.
        digest, size: of the content after it; no digest where the graph is taken away.
        before: the version before it.
    """

    change: Change
    digest: str | None
    size: int
    before: GraphVersion | None

    @property
    def whole(self) -> bool:
        """Whether the graph is given as it will be: it is not taken away, nor told by what changes in it."""
        return self.change.triples is not None and not isinstance(self.change.triples, Patch)

    def version(self, number: int, at: datetime) -> GraphVersion:
        """Give what a publication makes of the graph."""
        change = self.change
        known = change.identifier or (self.before.identifier if self.before else None)
        said = (change.fingerprint, known, change.source, change.reason)
        return GraphVersion(change.graph, number, at, self.digest, self.size, *said)


def plan(
    changes: Iterable[Change], before: Mapping[str, GraphVersion], dirty: Collection[str] = ()
) -> tuple[list[Step], list[tuple[GraphVersion, Change]]]:
    """Leave out what is no change, so that times and feeds tell of real changes only.

    Args:
        changes: what is to be published.
        before: the versions that there are, by graph.
        dirty: graphs of which it is not known what stands in them.

    Returns:
        the steps, and the versions that were made again from something else with the same content.
    """
    steps: dict[str, Step] = {}
    notes = []
    for change in changes:
        if change.graph in steps:
            raise StoreError(f"{change.graph}: two changes of one graph in one publication")
        old = before.get(change.graph)
        digest, size = outcome(change, old)
        if digest == (old.digest if old else None) and change.graph not in dirty:
            if old and change.fingerprint != old.fingerprint:
                notes.append((old, change))
            continue
        steps[change.graph] = Step(change, digest, size, old)
    return list(steps.values()), notes
