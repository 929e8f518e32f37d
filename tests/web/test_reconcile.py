"""The addresses of the reconciliation service, over a store whose words are hostile."""

from __future__ import annotations

import json

import httpx
import pytest

BASE = "https://data.example.org/kg/"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def ask(client: httpx.Client, query: str) -> list[dict[str, object]]:
    answer = client.post("/reconcile", data={"queries": json.dumps({"q": {"query": query}})})
    result: list[dict[str, object]] = answer.json()["q"]["result"]
    return result


@pytest.mark.parametrize(
    ("method", "content", "status"),
    [
        ("GET", "queries=", 400),
        ("GET", "queries=null", 400),
        ("GET", "queries=%7B%7D&queries=%7B%7D", 400),
        ("GET", "queries=%7B%7D&extend=%7B%7D", 400),
        ("GET", "query=COA", 400),
        ("GET", "extend=%7B%22ids%22%3A%5B%5D%2C%22properties%22%3A%5B%7B%22id%22%3A%22nothing%22%7D%5D%7D", 400),
        ("GET", "queries=%FF", 400),
        ("POST", "", 400),
        ("POST", "queries=[", 400),
        ("POST", "queries=" + "x" * 300_000, 413),
    ],
)
def test_a_wrong_request_is_answered_with_problem_details(
    client: httpx.Client, method: str, content: str, status: int
) -> None:
    if method == "GET":
        answer = client.get(f"/reconcile?{content}")
    else:
        answer = client.post("/reconcile", content=content, headers=FORM)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert answer.json()["status"] == status


def test_a_body_of_another_type_is_refused(client: httpx.Client) -> None:
    answer = client.post("/reconcile", content='{"q": {"query": "COA"}}', headers={"Content-Type": "application/json"})
    assert answer.status_code == 415


@pytest.mark.parametrize(
    "path",
    [
        "suggest/entity",
        "suggest/entity?prefix=a&cursor=-1",
        "suggest/entity?prefix=a&cursor=x",
        "properties?limit=0",
        "preview",
    ],
)
def test_a_wrong_parameter_is_a_bad_request(client: httpx.Client, path: str) -> None:
    assert client.get(f"/reconcile/{path}").status_code == 400


def test_without_parameters_there_is_the_manifest_also_for_head(client: httpx.Client) -> None:
    found = client.get("/reconcile").json()
    assert found["identifierSpace"] == f"{BASE}id/"
    assert client.head("/reconcile").status_code == 200


def test_a_callback_has_no_effect(client: httpx.Client) -> None:
    assert client.get("/reconcile?callback=steal").json()["versions"] == ["0.2"]


def test_papers_are_matched_by_title_and_number(client: httpx.Client) -> None:
    assert [each["id"] for each in ask(client, "kst-1-2")] == ["document/kst-1-2"]
    assert ask(client, "<script>alert('x')</script> & \"quoted\"")[0]["match"] is True


def test_a_preview_shows_words_as_words_and_may_stand_in_a_frame(client: httpx.Client) -> None:
    answer = client.get("/reconcile/preview", params={"id": "document/kst-1-2"})
    assert "<script" not in answer.text
    assert "&lt;script&gt;" in answer.text
    assert "frame-ancestors *" in answer.headers["content-security-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert 'href="/doc/document/kst-1-2" target="_blank"' in answer.text


def test_a_preview_of_nothing_is_not_found(client: httpx.Client) -> None:
    assert client.get("/reconcile/preview", params={"id": '"><script>'}).status_code == 404


def test_suggestions_can_be_paged_and_restricted_to_a_type(client: httpx.Client) -> None:
    found = client.get("/reconcile/suggest/entity", params={"prefix": "c"}).json()["result"]
    names = [each["name"] for each in found]
    assert names == ["Curaçao", "Centraal Orgaan opvang asielzoekers"] or set(names) == {
        "Curaçao",
        "Centraal Orgaan opvang asielzoekers",
    }
    rest = client.get("/reconcile/suggest/entity", params={"prefix": "c", "cursor": 1}).json()["result"]
    assert rest == found[1:]
    places = client.get("/reconcile/suggest/entity", params={"prefix": "c", "type": "kind/place"}).json()["result"]
    assert [each["id"] for each in places] == ["place/curaçao"]


def test_types_and_properties_are_suggested_by_the_beginning_of_a_word(client: httpx.Client) -> None:
    types = client.get("/reconcile/suggest/type", params={"prefix": "wet"}).json()["result"]
    assert [each["id"] for each in types] == ["kind/law", "kind/bill"]
    by_id = client.get("/reconcile/suggest/property", params={"prefix": "owl:sameAs"}).json()["result"]
    assert [each["id"] for each in by_id] == ["owl:sameAs"]
    everything = client.get("/reconcile/suggest/property").json()["result"]
    assert len(everything) > 10


def test_a_wrong_setting_of_a_property_is_a_bad_request(client: httpx.Client) -> None:
    for settings in ({"limit": -1}, {"limit": "many"}, {"register": "nothing"}, {"limit": 1e400}):
        asked = {"ids": ["organisation/coa"], "properties": [{"id": "owl:sameAs", "settings": settings}]}
        assert client.get("/reconcile", params={"extend": json.dumps(asked)}).status_code == 400


def test_an_extension_gives_as_many_values_as_were_asked(client: httpx.Client) -> None:
    asked = {"ids": ["organisation/coa"], "properties": [{"id": "skos:prefLabel", "settings": {"limit": 1}}]}
    found = client.get("/reconcile", params={"extend": json.dumps(asked)}).json()
    assert found["rows"] == {"organisation/coa": {"skos:prefLabel": [{"str": "Centraal Orgaan opvang asielzoekers"}]}}
