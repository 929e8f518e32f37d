"""The requests, against a server that is not what it should be."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from graph.errors import QueryError, QueryTimeoutError, StoreError, UnreachableError
from graph.store.base import Form
from graph.store.remote.client import Client
from graph.store.remote.engines import engine_of
from graph.store.remote.options import Options

TRUE = b'{"head":{},"boolean":true}'
Answer = Callable[[BaseHTTPRequestHandler], None]


def answers(status: int, body: bytes, *headers: tuple[str, str], length: int | None = None) -> Answer:
    """Answers everything in one way."""

    def answer(to: BaseHTTPRequestHandler) -> None:
        to.send_response_only(status)
        for name, value in (("Server", "Oxigraph/0.5"), *headers):
            to.send_header(name, value)
        to.send_header("Content-Length", str(len(body) if length is None else length))
        to.end_headers()
        to.wfile.write(body)

    return answer


@contextmanager
def serving(answer: Answer) -> Iterator[tuple[str, list[BaseHTTPRequestHandler]]]:
    """Serve; gives the address and what was asked."""
    asked: list[BaseHTTPRequestHandler] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked.append(self)
            answer(self)

        do_POST = do_PUT = do_GET  # noqa: N815

        def log_message(self, format: str, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/query", asked
        finally:
            server.shutdown()
            thread.join()


def asks(address: str, **options: str) -> bytes:
    with Client(address, Options(**options)).query("ASK {}", Form.BOOLEAN) as file:  # type: ignore[arg-type]
        return file.read()


def test_an_answer_that_breaks_off_is_no_answer() -> None:
    with serving(answers(200, TRUE[:9], length=len(TRUE))) as (address, _), pytest.raises(UnreachableError):
        asks(address)


def test_a_server_that_is_busy_is_told_so() -> None:
    with serving(answers(503, b"later")) as (address, _), pytest.raises(UnreachableError, match=r"busy \(503 later\)"):
        asks(address)


def test_a_query_that_the_engine_refuses_is_the_fault_of_the_query() -> None:
    with serving(answers(400, b"I do not\n know that")) as (address, _):
        with pytest.raises(QueryError, match="cannot be run by oxigraph: I do not know that"):
            asks(address)


def test_an_engine_that_ran_out_of_time_says_so_after_all_the_rows_that_it_found() -> None:
    def answer(to: BaseHTTPRequestHandler) -> None:
        told = b"Virtuoso S1TAT Error SR: query interrupted by result timeout.\n\nSPARQL query:\n" + b"x" * 9_000
        body = b'{ "head": {} ' + b" " * 9_000 + told
        first = to.command == "GET"
        to.send_response_only(200 if first else 500)
        to.send_header("Server", "Virtuoso/07.20.3229")
        to.send_header("Content-Length", str(len(TRUE if first else body)))
        to.end_headers()
        to.wfile.write(TRUE if first else body)

    with serving(answer) as (address, _), pytest.raises(QueryTimeoutError, match="at its limit of time"):
        asks(address)


def test_a_server_that_says_nothing_for_too_long_ran_out_of_time() -> None:
    done = threading.Event()

    def wait(_: BaseHTTPRequestHandler) -> None:
        done.wait(30)

    with serving(wait) as (address, _):
        client = Client(address, Options(seconds=-4.9))
        with pytest.raises(QueryTimeoutError):
            client.query("ASK {}", Form.BOOLEAN)
        done.set()


def test_credentials_are_given_only_when_they_are_asked_for() -> None:
    def answer(to: BaseHTTPRequestHandler) -> None:
        if to.headers.get("Authorization", "").startswith("Basic "):
            answers(200, TRUE)(to)
        else:
            answers(401, b"", ("WWW-Authenticate", 'Basic realm="x"'))(to)

    with serving(answer) as (address, asked):
        assert asks(address, user="me", password="p") == TRUE  # noqa: S106
        assert "Authorization" not in asked[0].headers
        with pytest.raises(StoreError, match="wants credentials; set KAMERGRAAF_STORE_USER"):
            asks(address)


def test_the_password_is_not_shown() -> None:
    assert "geheim" not in repr(Options(user="me", password="geheim"))  # noqa: S106


def test_an_unknown_engine_needs_its_addresses() -> None:
    def other(to: BaseHTTPRequestHandler) -> None:
        to.send_response_only(200)
        to.send_header("Content-Length", str(len(TRUE)))
        to.end_headers()
        to.wfile.write(TRUE)

    with serving(other) as (address, _):
        with pytest.raises(StoreError, match="set KAMERGRAAF_STORE_UPDATE and KAMERGRAAF_STORE_GRAPHS"):
            asks(address)
        assert asks(address, update=address, graphs=address) == TRUE


def test_addresses_stand_beside_that_of_queries() -> None:
    engine = engine_of("Oxigraph/0.5.13")
    assert engine.beside("https://e.org/a/query", engine.update) == "https://e.org/a/update"
