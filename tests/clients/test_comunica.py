from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.clients.comunica import Comunica, QueryFailedError, Source, running
from tests.clients.conftest import DOCUMENT, GRAPH, KG

XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = f"PREFIX kg: <{KG}> PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX void: <http://rdfs.org/ns/void#> "
COUNT = f"{PREFIXES} SELECT (COUNT(*) AS ?n) {{ ?figure a kg:Statistic }}"
TITLE = f"{PREFIXES} SELECT ?title {{ <{DOCUMENT}> dcterms:title ?title }}"


@pytest.fixture(scope="session")
def comunica(installed: Path) -> Iterator[Comunica]:
    """A running Comunica."""
    with running(installed) as found:
        yield found


@pytest.fixture(scope="session")
def sparql(endpoint: str) -> Source:
    """The endpoint, said to be one."""
    return {"type": "sparql", "value": endpoint}


def test_the_endpoint_answers_as_a_sparql_source(comunica: Comunica, sparql: Source) -> None:
    assert comunica.rows(COUNT, sparql) == [{"n": ["55", f"{XSD}integer"]}]
    assert comunica.ask(f"ASK {{ <{DOCUMENT}> a <{KG}Document> }}", sparql) is True
    assert comunica.ask(f"ASK {{ <{DOCUMENT}> a <{KG}Question> }}", sparql) is False
    assert comunica.triples(f"CONSTRUCT {{ ?s a <{KG}Answer> }} WHERE {{ ?s a <{KG}Answer> }}", sparql) == 25


def test_the_endpoint_is_found_out_from_its_service_description(comunica: Comunica, endpoint: str) -> None:
    assert comunica.rows(COUNT, endpoint) == [{"n": ["55", f"{XSD}integer"]}]


def test_a_named_graph_is_reached_through_the_endpoint(comunica: Comunica, sparql: Source) -> None:
    query = f"{PREFIXES} SELECT ?g {{ GRAPH ?g {{ <{DOCUMENT}> a kg:Document }} }}"
    assert comunica.rows(query, sparql) == [{"g": [GRAPH]}]


def test_the_example_of_reception_places_has_typed_values(comunica: Comunica, sparql: Source, examples: Path) -> None:
    rows = comunica.rows((examples / "reception-places.rq").read_text("utf-8"), sparql)
    assert len(rows) == 10
    assert rows[0]["places"] == ["69630", f"{XSD}decimal"] and rows[0]["day"] == ["2025-01-01", f"{XSD}date"]
    assert {row["part"][0] for row in rows} >= {"totaal", "noodopvang"}  # the language is lost within Comunica 4.5


@pytest.mark.parametrize("kind", ["", "file"])
@pytest.mark.parametrize("path", ["/doc/document/kst-36800-XX-7", "/doc/document/kst-36800-XX-7.jsonld"])
def test_a_description_is_a_source(comunica: Comunica, address: str, kind: str, path: str) -> None:
    source: Source = {"type": kind, "value": address + path} if kind else address + path
    assert [row["title"][1] for row in comunica.rows(TITLE, source)] == ["nl"]


def test_a_name_leads_to_a_source(comunica: Comunica, address: str) -> None:
    assert len(comunica.rows(TITLE, f"{address}/id/document/kst-36800-XX-7")) == 1


def test_a_description_and_the_endpoint_are_joined(comunica: Comunica, address: str, sparql: Source) -> None:
    question = f"{DOCUMENT}/question/3"
    query = (
        f"{PREFIXES} SELECT DISTINCT ?number ?title "
        f"{{ <{question}> kg:number ?number . <{DOCUMENT}> dcterms:title ?title }}"
    )
    rows = comunica.rows(query, f"{address}/doc/document/kst-36800-XX-7/question/3", sparql)
    assert {row["number"][0] for row in rows} == {"3"}


def test_void_and_the_service_description_tell_what_the_endpoint_holds(
    comunica: Comunica, address: str, endpoint: str, sparql: Source
) -> None:
    told = f"{PREFIXES} SELECT ?n {{ ?part void:class kg:Statistic ; void:entities ?n }}"
    assert [row["n"][0] for row in comunica.rows(told, f"{address}/.well-known/void")] == ["55"]
    described = {"type": "file", "value": endpoint}
    query = "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> SELECT ?e { ?service sd:endpoint ?e }"
    assert comunica.rows(query, described) == [{"e": [endpoint]}]


def test_a_refusal_reaches_the_user_with_the_words_of_the_server(comunica: Comunica, address: str) -> None:
    with pytest.raises(QueryFailedError, match="HTTP status 404"):
        comunica.rows(COUNT, {"type": "sparql", "value": f"{address}/nowhere"})
    with pytest.raises(QueryFailedError, match="404"):
        comunica.rows(TITLE, f"{address}/doc/document/kst-0-0")
