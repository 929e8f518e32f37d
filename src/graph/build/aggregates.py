"""Keeps the aggregates in step with the papers: only series and counts that a changed paper touches are made again.

The graph in the store says itself what it was, so nothing else has to be kept: a count is what it was, less what the
old versions of changed papers contributed, more what the new ones do; a series is made of its figures, which stand in
the graphs of the papers. The result is the same, byte for byte, as when all were made from all papers.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.build.extracts import unpack
from graph.build.inputs import software
from graph.describe.aggregates import aggregates_graph, count_aggregates, counts_after, describe_aggregates
from graph.describe.contribution import Contribution, Member, Tallied, contribution, of_extract
from graph.describe.counts import Counts
from graph.describe.counts import from_plain as counts_from
from graph.describe.series import describe_indicator
from graph.describe.tallies import describe_tallies, tally_iri
from graph.describe.terms import Terms
from graph.store.base import Change, Reader, n_triples
from graph.store.patch import Patch

_AT_ONCE = 200
_SHARE = 4
"""From one paper in so many on, making all anew is quicker than looking up what was."""

_MEMBERS = (
    "SELECT ?indicator ?breakdown ?place ?unit ?period ?figure {{ VALUES ?indicator {{ {things} }} "
    "?figure <{indicator}> ?indicator ; <{breakdown}> ?breakdown ; <{place}> ?place ; <{unit}> ?unit ; "
    "<{period}> ?period }}"
)
_SAID = (
    "SELECT ?s ?p ?o {{ VALUES ?i {{ {things} }} GRAPH <{graph}> {{ "
    "{{ ?i ?p ?o BIND (?i AS ?s) }} UNION {{ ?s <{indicator}> ?i ; ?p ?o }} }} }}"
)
_COUNTED = "SELECT ?t ?n {{ VALUES ?t {{ {things} }} GRAPH <{graph}> {{ ?t <{count}> ?n }} }}"


@dataclass(frozen=True)
class Made:
    """The change of the graph of aggregates, None where there is none; and the counts of that graph after it."""

    change: Change | None
    counts: Counts


def aggregates(
    reader: Reader | None, changes: Mapping[str, Change], extracts: Mapping[str, bytes], base: str, file: Path
) -> Made:
    """Bring the aggregates in step with papers that change.

    Args:
        reader: of the current publication; None where there is none.
        changes: of the graphs of papers, by graph.
        extracts: of every paper that will be published, by graph (`graph.describe.extract`).
        base: the base IRI.
        file: where statements may be kept until they are published.
    """
    graph = aggregates_graph(base)
    fingerprint = hashlib.sha256(f"{software()}\n{base}\n".encode()).hexdigest()
    before = reader.version(graph) if reader else None
    kept = before is not None and before.digest is not None and before.fingerprint == fingerprint
    if reader is None or not kept or len(changes) * _SHARE > len(extracts):
        patch, counts = _anew(reader, changes, extracts, base, file)
    else:
        counts = counts_from(json.loads(reader.extract(graph) or b"null"))
        if not changes:
            return Made(None, counts)
        removed, added = _Touched(reader, changes, base).difference()
        counts = counts_after(counts, count_aggregates(removed, base), count_aggregates(added, base))
        patch = Patch(n_triples(removed), n_triples(added))
    said = json.dumps(counts.plain(), sort_keys=True).encode()
    return Made(Change(graph, patch, fingerprint, extract=said), counts)


def from_all(reader: Reader, extracts: Mapping[str, bytes], base: str, file: Path) -> Patch:
    """Make all aggregates of a publication from its papers, to compare them with those that it has."""
    return _anew(reader, {}, extracts, base, file)[0]


def _anew(
    reader: Reader | None, changes: Mapping[str, Change], extracts: Mapping[str, bytes], base: str, file: Path
) -> tuple[Patch, Counts]:
    """Make all aggregates; one piece at a time in memory."""
    counts = Counts()
    with file.open("wb") as out:
        for quads in describe_aggregates(_contributions(reader, changes, extracts, base), base):
            out.write(n_triples(quads))
            counts += count_aggregates(quads, base)
    return Patch(added=file, anew=True), counts


def _contributions(
    reader: Reader | None, changes: Mapping[str, Change], extracts: Mapping[str, bytes], base: str
) -> Iterator[Contribution]:
    for graph in sorted(extracts):
        if graph in changes:
            yield _new(changes[graph], base)
        elif reader is not None:
            yield of_extract(extracts[graph]) or contribution(reader.graph(graph), base)


def _new(change: Change, base: str) -> Contribution:
    """Give what a paper contributes after a change; nothing where it is withdrawn."""
    return of_extract(unpack(change.extract)) or contribution(parse(change.content(), RdfFormat.N_TRIPLES), base)


def _old(reader: Reader, graph: str, base: str) -> Contribution:
    """Give what a paper contributes as it is published now."""
    return of_extract(unpack(reader.extract(graph))) or contribution(reader.graph(graph), base)


class _Touched:
    """What changed papers touch: its statements before and after."""

    def __init__(self, reader: Reader, changes: Mapping[str, Change], base: str) -> None:
        self._reader = reader
        self._base = base
        self._graph = aggregates_graph(base)
        self._terms = Terms(base)
        self._old = [_old(reader, graph, base) for graph in changes]
        self._new = [_new(change, base) for change in changes.values()]

    def difference(self) -> tuple[list[Quad], list[Quad]]:
        """Give the statements that go and those that come."""
        series, counts = self._series(), self._tallies()
        before, after = series[0] | counts[0], series[1] | counts[1]
        return list(before - after), list(after - before)

    def _series(self) -> tuple[set[Quad], set[Quad]]:
        old = {member for each in self._old for member in each.members}
        new = {member for each in self._new for member in each.members}
        indicators = sorted({member.indicator for member in old ^ new})
        changed = {member.document for member in old | new}
        before: set[Quad] = set()
        after: set[Quad] = set()
        for some in _pieces(indicators):
            before.update(self._said(some))
            members: defaultdict[str, list[Member]] = defaultdict(list)
            rest = (member for member in self._members(some) if member.document not in changed)
            for member in (*rest, *new):
                members[member.indicator].append(member)
            after.update(quad for name in some for quad in describe_indicator(members[name], self._base).quads())
        return before, after

    def _tallies(self) -> tuple[set[Quad], set[Quad]]:
        more: Counter[Tallied] = Counter()
        for each in self._new:
            more.update(each.tallies)
        for each in self._old:
            more.subtract(each.tallies)
        touched = sorted(what for what, number in more.items() if number)
        before = self._counted(touched)
        after = {what: before.get(what, 0) + more[what] for what in touched}
        return ({*describe_tallies(before, self._base).quads()}, {*describe_tallies(after, self._base).quads()})

    def _members(self, indicators: Sequence[str]) -> Iterator[Member]:
        """Give the figures of some indicators as they are published now."""
        names = {name: self._terms[f"kg:{name}"].value for name in ("indicator", "breakdown", "place", "period")}
        unit = self._terms["sdmx-attribute:unitMeasure"].value
        for row in self._rows(_MEMBERS.format(things=self._listed(indicators), unit=unit, **names)):
            yield Member(*(cell.removeprefix(self._base) for cell in row))

    def _said(self, indicators: Sequence[str]) -> Iterator[Quad]:
        """Give what the aggregates say of some indicators and their series now."""
        query = _SAID.format(
            things=self._listed(indicators), graph=self._graph, indicator=self._terms["kg:indicator"].value
        )
        graph = NamedNode(self._graph)
        for subject, predicate, end in self._reader.query(query).rows():
            if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode):
                if isinstance(end, NamedNode | Literal):
                    yield Quad(subject, predicate, end, graph)

    def _counted(self, tallies: Sequence[Tallied]) -> dict[Tallied, int]:
        """Give what some counts are now; those that are not there yet are left out."""
        names = {tally_iri(self._base, what): what for what in tallies}
        found: dict[Tallied, int] = {}
        for some in _pieces(list(names)):
            things = " ".join(f"<{iri}>" for iri in some)
            query = _COUNTED.format(things=things, graph=self._graph, count=self._terms["kg:count"].value)
            found.update({names[iri]: int(number) for iri, number in self._rows(query)})
        return found

    def _rows(self, query: str) -> Iterator[tuple[str, ...]]:
        for row in self._reader.query(query).rows():
            yield tuple(cell.value for cell in row if isinstance(cell, NamedNode | Literal))

    def _listed(self, local: Iterable[str]) -> str:
        return " ".join(f"<{self._base}{name}>" for name in local)


def _pieces(names: Sequence[str]) -> Iterator[Sequence[str]]:
    return (names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE))
