"""The application, put together: what is shared, which addresses there are, what becomes of errors."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.middleware.cors import CORSMiddleware
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.routing import Match, Route

from graph import __version__
from graph.errors import KamergraafError, QueryTimeoutError, UnreachableError
from graph.settings import Settings
from graph.store import open_store
from graph.web import (
    assets,
    cards,
    catalogue,
    crawlers,
    downloads,
    endpoint,
    graph_store,
    linked,
    lists,
    logs,
    named,
    operations,
    pages,
    problems,
    vocabulary,
)
from graph.web.feeds import addresses as feeds
from graph.web.gate import Gate
from graph.web.indicators import addresses as indicators
from graph.web.languages import Language, languages
from graph.web.observing import PROBLEM, Observer
from graph.web.openapi import describe
from graph.web.pool import Pool
from graph.web.problems import Problem
from graph.web.reconcile import addresses as reconcile
from graph.web.running import Limits
from graph.web.searching import addresses as searching
from graph.web.server import Server, server_of
from graph.web.shelf import Shelf
from graph.web.site import Site
from graph.web.snapshots import Snapshots
from graph.web.sparql import CLIENT_GONE
from graph.web.words import Words

log = logging.getLogger(__name__)

_ROOMS = (
    endpoint, catalogue, vocabulary, linked, named, graph_store, reconcile, downloads, feeds, operations, lists,
    indicators, cards, crawlers, pages, assets, searching,
)  # fmt: skip
_ROUTERS = tuple(room.router for room in _ROOMS)

EXPOSED = (
    "Accept-Ranges Allow Content-Disposition Content-Range ETag Last-Modified Link Location Repr-Digest Retry-After"
).split()
"""The headers that programs in pages of others may read."""


def assemble(settings: Settings) -> FastAPI:
    """Put the application together; see `graph.web.create_app`."""
    server = Server(
        settings=settings,
        site=Site(
            settings.base_iri,
            settings.public_base.rstrip("/") if settings.public_base else None,
            proxied=settings.proxies > 0,
        ),
        snapshots=Snapshots(open_store(settings.store)),
        pool=Pool(_worker_command(settings), _limits(settings)),
        shelf=Shelf(),
        templates=templates(),
    )
    app = FastAPI(
        title="Kamergraaf",
        version=__version__,
        summary="Dutch parliamentary answers as linked open data",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_running,
    )
    app.state.server = server
    app.add_middleware(Gate, tell=_tell)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST", "OPTIONS"],
        allow_headers=["*"],
        expose_headers=EXPOSED,
    )
    app.add_middleware(Observer, metrics=server.metrics, queries=settings.log_queries)
    for router in _ROUTERS:
        app.include_router(router)
    describe(app)
    for kind in (Problem, HTTPException, RequestValidationError, KamergraafError, ClientDisconnect, Exception):
        app.add_exception_handler(kind, _tell)
    return app


def templates() -> dict[str, Environment]:
    """Give the templates by language: all they are given is escaped, and a name they are not given is an error."""
    return {code: _templates(language) for code, language in languages().items()}


def _templates(language: Language) -> Environment:
    environment = Environment(
        loader=PackageLoader("graph.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.filters.update(Words(language).filters())
    environment.globals.update(asset=assets.asset, asset_or_none=assets.find_asset)
    environment.globals.update({"_": language.gettext, "gettext": language.gettext, "ngettext": language.ngettext})
    return environment


@asynccontextmanager
async def _running(app: FastAPI) -> AsyncIterator[None]:
    server: Server = app.state.server
    writing = logs.start(server.settings)
    await server.pool.start()
    # The words of the index are read before the first visitor asks; nobody waits for that.
    threading.Thread(target=server.searches.warm, args=(server.snapshots,), name="search-warm", daemon=True).start()
    server.census.latest(server.snapshots, server.site.base)
    watching = asyncio.create_task(server.metrics.watch(server.pool))
    try:
        yield
    finally:
        watching.cancel()
        await server.pool.stop()
        server.shelf.close()
        server.searches.close()
        server.snapshots.close()
        logs.stop(writing)


def _worker_command(settings: Settings) -> list[str]:
    return [
        sys.executable,
        "-m",
        "graph.web.worker",
        str(settings.store),
        settings.base_iri,
        str(settings.query_seconds),
        f"--memory={settings.query_memory}",
        f"--rows={settings.query_rows}",
        f"--bytes={settings.query_megabytes}",
        *(f"--service={endpoint}" for endpoint in settings.service_endpoints),
    ]


def _limits(settings: Settings) -> Limits:
    return Limits(
        workers=settings.query_workers,
        seconds=settings.query_seconds,
        waiting=settings.query_queue,
        per_visitor=max(2 * settings.query_workers, (settings.query_workers + settings.query_queue) // 2),
    )


async def _tell(request: Request, error: Exception) -> Response:
    """Answer an error with problem details."""
    if isinstance(error, ClientDisconnect):
        return Response(status_code=CLIENT_GONE)
    if isinstance(error, HTTPException) and error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        allowed = {"Allow": ", ".join(_methods(request))}
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=allowed)
        error = HTTPException(error.status_code, headers=allowed)
    server = server_of(request)
    problem = _problem(error)
    request.scope[PROBLEM] = problem.slug
    root = server.site.root(request)
    details = problems.details(problem, root, request.url.path)
    page = server.page(request, "problem.html", problem=details, explanation=problem.kind.explanation)
    return problems.respond(request, problem, root, page)


def _methods(request: Request) -> list[str]:
    """Give the methods of an address: the router itself names those of the first of its routes only."""
    routes = [*request.app.routes, *(route for router in _ROUTERS for route in router.routes)]
    matching = (route for route in routes if isinstance(route, Route) and route.matches(request.scope)[0] != Match.NONE)
    found = {"OPTIONS"}.union(*(route.methods or () for route in matching))
    return [name for name in ("GET", "HEAD", "POST", "OPTIONS") if name in found]


def _problem(error: Exception) -> Problem:
    if isinstance(error, Problem):
        return error
    if isinstance(error, HTTPException):
        slug = problems.slug_of_status(error.status_code)
        return Problem(slug, _DETAILS.get(slug, str(error.detail)), headers=error.headers or {})
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"][1:]))
        return Problem("bad-request", f"{name}: {first['msg']}.")
    if isinstance(error, QueryTimeoutError | UnreachableError):  # of a store on a server
        slug = "query-timeout" if isinstance(error, QueryTimeoutError) else "no-data"
        return Problem(slug, str(error), headers={"Retry-After": "30"})
    if isinstance(error, KamergraafError):
        log.error("%s", error)
        return Problem("internal", str(error))
    log.error("a request failed", exc_info=error)
    return Problem("internal", "The server could not answer. Tell us which address you asked and when.")


_DETAILS = {
    "not-found": "There is no page and no data at this address.",
    "method-not-allowed": "Use one of the methods of the Allow header.",
}
