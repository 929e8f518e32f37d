"""`/indicators`: the list of what is measured; `/embed/indicator/…`: the chart of one, for the pages of others."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from typing import Annotated
from urllib.parse import unquote

from fastapi import APIRouter, Query, Request, Response

from graph.store.base import Reader
from graph.web.indicators.showing import TABLES, Showing
from graph.web.languages import language_of
from graph.web.meta import Meta
from graph.web.negotiation import CSV, HTML, JSON, accept_of, choose, media_types
from graph.web.paging import address_of, pages
from graph.web.problems import Problem, not_acceptable
from graph.web.responses import CONTENT_SECURITY_POLICY, Link, send
from graph.web.series import IndicatorRow, Order, Series, indicator_rows, series_of
from graph.web.server import Server, add, server_of
from graph.web.signposts import published
from graph.web.words import Words

router = APIRouter()
FORMS = (HTML, JSON, CSV)
SIZE = 50
"""How many indicators a page of the list has."""

_COLUMNS = tuple(IndicatorRow.__dataclass_fields__)
EMBEDDED = {"Content-Security-Policy": CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")}
"""What a page of ours that others may show in theirs is sent with."""


def indicators(
    request: Request,
    order: Order = Order.PAPERS,
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
    size: Annotated[int, Query(ge=1, le=1000)] = SIZE,
) -> Response:
    """List what is measured, that of which most is said first.

    Args:
        request: what was asked.
        order: whether many papers or many figures make the first.
        page: from 1.
        size: how many rows a page has.
    """
    server = server_of(request)
    suffix = request.url.path.rpartition(".")[2] if "." in request.url.path else ""
    forms = [form for form in FORMS if form.name == suffix] or list(FORMS)
    chosen = choose(None if suffix else accept_of(request), forms)
    if chosen is None:
        raise not_acceptable(media_types(forms))
    with server.snapshots.reading() as reader:
        language = language_of(request)
        found = indicator_rows(reader, server.site.base, order, (page - 1) * size, size, language.code)
        modified = published(reader)
    last = max(1, -(-found.total // size))
    if page > last:
        raise Problem("not-found", f"There is no page {page}: the last one is {last}.")
    beside = pages(request, page, last)
    if chosen.form is HTML:
        said = language.gettext("Wat in antwoorden aan de Tweede Kamer gemeten is, met elk cijfer bij zijn woorden.")
        body = server.page(
            request, "indicators.html", Meta(said, "/indicators"), found=found, page=page, last=last, size=size,
            order=order, beside=dict(beside),
        )  # fmt: skip
    elif chosen.form is JSON:
        rows = [asdict(row) for row in found.rows]
        told = {"total": found.total, "page": page, "pages": last, "order": order, "indicators": rows}
        following = address_of(request, page + 1) if page < last else None
        body = json.dumps({**told, "next": following}, ensure_ascii=False, indent=1)
    else:
        body = _csv(found.rows)
    path = f"{server.site.prefix(request)}/indicators"
    links = [Link(f"{path}.{form.name}", "alternate", form.media_type) for form in (JSON, CSV)]
    links += [Link(address, relation) for relation, address in beside]
    return send(request, body, chosen.media_type, vary=[] if suffix else ["Accept"], links=links, modified=modified)


def embed(request: Request, slug: str) -> Response:
    """Give the chart of an indicator as a page that others may show in a frame.

    Args:
        request: what was asked.
        slug: the end of the IRI of the indicator.
    """
    server = server_of(request)
    with server.snapshots.reading() as reader:
        for iri in server.site.candidates("id", f"indicator/{unquote(slug)}"):
            series = series_of(reader, server.site.base, iri, language_of(request).code)
            if series.lines:
                body = server.page(request, "embed.html", Meta(), **_values(server, request, series))
                return send(request, body, "text/html", modified=published(reader), headers=EMBEDDED)
    raise Problem("not-found", "There is no indicator of this name.")


def page_of(request: Request, server: Server, reader: Reader, common: dict[str, object], iri: str) -> str:
    """Render the page of an indicator.

    Args:
        request: what was asked.
        server: for site and templates.
        reader: of the publication.
        common: what the pages of all things show.
        iri: of the indicator.
    """
    series = series_of(reader, server.site.base, iri, language_of(request).code)
    values = _values(server, request, series)
    return server.page(request, "indicator.html", _meta(server, request, series), **{**common, **values})


def _values(server: Server, request: Request, series: Series) -> dict[str, object]:
    showing = Showing(Words(language_of(request)), server.paths(request))
    slug = series.indicator.iri.rpartition("/indicator/")[2]
    return {
        "series": series,
        "groups": showing.groups(series),
        "lines": len(series.lines),
        "shown_lines": TABLES,
        "slug": slug,
        "embed_address": f"{server.site.root(request)}/embed/indicator/{slug}",
    }


def _meta(server: Server, request: Request, series: Series) -> Meta:
    language = language_of(request)
    iri, name = series.indicator.iri, series.indicator.name
    said = language.gettext("{name}: elk cijfer uit antwoorden aan de Tweede Kamer, met de zin waarin het staat.")
    path = server.site.path(iri)
    root = server.site.root(request)
    data: dict[str, object] = {
        "@type": "Dataset",
        "@id": iri,
        "name": name,
        "description": said.format(name=name),
        "url": f"{root}{path}",
        "license": "https://creativecommons.org/publicdomain/zero/1.0/",
        "isAccessibleForFree": True,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": f"{root}{path}.csv"},
            {"@type": "DataDownload", "encodingFormat": "text/turtle", "contentUrl": f"{root}{path}.ttl"},
        ],
    }
    return Meta(said.format(name=name), path, data=data)


def _csv(rows: tuple[IndicatorRow, ...]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    writer.writerows(
        [" ".join(value) if isinstance(value, tuple) else value for value in asdict(row).values()] for row in rows
    )
    return out.getvalue()


add(router, "/indicators", indicators, "What is measured, that of which most is said first")
for _suffix in ("json", "csv", "html"):
    add(router, f"/indicators.{_suffix}", indicators, f"What is measured, as {_suffix.upper()}")
add(router, "/embed/indicator/{slug:path}", embed, "The chart of an indicator, for the pages of others", schema=False)
