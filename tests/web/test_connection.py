"""What a client may send and how long it may take, and the short way of a query, through real sockets."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import httpx
import pytest
from fastapi import FastAPI
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from graph.settings import Settings
from graph.web import connection as connections
from graph.web import create_app
from graph.web.connection import MOST
from graph.web.shortcut import Shortcut

Serving = Callable[[FastAPI], AbstractContextManager[str]]
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"


@contextmanager
def raw(address: str) -> Iterator[socket.socket]:
    """A connection to a server."""
    host, _, port = address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=20) as line:
        yield line


def read(line: socket.socket) -> bytes:
    """All that comes until the server closes."""
    found = bytearray()
    try:
        while data := line.recv(65536):
            found += data
    except ConnectionResetError:
        pass
    return bytes(found)


def query(words: str, *headers: str, path: str = "/sparql") -> bytes:
    """The bytes of a request by GET."""
    lines = [f"GET {path}?query={words.replace(' ', '%20')} HTTP/1.1", "Host: localhost", *headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the short way took a request, for each that it was asked about."""
    found: list[bool] = []
    take = Shortcut.take

    def told(self: Shortcut, *given: object) -> bool:
        found.append(take(self, *given))  # type: ignore[arg-type]
        return found[-1]

    monkeypatch.setattr(Shortcut, "take", told)
    return found


def test_headers_that_are_too_large_are_refused(address: str) -> None:
    with raw(address) as line:
        line.sendall(b"GET /health HTTP/1.1\r\nHost: a\r\nX-Large: " + b"a" * MOST + b"\r\n\r\n")
        assert read(line).startswith(b"HTTP/1.1 431 ")


def test_headers_without_an_end_are_refused(address: str) -> None:
    with raw(address) as line:
        line.sendall(b"GET /health HTTP/1.1\r\nHost: a\r\n")
        answer = b""
        try:
            for number in range(10_000):
                line.sendall(b"X-%d: %s\r\n" % (number, b"a" * 1000))
        except (BrokenPipeError, ConnectionResetError):
            pass
        answer = read(line)
        assert not answer or answer.startswith(b"HTTP/1.1 431 ")


def test_a_large_body_is_no_large_head(address: str) -> None:
    words = "ASK {} #" + "a" * (2 * MOST)
    answer = httpx.post(
        f"{address}/sparql", content=words, headers={"Content-Type": "application/sparql-query"}, timeout=60
    )
    assert answer.status_code == 200


