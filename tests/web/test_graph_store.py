"""The Graph Store Protocol, reading: named graphs, the default graph, and nothing that writes."""

from __future__ import annotations

import gzip

import httpx
import pytest
from pyoxigraph import RdfFormat, parse

BASE = "https://data.example.org/kg/"
FORMS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
}


def number_of_triples(client: httpx.Client, where: str) -> int:
    query = f"SELECT (COUNT(*) AS ?n) {{ SELECT DISTINCT ?s ?p ?o {{ {where} }} }}"
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": "application/sparql-results+json"})
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


@pytest.mark.parametrize("media_type", FORMS)
@pytest.mark.parametrize("packed", ["gzip", "identity"])
def test_the_default_graph_is_the_union_of_all(client: httpx.Client, media_type: str, packed: str) -> None:
    answer = client.get("/rdf-graph-store?default", headers={"Accept": media_type, "Accept-Encoding": packed})
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert (answer.headers.get("content-encoding") == "gzip") == (packed == "gzip")
    quads = list(parse(answer.content, FORMS[media_type]))
    assert len({quad.triple for quad in quads}) == number_of_triples(client, "?s ?p ?o")
    assert {quad.graph_name for quad in quads} == {quads[0].graph_name}


def test_a_named_graph_is_given_by_its_iri(client: httpx.Client) -> None:
    iri = f"{BASE}graph/kst-1-2"
    answer = client.get("/rdf-graph-store", params={"graph": iri}, headers={"Accept": "application/n-triples"})
    assert len(list(parse(answer.content, RdfFormat.N_TRIPLES))) == number_of_triples(
        client, f"GRAPH <{iri}> {{ ?s ?p ?o }}"
    )
    head = client.head("/rdf-graph-store", params={"graph": iri})
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("graph=https://example.org/none", 404),
        ("graph=relative", 400),
        ("graph=", 400),
        (f"default&graph={BASE}graph/kst-1-2", 400),
        ("graph=a:b&graph=a:c", 400),
    ],
)
def test_what_is_no_graph_is_refused(client: httpx.Client, query: str, status: int) -> None:
    assert client.get(f"/rdf-graph-store?{query}").status_code == status


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/rdf-graph-store?default", "/rdf-graph-store?graph=a:b", "/graph/kst-1-2"])
def test_nothing_is_written(client: httpx.Client, method: str, path: str) -> None:
    answer = client.request(method, path, content=b"<a:a> <a:b> <a:c> .", headers={"Content-Type": "text/turtle"})
    assert answer.status_code == 405
    assert {"GET", "HEAD"} <= set(answer.headers["allow"].split(", "))


def test_the_default_graph_has_a_tag_for_each_form_and_packing(client: httpx.Client) -> None:
    asked = [{"Accept": form, "Accept-Encoding": packed} for form in FORMS for packed in ("gzip", "gzip;q=0")]
    tags = [client.head("/rdf-graph-store?default", headers=headers).headers["etag"] for headers in asked]
    assert len(set(tags)) == len(asked)
    again = client.get("/rdf-graph-store?default", headers={**asked[0], "If-None-Match": tags[0]})
    assert again.status_code == 304
    assert client.get("/rdf-graph-store?default", headers={"Accept": "image/png"}).status_code == 406


def test_packed_bytes_are_those_of_the_download(client: httpx.Client) -> None:
    headers = {"Accept": "application/n-triples", "Accept-Encoding": "identity"}
    answer = client.get("/rdf-graph-store?default", headers=headers)
    assert answer.content == gzip.decompress(client.get("/download/kamergraaf.nt.gz").content)


def test_without_a_graph_it_tells_which_there_are(client: httpx.Client) -> None:
    answer = client.get("/rdf-graph-store", headers={"Accept": "text/turtle"})
    assert f"{BASE}graph/kst-1-2" in answer.text or "kst-1-2" in answer.text
