"""The tests of the W3C's SPARQL 1.1 protocol suite that a service which only reads can take, in our own notation.

They are the thirteen of queries, the seven of faulty queries and the seven of faulty updates; an update that is right
has to be refused here and stands among our own rows. https://w3c.github.io/rdf-tests/sparql/sparql11/protocol/
"""

from __future__ import annotations

from tests.conformance.protocol.rows import DIRECT, FORM, PLAIN, REFUSED, UPDATE, Row, Shape

DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
ONE, TWO, THREE = (DATA.format(number) for number in (1, 2, 3))
_NONE = (("default-graph-uri", DATA.format(0)),)
_BOTH_TYPED = f"ASK {{ <{ONE}> a ?type . <{TWO}> a ?type . }}"
_BOTH_NAMED = f"GRAPH ?g1 {{ <{ONE}> a ?type }} GRAPH ?g2 {{ <{TWO}> a ?type }}"
_DEFAULT = (("default-graph-uri", ONE), ("default-graph-uri", TWO))
_NAMED = (("named-graph-uri", ONE), ("named-graph-uri", TWO))
_CONFLICT = (
    "PREFIX foaf: <http://xmlns.com/foaf/0.1/> WITH <http://example/addresses> DELETE { ?p foaf:givenName 'Bill' } "
    "INSERT { ?p foaf:givenName 'William' } WHERE { ?p foaf:givenName 'Bill' }"
)


def _true(
    name: str,
    parameters: tuple[tuple[str, str], ...],
    body: str = "",
    headers: dict[str, str] | None = None,
) -> Row:
    return Row(
        name,
        "POST" if body else "GET",
        parameters,
        body,
        headers or {},
        shape=Shape.BOOLEAN,
        boolean=True,
    )


QUERIES = (
    _true("query_post_form", _NONE, "query=ASK%20%7B%7D", FORM),
    _true("query_dataset_default_graphs_get", (("query", _BOTH_TYPED), *_DEFAULT)),
    _true("query_dataset_default_graphs_post", _DEFAULT, _BOTH_TYPED, DIRECT),
    _true("query_dataset_named_graphs_post", _NAMED, f"ASK {{ {_BOTH_NAMED} }}", DIRECT),
    _true("query_dataset_named_graphs_get", (("query", f"ASK {{ {_BOTH_NAMED} }}"), *_NAMED)),
    _true(
        "query_dataset_full",
        (("default-graph-uri", THREE), *_NAMED),
        f"ASK {{ <{THREE}> a ?type {_BOTH_NAMED} }}",
        DIRECT,
    ),
    _true("query_multiple_dataset", _NAMED, f"ASK FROM <{THREE}> {{ {_BOTH_NAMED} }}", DIRECT),
    _true("query_get", (("query", "ASK {}"), *_NONE)),
    Row("query_content_type_select", "POST", _NONE, "SELECT (1 AS ?value) {}", DIRECT, shape=Shape.TABLE),
    Row("query_content_type_ask", "POST", _NONE, "ASK {}", DIRECT, shape=Shape.BOOLEAN),
    Row("query_content_type_describe", "POST", _NONE, "DESCRIBE <http://example.org/>", DIRECT, shape=Shape.GRAPH),
    Row("query_content_type_construct", "POST", _NONE, "CONSTRUCT { <s> <p> 1 } WHERE {}", DIRECT, shape=Shape.GRAPH),
    _true("query_post_direct", (), "ASK {}", DIRECT),
)

FAULTS = (
    Row("bad_query_method", "PUT", (("query", "ASK {}"), *_NONE), headers=FORM, status=REFUSED),
    Row("bad_multiple_queries", parameters=(("query", "ASK {}"), ("query", "SELECT * {}")), status=REFUSED),
    Row("bad_query_wrong_media_type", "POST", body="ASK {}", headers=PLAIN, status=REFUSED),
    Row("bad_query_missing_form_type", "POST", body="query=ASK%20%7B%7D", status=REFUSED),
    Row("bad_query_missing_direct_type", "POST", body="ASK {}", status=REFUSED),
    Row(
        "bad_query_non_utf8",
        "POST",
        body="ASK {}".encode("utf-16"),
        headers={"Content-Type": "application/sparql-query; charset=UTF-16"},
        status=REFUSED,
    ),
    Row("bad_query_syntax", parameters=(("query", "ASK {"),), status=REFUSED),
    Row("bad_update_get", parameters=(("update", "CLEAR ALL"),), status=REFUSED),
    Row(
        "bad_multiple_updates", "POST", body="update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", headers=FORM, status=REFUSED
    ),
    Row(
        "bad_update_wrong_media_type",
        "POST",
        body="CLEAR NAMED",
        headers={"Content-Type": "text/plain"},
        status=REFUSED,
    ),
    Row("bad_update_missing_form_type", "POST", body="update=CLEAR%20NAMED", status=REFUSED),
    Row(
        "bad_update_non_utf8",
        "POST",
        body="CLEAR NAMED".encode("utf-16"),
        headers={"Content-Type": "application/sparql-update; charset=UTF-16"},
        status=REFUSED,
    ),
    Row("bad_update_syntax", "POST", body="update=CLEAR%20XYZ", headers=FORM, status=REFUSED),
    Row(
        "bad_update_dataset_conflict",
        "POST",
        (("using-named-graph-uri", "http://example/people"),),
        _CONFLICT,
        UPDATE,
        status=REFUSED,
    ),
)
