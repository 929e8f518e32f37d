"""`/search`: what papers say, found by words; as a page, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from graph.search.asking import LONGEST, Sort, Wanted
from graph.web.languages import PARAMETER, language_of
from graph.web.meta import Meta
from graph.web.negotiation import CSV, HTML, JSON, Form, accept_of, choose, media_types
from graph.web.problems import Problem, not_acceptable
from graph.web.responses import Link, as_uri, send
from graph.web.searching.telling import DEEPEST, Told, parameters, tell, with_query
from graph.web.server import Server, add, server_of

router = APIRouter()

FORMS = (HTML, JSON, CSV)
_FACET = Query(max_length=300)
_COLUMNS = "iri kind document key title snippet address issued".split()


def search(
    request: Request,
    q: Annotated[str, Query(max_length=LONGEST)] = "",
    what: Annotated[str, _FACET] = "",
    year: Annotated[str, _FACET] = "",
    kind: Annotated[str, _FACET] = "",
    ministry: Annotated[str, _FACET] = "",
    organisation: Annotated[str, _FACET] = "",
    indicator: Annotated[str, _FACET] = "",
    figures: Literal["", "yes"] = "",
    unanswered: Literal["", "yes"] = "",
    sort: Literal["relevance", "newest"] = "relevance",
    page: Annotated[int, Query(ge=1, le=DEEPEST)] = 1,
    size: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Response:
    """Search in questions, answers, figures and names; without words give the newest papers."""
    given = {
        "what": what,
        "year": year,
        "kind": kind,
        "ministry": ministry,
        "organisation": organisation,
        "indicator": indicator,
        "figures": figures,
        "unanswered": unanswered,
    }
    chosen = {name: value for name, value in given.items() if value}
    wanted = Wanted(" ".join(q.split()), chosen, Sort(sort), page, size)
    if page * size > DEEPEST:
        raise Problem("not-found", f"Only the first {DEEPEST} results are given; ask for something narrower.")
    suffix = request.url.path.rpartition(".")[2] if "." in request.url.path else ""
    forms = [form for form in FORMS if form.name == suffix] or list(FORMS)
    form = choose(None if suffix else accept_of(request), forms)
    if form is None:
        raise not_acceptable(media_types(forms))
    server = server_of(request)
    told = _told(request, server, wanted, "" if form.form is HTML else f".{form.form.name}")
    if page > told.last:
        raise Problem("not-found", f"There is no page {page}: the last one is {told.last}.")
    body = _write(request, server, form.form, told)
    links = _links(request, server, told)
    return send(request, body, form.media_type, vary=[] if suffix else ["Accept"], links=links)


def _told(request: Request, server: Server, wanted: Wanted, suffix: str) -> Told:
    root, language = server.site.root(request), language_of(request)
    spoken = {name: value for name, value in request.query_params.items() if name == PARAMETER}

    def place(iri: str) -> str:
        path = server.site.path(iri)
        return as_uri(with_query(root + path, spoken)) if path else as_uri(iri)

    with server.snapshots.reading() as reader:
        found = server.searches.get(reader, server.snapshots).search(wanted)
        return tell(
            wanted,
            found,
            reader,
            server.site.base,
            language,
            place,
            lambda given: with_query(f"{root}/search{suffix}", {**given, **spoken}),
        )


def _write(request: Request, server: Server, form: Form, told: Told) -> str:
    if form is HTML:
        given = parameters(told.wanted)
        data = {
            suffix: with_query(f"{server.site.prefix(request)}/search.{suffix}", given) for suffix in ("json", "csv")
        }
        return server.page(
            request, "search.html", _meta(request, told), told=told, data=data, feed=_feed(request, server, told)
        )
    if form is JSON:
        return json.dumps(told.record(), ensure_ascii=False, indent=1)
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(result.record() for result in told.results)
    return out.getvalue()


def _meta(request: Request, told: Told) -> Meta:
    say = language_of(request).gettext
    if not told.wanted.text:
        return Meta(say("Zoek in vragen aan ministers, hun antwoorden, de cijfers daarin en wie zij noemen."))
    return Meta(say("Wat ministers antwoordden over {words}: antwoorden, cijfers en namen, bij hun woorden.").format(
        words=told.wanted.text
    ))  # fmt: skip


def _links(request: Request, server: Server, told: Told) -> list[Link]:
    path, given = f"{server.site.prefix(request)}/search", parameters(told.wanted)
    links = [Link(with_query(f"{path}.{form.name}", given), "alternate", form.media_type) for form in (JSON, CSV)]
    numbers = {"prev": told.wanted.page - 1, "next": told.wanted.page + 1}
    return [*links, *(Link(told.page(number), rel) for rel, number in numbers.items() if 1 <= number <= told.last)]


def _feed(request: Request, server: Server, told: Told) -> str:
    """Give the address of the feed of what is searched for."""
    names = ("q", "kind", "organisation", "indicator")
    given = {name: value for name, value in parameters(told.wanted).items() if name in names}
    return with_query(f"{server.site.prefix(request)}/feed.atom", given)


add(router, "/search", search, "Search in questions, answers, figures and names")
for _suffix in ("json", "csv"):
    add(router, f"/search.{_suffix}", search, f"The same search, as {_suffix.upper()}")
