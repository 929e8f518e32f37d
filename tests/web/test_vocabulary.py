"""The addresses of catalogue, counts, ontology, shapes and context: each in every form, with its version."""

from __future__ import annotations

import httpx
import pytest
from pyoxigraph import RdfFormat, parse

FORMS = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "rdf": RdfFormat.RDF_XML}


@pytest.mark.parametrize("path", ["/catalog", "/shapes", "/shapes/0.1.0"])
@pytest.mark.parametrize("suffix", FORMS)
def test_each_is_given_as_data_by_its_suffix(client: httpx.Client, path: str, suffix: str) -> None:
    answer = client.get(f"{path}.{suffix}")
    assert answer.status_code == 200
    assert len(list(parse(answer.content, FORMS[suffix]))) > 10


@pytest.mark.parametrize("path", ["/catalog", "/shapes"])
def test_each_has_a_page_for_people(client: httpx.Client, path: str) -> None:
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.headers["content-type"].startswith("text/html")
    assert "<h1>" in answer.text
    assert 'rel="alternate"' in answer.headers["link"]


@pytest.mark.parametrize("path", ["/catalog.xyz", "/shapes.xyz", "/shapes/geen-vorm"])
def test_what_there_is_not_is_not_found(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


@pytest.mark.parametrize("path", ["/context.jsonld", "/context/0.1.0.jsonld"])
def test_the_context_has_the_base_of_this_server(client: httpx.Client, path: str) -> None:
    assert "https://data.example.org/kg/def/" in client.get(path).text


def test_who_has_the_catalogue_is_told_so(client: httpx.Client) -> None:
    tag = client.get("/shapes.ttl").headers["etag"]
    assert client.get("/shapes.ttl", headers={"If-None-Match": tag}).status_code == 304
