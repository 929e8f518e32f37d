from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import httpx
import pytest
from fastapi import FastAPI
from pyld import jsonld
from pyoxigraph import RdfFormat, parse

from graph.settings import Settings
from graph.web import create_app

BASE = "https://data.example.org/kg/"
DOCUMENT = f"{BASE}id/document/kst-1-2"
STATISTIC = f"{DOCUMENT}/answer/1/statistic/35140-1"
PATH = "/doc/document/kst-1-2/answer/1/statistic/35140-1"


@pytest.mark.parametrize(
    ("accept", "location"),
    [
        ("text/html", PATH),
        ("*/*", PATH),
        ("text/turtle", f"{PATH}.ttl"),
        ("application/ld+json", f"{PATH}.jsonld"),
        ("application/rdf+xml;q=0.9, application/n-triples;q=0.8", f"{PATH}.rdf"),
        ("application/json", f"{PATH}.json"),
    ],
)
def test_a_name_leads_to_the_description_in_the_form_that_is_preferred(
    client: httpx.Client, accept: str, location: str
) -> None:
    answer = client.get(PATH.replace("/doc/", "/id/"), headers={"Accept": accept})
    assert (answer.status_code, answer.headers["location"]) == (303, location)
    assert "Accept" in answer.headers["vary"]
    assert client.get(location, headers={"Accept": accept}).status_code == 200


def test_a_redirect_leads_to_the_host_that_was_asked_or_to_the_public_one(
    client: httpx.Client,
    settings_of: Callable[..., Settings],
    serving: Callable[[FastAPI], AbstractContextManager[str]],
) -> None:
    asked = client.get("/id/document/kst-1-2")
    assert asked.next_request is not None
    assert asked.next_request.url == client.base_url.join("/doc/document/kst-1-2")
    app = create_app(settings_of(public_base="https://public.example.org/graaf/", query_workers=1))
    with serving(app) as address:
        answer = httpx.get(f"{address}/id/document/kst-1-2", headers={"Accept": "text/turtle"})
        assert answer.headers["location"] == "https://public.example.org/graaf/doc/document/kst-1-2.ttl"
        page = httpx.get(f"{address}/doc/document/kst-1-2", headers={"Accept": "text/html"})
        assert 'href="/graaf/doc/document/kst-1-2/answer/1"' in page.text


@pytest.mark.parametrize(
    ("suffix", "form"),
    [(".ttl", RdfFormat.TURTLE), (".nt", RdfFormat.N_TRIPLES), (".rdf", RdfFormat.RDF_XML), (".jsonld", None)],
)
def test_every_form_says_the_same(client: httpx.Client, suffix: str, form: RdfFormat | None) -> None:
    wanted = {str(quad) for quad in parse(client.get(f"{PATH}.nt").content, format=RdfFormat.N_TRIPLES)}
    answer = client.get(f"{PATH}{suffix}")
    assert answer.status_code == 200
    if form is None:
        lines = jsonld.to_rdf(answer.json(), {"format": "application/n-quads"})
        found = {str(quad) for quad in parse(lines, format=RdfFormat.N_QUADS)}
    else:
        found = {str(quad) for quad in parse(answer.content, format=form)}
    assert found == wanted
    assert any(STATISTIC in line and "obsValue" in line for line in found)
    assert any("TextQuoteSelector" in line for line in found), "the passage comes along"


def _no_loading(url: str, options: object) -> dict[str, object]:
    raise AssertionError(f"{url} would be fetched")


def test_json_ld_is_read_without_fetching_anything_and_names_only_what_it_uses(client: httpx.Client) -> None:
    answer = client.get(f"{PATH}.jsonld")
    assert jsonld.to_rdf(answer.json(), {"documentLoader": _no_loading})["@default"]
    assert isinstance(answer.json()["@context"], dict)
    assert "dqv" not in answer.json()["@context"]


def test_forms_are_linked_and_the_thing_is_named(client: httpx.Client) -> None:
    answer = client.get(PATH, headers={"Accept": "text/turtle"})
    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    links = answer.headers["link"]
    assert f'<{STATISTIC}>; rel="cite-as"' in links
    assert f'<{PATH}.jsonld>; rel="alternate"; type="application/ld+json"' in links
    assert f'<{PATH}>; rel="canonical"' in links


def test_an_unchanged_description_is_not_sent_twice(client: httpx.Client) -> None:
    first = client.get(f"{PATH}.ttl")
    again = client.get(f"{PATH}.ttl", headers={"If-None-Match": first.headers["etag"]})
    plain = client.get(f"{PATH}.ttl", headers={"Accept-Encoding": "identity"})
    assert (again.status_code, again.content) == (304, b"")
    assert plain.headers["etag"] != first.headers["etag"], "other bytes, so another strong tag"
    assert plain.content == first.content
    assert client.get(f"{PATH}.ttl", headers={"If-None-Match": '"other"'}).status_code == 200


def test_head_has_the_headers_of_get(client: httpx.Client) -> None:
    got, head = client.get(f"{PATH}.ttl"), client.head(f"{PATH}.ttl")
    assert head.content == b""
    assert {head.headers[name] for name in ("etag", "content-length")} == {
        got.headers[name] for name in ("etag", "content-length")
    }


def test_a_withdrawn_thing_is_gone_and_an_unknown_one_was_never_there(client: httpx.Client) -> None:
    gone = client.get("/id/document/kst-9-9")
    assert (gone.status_code, gone.json()["title"]) == (410, "This was withdrawn")
    assert "op verzoek" in gone.json()["detail"]
    assert client.get("/doc/document/kst-9-9.ttl").status_code == 410
    assert client.get("/graph/kst-9-9").status_code == 410
    assert client.get("/id/document/kst-0-0").status_code == 404
    assert client.get("/doc/document/kst-0-0.jsonld").status_code == 404


