from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results
from starlette.types import Message

from graph.settings import Settings
from graph.store import open_store
from graph.store.base import Change
from graph.store.queries import Dataset
from graph.web import create_app
from graph.web.pool import Pool
from graph.web.problems import Problem
from graph.web.protocol import Asked
from graph.web.running import Limits, Running
from graph.web.sparql import answer

BASE = "https://data.example.org/kg/"
SELECT = "SELECT ?s ?o { ?s <http://purl.org/dc/terms/identifier> ?o } ORDER BY ?s"
CONSTRUCT = (
    "CONSTRUCT { ?s <http://purl.org/dc/terms/identifier> ?o } WHERE { ?s <http://purl.org/dc/terms/identifier> ?o }"
)
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
MANY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
Serving = Callable[[FastAPI], AbstractContextManager[str]]


@pytest.mark.parametrize(
    ("accept", "media_type", "results"),
    [
        ("*/*", "application/sparql-results+json", QueryResultsFormat.JSON),
        ("application/sparql-results+json", "application/sparql-results+json", QueryResultsFormat.JSON),
        ("application/json", "application/json", QueryResultsFormat.JSON),
        ("application/sparql-results+xml", "application/sparql-results+xml", QueryResultsFormat.XML),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8", QueryResultsFormat.TSV),
        ("text/turtle, application/sparql-results+xml;q=0.1", "application/sparql-results+xml", QueryResultsFormat.XML),
    ],
)
def test_results_come_in_the_format_that_was_asked(
    client: httpx.Client, accept: str, media_type: str, results: QueryResultsFormat
) -> None:
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": accept})
    assert answer.headers["content-type"] == media_type
    assert "Accept" in answer.headers["vary"]
    rows = parse_query_results(BytesIO(answer.content), format=results)
    assert isinstance(rows, QuerySolutions)
    assert [row["o"].value for row in rows] == ["kst-1-2"]


def test_csv_is_csv(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": SELECT}, headers={"Accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.text == f"s,o\r\n{BASE}id/document/kst-1-2,kst-1-2\r\n"


@pytest.mark.parametrize(
    ("accept", "media_type", "graph"),
    [
        ("*/*", "text/turtle; charset=utf-8", RdfFormat.TURTLE),
        ("application/n-triples", "application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", "application/rdf+xml", RdfFormat.RDF_XML),
        ("application/ld+json", "application/ld+json", RdfFormat.JSON_LD),
        ("application/trig", "application/trig", RdfFormat.TRIG),
        ("application/n-quads", "application/n-quads", RdfFormat.N_QUADS),
    ],
)
def test_graphs_come_in_the_format_that_was_asked(
    client: httpx.Client, accept: str, media_type: str, graph: RdfFormat
) -> None:
    answer = client.get("/sparql", params={"query": CONSTRUCT}, headers={"Accept": accept})
    assert answer.headers["content-type"] == media_type
    assert [quad.object.value for quad in parse(answer.content, format=graph)] == ["kst-1-2"]


def test_what_cannot_be_sent_is_refused_with_the_list(client: httpx.Client) -> None:
    select = client.get("/sparql", params={"query": SELECT}, headers={"Accept": "text/turtle"})
    construct = client.get("/sparql", params={"query": CONSTRUCT}, headers={"Accept": "text/csv"})
    neither = client.get("/sparql", params={"query": SELECT}, headers={"Accept": "image/png"})
    assert [answer.status_code for answer in (select, construct, neither)] == [406, 406, 406]
    assert "application/sparql-results+json" in select.json()["formats"]
    assert "text/turtle" in construct.json()["formats"]
    assert {"text/csv", "text/turtle"} <= set(neither.json()["formats"])


def test_a_client_that_asks_for_text_alone_gets_the_error_as_text(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "SELECT nonsense"}, headers={"Accept": "text/plain"})
    assert answer.status_code == 406 or answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"
COUNT = "SELECT (COUNT(*) AS ?n) %s { ?s ?p ?o }"


