"""`/rdf-graph-store`: named graphs and the default graph by the SPARQL 1.1 Graph Store HTTP Protocol, reading."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse, StreamingResponse

from graph.web import description
from graph.web.downloads import made
from graph.web.fresh import http_date, unchanged
from graph.web.named import by_iri
from graph.web.negotiation import N_QUADS, N_TRIPLES, RDF_XML, TRIG, TURTLE, accept_of, choose, media_types
from graph.web.problems import Problem, not_acceptable
from graph.web.server import add, server_of

router = APIRouter()

_PIECE = 1 << 16
_DEFAULT = {TURTLE: "ttl", N_TRIPLES: "nt", RDF_XML: "rdf", TRIG: "ttl", N_QUADS: "nt"}
"""The forms of the default graph, and the file with it: Turtle without graphs is TriG, N-Triples are N-Quads."""


async def graph_store(request: Request) -> Response:
    """Give a named graph, by `graph`, or with `default` the union of all; without either, tell which graphs there are.

    Source: SPARQL 1.1 Graph Store HTTP Protocol, sections 4.2 and 5.2.
    """
    named = request.query_params.getlist("graph")
    default = "default" in request.query_params
    if len(named) + default > 1:
        raise Problem("bad-request", "Give either the parameter `graph` with an absolute IRI, or `default`.")
    if not named and not default:
        return await run_in_threadpool(description.respond, request, server_of(request))
    if named:
        return await run_in_threadpool(by_iri, request, named[0])
    return await _default_graph(request)


async def _default_graph(request: Request) -> Response:
    chosen = choose(accept_of(request), tuple(_DEFAULT))
    if chosen is None:
        raise not_acceptable(media_types(_DEFAULT))
    found = await made(server_of(request), f"kamergraaf.{_DEFAULT[chosen.form]}.gz")
    packed = _takes_gzip(request)
    tag = f'"{found.sha256[:24]}-{chosen.form.name}{"-gz" if packed else ""}"'
    headers = {
        "ETag": tag,
        "Vary": "Accept, Accept-Encoding",
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
        "Content-Type": chosen.content_type,
    }
    if found.at is not None:
        headers["Last-Modified"] = http_date(found.at)
    if unchanged(request, tag, found.at):
        return Response(status_code=304, headers=headers)
    request.scope["headers"] = [pair for pair in request.scope["headers"] if pair[0] != b"range"]
    if packed:
        return FileResponse(found.path, headers={**headers, "Content-Encoding": "gzip"})
    if request.method == "HEAD":
        return Response(headers=headers)
    return StreamingResponse(_unpacked(found.path), headers=headers)


def _unpacked(path: Path) -> Iterator[bytes]:
    with gzip.open(path) as file:
        while piece := file.read(_PIECE):
            yield piece


def _takes_gzip(request: Request) -> bool:
    for part in request.headers.get("accept-encoding", "").split(","):
        name, _, weight = part.replace(" ", "").lower().partition(";q=")
        if name == "gzip":
            return weight.strip("0.") != "" or not weight
    return False


add(router, "/rdf-graph-store", graph_store, "A named graph by its IRI, or the default graph (Graph Store Protocol)")
