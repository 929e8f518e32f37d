"""The addresses of the SPARQL protocol: `/sparql`, and the description of the service where no query comes."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from graph.web import description, gate
from graph.web.protocol import BODIES
from graph.web.server import add, server_of

router = APIRouter()
ALLOWED = "GET, HEAD, POST, OPTIONS"


async def query(request: Request) -> Response:
    """Answer a query; without one, describe the service, to people with a form."""
    found = await gate.answer(request)
    return description.respond(request, server_of(request)) if found is None else found


async def options() -> Response:
    """Say what can be done here."""
    return Response(status_code=204, headers={"Allow": ALLOWED, "Accept-Post": ", ".join(BODIES)})


add(router, "/sparql", query, "SPARQL 1.1 query, or without one the description of the service")
router.add_api_route(
    "/sparql",
    query,
    methods=["POST"],
    summary="SPARQL 1.1 query in the body",
    response_class=Response,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/sparql-query": {"schema": {"type": "string"}},
                "application/x-www-form-urlencoded": {
                    "schema": {"type": "object", "properties": {"query": {"type": "string"}}, "required": ["query"]}
                },
            },
        }
    },
)
router.add_api_route("/sparql", options, methods=["OPTIONS"], status_code=204, include_in_schema=False)