def _count(client: httpx.Client, query: str, **parameters: str | list[str]) -> int:
    answer = client.get("/sparql", params={"query": query, **parameters})
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_the_default_graph_is_the_union_and_can_be_restricted(client: httpx.Client) -> None:
    authorities, indicators = f"{BASE}graph/authorities", f"{BASE}graph/indicators"
    everything = _count(client, COUNT % "")
    one = _count(client, COUNT % "", **{"default-graph-uri": authorities})
    two = _count(client, COUNT % "", **{"default-graph-uri": [authorities, indicators]})
    assert 0 < one < two < everything
    assert _count(client, COUNT % f"FROM <{authorities}>") == one
    assert _count(client, COUNT % f"FROM <{authorities}> FROM <{indicators}>") == two
    assert _count(client, COUNT % f"FROM <{indicators}>", **{"default-graph-uri": authorities}) == one
    assert _count(client, COUNT % f"FROM NAMED <{authorities}>") == 0
    assert _count(client, COUNT % "", **{"named-graph-uri": authorities}) == 0


def test_graph_reaches_only_the_named_graphs_of_the_dataset(client: httpx.Client) -> None:
    def graphs(query: str, **parameters: str) -> list[str]:
        answer = client.get("/sparql", params={"query": query, **parameters})
        return [row["g"]["value"] for row in answer.json()["results"]["bindings"]]

    authorities = f"{BASE}graph/authorities"
    assert len(graphs(GRAPHS)) == 4
    assert graphs(GRAPHS, **{"named-graph-uri": authorities}) == [authorities]
    assert graphs(GRAPHS, **{"default-graph-uri": authorities}) == []
    assert graphs(GRAPHS.replace("{ GRAPH", f"FROM NAMED <{authorities}> {{ GRAPH", 1)) == [authorities]
    assert graphs(GRAPHS.replace("{ GRAPH", f"FROM <{authorities}> {{ GRAPH", 1)) == []


@contextmanager
def listening() -> Iterator[tuple[int, list[object]]]:
    """A listener that notes every connection; gives its port."""
    calls: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.1)
        stop = threading.Event()

        def listen() -> None:
            while not stop.is_set():
                try:
                    connection, caller = listener.accept()
                except TimeoutError:
                    continue
                calls.append(caller)
                connection.close()

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield listener.getsockname()[1], calls
        finally:
            time.sleep(0.2)
            stop.set()
            thread.join()


def test_no_spelling_of_service_makes_the_server_call(client: httpx.Client) -> None:
    with listening() as (port, calls):
        call = f"<http://127.0.0.1:{port}/x> {{ ?a ?b ?c }}"
        queries = [
            f"SELECT * {{ SERVICE {call} }}",
            f"SELECT * {{ sErViCe SILENT {call} }}",
            f"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ SERVICE {call} }} }}",
            f"PREFIX x: <http://127.0.0.1:{port}/> SELECT * {{ SERVICE SILENT x:p {{ ?a ?b ?c }} }}",
            f"BASE <http://127.0.0.1:{port}/> ASK {{ SERVICE <x> {{ ?a ?b ?c }} }}",
            f"SELECT * {{ # \r SERVICE {call} }}",
            f"SELECT * {{ VALUES ?e {{ <http://127.0.0.1:{port}/x> }} SERVICE ?e {{ ?a ?b ?c }} }}",
        ]
        statuses = {client.get("/sparql", params={"query": query}).status_code for query in queries}
        hidden = f'SELECT * {{ ?s ?p "\\u0022" . SERVICE {call} ?x ?y "\\u0022" }}'
        assert client.get("/sparql", params={"query": hidden}).json()["results"]["bindings"] == []
        assert client.get(f"/doc?iri=http://127.0.0.1:{port}/x").status_code == 404
    assert statuses <= {400, 403}
    assert calls == []


