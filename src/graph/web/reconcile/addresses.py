"""The addresses of the reconciliation service: the service itself, its suggestions, previews and properties."""

from __future__ import annotations

import json
from email.message import Message
from typing import TypeVar
from urllib.parse import parse_qsl

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool

from graph.web.problems import Problem
from graph.web.protocol import FORM, read_body
from graph.web.reconcile.batch import read_batch, read_extension
from graph.web.reconcile.entities import Entity
from graph.web.reconcile.extend import extend, proposed
from graph.web.reconcile.index import Index
from graph.web.reconcile.manifest import manifest, named
from graph.web.reconcile.matching import Candidate, candidates
from graph.web.reconcile.names import fold
from graph.web.reconcile.vocabulary import PROPERTIES, TYPE_OF, TYPES, type_named
from graph.web.responses import send
from graph.web.server import Server, add, server_of

router = APIRouter()
Item = TypeVar("Item")
PAGE = 20
"""How many suggestions come at once."""

PREVIEW_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"
"""A preview is made to stand in a frame of another page."""


async def service(request: Request) -> Response:
    """Answer a batch of queries or a data extension; without either give the manifest."""
    server = server_of(request)
    asked = await _parameters(request, server.settings.query_kilobytes * 1024)
    return await run_in_threadpool(_answer, request, server, asked)


def _answer(request: Request, server: Server, asked: dict[str, str]) -> Response:
    base = server.site.base
    if "queries" not in asked and "extend" not in asked:
        if request.method == "POST" or "query" in asked:
            raise Problem("bad-request", "Send a batch in the parameter `queries`, or `extend`.")
        return _json(request, manifest(server.site.root(request), base))
    if "queries" in asked and "extend" in asked:
        raise Problem("bad-request", "Send `queries` or `extend`, not both.")
    if "extend" in asked:
        extension = read_extension(asked["extend"])
        with server.snapshots.reading() as reader:
            return _json(request, extend(server.indexes.get(reader, base), extension, reader, base))
    batch = read_batch(asked["queries"])
    index = _index(server)
    found = {
        key: {"result": [_candidate(each) for each in candidates(index, query, f"{base}def/")]}
        for key, query in batch.items()
    }
    return _json(request, found)


def suggest_entity(request: Request, prefix: str, cursor: int = 0, type: str = "") -> Response:
    """Suggest entities that begin with a few letters."""
    server = server_of(request)
    kind = type_named(type, f"{server.site.base}def/") if type else ""
    found = [each for each in _index(server).beginning(_short(prefix)) if not kind or each.kind == kind]
    shown = [
        {"id": each.id, "name": each.name, "description": each.description, "notable": [_type_of(each)]}
        for each in _page(found, cursor)
    ]
    return _json(request, {"result": shown})


def suggest_property(request: Request, prefix: str = "", cursor: int = 0) -> Response:
    """Suggest properties by the beginning of a word of their name, or of their id."""
    found = [{"id": each.id, "name": each.name, "description": each.description} for each in PROPERTIES]
    return _json(request, {"result": _page(_beginning(found, _short(prefix)), cursor)})


def suggest_type(request: Request, prefix: str = "", cursor: int = 0) -> Response:
    """Suggest types by the beginning of a word of their name, or of their id."""
    return _json(request, {"result": _page(_beginning([named(each) for each in TYPES], _short(prefix)), cursor)})


def properties(request: Request, type: str = "", limit: int | None = None) -> Response:
    """Propose properties to fetch for entities of a type."""
    if limit is not None and limit < 1:
        raise Problem("bad-request", "`limit` has to be a whole number from 1 on.")
    kind = type_named(type, f"{server_of(request).site.base}def/") if type else ""
    found: dict[str, object] = {"properties": proposed(kind, limit), "type": type}
    return _json(request, found if limit is None else {**found, "limit": limit})


