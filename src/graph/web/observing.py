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


class Observer:
    """The outermost layer of the application.

    Args:
        app: what it watches.
        metrics: where it counts.
        queries: whether it also writes down what was asked: the query of the address and the beginning of a body.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, *, queries: bool) -> None:
        self._app = app
        self._metrics = metrics
        self._queries = queries

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, and tell of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        seen = _Seen(time.perf_counter())
        area = _area(scope)
        self._metrics.begin(area)
        try:
            await self._app(scope, self._listening(receive, seen), _watching(send, seen))
        finally:
            self._tell(scope, seen, area)

    def _listening(self, receive: Receive, seen: _Seen) -> Receive:
        if not self._queries:
            return receive

        async def listen() -> Message:
            message = await receive()
            if message["type"] == "http.request" and len(seen.body) < _LONGEST:
                seen.body += message.get("body", b"")[:_LONGEST]
            return message

        return listen

    def _tell(self, scope: Scope, seen: _Seen, area: str) -> None:
        done = Answered(
            route=_route(scope),
            method=scope["method"][:20],
            status=seen.status or 500,
            seconds=time.perf_counter() - seen.begun,
            problem=scope.get(PROBLEM),
            broken=bool(seen.status) and not seen.complete,
        )
        self._metrics.end(area, done)
        if done.status < 400 and scope["path"].startswith(_QUIET):
            return
        event(
            log, logging.ERROR if done.status == 500 else logging.INFO, "request", method=done.method,
            route=done.route, path=scope["path"][:200], status=done.status, ms=round(done.seconds * 1000, 1),
            bytes=seen.size, problem=done.problem, broken=done.broken or None, query=self._asked(scope, seen),
        )  # fmt: skip

    def _asked(self, scope: Scope, seen: _Seen) -> str | None:
        if not self._queries:
            return None
        parts = (scope["query_string"].decode("utf-8", "replace"), bytes(seen.body).decode("utf-8", "replace"))
        return unquote_plus(" ".join(part for part in parts if part))[:_LONGEST] or None


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
