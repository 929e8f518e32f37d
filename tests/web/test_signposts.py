"""Names and descriptions say where else they are, when they changed, what stands in their place, page by page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from pyoxigraph import RdfFormat, parse

from graph.settings import Settings
from graph.store import open_store
from graph.store.base import Change, n_triples
from graph.web import create_app
from graph.web.resources import INCOMING

BASE = "https://data.example.org/kg/"
LINKS = 2 * INCOMING + 3
PATH = "/doc/document/kst-1-2/answer/1"
CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"

DATA = f"""
@prefix id: <{BASE}id/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<{BASE}id/law/oud> dcterms:isReplacedBy <{BASE}id/law/nieuw> .
<{BASE}id/law/nieuw> a skos:Concept ; skos:prefLabel "Nieuwe wet"@nl .
<{BASE}id/law/vroeger> a skos:Concept ; dcterms:isReplacedBy <{BASE}id/law/nieuw> .
<{BASE}id/law/elders> dcterms:isReplacedBy <https://example.org/wet> .
<{BASE}def/unit/stuks> a skos:Concept ; skos:prefLabel "stuks"@nl .
""" + "\n".join(f"<{BASE}id/thing/{number}> dcterms:relation <{BASE}def/unit/stuks> ." for number in range(LINKS))


@pytest.fixture(scope="module")
def small(
    tmp_path_factory: pytest.TempPathFactory, serving: Callable[[FastAPI], AbstractContextManager[str]]
) -> Iterator[httpx.Client]:
    """A client of a server with things that are replaced, and one that much links to."""
    folder: Path = tmp_path_factory.mktemp("signposts") / "store"
    quads = list(parse(DATA, RdfFormat.TURTLE))
    open_store(folder).publish([Change(f"{BASE}graph/authorities", n_triples(quads), "a")])
    with serving(create_app(Settings.load(base_iri=BASE, store=folder, query_workers=1, proxies=1))) as address:
        with httpx.Client(base_url=address, timeout=30) as client:
            yield client


def links(answer: httpx.Response) -> dict[str, list[str]]:
    """Give the targets of the Link header by their relation."""
    found: dict[str, list[str]] = {}
    for target, relation in re.findall(r'<([^>]*)>; rel="([^"]*)"', answer.headers["link"]):
        found.setdefault(relation, []).append(target)
    return found


def test_a_name_leads_to_what_describes_it(client: httpx.Client) -> None:
    found = links(client.get(PATH.replace("/doc/", "/id/"), headers={"Accept": "text/turtle"}))
    assert found["describedby"] == [PATH]
    assert found["cite-as"] == [f"{BASE}id/document/kst-1-2/answer/1"]
    assert f"{PATH}.jsonld" in found["alternate"]


def test_a_page_names_licence_kind_and_the_data_that_describe_it(client: httpx.Client) -> None:
    found = links(client.get(PATH, headers={"Accept": "text/html"}))
    assert found["license"] == [CC0]
    assert found["type"] == [f"{BASE}def/Answer"]
    assert found["canonical"] == [str(client.base_url).rstrip("/") + PATH]
    assert found["describedby"] == [f"{PATH}.ttl", f"{PATH}.jsonld"]


def test_data_name_the_thing_that_they_describe(client: httpx.Client) -> None:
    found = links(client.get(f"{PATH}.ttl"))
    assert found["describes"] == found["cite-as"] == [f"{BASE}id/document/kst-1-2/answer/1"]
    assert found["describedby"] == ["/.well-known/void"]
    graph = links(client.get("/graph/kst-1-2.ttl"))
    assert (graph["cite-as"], graph["license"]) == ([f"{BASE}graph/kst-1-2"], [CC0])


@pytest.mark.parametrize("path", [f"{PATH}.ttl", PATH, "/graph/kst-1-2.nt", "/catalog.ttl"])
def test_what_has_not_changed_since_the_publication_is_not_sent_again(client: httpx.Client, path: str) -> None:
    first = client.get(path)
    day = first.headers["last-modified"]
    assert client.get(path, headers={"If-Modified-Since": day}).status_code == 304
    assert client.get(path, headers={"If-Modified-Since": "Thu, 01 Jan 2015 00:00:00 GMT"}).status_code == 200
    both = {"If-Modified-Since": day, "If-None-Match": '"other"'}
    assert client.get(path, headers=both).status_code == 200, "the tag goes before the time"


def test_the_ontology_has_a_description_in_every_form(client: httpx.Client, small: httpx.Client) -> None:
    answer = client.get("/def/Statistic", headers={"Accept": "text/turtle"})
    assert answer.headers["location"] == "/doc/def/Statistic.ttl"
    assert client.get("/doc/def.ttl").status_code == 200
    assert small.get("/doc/def.ttl").status_code == 404, "a store without an ontology"


def test_what_was_replaced_leads_to_what_stands_in_its_place(small: httpx.Client) -> None:
    for path, location in (
        ("/id/law/oud", "/id/law/nieuw"),
        ("/doc/law/oud", "/doc/law/nieuw"),
        ("/doc/law/oud.ttl", "/doc/law/nieuw.ttl"),
        ("/id/law/elders", "https://example.org/wet"),
    ):
        answer = small.get(path)
        assert (answer.status_code, answer.headers["location"]) == (301, location)
    assert small.get("/doc/law/vroeger.ttl").status_code == 200, "what is still described stays"


def test_the_links_to_a_big_thing_come_page_by_page_and_each_once(small: httpx.Client) -> None:
    path: str | None = "/doc/def/unit/stuks.nt"
    found: list[str] = []
    pages = 0
    while path is not None:
        answer = small.get(path)
        found += [line for line in answer.text.splitlines() if "relation" in line]
        pages += 1
        path = next(iter(links(answer).get("next", [])), None)
    assert pages == 3
    assert len(found) == len(set(found)) == LINKS
    assert small.get("/doc/def/unit/stuks.nt?page=4").status_code == 404
    assert "prev" in links(small.get("/doc/def/unit/stuks.nt?page=3"))


def test_people_can_turn_the_page_too(small: httpx.Client) -> None:
    page = small.get("/doc/def/unit/stuks", headers={"Accept": "text/html"})
    assert 'rel="next" href="/doc/def/unit/stuks?page=2"' in page.text
    assert 'rel="prev"' in small.get("/doc/def/unit/stuks?page=2", headers={"Accept": "text/html"}).text


def test_the_address_that_a_proxy_was_asked_is_believed_only_where_there_is_one(
    client: httpx.Client, small: httpx.Client
) -> None:
    told = {
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "data.example.nl",
        "X-Forwarded-Prefix": "/graaf",
        "Accept": "text/turtle",
    }
    assert "<https://data.example.nl/graaf/sparql>" in small.get("/sparql", headers=told).text
    location = small.get("/id/law/nieuw", headers=told).headers["location"]
    assert location == "/graaf/doc/law/nieuw.ttl"
    untrusted = client.get("/sparql", headers=told).text
    assert "data.example.nl" not in untrusted
    assert "/graaf/" not in untrusted
    for hostile in ('a"><script>', "a b", "a/b", "[x"):
        answer = small.get("/sparql", headers={**told, "X-Forwarded-Host": hostile})
        assert hostile not in answer.text
        assert f"<https://{small.base_url.host}:{small.base_url.port}/graaf/sparql>" in answer.text
