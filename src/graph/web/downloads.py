"""`/download/`: the dataset in each serialisation and its tables, with date, size and checksum, whole or in parts."""

from __future__ import annotations

import asyncio
import json
import re
from base64 import b64encode
from concurrent.futures import Future

from fastapi import APIRouter, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.responses import FileResponse

from graph.web.fresh import http_date, range_holds, unchanged
from graph.web.negotiation import HTML, JSON, accept_of, choose, media_types, with_charset
from graph.web.problems import Problem, not_acceptable
from graph.web.responses import Link, send
from graph.web.server import Server, add, server_of
from graph.web.shelf import ITEMS, Download

router = APIRouter()

LIST_WAITS = 5.0
"""For how many seconds the list waits for files that are being made, before it is sent without their sizes."""

FILE_WAITS = 30.0
"""For how many seconds a visitor waits for a file that is being made, before being asked to come back."""


async def listing(request: Request) -> Response:
    """List the files with date, size and checksum; those that are still being made without."""
    server = server_of(request)
    chosen = choose(accept_of(request), (HTML, JSON))
    if chosen is None:
        raise not_acceptable(media_types((HTML, JSON)))
    asked = await run_in_threadpool(lambda: [promise(server, name) for name in ITEMS])
    await asyncio.wait([asyncio.wrap_future(each) for each in asked], timeout=LIST_WAITS)
    found = [_told(name, each) for name, each in zip(ITEMS, asked, strict=True)]
    if chosen.form is HTML:
        body = server.page(request, "downloads.html", downloads=found)
    else:
        body = json.dumps(found, ensure_ascii=False, indent=1)
    return send(request, body, chosen.media_type, vary=["Accept"])


async def download(request: Request, name: str) -> Response:
    """Give a file, or a part of it to who asks for a range."""
    if name not in ITEMS:
        raise Problem("not-found", "There is no such file; /download/ lists those that there are.")
    found = await made(server_of(request), name)
    tag = f'"{found.sha256[:24]}"'
    headers = {
        "ETag": tag,
        "Cache-Control": "no-cache",
        "Repr-Digest": f"sha-256=:{_base64(found.sha256)}:",
        "X-Content-Type-Options": "nosniff",
    }
    if found.at is not None:
        headers["Last-Modified"] = http_date(found.at)
    if ITEMS[name].described:
        headers["Link"] = str(Link(ITEMS[name].described, "describedby", "application/csvm+json"))
    if unchanged(request, tag, found.at):
        return Response(status_code=304, headers=headers)
    _settle_range(request, found, tag)
    return FileResponse(
        found.path, media_type=with_charset(found.media_type), filename=found.name, headers=headers,
        content_disposition_type="inline" if name.endswith(".json") else "attachment",
    )  # fmt: skip


def promise(server: Server, name: str) -> Future[Download]:
    """Ask for a file; it is made when it is not there yet."""
    return server.shelf.get(server.snapshots, name, server.site.base)


async def made(server: Server, name: str) -> Download:
    """Give a file when it is there.

    Args:
        server: which.
        name: one of `graph.web.shelf.ITEMS`.

    Raises:
        Problem: ``being-made`` when that takes too long to wait for.
    """
    waiting = asyncio.wrap_future(await run_in_threadpool(promise, server, name))
    try:
        return await asyncio.wait_for(asyncio.shield(waiting), FILE_WAITS)
    except TimeoutError:
        waiting.add_done_callback(lambda done: done.cancelled() or done.exception())
        detail = f"{name} is being made for the publication of just now; ask again in a minute."
        raise Problem("being-made", detail, headers={"Retry-After": "60"}) from None


def _told(name: str, asked: Future[Download]) -> dict[str, object]:
    """Tell of a file what the list shows."""
    item = ITEMS[name]
    told: dict[str, object] = {"name": name, "label": item.label, "media_type": item.media_type}
    if asked.done() and asked.exception() is None:
        found = asked.result()
        return {**told, "size": found.size, "sha256": found.sha256, "date": found.date}
    return {**told, "size": None, "sha256": None, "date": None}


def _settle_range(request: Request, file: Download, tag: str) -> None:
    """Leave of the Range header what the file has, and nothing of one that is none (RFC 9110, 14.2)."""
    ranges = _RANGES.fullmatch(request.headers.get("range", "").strip()) if request.method == "GET" else None
    asked = [part.strip().split("-") for part in ranges[1].split(",")] if ranges else []
    backwards = any(first and last and int(first) > int(last) for first, last in asked)
    if backwards or not range_holds(request, tag, file.at):
        asked = []
    there = [f"{first}-{last}" for first, last in asked if (int(first) < file.size if first else int(last))]
    if asked and not there:
        detail = f"The file has {file.size} bytes; the range that was asked lies beyond them."
        raise Problem("range-not-satisfiable", detail, headers={"Content-Range": f"bytes */{file.size}"})
    headers = [pair for pair in request.scope["headers"] if pair[0] not in (b"range", b"if-range")]
    request.scope["headers"] = [*headers, (b"range", f"bytes={','.join(there)}".encode())] if there else headers


_RANGE = r"\s*(?:\d{1,18}-\d{0,18}|-\d{1,18})\s*"
_RANGES = re.compile(rf"bytes=({_RANGE}(?:,{_RANGE}){{0,15}})", re.ASCII | re.IGNORECASE)
"""The ranges of bytes that are looked at: more than sixteen of one file nobody needs."""


def _base64(digest: str) -> str:
    return b64encode(bytes.fromhex(digest)).decode()


add(router, "/download", listing, "The files with the whole dataset and its tables", schema=False)
add(router, "/download/", listing, "The files with the whole dataset and its tables")
add(router, "/download/{name}", download, "The whole dataset, or one of its tables, in one file")
