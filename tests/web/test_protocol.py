from __future__ import annotations

from urllib.parse import urlencode

import httpx
import pytest

ASK = "ASK { ?s ?p ?o }"
FORM = "application/x-www-form-urlencoded"


def test_get_post_form_and_post_direct_give_the_same(client: httpx.Client) -> None:
    got = client.get("/sparql", params={"query": ASK})
    form = client.post("/sparql", data={"query": ASK})
    direct = client.post("/sparql", content=ASK, headers={"Content-Type": "application/sparql-query; charset=utf-8"})
    assert {answer.status_code for answer in (got, form, direct)} == {200}
    assert got.json() == form.json() == direct.json() == {"head": {}, "boolean": True}


DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
WRONG: list[tuple[str, str, bytes | str, str, int, str]] = [
    ("GET", "?query=ASK{}&query=ASK{}", "", "", 400, "bad-request"),
    ("GET", "?default-graph-uri=http://e/", "", "", 400, "bad-request"),
    ("GET", "?query=%FF", "", "", 400, "bad-request"),
    ("GET", "?query=SELECT%20nonsense", "", "", 400, "bad-query"),
    ("GET", "?query=ASK{}&default-graph-uri=relative", "", "", 400, "bad-request"),
    ("GET", "?query=ASK{}&named-graph-uri=http://e/%20x", "", "", 400, "bad-request"),
    ("GET", "?query=ASK{}%00", "", "", 400, "bad-request"),
    ("GET", "?update=CLEAR%20ALL", "", "", 403, "read-only"),
    ("GET", "?query=INSERT%20DATA%20{<a:b>%20<a:b>%20<a:b>}", "", "", 400, "bad-query"),
    ("POST", "", "update=CLEAR+ALL", FORM, 403, "read-only"),
    ("POST", "", "CLEAR ALL", UPDATE, 403, "read-only"),
    ("POST", "", "CLEAR ALL", DIRECT, 400, "bad-query"),
    ("POST", "", "", FORM, 400, "bad-request"),
    ("POST", "", ASK, "text/plain", 415, "unsupported-media-type"),
    ("POST", "", ASK, "", 415, "unsupported-media-type"),
    ("POST", "", ASK.encode("utf-16"), f"{DIRECT}; charset=utf-16", 415, "unsupported-media-type"),
    ("POST", "", b"ASK {\xff}", DIRECT, 400, "bad-request"),
    ("POST", "?query=ASK{}", ASK, DIRECT, 400, "bad-request"),
    ("POST", "", "x" * 300_000, DIRECT, 413, "too-large"),
    ("PUT", "", ASK, DIRECT, 405, "method-not-allowed"),
    ("DELETE", "", "", "", 405, "method-not-allowed"),
]


@pytest.mark.parametrize(("method", "query", "body", "media_type", "status", "slug"), WRONG)
def test_a_request_that_is_wrong_is_refused_with_its_reason(
    client: httpx.Client, method: str, query: str, body: bytes | str, media_type: str, status: int, slug: str
) -> None:
    headers = {"Content-Type": media_type} if media_type else {}
    answer = client.request(method, f"/sparql{query}", content=body, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"].endswith(f"/problems#{slug}")


def test_head_tells_what_get_would_and_sends_no_body(client: httpx.Client) -> None:
    got = client.get("/sparql", params={"query": ASK})
    head = client.head("/sparql", params={"query": ASK})
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["content-type"] == got.headers["content-type"]
    assert head.headers["content-length"] == got.headers["content-length"]
    assert client.get("/health").status_code == 200


def test_options_names_the_methods_and_other_origins_may_ask(client: httpx.Client) -> None:
    assert client.options("/sparql").headers["allow"] == "GET, HEAD, POST, OPTIONS"
    preflight = client.options(
        "/sparql",
        headers={
            "Origin": "https://elsewhere.example.org",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        },
    )
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == "*"
    asked = client.get("/sparql", params={"query": ASK}, headers={"Origin": "https://elsewhere.example.org"})
    assert asked.headers["access-control-allow-origin"] == "*"


def test_a_charset_in_the_form_and_unknown_parameters_are_no_obstacle(client: httpx.Client) -> None:
    query = 'SELECT ("één €" AS ?x) {}'
    answer = client.post(
        "/sparql",
        content=urlencode({"query": query, "timeout": "5"}),
        headers={"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"},
    )
    assert answer.json()["results"]["bindings"] == [{"x": {"type": "literal", "value": "één €"}}]


def test_a_function_that_is_not_of_sparql_is_named(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "SELECT (<a:b>(1) AS ?x) {}"})
    assert answer.status_code == 400
    assert "<a:b>" in answer.json()["detail"]


def test_a_mark_at_the_begin_of_a_query_is_no_obstacle(client: httpx.Client) -> None:
    answer = client.post("/sparql", content=f"\ufeff{ASK}", headers={"Content-Type": "application/sparql-query"})
    assert answer.json()["boolean"] is True
