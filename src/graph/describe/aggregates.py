"""The graph of aggregates: series and counts that follow from what papers contribute, whole or for what was touched.

Pages and queries need no sums over all papers. What stands in the graph is a function of what the papers that are
published contribute: no order of builds and removals decides anything.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby, starmap
from operator import attrgetter

from pyoxigraph import Quad

from graph.describe.contribution import Contribution, Member, Tallied
from graph.describe.counts import Counts, count
from graph.describe.iris import Iris
from graph.describe.series import describe_indicator
from graph.describe.tallies import describe_tallies
from graph.describe.terms import Terms

_AT_ONCE = 2000
_ROW = attrgetter("indicator", "breakdown", "place", "unit", "period", "statistic")


def aggregates_graph(base: str) -> str:
    """Give the IRI of the graph of aggregates."""
    return Iris(base).graph("aggregates")


def describe_aggregates(contributions: Iterable[Contribution], base: str) -> Iterator[list[Quad]]:
    """Describe all series and counts, piece by piece; no two pieces say the same.

    The figures of all papers do not fit in memory together: they are put in order by a database of their own, which
    keeps on disk what is too much and goes with the last piece.

    Args:
        contributions: of every paper that is published, in any order.
        base: the base IRI.
    """
    tallies: Counter[Tallied] = Counter()
    with closing(sqlite3.connect("")) as members:  # the empty name is a temporary file without one
        members.execute("CREATE TABLE member (indicator, breakdown, place, unit, period, statistic)")
        for each in contributions:
            tallies.update(each.tallies)
            members.executemany("INSERT INTO member VALUES (?, ?, ?, ?, ?, ?)", map(_ROW, each.members))
        found = starmap(Member, members.execute("SELECT * FROM member ORDER BY indicator"))
        for _, own in groupby(found, key=attrgetter("indicator")):
            yield describe_indicator(own, base).quads()
    every = sorted(tallies)
    for start in range(0, len(every), _AT_ONCE):
        yield describe_tallies({what: tallies[what] for what in every[start : start + _AT_ONCE]}, base).quads()


def count_aggregates(quads: Iterable[Quad], base: str) -> Counts:
    """Count statements of the graph of aggregates, so that counts of its parts add up.

    Only what is described there and nowhere else is a subject of its own: series and counts, not indicators.
    """
    counts, terms = count(quads, base), Terms(base)
    subjects = sum(counts.classes[terms[name].value] for name in ("qb:Slice", "kg:Tally"))
    return Counts(counts.triples, subjects, counts.classes, counts.properties, counts.links)


def counts_after(before: Counts, removed: Counts, added: Counts) -> Counts:
    """Give the counts of the graph after some statements went and others came."""
    return Counts(
        before.triples - removed.triples + added.triples,
        before.subjects - removed.subjects + added.subjects,
        before.classes - removed.classes + added.classes,
        before.properties - removed.properties + added.properties,
        before.links - removed.links + added.links,
    )