def test_a_query_past_its_limit_is_killed_and_told_so(settings_of: Callable[..., Settings], serving: Serving) -> None:
    settings = settings_of(query_seconds=0.4, query_workers=1)
    with serving(create_app(settings)) as address, httpx.Client(base_url=address, timeout=30) as client:
        answer = client.get("/sparql", params={"query": ENDLESS})
        assert answer.status_code == 504
        assert answer.json()["seconds"] == 0.4
        assert client.get("/sparql", params={"query": SELECT}).status_code == 200


def test_a_result_that_is_cut_does_not_end_as_if_it_were_complete(
    settings_of: Callable[..., Settings], serving: Serving
) -> None:
    settings = settings_of(query_seconds=1.0, query_workers=1)
    with serving(create_app(settings)) as address, httpx.Client(base_url=address, timeout=30) as client:
        with (
            pytest.raises(httpx.RemoteProtocolError),
            client.stream("GET", "/sparql", params={"query": MANY}) as answer,
        ):
            assert answer.status_code == 200
            for _ in answer.iter_raw():
                pass
        assert client.get("/sparql", params={"query": SELECT}).status_code == 200


def test_a_full_queue_asks_to_come_back(settings_of: Callable[..., Settings], serving: Serving) -> None:
    settings = settings_of(query_seconds=2.0, query_workers=1, query_queue=1)
    with serving(create_app(settings)) as address, httpx.Client(base_url=address, timeout=30) as client:
        with ThreadPoolExecutor(3) as threads:
            answers = list(threads.map(lambda _: client.get("/sparql", params={"query": ENDLESS}), range(3)))
        refused = [answer for answer in answers if answer.status_code in (429, 503)]
        assert refused
        assert all(int(answer.headers["retry-after"]) > 0 for answer in refused)
        assert {answer.status_code for answer in answers} <= {429, 503, 504}


def test_a_visitor_who_leaves_in_the_middle_gives_the_worker_back(
    settings_of: Callable[..., Settings], serving: Serving
) -> None:
    settings = settings_of(query_seconds=20.0, query_workers=1)
    with serving(create_app(settings)) as address:
        with (
            httpx.Client(base_url=address, timeout=30) as leaving,
            leaving.stream("GET", "/sparql", params={"query": MANY}) as answer,
        ):
            next(answer.iter_raw())
        with httpx.Client(base_url=address, timeout=10) as staying:
            assert staying.get("/sparql", params={"query": SELECT}).status_code == 200


def test_a_new_publication_is_served_without_a_restart(tmp_path: Path, serving: Serving) -> None:
    folder = tmp_path / "store"
    settings = Settings.load(base_iri=BASE, store=folder, query_workers=1)
    line = b'<http://e/a> <http://e/b> "%d" .\n'
    query = "SELECT ?o { <http://e/a> <http://e/b> ?o }"
    with serving(create_app(settings)) as address, httpx.Client(base_url=address, timeout=30) as client:
        empty = client.get("/sparql", params={"query": query})
        assert (empty.status_code, client.get("/health").status_code) == (503, 503)
        for number in (1, 2):
            open_store(folder).publish([Change(f"{BASE}graph/x", line % number)])
            answer = client.get("/sparql", params={"query": query})
            assert [row["o"]["value"] for row in answer.json()["results"]["bindings"]] == [str(number)]
            assert client.get("/health").json()["publication"] == number


def test_without_a_query_the_service_describes_itself(client: httpx.Client, address: str) -> None:
    turtle = client.get("/sparql")
    assert turtle.headers["content-type"] == "text/turtle; charset=utf-8"
    said = {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in parse(turtle.content, format=RdfFormat.TURTLE)
    }
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert (f"{address}/sparql", f"{sd}endpoint", f"{address}/sparql") in said
    assert (f"{address}/sparql", f"{sd}supportedLanguage", f"{sd}SPARQL11Query") in said
    page = client.get("/sparql", headers={"Accept": "text/html"})
    assert "<textarea" in page.text


