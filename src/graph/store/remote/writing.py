"""One publication on its way to a server: what is noted first, what is written, in which order, and what mends a break.

An engine that shows others an update in whole gets a small publication as one update, which is the instant of it. A
large one, and any on another engine, goes graph by graph, documents first; on the latter each between two turns.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import cast

import pyoxigraph as ox

from graph.errors import StoreError
from graph.store.base import Change, Form, GraphVersion, Publication, n_triples
from graph.store.patch import Patch
from graph.store.remote.client import Client
from graph.store.remote.journal import Head, Journal, Json
from graph.store.remote.mirror import Mirror, entry_of
from graph.store.remote.plan import adopt, queries_for, told
from graph.store.steps import Step, plan

_AT_ONCE = 8 << 20
"""Bytes of statements that go into one update."""

_REST = 0.3
"""Seconds that readers get between two turns at most, when graph after graph is replaced."""


class Writing:
    """The work of one writer.

    Args:
        client, journal, mirror: the server, its log, and the ledger of this machine.
        head: the state of the server.
    """

    def __init__(self, client: Client, journal: Journal, mirror: Mirror, head: Head) -> None:
        self._client = client
        self._journal = journal
        self._mirror = mirror
        self._head = head

    def publish(self, changes: Iterable[Change], at: datetime) -> Publication | None:
        """Write what changes and enter it in the log; gives the publication, None when nothing changed."""
        number = self._head.number + 1
        before = {version.graph: version for version in self._mirror.ledger.graphs(number - 1)}
        left = self._mend()
        steps, notes = plan(changes, before, {change.graph for change in left})
        told_of = {step.change.graph for step in steps}
        for change in left:
            if change.graph not in told_of and (
                step := adopt(before.get(change.graph), change, self._now(change.graph))
            ):
                steps.append(step)
        if notes:
            self._refresh(notes)
        if not steps:
            self._journal.intend({})
            return None
        # Documents first: what shared graphs say of them is then never ahead of them.
        steps.sort(
            key=lambda step: (isinstance(step.change.triples, Patch), not step.change.identifier, step.change.graph)
        )
        versions = sorted((step.version(number, at) for step in steps), key=lambda version: version.graph)
        publication = Publication(number, at, tuple(versions))
        touched, dropped = told(steps, publication, self._now)
        entry = entry_of(publication, self._gone(dropped, {step.change.graph for step in steps}), touched)
        extracts = {step.change.graph: step.change.extract for step in steps}
        self._journal.append(self._head.entries + 1, entry, extracts)
        self._write(steps)
        return publication

    def _write(self, steps: Sequence[Step]) -> None:
        after = replace(self._head, number=self._head.number + 1, entries=self._head.entries + 1)
        if self._client.engine.isolated and sum(len(step.change.content()) for step in steps) < _AT_ONCE:
            self._journal.move(after, [operation for step in steps for operation in self._operations(step.change)])
            return
        self._journal.intend(_intent(steps))
        for step in steps:
            if not self._is_there(step.change):
                with self._turn():
                    self._replace(step.change)
        self._journal.move(replace(after, turn=self._head.turn))
        self._journal.intend({})

    def _is_there(self, change: Change) -> bool:
        """Whether a server that nothing was published to has the graph already: a bulk loader has brought it."""
        if self._head.number or change.triples is None or not self._client.has(change.graph):
            return False
        return self._now(change.graph) == n_triples(ox.parse(change.content(), ox.RdfFormat.N_TRIPLES))

    def _replace(self, change: Change) -> None:
        """Write one graph."""
        if isinstance(change.triples, Patch) and not change.triples.anew:
            for operation in self._operations(change):
                self._client.update(operation)
        elif change.triples is None:
            self._client.update(f"DROP SILENT GRAPH <{change.graph}>")
        else:
            self._client.put(change.graph, change.content())

    def _operations(self, change: Change) -> Iterator[str]:
        """Give a change as operations of SPARQL Update."""
        patch, most = change.triples if isinstance(change.triples, Patch) else None, self._client.engine.statements
        if patch is not None and not patch.anew:
            yield from data("DELETE", change.graph, patch.removed, most)
        else:
            yield f"DROP SILENT GRAPH <{change.graph}>"
        yield from data("INSERT", change.graph, change.content(), most)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Tell readers that a graph is being replaced, where they could see half of it."""
        if self._client.engine.isolated:
            yield
            return
        begun = time.monotonic()
        self._head = replace(self._head, turn=self._head.turn + 1 + self._head.turn % 2)
        self._journal.move(self._head)
        yield
        self._head = replace(self._head, turn=self._head.turn + 1)
        self._journal.move(self._head)
        time.sleep(min(_REST, time.monotonic() - begun))

    def _refresh(self, notes: Sequence[tuple[GraphVersion, Change]]) -> None:
        """Note what versions whose content stays what it was were made from this time."""
        said = {"refresh": [[version.graph, change.fingerprint, change.source] for version, change in notes]}
        extracts = {version.graph: change.extract for version, change in notes}
        self._head = replace(self._head, entries=self._head.entries + 1)
        self._journal.append(self._head.entries, said, extracts)
        self._journal.move(self._head)

    def _gone(self, dropped: dict[str, str], changed: set[str]) -> list[tuple[str, str]]:
        """Give the things that nobody will describe any more, each with the graph that did."""
        elsewhere = set()
        for query in queries_for(sorted(dropped)):
            with self._client.query(query, Form.SOLUTIONS, private=True) as file:
                rows = json.loads(file.read())["results"]["bindings"]
            elsewhere |= {row["s"]["value"] for row in rows if row["g"]["value"] not in changed}
        return sorted((iri, graph) for iri, graph in dropped.items() if iri not in elsewhere)

    def _mend(self) -> list[Change]:
        """Undo the patches of a publication that broke off; gives the graphs that it may have written."""
        intent = self._journal.intended()
        if not intent:
            return []
        for graph, removed, added in cast("list[list[str]]", intent["patches"]):
            back = Change(graph, Patch(added.encode(), removed.encode()))
            with self._turn():
                self._replace(back)
        return [
            Change(str(graph), None, identifier=identifier, source=str(source))
            for graph, identifier, source in cast("list[list[str | None]]", intent["graphs"])
        ]

    def _now(self, graph: str) -> bytes:
        """Give a graph as it is on the server."""
        try:
            return n_triples(quad.triple for quad in ox.parse(self._client.get(graph), ox.RdfFormat.N_TRIPLES))
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self._client.address}: {graph} cannot be read: {error}") from error


def _intent(steps: Sequence[Step]) -> Json:
    """Say what is about to be done, with what undoes a patch."""
    patches, graphs = [], []
    for step in steps:
        change = step.change
        if isinstance(change.triples, Patch) and not change.triples.anew:
            patches.append([change.graph, change.triples.removed.decode(), change.triples.content().decode()])
        else:
            identifier = change.identifier or (step.before.identifier if step.before else None)
            graphs.append([change.graph, identifier, change.source])
    return {"graphs": graphs, "patches": patches}


def data(verb: str, graph: str, triples: bytes, most: int) -> Iterator[str]:
    """Give statements as operations of SPARQL Update that put them in a graph, or take them out.

    Args:
        verb: ``INSERT`` or ``DELETE``.
        graph: the IRI of the graph.
        triples: N-Triples, a statement a line.
        most: how many statements an operation may have.
    """
    # Parted as bytes: parted as text a line also ends at U+2028 and the like, which may stand in a literal.
    lines = [line.decode() for line in triples.splitlines(keepends=True)]
    for at in range(0, len(lines), most):
        yield f"{verb} DATA {{ GRAPH <{graph}> {{\n{''.join(lines[at : at + most])}}} }}"