def preview(request: Request, id: str) -> Response:
    """Show an entity in a frame of another page."""
    server = server_of(request)
    entity = _index(server).get(id)
    if entity is None:
        raise Problem("not-found", "There is no entity with this id.")
    others = [name for name, _ in entity.names if name != entity.name][:8]
    page = server.page(
        request,
        "preview.html",
        entity=entity,
        iri=f"{server.site.base}id/{entity.id}",
        others=others,
        same_as=[value.value for value in entity.said.get("owl:sameAs", ())][:4],
    )
    response = send(request, page, "text/html")
    response.headers["Content-Security-Policy"] = PREVIEW_POLICY
    return response


def _index(server: Server) -> Index:
    with server.snapshots.reading() as reader:
        return server.indexes.get(reader, server.site.base)


def _candidate(found: Candidate) -> dict[str, object]:
    return {
        "id": found.entity.id,
        "name": found.entity.name,
        "description": found.entity.description,
        "type": [_type_of(found.entity)],
        "score": found.score,
        "match": found.match,
        "features": [{"id": name, "value": value} for name, value in found.features],
    }


def _type_of(entity: Entity) -> dict[str, str]:
    return named(TYPE_OF[entity.kind])


def _page(found: list[Item], cursor: int) -> list[Item]:
    if cursor < 0:
        raise Problem("bad-request", "`cursor` has to be a whole number from 0 on.")
    return found[cursor : cursor + PAGE]


def _short(prefix: str) -> str:
    if len(prefix) > 1000:
        raise Problem("bad-request", "`prefix` may have 1000 characters.")
    return prefix


def _beginning(found: list[dict[str, str]], prefix: str) -> list[dict[str, str]]:
    wanted = fold(prefix)
    spelled = {each["id"]: (prefix == each["id"], f" {fold(each['name'])}", f" {fold(each['id'])}") for each in found}
    return [
        each
        for each in found
        if not wanted or spelled[each["id"]][0] or any(f" {wanted}" in text for text in spelled[each["id"]][1:])
    ]


async def _parameters(request: Request, limit: int) -> dict[str, str]:
    """Read the parameters of the address and of a form, each once."""
    pairs = _pairs(request.scope["query_string"])
    if request.method == "POST":
        message = Message()
        message["Content-Type"] = request.headers.get("content-type", "application/octet-stream")
        body = await read_body(request, limit)
        if message.get_content_type() != FORM:
            raise Problem("unsupported-media-type", f"Send a form as {FORM}.", members={"formats": [FORM]})
        pairs = [*pairs, *_pairs(body)]
    found = dict(pairs)
    twice = [name for name in ("queries", "extend") if sum(name == each for each, _ in pairs) > 1]
    if twice:
        raise Problem("bad-request", f"The parameter `{twice[0]}` is given twice.")
    return found


def _pairs(data: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(data.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=100)
    except ValueError:
        raise Problem("bad-request", "The parameters are not percent-encoded UTF-8, or more than 100.") from None


def _json(request: Request, found: object) -> Response:
    return send(request, json.dumps(found, ensure_ascii=False), "application/json")


add(router, "/reconcile", service, "The reconciliation service: manifest, queries, data extension")
router.add_api_route(
    "/reconcile",
    service,
    methods=["POST"],
    summary="Reconciliation queries or a data extension query in a form",
    response_class=Response,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                FORM: {
                    "schema": {
                        "type": "object",
                        "properties": {"queries": {"type": "string"}, "extend": {"type": "string"}},
                    }
                }
            },
        }
    },
)
add(router, "/reconcile/suggest/entity", suggest_entity, "Entities that begin with a few letters")
add(router, "/reconcile/suggest/property", suggest_property, "Properties to refine a query with")
add(router, "/reconcile/suggest/type", suggest_type, "Types to restrict a query to")
add(router, "/reconcile/properties", properties, "Properties to fetch for a type")
add(router, "/reconcile/preview", preview, "An entity, to be shown in a frame")
