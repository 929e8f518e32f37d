"""Watches every request from outside: counts it, and writes it down when it has been answered."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from urllib.parse import unquote_plus

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.web.logs import event
from graph.web.metrics import QUERIES, Answered, Metrics

log = logging.getLogger("graph.web.access")

PROBLEM = "kamergraaf.problem"
"""Where a request notes the kind of the problem that it was answered with."""

BEGUN = "kamergraaf.begun"
"""Where a request notes when it came, by the counter of performance, if it was not at once given to the application."""

_LONGEST = 2000
_QUIET = ("/health", "/metrics")


@dataclass
class _Seen:
    """What was seen of one request."""

    begun: float
    status: int = 0
    size: int = 0
    complete: bool = False
    body: bytearray = field(default_factory=bytearray)


class Journal:
    """Counts what was answered, and writes it down.

    Args:
        metrics: where it counts.
        queries: whether it also writes down what was asked: the query of the address and the beginning of a body.
    """

    def __init__(self, metrics: Metrics, *, queries: bool) -> None:
        self.metrics = metrics
        self.queries = queries

    def tell(self, scope: Scope, done: Answered, size: int, body: bytes = b"") -> None:
        """Tell of an answer.

        Args:
            scope: of its request.
            done: what it was.
            size: how many bytes it had.
            body: the beginning of what was sent with the request.
        """
        self.metrics.answered(done)
        path = scope["path"]
        if done.status < 400 and path.startswith(_QUIET):
            return
        event(
            log, logging.ERROR if done.status == 500 else logging.INFO, "request", method=done.method,
            route=done.route, path=path[:200], status=done.status, ms=round(done.seconds * 1000, 1),
            bytes=size, problem=done.problem, broken=done.broken or None,
            query=self._asked(scope, body) if self.queries else None,
        )  # fmt: skip

    def _asked(self, scope: Scope, body: bytes) -> str | None:
        parts = (scope["query_string"].decode("utf-8", "replace"), body.decode("utf-8", "replace"))
        return unquote_plus(" ".join(part for part in parts if part))[:_LONGEST] or None


class Observer:
    """The outermost layer of the application.

    Args:
        app: what it watches.
        metrics: see `Journal`.
        queries: see `Journal`.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, *, queries: bool) -> None:
        self._app = app
        self._journal = Journal(metrics, queries=queries)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, and tell of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        seen = _Seen(scope.get(BEGUN) or time.perf_counter())
        area = _area(scope)
        metrics = self._journal.metrics
        metrics.begin(area)
        try:
            await self._app(scope, self._listening(receive, seen), _watching(send, seen))
        finally:
            metrics.end(area)
            self._journal.tell(scope, _done(scope, seen), seen.size, bytes(seen.body))

    def _listening(self, receive: Receive, seen: _Seen) -> Receive:
        if not self._journal.queries:
            return receive

        async def listen() -> Message:
            message = await receive()
            if message["type"] == "http.request" and len(seen.body) < _LONGEST:
                seen.body += message.get("body", b"")[:_LONGEST]
            return message

        return listen


def _done(scope: Scope, seen: _Seen) -> Answered:
    return Answered(
        route=_route(scope),
        method=scope["method"][:20],
        status=seen.status or 500,
        seconds=time.perf_counter() - seen.begun,
        problem=scope.get(PROBLEM),
        broken=bool(seen.status) and not seen.complete,
    )


def _watching(send: Send, seen: _Seen) -> Send:
    async def watch(message: Message) -> None:
        if message["type"] == "http.response.start":
            seen.status = message["status"]
        elif message["type"] == "http.response.body":
            seen.size += len(message.get("body", b""))
            seen.complete = not message.get("more_body", False)
        elif message["type"] == "http.response.pathsend":
            seen.complete = True
        await send(message)

    return watch


def _route(scope: Scope) -> str:
    """Give the template of the address that was asked, ``none`` where there is no such address."""
    if scope["path"].removeprefix(scope.get("root_path", "")) == QUERIES:
        return QUERIES  # queries are answered before the router is asked
    return str(getattr(scope.get("route"), "path", "none"))


def _area(scope: Scope) -> str:
    """Give the first part of an address, for what is counted before its route is known: of ours, or ``other``."""
    first = "/" + scope["path"].lstrip("/").partition("/")[0].partition(".")[0]
    return first if first in _AREAS else "other"


_AREAS = frozenset("/ /sparql /id /def /doc /graph /download /reconcile /feed /search /documents".split())
