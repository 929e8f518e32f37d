"""The four requests that a SPARQL server gets: a query, an update, a whole graph written, a whole graph read.

Queries go as a form (SPARQL 1.1 Protocol, 2.1.2): Virtuoso never answers one that is the body itself. An answer is
taken in whole before any of it is used, so that one that breaks off is an error and not a short result.
"""

from __future__ import annotations

import json
import threading
import weakref
from collections.abc import Mapping, Sequence
from contextlib import closing
from io import BytesIO
from typing import IO
from urllib.parse import urlencode

import httpx

from graph.errors import QueryError, QueryTimeoutError, StoreError, UnreachableError
from graph.store.base import Form
from graph.store.remote import virtuoso
from graph.store.remote.engines import ENGINES, NONE, Engine, engine_of
from graph.store.remote.options import Login, Options

JSON = "application/sparql-results+json"
TRIPLES = "application/n-triples"

_MESSAGE = 4096
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_REFUSED = (401, 403)
_BUSY = (429, 502, 503, 504)


class Client:
    """The requests to one server; may be used from any thread."""

    def __init__(self, address: str, options: Options) -> None:
        self.address = address
        self._options = options
        login = Login(options.user, options.password) if options.user else None
        self._login = login
        limits = httpx.Timeout(options.seconds + 5, connect=10, write=600, pool=options.seconds + 5)
        self._http = httpx.Client(timeout=limits, limits=httpx.Limits(keepalive_expiry=3))
        weakref.finalize(self, self._http.close)
        self._lock = threading.Lock()
        self._engine: Engine | None = None

    @property
    def engine(self) -> Engine:
        """The engine, which is asked who it is once.

        Raises:
            UnreachableError: when nothing answers.
            StoreError: when its other addresses are not known.
        """
        with self._lock:
            if self._engine is None:
                self._engine = self._recognise()
            return self._engine

    def query(
        self,
        text: str,
        form: Form,
        *,
        default: Sequence[str] | None = None,
        named: Sequence[str] | None = None,
        private: bool = False,
    ) -> IO[bytes]:
        """Ask a query, which has no dataset clause.

        Args:
            text: the query.
            form: what it gives.
            default: the graphs of the default graph; None, and no `named`, is the union of all.
            named: the graphs that ``GRAPH`` reaches; None, and no `default`, is all.
            private: ask with our own rights, where the engine keeps some graphs from others.

        Returns:
            a file at its beginning: N-Triples, or results as JSON.

        Raises:
            QueryError: when the engine refuses it.
            QueryTimeoutError: when it took too long.
            UnreachableError: when there is no answer, or none that is complete.
        """
        engine = self.engine
        values: list[tuple[str, str]] = [("query", virtuoso.prologue(text) + text if engine.quirky else text)]
        if default is None and named is None:
            values += engine.whole.items()
        else:
            values += [("default-graph-uri", iri) for iri in default or (NONE,)]
            values += [("named-graph-uri", iri) for iri in named or (NONE,)]
        if engine.quirky:
            virtuoso.judge_text(text)
            values.append(("timeout", str(max(1000, round(self._options.seconds * 1000)))))
        address = self._update_address(engine) if private and engine.private and self._login else self.address
        accept = TRIPLES if form is Form.TRIPLES else JSON
        headers = {"Accept": accept, **_FORM}
        with closing(self._send("POST", address, urlencode(values).encode("utf-8", "surrogatepass"), headers)) as given:
            return self._result(given, form)

    def update(self, text: str) -> None:
        """Change something.

        Raises:
            StoreError: when the engine refuses it.
            UnreachableError: when it cannot be known whether it was done.
        """
        address = self._update_address(self.engine)
        body = urlencode({"update": text}).encode()
        with closing(self._send("POST", address, body, _FORM, long=True)) as given:
            self._check(given, "the update")

    def put(self, graph: str, triples: bytes) -> None:
        """Write a graph in the place of what it was (Graph Store Protocol, 5.3); see `update` for errors."""
        with closing(self._send("PUT", self._graph(graph), triples, {"Content-Type": TRIPLES}, long=True)) as given:
            self._check(given, f"the graph {graph}")

    def has(self, graph: str) -> bool:
        """Say whether there is a graph."""
        with self.query(f"ASK {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}", Form.BOOLEAN, private=True) as file:
            return bool(json.loads(file.read())["boolean"])

    def get(self, graph: str) -> bytes:
        """Read a graph as N-Triples (Graph Store Protocol, 5.2); empty where there is none."""
        if self.engine.private and self._login is None:  # Virtuoso lets only those it knows use that protocol
            with self.query(
                f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}", Form.TRIPLES
            ) as file:
                return file.read()
        with closing(self._send("GET", self._graph(graph), None, {"Accept": TRIPLES})) as given:
            if given.status_code == httpx.codes.NOT_FOUND:
                return b""
            self._check(given, f"the graph {graph}")
            try:
                return given.read()
            except httpx.HTTPError as error:
                raise self._unreachable(error) from error

    def _recognise(self) -> Engine:
        """Ask the server who it is."""
        with closing(
            self._send("GET", f"{self.address}?{urlencode({'query': 'ASK {}'})}", None, {"Accept": JSON})
        ) as it:
            engine = engine_of(it.headers.get("server", ""))
            if it.status_code in _REFUSED and not self._login:
                self._check(it, "the query")
        if engine not in ENGINES and not (self._options.update and self._options.graphs):
            raise StoreError(
                f"{self.address}: of this engine the addresses for updates and graphs are not known; "
                "set KAMERGRAAF_STORE_UPDATE and KAMERGRAAF_STORE_GRAPHS"
            )
        return engine

    def _update_address(self, engine: Engine) -> str:
        return self._options.update or engine.beside(self.address, engine.update)

    def _graph(self, iri: str) -> str:
        engine = self.engine
        address = self._options.graphs or engine.beside(self.address, engine.graphs)
        return f"{address}?{urlencode({engine.parameter: iri})}"

    def _send(
        self, method: str, address: str, body: bytes | None, headers: Mapping[str, str], *, long: bool = False
    ) -> httpx.Response:
        """Send a request; again where the server closed a connection that both kept: all of ours may be repeated."""
        timeout = httpx.Timeout(600, connect=10) if long else httpx.USE_CLIENT_DEFAULT
        request = self._http.build_request(method, address, content=body, headers=dict(headers), timeout=timeout)
        try:
            try:
                return self._http.send(request, stream=True, auth=self._login)
            except httpx.RemoteProtocolError:
                return self._http.send(request, stream=True, auth=self._login)
        except httpx.ReadTimeout as error:
            raise QueryTimeoutError(f"{self.address}: no answer in time") from error
        except httpx.HTTPError as error:
            raise self._unreachable(error) from error

    def _result(self, given: httpx.Response, form: Form) -> IO[bytes]:
        if given.status_code != httpx.codes.OK:
            self._refuse(given)
        if self.engine.quirky:
            virtuoso.judge_headers(given.headers)
        try:
            return BytesIO(given.read())
        except httpx.HTTPError as error:
            raise self._unreachable(error) from error

    def _refuse(self, given: httpx.Response) -> None:
        """Tell why a query gave no result."""
        if given.status_code in (*_REFUSED, *_BUSY):
            self._check(given, "the query")
        # Virtuoso says that it ran out of time after the rows that it found, however many.
        body = _read(given).decode("utf-8", "replace") if self.engine.quirky else _start(given)
        if self.engine.quirky and virtuoso.too_long(body):
            raise QueryTimeoutError("the engine ended the query at its limit of time")
        said = virtuoso.message(body)[:_MESSAGE] if self.engine.quirky else " ".join(body.split())
        raise QueryError(f"this query cannot be run by {self.engine.name}: {said or given.status_code}")

    def _check(self, given: httpx.Response, what: str) -> None:
        """Raise what a status that is no success means."""
        status = given.status_code
        if given.is_success:
            return
        if status in _REFUSED:
            missing = "refuses our credentials" if self._login else "wants credentials"
            raise StoreError(
                f"{self.address}: the server {missing}; set KAMERGRAAF_STORE_USER and KAMERGRAAF_STORE_PASSWORD"
            )
        said = virtuoso.message(_start(given))[:300]
        if status in _BUSY:
            raise UnreachableError(f"{self.address}: the server is busy ({status} {said})")
        raise StoreError(f"{self.address}: {what} was not taken ({status} {said})")

    def _unreachable(self, error: Exception) -> UnreachableError:
        reason = " ".join(str(error).split()) or type(error).__name__
        return UnreachableError(f"{self.address}: cannot be reached ({reason}); is the server running?")


def _start(given: httpx.Response) -> str:
    """Give the beginning of an answer as text."""
    return _read(given, _MESSAGE)[:_MESSAGE].decode("utf-8", "replace")


def _read(given: httpx.Response, enough: int | None = None) -> bytes:
    found = bytearray()
    try:
        for piece in given.iter_bytes():
            found += piece
            if enough is not None and len(found) > enough:
                break
    except httpx.HTTPError:
        pass  # what came says enough
    return bytes(found)
