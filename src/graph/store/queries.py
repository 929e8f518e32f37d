"""A visitor's query before it reaches the store: judged, and with its dataset settled.

`graph.store.judgement` parses a query to find SERVICE and dataset clauses. That costs more than most queries, so it is
left out where neither word stands in the text: the store takes both only as they are, in any case, never escaped.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from graph.errors import QueryError
from graph.store.base import Reader, Result
from graph.store.services import Services

_NEEDS_JUDGEMENT = re.compile("service|from", re.IGNORECASE)


@dataclass(frozen=True)
class Dataset:
    """The graphs that a query looks at: those of its default graph, and those that GRAPH can name."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.default or self.named)


def run(reader: Reader, query: str, asked: Dataset, services: Collection[str] = (), base: str | None = None) -> Result:
    """Run a visitor's query.

    Args:
        reader: of the publication to ask.
        query: SPARQL as the visitor sent it.
        asked: the dataset of the protocol, which goes before that of the query (SPARQL 1.1 Protocol, 2.1.4).
        services: the endpoints that SERVICE may reach, as the setting lists them (`graph.store.services`).
        base: what relative IRIs are resolved against where the query has no BASE (SPARQL 1.1, 4.1.1.2).

    Raises:
        QueryError: when it is no query, wants to write, or has a SERVICE pattern that is not allowed.
    """
    if not _NEEDS_JUDGEMENT.search(query):
        try:
            return _run(reader, query, asked, base) if asked else reader.query(query, base=base)
        except QueryError:
            _explain(query)
            raise
    from graph.store.judgement import judge  # half the start of a worker: only where it is needed

    listed = Services.read(tuple(services))
    judged = judge(query, listed.allowed, base or "")
    for endpoint in judged.services:
        listed.check(endpoint)
    if asked:
        return _run(reader, judged.text, asked, base)
    return reader.query(judged.text, default_graphs=judged.default_graphs, named_graphs=judged.named_graphs, base=base)


def _run(reader: Reader, query: str, asked: Dataset, base: str | None) -> Result:
    return reader.query(query, default_graphs=asked.default, named_graphs=asked.named, base=base)


def _explain(query: str) -> None:
    """Raise the better message of the other parser, which knows updates and shows the place."""
    from graph.store.judgement import judge

    judge(query)
