"""`/feed.atom`: what was published, changed or withdrawn; unchanged for as long as nothing is published."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from graph import __version__
from graph.search.asking import Wanted
from graph.store.base import Reader
from graph.web.feeds.atom import MEDIA_TYPE, Feed, write
from graph.web.feeds.choice import LONGEST, Choice, choose
from graph.web.feeds.telling import tell
from graph.web.fresh import http_date, unchanged
from graph.web.negotiation import Form, accept_of, media_types
from graph.web.negotiation import choose as choose_form
from graph.web.problems import Problem, not_acceptable
from graph.web.responses import as_uri, send
from graph.web.server import Server, add, server_of

router = APIRouter()

PER_PAGE = 50
"""How many entries stand on a page of a feed."""

SEARCHED = 10_000
"""How many of the things that are found by words a feed can be about: the best."""

_ATOM = Form("atom", MEDIA_TYPE, "Atom", ("application/xml", "text/xml"))
_SLUG = Query(max_length=200)


def feed(
    request: Request,
    of: Literal["all", "papers", "figures"] = "all",
    kind: Annotated[str, _SLUG] = "",
    organisation: Annotated[str, _SLUG] = "",
    indicator: Annotated[str, _SLUG] = "",
    q: Annotated[str, Query(max_length=LONGEST)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Response:
    """Give a page of the feed of papers and figures; what is given of `Choice` restricts it."""
    server = server_of(request)
    chosen = choose_form(accept_of(request), (_ATOM,))
    if chosen is None:
        raise not_acceptable(media_types((_ATOM,)))
    choice = Choice(of, kind, organisation, indicator, q)
    with server.snapshots.reading() as reader:
        at = reader.publications(1)[0].at
        tag = _tag(request, server, reader.number, at)
        headers = {"ETag": f"W/{tag}", "Last-Modified": http_date(at)}
        if unchanged(request, tag, at):
            return Response(status_code=304, headers={**headers, "Vary": "Accept", "Cache-Control": "no-cache"})
        body = _page(request, server, reader, choice, page, at)
    return send(request, body, chosen.media_type, vary=["Accept"], headers=headers)


def _page(request: Request, server: Server, reader: Reader, choice: Choice, page: int, at: datetime) -> bytes:

    def search(words: str) -> set[str]:
        return server.searches.get(reader, server.snapshots).iris(Wanted(words), SEARCHED)

    found = choose(server.changes.get(reader, server.site), reader, server.site, choice, search)
    last = max(1, -(-len(found.events) // PER_PAGE))
    if page > last:
        raise Problem("not-found", f"There is no page {page}: the last one is {last}.")
    root = server.site.root(request)
    shown = found.events[(page - 1) * PER_PAGE : page * PER_PAGE]

    def address(iri: str) -> str:
        path = server.site.path(iri)
        return as_uri(root + path if path else iri)

    pages = {"self": page, "first": 1, "previous": page - 1, "next": page + 1, "last": last}
    settings = server.settings
    about = Feed(
        iri=_with_query(f"{server.site.base}feed.atom", choice.parameters()),
        title=found.title,
        author=settings.publisher_name or "Kamergraaf",
        email=settings.contact_email or "",
        updated=found.events[0].at if found.events else at,
        links=[(rel, _address(root, choice, number)) for rel, number in pages.items() if 1 <= number <= last],
        page=f"{root}/documents",
    )
    papers = {event.paper: address(event.paper) for event in shown}
    return write(about, tell(reader, server.site, shown, address), papers)


def _address(root: str, choice: Choice, page: int) -> str:
    more = [("page", str(page))] if page > 1 else []
    return _with_query(f"{root}/feed.atom", [*choice.parameters(), *more])


def _with_query(address: str, parameters: list[tuple[str, str]]) -> str:
    return f"{address}?{urlencode(parameters)}" if parameters else address


def _tag(request: Request, server: Server, number: int, at: datetime) -> str:
    """Give the tag of a feed without making it: all that it depends on is the publication, and who asks where."""
    settings = server.settings
    parts = (
        __version__,
        server.site.root(request),
        request.scope["query_string"].decode("ascii", "replace"),
        number,
        at,
        settings.publisher_name,
        settings.contact_email,
    )
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:24]}"'


add(router, "/feed.atom", feed, "What was published, changed or withdrawn (Atom)")
