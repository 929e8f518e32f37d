"""The short way of a query: from the connection to a worker and back, with nothing in between.

Most queries come by GET and their answers are small. The layers of the application, a task and a stream of messages
for each cost several times what those queries cost themselves. What this way does not lead to an answer for, the
application answers as ever: errors, long results, other methods, requests of pages of other sites (CORS), a full queue.
The answers of both ways have the same headers.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, cast

from starlette.datastructures import State

from graph.web.frames import Kind
from graph.web.kept import Given
from graph.web.metrics import QUERIES, Answered
from graph.web.negotiation import Chosen
from graph.web.observing import BEGUN, Journal
from graph.web.problems import Problem
from graph.web.process import Job, PoolError
from graph.web.protocol import asked_by
from graph.web.running import RUNNING, Running
from graph.web.server import Server
from graph.web.sparql import CLIENT_GONE, choices, headers_of, job_of
from graph.web.visitor import visitor_at

if TYPE_CHECKING:
    from starlette.types import Scope
    from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

    from graph.web.connection import Connection

_BARS = frozenset({b"origin", b"content-length", b"transfer-encoding", b"expect", b"upgrade"})
"""Headers of requests that go the long way."""

_PLANS = 512
_LONGEST = 8192
"""How many bytes what a request asks may have for its plan to be kept."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a request asks, read once for all that ask the same."""

    job: Job
    results: Chosen | None
    graphs: Chosen | None

    def form(self, kind: Kind) -> Chosen | None:
        """Give the format of a result."""
        return self.graphs if kind is Kind.GRAPH else self.results


@dataclass(slots=True)
class _Under:
    """A request that is under way: its query runs."""

    cycle: RequestResponseCycle
    plan: Plan
    running: Running
    begun: float


class Shortcut:
    """The short way of one application.

    Args:
        server: what the application shares.
    """

    def __init__(self, server: Server) -> None:
        self._server = server
        self._journal = Journal(server.metrics, queries=server.settings.log_queries)
        self._plans: dict[tuple[bytes, bytes], Plan] = {}
        self._under: dict[Connection, _Under] = {}
        self._general: object = None
        self._start = b""

    def take(self, connection: Connection, cycle: RequestResponseCycle) -> bool:
        """Answer a request, now or when its result comes; False where it has to go the long way."""
        scope = _scope(cycle)
        if scope["path"] != QUERIES or scope["method"] != "GET" or scope["http_version"] != "1.1":
            return False
        if connection.pipeline or connection.flow.write_paused:
            return False
        begun = time.perf_counter()
        plan = self._plan(scope)
        if plan is None:
            return False
        server = self._server
        given = server.kept.find(plan.job, server.snapshots.number())
        if given is None:
            return self._run(connection, cycle, plan, begun)
        form = plan.form(given.kind)
        if form is None:
            return False
        self._send(connection, cycle, form, given.body, begun)
        return True

    def lost(self, connection: Connection) -> None:
        """End the query of a client that is gone."""
        under = self._under.pop(connection, None)
        if under is not None:
            self._server.pool.withdraw(under.running)
            self._tell(under.cycle, CLIENT_GONE, 0, under.begun)

    def _plan(self, scope: Scope) -> Plan | None:
        """Read a request; None where it goes the long way."""
        accept = b""
        for name, value in scope["headers"]:
            if name == b"accept":
                accept = accept + b", " + value if accept else value
            elif name in _BARS:
                return None
        if b"html" in accept:  # a browser may get the editor
            return None
        key = scope["query_string"], accept
        plan = self._plans.get(key)
        if plan is None and len(key[0]) + len(accept) <= _LONGEST:
            plan = _read(*key)
            if plan is not None:
                self._plans[key] = plan
                if len(self._plans) > _PLANS:
                    del self._plans[next(iter(self._plans))]
        return plan

    def _run(self, connection: Connection, cycle: RequestResponseCycle, plan: Plan, begun: float) -> bool:
        """Let the query in; False where it is not let in."""
        scope = _scope(cycle)
        try:
            running = self._server.pool.admit(plan.job, self._visitor(scope))
        except PoolError:
            return False  # the long way is refused as well, and tells it
        self._under[connection] = _Under(cycle, plan, running, begun)
        running.call(partial(self._come, connection))
        return True

    def _come(self, connection: Connection) -> None:
        """Take the result that has come; what is no small result is left to the long way."""
        under = self._under.pop(connection)
        cycle, running = under.cycle, under.running
        body = running.whole_at_hand()
        form = under.plan.form(running.kind)
        if body is None or form is None:
            scope = _scope(cycle)
            scope[RUNNING], scope[BEGUN] = running, under.begun
            connection.hand_over(cycle)
            return
        running.close()
        self._server.kept.keep(under.plan.job, running.number, Given(running.kind, body))
        self._send(connection, cycle, form, body, under.begun)

    def _send(
        self, connection: Connection, cycle: RequestResponseCycle, form: Chosen, body: bytes, begun: float
    ) -> None:
        general = connection.server_state.default_headers  # a new list every second
        if general is not self._general:
            self._general = general
            self._start = b"HTTP/1.1 200 OK\r\n" + b"".join(b"%b: %b\r\n" % header for header in general)
        closes = b"\r\n\r\n" if cycle.keep_alive else b"\r\nconnection: close\r\n\r\n"
        connection.transport.write(b"".join((self._start, _head(form), b"%d" % len(body), closes, body)))
        cycle.response_started = cycle.response_complete = True
        if not cycle.keep_alive:
            connection.transport.close()
        cycle.on_response()
        self._tell(cycle, 200, len(body), begun)

    def _tell(self, cycle: RequestResponseCycle, status: int, size: int, begun: float) -> None:
        done = Answered(QUERIES, "GET", status, time.perf_counter() - begun, None, broken=False)
        self._journal.tell(_scope(cycle), done, size)

    def _visitor(self, scope: Scope) -> str:
        peer: str = scope["client"][0] if scope["client"] else ""
        proxies = self._server.settings.proxies
        if not proxies:
            return visitor_at(peer, (), 0)
        lines = [value.decode("latin-1") for name, value in scope["headers"] if name == b"x-forwarded-for"]
        return visitor_at(peer, lines, proxies)


def shortcut_of(app: object) -> Shortcut | None:
    """Give the short way of an application that uvicorn has loaded; None where that is not one of ours."""
    inner = getattr(app, "app", None)  # what believes the headers of proxies stands around it
    state = getattr(app if inner is None else inner, "state", None)
    if not isinstance(state, State) or not isinstance(getattr(state, "server", None), Server):
        return None
    if not hasattr(state, "shortcut"):
        state.shortcut = Shortcut(state.server)
    return cast(Shortcut, state.shortcut)


def _scope(cycle: RequestResponseCycle) -> Scope:
    """Give what is known of a request, in which we note more than uvicorn's type of it has."""
    return cast("Scope", cycle.scope)


def _read(asked: bytes, accept: bytes) -> Plan | None:
    """Read what a request asks; None where it asks nothing that has a result."""
    try:
        query = asked_by(asked)
        results, graphs = choices(accept.decode("latin-1") if accept else None)
    except Problem:
        return None
    return None if query is None else Plan(job_of(query, results, graphs), results, graphs)


@lru_cache(maxsize=64)
def _head(form: Chosen) -> bytes:
    headers = {**dict(headers_of(form.content_type)), b"vary": b"Accept, Origin"}  # as the layer for CORS adds it
    return b"".join(b"%b: %b\r\n" % header for header in headers.items()) + b"content-length: "
