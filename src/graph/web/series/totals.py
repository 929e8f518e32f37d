"""How often what happens with a thing, over all years: counted when papers are published, and only added up here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from graph.store.base import Reader
from graph.web.series.lookup import cells, last_part, prefixed

_COUNTS = (
    "SELECT ?activity (SUM(?n) AS ?total) {{ ?t kg:about <{iri}> ; kg:activity ?activity ; kg:count ?n }} "
    "GROUP BY ?activity"
)


def totals_of(reader: Reader, base: str, iri: str) -> Mapping[str, int]:
    """Give the counts of a thing by activity, such as ``papers`` and ``figures``; 0 for what never happened.

    Args:
        reader: of a publication.
        base: the base IRI.
        iri: of what is counted, such as the whole data set.
    """
    totals: Counter[str] = Counter()
    for activity, number in cells(reader, prefixed(base) + _COUNTS.format(iri=iri)):
        totals[last_part(activity)] += int(number)
    return totals
