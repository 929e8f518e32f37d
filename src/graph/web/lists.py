"""The lists of things: papers, organisations, laws, posts and more, as a page, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from graph.web import listed
from graph.web.languages import language_of, nl
from graph.web.listing import LONGEST, Cell, Column, Listing, Row, Rows, Value, Wanted, choose
from graph.web.meta import Meta
from graph.web.negotiation import CSV, HTML, JSON, Form, accept_of, media_types
from graph.web.negotiation import choose as choose_form
from graph.web.paging import address_of, pages
from graph.web.problems import not_acceptable
from graph.web.responses import Link, as_uri, send
from graph.web.server import Server, add, server_of
from graph.web.signposts import published

router = APIRouter()
FORMS = (HTML, JSON, CSV)
SIZE = 50
"""How many rows a page has, of people and of JSON; a table in CSV has all."""

_MENTIONS = Column("mentions", nl("Keer genoemd"), Cell.COUNT)
_PAPERS = Column("papers", nl("Documenten"), Cell.COUNT)
_FIGURES = Column("figures", nl("Cijfers"), Cell.COUNT)
_ANSWERS = Column("answers", nl("Antwoorden"), Cell.COUNT)
_QUESTIONS = Column("questions", nl("Vragen"), Cell.COUNT)
_IDENTIFIER = Column("identifier", nl("Kenmerk"))

LISTINGS = (
    Listing(
        "/documents",
        nl("Documenten"),
        nl("De stukken waarin vragen beantwoord zijn."),
        nl("document"),
        nl("documenten"),
        (
            Column("identifier", nl("Document"), Cell.NAME),
            Column("title", nl("Titel"), Cell.DUTCH),
            Column("kind", nl("Soort")),
            Column("issued", nl("Datum"), Cell.DAY),
            _QUESTIONS,
            _ANSWERS,
            _FIGURES,
        ),
        "issued",
        listed.papers,
    ),
    Listing(
        "/organisations",
        nl("Organisaties"),
        nl("Wie in de antwoorden telde of genoemd wordt."),
        nl("organisatie"),
        nl("organisaties"),
        (
            Column("name", nl("Organisatie"), Cell.NAME),
            Column("figures", nl("Cijfers geteld"), Cell.COUNT),
            _MENTIONS,
            _PAPERS,
        ),
        "figures",
        listed.organisations,
    ),
    Listing(
        "/laws",
        nl("Wetten en regelingen"),
        nl("Wetten, verdragen en regelingen die in vragen en antwoorden genoemd worden."),
        nl("wet of regeling"),
        nl("wetten en regelingen"),
        (Column("name", nl("Wet of regeling"), Cell.NAME), _IDENTIFIER, _MENTIONS, _PAPERS),
        "mentions",
        listed.laws,
    ),
    Listing(
        "/posts",
        nl("Bewindslieden"),
        nl("De ambten die antwoordden, en wie ze vervulde."),
        nl("ambt"),
        nl("ambten"),
        (
            Column("name", nl("Ambt"), Cell.NAME),
            Column("holders", nl("Vervuld door"), Cell.DUTCH, ordered=False),
            _ANSWERS,
            Column("figures", nl("Cijfers gezegd"), Cell.COUNT),
            _MENTIONS,
            _PAPERS,
        ),
        "answers",
        listed.posts,
    ),
    Listing(
        "/dossiers",
        nl("Dossiers"),
        nl("De dossiers waarin de stukken staan."),
        nl("dossier"),
        nl("dossiers"),
        (Column("name", nl("Dossier"), Cell.NAME), _PAPERS, _QUESTIONS, _ANSWERS, _FIGURES),
        "papers",
        listed.dossiers,
    ),
    Listing(
        "/places",
        nl("Landen en plaatsen"),
        nl("Landen en plaatsen die genoemd worden, of waarover cijfers gaan."),
        nl("land of plaats"),
        nl("landen en plaatsen"),
        (Column("name", nl("Land of plaats"), Cell.NAME), _FIGURES, _MENTIONS, _PAPERS),
        "mentions",
        listed.places,
    ),
    Listing(
        "/rulings",
        nl("Uitspraken"),
        nl("Uitspraken van rechters die in vragen en antwoorden genoemd worden."),
        nl("uitspraak"),
        nl("uitspraken"),
        (Column("name", nl("Uitspraak"), Cell.NAME), _IDENTIFIER, _MENTIONS, _PAPERS),
        "mentions",
        listed.rulings,
    ),
)
"""All lists, in the order in which they lead to each other."""


def handler(listing: Listing) -> Callable[..., Response]:
    """Give what answers the addresses of a list."""

    def list_things(
        request: Request,
        q: Annotated[str, Query(max_length=LONGEST)] = "",
        order: Annotated[str, Query(max_length=20)] = "",
        page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
        size: Annotated[int | None, Query(ge=1, le=1000)] = None,
    ) -> Response:
        """List things; all words of `q` have to be in a row, `order` is the name of a column."""
        return answer(request, listing, Wanted(" ".join(q.split()), order, page, size))

    return list_things


def answer(request: Request, listing: Listing, wanted: Wanted) -> Response:
    """Send a list as a page, as JSON or as CSV: by the suffix, otherwise by the Accept header.

    Args:
        request: what was asked.
        listing: the list.
        wanted: which rows of it.
    """
    server, language = server_of(request), language_of(request)
    suffix = request.url.path.rpartition(".")[2] if "." in request.url.path else ""
    forms = [form for form in FORMS if form.name == suffix] or list(FORMS)
    chosen = choose_form(None if suffix else accept_of(request), forms)
    if chosen is None:
        raise not_acceptable(media_types(forms))
    if wanted.size is None and (chosen.form is not CSV or wanted.page > 1):
        wanted = Wanted(wanted.q, wanted.order, wanted.page, SIZE)
    with server.snapshots.reading() as reader:
        rows = choose(listing, listed.rows_of(listing, reader, server.site.base, language), wanted)
        modified = published(reader)
    path = f"{server.site.prefix(request)}{listing.path}"
    links = [Link(f"{path}.{form.name}", "alternate", form.media_type) for form in (JSON, CSV)]
    links += [Link(as_uri(address), relation) for relation, address in pages(request, wanted.page, rows.pages)]
    body = _write(request, server, chosen.form, listing, rows)
    return send(request, body, chosen.media_type, vary=[] if suffix else ["Accept"], links=links, modified=modified)


def _write(request: Request, server: Server, form: Form, listing: Listing, rows: Rows) -> str:
    wanted = rows.wanted
    if form is HTML:
        language = language_of(request)
        plain = not wanted.q and wanted.page == 1
        meta = Meta(language.gettext(listing.lead), listing.path if plain else None)
        beside = dict(pages(request, wanted.page, rows.pages))
        return server.page(request, "list.html", meta, listing=listing, found=rows, lists=LISTINGS, beside=beside)
    if form is JSON:
        told: dict[str, object] = {"total": rows.total, "page": wanted.page, "pages": rows.pages}
        told |= {"q": wanted.q, "order": wanted.order, listing.name: [_record(listing, row) for row in rows.rows]}
        told["next"] = address_of(request, wanted.page + 1) if wanted.page < rows.pages else None
        return json.dumps(told, ensure_ascii=False, indent=1)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["iri", *(column.name for column in listing.columns)])
    writer.writerows([row.iri, *(_cell(row.cells[column.name]) for column in listing.columns)] for row in rows.rows)
    return out.getvalue()


def _record(listing: Listing, row: Row) -> dict[str, object]:
    return {"iri": row.iri, **{column.name: row.cells[column.name] for column in listing.columns}}


def _cell(value: Value) -> str:
    """Give a cell of CSV; a text that a spreadsheet would run as a formula gets a mark before it."""
    text = "; ".join(value) if isinstance(value, tuple) else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


for _listing in LISTINGS:
    _handler = handler(_listing)
    _summary = _listing.name.capitalize()
    add(router, _listing.path, _handler, f"{_summary}: the list")
    for _suffix in ("json", "csv", "html"):
        add(router, f"{_listing.path}.{_suffix}", _handler, f"{_summary}: the list, as {_suffix.upper()}")
