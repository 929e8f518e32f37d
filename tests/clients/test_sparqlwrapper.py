from __future__ import annotations

import json
from urllib.error import HTTPError

import pytest
from rdflib import RDF, Graph, URIRef
from SPARQLWrapper import CSV, GET, JSON, JSONLD, POST, POSTDIRECTLY, RDFXML, TSV, TURTLE, URLENCODED, XML
from SPARQLWrapper import SPARQLWrapper as Wrapper
from SPARQLWrapper.SPARQLExceptions import EndPointNotFound, QueryBadFormed
from tests.clients.conftest import DOCUMENT, GRAPH, KG

# SPARQLWrapper 2.0.0 reads graphs into a class that rdflib gives up.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

WAYS = [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)]
SELECT = f"SELECT ?question ?number {{ ?question a <{KG}Question> ; <{KG}number> ?number }} ORDER BY ?number LIMIT 2"
CONSTRUCT = f"CONSTRUCT {{ ?s a <{KG}Question> }} WHERE {{ ?s a <{KG}Question> }}"
FIRST = f"{DOCUMENT}/question/1"


def asking(endpoint: str, query: str, form: str, way: tuple[str, str] = WAYS[0]) -> Wrapper:
    """Prepare a query as users of the library do."""
    client = Wrapper(endpoint)
    client.setQuery(query)
    client.setReturnFormat(form)
    client.setMethod(way[0])
    client.setRequestMethod(way[1])
    return client


@pytest.mark.parametrize("way", WAYS)
def test_solutions_come_in_every_form_and_by_every_method(endpoint: str, way: tuple[str, str]) -> None:
    found = asking(endpoint, SELECT, JSON, way).queryAndConvert()
    assert isinstance(found, dict)
    assert [row["number"]["value"] for row in found["results"]["bindings"]] == ["1", "2"]
    document = asking(endpoint, SELECT, XML, way).queryAndConvert()
    assert next(node.firstChild.data for node in document.getElementsByTagName("uri")) == FIRST  # type: ignore[union-attr]
    table = asking(endpoint, SELECT, CSV, way).queryAndConvert()
    assert isinstance(table, bytes) and table.decode().splitlines()[:2] == ["question,number", f"{FIRST},1"]
    tabbed = asking(endpoint, SELECT, TSV, way).queryAndConvert()
    assert isinstance(tabbed, bytes) and tabbed.decode().splitlines()[1] == f"<{FIRST}>\t1"


@pytest.mark.parametrize("way", WAYS)
def test_an_ask_is_answered(endpoint: str, way: tuple[str, str]) -> None:
    yes = asking(endpoint, f"ASK {{ <{DOCUMENT}> a <{KG}Document> }}", JSON, way).queryAndConvert()
    no = asking(endpoint, f"ASK {{ <{DOCUMENT}> a <{KG}Question> }}", JSON, way).queryAndConvert()
    assert isinstance(yes, dict) and isinstance(no, dict)
    assert (yes["boolean"], no["boolean"]) == (True, False)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("form", [TURTLE, RDFXML, JSONLD])
def test_a_graph_comes_in_every_form_and_by_every_method(endpoint: str, way: tuple[str, str], form: str) -> None:
    answer = asking(endpoint, CONSTRUCT, form, way).query()
    found = answer.convert()
    # Turtle comes as text, the other forms as a graph
    graph = Graph().parse(data=found, format="turtle") if isinstance(found, bytes) else found
    assert isinstance(graph, Graph)
    assert len(graph) == 25
    assert (URIRef(FIRST), RDF.type, URIRef(f"{KG}Question")) in graph


def test_a_description_is_read_as_a_graph(endpoint: str) -> None:
    found = asking(endpoint, f"DESCRIBE <{FIRST}>", RDFXML).queryAndConvert()
    assert isinstance(found, Graph)
    assert (URIRef(FIRST), RDF.type, URIRef(f"{KG}Question")) in found


def test_a_dataset_restricts_what_is_counted(endpoint: str) -> None:
    def count(graph: str | None) -> int:
        client = asking(endpoint, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", JSON)
        if graph:
            client.addDefaultGraph(graph)
        found = client.queryAndConvert()
        assert isinstance(found, dict)
        return int(found["results"]["bindings"][0]["n"]["value"])

    assert 0 < count(GRAPH) < count(None)
    assert count("https://example.org/no-such-graph") == 0


@pytest.mark.parametrize("way", WAYS)
def test_a_mistake_is_the_class_for_it_with_the_place_that_the_server_told(endpoint: str, way: tuple[str, str]) -> None:
    with pytest.raises(QueryBadFormed) as caught:
        asking(endpoint, "SELECT * {\n ?s ?p }", JSON, way).query()
    assert "line 2, column" in str(caught.value) and "/problems#bad-query" in str(caught.value)


def test_an_address_without_an_endpoint_is_the_class_for_it(address: str) -> None:
    with pytest.raises(EndPointNotFound, match="There is nothing at this address"):
        asking(f"{address}/nowhere", SELECT, JSON).query()


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "read-only"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "service"),
    ],
)
def test_what_is_refused_says_why(endpoint: str, query: str, kind: str) -> None:
    with pytest.raises(HTTPError) as caught:
        asking(endpoint, query, JSON, WAYS[1]).query()
    with caught.value as answer:
        problem = json.loads(answer.read())
    assert (answer.code, problem["status"]) == (403, 403)
    assert kind in problem["type"] and problem["detail"]
