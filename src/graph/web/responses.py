"""How a finished body is sent: with its ETag, as 304 to who has it, packed for who takes that, without it to HEAD."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from fastapi import Request, Response

from graph.web.fresh import http_date, unchanged
from graph.web.negotiation import with_charset

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_WORTH_COMPRESSING = 1024
_COMPRESSED_ALREADY = ("application/gzip", "image/")


@dataclass(frozen=True)
class Link:
    """A link of the response header (RFC 8288)."""

    target: str
    relation: str
    media_type: str | None = None

    def __str__(self) -> str:
        return f'<{as_uri(self.target)}>; rel="{self.relation}"' + (
            f'; type="{self.media_type}"' if self.media_type else ""
        )


def as_uri(iri: str) -> str:
    """Write an IRI as the URI that a header can carry (RFC 3987, 3.1).

    >>> as_uri("https://example.org/id/place/curaçao")
    'https://example.org/id/place/cura%C3%A7ao'
    """
    return quote(iri, safe="%/:?#[]@!$&'()*+,;=~-._")


def send(
    request: Request,
    body: bytes | str,
    media_type: str,
    *,
    vary: Sequence[str] = (),
    links: Sequence[Link] = (),
    headers: Mapping[str, str] | None = None,
    max_age: int = 0,
    modified: datetime | None = None,
) -> Response:
    """Make the response of a body that is complete.

    Args:
        request: what was asked.
        body: text is sent as UTF-8.
        media_type: without charset.
        vary: request headers that the choice of the body depended on, besides Accept-Encoding.
        links: for the Link header.
        headers: further headers.
        max_age: for how many seconds a cache may use it without asking; 0: it asks each time.
        modified: when what it tells last changed: the time of the publication.
    """
    data = body.encode("utf-8", "replace") if isinstance(body, str) else body
    packed = _packs(request, data, media_type)
    tag = _tag(data, media_type, packed)
    sent = {
        "ETag": tag,
        "Vary": ", ".join([*vary, "Accept-Encoding"]),
        "Cache-Control": f"public, max-age={max_age}" if max_age else "no-cache",
        "X-Content-Type-Options": "nosniff",
        **(headers or {}),
    }
    if links:
        sent["Link"] = ", ".join(map(str, links))
    if media_type == "text/html":
        sent.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
    if modified is not None:
        sent["Last-Modified"] = http_date(modified)
    if unchanged(request, tag, modified):
        return Response(status_code=304, headers=sent)
    if packed:
        data = gzip.compress(data, compresslevel=5, mtime=0)
        sent["Content-Encoding"] = "gzip"
    sent["Content-Length"] = str(len(data))
    response = Response(b"" if request.method == "HEAD" else data, headers=sent)
    response.headers["Content-Type"] = with_charset(media_type)
    return response


def see_other(location: str, vary: Sequence[str] = (), links: Sequence[Link] = ()) -> Response:
    """Lead to a description: the thing itself is not on the web (303)."""
    response = Response(status_code=303, headers={"Location": as_uri(location)})
    if vary:
        response.headers["Vary"] = ", ".join(vary)
    if links:
        response.headers["Link"] = ", ".join(map(str, links))
    return response


def moved(location: str) -> Response:
    """Lead from a thing to the one that stands in its place, for good (301)."""
    return Response(status_code=301, headers={"Location": as_uri(location)})


def _packs(request: Request, data: bytes, media_type: str) -> bool:
    if len(data) < _WORTH_COMPRESSING or media_type.startswith(_COMPRESSED_ALREADY):
        return False
    for part in request.headers.get("accept-encoding", "").split(","):
        name, _, weight = part.replace(" ", "").partition(";q=")
        if name.lower() == "gzip":
            return weight not in ("0", "0.0", "0.00", "0.000")
    return False


def _tag(data: bytes, media_type: str, packed: bool) -> str:
    """Give a strong tag: it names the bytes that are sent, so also their type and packing."""
    digest = hashlib.sha256(media_type.encode() + b"\0" + data).hexdigest()[:24]
    return f'"{digest}-gz"' if packed else f'"{digest}"'
