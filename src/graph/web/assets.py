"""The files that pages load: styles and icons as they are written, scripts and styles as `make web` builds them.

The address of each names its content, so that it may be kept for ever. What has not been built is not there: pages
do without.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from fastapi import APIRouter, Request, Response

from graph.web.problems import Problem
from graph.web.responses import send
from graph.web.server import add

router = APIRouter()

NOT_BUILT = "The scripts of the pages are not built: pages work without them (`make web` builds them)."
"""What the operator of a server without them is told."""

MEDIA_TYPES = {
    "css": "text/css",
    "js": "text/javascript",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "woff2": "font/woff2",
}
"""The kinds of files that are served, by their suffix; what has another is not, such as source maps."""

_YEAR = 365 * 86400
_DIGITS = 12


def static(request: Request, name: str) -> Response:
    """Give a file of the pages."""
    found = assets().get(name)
    if found is None:
        raise Problem("not-found", "There is no such file.")
    media_type, content = found
    return send(request, content, media_type, max_age=_YEAR)


@lru_cache(maxsize=1)
def assets() -> dict[str, tuple[str, bytes]]:
    """Give media type and content of the files of the pages, by names that hold a digest of the content.

    The bundler puts one in the names of what it builds, as its files import each other by them.
    """
    folder = files("graph.web") / "static"
    found = {}
    for file in _files(folder):
        stem, _, suffix = file.name.rpartition(".")
        content = file.read_bytes()
        digest = hashlib.sha256(content).hexdigest()[:_DIGITS]
        found[f"{stem}.{digest}.{suffix}"] = (MEDIA_TYPES[suffix], content)
    for file in _files(folder / "built"):
        found[file.name] = (MEDIA_TYPES[file.name.rpartition(".")[2]], file.read_bytes())
    return found


def find_asset(name: str) -> str | None:
    """Give the path of a file of the pages, such as ``/static/style.0123456789ab.css``; None when it is not built.

    Args:
        name: without digest, such as ``style.css``.
    """
    stem, _, suffix = name.rpartition(".")
    for each in assets():
        start, _, end = each.rpartition(".")
        if end == suffix and start.rpartition(".")[0] == stem:
            return f"/static/{each}"
    return None


def asset(name: str) -> str:
    """Give the path of a file of the pages that is always there.

    Raises:
        LookupError: when it is not.
    """
    path = find_asset(name)
    if path is None:
        raise LookupError(f"{name} is not among the files of the pages")
    return path


def built() -> bool:
    """Whether the scripts of the pages have been built."""
    return find_asset("editor.js") is not None


def _files(folder: Traversable) -> Iterator[Traversable]:
    """Give the files of a folder that are served, by name; none of a folder that is not there."""
    if folder.is_dir():
        for file in sorted(folder.iterdir(), key=lambda file: file.name):
            if file.is_file() and file.name.rpartition(".")[2] in MEDIA_TYPES:
                yield file


add(router, "/static/{name}", static, "The files of the pages", schema=False)
