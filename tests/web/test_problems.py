from __future__ import annotations

import re
import socket

import httpx
import pytest
from fastapi import FastAPI

from graph.settings import Settings
from graph.web import create_app
from graph.web.problems import KINDS

MEMBERS = {"type", "title", "status", "detail", "instance"}


def _routes() -> list[str]:
    app: FastAPI = create_app(Settings.load(base_iri="https://data.example.org/kg/", store="/nonexistent"))
    described = (re.sub(r"\{\w+\}", "x", path) for path in app.openapi()["paths"])
    return sorted({*described, "/def", "/download", "/problems", "/static/x", "/openapi.json", "/doc/x.ttl"})


def test_the_routes_are_found() -> None:
    assert {"/sparql", "/id/x", "/doc/x", "/graph/x", "/download/", "/health", "/documents.csv"} <= set(_routes())


@pytest.mark.parametrize("path", _routes())
def test_every_route_tells_its_errors_in_the_one_shape(client: httpx.Client, path: str) -> None:
    answer = client.delete(path)
    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["allow"]
    assert set(answer.json()) >= MEMBERS
    assert answer.json()["status"] == answer.status_code
    assert answer.json()["instance"] == path


@pytest.mark.parametrize(
    "path", ["/nothing", "/sparql?query=x", "/doc?iri=x", "/doc", "/id/x", "/graph/x", "/download/x"]
)
def test_the_kind_of_a_problem_is_explained_where_its_type_leads(client: httpx.Client, path: str) -> None:
    problem = client.get(path).json()
    page, _, slug = problem["type"].partition("#")
    assert f'id="{slug}"' in client.get(page, headers={"Accept": "text/html"}).text
    assert problem["title"] in {kind.title for kind in KINDS if kind.status == problem["status"]}


def test_a_problem_comes_as_json_as_text_or_as_a_page(client: httpx.Client) -> None:
    types = {
        "*/*": "application/problem+json",
        "application/json": "application/problem+json",
        "text/turtle": "application/problem+json",
        "text/plain": "text/plain; charset=utf-8",
        "text/html": "text/html; charset=utf-8",
    }
    for accept, media_type in types.items():
        answer = client.get("/nothing", headers={"Accept": accept})
        assert (answer.status_code, answer.headers["content-type"]) == (404, media_type)
        assert "no page and no data" in answer.text


def test_kinds_are_unique() -> None:
    assert len({kind.slug for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("path", _routes())
def test_every_route_names_its_methods(client: httpx.Client, path: str) -> None:
    wanted = "GET, HEAD, POST, OPTIONS" if path in ("/sparql", "/reconcile") else "GET, HEAD, OPTIONS"
    refused, options = client.delete(path), client.options(path)
    assert (refused.headers["allow"], options.headers["allow"]) == (wanted, wanted)
    assert (options.status_code, options.content) == (204, b"")


def test_a_client_that_leaves_before_its_query_is_complete_is_no_failure(
    address: str, caplog: pytest.LogCaptureFixture
) -> None:
    host, _, port = address.removeprefix("http://").partition(":")
    head = (
        b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 99\r\n\r\nASK"
    )
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(head)
    assert httpx.get(f"{address}/health").status_code == 200
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
