"""Which indicator takes the place of one that no paper speaks of any more, because its words are read better now.

That a figure has another indicator says nothing of the indicator as a whole. One is replaced only where every figure
that it had stands unchanged, on the same words, of the same part, time, place and unit, and all of them have one and
the same other indicator, of which the words are those of the first with some left out or added. Otherwise it is gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from graph.store.base import Change, Reader

Marks = Mapping[tuple[object, ...], list[str]]
"""Facts by what cannot change without their being others (`graph.build.replaced`)."""

Described = Mapping[str, Mapping[str, frozenset[str]]]
"""What is said of each thing: the ends of its statements by property."""

_UNIT = "http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure"


class Relabelled:
    """The indicators of one build, followed from paper to paper.

    Args:
        base: the base IRI.
    """

    def __init__(self, base: str) -> None:
        self._base = base
        self._indicator = f"{base}def/indicator"
        self._same = (_UNIT, f"{base}def/breakdown", f"{base}def/place")
        self._papers: set[str] = set()
        self.used: set[str] = set()
        self._found: defaultdict[str, set[str]] = defaultdict(set)
        self._lost: set[str] = set()

    def follow(self, graph: str, old: Described, new: Described, before: Marks, after: Marks) -> None:
        """Take in a paper that changes.

        Args:
            graph: its graph.
            old: what it said.
            new: what it says now.
            before: its facts as they were.
            after: its facts as they are.
        """
        self._papers.add(graph)
        where = {thing: mark for mark, things in before.items() for thing in things}
        for thing, said in old.items():
            for indicator in said.get(self._indicator, ()):
                mark = where.get(thing, ())
                found = after.get(mark, [])
                certain = len(before.get(mark, [])) == len(found) == 1 and self._is_same(said, new[found[0]])
                targets = new[found[0]].get(self._indicator, frozenset()) if certain else frozenset()
                self._found[indicator].update(targets)
                if len(targets) != 1:
                    self._lost.add(indicator)

    def passed(self, graph: str) -> None:
        """Take in a paper of which no indicator goes."""
        self._papers.add(graph)

    def pairs(self, reader: Reader, changes: Mapping[str, Change]) -> Iterator[tuple[str, str]]:
        """Give each indicator that is replaced, with the one that takes its place.

        Args:
            reader: of the store before the build.
            changes: all that becomes of papers, also those that were not followed because they are new.
        """
        gone = self._found.keys() - self._lost - self.used
        found = {old: new for old in gone for new in self._found[old] if len(self._found[old]) == 1}
        likely = {old: new for old, new in found.items() if self._is_of_one_kind(old, new)}
        for graph in changes.keys() - self._papers if likely else ():
            content = changes[graph].content()
            likely = {old: new for old, new in likely.items() if f"<{old}>".encode() not in content}
        return (pair for pair in sorted(likely.items()) if self._papers_with(reader, pair[0]) <= self._papers)

    def moved(self, old: Described, before: str, after: str) -> Iterator[tuple[str, str]]:
        """Give the indicators that belong to one answer of a paper, and that have the paper's new identifier in them.

        Args:
            old: what the paper said.
            before: its identifier.
            after: its identifier now.
        """
        for said in old.values():
            for indicator in said.get(self._indicator, ()):
                words, sign, key = indicator.rpartition(f".{before}.")
                if sign:
                    yield indicator, f"{words}.{after}.{key}"

    def _is_same(self, old: Mapping[str, frozenset[str]], new: Mapping[str, frozenset[str]]) -> bool:
        return all(old.get(name) == new.get(name) for name in self._same)

    def _is_of_one_kind(self, old: str, new: str) -> bool:
        one, other = (self._words(iri) for iri in (old, new))
        return bool(one and other) and (one <= other or other <= one)

    def _words(self, iri: str) -> frozenset[str]:
        """Give the words in the address of an indicator, without its kind and the answer that it belongs to."""
        return frozenset(iri.removeprefix(f"{self._base}id/indicator/").partition(".")[0].split("-"))

    def _papers_with(self, reader: Reader, indicator: str) -> set[str]:
        figure = f"?s <{self._indicator}> <{indicator}> ; a <{self._base}def/Statistic>"
        query = f"SELECT DISTINCT ?g {{ GRAPH ?g {{ {figure} }} }}"
        return {row[0].value for row in reader.query(query).rows() if isinstance(row[0], ox.NamedNode)}
