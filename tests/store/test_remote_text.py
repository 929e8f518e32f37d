from __future__ import annotations

import pytest

from graph.errors import QueryError
from graph.store.base import Form
from graph.store.remote.text import form_of, has_base, without_dataset


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("PREFIX ask: <http://e.org/> SELECT * { ?s ask:ask ?o }", Form.SOLUTIONS),
        ("# SELECT\nASK {}", Form.BOOLEAN),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", Form.TRIPLES),
        ("DESCRIBE <http://e.org/select>", Form.TRIPLES),
        ("PREFIX s: <http://e.org/> CONSTRUCT WHERE { ?s ?p ?o }", Form.TRIPLES),
        ("ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", Form.BOOLEAN),
    ],
)
def test_a_query_says_what_it_gives_without_any_engine(query: str, form: Form) -> None:
    assert form_of(query, None) is form


@pytest.mark.parametrize("query", ["SELECT * {", "INSERT DATA { <a:a> <a:b> 1 }", "SELECT (<bif:x>() AS ?y) {}"])
def test_a_mistake_is_found_before_anything_is_sent(query: str) -> None:
    with pytest.raises(QueryError):
        form_of(query, None)


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("SELECT * FROM e:a FROM NAMED <b> { ?s ?p ?o }", "SELECT *   { ?s ?p ?o }"),
        ("ask from <a>{}", "ask {}"),
        ("SELECT ?from (1 AS ?x) { ?from e:from 'FROM <a>' }", "SELECT ?from (1 AS ?x) { ?from e:from 'FROM <a>' }"),
        ("CONSTRUCT { ?s <FROM> ?o } FROM <a> { ?s ?p ?o }", "CONSTRUCT { ?s <FROM> ?o }  { ?s ?p ?o }"),
        ("SELECT * # FROM <a>\n{}", "SELECT * # FROM <a>\n{}"),
    ],
)
def test_only_the_clauses_of_the_dataset_are_left_out(query: str, left: str) -> None:
    assert without_dataset(query) == left


def test_a_base_of_its_own_is_seen() -> None:
    assert has_base("PREFIX a: <http://e.org/>\nBASE <http://e.org/> ASK {}")
    assert not has_base("SELECT ?base { ?base ?p 'BASE' }")