class _Endless(Pool):
    """A pool whose queries never begin to answer."""

    async def place(self, running: Running) -> None:
        await asyncio.sleep(3600)


def test_who_waits_when_the_server_stops_is_told_so() -> None:
    async def receive() -> Message:
        await asyncio.sleep(3600)
        raise TimeoutError

    async def stop() -> Problem:
        request = Request({"type": "http", "method": "GET", "headers": [], "client": None}, receive)
        task = asyncio.create_task(answer(request, Asked("ASK {}", Dataset()), _Endless([], Limits())))
        await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(Problem) as caught:
            await task
        return caught.value

    problem = asyncio.run(stop())
    assert (problem.kind.status, problem.headers["Retry-After"]) == (503, "10")
    assert "stopping" in problem.detail


def test_a_new_publication_is_taken_over_without_a_lost_request(tmp_path: Path, serving: Serving) -> None:
    folder = tmp_path / "store"
    settings = Settings.load(base_iri=BASE, store=folder, query_workers=2)
    store = open_store(folder)
    line = b'<http://e/a> <http://e/b> "%d" .\n'
    store.publish([Change(f"{BASE}graph/x", line % 0)])
    done = threading.Event()
    with serving(create_app(settings)) as address:

        def ask(visitor: int) -> list[tuple[int, int]]:
            found: list[tuple[int, int]] = []
            with httpx.Client(base_url=address, timeout=30) as client:
                while not done.is_set():
                    query = f"SELECT ?o {{ <http://e/a> <http://e/b> ?o }} # {visitor} {len(found)}"
                    answer = client.get("/sparql", params={"query": query})
                    rows = answer.json()["results"]["bindings"]
                    found.append((answer.status_code, int(rows[0]["o"]["value"])))
            return found

        with ThreadPoolExecutor(3) as threads:
            asking = [threads.submit(ask, visitor) for visitor in range(3)]
            for number in range(1, 6):
                store.publish([Change(f"{BASE}graph/x", line % number)])
                time.sleep(0.1)
            done.set()
            answers = [each.result() for each in asking]
    for found in answers:
        assert {status for status, _ in found} == {200}
        seen = [number for _, number in found]
        assert seen == sorted(seen)
    assert max(number for found in answers for _, number in found) == 5


def test_the_server_does_not_grow_with_a_result(settings_of: Callable[..., Settings], serving: Serving) -> None:
    def resident() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

    digits = " ".join(f"VALUES ?{name} {{ 0 1 2 3 4 5 6 7 8 9 }}" for name in "abcdef")
    query = f'SELECT * {{ {digits} BIND("{"x" * 100}" AS ?x) }}'
    settings = settings_of(query_seconds=60.0, query_megabytes=0, query_rows=0)
    with serving(create_app(settings)) as address, httpx.Client(base_url=address, timeout=60) as client:
        client.get("/sparql", params={"query": SELECT})
        before, size = resident(), 0
        with client.stream("GET", "/sparql", params={"query": query}, headers={"Accept": "text/csv"}) as answer:
            for piece in answer.iter_raw():
                size += len(piece)
                if size > 100_000_000:
                    break
        assert size > 100_000_000
        assert resident() - before < 50_000_000


def test_a_redirect_of_a_listed_endpoint_is_not_followed(
    settings_of: Callable[..., Settings], serving: Serving
) -> None:
    with listening() as (port, calls):
        away = FastAPI()

        @away.api_route("/sparql", methods=["GET", "POST"])
        def redirect() -> RedirectResponse:
            return RedirectResponse(f"http://127.0.0.1:{port}/x", 307)

        with serving(away) as listed:
            settings = settings_of(service_endpoints=(f"{listed}/sparql",), query_workers=1)
            with serving(create_app(settings)) as address, httpx.Client(base_url=address, timeout=30) as client:
                query = f"SELECT * {{ SERVICE <{listed}/sparql> {{ ?a ?b ?c }} }}"
                assert client.get("/sparql", params={"query": query}).status_code >= 400
    assert calls == []
