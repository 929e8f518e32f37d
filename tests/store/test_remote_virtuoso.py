from __future__ import annotations

import pytest

from graph.errors import QueryError, QueryTimeoutError, StoreError
from graph.store.remote import virtuoso


def test_a_query_that_was_ended_is_no_result() -> None:
    with pytest.raises(QueryTimeoutError):
        virtuoso.judge_headers({"X-SQL-State": "S1TAT", "X-SQL-Message": "RC...: Returning incomplete results"})


def test_rows_that_are_missing_are_told_with_what_to_do() -> None:
    with pytest.raises(StoreError, match="cut the result at 10000 rows: raise ResultSetMaxRows"):
        virtuoso.judge_headers({"X-SPARQL-MaxRows": "10000"})


def test_a_whole_result_passes() -> None:
    virtuoso.judge_headers({"Content-Type": "application/sparql-results+json"})


@pytest.mark.parametrize("query", ["ASK { ?s <bif:contains> 'x' }", "PREFIX s: <SQL:> ASK {}", "BASE <bif:x> ASK {}"])
def test_what_only_virtuoso_understands_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="not of SPARQL"):
        virtuoso.judge_text(query)


def test_only_booleans_are_written_anew() -> None:
    one = b'{ "type": "typed-literal", "datatype": "http://www.w3.org/2001/XMLSchema#%s", "value": "%s" }'
    assert virtuoso.booleans(one % (b"boolean", b"0")) == one % (b"boolean", b"false")
    for kind, value in ((b"integer", b"1"), (b"boolean", b"true"), (b"boolean", b"10")):
        assert virtuoso.booleans(one % (kind, value)) == one % (kind, value)


@pytest.mark.parametrize(
    ("body", "long"),
    [
        ("Virtuoso S1T00 Error SR171: Transaction timed out", True),
        ("Virtuoso 42000 Error The estimated execution time 900 (sec) exceeds the limit of 400 (sec).", True),
        ("Virtuoso 37000 Error SP030: SPARQL compiler, line 2: syntax error", False),
    ],
)
def test_an_error_that_means_too_long_is_known(body: str, long: bool) -> None:
    assert virtuoso.too_long(body) is long
