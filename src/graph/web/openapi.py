"""The description of the API (OpenAPI): what the code says of itself, and what `graph.web.offers` adds to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from graph.web.offers import COMMON, OFFERS, Offer
from graph.web.schemas import Schema

Described = dict[str, object]

PROBLEM: Schema = {
    "type": "object",
    "description": "Problem details (RFC 9457).",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "formats": {"type": "array", "items": {"type": "string"}},
    },
}
_REFERENCE: Schema = {"$ref": "#/components/schemas/Problem"}
_TEXT: Schema = {"type": "string"}
_PROBLEM_CONTENT = {
    "application/problem+json": {"schema": _REFERENCE},
    "application/json": {"schema": _REFERENCE},
    "text/html": {"schema": _TEXT},
    "text/plain": {"schema": _TEXT},
}
_VALIDATION = ("HTTPValidationError", "ValidationError")
"""What FastAPI would answer to a mistake; here each is a problem."""

_IN_PATH = re.compile(r"\{(\w+)\}")


def describe(app: FastAPI) -> None:
    """Make an application describe itself whole at ``/openapi.json``."""

    def made() -> dict[str, object]:
        if app.openapi_schema is None:
            app.openapi_schema = _describe(app)
        return app.openapi_schema

    app.openapi = made  # type: ignore[method-assign] # the way that FastAPI's documentation says


def _describe(app: FastAPI) -> Described:
    found = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
    schemas = found.get("components", {}).get("schemas", {})
    known = {name: schema for name, schema in schemas.items() if name not in _VALIDATION}
    found["components"] = {"schemas": {**known, "Problem": PROBLEM}}
    for path, operations in found["paths"].items():
        for method in list(operations):
            offer = OFFERS.get((path, method), Offer())
            operations[method] = _operation(path, operations[method], offer)
        if "get" in operations:
            operations["head"] = _head(operations["get"])
    return found


def _operation(path: str, found: Described, offer: Offer) -> Described:
    """Describe one operation."""
    parameters = found.get("parameters", [])
    known = list(parameters) if isinstance(parameters, list) else []
    names = {each["name"] for each in known}
    known += [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in _IN_PATH.findall(path)
        if name not in names
    ]
    known += [
        {"name": name, "in": "query", "required": False, "schema": schema} for name, schema in offer.added.items()
    ]
    for each in known:
        each["schema"] = offer.parameters.get(each["name"], each["schema"])
    described = {**found, "responses": _responses(offer)}
    if offer.bodies:
        content = {media_type: {"schema": schema} for media_type, schema in offer.bodies.items()}
        described["requestBody"] = {"required": True, "content": content}
    described["operationId"] = re.sub(r"\W+", "_", f"{found['operationId']}").strip("_")
    if known:
        described["parameters"] = known
    return described


def _responses(offer: Offer) -> Mapping[str, Described]:
    found: dict[str, Described] = {str(offer.status): _answer(offer.status, offer)}
    for status in (*offer.more, *((304,) if offer.status == 200 else ())):
        found[str(status)] = _answer(status, offer if status != 304 else Offer())
    for status in sorted({*COMMON, *offer.problems}):
        found[str(status)] = {"description": HTTPStatus(status).phrase, "content": _PROBLEM_CONTENT}
    return found


def _answer(status: int, offer: Offer) -> Described:
    content = {name: {"schema": offer.schema if name.endswith("json") else _TEXT} for name in offer.media_types}
    if status == 206:
        content["multipart/byteranges"] = {"schema": _TEXT}
    described: Described = {"description": HTTPStatus(status).phrase}
    return {**described, "content": content} if content else described


def _head(get: Described) -> Described:
    """Describe HEAD: as GET, without a body."""
    found = deepcopy(get)
    responses = found["responses"]
    found["operationId"] = f"{get['operationId']}_head"
    if isinstance(responses, dict):
        found["responses"] = {status: {"description": each["description"]} for status, each in responses.items()}
    return found