def test_a_letter_that_ascii_does_not_have_stands_in_an_iri_and_in_headers(client: httpx.Client) -> None:
    for path in ("/id/place/cura%C3%A7ao", "/id/place/curaçao"):
        answer = client.get(path, headers={"Accept": "text/turtle"})
        assert (answer.status_code, answer.headers["location"]) == (303, "/doc/place/cura%C3%A7ao.ttl")
    assert "Curaçao" in client.get("/doc/place/cura%C3%A7ao.ttl").text


def test_what_an_accept_header_excludes_is_not_sent(client: httpx.Client) -> None:
    for path in (PATH, PATH.replace("/doc/", "/id/"), "/graph/kst-1-2"):
        answer = client.get(path, headers={"Accept": "image/png"})
        assert answer.status_code == 406
        assert "text/turtle" in answer.json()["formats"]


def test_any_iri_can_be_asked_about(client: httpx.Client) -> None:
    elsewhere = "https://identifier.overheid.nl/tooi/id/zbo/zb000071"
    answer = client.get("/doc", params={"iri": elsewhere}, headers={"Accept": "application/n-triples"})
    assert answer.text.startswith(f"<{BASE}id/organisation/coa> <http://www.w3.org/2002/07/owl#sameAs> <{elsewhere}>")
    assert client.get("/doc", params={"iri": DOCUMENT}, headers={"Accept": "text/html"}).status_code == 200
    assert client.get("/doc", params={"iri": "no iri"}).status_code == 400
    assert client.get("/doc", params={"iri": "http://e/> } #"}).status_code == 400
    assert client.get("/doc").status_code == 400


def test_the_text_layer_is_plain_text(client: httpx.Client) -> None:
    answer = client.get("/doc/document/kst-1-2/text/abcdef123456.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.startswith("Vraag 1\nHoeveel plekken")
    asked = client.get("/id/document/kst-1-2/text/abcdef123456", headers={"Accept": "text/plain"})
    assert asked.status_code == 303
    assert asked.headers["location"].endswith(".txt")


@pytest.mark.parametrize("suffix", ["ttl", "nt", "rdf", "jsonld", "trig", "nq"])
def test_a_named_graph_comes_whole_in_every_form(client: httpx.Client, suffix: str) -> None:
    count = len(list(parse(client.get("/graph/kst-1-2.nt").content, format=RdfFormat.N_TRIPLES)))
    answer = client.get(f"/graph/kst-1-2.{suffix}")
    data = answer.content
    if suffix == "jsonld":
        data = jsonld.to_rdf(answer.json(), {"format": "application/n-quads"}).encode()
    format_ = RdfFormat.N_QUADS if suffix == "jsonld" else RdfFormat.from_extension(suffix)
    quads = list(parse(data, format=format_))
    assert len(quads) == count > 100
    if suffix in ("trig", "nq"):
        assert {quad.graph_name.value for quad in quads} == {f"{BASE}graph/kst-1-2"}


def test_the_graph_store_protocol_reads_graphs_by_their_iri(client: httpx.Client) -> None:
    answer = client.get("/rdf-graph-store", params={"graph": f"{BASE}graph/authorities"})
    assert "Curaçao" in answer.text
    assert client.get("/rdf-graph-store", params={"graph": f"{BASE}graph/none"}).status_code == 404
    assert client.put("/rdf-graph-store", params={"graph": f"{BASE}graph/authorities"}).status_code == 405


def test_figures_of_a_thing_come_as_csv(client: httpx.Client) -> None:
    for path in (PATH, "/doc/document/kst-1-2", "/doc/organisation/coa", "/doc/indicator/plekken"):
        lines = client.get(f"{path}.csv").text.splitlines()
        assert lines[0].startswith("iri,document,answer,value,")
        assert lines[1].startswith(f"{STATISTIC},{DOCUMENT},{DOCUMENT}/answer/1,35140,")
    assert client.get("/doc/post/minister-a.csv").status_code == 404


def test_a_term_is_described(client: httpx.Client) -> None:
    answer = client.get("/def/Statistic", headers={"Accept": "text/turtle"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/doc/def/Statistic.ttl")
    assert '"cijfer"@nl' in client.get("/doc/def/Statistic.ttl").text


@pytest.mark.parametrize(
    "name", ["%", "%zz", "%ff", "[", "x[y]", "a%25b", "%ED%A0%80", "%EF%BF%BF", "http://[::1", "%00", ""]
)
def test_a_name_that_no_iri_can_have_is_not_found(client: httpx.Client, name: str) -> None:
    for folder in ("id", "doc", "graph", "def/x"):
        assert client.get(f"/{folder}/{name}").status_code == 404


@pytest.mark.parametrize("iri", ["http://[", "http://x/%25zz", "a:b[", "http://x/%EF%BF%BE", "http://x/%FF", "x", ""])
def test_a_parameter_that_is_no_iri_is_refused(client: httpx.Client, iri: str) -> None:
    for address in (
        f"/doc?iri={iri}",
        f"/rdf-graph-store?graph={iri}",
        f"/sparql?query=ASK{{}}&default-graph-uri={iri}",
    ):
        answer = client.get(address)
        assert (answer.status_code, answer.json()["title"]) == (400, "The request is not valid")
