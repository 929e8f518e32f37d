"""`/download/`: the whole dataset as one packed file in each serialisation, with date, size and checksum."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import asdict

from fastapi import APIRouter, Request, Response
from starlette.responses import FileResponse

from graph.web.negotiation import HTML, JSON, accept_of, choose, media_types
from graph.web.problems import Problem, not_acceptable
from graph.web.responses import has_it, send
from graph.web.server import add, server_of
from graph.web.shelf import FORMATS

router = APIRouter()


def listing(request: Request) -> Response:
    """List the files with date, size and checksum."""
    server = server_of(request)
    chosen = choose(accept_of(request), (HTML, JSON))
    if chosen is None:
        raise not_acceptable(media_types((HTML, JSON)))
    with server.snapshots.reading() as reader:
        found = [server.shelf.get(reader, suffix, server.site.base)[1] for suffix in FORMATS]
    if chosen.form is HTML:
        body = server.page(request, "downloads.html", downloads=found)
    else:
        body = json.dumps([asdict(item) for item in found], ensure_ascii=False, indent=1)
    return send(request, body, chosen.media_type, vary=["Accept"])


def download(request: Request, name: str) -> Response:
    """Give a file, or a part of it to who asks for a range."""
    server = server_of(request)
    suffix = name.removeprefix("kamergraaf.").removesuffix(".gz")
    if name != f"kamergraaf.{suffix}.gz" or suffix not in FORMATS:
        raise Problem("not-found", f"Take one of {', '.join(f'kamergraaf.{each}.gz' for each in FORMATS)}.")
    with server.snapshots.reading() as reader:
        path, found = server.shelf.get(reader, suffix, server.site.base)
    tag = f'"{found.sha256[:24]}"'
    if has_it(request, tag):
        return Response(status_code=304, headers={"ETag": tag})
    _settle_range(request, found.size, tag)
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Repr-Digest": f"sha-256=:{_base64(found.sha256)}:"}
    return FileResponse(path, media_type="application/gzip", filename=found.name, headers=headers)


def _settle_range(request: Request, size: int, tag: str) -> None:
    """Leave of the Range header what the file has, and nothing of one that is none (RFC 9110, 14.2 and 13.1.5)."""
    ranges = _RANGES.fullmatch(request.headers.get("range", "").strip())
    asked = [part.strip().split("-") for part in ranges[1].split(",")] if ranges else []
    backwards = any(first and last and int(first) > int(last) for first, last in asked)
    if backwards or request.headers.get("if-range", tag) != tag:
        asked = []
    there = [f"{first}-{last}" for first, last in asked if (int(first) < size if first else int(last))]
    if asked and not there:
        detail = f"The file has {size} bytes; the range that was asked lies beyond them."
        raise Problem("range-not-satisfiable", detail, headers={"Content-Range": f"bytes */{size}"})
    headers = [pair for pair in request.scope["headers"] if pair[0] != b"range"]
    request.scope["headers"] = [*headers, (b"range", f"bytes={','.join(there)}".encode())] if there else headers


_RANGE = r"\s*(?:\d{1,18}-\d{0,18}|-\d{1,18})\s*"
_RANGES = re.compile(rf"bytes=({_RANGE}(?:,{_RANGE}){{0,15}})", re.ASCII | re.IGNORECASE)
"""The ranges of bytes that are looked at: more than sixteen of one file nobody needs."""


def _base64(digest: str) -> str:
    return b64encode(bytes.fromhex(digest)).decode()


add(router, "/download", listing, "The whole dataset: the files that there are", schema=False)
add(router, "/download/", listing, "The whole dataset: the files that there are")
add(router, "/download/{name}", download, "The whole dataset in one file")
