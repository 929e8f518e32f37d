from __future__ import annotations

import pytest

from graph.errors import QueryError, ServiceRefusedError
from graph.store.judgement import judge

CALL = "SERVICE <http://127.0.0.1:9/x> { ?a ?b ?c }"

SPELLINGS = {
    "plain": f"SELECT * {{ {CALL} }}",
    "lower case": "SELECT * { service <http://127.0.0.1:9/x> { ?a ?b ?c } }",
    "mixed case": "SELECT * { sErViCe <http://127.0.0.1:9/x> { ?a ?b ?c } }",
    "silent": "SELECT * { SERVICE SILENT <http://127.0.0.1:9/x> { ?a ?b ?c } }",
    "prefixed": "PREFIX x: <http://127.0.0.1:9/> SELECT * { SERVICE x:x { ?a ?b ?c } }",
    "relative": "BASE <http://127.0.0.1:9/> SELECT * { SERVICE <x> { ?a ?b ?c } }",
    "variable": "SELECT * { VALUES ?e { <http://127.0.0.1:9/x> } SERVICE ?e { ?a ?b ?c } }",
    "in EXISTS": f"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ {CALL} }} }}",
    "in NOT EXISTS": f"ASK {{ FILTER NOT EXISTS {{ {CALL} }} }}",
    "in a subquery": f"SELECT * {{ {{ SELECT * {{ OPTIONAL {{ {CALL} }} }} }} }}",
    "in MINUS": f"SELECT * {{ ?s ?p ?o MINUS {{ {CALL} }} }}",
    "in UNION": f"SELECT * {{ {{ ?s ?p ?o }} UNION {{ {CALL} }} }}",
    "in BIND": f"SELECT * {{ BIND(EXISTS {{ {CALL} }} AS ?x) }}",
    "in a projection": f"SELECT (EXISTS {{ {CALL} }} AS ?x) {{ }}",
    "in ORDER BY": f"SELECT * {{ ?s ?p ?o }} ORDER BY (EXISTS {{ {CALL} }})",
    "in HAVING": f"SELECT ?s {{ ?s ?p ?o }} GROUP BY ?s HAVING (EXISTS {{ {CALL} }})",
    "in GRAPH": f"SELECT * {{ GRAPH ?g {{ {CALL} }} }}",
    "in CONSTRUCT": f"CONSTRUCT {{ ?a ?b ?c }} WHERE {{ {CALL} }}",
    "in DESCRIBE": f"DESCRIBE ?a {{ {CALL} }}",
    "after a comment that ends in a carriage return": f"SELECT * {{ # hidden \r {CALL} }}",
    "after an escaped line end in a comment": f"SELECT * {{ # \\u000A {CALL}\n }}",
}


@pytest.mark.parametrize("query", SPELLINGS.values(), ids=SPELLINGS.keys())
def test_service_is_refused_however_it_is_spelled(query: str) -> None:
    with pytest.raises(QueryError):
        judge(query)


def test_what_runs_is_the_very_text_that_was_judged() -> None:
    hidden = f'SELECT * {{ ?s ?p "\\u0022" . {CALL} ?x ?y "\\u0022" }}'
    assert judge(hidden).text == f'SELECT * {{ ?s ?p """ . {CALL} ?x ?y """ }}', "there it is a string, for any parser"


def test_a_service_that_the_operator_lists_passes_and_no_other() -> None:
    allowed = frozenset({"http://127.0.0.1:9/x"})
    assert judge(SPELLINGS["prefixed"], allowed).text == SPELLINGS["prefixed"]
    with pytest.raises(ServiceRefusedError, match="other"):
        judge("SELECT * { SERVICE <http://other.example.org/> { ?a ?b ?c } }", allowed)


def test_the_word_service_elsewhere_is_no_service() -> None:
    judge('PREFIX service: <http://e/> SELECT ?service { ?service service:service "SERVICE <x> {}" } # service')


@pytest.mark.parametrize(
    ("query", "default", "named"),
    [
        ("SELECT * { ?s ?p ?o }", None, None),
        ("SELECT * FROM <http://e/a> { ?s ?p ?o }", ("http://e/a",), ()),
        ("SELECT * FROM NAMED <http://e/a> { ?s ?p ?o }", (), ("http://e/a",)),
        (
            "PREFIX e: <http://e/> ASK FROM e:a FROM NAMED e:b FROM e:c { }",
            ("http://e/a", "http://e/c"),
            ("http://e/b",),
        ),
        ("BASE <http://e/x/> DESCRIBE <y> FROM <../a>", ("http://e/a",), ()),
    ],
)
def test_the_dataset_clause_is_read(query: str, default: tuple[str, ...] | None, named: tuple[str, ...] | None) -> None:
    judged = judge(query)
    assert (judged.default_graphs, judged.named_graphs) == (default, named)


def test_an_update_is_called_one() -> None:
    with pytest.raises(QueryError, match="update"):
        judge("PREFIX e: <http://e/>\n# new\nINSERT DATA { e:a e:b e:c }")


def test_a_mistake_is_told_with_line_and_column() -> None:
    with pytest.raises(QueryError, match="line 2, column"):
        judge("SELECT *\nWHERE { ?s ?p }")