@pytest.mark.parametrize("begun", [b"", b"GET /health HT", b"GET /health HTTP/1.1\r\nHost: a\r\nX-Slow: a"])
def test_half_a_request_is_not_waited_for(address: str, begun: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_WITHIN", 0.2)
    with raw(address) as line:
        line.sendall(begun)
        answer = read(line)
    assert answer.startswith(b"HTTP/1.1 408 ") if begun else not answer


def test_a_head_that_comes_drop_by_drop_is_not_waited_for(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_WITHIN", 0.3)
    with raw(address) as line, pytest.raises((BrokenPipeError, ConnectionResetError)):
        line.sendall(b"GET /health HTTP/1.1\r\nHost: a\r\n")
        while True:
            line.sendall(b"X-a: b\r\n")
            time.sleep(0.02)


def test_half_a_second_request_is_not_waited_for(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_WITHIN", 0.2)
    with raw(address) as line:
        line.sendall(query("ASK {}") + b"GET /hea")
        assert re.findall(rb"HTTP/1.1 (\d+)", read(line)) == [b"200", b"408"]


def test_half_a_body_is_waited_for_longer_and_not_for_ever(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_WITHIN", 0.1)
    monkeypatch.setattr(connections, "BODY_WITHIN", 0.2)
    with raw(address) as line:
        line.sendall(
            b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n"
            b"Content-Type: application/sparql-query\r\n\r\nASK"
        )
        assert read(line).startswith(b"HTTP/1.1 408 ")


def test_a_client_that_does_not_read_is_left(
    settings_of: Callable[..., Settings], serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "READ_WITHIN", 0.2)
    many = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with serving(create_app(settings_of(log_format="none"))) as address, raw(address) as line:
        line.sendall(query(many))
        time.sleep(1)
        assert not read(line).endswith(b"0\r\n\r\n")


def test_more_connections_than_are_allowed_are_told_so(settings_of: Callable[..., Settings]) -> None:
    from graph.cli.serve import _config

    config = _config(create_app(settings_of(connections=12)), settings_of(connections=12))
    assert config.limit_concurrency == 12


def test_uvicorn_still_begins_requests_where_the_short_way_takes_over() -> None:
    assert callable(getattr(HttpToolsProtocol, "_start_asgi_task", None))


def heads(answer: bytes) -> dict[str, str]:
    lines = answer.partition(b"\r\n\r\n")[0].decode().split("\r\n")[1:]
    found = dict(line.split(": ", 1) for line in lines)
    return {name: value for name, value in found.items() if name != "date"}


@pytest.mark.parametrize("accept", ["*/*", "text/csv", "application/sparql-results+xml"])
def test_both_ways_give_the_same_answer(address: str, taken: list[bool], accept: str) -> None:
    short, long = (f"Accept: {accept}", "Connection: close"), (f"Accept: {accept}", "Connection: close", "Expect: x")
    answers = []
    for headers in (short, short, long):
        with raw(address) as line:
            line.sendall(query("SELECT ?s { ?s <http://purl.org/dc/terms/identifier> ?o }", *headers))
            answers.append(read(line))
    assert taken == [True, True, False]
    assert answers[0].startswith(b"HTTP/1.1 200 OK\r\n")
    assert [heads(answer) for answer in answers[1:]] == [heads(answers[0])] * 2
    assert len({answer.partition(b"\r\n\r\n")[2] for answer in answers}) == 1


@pytest.mark.parametrize(
    ("words", "status"),
    [("SELECT nonsense", 400), ("DESCRIBE <urn:none>", 200), ("SELECT * { ?a ?b ?c . ?d ?e ?f }", 200)],
)
def test_what_the_short_way_has_no_answer_for_the_application_answers(
    client: httpx.Client, taken: list[bool], words: str, status: int
) -> None:
    answer = client.get("/sparql", params={"query": words})
    assert (answer.status_code, taken) == (status, [True])
    assert answer.content or status == 200


def test_pages_of_others_and_browsers_go_the_long_way(client: httpx.Client, taken: list[bool]) -> None:
    of_others = client.get("/sparql", params={"query": "ASK {}"}, headers={"Origin": "https://example.org"})
    client.get("/sparql", params={"query": "ASK {}"}, headers={"Accept": "text/html"})
    assert of_others.headers["access-control-allow-origin"] == "*"
    assert taken == [False, False]


def test_queries_sent_at_once_are_answered_in_their_order(address: str) -> None:
    with raw(address) as line:
        asked = [f"SELECT (%22{number}%22 AS ?n) {{}}" for number in range(50)]
        line.sendall(b"".join(map(query, asked[:-1])) + query(asked[-1], "Connection: close"))
        assert re.findall(rb'"value":"(\d+)"', read(line)) == [b"%d" % number for number in range(50)]


def test_more_short_queries_than_workers_wait_for_their_turn(address: str) -> None:
    lines = []
    for number in range(12):
        host, _, port = address.removeprefix("http://").partition(":")
        lines.append(socket.create_connection((host, int(port)), timeout=20))
        lines[-1].sendall(query(f"SELECT (%22w{number}%22 AS ?n) {{}}", "Connection: close"))
    answers = [read(line) for line in lines]
    for line in lines:
        line.close()
    assert all(b'"w%d"' % number in answer for number, answer in enumerate(answers))


def test_a_visitor_who_leaves_frees_the_worker_of_the_short_way(
    settings_of: Callable[..., Settings], serving: Serving
) -> None:
    app = create_app(settings_of(query_workers=1, log_format="none"))
    pool = app.state.server.pool
    with serving(app) as address:
        httpx.get(f"{address}/sparql", params={"query": "ASK {}"}, timeout=60)
        for _ in range(3):
            with raw(address) as line:
                line.sendall(query(ENDLESS))
                while not pool.running:
                    time.sleep(0.001)
            while pool.running:
                time.sleep(0.01)
        assert httpx.get(f"{address}/sparql", params={"query": "ASK { ?s ?p ?o }"}, timeout=60).status_code == 200
        assert pool.state.killed >= 3 and not pool.state.waiting
