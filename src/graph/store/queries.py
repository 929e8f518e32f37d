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

_NEEDS_JUDGEMENT = re.compile("service|from", re.IGNORECASE)


@dataclass(frozen=True)
class Dataset:
    """The graphs that a query looks at: those of its default graph, and those that GRAPH can name."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.default or self.named)


def run(reader: Reader, query: str, asked: Dataset, services: Collection[str] = ()) -> Result:
    """Run a visitor's query.

    Args:
        reader: of the publication to ask.
        query: SPARQL as the visitor sent it.
        asked: the dataset of the protocol, which goes before that of the query (SPARQL 1.1 Protocol, 2.1.4).
        services: the endpoints that SERVICE may reach.

    Raises:
        QueryError: when it is no query, wants to write, or has a SERVICE pattern that is not allowed.
    """
    if not _NEEDS_JUDGEMENT.search(query):
        try:
            return _run(reader, query, asked.default, asked.named) if asked else reader.query(query)
        except QueryError:
            _explain(query)
            raise
    from graph.store.judgement import judge  # half the start of a worker: only where it is needed

    judged = judge(query, frozenset(services))
    if asked:
        return _run(reader, judged.text, asked.default, asked.named)
    return reader.query(judged.text, default_graphs=judged.default_graphs, named_graphs=judged.named_graphs)


def _run(reader: Reader, query: str, default: tuple[str, ...], named: tuple[str, ...]) -> Result:
    return reader.query(query, default_graphs=default, named_graphs=named)


def _explain(query: str) -> None:
    """Raise the better message of the other parser, which knows updates and shows the place."""
    from graph.store.judgement import judge

    judge(query)
