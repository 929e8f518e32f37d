"""For operators: whether the server can answer."""

from __future__ import annotations

import json

from fastapi import APIRouter, Request, Response

from graph import __version__
from graph.web.responses import send
from graph.web.server import add, server_of

router = APIRouter()


def health(request: Request) -> Response:
    """Say that the store can be read, and which publication is served; otherwise a problem of kind ``no-data``."""
    with server_of(request).snapshots.reading() as reader:
        bool(reader.query("ASK { ?s ?p ?o }"))
        found = {"status": "ok", "version": __version__, "publication": reader.number, "graphs": len(reader.graphs())}
    return send(request, json.dumps(found), "application/json", headers={"Cache-Control": "no-store"})


add(router, "/health", health, "Whether the server can answer")
