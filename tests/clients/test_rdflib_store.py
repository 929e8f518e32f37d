from __future__ import annotations

import pytest
from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from tests.clients.conftest import DOCUMENT, GRAPH, KG

QUESTION = URIRef(f"{KG}Question")
NUMBER = URIRef(f"{KG}number")
COUNT = f"SELECT (COUNT(*) AS ?n) {{ ?s a <{KG}Question> }}"
BY_GRAPH = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"


def test_a_graph_of_the_store_is_opened_by_its_address(endpoint: str) -> None:
    graph = Graph(store="SPARQLStore")
    graph.open(endpoint)
    assert graph.value(URIRef(DOCUMENT), NUMBER) == Literal(7)
    assert (URIRef(DOCUMENT), RDF.type, QUESTION) not in graph
    assert len(list(graph.subjects(RDF.type, QUESTION))) == 25


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["xml", "json", "tsv"])
def test_a_select_has_typed_terms_in_every_form_and_by_every_method(endpoint: str, method: str, form: str) -> None:
    graph = Graph(store=SPARQLStore(endpoint, method=method, returnFormat=form))
    assert [tuple(row) for row in graph.query(COUNT)] == [(Literal("25", datatype=XSD.integer),)]  # type: ignore[arg-type]


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_an_ask_and_a_construct_are_answered(endpoint: str, method: str) -> None:
    graph = Graph(store=SPARQLStore(endpoint, method=method))
    assert graph.query(f"ASK {{ ?s a <{KG}Question> }}").askAnswer is True
    made = graph.query(f"CONSTRUCT {{ ?s a <{KG}Question> }} WHERE {{ ?s a <{KG}Question> }}").graph
    assert made is not None and len(made) == 25


def test_triples_are_matched_by_any_part(endpoint: str) -> None:
    graph = Graph(store=SPARQLStore(endpoint))
    question = URIRef(f"{DOCUMENT}/question/3")
    assert list(graph.triples((question, NUMBER, None))) == [(question, NUMBER, Literal(3))]
    assert (question, RDF.type, QUESTION) in graph
    assert question in set(graph.subjects(NUMBER, Literal(3)))
    assert NUMBER in set(graph.predicates(question, Literal(3)))


def test_a_named_graph_and_all_graphs_have_a_length_and_contexts_tell_them_apart(endpoint: str) -> None:
    store = SPARQLStore(endpoint)
    paper = Graph(store=store, identifier=URIRef(GRAPH))
    counted = {str(row[0]): row[1].toPython() for row in Graph(store=store).query(BY_GRAPH)}  # type: ignore[index,union-attr]
    assert len(paper) == counted[GRAPH]
    assert len(Graph(store=store)) == sum(counted.values())
    assert {str(name) for name in store.contexts()} == set(counted)
    question = (URIRef(f"{DOCUMENT}/question/3"), None, None)
    assert {str(name) for name in store.contexts(question)} == {GRAPH}  # type: ignore[arg-type]


def test_a_mistake_is_an_error_and_writing_is_refused(endpoint: str) -> None:
    graph = Graph(store=SPARQLStore(endpoint))
    with pytest.raises(ValueError, match="wrong formulating"):
        graph.query("SELECT * {")
    with pytest.raises(TypeError, match="read only"):
        graph.add((URIRef(DOCUMENT), NUMBER, Literal(8)))
