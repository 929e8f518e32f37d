"""The SPARQL 1.1 Protocol, read only: what a request to `/sparql` asks, or why it asks nothing that can be answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from email.message import Message
from urllib.parse import parse_qsl

from fastapi import Request

from graph.store.queries import Dataset
from graph.web.problems import Problem
from graph.web.site import is_absolute_iri

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
BODIES = (FORM, DIRECT)


@dataclass(frozen=True)
class Asked:
    """What a client asks of the endpoint."""

    query: str
    dataset: Dataset


Parameters = Sequence[tuple[str, str]]


async def read_request(request: Request, limit: int) -> Asked | None:
    """Read a request of the protocol.

    Args:
        request: GET, HEAD, or POST with a form or with the query itself.
        limit: how many bytes a body may have.

    Returns:
        What is asked; None for a GET without any parameter, which asks for the description of the service.

    Raises:
        Problem: when it is not valid, wants to write, or has a body of another type.
    """
    if request.method != "POST":
        return asked_by(request.scope["query_string"])
    parameters = _pairs(request.scope["query_string"])
    media_type = _media_type(request.headers.get("content-type"))
    body = await read_body(request, limit)
    if media_type == DIRECT:
        if any(name == "query" for name, _ in parameters):
            raise Problem("bad-request", "The query stands in the body and in the address: give it once.")
        return _asked([*parameters, ("query", _text(body))])
    return _asked([*parameters, *_pairs(body)])


def asked_by(query_string: bytes) -> Asked | None:
    """Read what a GET asks in the query of its address; returns and raises as `read_request`."""
    parameters = _pairs(query_string)
    if not any(name in _KNOWN for name, _ in parameters):
        return None
    return _asked(parameters)


async def read_body(request: Request, limit: int) -> bytes:
    """Read a body without taking in more than the limit, in bytes."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise Problem("too-large", f"A request may have {limit} bytes.")
        parts.append(part)
    return b"".join(parts)


_KNOWN = frozenset(
    {"query", "update", "default-graph-uri", "named-graph-uri", "using-graph-uri", "using-named-graph-uri"}
)


def _media_type(header: str | None) -> str:
    """Give the type of a body that can be read, or refuse it."""
    message = Message()
    message["Content-Type"] = header or "application/octet-stream"
    media_type = message.get_content_type()
    if media_type == UPDATE:
        raise Problem("read-only", "Updates are refused: the data is built from the papers with `kamergraaf build`.")
    if media_type not in BODIES:
        raise Problem(
            "unsupported-media-type",
            f"Send the query as {DIRECT}, or in a form as {FORM}.",
            headers={"Accept-Post": ", ".join(BODIES)},
            members={"formats": list(BODIES)},
        )
    charset = message.get_param("charset")
    if isinstance(charset, str) and charset.lower() not in ("utf-8", "utf8", "us-ascii"):
        raise Problem("unsupported-media-type", "Send the query in UTF-8.", members={"formats": list(BODIES)})
    return media_type


def _pairs(data: bytes) -> list[tuple[str, str]]:
    """Read the parameters of an address or a form."""
    try:
        return parse_qsl(data.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=1000)
    except UnicodeDecodeError:
        raise Problem("bad-request", "The parameters are not percent-encoded UTF-8.") from None
    except ValueError:
        raise Problem("bad-request", "There are more than 1000 parameters.") from None


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")  # editors on Windows begin a file with a mark
    except UnicodeDecodeError as error:
        raise Problem("bad-request", f"The query is not UTF-8: byte {error.start} cannot be read.") from None


def _asked(parameters: Parameters) -> Asked:
    """Settle the parameters: exactly one query, no update, graphs that are IRIs."""
    if any(name == "update" or name.startswith("using-") for name, _ in parameters):
        raise Problem("read-only", "Updates are refused: the data is built from the papers with `kamergraaf build`.")
    queries = [value for name, value in parameters if name == "query"]
    if len(queries) != 1:
        found = f"are {len(queries)} parameters" if queries else "is no parameter"
        raise Problem("bad-request", f"There {found} `query`: give exactly one.")
    if "\x00" in queries[0]:
        raise Problem("bad-request", "The query has a character U+0000, which SPARQL does not know.")
    return Asked(queries[0], Dataset(_graphs(parameters, "default-graph-uri"), _graphs(parameters, "named-graph-uri")))


def _graphs(parameters: Parameters, name: str) -> tuple[str, ...]:
    found = tuple(value for key, value in parameters if key == name)
    for iri in found:
        if not is_absolute_iri(iri):
            raise Problem("bad-request", f"The parameter `{name}` has to be an absolute IRI.")
    return found
