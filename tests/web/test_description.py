"""The service description says what is true of the endpoint: its graphs, its functions, its features."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import httpx
import pytest
from fastapi import FastAPI
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from graph.settings import Settings
from graph.web import create_app
from graph.web.description import FUNCTIONS, LANGUAGES, service_description

BASE = "https://data.example.org/kg/"
SD = "http://www.w3.org/ns/sparql-service-description#"
GEO = "http://www.opengis.net/def/function/geosparql/"


@pytest.fixture(scope="module")
def described(address: str) -> list[Triple]:
    answer = httpx.get(f"{address}/sparql", headers={"Accept": "application/n-triples"})
    quads = parse(answer.content, format=RdfFormat.N_TRIPLES)
    return [Triple(quad.subject, quad.predicate, quad.object) for quad in quads]


def objects(said: list[Triple], name: str) -> set[str]:
    return {str(each.object).strip("<>") for each in said if each.predicate.value == name}


def test_every_named_graph_is_there_with_the_number_of_its_triples(
    described: list[Triple], client: httpx.Client
) -> None:
    query = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": "application/sparql-results+json"})
    counted = {row["g"]["value"]: row["n"]["value"] for row in answer.json()["results"]["bindings"]}
    told = {
        each.subject.value: each.object.value  # type: ignore[union-attr]
        for each in described
        if each.predicate.value == "http://rdfs.org/ns/void#triples"
    }
    assert told == counted
    assert objects(described, f"{SD}name") == set(counted)
    assert len(counted) == 4


def test_the_default_dataset_is_ours_and_the_union_is_its_default_graph(described: list[Triple]) -> None:
    assert objects(described, f"{SD}defaultDataset") == {f"{BASE}id/dataset/kamergraaf"}
    assert objects(described, f"{SD}feature") == {f"{SD}UnionDefaultGraph"}
    assert objects(described, f"{SD}supportedLanguage") == {SD + name for name in LANGUAGES}
    assert objects(described, f"{SD}defaultEntailmentRegime") == {"http://www.w3.org/ns/entailment/Simple"}
    assert len(objects(described, f"{SD}resultFormat")) == 10


def test_every_function_that_is_told_of_can_be_called(client: httpx.Client, described: list[Triple]) -> None:
    assert objects(described, f"{SD}extensionFunction") == {GEO + name for name in FUNCTIONS}
    point = '"POLYGON((0 0, 0 1, 1 1, 0 0))"^^<http://www.opengis.net/ont/geosparql#wktLiteral>'
    calls = " ".join(f"(<{GEO}{name}>({point}, {point}) AS ?f{number})" for number, name in enumerate(FUNCTIONS))
    answer = client.get("/sparql", params={"query": f"SELECT {calls} {{}}"}, headers={"Accept": "text/csv"})
    values = answer.text.split("\r\n")[1].split(",")
    assert set(values) == {"true", "false"}
    assert len(values) == len(FUNCTIONS)


def test_other_endpoints_are_a_feature_only_where_the_operator_lists_some(
    settings_of: Callable[..., Settings], serving: Callable[[FastAPI], AbstractContextManager[str]]
) -> None:
    feature = NamedNode(f"{SD}BasicFederatedQuery")
    assert feature not in {each.object for each in service_description("https://e.org/sparql")}
    app = create_app(settings_of(service_endpoints="https://example.org/sparql", query_workers=1))
    with serving(app) as address:
        answer = httpx.get(f"{address}/sparql", headers={"Accept": "text/turtle"})
    assert "sd:BasicFederatedQuery" in answer.text


@pytest.mark.parametrize("media_type", ["text/turtle", "application/rdf+xml", "application/ld+json"])
def test_the_service_is_described_in_every_form(client: httpx.Client, media_type: str) -> None:
    answer = client.get("/sparql", headers={"Accept": media_type})
    assert answer.headers["content-type"].startswith(media_type)
    assert "UnionDefaultGraph" in answer.text
