"""What Virtuoso answers differently from the standard, and how it is told: timeouts, cut results, booleans, messages.

Measured with 7.2.5 (`tests/engines`). A query that ran past a limit is answered 200 with what was found until then; a
result that was cut at ``ResultSetMaxRows`` is answered 200, a graph without even a header; ``true`` is written ``1``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.errors import QueryError, QueryTimeoutError, StoreError
from graph.store.remote.text import begins_with_query

ENOUGH = 1_000_000
"""How many rows a result may have where the engine is set up as it should be."""

LIMIT = 'SELECT (bif:cfg_item_value(bif:virtuoso_ini_path(), "SPARQL", "ResultSetMaxRows") AS ?rows) WHERE {}'
"""Asks the engine for its own limit; by default it may be asked by anybody."""

_STATE = "X-SQL-State"
_BOOLEAN = re.compile(rb'("datatype": "http://www\.w3\.org/2001/XMLSchema#boolean", "value": ")([01])(?=" ?\})')
_ERROR = re.compile(r"Virtuoso \w+ Error (?:\w+: )?(?P<what>.*?)(?:\n\s*\n|\Z)", re.DOTALL)
_TOO_LONG = re.compile(r"S1T00|exceeds the limit of|query interrupted|Transaction timed out")
_OWN = re.compile(r"<\s*(?:bif|sql):", re.IGNORECASE)


def prologue(query: str) -> str:
    """Give what stands before a query, in its first line: how to describe, and in which order to join.

    Its own DESCRIBE gives also what points to a thing. A query that begins with another one is asked in the order of
    its text: Virtuoso would run the inner one for each row of the rest (20 s and more for 0.6 s, at 500 papers).
    """
    order = 'define sql:select-option "order" ' if begins_with_query(query) else ""
    return f'define sql:describe-mode "CBD" {order}'


def judge_headers(headers: Mapping[str, str]) -> None:
    """Refuse a result that is not complete, although its status is 200.

    Raises:
        QueryTimeoutError: where the query was ended.
        StoreError: where rows are missing.
    """
    if headers.get(_STATE, "").startswith("S1T"):
        raise QueryTimeoutError("the engine ended the query at its limit of time")
    if rows := headers.get("X-SPARQL-MaxRows"):
        raise StoreError(cut_at(rows))


def cut_at(rows: str | int) -> str:
    """Say that a result has been cut, and what to do."""
    return f"Virtuoso cut the result at {rows} rows: raise ResultSetMaxRows in its virtuoso.ini and start it again"


def judge_text(query: str) -> None:
    """Refuse what only Virtuoso understands: its functions reach into the machine that it runs on.

    Raises:
        QueryError: for an IRI of its own schemes.
    """
    if _OWN.search(query):
        raise QueryError("this query cannot be run: it names a function that is not of SPARQL")


def booleans(body: bytes) -> bytes:
    """Write ``true`` and ``false`` as the standard does, in results as JSON.

    >>> booleans(b'{"datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": "1" }')
    b'{"datatype": "http://www.w3.org/2001/XMLSchema#boolean", "value": "true" }'
    """
    return _BOOLEAN.sub(lambda found: found[1] + (b"true" if found[2] == b"1" else b"false"), body)


def message(body: str) -> str:
    r"""Give an error without the query that it repeats, which may be long.

    >>> message("Virtuoso 37000 Error SP030: SPARQL compiler, line 2: syntax error at '}'\n\nSPARQL query:\nSELECT")
    "SPARQL compiler, line 2: syntax error at '}'"
    """
    found = _ERROR.search(body)
    return " ".join((found["what"] if found else body).split())


def too_long(body: str) -> bool:
    """Whether an error says that the query took too long."""
    return _TOO_LONG.search(body) is not None
