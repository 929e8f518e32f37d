"""The way of a query past the router: `/sparql` is asked more often than all else, and needs nothing of the router.

Everything but a query is left to the router: the description of the service, OPTIONS, methods that are not allowed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import Request, Response
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send

from graph.store.queries import Dataset
from graph.web import editor, sparql
from graph.web.negotiation import accept_of
from graph.web.problems import Problem
from graph.web.protocol import read_request
from graph.web.server import server_of
from graph.web.visitor import visitor_of

PATH = "/sparql"
_METHODS = frozenset({"GET", "HEAD", "POST"})
Tell = Callable[[Request, Exception], Awaitable[Response]]


class Gate:
    """Answers queries and passes all else on.

    Args:
        app: to whom.
        tell: makes the response of an error.
    """

    def __init__(self, app: ASGIApp, tell: Tell) -> None:
        self._app = app
        self._tell = tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, if it is a query."""
        if scope["type"] != "http" or scope["method"] not in _METHODS or _path(scope) != PATH:
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive, send)
        try:
            response = await answer(request)
        except (Problem, ClientDisconnect) as error:
            response = await self._tell(request, error)
        if response is None:
            await self._app(scope, receive, send)
        else:
            await response(scope, receive, send)


async def answer(request: Request) -> Response | None:
    """Answer a query; None where none is asked, or where a browser opens a link to one: it gets the editor.

    Raises:
        Problem: when it gives no result.
    """
    server = server_of(request)
    asked = await read_request(request, server.settings.query_kilobytes * 1024)
    if asked is None:
        return None
    accept = accept_of(request)
    if request.method != "POST" and editor.wants_page(accept):
        accept = editor.accept_of_form(request)
        if accept is None and asked.dataset == Dataset():
            return None
    visitor = visitor_of(request, server.settings.proxies)
    return await sparql.answer(request, asked, server.pool, visitor, server.kept, server.snapshots.number(), accept)


def _path(scope: Scope) -> str:
    path, root = str(scope["path"]), str(scope.get("root_path", ""))
    return path.removeprefix(root) if root else path
